# %% right: both in one tensor
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    theta = torch.tensor([w0, b0], requires_grad=True)
    X = torch.stack([x, torch.ones_like(x)], dim=1)
    history = []
    for _ in range(n_epochs):
        loss = ((X @ theta - y) ** 2).mean()
        loss.backward()
        history.append(loss.item())
        update_([theta], lr)
    return theta[0].item(), theta[1].item(), history


# %% right: torch.autograd.grad
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = torch.tensor(w0), torch.tensor(b0), []
    for _ in range(n_epochs):
        w.requires_grad_(), b.requires_grad_()
        loss = ((w * x + b - y) ** 2).mean()
        dw, db = torch.autograd.grad(loss, (w, b))
        with torch.no_grad():
            w, b = w - lr * dw, b - lr * db
        history.append(loss.item())
    return w, b, history


# %% right: torch.func.grad of two arguments
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    step = torch.func.grad_and_value(lambda w, b: ((w * x + b - y) ** 2).mean(), argnums=(0, 1))
    w, b, history = torch.tensor(w0), torch.tensor(b0), []
    for _ in range(n_epochs):
        (dw, db), loss = step(w, b)
        history.append(loss.item())
        w, b = w - lr * dw, b - lr * db
    return w.item(), b.item(), history


# %% right: through data, zeroed first
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor([w0], requires_grad=True)
    b = torch.tensor([b0], requires_grad=True)
    history = []
    for _ in range(n_epochs):
        for p in (w, b):
            if p.grad is not None:
                p.grad.zero_()
        loss = (y - (x * w + b)).square().mean()
        loss.backward()
        history.append(loss.item())
        for p in (w, b):
            p.data = p.data - lr * p.grad
    return w.item(), b.item(), history


# %% right: an optimizer
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0, requires_grad=True)
    history = []
    optimizer = torch.optim.SGD([w, b], lr=lr)
    for _ in range(n_epochs):
        loss = mse_loss(w * x + b, y)
        loss.backward()
        history.append(loss.item())
        optimizer.step()
        optimizer.zero_grad()
    return w.item(), b.item(), history


# %% wrong bias-not-trained: b missing from the list
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(w * x + b, y)
        loss.backward()
        history.append(loss.item())
        update_([w], lr)
    return w.item(), b.item(), history


# %% wrong bias-not-trained: b is no parameter
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(w * x + b, y)
        loss.backward()
        history.append(loss.item())
        update_([w], lr)
    return w.item(), b.item(), history


# %% wrong w-not-trained: w missing from the list
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(w * x + b, y)
        loss.backward()
        history.append(loss.item())
        update_([b], lr)
    return w.item(), b.item(), history


# %% wrong no-reset: neither is cleared
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(w * x + b, y)
        loss.backward()
        history.append(loss.item())
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
    return w.item(), b.item(), history


# %% wrong no-reset: only w is cleared
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(w * x + b, y)
        loss.backward()
        history.append(loss.item())
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
    return w.item(), b.item(), history


# %% wrong no-reset: only b is cleared
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(w * x + b, y)
        loss.backward()
        history.append(loss.item())
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        b.grad.zero_()
    return w.item(), b.item(), history


# %% wrong in-place-on-a-leaf: recorded
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(w * x + b, y)
        loss.backward()
        history.append(loss.item())
        w -= lr * w.grad
        b -= lr * b.grad
        w.grad = b.grad = None
    return w.item(), b.item(), history


# %% wrong grad-is-none: recorded, w and b computed
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(w * x + b, y)
        loss.backward()
        history.append(loss.item())
        w = w - lr * w.grad
        b = b - lr * b.grad
    return w.item(), b.item(), history


# %% wrong no-graph: new tensors
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(w * x + b, y)
        loss.backward()
        history.append(loss.item())
        with torch.no_grad():
            w = w - lr * w.grad
            b = b - lr * b.grad
    return w.item(), b.item(), history


