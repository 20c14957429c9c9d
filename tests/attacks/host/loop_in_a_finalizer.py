"""Loop when an object is collected, with the interrupt swallowed."""

# seconds: 1

# %%
import gc


class Endless:
    def __del__(self):
        while True:
            pass


thing = Endless()
thing.itself = thing
del thing
gc.collect()
