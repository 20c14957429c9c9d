# %% right: a counter, and a look before the limit
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while True:
        mse_loss(forward(x, w) + b, y).backward()
        if max(abs(w.grad), abs(b.grad)) < tol:
            return w.item(), b.item(), n
        if n == max_epochs:
            raise ValueError("too many updates")
        update_([w, b], lr)
        n += 1


# %% right: a while loop that asks whether it is close
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    loss = mse_loss(forward(x, w) + b, y)
    loss.backward()
    while not (w.grad.abs() < tol and b.grad.abs() < tol):
        if n >= max_epochs:
            raise ValueError
        update_([w, b], lr)
        mse_loss(forward(x, w) + b, y).backward()
        n += 1
    return w.item(), b.item(), n


# %% right: torch.autograd.grad, detached tensors
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        dw, db = torch.autograd.grad(mse_loss(w * x + b, y), (w, b))
        if torch.stack([dw, db]).abs().max() < tol:
            return w.detach(), b.detach(), n
        with torch.no_grad():
            w -= lr * dw
            b -= lr * db
    raise ValueError("not arrived")


# %% right: torch.func.grad, an own error class
class NotArrived(ValueError):
    pass


def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    slopes = torch.func.grad(lambda w, b: ((w * x + b - y) ** 2).mean(), argnums=(0, 1))
    w, b, n = torch.tensor(float(w0)), torch.tensor(float(b0)), 0
    dw, db = slopes(w, b)
    while n < max_epochs and not max(abs(dw.item()), abs(db.item())) < tol:
        w, b, n = w - lr * dw, b - lr * db, n + 1
        dw, db = slopes(w, b)
    if not (abs(dw) < tol and abs(db) < tol):
        raise NotArrived(n)
    return w, b, n


# %% right: both in one tensor
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    theta = torch.tensor([w0, b0], dtype=torch.float32, requires_grad=True)
    X = torch.stack([x, torch.ones_like(x)], dim=1)
    for n in range(max_epochs + 1):
        ((X @ theta - y) ** 2).mean().backward()
        if (theta.grad.abs() < tol).all():
            return *theta.tolist(), n
        update_([theta], lr)
    raise ValueError(f"{max_epochs} updates are not enough")


# %% right: gives up early where numbers are NaN
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        loss = mse_loss(forward(x, w) + b, y)
        loss.backward()
        size = max(abs(w.grad.item()), abs(b.grad.item()))
        if size < tol:
            return w.item(), b.item(), n
        if not np.isfinite(size):
            break
        update_([w, b], lr)
    raise ValueError(f"loss {loss.item()} after {n} updates")


# %% right: recorded updates, plain numbers at the end
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while True:
        dw, db = torch.autograd.grad(mse_loss(w * x + b, y), (w, b))
        if abs(dw) < tol and abs(db) < tol:
            return w.item(), b.item(), n
        if n == max_epochs:
            raise ValueError
        w, b, n = w - lr * dw, b - lr * db, n + 1


