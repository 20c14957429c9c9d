"""The candidate itself is replaced by one that answers 9 to whatever it is asked.

To answer what is asked is all that it can do; a constant is wrong for the next input.
"""

# %% channel


# %%
def square(x):
    while True:
        candidate._send(["answer", candidate.token, [9, [], {}]])
        question = candidate.wire.receive()
        candidate.token = question[0]
        if question[1] != "apply":
            candidate._send(["answer", candidate.token, None])
            candidate.token, *_ = candidate.wire.receive()


# %% test
assert square(3) == 9 and square(4) == 16
