"""Children and their children go on printing to where the process printed."""

# %%
import os
import subprocess

for _ in range(5):
    subprocess.Popen("while true; do echo 1.0; echo Traceback >&2; sleep 0.01; done", shell=True)
if os.fork() == 0:
    os.setsid()
    while True:
        os.write(1, b"1.0\n")


def square(x):
    return x * x


def root(x):
    return 0


# %% test kept
assert square(3) == 9

# %% test
assert root(9) == 3
