# %% right: in another order
order_matters = {
    "BCELoss": True,
    "CrossEntropyLoss": True,
    "PoissonNLLLoss": True,
    "L1Loss": False,
    "MSELoss": False,
    "SmoothL1Loss": False,
}

# %% right: found by trying
p, q = torch.tensor([0.2, 0.7, 0.5]), torch.tensor([0.6, 0.1, 0.3])
names = ["MSELoss", "L1Loss", "SmoothL1Loss", "BCELoss", "PoissonNLLLoss", "CrossEntropyLoss"]
order_matters = {}
for name in names:
    loss = getattr(nn, name)()
    order_matters[name] = loss(p, q) != loss(q, p)

# %% right: NumPy's bools
names = ["MSELoss", "L1Loss", "SmoothL1Loss", "BCELoss", "PoissonNLLLoss", "CrossEntropyLoss"]
order_matters = dict(zip(names, np.arange(6) > 2))

# %% wrong order-matters-missed: none
order_matters = dict.fromkeys(
    ["MSELoss", "L1Loss", "SmoothL1Loss", "BCELoss", "PoissonNLLLoss", "CrossEntropyLoss"], False
)

# %% wrong order-matters-imagined: all
order_matters = dict.fromkeys(
    ["MSELoss", "L1Loss", "SmoothL1Loss", "BCELoss", "PoissonNLLLoss", "CrossEntropyLoss"], True
)

# %% wrong order-matters-missed: the other way round
order_matters = {
    "MSELoss": True,
    "L1Loss": True,
    "SmoothL1Loss": True,
    "BCELoss": False,
    "PoissonNLLLoss": False,
    "CrossEntropyLoss": False,
}

# %% wrong order-matters-imagined: smooth L1
order_matters = {
    "MSELoss": False,
    "L1Loss": False,
    "SmoothL1Loss": True,
    "BCELoss": True,
    "PoissonNLLLoss": True,
    "CrossEntropyLoss": True,
}

# %% wrong order-matters-missed: cross entropy
order_matters = {
    "MSELoss": False,
    "L1Loss": False,
    "SmoothL1Loss": False,
    "BCELoss": True,
    "PoissonNLLLoss": True,
    "CrossEntropyLoss": False,
}

# %% wrong order-matters-form: five of six
order_matters = {
    "MSELoss": False,
    "L1Loss": False,
    "SmoothL1Loss": False,
    "BCELoss": True,
    "PoissonNLLLoss": True,
}

# %% wrong order-matters-form: words
order_matters = dict.fromkeys(
    ["MSELoss", "L1Loss", "SmoothL1Loss", "BCELoss", "PoissonNLLLoss", "CrossEntropyLoss"], "yes"
)

# %% wrong order-matters-form: a list
order_matters = [False, False, False, True, True, True]


# %% right: a defaultdict
from collections import defaultdict

order_matters = defaultdict(bool, BCELoss=True, PoissonNLLLoss=True, CrossEntropyLoss=True)
for name in ("MSELoss", "L1Loss", "SmoothL1Loss"):
    order_matters[name]


# %% wrong order-matters-form: the classes themselves
order_matters = {
    nn.MSELoss: False,
    nn.L1Loss: False,
    nn.SmoothL1Loss: False,
    nn.BCELoss: True,
    nn.PoissonNLLLoss: True,
    nn.CrossEntropyLoss: True,
}


# %% wrong order-matters-form: those that change
order_matters = {"BCELoss", "PoissonNLLLoss", "CrossEntropyLoss"}


# %% wrong order-matters-form: names with nn in front
order_matters = {
    "nn.MSELoss": False,
    "nn.L1Loss": False,
    "nn.SmoothL1Loss": False,
    "nn.BCELoss": True,
    "nn.PoissonNLLLoss": True,
    "nn.CrossEntropyLoss": True,
}


# %% wrong order-matters-form: both values in place of a yes or no
p, q = torch.tensor([0.2, 0.7]), torch.tensor([0.6, 0.3])
names = ["MSELoss", "L1Loss", "SmoothL1Loss", "BCELoss", "PoissonNLLLoss", "CrossEntropyLoss"]
order_matters = {name: (getattr(nn, name)()(p, q), getattr(nn, name)()(q, p)) for name in names}


# %% wrong order-matters-missed: the question turned round
p, q = torch.tensor([0.2, 0.7, 0.5]), torch.tensor([0.6, 0.1, 0.3])
names = ["MSELoss", "L1Loss", "SmoothL1Loss", "BCELoss", "PoissonNLLLoss", "CrossEntropyLoss"]
order_matters = {
    name: torch.allclose(getattr(nn, name)()(p, q), getattr(nn, name)()(q, p)) for name in names
}