# %% right: an optimizer, float64, NumPy's integers
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    x, y = x.double(), y.double()
    w = torch.tensor(w0, dtype=torch.float64, requires_grad=True)
    b = torch.tensor(b0, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    for n in np.arange(max_epochs + 1):
        optimizer.zero_grad()
        mse_loss(forward(x, w) + b, y).backward()
        if all(p.grad.abs().item() < tol for p in (w, b)):
            return [w.item(), b.item(), n]
        optimizer.step()
    raise ValueError


# %% right: helper functions and recursion of one level
def slopes(x, y, *start):
    w, b = (torch.tensor(value, requires_grad=True) for value in start)
    mse_loss(forward(x, w) + b, y).backward()
    return w.grad.item(), b.grad.item()


def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w, b = float(w0), float(b0)
    for n in range(max_epochs + 1):
        dw, db = slopes(x, y, w, b)
        if abs(dw) < tol and abs(db) < tol:
            return w, b, n
        w, b = w - lr * dw, b - lr * db
    raise ValueError


# %% right: a module of torch's
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    line = torch.nn.Linear(1, 1)
    torch.nn.init.constant_(line.weight, w0)
    torch.nn.init.constant_(line.bias, b0)
    done = 0
    while True:
        line.zero_grad()
        torch.nn.functional.mse_loss(line(x[:, None]).squeeze(1), y).backward()
        steepest = max(p.grad.abs().max() for p in line.parameters())
        if steepest < tol:
            return line.weight.item(), line.bias.item(), done
        if done == max_epochs:
            raise ValueError(steepest)
        update_(list(line.parameters()), lr)
        done += 1


# %% wrong until-last-not-looked-at: raises before it looks
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while True:
        if n == max_epochs:
            raise ValueError("too many updates")
        mse_loss(forward(x, w) + b, y).backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        update_([w, b], lr)
        n += 1


# %% wrong until-last-not-looked-at: as many looks as updates
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs):
        mse_loss(forward(x, w) + b, y).backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        update_([w, b], lr)
    raise ValueError("not arrived")


# %% wrong until-one-slope: w alone
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while True:
        mse_loss(forward(x, w) + b, y).backward()
        if abs(w.grad) < tol:
            return w.item(), b.item(), n
        if n == max_epochs:
            raise ValueError("too many updates")
        update_([w, b], lr)
        n += 1


# %% wrong until-one-slope: b alone
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while True:
        mse_loss(forward(x, w) + b, y).backward()
        if b.grad.abs().item() < tol:
            return w.item(), b.item(), n
        if n == max_epochs:
            raise ValueError("too many updates")
        update_([w, b], lr)
        n += 1


# %% wrong until-another-measure: or
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while True:
        mse_loss(forward(x, w) + b, y).backward()
        if abs(w.grad) < tol or abs(b.grad) < tol:
            return w.item(), b.item(), n
        if n == max_epochs:
            raise ValueError("too many updates")
        update_([w, b], lr)
        n += 1


# %% wrong until-signed: no abs
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while True:
        mse_loss(forward(x, w) + b, y).backward()
        if max(w.grad, b.grad) < tol:
            return w.item(), b.item(), n
        if n == max_epochs:
            raise ValueError("too many updates")
        update_([w, b], lr)
        n += 1


# %% wrong until-signed: abs of one
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while True:
        mse_loss(forward(x, w) + b, y).backward()
        if abs(w.grad) < tol and b.grad < tol:
            return w.item(), b.item(), n
        if n == max_epochs:
            raise ValueError("too many updates")
        update_([w, b], lr)
        n += 1


# %% wrong until-signed: abs of the larger
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while True:
        mse_loss(forward(x, w) + b, y).backward()
        if abs(max(w.grad, b.grad)) < tol:
            return w.item(), b.item(), n
        if n == max_epochs:
            raise ValueError("too many updates")
        update_([w, b], lr)
        n += 1


# %% wrong until-another-measure: the length
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while True:
        mse_loss(forward(x, w) + b, y).backward()
        if torch.hypot(w.grad, b.grad) < tol:
            return w.item(), b.item(), n
        if n == max_epochs:
            raise ValueError("too many updates")
        update_([w, b], lr)
        n += 1


# %% wrong until-another-measure: the squares
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while True:
        mse_loss(forward(x, w) + b, y).backward()
        if w.grad**2 + b.grad**2 < tol:
            return w.item(), b.item(), n
        if n == max_epochs:
            raise ValueError("too many updates")
        update_([w, b], lr)
        n += 1


# %% wrong until-another-measure: the sum
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while True:
        mse_loss(forward(x, w) + b, y).backward()
        if abs(w.grad) + abs(b.grad) < tol:
            return w.item(), b.item(), n
        if n == max_epochs:
            raise ValueError("too many updates")
        update_([w, b], lr)
        n += 1


