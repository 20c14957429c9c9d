"""Leave threads that print, compute and start threads while later cells run."""

# seconds: 3

# %%
import threading
import time


def talk():
    while True:
        print("talk")
        time.sleep(0.001)


def compute():
    while True:
        sum(range(10_000))


for function in (talk, compute, compute):
    threading.Thread(target=function).start()
