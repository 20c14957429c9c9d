# %% right: the other way round
def forward(x, w):
    return x * w


# %% right: torch.mul
def forward(x, w):
    return torch.mul(w, x)


# %% right: a lambda
forward = lambda x, w: w * x


# %% right: a matrix product
def forward(x, w):
    return (x.reshape(-1, 1) @ w.reshape(1, 1)).squeeze(1)


# %% right: in double precision
def forward(x, w):
    return x.double() * w.double()


# %% right: an einsum
def forward(x, w):
    return torch.einsum("n,->n", x, w)


# %% wrong ignores-w: the price written in
def forward(x, w):
    return 2 * x


# %% wrong adds-for-multiplies: a sum
def forward(x, w):
    return w + x


# %% wrong divides-for-multiplies: a quotient
def forward(x, w):
    return x / w


# %% wrong returns-none: nothing comes back
def forward(x, w):
    y_pred = w * x


# %% wrong no-graph: w detached
def forward(x, w):
    return w.detach() * x


# %% wrong no-graph: w as a number
def forward(x, w):
    return w.item() * x


# %% wrong numpy-of-a-graph: NumPy in between
def forward(x, w):
    return torch.tensor(w.numpy() * x.numpy())


# %% wrong changed-input: in place
def forward(x, w):
    x *= w.detach()
    return x * 1.0


# %% wrong adds-up-rides: one number for all rides
def forward(x, w):
    return (w * x).sum()


# %% wrong wrong-return: a column
def forward(x, w):
    return (w * x).reshape(-1, 1)


# %% wrong wrong-value: a flag fall
def forward(x, w):
    return w * x + 3


# %% wrong signature: an argument is missing
def forward(x):
    return 2 * x
