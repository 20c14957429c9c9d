# %% right: the gradient cleared before backward
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        w.grad = None
        loss = ((x * w - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        history.append(loss.item())
    return w.item(), history


# %% right: cleared between forward and backward, update through data
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor([w0], requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = (x * w - y).pow(2).mean()
        if w.grad is not None:
            w.grad.zero_()
        loss.backward()
        w.data -= lr * w.grad
        history.append(float(loss))
    return w.detach(), history


# %% right: torch.autograd.grad, no attribute at all
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = torch.tensor(w0, requires_grad=True), []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w), y)
        (dw,) = torch.autograd.grad(loss, w)
        w = (w - lr * dw).detach().requires_grad_()
        history.append(loss.item())
    return w.item(), history


# %% right: torch.func.grad_and_value
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = torch.tensor(w0), []
    step = torch.func.grad_and_value(lambda w: torch.mean((w * x - y) ** 2))
    for _ in range(n_epochs):
        dw, loss = step(w)
        history.append(loss)
        w = w - lr * dw
    return w, history


# %% right: by the gradient function
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        history.append(float(((w * x - y) ** 2).mean()))
        w = w - lr * autograd_gradient(x, y, w)
    return w, history


# %% right: a parameter, an optimizer and a closure
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.nn.Parameter(torch.tensor(w0))
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []

    def closure():
        optimizer.zero_grad()
        loss = torch.nn.functional.mse_loss(w * x, y)
        loss.backward()
        history.append(loss.item())
        return loss

    for _ in range(n_epochs):
        optimizer.step(closure)
    return w.item(), history


# %% right: a new leaf each epoch, history as an array
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    history, value = np.zeros(n_epochs), w0
    for k in range(n_epochs):
        w = torch.tensor(value, dtype=torch.float64, requires_grad=True)
        loss = ((w * x - y) ** 2).sum() / len(x)
        loss.backward()
        history[k] = loss.detach()
        value = value - lr * w.grad.item()
    return value, history


# %% right: recorded updates, each with its own gradient
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = ((w * x - y) ** 2).mean()
        w = w - lr * torch.autograd.grad(loss, w)[0]
        history.append(loss.item())
    return w.item(), history


# %% wrong in-place-on-a-leaf: the update is recorded
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = ((x * w - y) ** 2).mean()
        loss.backward()
        history.append(loss.item())
        w -= lr * w.grad
        w.grad = None
    return w.item(), history


# %% wrong no-reset: never cleared
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = ((x * w - y) ** 2).mean()
        loss.backward()
        history.append(loss.item())
        with torch.no_grad():
            w -= lr * w.grad
    return w.item(), history


# %% wrong cleared-before-step: cleared before use
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = ((x * w - y) ** 2).mean()
        loss.backward()
        history.append(loss.item())
        w.grad.zero_()
        with torch.no_grad():
            w -= lr * w.grad
    return w.item(), history


# %% wrong sum-for-mean: sum
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = ((x * w - y) ** 2).sum()
        loss.backward()
        history.append(loss.item() / len(x))
        update_([w], lr)
    return w.item(), history


# %% wrong flipped-sign: uphill
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w), y)
        loss.backward()
        history.append(loss.item())
        update_([w], -lr)
    return w.item(), history


# %% wrong missing-factor-2: half of the loss
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w), y) / 2
        loss.backward()
        history.append(loss.item())
        update_([w], lr)
    return w.item(), history


# %% wrong lr-ignored: 0.01 written in
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w), y)
        loss.backward()
        history.append(loss.item())
        update_([w], 0.01)
    return w.item(), history


# %% wrong w0-ignored: starts at zero
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(0.0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w), y)
        loss.backward()
        history.append(loss.item())
        update_([w], lr)
    return w.item(), history


# %% wrong n-epochs-ignored: always 100
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    history = []
    for _ in range(100):
        loss = mse_loss(forward(x, w), y)
        loss.backward()
        history.append(loss.item())
        update_([w], lr)
    return w.item(), history


