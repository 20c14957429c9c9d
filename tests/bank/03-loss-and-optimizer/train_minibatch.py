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


# %% wrong history-no-list: the parameters as they were trained, losses in a deque
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


# %% wrong gradient-never-asked-for: requires_grad forgotten
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


# %% wrong no-such-method: items
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        squares = 0.0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.items() * len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / len(loader.dataset))
    return w.item(), b.item(), history


# %% wrong step-takes-nothing: step(loss)
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        squares = 0.0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step(loss)
        history.append(squares / len(loader.dataset))
    return w.item(), b.item(), history


# %% wrong append-returns-none: append kept
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        squares = 0.0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history = history.append(squares / len(loader.dataset))
    return w.item(), b.item(), history


# %% wrong loader-has-no-numbers: loader indexed
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        squares = 0.0
        for xb, yb in loader[0]:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / len(loader.dataset))
    return w.item(), b.item(), history


# %% wrong batch-is-a-pair: one name
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        squares = 0.0
        for xb in loader:
            loss = loss_fn(w * xb + b, xb)
            squares += loss.item() * len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / len(loader.dataset))
    return w.item(), b.item(), history


# %% wrong loader-is-no-data: next(loader)
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        squares = 0.0
        for _ in range(len(loader)):
            xb, yb = next(loader)
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / len(loader.dataset))
    return w.item(), b.item(), history


# %% wrong not-started: zero batches
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            squares += loss.item() * len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / len(loader.dataset))
    return w.item(), b.item(), history


# %% wrong another-optimizer: Adam
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


# %% wrong history-per-batch: an entry for each batch, of the sum so far
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


# %% wrong history-mean-error: errors that are not squared
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


# %% right: optimizer made in each epoch
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    history = []
    for epoch in range(n_epochs):
        optimizer = torch.optim.SGD([w, b], lr=lr)
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% right: optimizer made for each batch
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer = torch.optim.SGD([w, b], lr=lr)
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% right: iter and next until it stops
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        walk = iter(loader)
        for _ in range(len(loader)):
            xb, yb = next(walk)
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% right: list of the loader each epoch
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in list(loader):
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% right: w of shape (1,)
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor([float(w0)], requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% right: clip at a limit that never matters
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            nn.utils.clip_grad_norm_([w, b], 1e30)
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% right: loss of reduction none
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            each = (y_pred - yb) ** 2
            loss = each.mean()
            loss.backward()
            optimizer.step()
            total += each.detach().sum().item()
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong half-steps: half of the mean
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb) / 2
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong half-steps: half of the mean, history as if right
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = 0.5 * ((y_pred - yb) ** 2).mean()
            loss.backward()
            optimizer.step()
            total += 2 * loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong half-sum-in-a-batch: half of the sum
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = ((y_pred - yb) ** 2).sum() / 2
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong half-sum-in-a-batch: half of the sum by hand, no 2 no mean
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            error = w * xb + b - yb
            total += (error**2).sum().item()
            n += len(yb)
            dw = (error * xb).sum().item()
            db = error.sum().item()
            w = w - lr * dw
            b = b - lr * db
        history.append(total / n)
    return w, b, history


# %% wrong sum-in-a-batch: sum by hand with 2
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            error = w * xb + b - yb
            total += (error**2).sum().item()
            n += len(yb)
            dw = 2 * (error * xb).sum().item()
            db = 2 * error.sum().item()
            w = w - lr * dw
            b = b - lr * db
        history.append(total / n)
    return w, b, history


# %% wrong half-for-one: without 2 in db alone
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            error = w * xb + b - yb
            total += (error**2).sum().item()
            n += len(yb)
            dw = 2 * (error * xb).mean().item()
            db = error.mean().item()
            w = w - lr * dw
            b = b - lr * db
        history.append(total / n)
    return w, b, history


# %% wrong half-for-one: without 2 in dw alone
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            error = w * xb + b - yb
            total += (error**2).sum().item()
            n += len(yb)
            dw = (error * xb).mean().item()
            db = 2 * error.mean().item()
            w = w - lr * dw
            b = b - lr * db
        history.append(total / n)
    return w, b, history


# %% wrong mixed-in-a-batch: sum dw, mean db
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            error = w * xb + b - yb
            total += (error**2).sum().item()
            n += len(yb)
            dw = 2 * (error * xb).sum().item()
            db = 2 * error.mean().item()
            w = w - lr * dw
            b = b - lr * db
        history.append(total / n)
    return w, b, history


