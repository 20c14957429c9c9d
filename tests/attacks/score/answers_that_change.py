"""The answer is right every other time, or only until it has been asked often enough."""

# %% solutions 01-by-hand

# %%
right = gradient, train
calls = iter(range(10**9))


def gradient(x, y_pred, y):
    return right[0](x, y_pred, y) * (1 + next(calls) % 2)


def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = right[1](x, y, w0, lr, n_epochs)
    return w + (next(calls) > 3), history


# %% check 01-by-hand gradient

# %% check 01-by-hand train