# %% wrong until-another-measure: signs cancel
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while True:
        mse_loss(forward(x, w) + b, y).backward()
        if abs(w.grad + b.grad) < tol:
            return w.item(), b.item(), n
        if n == max_epochs:
            raise ValueError("too many updates")
        update_([w, b], lr)
        n += 1


# %% wrong until-another-measure: the step
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while True:
        mse_loss(forward(x, w) + b, y).backward()
        if lr * max(abs(w.grad), abs(b.grad)) < tol:
            return w.item(), b.item(), n
        if n == max_epochs:
            raise ValueError("too many updates")
        update_([w, b], lr)
        n += 1


# %% wrong until-tol-ignored: a thousandth written in
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while True:
        mse_loss(forward(x, w) + b, y).backward()
        if max(abs(w.grad), abs(b.grad)) < 1e-3:
            return w.item(), b.item(), n
        if n == max_epochs:
            raise ValueError("too many updates")
        update_([w, b], lr)
        n += 1


# %% wrong until-loss: the loss is small
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        loss = mse_loss(forward(x, w) + b, y)
        loss.backward()
        if loss < tol:
            return w.item(), b.item(), n
        update_([w, b], lr)
    raise ValueError


# %% wrong until-loss-stands-still: the loss hardly changes
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    before = float("inf")
    for n in range(max_epochs + 1):
        loss = mse_loss(forward(x, w) + b, y)
        loss.backward()
        if abs(before - loss.item()) < tol:
            return w.item(), b.item(), n
        before = loss.item()
        update_([w, b], lr)
    raise ValueError


# %% wrong until-already-there: moves before it looks
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while True:
        mse_loss(forward(x, w) + b, y).backward()
        update_([w, b], lr)
        n += 1
        mse_loss(forward(x, w) + b, y).backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        w.grad = b.grad = None
        if n >= max_epochs:
            raise ValueError


# %% wrong until-one-too-many: looks at the slopes before the update
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(1, max_epochs + 2):
        mse_loss(forward(x, w) + b, y).backward()
        size = max(abs(w.grad), abs(b.grad))
        update_([w, b], lr)
        if size < tol:
            return w.item(), b.item(), n
    raise ValueError


# %% wrong until-one-update-more: updates although it is close
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        mse_loss(forward(x, w) + b, y).backward()
        close = abs(w.grad) < tol and abs(b.grad) < tol
        update_([w, b], lr)
        if close:
            return w.item(), b.item(), n
    raise ValueError


# %% wrong until-count-off: counts looks
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while True:
        mse_loss(forward(x, w) + b, y).backward()
        if max(abs(w.grad), abs(b.grad)) < tol:
            return w.item(), b.item(), n + 1
        if n == max_epochs:
            raise ValueError("too many updates")
        update_([w, b], lr)
        n += 1


# %% wrong until-count-off: counts from minus one
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = -1
    for _ in range(max_epochs + 1):
        mse_loss(forward(x, w) + b, y).backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        update_([w, b], lr)
        n += 1
    raise ValueError


# %% wrong until-n-not-whole: a float
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while True:
        mse_loss(forward(x, w) + b, y).backward()
        if max(abs(w.grad), abs(b.grad)) < tol:
            return w.item(), b.item(), float(n)
        if n == max_epochs:
            raise ValueError("too many updates")
        update_([w, b], lr)
        n += 1


# %% wrong until-n-not-whole: a tensor
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while True:
        mse_loss(forward(x, w) + b, y).backward()
        if max(abs(w.grad), abs(b.grad)) < tol:
            return w.item(), b.item(), torch.tensor(n)
        if n == max_epochs:
            raise ValueError("too many updates")
        update_([w, b], lr)
        n += 1


# %% wrong until-with-a-graph: the parameters themselves
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while True:
        mse_loss(forward(x, w) + b, y).backward()
        if max(abs(w.grad), abs(b.grad)) < tol:
            return w, b, n
        if n == max_epochs:
            raise ValueError("too many updates")
        update_([w, b], lr)
        n += 1