# %% wrong w-moved-by-db: missing x
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            error = w * xb + b - yb
            total += (error**2).sum().item()
            n += len(yb)
            dw = 2 * error.mean().item()
            db = 2 * error.mean().item()
            w = w - lr * dw
            b = b - lr * db
        history.append(total / n)
    return w, b, history


# %% wrong y-for-x: y for x
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            error = w * xb + b - yb
            total += (error**2).sum().item()
            n += len(yb)
            dw = 2 * (error * yb).mean().item()
            db = 2 * error.mean().item()
            w = w - lr * dw
            b = b - lr * db
        history.append(total / n)
    return w, b, history


# %% wrong error-squared: x squared, error * xb ** 2
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            error = w * xb + b - yb
            total += (error**2).sum().item()
            n += len(yb)
            dw = 2 * (error * xb**2).mean().item()
            db = 2 * error.mean().item()
            w = w - lr * dw
            b = b - lr * db
        history.append(total / n)
    return w, b, history


# %% wrong flipped-sign: fare minus prediction
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            error = yb - w * xb - b
            total += (error**2).sum().item()
            n += len(yb)
            dw = 2 * (error * xb).mean().item()
            db = 2 * error.mean().item()
            w = w - lr * dw
            b = b - lr * db
        history.append(total / n)
    return w, b, history


# %% wrong missing-minus-of-w: fare minus prediction for dw only
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            error = w * xb + b - yb
            total += (error**2).sum().item()
            n += len(yb)
            dw = 2 * (error * xb).mean().item()
            db = 2 * error.mean().item()
            w = w + lr * dw
            b = b - lr * db
        history.append(total / n)
    return w, b, history


# %% wrong missing-minus-of-b: plus for b
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            error = w * xb + b - yb
            total += (error**2).sum().item()
            n += len(yb)
            dw = 2 * (error * xb).mean().item()
            db = 2 * error.mean().item()
            w = w - lr * dw
            b = b + lr * db
        history.append(total / n)
    return w, b, history


# %% wrong step-for-the-value: =- w
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            error = w * xb + b - yb
            total += (error**2).sum().item()
            n += len(yb)
            dw = 2 * (error * xb).mean().item()
            db = 2 * error.mean().item()
            w = -lr * dw
            b = b - lr * db
        history.append(total / n)
    return w, b, history


# %% wrong step-for-the-value: =- both
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            error = w * xb + b - yb
            total += (error**2).sum().item()
            n += len(yb)
            dw = 2 * (error * xb).mean().item()
            db = 2 * error.mean().item()
            w = -lr * dw
            b = -lr * db
        history.append(total / n)
    return w, b, history


# %% wrong w-moved-by-db: copied update, w moved with db
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            error = w * xb + b - yb
            total += (error**2).sum().item()
            n += len(yb)
            dw = 2 * (error * xb).mean().item()
            db = 2 * error.mean().item()
            w = w - lr * db
            b = b - lr * db
        history.append(total / n)
    return w, b, history


# %% wrong b-moved-by-dw: copied update, b moved with dw
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            error = w * xb + b - yb
            total += (error**2).sum().item()
            n += len(yb)
            dw = 2 * (error * xb).mean().item()
            db = 2 * error.mean().item()
            w = w - lr * dw
            b = b - lr * dw
        history.append(total / n)
    return w, b, history


# %% wrong derivatives-crossed: crossed updates
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            error = w * xb + b - yb
            total += (error**2).sum().item()
            n += len(yb)
            dw = 2 * (error * xb).mean().item()
            db = 2 * error.mean().item()
            w = w - lr * db
            b = b - lr * dw
        history.append(total / n)
    return w, b, history


# %% wrong b-from-w: copied, w twice, b from w
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            error = w * xb + b - yb
            total += (error**2).sum().item()
            n += len(yb)
            dw = 2 * (error * xb).mean().item()
            db = 2 * error.mean().item()
            w = w - lr * dw
            b = w - lr * db
        history.append(total / n)
    return w, b, history


