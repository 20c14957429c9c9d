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
