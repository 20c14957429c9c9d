# %% right: zero_grad last, the rides of the data set counted
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares = 0.0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
        history.append(squares / len(loader.dataset))
    return w.item(), b.item(), history


# %% right: one's own optimizer, errors squared by hand
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = MySGD([w, b], lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            errors = w * xb + b - yb
            loss = (errors**2).mean()
            squares += (errors.detach() ** 2).sum().item()
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% right: a linear layer, columns
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    model = nn.Linear(1, 1)
    nn.init.constant_(model.weight, w0)
    nn.init.constant_(model.bias, b0)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        errors = []
        for xb, yb in loader:
            e = model(xb[:, None])[:, 0] - yb
            errors.extend(e.detach().tolist())
            optimizer.zero_grad()
            (e**2).mean().backward()
            optimizer.step()
        history.append(sum(e**2 for e in errors) / len(errors))
    return model.weight.item(), model.bias.item(), history


# %% right: no optimizer, autograd.grad
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w, b = (torch.tensor(float(start), requires_grad=True) for start in (w0, b0))
    history = []
    for _ in range(n_epochs):
        squares = torch.tensor(0.0)
        for xb, yb in loader:
            error = w * xb + b - yb
            dw, db = torch.autograd.grad((error**2).mean(), (w, b))
            squares += (error.detach() ** 2).sum()
            with torch.no_grad():
                w -= lr * dw
                b -= lr * db
        history.append((squares / len(loader.dataset)).item())
    return w, b, history


# %% right: the rides are counted beforehand
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    n = sum(len(yb) for _, yb in loader)
    for _ in range(n_epochs):
        squares = 0.0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% right: they are counted in each epoch
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares = 0.0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / sum(len(yb) for _, yb in loader))
    return w.item(), b.item(), history


# %% right: a list of the epoch's batches
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        batches = list(loader)
        squares, n = 0.0, sum(len(yb) for _, yb in batches)
        for xb, yb in batches:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% right: weighted by the shares of the batches
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        losses, sizes = [], []
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            losses.append(loss.item())
            sizes.append(len(yb))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(float(np.average(losses, weights=sizes)))
    return w.item(), b.item(), history


