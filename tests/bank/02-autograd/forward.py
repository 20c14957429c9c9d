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


# %% right: callable object
class Forward:
    def __call__(self, x, w):
        print("forward", x.shape)
        return w * x


forward = Forward()


# %% right: F.linear
def forward(x, w):
    return torch.nn.functional.linear(x.view(-1, 1), w.view(1, 1)).view(-1)


# %% right: in-place on a fresh tensor
def forward(x, w):
    y_pred = torch.zeros_like(x)
    for i in range(len(x)):
        y_pred[i] = w * x[i]
    return y_pred


# %% wrong one-ride-only: only the first
def forward(x, w):
    for xi in x:
        return w * xi


# %% wrong list-of-tensors: list
def forward(x, w):
    return [w * xi for xi in x]


# %% wrong negative-lost: abs
def forward(x, w):
    return (w * x).abs()


# %% wrong four-rides-only: four only
def forward(x, w):
    return torch.stack([w * x[0], w * x[1], w * x[2], w * x[3]])


# %% wrong rounded: double
def forward(x, w):
    return (w * x).round()


# %% wrong rides-left-out: misses last
def forward(x, w):
    out = torch.zeros(len(x))
    for i in range(len(x) - 1):
        out[i] = w * x[i]
    return out


# %% wrong changed-input: writes to w
def forward(x, w):
    with torch.no_grad():
        w += 0.01
    return w * x


# %% wrong power-for-product: power
def forward(x, w):
    return x**w


# %% wrong vector-times-number: torch.dot
def forward(x, w):
    return torch.dot(w, x)


# %% wrong vector-times-number: matmul
def forward(x, w):
    return x @ w


# %% right: addcmul
def forward(x, w):
    return torch.addcmul(torch.zeros_like(x), x, w)


# %% wrong not-a-matrix: torch.mm
def forward(x, w):
    return torch.mm(x, w)


# %% wrong index-into-a-number: w[0]
def forward(x, w):
    return w[0] * x


# %% wrong filled-tensor-requires-grad: loop into zeros
def forward(x, w):
    y_pred = torch.zeros(len(x), requires_grad=True)
    for i in range(len(x)):
        y_pred[i] = w * x[i]
    return y_pred


# %% right: float()
def forward(x, w):
    return w.float() * x.float()


# %% right: double, once more
def forward(x, w):
    return w.double() * x.double()


# %% right: double alone
def forward(x, w):
    return (w * x).double()


# %% right: einsum, once more
def forward(x, w):
    return torch.einsum(",i->i", w, x)


# %% right: mul
def forward(x, w):
    return torch.mul(x, w)


# %% right: multiply
def forward(x, w):
    return torch.multiply(x, w)


# %% right: F.linear, once more
def forward(x, w):
    import torch.nn.functional as F

    return F.linear(x.unsqueeze(1), w.reshape(1, 1)).squeeze(1)


# %% right: squeeze
def forward(x, w):
    return (x[:, None] * w).squeeze()


# %% wrong graph-of-a-copy: fresh leaf
def forward(x, w):
    w = w.detach().requires_grad_()
    return w * x


# %% wrong graph-of-a-copy: fresh leaf tensor()
def forward(x, w):
    w = torch.tensor(w.item(), requires_grad=True)
    return w * x


# %% wrong graph-of-a-copy: torch.tensor(w, requires_grad)
def forward(x, w):
    w = torch.tensor(w, requires_grad=True)
    return w * x


# %% wrong no-graph: w.data
def forward(x, w):
    return w.data * x


# %% wrong no-graph: detach
def forward(x, w):
    return w.detach() * x


# %% wrong no-graph: numpy round trip
def forward(x, w):
    return torch.from_numpy(w.detach().numpy() * x.numpy())


# %% wrong list-of-tensors: list append
def forward(x, w):
    out = []
    for xi in x:
        out.append(w * xi)
    return out


# %% wrong list-of-tensors: list of numbers
def forward(x, w):
    return [w.item() * xi.item() for xi in x]


# %% wrong changed-input: in place mul_
def forward(x, w):
    return x.mul_(w)


# %% wrong changed-input: mul_ detached
def forward(x, w):
    return x.mul_(w.detach())


# %% wrong adds-up-rides: torch.dot expand
def forward(x, w):
    return torch.dot(x, w.expand_as(x))


# %% wrong adds-up-rides: x@w expand
def forward(x, w):
    return x @ w.expand(len(x))


# %% wrong adds-up-rides: sum
def forward(x, w):
    return torch.sum(w * x)


# %% wrong forward-table: column
def forward(x, w):
    return w * x.unsqueeze(1)


# %% wrong forward-table: row
def forward(x, w):
    return w * x.unsqueeze(0)


# %% wrong forward-table: table
def forward(x, w):
    return x[:, None] * w.expand(len(x))


# %% wrong state-between-calls: nn.Linear
def forward(x, w):
    model = torch.nn.Linear(1, 1)
    return model(x.unsqueeze(1)).squeeze()


# %% wrong state-between-calls: nn.Linear without bias
def forward(x, w):
    model = torch.nn.Linear(1, 1, bias=False)
    return model(x.view(-1, 1)).view(-1)


# %% wrong returns-none: print
def forward(x, w):
    print(w * x)


# %% wrong returns-more: tuple
def forward(x, w):
    return w * x, w


# %% wrong negative-lost: relu
def forward(x, w):
    return torch.relu(w * x)


# %% wrong ignores-w: 2*x
def forward(x, w):
    return 2.0 * x


# %% wrong input-watched: w requires grad on x
def forward(x, w):
    x.requires_grad_()
    return w * x


# %% wrong rounded: int cast
def forward(x, w):
    return (w * x).int()


# %% wrong one-ride-only: y_pred only first return inside loop
def forward(x, w):
    y = []
    for xi in x:
        y.append(w * xi)
        return torch.stack(y)


# %% wrong rides-left-out: off by one
def forward(x, w):
    y = torch.zeros(len(x))
    for i in range(1, len(x)):
        y[i] = w * x[i]
    return y


# %% wrong changed-input: changes w in place
def forward(x, w):
    with torch.no_grad():
        w *= 1.0
        w += 1
    return w * x


# %% wrong ignores-w: 1*x default
def forward(x, w):
    return 1 * x


# %% wrong forward-last-ride: overwrites
def forward(x, w):
    for xi in x:
        y_pred = w * xi
    return y_pred


# %% wrong returns-a-generator: generator
def forward(x, w):
    return (w * xi for xi in x)


# %% wrong negative-lost: w abs
def forward(x, w):
    return w.abs() * x


# %% wrong rounded: round
def forward(x, w):
    return torch.round(w * x, decimals=2)


# %% wrong forward-table: a column
def forward(x, w):
    return w * x.reshape(-1, 1)