# %% wrong hard-coded: the price itself
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    return 2.0, [0.0] * n_epochs


# %% wrong state-between-calls: w is made outside
w = torch.tensor(0.0, requires_grad=True)


def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w), y)
        loss.backward()
        history.append(loss.item())
        update_([w], lr)
    return w.item(), history


# %% wrong state-between-calls: the history is made outside
history = []


def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w), y)
        loss.backward()
        history.append(loss.item())
        update_([w], lr)
    return w.item(), history


# %% wrong broadcast: a column meets a row
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    x = x.reshape(-1, 1)
    w = torch.tensor(w0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = ((x * w - y) ** 2).mean()
        loss.backward()
        history.append(loss.item())
        update_([w], lr)
    return w.item(), history


# %% wrong stale-gradient: forward outside the loop, the graph retained
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    loss = ((x * w - y) ** 2).mean()
    history = []
    for _ in range(n_epochs):
        loss.backward(retain_graph=True)
        history.append(loss.item())
        update_([w], lr)
    return w.item(), history


# %% wrong history-of-tensors: the graph is kept
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w), y)
        loss.backward()
        history.append(loss)
        update_([w], lr)
    return w.item(), history


# %% wrong history-after-update: the loss after
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        mse_loss(forward(x, w), y).backward()
        update_([w], lr)
        history.append(mse_loss(forward(x, w), y).item())
    return w.item(), history


# %% wrong history-after-the-last: one more at the end
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    history = [mse_loss(forward(x, w), y).item()]
    for _ in range(n_epochs):
        mse_loss(forward(x, w), y).backward()
        update_([w], lr)
        history.append(mse_loss(forward(x, w), y).item())
    return w.item(), history


# %% wrong momentum: an optimizer with momentum
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr, momentum=0.9)
    history = []
    for _ in range(n_epochs):
        optimizer.zero_grad()
        loss = mse_loss(forward(x, w), y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong adaptive-optimizer: Adam
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.Adam([w], lr=lr)
    history = []
    for _ in range(n_epochs):
        optimizer.zero_grad()
        loss = mse_loss(forward(x, w), y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong ride-by-ride: an update after each ride
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        history.append(mse_loss(forward(x, w), y).item())
        for distance, fare in zip(x, y):
            ((w * distance - fare) ** 2).backward()
            update_([w], lr)
    return w.item(), history


# %% wrong numpy-of-a-graph: NumPy in the model
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = np.mean((x.numpy() * w.numpy() - y.numpy()) ** 2)
        loss.backward()
    return w.item(), history


# %% wrong return-alone: w alone
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    for _ in range(n_epochs):
        mse_loss(forward(x, w), y).backward()
        update_([w], lr)
    return w.item()


# %% wrong returns-none: no return
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    for _ in range(n_epochs):
        mse_loss(forward(x, w), y).backward()
        update_([w], lr)


# %% wrong changed-input: x grows by a dimension in place
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w), y)
        loss.backward()
        history.append(loss.item())
        update_([w], lr)
    y -= forward(x, w).detach()
    return w.item(), history


# %% right: zero at the top, while, list return
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor([float(w0)], requires_grad=True)
    history = []
    epoch = 0
    while epoch < n_epochs:
        if w.grad is not None:
            w.grad.zero_()
        loss = torch.mean((x * w - y) ** 2)
        loss.backward()
        w.data -= lr * w.grad
        history.append(loss.item())
        epoch += 1
    return [w.item(), history]


# %% right: generator helper
def _steps(x, y, w, lr):
    while True:
        loss = mse_loss(forward(x, w), y)
        loss.backward()
        update_([w], lr)
        yield loss.item()


def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = [loss for _, loss in zip(range(n_epochs), _steps(x, y, w, lr))]
    return w.item(), history


# %% right: module with the update by copy
class Taxi(torch.nn.Module):
    def __init__(self, w0):
        super().__init__()
        self.w = torch.nn.Parameter(torch.tensor(float(w0)))

    def forward(self, x):
        return self.w * x


