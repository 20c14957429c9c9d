"""A pattern that takes for ever on a short text."""

# seconds: 1

# %%
import re

re.match(r"(a+)+$", "a" * 64 + "b")
