"""Take memory in processes whose first thread has ended, of which /proc then tells less."""

# %%
import threading
import time

EXIT = {"x86_64": 60, "aarch64": 93}[platform.machine()]


def hoard():
    kept = [bytearray(os.urandom(1) * (16 << 20)) for _ in range(20)]
    time.sleep(1000)


def hide():
    threading.Thread(target=hoard).start()
    kernel(EXIT, 0)


for _ in range(30):
    in_a_child(hide)
time.sleep(1000)
