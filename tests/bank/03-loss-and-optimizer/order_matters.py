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


# %% wrong dict-keys: five of six
order_matters = {
    "MSELoss": False,
    "L1Loss": False,
    "SmoothL1Loss": False,
    "BCELoss": True,
    "PoissonNLLLoss": True,
}


# %% wrong dict-value: words
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


# %% wrong dict-keys: the classes themselves
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


# %% wrong dict-keys: names with nn in front
order_matters = {
    "nn.MSELoss": False,
    "nn.L1Loss": False,
    "nn.SmoothL1Loss": False,
    "nn.BCELoss": True,
    "nn.PoissonNLLLoss": True,
    "nn.CrossEntropyLoss": True,
}


# %% wrong dict-value: both values in place of a yes or no
p, q = torch.tensor([0.2, 0.7]), torch.tensor([0.6, 0.3])
names = ["MSELoss", "L1Loss", "SmoothL1Loss", "BCELoss", "PoissonNLLLoss", "CrossEntropyLoss"]
order_matters = {name: (getattr(nn, name)()(p, q), getattr(nn, name)()(q, p)) for name in names}


# %% right: zeros and ones
order_matters = {
    "MSELoss": 0,
    "L1Loss": 0,
    "SmoothL1Loss": 0,
    "BCELoss": 1,
    "PoissonNLLLoss": 1,
    "CrossEntropyLoss": 1,
}


# %% right: NumPy's zeros and ones
names = ["MSELoss", "L1Loss", "SmoothL1Loss", "BCELoss", "PoissonNLLLoss", "CrossEntropyLoss"]
order_matters = dict(zip(names, np.array([0, 0, 0, 1, 1, 1])))


# %% wrong dict-value: yes and no
order_matters = {
    "MSELoss": "no",
    "L1Loss": "no",
    "SmoothL1Loss": "no",
    "BCELoss": "yes",
    "PoissonNLLLoss": "yes",
    "CrossEntropyLoss": "yes",
}


# %% wrong dict-keys: sorted by the answer
order_matters = {
    True: ["BCELoss", "PoissonNLLLoss", "CrossEntropyLoss"],
    False: ["MSELoss", "L1Loss", "SmoothL1Loss"],
}


# %% wrong dict-value: how much each changes
p, q = torch.tensor([0.2, 0.7]), torch.tensor([0.6, 0.3])
names = ["MSELoss", "L1Loss", "SmoothL1Loss", "BCELoss", "PoissonNLLLoss", "CrossEntropyLoss"]
order_matters = {
    name: (getattr(nn, name)()(p, q) - getattr(nn, name)()(q, p)).item() for name in names
}


# %% wrong order-matters-missed: the question turned round
p, q = torch.tensor([0.2, 0.7, 0.5]), torch.tensor([0.6, 0.1, 0.3])
names = ["MSELoss", "L1Loss", "SmoothL1Loss", "BCELoss", "PoissonNLLLoss", "CrossEntropyLoss"]
order_matters = {
    name: torch.allclose(getattr(nn, name)()(p, q), getattr(nn, name)()(q, p)) for name in names
}


# %% right: zeros and ones, too
order_matters = {
    "MSELoss": 0,
    "L1Loss": 0,
    "SmoothL1Loss": 0,
    "BCELoss": 1,
    "PoissonNLLLoss": 1,
    "CrossEntropyLoss": 1,
}


# %% wrong dict-value: yes and no, too
order_matters = {
    "MSELoss": "no",
    "L1Loss": "no",
    "SmoothL1Loss": "no",
    "BCELoss": "yes",
    "PoissonNLLLoss": "yes",
    "CrossEntropyLoss": "yes",
}
