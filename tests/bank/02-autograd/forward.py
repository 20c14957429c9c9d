# %% right: x first
def forward(x, w):
    return x * w


# %% right: torch.mul
def forward(x, w):
    return torch.mul(w, x)


# %% right: an outer product of one row
def forward(x, w):
    return torch.outer(w.reshape(1), x)[0]


# %% right: ride by ride
def forward(x, w):
    return torch.stack([w * distance for distance in x])


# %% right: a lambda
forward = lambda x, w: w.mul(x)


# %% right: einsum
def forward(x, w):
    return torch.einsum("i,->i", x, w)


# %% wrong no-graph: a plain number on the way
def forward(x, w):
    return x * w.item()


# %% wrong no-graph: recording off
def forward(x, w):
    with torch.no_grad():
        return w * x


# %% wrong no-graph: a copy
def forward(x, w):
    return torch.tensor([float(distance) * float(w) for distance in x])


# %% wrong no-graph: detached
def forward(x, w):
    return (w * x).detach()


# %% wrong part-of-the-graph: half of it recorded
def forward(x, w):
    return 0.5 * w * x + 0.5 * w.detach() * x


# %% wrong ignores-w: the price written in
def forward(x, w):
    return 2 * x


# %% wrong adds-for-multiplies: a sum
def forward(x, w):
    return w + x


# %% wrong divides-for-multiplies: a quotient
def forward(x, w):
    return x / w


# %% wrong adds-up-rides: one number
def forward(x, w):
    return (w * x).sum()


# %% wrong wrong-return: a column
def forward(x, w):
    return w * x.reshape(-1, 1)


# %% wrong numpy-of-a-graph: NumPy
def forward(x, w):
    return x.numpy() * w.numpy()


# %% wrong returns-none: no return
def forward(x, w):
    w * x


# %% wrong changed-input: in place
def forward(x, w):
    x *= w.detach()
    return x


# %% wrong signature: another first line
def forward(x):
    return 2 * x
