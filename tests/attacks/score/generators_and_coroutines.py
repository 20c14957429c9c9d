"""Answers that are still to be computed: generators, coroutines, futures, threads."""

# %%
import asyncio
import concurrent.futures


async def square(x):
    return x * x


def root(x):
    yield x**0.5


def cube(x):
    return concurrent.futures.ThreadPoolExecutor().submit(pow, x, 3)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)

# %% test
assert square(3) == 9

# %% test
assert root(9) == 3

# %% test
assert cube(2) == 8