# %% wrong until-with-a-graph: recorded updates, a graph that grows
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        dw, db = torch.autograd.grad(mse_loss(w * x + b, y), (w, b))
        if abs(dw) < tol and abs(db) < tol:
            return w, b, n
        w, b = w - lr * dw, b - lr * db
    raise ValueError


# %% wrong no-reset: never cleared
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        mse_loss(forward(x, w) + b, y).backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
    raise ValueError


# %% wrong until-returns-nan: goes on while too large
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    mse_loss(forward(x, w) + b, y).backward()
    while max(abs(w.grad), abs(b.grad)) >= tol:
        if n == max_epochs:
            raise ValueError
        update_([w, b], lr)
        mse_loss(forward(x, w) + b, y).backward()
        n += 1
    return w.item(), b.item(), n


# %% wrong until-max-epochs-ignored: no limit
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    mse_loss(forward(x, w) + b, y).backward()
    while abs(w.grad) >= tol or abs(b.grad) >= tol:
        update_([w, b], lr)
        mse_loss(forward(x, w) + b, y).backward()
        n += 1
    return w.item(), b.item(), n


# %% wrong until-max-epochs-ignored: always ten thousand
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(10_000):
        mse_loss(forward(x, w) + b, y).backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        update_([w, b], lr)
    raise ValueError


# %% wrong until-never-ends: the last update does not leave the loop
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while True:
        mse_loss(forward(x, w) + b, y).backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        if n < max_epochs:
            update_([w, b], lr)
            n += 1


# %% wrong until-not-raised: returns what it has
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        mse_loss(forward(x, w) + b, y).backward()
        if n == max_epochs or abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        update_([w, b], lr)


# %% wrong until-silent: no answer when it does not arrive
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        mse_loss(forward(x, w) + b, y).backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        update_([w, b], lr)


# %% wrong until-another-exception: a RuntimeError
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        mse_loss(forward(x, w) + b, y).backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        update_([w, b], lr)
    raise RuntimeError("not arrived")


# %% wrong until-gives-up: a rate of one at most
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        mse_loss(forward(x, w) + b, y).backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        if n and abs(w.grad) > abs(last):
            raise ValueError("it runs away")
        last = w.grad.item()
        update_([w, b], lr)
    raise ValueError


# %% wrong flipped-sign: uphill
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        mse_loss(forward(x, w) + b, y).backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        update_([w, b], -lr)
    raise ValueError


# %% wrong sum-for-mean: a sum
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        ((w * x + b - y) ** 2).sum().backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        update_([w, b], lr)
    raise ValueError


# %% wrong missing-factor-2: half of the loss
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        (mse_loss(forward(x, w) + b, y) / 2).backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        update_([w, b], lr)
    raise ValueError


# %% wrong lr-ignored: a tenth written in
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        mse_loss(forward(x, w) + b, y).backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        update_([w, b], 0.1)
    raise ValueError


# %% wrong w0-ignored: starts at zero
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(0.0, requires_grad=True)
    b = torch.tensor(0.0, requires_grad=True)
    for n in range(max_epochs + 1):
        mse_loss(forward(x, w) + b, y).backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        update_([w, b], lr)
    raise ValueError


# %% wrong no-autograd: the formulas of notebook 01
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w, b = w0, b0
    for n in range(max_epochs + 1):
        e = w * x + b - y
        dw, db = (2 * x * e).mean().item(), (2 * e).mean().item()
        if abs(dw) < tol and abs(db) < tol:
            return w, b, n
        w, b = w - lr * dw, b - lr * db
    raise ValueError


# %% wrong w-b-swapped: b first
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while True:
        mse_loss(forward(x, w) + b, y).backward()
        if max(abs(w.grad), abs(b.grad)) < tol:
            return b.item(), w.item(), n
        if n == max_epochs:
            raise ValueError("too many updates")
        update_([w, b], lr)
        n += 1