# %% wrong w-before-b: two forward passes
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(w * x + b, y)
        loss.backward()
        history.append(loss.item())
        b.grad = None
        update_([w], lr)
        mse_loss(w * x + b, y).backward()
        w.grad = None
        update_([b], lr)
    return w.item(), b.item(), history


# %% wrong sum-for-mean: sum
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = ((w * x + b - y) ** 2).sum()
        loss.backward()
        history.append(loss.item())
        update_([w, b], lr)
    return w.item(), b.item(), history


# %% wrong missing-factor-2: half of the loss
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(w * x + b, y) / 2
        loss.backward()
        history.append(loss.item())
        update_([w, b], lr)
    return w.item(), b.item(), history


# %% wrong flipped-sign: uphill
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(w * x + b, y)
        loss.backward()
        history.append(loss.item())
        update_([w, b], -lr)
    return w.item(), b.item(), history


# %% wrong lr-ignored: 0.1 written in
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(w * x + b, y)
        loss.backward()
        history.append(loss.item())
        update_([w, b], 0.1)
    return w.item(), b.item(), history


# %% wrong w0-ignored: starts at zero
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(0.0, requires_grad=True)
    b = torch.tensor(0.0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(w * x + b, y)
        loss.backward()
        history.append(loss.item())
        update_([w, b], lr)
    return w.item(), b.item(), history


# %% wrong w0-ignored: b starts at zero
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(0.0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(w * x + b, y)
        loss.backward()
        history.append(loss.item())
        update_([w, b], lr)
    return w.item(), b.item(), history


# %% wrong n-epochs-ignored: always 1000
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0, requires_grad=True)
    history = []
    for _ in range(1000):
        loss = mse_loss(w * x + b, y)
        loss.backward()
        history.append(loss.item())
        update_([w, b], lr)
    return w.item(), b.item(), history


# %% wrong hard-coded: the answer
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    return 2.0, 3.0, [0.0] * n_epochs


# %% wrong broadcast: a column meets a row
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(w * x.reshape(-1, 1) + b, y)
        loss.backward()
        history.append(loss.item())
        update_([w, b], lr)
    return w.item(), b.item(), history


# %% wrong history-of-tensors: the graph is kept
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(w * x + b, y)
        loss.backward()
        history.append(loss)
        update_([w, b], lr)
    return w.item(), b.item(), history


# %% wrong return-without-b: b forgotten
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(w * x + b, y)
        loss.backward()
        history.append(loss.item())
        update_([w, b], lr)
    return w.item(), history


# %% wrong second-backward: forward outside the loop
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0, requires_grad=True)
    history = []
    loss = mse_loss(w * x + b, y)
    for _ in range(n_epochs):
        loss.backward()
        history.append(loss.item())
        update_([w, b], lr)
    return w.item(), b.item(), history


# %% wrong two-rates: b moves at a tenth of the rate
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(w0, requires_grad=True)
    b = torch.tensor(b0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(w * x + b, y)
        loss.backward()
        history.append(loss.item())
        update_([w], lr)
        update_([b], lr / 10)
    return w.item(), b.item(), history


# %% right: Linear
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    model = torch.nn.Linear(1, 1)
    torch.nn.init.constant_(model.weight, w0)
    torch.nn.init.constant_(model.bias, b0)
    history = []
    for _ in range(n_epochs):
        loss = torch.nn.functional.mse_loss(model(x[:, None])[:, 0], y)
        loss.backward()
        history.append(loss.item())
        update_(list(model.parameters()), lr)
    return model.weight.item(), model.bias.item(), history


# %% right: float64
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    x, y = x.to(torch.float64), y.to(torch.float64)
    w = torch.tensor(float(w0), dtype=torch.double).requires_grad_()
    b = torch.tensor(float(b0), dtype=torch.double).requires_grad_()
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w) + b, y)
        loss.backward()
        history.append(loss.item())
        update_([w, b], lr)
    return w.item(), b.item(), history


