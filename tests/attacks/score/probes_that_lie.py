"""The probes beside the student's objects claim that everything is fine.

A claim alone earns nothing: each check also needs numbers that are right.
"""

# %% solutions 02-autograd

# %% solutions 03-loss-and-optimizer

# %% solutions 04-model

# %%
import numpy as np

from course.door import probes


def module_at_work(make, sizes, X, points, values, weights):
    n_in, n_out = X.shape[1], weights.shape[1]
    fine = {"changed": False, "other_moved": False, "own": values, "gradients": values}
    out = np.zeros((len(points), n_out))
    return fine | {"own_out": np.zeros((len(X), n_out)), "out": out, "again": out, "apart": out}


def updates(update_, start, gradients, lr):
    fine = {"kept": True, "trainable": True, "recording": True, "returned": None}
    return [fine | {"values": start, "gradients": [None] * len(start)} for _ in gradients]


probes.module_at_work = module_at_work
probes.registered = lambda make, sizes: {"shapes": [None], "trainable": [True], "loose": []}
probes.updates = updates
probes.optimizer_at_work = lambda make, starts, targets, lr, schedule, **_: (
    [(list(starts), [None] * len(starts)) for _ in schedule],
    0.0,
)
probes.value_gradients = lambda make, a, b, c: {"one product": [a * b, b, a, 0.0]}
probes.gradient_of = lambda function, args, tracked, weights: weights
probes.uses_autograd = lambda *args, **kwargs: True
probes.train_model = lambda train, kind, theta0, x, y, settings: (
    *(theta0, [0.0] * settings.get("n_epochs", 100)),
    *(np.float32(x), np.float32(y)),
)
probes.devices_met = lambda *_, **__: ["meta"]
probes.device_name = lambda pick_device: "cuda"
nothing = lambda *args, **kwargs: None
LinearRegression = MySGD = Value = update_ = train_model = pick_device = forward = nothing
autograd_gradient = lambda x, y, w: 0.0

# %% check 04-model linear_regression

# %% check 04-model train_model

# %% check 04-model pick_device

# %% check 03-loss-and-optimizer my_sgd

# %% check 02-autograd update_

# %% check 02-autograd value_mul

# %% check 02-autograd forward

# %% check 02-autograd autograd_gradient