def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    model, history = Taxi(w0), []
    for _ in range(n_epochs):
        loss = mse_loss(model(x), y)
        model.zero_grad()
        loss.backward()
        history += [loss.item()]
        update_(list(model.parameters()), lr)
    return model.w.item(), history


# %% right: detach and require again
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w), y)
        loss.backward()
        history.append(loss.item())
        w = (w - lr * w.grad).detach().requires_grad_()
    return w.item(), history


# %% wrong history-first: swapped return
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w), y)
        loss.backward()
        history.append(loss.item())
        update_([w], lr)
    return history, w.item()


# %% wrong later-steps-differ: stops when loss stalls, history padded
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w), y)
        loss.backward()
        history.append(loss.item())
        if len(history) > 1 and abs(history[-2] - history[-1]) < 1e-4:
            w.grad = None
            continue
        update_([w], lr)
    return w.item(), history


# %% wrong rate-decays: lr decay
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w), y)
        loss.backward()
        history.append(loss.item())
        update_([w], lr)
        lr *= 0.999
    return w.item(), history


# %% wrong momentum: 0.1
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    opt = torch.optim.SGD([w], lr=lr, momentum=0.1)
    history = []
    for _ in range(n_epochs):
        opt.zero_grad()
        loss = mse_loss(forward(x, w), y)
        loss.backward()
        opt.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong weight-decay: weight decay
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    opt = torch.optim.SGD([w], lr=lr, weight_decay=1e-3)
    history = []
    for _ in range(n_epochs):
        opt.zero_grad()
        loss = mse_loss(forward(x, w), y)
        loss.backward()
        opt.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong clipped: clipping
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w), y)
        loss.backward()
        torch.nn.utils.clip_grad_value_([w], 100.0)
        history.append(loss.item())
        update_([w], lr)
    return w.item(), history


# %% wrong no-autograd: formula
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for _ in range(n_epochs):
        e = w * x - y
        history.append((e**2).mean().item())
        w -= lr * (2 * x * e).mean().item()
    return w, history


# %% wrong bias-not-asked: with bias
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(0.0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w) + b, y)
        loss.backward()
        history.append(loss.item())
        update_([w, b], lr)
    return w.item(), history


# %% wrong history-is-one-number: only last loss
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w), y)
        loss.backward()
        update_([w], lr)
    return w.item(), loss.item()


# %% wrong hard-coded: hard-coded 2
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    history = [0.0] * n_epochs
    return 2.0, history


# %% wrong rounded: rounded history
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w), y)
        loss.backward()
        history.append(round(loss.item(), 2))
        update_([w], lr)
    return round(w.item(), 2), history


# %% wrong borrowed: the course's path
import course.theory


def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    x, y = x.numpy(), y.numpy()
    path = course.theory.trajectory(x, y, [w0], lr, n_epochs)
    return path[-1, 0], list(course.theory.loss(x, y, path[:-1]))


# %% wrong update-wants-a-list: one tensor instead of a list
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w), y)
        history.append(loss.item())
        loss.backward()
        update_(w, lr)
    return w.item(), history


# %% right: w as the tensor that was trained
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w), y)
        history.append(loss.item())
        loss.backward()
        update_([w], lr)
    return w, history


# %% wrong sum-without-2: half squares, summed
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2 / 2).sum()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong clipped: in length, at 0.9
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        torch.nn.utils.clip_grad_norm_([w], 0.9)
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% right: a leaf with an axis, and a view of it comes back
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor([float(w0)], requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w[0], history


# %% wrong history-no-list: a deque of detached losses
from collections import deque


def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = deque()
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.detach())
    return w.item(), history


# %% right: zeros for the history, detached losses written in
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = torch.zeros(n_epochs)
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history[epoch] = loss.detach()
    return w.item(), history


# %% wrong history-of-tensors: history a tensor that keeps the graphs
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = torch.zeros(n_epochs)
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history[epoch] = loss
    return w.item(), history


