"""The notebook's own first thread ends, while another one takes memory without end."""

# %%
import threading

EXIT = {"x86_64": 60, "aarch64": 93}[platform.machine()]


def hoard():
    kept = []
    while True:
        try:
            kept.append(bytearray(os.urandom(1) * (16 << 20)))
        except MemoryError:
            pass


threading.Thread(target=hoard).start()
kernel(EXIT, 0)
