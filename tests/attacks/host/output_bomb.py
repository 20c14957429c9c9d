"""Print without end, in lines, in one line, as numbers, as errors."""

# seconds: 3

# %%
import sys

for _ in range(100):
    print("x" * (1 << 20))
    print("\n" * (1 << 16), file=sys.stderr)

# %%
while True:
    print("without end")