# %% right: separate updates
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    losses = []
    for _ in range(n_epochs):
        mse = mse_loss(b + forward(x, w), y)
        mse.backward()
        update_([w], lr)
        update_([b], lr)
        losses.append(float(mse))
    return float(w), float(b), losses


# %% right: optim closure
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.nn.Parameter(torch.tensor(float(w0)))
    b = torch.nn.Parameter(torch.tensor(float(b0)))
    opt = torch.optim.SGD([w, b], lr=lr)

    def closure():
        opt.zero_grad()
        loss = mse_loss(forward(x, w) + b, y)
        loss.backward()
        return loss

    history = [opt.step(closure).item() for _ in range(n_epochs)]
    return w.item(), b.item(), history


# %% right: NamedTuple result
from typing import NamedTuple


class Result(NamedTuple):
    w: float
    b: float
    history: list


def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w).add(b), y)
        loss.backward()
        history.append(loss.item())
        update_((w, b), lr)
    return Result(w.item(), b.item(), history)


# %% wrong bias-in-the-product: b inside the product
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x + b, w), y)
        loss.backward()
        history.append(loss.item())
        update_([w, b], lr)
    return w.item(), b.item(), history


# %% wrong bias-subtracted: minus b
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w) - b, y)
        loss.backward()
        history.append(loss.item())
        update_([w, b], lr)
    return w.item(), b.item(), history


# %% wrong starts-swapped: w0 and b0 swapped
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(float(b0), requires_grad=True)
    b = torch.tensor(float(w0), requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w) + b, y)
        loss.backward()
        history.append(loss.item())
        update_([w, b], lr)
    return w.item(), b.item(), history


# %% wrong w-b-swapped: b, w
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w) + b, y)
        loss.backward()
        history.append(loss.item())
        update_([w, b], lr)
    return b.item(), w.item(), history


# %% wrong return-without-b: returns w, history
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w) + b, y)
        loss.backward()
        history.append(loss.item())
        update_([w, b], lr)
    return w.item(), history


# %% wrong return-nested: ((w, b), history)
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w) + b, y)
        loss.backward()
        history.append(loss.item())
        update_([w, b], lr)
    return (w.item(), b.item()), history


# %% wrong two-rates: own rate for b
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w) + b, y)
        loss.backward()
        history.append(loss.item())
        update_([w], lr)
        update_([b], 10 * lr)
    return w.item(), b.item(), history


# %% wrong history-after-update: loss after update
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w) + b, y)
        loss.backward()
        update_([w, b], lr)
        history.append(mse_loss(forward(x, w) + b, y).item())
    return w.item(), b.item(), history


# %% wrong one-tensor-for-both: one tensor for both
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = b = torch.tensor(float(w0), requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w) + b, y)
        loss.backward()
        history.append(loss.item())
        update_([w], lr)
    return w.item(), b.item(), history


# %% wrong bias-of-each-ride: one b per ride
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.full_like(x, b0).requires_grad_()
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w) + b, y)
        loss.backward()
        history.append(loss.item())
        update_([w, b], lr)
    return w.item(), b.mean().item(), history


# %% wrong no-autograd: by hand gradients
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = w0, b0
    history = []
    for _ in range(n_epochs):
        e = w * x + b - y
        history.append((e**2).mean().item())
        w, b = w - lr * (2 * e * x).mean().item(), b - lr * (2 * e).mean().item()
    return w, b, history


# %% wrong n-epochs-ignored: break
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w) + b, y)
        loss.backward()
        history.append(loss.item())
        if history[-1] < 1e-6:
            break
        update_([w, b], lr)
    return w.item(), b.item(), history


# %% wrong state-between-calls: b starts random
def train_autograd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.randn((), requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w) + b, y)
        loss.backward()
        history.append(loss.item())
        update_([w, b], lr)
    return w.item(), b.item(), history