# %% wrong rounded: two digits
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while True:
        mse_loss(forward(x, w) + b, y).backward()
        if max(abs(w.grad), abs(b.grad)) < tol:
            return round(w.item(), 2), round(b.item(), 2), n
        if n == max_epochs:
            raise ValueError("too many updates")
        update_([w, b], lr)
        n += 1


# %% wrong return-without-b: the updates are missing
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while True:
        mse_loss(forward(x, w) + b, y).backward()
        if max(abs(w.grad), abs(b.grad)) < tol:
            return w.item(), b.item()
        if n == max_epochs:
            raise ValueError("too many updates")
        update_([w, b], lr)
        n += 1


# %% wrong return-nested: a pair and a number
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while True:
        mse_loss(forward(x, w) + b, y).backward()
        if max(abs(w.grad), abs(b.grad)) < tol:
            return (w.item(), b.item()), n
        if n == max_epochs:
            raise ValueError("too many updates")
        update_([w, b], lr)
        n += 1


# %% wrong until-n-not-whole: a history in the place of n
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    history = []
    for n in range(max_epochs + 1):
        loss = mse_loss(forward(x, w) + b, y)
        loss.backward()
        history.append(loss.item())
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), history
        update_([w, b], lr)
    raise ValueError


# %% wrong state-between-calls: b starts anywhere
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.randn((), requires_grad=True)
    for n in range(max_epochs + 1):
        mse_loss(forward(x, w) + b, y).backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        update_([w, b], lr)
    raise ValueError


# %% wrong changed-input: centres the distances in place
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    x -= x.mean()
    for n in range(max_epochs + 1):
        mse_loss(forward(x, w) + b, y).backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        update_([w, b], lr)
    raise ValueError


# %% wrong w-before-b: two passes an update
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        mse_loss(forward(x, w) + b, y).backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        b.grad = None
        update_([w], lr)
        mse_loss(forward(x, w) + b, y).backward()
        w.grad = None
        update_([b], lr)
    raise ValueError


# %% wrong one-step-behind: the parameters of the look before
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    before = w0, b0
    for n in range(max_epochs + 1):
        mse_loss(forward(x, w) + b, y).backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return *before, n
        before = w.item(), b.item()
        update_([w, b], lr)
    raise ValueError


# %% wrong until-wrong-n: looks at every third update
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while True:
        mse_loss(forward(x, w) + b, y).backward()
        if n % 3 == 0 and max(abs(w.grad), abs(b.grad)) < tol:
            return w.item(), b.item(), n
        if n == max_epochs:
            raise ValueError("too many updates")
        update_([w, b], lr)
        n += 1


# %% wrong until-off-the-path: twice the rate for one
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        mse_loss(forward(x, w) + b, y).backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        update_([w], 1.1 * lr)
        update_([b], 0.9 * lr)
    raise ValueError


# %% wrong bias-not-in-model: b not in the prediction
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0, requires_grad=True)
    for n in range(max_epochs + 1):
        loss = mse_loss(forward(x, w), y)
        loss.backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        update_([w, b], lr)
    raise ValueError("no")


# %% wrong until-returns-the-error: returns the error
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0, requires_grad=True)
    for n in range(max_epochs + 1):
        loss = mse_loss(forward(x, w) + b, y)
        loss.backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        update_([w, b], lr)
    return ValueError("no")


# %% wrong until-silent: prints an error
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0, requires_grad=True)
    for n in range(max_epochs + 1):
        loss = mse_loss(forward(x, w) + b, y)
        loss.backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        update_([w, b], lr)
    print("ValueError")


# %% right: gives up at the first NaN
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0, requires_grad=True)
    for n in range(max_epochs + 1):
        loss = mse_loss(forward(x, w) + b, y)
        if torch.isnan(loss):
            raise ValueError("ran away")
        loss.backward()
        if torch.stack([w.grad, b.grad]).abs().max() < tol:
            return w.item(), b.item(), n
        update_([w, b], lr)
    raise ValueError("not arrived")


# %% wrong until-another-measure: the squares of the slopes
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        mse_loss(forward(x, w) + b, y).backward()
        if w.grad**2 < tol and b.grad**2 < tol:
            return w.item(), b.item(), n
        update_([w, b], lr)
    raise ValueError("no")


