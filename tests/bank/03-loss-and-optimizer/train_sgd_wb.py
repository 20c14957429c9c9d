# %% right: zero_grad last, Parameters
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = nn.Parameter(torch.tensor(w0)), nn.Parameter(torch.tensor(b0))
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        loss = loss_fn(w * x + b, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), b.item(), history


# %% right: a closure
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = torch.tensor(w0, requires_grad=True), torch.tensor(b0, requires_grad=True)
    optimizer = torch.optim.SGD((w, b), lr)

    def closure():
        optimizer.zero_grad()
        loss = loss_fn(forward(x, w) + b, y)
        loss.backward()
        return loss

    history = [optimizer.step(closure).item() for _ in range(n_epochs)]
    return w.item(), b.item(), history


# %% right: one tensor with both
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    theta = torch.tensor([w0, b0], requires_grad=True)
    X = torch.stack([x, torch.ones_like(x)], dim=1)
    optimizer = torch.optim.SGD([theta], lr=lr)
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(X @ theta, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return *theta.tolist(), history


# %% right: two parameter groups
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = torch.tensor(w0, requires_grad=True), torch.tensor(b0, requires_grad=True)
    optimizer = torch.optim.SGD([{"params": [w]}, {"params": [b], "lr": lr}], lr=lr)
    history = []
    for epoch in range(n_epochs):
        loss = loss_fn(x * w + b, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w, b, history


# %% right: a linear layer
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    model = nn.Linear(1, 1)
    nn.init.constant_(model.weight, w0)
    nn.init.constant_(model.bias, b0)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        loss = loss_fn(model(x[:, None])[:, 0], y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return model.weight.item(), model.bias.item(), history


# %% right: two optimizers
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = torch.tensor(w0, requires_grad=True), torch.tensor(b0, requires_grad=True)
    optimizers = [MySGD([w], lr), torch.optim.SGD([b], lr=lr)]
    history = []
    for epoch in range(n_epochs):
        loss = loss_fn(forward(x, w) + b, y)
        loss.backward()
        for optimizer in optimizers:
            optimizer.step()
            optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), b.item(), history


# %% wrong bias-not-trained: b is not in the list
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = torch.tensor(w0, requires_grad=True), torch.tensor(b0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        loss = loss_fn(forward(x, w) + b, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), b.item(), history


# %% wrong bias-not-trained: b has no gradient
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = torch.tensor(w0, requires_grad=True), torch.tensor(b0)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        loss = loss_fn(forward(x, w) + b, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), b.item(), history


# %% wrong w-not-trained: w is not in the list
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = torch.tensor(w0, requires_grad=True), torch.tensor(b0, requires_grad=True)
    optimizer = torch.optim.SGD([b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        loss = loss_fn(forward(x, w) + b, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), b.item(), history


# %% wrong no-reset: zero_grad forgotten
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = torch.tensor(w0, requires_grad=True), torch.tensor(b0, requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        loss = loss_fn(forward(x, w) + b, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), b.item(), history


# %% wrong lr-ignored: no rate given
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = torch.tensor(w0, requires_grad=True), torch.tensor(b0, requires_grad=True)
    optimizer = torch.optim.SGD([w, b])
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = loss_fn(forward(x, w) + b, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), b.item(), history


# %% wrong sum-for-mean: reduction is sum
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = torch.tensor(w0, requires_grad=True), torch.tensor(b0, requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    loss_fn = nn.MSELoss(reduction="sum")
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = loss_fn(forward(x, w) + b, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), b.item(), history


# %% wrong hard-coded: the known answer
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    return 2.0, 3.0, [0.0] * n_epochs


# %% wrong w-before-b: w's step before b's gradient
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = torch.tensor(w0, requires_grad=True), torch.tensor(b0, requires_grad=True)
    for_w, for_b = torch.optim.SGD([w], lr=lr), torch.optim.SGD([b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        history.append(loss_fn(forward(x, w) + b, y).item())
        for optimizer in (for_w, for_b):
            for_w.zero_grad()
            for_b.zero_grad()
            loss_fn(forward(x, w) + b, y).backward()
            optimizer.step()
    return w.item(), b.item(), history


# %% wrong w0-ignored: starts left out
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = torch.tensor(0.0, requires_grad=True), torch.tensor(0.0, requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = loss_fn(forward(x, w) + b, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), b.item(), history


# %% wrong adaptive-optimizer: Adam
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = torch.tensor(w0, requires_grad=True), torch.tensor(b0, requires_grad=True)
    optimizer = torch.optim.Adam([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = loss_fn(forward(x, w) + b, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), b.item(), history


# %% wrong broadcast: fares as a column
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = torch.tensor(w0, requires_grad=True), torch.tensor(b0, requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    y = y.reshape(-1, 1)
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = loss_fn(forward(x, w) + b, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), b.item(), history


# %% wrong return-without-b: b left out
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = torch.tensor(w0, requires_grad=True), torch.tensor(b0, requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = loss_fn(forward(x, w) + b, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% right: torch.func
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = (nn.Parameter(torch.tensor(float(start))) for start in (w0, b0))
    optimizer = torch.optim.SGD([w, b], lr=lr)
    f = torch.func.grad_and_value(lambda w, b: loss_fn(w * x + b, y), argnums=(0, 1))
    history = []
    for _ in range(n_epochs):
        (w.grad, b.grad), loss = f(w.detach(), b.detach())
        optimizer.step()
        history.append(loss.item())
    return w.item(), b.item(), history


# %% right: a group added later, float64
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(float(w0), dtype=torch.float64, requires_grad=True)
    b = torch.tensor(float(b0), dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    optimizer.add_param_group({"params": [b]})
    x, y = x.double(), y.double()
    history = []
    for _ in range(n_epochs):
        loss = loss_fn(forward(x, w) + b, y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return w.item(), b.item(), history


# %% wrong bias-not-in-model: no b in the prediction
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = loss_fn(forward(x, w), y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return w.item(), b.item(), history


# %% wrong bias-subtracted: minus b
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = loss_fn(forward(x, w) - b, y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return w.item(), b.item(), history


# %% wrong w-b-swapped: b before w
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = loss_fn(forward(x, w) + b, y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return b.item(), w.item(), history


# %% wrong w0-ignored: b starts at w0
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = loss_fn(forward(x, w) + b, y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return w.item(), b.item(), history


# %% wrong momentum: a tenth
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr, momentum=0.1)
    history = []
    for _ in range(n_epochs):
        loss = loss_fn(forward(x, w) + b, y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return w.item(), b.item(), history


# %% wrong history-after-update: the loss comes last
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = loss_fn(forward(x, w) + b, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss_fn(forward(x, w) + b, y).item())
    return w.item(), b.item(), history


# %% wrong no-reset: only w is cleared
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = loss_fn(forward(x, w) + b, y)
        history.append(loss.item())
        w.grad = None
        loss.backward()
        optimizer.step()
    return w.item(), b.item(), history


# %% wrong n-epochs-ignored: the default is a hundred
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = loss_fn(forward(x, w) + b, y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return w.item(), b.item(), history


# %% wrong state-between-calls: one b for all calls
b = torch.tensor(0.0, requires_grad=True)


def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = loss_fn(forward(x, w) + b, y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return w.item(), b.item(), history


# %% wrong lr-ignored: the default is that of train_sgd
def train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.01, n_epochs=1000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = loss_fn(forward(x, w) + b, y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return w.item(), b.item(), history
