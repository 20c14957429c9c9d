"""Each of many processes takes what one process may have."""

# %%
import time


def hoard():
    kept = [bytearray(os.urandom(1) * (16 << 20)) for _ in range(20)]
    time.sleep(1000)


for _ in range(30):
    in_a_child(hoard)
time.sleep(1000)