# %% right: one tensor with both, in float64, batches numbered
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    theta = torch.tensor([w0, b0], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([theta], lr=lr)
    history = [0.0] * n_epochs
    for epoch in range(n_epochs):
        for i, batch in enumerate(loader):
            x, y = (column.double() for column in batch)
            X = torch.stack([x, torch.ones_like(x)], dim=1)
            optimizer.zero_grad()
            loss = nn.functional.mse_loss(X @ theta, y)
            loss.backward()
            optimizer.step()
            history[epoch] += loss.item() * len(y) / len(loader.dataset)
    return *theta.tolist(), history


# %% right: a closure
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:

            def closure():
                optimizer.zero_grad()
                loss = loss_fn(w * xb + b, yb)
                loss.backward()
                return loss

            squares += optimizer.step(closure).item() * len(yb)
            n += len(yb)
        history.append(squares / n)
    return w.item(), b.item(), history


# %% right: a sum for the history and a mean for the step
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += nn.MSELoss(reduction="sum")(w * xb + b, yb).item()
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong one-update-an-epoch: step after the inner loop
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong one-update-an-epoch: backward after the inner loop
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong one-update-an-epoch: the batches are put together again
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        batches = list(loader)
        x = torch.cat([xb for xb, _ in batches])
        y = torch.cat([yb for _, yb in batches])
        loss = loss_fn(w * x + b, y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return w.item(), b.item(), history


# %% wrong one-update-an-epoch: the loss of the whole data set
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    x, y = loader.dataset.tensors
    for _ in range(n_epochs):
        loss = loss_fn(w * x + b, y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return w.item(), b.item(), history


# %% wrong cleared-once-an-epoch: zero_grad before the inner loop
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        optimizer.zero_grad()
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong no-reset: zero_grad forgotten
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong first-batch-only: next of iter
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        xb, yb = next(iter(loader))
        if True:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong first-batch-only: return to the epochs too early
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            break
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong loader-walked-once: the list outside the epochs
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    batches = list(loader)
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in batches:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong loader-exhausted: an iterator made once
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    batches = iter(loader)
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in batches:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / max(n, 1))
    return w.item(), b.item(), history


# %% wrong last-batch-dropped: batches that are not full are skipped
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            if len(yb) < loader.batch_size:
                continue
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong other-batches: slices of the data set
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        x, y = loader.dataset.tensors
        for i in range(0, len(y), loader.batch_size):
            xb, yb = x[i : i + loader.batch_size], y[i : i + loader.batch_size]
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong other-batches: a loader of its own, in order
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    loader = DataLoader(loader.dataset, batch_size=loader.batch_size)
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong other-batches: ride by ride
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for x, y in ((x, y) for batch in loader for x, y in zip(*batch)):
            xb, yb = x[None], y[None]
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong starts-over: parameters made in each epoch
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    history = []
    w, b = torch.tensor(w0), torch.tensor(b0)
    for _ in range(n_epochs):
        w = torch.tensor(float(w0), requires_grad=True)
        b = torch.tensor(float(b0), requires_grad=True)
        optimizer = torch.optim.SGD([w, b], lr=lr)
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong momentum: nine tenths
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr, momentum=0.9)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong adaptive-optimizer: Adam
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.Adam([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong weight-decay: a hundredth
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr, weight_decay=0.01)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong never-updates: no step
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong sum-in-a-batch: reduction is sum
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    add_up = nn.MSELoss(reduction="sum")
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = add_up(w * xb + b, yb)
            squares += loss.item()
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong fixed-batch-size: divided by the size that the loader was given
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            total = ((w * xb + b - yb) ** 2).sum()
            squares += total.item()
            loss = total / loader.batch_size
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong batch-weighted: each batch its share of the rides
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            (loss * len(yb) / len(loader.dataset)).backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong batch-weighted: divided by the number of batches
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            (loss / len(loader)).backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong bias-not-trained: b is not in the list
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong w-not-trained: w is not in the list
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong bias-not-in-model: no b in the prediction
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong broadcast: fares as a column
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            yb = yb[:, None]
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong flipped-sign: maximize
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr, maximize=True)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong no-graph: requires_grad forgotten
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0))
    b = torch.tensor(float(b0))
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong unpacking: the batch taken for one tensor
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb in loader:
            xb, yb, n_rides = xb
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong lr-ignored: no rate given
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b])
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong w0-ignored: from zero
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(0.0, requires_grad=True)
    b = torch.tensor(0.0, requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong w0-ignored: b starts at w0
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong n-epochs-ignored: fifty, whatever is asked
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(50):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong hard-coded: the known line
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    return 2.0, 3.0, [0.5] * n_epochs


# %% wrong w-b-swapped: b before w
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return b.item(), w.item(), history


# %% wrong state-between-calls: one b for all calls
b = torch.tensor(0.0, requires_grad=True)


def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong return-without-b: b left out
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), history


# %% wrong changed-input: rounds the distances in place
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for column in loader.dataset.tensors:
        column -= column.mean()
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong wrong-batches: each batch twice
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            for _ in range(2):
                loss = loss_fn(w * xb + b, yb)
                squares += loss.item() * len(yb)
                n += len(yb)
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong history-mean-of-means: losses of the batches averaged
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item()
            n += 1
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong history-per-batch: append in the inner loop
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            history.append(loss.item())
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return w.item(), b.item(), history


# %% wrong history-of-one-batch: the last loss of an epoch
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(loss.item())
    return w.item(), b.item(), history


# %% wrong history-at-one-moment: all rides after the epoch
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        x, y = loader.dataset.tensors
        history.append(loss_fn(w * x + b, y).item())
    return w.item(), b.item(), history