# %% wrong cleared-by-the-update: looks after the update
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0, requires_grad=True)
    for n in range(max_epochs):
        loss = mse_loss(forward(x, w) + b, y)
        loss.backward()
        update_([w, b], lr)
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
    raise ValueError("no")


# %% wrong grad-before-backward: asked before the first look
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    while abs(w.grad) >= tol or abs(b.grad) >= tol:
        mse_loss(forward(x, w) + b, y).backward()
        update_([w, b], lr)
        n += 1
    return w.item(), b.item(), n


# %% wrong forward-has-no-b: forward(x, w, b)
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        loss = mse_loss(forward(x, w, b), y)
        loss.backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        update_([w, b], lr)
    raise ValueError("not close enough")


# %% wrong no-grad-without-brackets: no_grad without
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        loss = mse_loss(w * x + b, y)
        loss.backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        with torch.no_grad:
            w -= lr * w.grad
    raise ValueError("not close enough")


# %% wrong grad-before-backward: looks before backward
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        loss = mse_loss(w * x + b, y)
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        loss.backward()
        update_([w, b], lr)
    raise ValueError("not close enough")


# %% wrong none-from-the-start: prev None
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    prev = None
    for n in range(max_epochs + 1):
        loss = mse_loss(w * x + b, y)
        loss.backward()
        if abs(prev - loss) < tol:
            return w.item(), b.item(), n
        prev = loss
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        update_([w, b], lr)
    raise ValueError("not close enough")


# %% wrong parameter-without-gradient: b without requires_grad
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0))
    for n in range(max_epochs + 1):
        loss = mse_loss(w * x + b, y)
        loss.backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        update_([w, b], lr)
    raise ValueError("not close enough")


# %% wrong range-of-a-decimal: range of a float
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(1e4):
        loss = mse_loss(w * x + b, y)
        loss.backward()
        if abs(w.grad) < tol and abs(b.grad) < tol:
            return w.item(), b.item(), n
        update_([w, b], lr)
    raise ValueError("not close enough")


# %% right: torch.max
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        if torch.max(torch.abs(torch.stack([w.grad, b.grad]))) < tol:
            return w.item(), b.item(), n
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% right: namedtuple
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    from collections import namedtuple

    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        mse_loss(forward(x, w) + b, y).backward()
        if max(abs(w.grad), abs(b.grad)) < tol:
            return namedtuple("R", "w b n")(w.item(), b.item(), n)
        update_([w, b], lr)
    raise ValueError


# %% right: for else
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        mse_loss(forward(x, w) + b, y).backward()
        if w.grad.abs() < tol and b.grad.abs() < tol:
            break
        if n < max_epochs:
            update_([w, b], lr)
    else:
        raise ValueError
    return w.item(), b.item(), n