# %% wrong b-moved-by-dw: B copied, b -= lr*w.grad
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            loss.backward()
            with torch.no_grad():
                w -= lr * w.grad
                b -= lr * w.grad
            w.grad.zero_()
            b.grad.zero_()
            total += loss.item() * len(yb)
            n += len(yb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong derivatives-crossed: B crossed
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            loss.backward()
            with torch.no_grad():
                w -= lr * b.grad
                b -= lr * w.grad
            w.grad.zero_()
            b.grad.zero_()
            total += loss.item() * len(yb)
            n += len(yb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong no-reset: B zero w only
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            loss.backward()
            with torch.no_grad():
                w -= lr * w.grad
                b -= lr * b.grad
            w.grad.zero_()
            total += loss.item() * len(yb)
            n += len(yb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong cleared-before-step: B zero before step
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            loss.backward()
            w.grad.zero_()
            b.grad.zero_()
            with torch.no_grad():
                w -= lr * w.grad
                b -= lr * b.grad
            w.grad.zero_()
            b.grad.zero_()
            total += loss.item() * len(yb)
            n += len(yb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong cleared-once-an-epoch: B zero once an epoch
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            loss.backward()
            with torch.no_grad():
                w -= lr * w.grad
                b -= lr * b.grad
            total += loss.item() * len(yb)
            n += len(yb)
        w.grad.zero_()
        b.grad.zero_()
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong missing-minus-of-b: B += for b
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            loss.backward()
            with torch.no_grad():
                w -= lr * w.grad
                b += lr * b.grad
            w.grad.zero_()
            b.grad.zero_()
            total += loss.item() * len(yb)
            n += len(yb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong lr-missing: B no lr
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            loss.backward()
            with torch.no_grad():
                w -= w.grad
                b -= b.grad
            w.grad.zero_()
            b.grad.zero_()
            total += loss.item() * len(yb)
            n += len(yb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong lr-missing: B no lr for b
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            loss.backward()
            with torch.no_grad():
                w -= lr * w.grad
                b -= b.grad
            w.grad.zero_()
            b.grad.zero_()
            total += loss.item() * len(yb)
            n += len(yb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong mean-divided-again: B lr divided by batch
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            loss.backward()
            with torch.no_grad():
                w -= lr * w.grad / len(xb)
                b -= lr * b.grad / len(xb)
            w.grad.zero_()
            b.grad.zero_()
            total += loss.item() * len(yb)
            n += len(yb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong step-twice: B lr times 2
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            loss.backward()
            with torch.no_grad():
                w -= 2 * lr * w.grad
                b -= 2 * lr * b.grad
            w.grad.zero_()
            b.grad.zero_()
            total += loss.item() * len(yb)
            n += len(yb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong errors-averaged-first: square of the mean error
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = (y_pred - yb).mean() ** 2
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong errors-averaged-first: square of the sum
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = (y_pred - yb).sum() ** 2 / len(xb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong errors-not-squared: bracket closes too late, (y_pred - yb**2)
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = (y_pred - yb**2).mean()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong absolute-error: L1Loss
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.L1Loss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong huber-loss: SmoothL1Loss
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.SmoothL1Loss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong huber-loss: HuberLoss
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.HuberLoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong rmse: RMSE
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb).sqrt()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong rmse: RMSE loss, history squared
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = torch.sqrt(criterion(y_pred, yb))
            loss.backward()
            optimizer.step()
            total += loss.item() ** 2 * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong target-is-x: loss compares with x
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, xb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong other-power: cube
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = ((y_pred - yb) ** 3).mean()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong last-ride-only: first ride of batch
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred[0], yb[0])
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong last-ride-only: last ride of batch
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred[-1], yb[-1])
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong divided-by-the-batches: divided by len(loader)
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = ((y_pred - yb) ** 2).sum() / len(loader)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong fixed-batch-size: divided by batch_size
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = ((y_pred - yb) ** 2).sum() / loader.batch_size
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong fixed-n: divided by 4
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = ((y_pred - yb) ** 2).sum() / 4
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong n-minus-1: n minus 1
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = ((y_pred - yb) ** 2).sum() / (len(xb) - 1)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong weight-decay: l2 regularisation in the loss
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb) + 0.01 * w**2
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong broadcast: column fares broadcast
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb.view(-1, 1))
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong bias-in-the-product: w * (x + b)
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * (xb + b)
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong bias-subtracted: w * x - b
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb - b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong w-and-b-exchanged: b * x + w
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = b * xb + w
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong w-b-swapped: w + b * x started swapped
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return b.item(), w.item(), history


# %% wrong bias-not-in-model: no b
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong w-not-trained: w0 for w
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w0 * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong clipped: clip norm 1
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            nn.utils.clip_grad_norm_([w, b], max_norm=1.0)
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong clipped: clip norm 0.5
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            nn.utils.clip_grad_norm_([w, b], 0.5)
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong momentum: momentum 0.9
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr, momentum=0.9)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong another-optimizer: optim Adam
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.Adam([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong rate-decays: scheduler per epoch
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=1, gamma=0.9)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
        scheduler.step()
    return w.item(), b.item(), history


# %% wrong rate-decays: scheduler per batch
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.99)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
            scheduler.step()
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong lr-ignored: lr * batch_size
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr * loader.batch_size)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong two-rates: two groups, 10x
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([{"params": [w]}, {"params": [b], "lr": 10 * lr}], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong one-tensor-for-both: one tensor for both
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = w
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong returns-after-a-batch: return in the inner, after epochs' append
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            return w.item(), b.item(), history
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong keeps-the-best: best of the epochs, before
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    best = (float("inf"), w0, b0)
    for epoch in range(n_epochs):
        start = (w.item(), b.item())
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
        if history[-1] < best[0]:
            best = (history[-1], *start)
    return best[1], best[2], history


# %% wrong keeps-the-best: best of the batches
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    best = (float("inf"), w0, b0)
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            if loss.item() < best[0]:
                best = (loss.item(), w.item(), b.item())
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return best[1], best[2], history


# %% wrong n-epochs-ignored: early stop patience
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
        if epoch > 0 and history[-1] > history[-2]:
            break
    return w.item(), b.item(), history


# %% wrong history-of-one-epoch: early stop tol
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
        if history[-1] < 1e-6:
            break
    return w.item(), b.item(), history


# %% wrong previous-batch: step before backward, zero after step
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            optimizer.step()
            optimizer.zero_grad()
            loss.backward()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong last-update-lost: step of the batch before, zero, step, backward at end
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.step()
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong cleared-too-seldom: zero every second batch (accumulation)
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for i, (xb, yb) in enumerate(loader):
            if i % 2 == 0:
                optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong not-every-batch: accumulation 2 with step every 2
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for i, (xb, yb) in enumerate(loader):
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            if (i + 1) % 2 == 0:
                optimizer.step()
                optimizer.zero_grad()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong step-twice: backward twice
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward(retain_graph=True)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong last-batch-dropped: drops last by len
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            if len(xb) < loader.batch_size:
                continue
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong loader-walked-once: list(loader) once
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    batches = list(loader)
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in batches:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong pairs-torn: sorted batch x
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            xb = xb.sort().values
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong data-changed: standardised batch
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            xb = (xb - xb.mean()) / (xb.std() + 1e-8)
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong data-changed: centred batch
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            xb = xb - xb.mean()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong history-mean-of-means: history mean of means
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item()
            n += len(xb)
        history.append(total / len(loader))
    return w.item(), b.item(), history


# %% wrong history-of-one-batch: history last batch
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(loss.item())
    return w.item(), b.item(), history


# %% wrong history-of-tensors: history last loss tensor
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(loss)
    return w.item(), b.item(), history


# %% wrong history-sum: history total
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total)
    return w.item(), b.item(), history


# %% wrong history-rmse: history rmse
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append((total / n) ** 0.5)
    return w.item(), b.item(), history


# %% wrong history-half: history half
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n / 2)
    return w.item(), b.item(), history


# %% wrong history-half: history half 2n
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / (2 * n))
    return w.item(), b.item(), history


# %% wrong history-after-own-step: history after step
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += criterion(w * xb + b, yb).item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong history-running-total: total not reset
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    total = 0.0
    for epoch in range(n_epochs):
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong history-of-weights: history of w
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(w.item())
    return w.item(), b.item(), history


# %% wrong history-length: history starts with loss before
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    X, Y = loader.dataset.tensors
    history = [criterion(w * X + b, Y).item()]
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong history-of-one-epoch: history list overwritten
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history = [total / n]
    return w.item(), b.item(), history


# %% wrong history-absolute: mean absolute errors
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += (y_pred - yb).abs().sum().item()
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong history-first: history, w, b
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return history, w.item(), b.item()


# %% wrong return-nested: nested
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return (w.item(), b.item()), history


# %% wrong wrong-batches: loss for a wrong batch, previous
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total = 0.0
        n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            y_pred = w * xb + b
            loss = criterion(y_pred, yb)
            if n:
                before.backward()
                optimizer.step()
            before = loss
            total += loss.item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong w-before-b: alternate update, w in even, b in odd
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            loss.backward()
            with torch.no_grad():
                w -= lr * w.grad
            loss2 = loss_fn(w * xb + b, yb)
            b.grad.zero_()
            loss2.backward()
            with torch.no_grad():
                b -= lr * b.grad
            w.grad.zero_()
            b.grad.zero_()
            total += loss.item() * len(yb)
            n += len(yb)
        history.append(total / n)
    return w.item(), b.item(), history


# %% wrong w-before-b: C, db with the new w
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            error = w * xb + b - yb
            total += (error**2).sum().item()
            n += len(yb)
            dw = 2 * (error * xb).mean().item()
            w = w - lr * dw
            db = 2 * (w * xb + b - yb).mean().item()
            b = b - lr * db
        history.append(total / n)
    return w, b, history


# %% wrong divided-by-the-batches: C, averaged over batch count
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            error = w * xb + b - yb
            total += (error**2).sum().item()
            n += len(yb)
            dw = 2 * (error * xb).sum().item() / len(loader)
            db = 2 * error.sum().item() / len(loader)
            w = w - lr * dw
            b = b - lr * db
        history.append(total / n)
    return w, b, history


# %% wrong absolute-error: C, signs, np.sign
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            error = w * xb + b - yb
            total += (error**2).sum().item()
            n += len(yb)
            dw = (error.sign() * xb).mean().item()
            db = error.sign().mean().item()
            w = w - lr * dw
            b = b - lr * db
        history.append(total / n)
    return w, b, history


# %% wrong wrong-history-of-batches: smoothed
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for xb, yb in loader:
            optimizer.zero_grad()
            loss = loss_fn(w * xb + b, yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            n += len(xb)
        now = total / n
        history.append(0.9 * history[-1] + 0.1 * now if history else now)
    return w.item(), b.item(), history


# %% wrong never-steps: no step
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


# %% right: ref
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total, count = 0.0, 0
        for xb, yb in loader:
            loss = nn.functional.mse_loss(w * xb + b, yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            count += len(xb)
        history.append(total / count)
    return w.item(), b.item(), history


# %% wrong no-backward: no backward
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total, count = 0.0, 0
        for xb, yb in loader:
            loss = nn.functional.mse_loss(w * xb + b, yb)
            optimizer.zero_grad()
            optimizer.step()
            total += loss.item() * len(xb)
            count += len(xb)
        history.append(total / count)
    return w.item(), b.item(), history


# %% wrong never-steps: no step, once more
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total, count = 0.0, 0
        for xb, yb in loader:
            loss = nn.functional.mse_loss(w * xb + b, yb)
            optimizer.zero_grad()
            loss.backward()
            total += loss.item() * len(xb)
            count += len(xb)
        history.append(total / count)
    return w.item(), b.item(), history


# %% wrong cleared-before-step: between
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total, count = 0.0, 0
        for xb, yb in loader:
            loss = nn.functional.mse_loss(w * xb + b, yb)
            loss.backward()
            optimizer.zero_grad()
            optimizer.step()
            total += loss.item() * len(xb)
            count += len(xb)
        history.append(total / count)
    return w.item(), b.item(), history


# %% wrong loss-made-anew: anew
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total, count = 0.0, 0
        for xb, yb in loader:
            loss = nn.functional.mse_loss(w * xb + b, yb)
            optimizer.zero_grad()
            loss = torch.tensor(loss.item(), requires_grad=True)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            count += len(xb)
        history.append(total / count)
    return w.item(), b.item(), history


# %% wrong optimizer-holds-others: others
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD(
        [torch.zeros((), requires_grad=True), torch.zeros((), requires_grad=True)], lr=lr
    )
    history = []
    for epoch in range(n_epochs):
        total, count = 0.0, 0
        for xb, yb in loader:
            loss = nn.functional.mse_loss(w * xb + b, yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            count += len(xb)
        history.append(total / count)
    return w.item(), b.item(), history


# %% wrong another-returned: returns starts
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total, count = 0.0, 0
        for xb, yb in loader:
            loss = nn.functional.mse_loss(w * xb + b, yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            count += len(xb)
        history.append(total / count)
    return w0, b0, history


# %% wrong update-lost: lost
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total, count = 0.0, 0
        for xb, yb in loader:
            loss = nn.functional.mse_loss(w * xb + b, yb)
            optimizer.zero_grad()
            loss.backward()
            w.data - lr * w.grad
            b.data - lr * b.grad
            total += loss.item() * len(xb)
            count += len(xb)
        history.append(total / count)
    return w.item(), b.item(), history


# %% wrong graph-cut: cut
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total, count = 0.0, 0
        for xb, yb in loader:
            loss = nn.functional.mse_loss((w * xb + b).detach().requires_grad_(), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            count += len(xb)
        history.append(total / count)
    return w.item(), b.item(), history


# %% wrong rate-changes: a scheduler that acts late
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0, requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=3, gamma=0.17)
    history = []
    for epoch in range(n_epochs):
        total, rides = 0.0, 0
        for x, y in loader:
            loss = loss_fn(w * x + b, y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(y)
            rides += len(y)
        scheduler.step()
        history.append(total / rides)
    return w.item(), b.item(), history


# %% wrong one-returned-twice: w twice
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        total, count = 0.0, 0
        for xb, yb in loader:
            loss = loss_fn(w * xb + b, yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            count += len(xb)
        history.append(total / count)
    return w.item(), w.item(), history