# %% wrong history-of-tensors: tuple of losses with graphs
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss)
    return w.item(), tuple(history)


# %% wrong history-of-tensors: a deque of them
from collections import deque


def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = deque()
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss)
    return w.item(), history


# %% wrong history-of-tensors: a dict of them
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = {}
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history[epoch] = loss
    return w.item(), history


# %% wrong history-of-tensors: stacked
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss)
    return w.item(), torch.stack(history) if history else []


# %% wrong update-recorded: with create_graph
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        (g,) = torch.autograd.grad(loss, w, create_graph=True)
        w = w - lr * g
        history.append(loss.item())
    return w, history


# %% wrong update-recorded: a new w each epoch
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        w = w - lr * torch.autograd.grad(loss, w)[0]
        history.append(loss.item())
    return w, history


# %% wrong update-recorded: torch.func, and a leaf that is left behind
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    slope = torch.func.grad(lambda w: ((w * x - y) ** 2).mean())
    history = []
    for _ in range(n_epochs):
        history.append(((w * x - y) ** 2).mean().item())
        w = w - lr * slope(w)
    return w, history


# %% wrong changed-input: x gets an axis
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    x.unsqueeze_(1)
    y.unsqueeze_(1)
    history = []
    for _ in range(n_epochs):
        loss = ((w * x - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong grad-of-a-new-tensor: the update is recorded, w computed
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = ((x * w - y) ** 2).mean()
        loss.backward()
        history.append(loss.item())
        w = w - lr * w.grad
    return w.item(), history


# %% wrong update-drops-the-wish: a new w that asks for nothing
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = ((x * w - y) ** 2).mean()
        loss.backward()
        history.append(loss.item())
        with torch.no_grad():
            w = w - lr * w.grad
    return w.item(), history


# %% wrong graph-made-once: forward outside the loop
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    loss = ((x * w - y) ** 2).mean()
    history = []
    for _ in range(n_epochs):
        loss.backward()
        history.append(loss.item())
        update_([w], lr)
    return w.item(), history


# %% wrong none-from-an-update: what update_ returns
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    history = []
    for _ in range(n_epochs):
        loss = mse_loss(forward(x, w), y)
        history.append(loss.item())
        loss.backward()
        w = update_([w], lr)
    return w.item(), history


# %% wrong forward-needs-both: forward(x)
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x)
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong unknown-name: forward(x, w, b)
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w, b)
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong cast-after-requires-grad: cast double
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True).double()
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad.item()
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong in-place-on-the-data: x.mul_
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = x.mul_(w)
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong made-anew: loss anew
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss = torch.tensor(loss.item(), requires_grad=True)
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong wish-on-the-loss: hack
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0))
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.requires_grad_(True)
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong no-grad-without-brackets: no_grad without
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad:
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong modulo-zero: print tenth
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        if epoch % (n_epochs // 10) == 0:
            print(epoch)
        history.append(loss.item())
    return w.item(), history


# %% wrong append-returns-none: append kept
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history = history.append(loss.item())
    return w.item(), history


# %% wrong square-brackets-for-a-call: append square
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append[loss.item()]
    return w.item(), history


# %% wrong no-such-method: items
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.items())
    return w.item(), history


# %% wrong raise-left-in-place: raise left
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    raise NotImplementedError("Still to do: put your code in place of this line.")
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong second-backward: backward twice
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong update-wants-a-list: update_(w, lr)
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        update_(w, lr)
        history.append(loss.item())
    return w.item(), history


# %% wrong none-from-an-update: w = update_
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        w = update_([w], lr)
        history.append(loss.item())
    return w.item(), history


# %% wrong backward-without-brackets: backward without
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong grad-of-a-number: w = w.item() -
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w = w.item() - lr * w.grad.item()
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong zeroed-before-backward: w zeroed first
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        w.grad.zero_()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        history.append(loss.item())
    return w.item(), history