# %% wrong b-moved-by-dw: w.grad for b
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return w.item(), b.item(), n
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * w.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong w-moved-by-db: b.grad for w
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return w.item(), b.item(), n
        with torch.no_grad():
            w -= lr * b.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong derivatives-crossed: crossed
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return w.item(), b.item(), n
        with torch.no_grad():
            w -= lr * b.grad
            b -= lr * w.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong b-from-w: b from w data
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return w.item(), b.item(), n
        with torch.no_grad():
            w -= lr * w.grad
            b.data = w.data - lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong w0-ignored: w starts at b0
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(b0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return w.item(), b.item(), n
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong sum-without-2: half sum
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = ((y_pred - y) ** 2 / 2).sum()
        loss.backward()
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return w.item(), b.item(), n
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong rmse: rmse
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.sqrt(torch.mean((y_pred - y) ** 2))
        loss.backward()
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return w.item(), b.item(), n
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong absolute-error: mae
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean(torch.abs(y_pred - y))
        loss.backward()
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return w.item(), b.item(), n
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong broadcast: broadcast
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred.reshape(-1, 1) - y) ** 2)
        loss.backward()
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return w.item(), b.item(), n
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong bias-not-in-model: forward only
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = forward(x, w)
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return w.item(), b.item(), n
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong flipped-sign: uphill, once more
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return w.item(), b.item(), n
        with torch.no_grad():
            w += lr * w.grad
            b += lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong missing-minus-of-b: b uphill
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return w.item(), b.item(), n
        with torch.no_grad():
            w -= lr * w.grad
            b += lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong until-tol-ignored: tol written 1e-5
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        if max(abs(w.grad), abs(b.grad)) < 1e-5:
            return w.item(), b.item(), n
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong until-the-wrong-way-round: > tol
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        if max(abs(w.grad), abs(b.grad)) > tol:
            return w.item(), b.item(), n
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong until-not-noticed: == 0
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        if w.grad == 0 and b.grad == 0:
            return w.item(), b.item(), n
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong until-another-measure: w change
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    old = float("inf")
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        if abs(w.item() - old) < tol:
            return w.item(), b.item(), n
        old = w.item()
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong until-at-once: looks after clearing
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return w.item(), b.item(), n
    raise ValueError("not close enough")


# %% wrong until-raises-at-once: raise inside loop end
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return w.item(), b.item(), n
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
        raise ValueError("not close enough")


# %% wrong until-returns-the-error: returns the class
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return w.item(), b.item(), n
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    return ValueError


# %% wrong until-order: order n first
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return n, w.item(), b.item()
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong returns-more: loss too
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return w.item(), b.item(), n, loss.item()
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong until-returns-slopes: slopes for w, b
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return w.grad.item(), b.grad.item(), n
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong rounded: rounds
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return round(w.item(), 3), round(b.item(), 3), n
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong until-never-stops: stops at max_epochs, no test
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    return w.item(), b.item(), n


# %% wrong until-rebinds: rebinding
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return w.item(), b.item(), n
        w = w - lr * w.grad
        b = b - lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong until-rebinds: rebinding no_grad
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return w.item(), b.item(), n
        with torch.no_grad():
            w = w - lr * w.grad
            b = b - lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong starts-over: in loop made anew
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    for n in range(max_epochs + 1):
        w = torch.tensor(float(w0), requires_grad=True)
        b = torch.tensor(float(b0), requires_grad=True)
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return w.item(), b.item(), n
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong clipped: clip before the look
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([w, b], 1.0)
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return w.item(), b.item(), n
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong no-backward: no backward
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return w.item(), b.item(), n
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong until-loss: while loss
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    loss = mse_loss(w * x + b, y)
    while loss > tol:
        loss = mse_loss(w * x + b, y)
        loss.backward()
        update_([w, b], lr)
        n += 1
        if n > max_epochs:
            raise ValueError
    return w.item(), b.item(), n


# %% wrong until-returns-nan: while > tol raise after, NaN
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    n = 0
    mse_loss(w * x + b, y).backward()
    while max(abs(w.grad), abs(b.grad)) >= tol:
        if n == max_epochs:
            raise ValueError
        update_([w, b], lr)
        mse_loss(w * x + b, y).backward()
        n += 1
    return w.item(), b.item(), n


# %% wrong until-at-once: zero before look
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        w.grad.zero_()
        b.grad.zero_()
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return w.item(), b.item(), n
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong update-lost: thrown away
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss.backward()
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return w.item(), b.item(), n
        with torch.no_grad():
            w - lr * w.grad
            b - lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")


# %% wrong loss-made-anew: loss anew
def train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    for n in range(max_epochs + 1):
        y_pred = w * x + b
        loss = torch.mean((y_pred - y) ** 2)
        loss = torch.tensor(loss.item(), requires_grad=True)
        loss.backward()
        if max(abs(w.grad.item()), abs(b.grad.item())) < tol:
            return w.item(), b.item(), n
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    raise ValueError("not close enough")