# %% wrong history-at-one-moment: all rides before the epoch
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        x, y = loader.dataset.tensors
        history.append(loss_fn(w * x + b, y).item())
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return w.item(), b.item(), history


# %% wrong history-after-own-step: errors after the step
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            squares += loss_fn(w * xb + b, yb).item() * len(yb)
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong history-sum: not divided
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares)
    return w.item(), b.item(), history


# %% wrong history-means-added: losses of the batches added
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item()
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares)
    return w.item(), b.item(), history


# %% wrong history-divisor: losses added, divided by the rides
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item()
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong history-divisor: squares divided by the batches
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / len(loader))
    return w.item(), b.item(), history


# %% wrong history-divisor: squares divided by the size of a batch
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / loader.batch_size)
    return w.item(), b.item(), history


# %% wrong history-running-total: the sum outlives its epoch
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    squares = 0.0
    for _ in range(n_epochs):
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / len(loader.dataset))
    return w.item(), b.item(), history


# %% wrong history-rmse: the root
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append((squares / n) ** 0.5)
    return w.item(), b.item(), history


# %% wrong history-of-tensors: losses with their graphs
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong history-is-one-number: no list
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history = squares / n
    return w.item(), b.item(), history


# %% wrong loader-has-no-numbers: batches asked for by number
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for i in range(len(loader)):
            xb, yb = loader[i]
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong batch-is-a-pair: one name for both
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb in loader:
            loss = loss_fn(w * xb + b, xb[1])
            squares += loss.item() * len(xb)
            n += len(xb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong batch-is-a-pair: enumerate gives a number and a pair
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in enumerate(loader):
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong loader-exhausted: no loop over the epochs
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    squares, n = 0.0, 0
    for xb, yb in loader:
        loss = loss_fn(w * xb + b, yb)
        squares += loss.item() * len(yb)
        n += len(yb)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong bias-not-trained: train_sgd for each batch
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w, history = w0, []
    for _ in range(n_epochs):
        for xb, yb in loader:
            w, losses = train_sgd(xb, yb - b0, w0=w, lr=lr, n_epochs=1)
        history += losses
    return w, b0, history


# %% wrong history-length: an entry for each batch, of the sum so far
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong history-length: stops when the loss stands still
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares = 0.0
        n = 0
        for xb, yb in loader:
            loss = nn.MSELoss()(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
        if len(history) > 1 and abs(history[-1] - history[-2]) < 1e-4:
            break
    return w.item(), b.item(), history


# %% wrong history-means-added: every batch as large as the first
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares = 0.0
        n = 0
        for xb, yb in loader:
            loss = nn.MSELoss()(w * xb + b, yb)
            squares += loss.item() * loader.batch_size
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong history-divisor: as many rides as full batches would have
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares = 0.0
        n = 0
        for xb, yb in loader:
            loss = nn.MSELoss()(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / (loader.batch_size * len(loader)))
    return w.item(), b.item(), history


# %% wrong history-divisor: the 15 rides of the notebook
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares = 0.0
        n = 0
        for xb, yb in loader:
            loss = nn.MSELoss()(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / 15)
    return w.item(), b.item(), history


# %% wrong history-not-begun-anew: the sum goes on
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    squares = 0.0
    n = 0
    for _ in range(n_epochs):
        for xb, yb in loader:
            loss = nn.MSELoss()(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong history-not-begun-anew: the count goes on
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    n = 0
    for _ in range(n_epochs):
        squares = 0.0
        for xb, yb in loader:
            loss = nn.MSELoss()(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong batch-swapped: fares first
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares = 0.0
        n = 0
        for yb, xb in loader:
            loss = nn.MSELoss()(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% right: a running mean, corrected by each batch
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares = 0.0
        n = 0
        for xb, yb in loader:
            loss = nn.MSELoss()(w * xb + b, yb)
            n += len(yb)
            squares += (loss.item() - squares) * len(yb) / n
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares)
    return w.item(), b.item(), history


# %% wrong history-not-begun-anew: sum and number outlive their epoch
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    squares, n = 0.0, 0
    for _ in range(n_epochs):
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            n += len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / n)
    return w.item(), b.item(), history


# %% wrong first-batch-only: a walk is begun for each step
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        total = 0.0
        n = 0
        for _ in range(len(loader)):
            xb, yb = next(iter(loader))
            y_pred = w * xb + b
            loss = loss_fn(y_pred, yb)
            total += loss.item() * len(xb)
            n += len(xb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong batch-not-used: the notebook's x and y
x = torch.tensor([1.0, 2.0, 3.0, 4.0])
y = 2 * x


def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            y_pred = w * xb + b
            loss = loss_fn(w * x + b, y)
            total += loss.item() * len(xb)
            n += len(xb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong batch-swapped: fares first
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        total = 0.0
        n = 0
        for yb, xb in loader:
            y_pred = w * xb + b
            loss = loss_fn(y_pred, yb)
            total += loss.item() * len(xb)
            n += len(xb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong history-means-added: every batch weighted with the full size
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            y_pred = w * xb + b
            loss = loss_fn(y_pred, yb)
            total += loss.item() * loader.batch_size
            n += len(xb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong history-means-added: every batch weighted with four
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            y_pred = w * xb + b
            loss = loss_fn(y_pred, yb)
            total += loss.item() * 4
            n += len(xb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong history-divisor: the 15 rides of the notebook
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            y_pred = w * xb + b
            loss = loss_fn(y_pred, yb)
            total += loss.item() * len(xb)
            n += len(xb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(total / 15)
    return w.item(), b.item(), history


# %% wrong history-divisor: the number of epochs
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            y_pred = w * xb + b
            loss = loss_fn(y_pred, yb)
            total += loss.item() * len(xb)
            n += len(xb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(total / n_epochs)
    return w.item(), b.item(), history


# %% wrong wrong-history-of-batches: errors that are not squared
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            y_pred = w * xb + b
            loss = loss_fn(y_pred, yb)
            total += (y_pred - yb).sum().item()
            n += len(xb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong update-recorded: new parameters for each batch
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    history = []
    for _ in range(n_epochs):
        squares = 0.0
        for x, y in loader:
            error = w * x + b - y
            dw, db = torch.autograd.grad((error**2).mean(), (w, b), create_graph=True)
            w, b = w - lr * dw, b - lr * db
            squares += (error**2).sum().item()
        history.append(squares / len(loader.dataset))
    return w, b, history


# %% wrong history-of-tensors: the sum of the squares with its graph
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = torch.zeros(n_epochs)
    for epoch in range(n_epochs):
        squares = 0.0
        for x, y in loader:
            error = w * x + b - y
            optimizer.zero_grad()
            (error**2).mean().backward()
            optimizer.step()
            squares = squares + (error**2).sum()
        history[epoch] = squares / len(loader.dataset)
    return w.item(), b.item(), history


# %% right: the parameters as they were trained, losses in a deque
from collections import deque


def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    theta = torch.tensor([float(w0), float(b0)], requires_grad=True)
    optimizer = torch.optim.SGD([theta], lr=lr)
    history = deque()
    for _ in range(n_epochs):
        squares = torch.zeros(())
        for x, y in loader:
            error = theta[0] * x + theta[1] - y
            optimizer.zero_grad()
            (error**2).mean().backward()
            optimizer.step()
            squares += (error.detach() ** 2).sum()
        history.append(squares / len(loader.dataset))
    return theta[0], theta[1], history


# %% wrong changed-input: the rides of the loader are scaled
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for _ in range(n_epochs):
        squares = 0.0
        for x, y in loader:
            error = w * x + b - y
            optimizer.zero_grad()
            (error**2).mean().backward()
            optimizer.step()
            squares += (error**2).sum().item()
        history.append(squares / len(loader.dataset))
    for values in loader.dataset.tensors:
        values /= values.max()
    return w.item(), b.item(), history