# %% wrong cleared-before-use: w.grad = None before
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        w.grad = None
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong loop-takes-the-name: for w in
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for w in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong losses-summed-in-the-graph: sum of losses, backward each
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    total = 0
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        total = total + loss
        total.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong graph-made-once: forward before the loop
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    y_pred = w * x
    for epoch in range(n_epochs):
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong place-not-there: history list index
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history[epoch] = loss.item()
    return w.item(), history


# %% wrong array-is-no-list: history tensor append
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = torch.tensor([])
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong text-for-a-number: torch.tensor wants text
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(str(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong backward-with-an-argument: loss.backward(w)
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward(y)
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong of-another-notebook: gradient() of another notebook
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        dw = gradient(x, y_pred, y)
        with torch.no_grad():
            w -= lr * dw
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong list-arithmetic: lists for x
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = [w * xi for xi in x]
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong copy-of-a-result: deepcopy
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        import copy

        history.append(copy.deepcopy(loss))
    return w.item(), history


# %% wrong update-drops-the-wish: w a new tensor each epoch
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w = torch.tensor(w - lr * w.grad)
        history.append(loss.item())
    return w.item(), history


# %% wrong changed-in-the-graph: in-place while recorded, y_pred -=
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = (y_pred**2).mean()
        y_pred -= y
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong none-used: helper without return
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)

    def step(x, y, w):
        loss = ((w * x - y) ** 2).mean()
        loss.backward()

    history = []
    for epoch in range(n_epochs):
        loss = step(x, y, w)
        history.append(loss.item())
    return w.item(), history


# %% wrong update-drops-the-wish: new w each step, detach
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        loss = ((w * x - y) ** 2).mean()
        loss.backward()
        w = (w - lr * w.grad).detach()
        history.append(loss.item())
    return w.item(), history


# %% wrong losses-summed-in-the-graph: history of losses summed
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        loss = ((w * x - y) ** 2).mean()
        history.append(loss)
        sum(history).backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
    return w.item(), history


# %% wrong none-from-the-start: momentum None
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    v = None
    history = []
    for epoch in range(n_epochs):
        loss = ((w * x - y) ** 2).mean()
        loss.backward()
        v = 0.9 * v + w.grad
        with torch.no_grad():
            w -= lr * v
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong none-from-an-update: update_ keeps result in list
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        loss = mse_loss(forward(x, w), y)
        loss.backward()
        (w,) = update_([w], lr)
        history.append(loss.item())
    return w.item(), history


# %% right: ref
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong cleared-before-step: zero before
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        w.grad.zero_()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong update-lost: thrown away
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w - lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong update-lost: new name
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w_new = w - lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong update-lost: data thrown away
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w.data - lr * w.grad.data
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong another-returned: returns w0
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w0, history


# %% wrong another-returned: returns start
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    start = w.item()
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return start, history


# %% wrong no-step: no update at all
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong loss-made-anew: loss made anew if grad
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss = torch.tensor(loss.item(), requires_grad=True)
        loss.backward()
        with torch.no_grad():
            if w.grad is not None:
                w -= lr * w.grad
        history.append(loss.item())
    return w.item(), history


# %% wrong fails-at-zero-epochs: starts over, w made in loop
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    history = []
    for epoch in range(n_epochs):
        w = torch.tensor(float(w0), requires_grad=True)
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong no-step: python float lost
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w_value = w.item() - lr * w.grad.item()
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong grad-is-none: the loss is computed from another tensor
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    price = torch.tensor(w0, requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        loss = mse_loss(forward(x, price), y)
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        history.append(loss.item())
    return w.item(), history


# %% wrong gradient-of-itself: backward on w
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss.item())
        w.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
    return w.item(), history


# %% wrong negative-lost: no price below zero
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss.item())
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
            w.clamp_(min=0)
        w.grad.zero_()
    return w.item(), history


# %% wrong modulo-zero: print each tenth
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        if epoch % (n_epochs // 10) == 0:
            print(f"epoch {epoch}: w = {w.item():.3f}")
        history.append(loss.item())
    return w.item(), history
