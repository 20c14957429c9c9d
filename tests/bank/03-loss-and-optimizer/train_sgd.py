# %% right: zero_grad last
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        loss = loss_fn(w * x, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% right: zero_grad just before backward, the truth first
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor([w0], requires_grad=True)
    optimizer = torch.optim.SGD(params=[w], lr=lr)
    criterion = nn.MSELoss()
    history = []
    for epoch in range(n_epochs):
        loss = criterion(y, w * x)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history += [float(loss)]
    return w, history


# %% right: zero_grad(set_to_none=False) first
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad(set_to_none=False)
        y_pred = w * x
        loss = loss_fn(y_pred, y)
        history.append(loss.detach().numpy())
        loss.backward()
        optimizer.step()
    return float(w.detach()), history


# %% right: a closure for step
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = nn.Parameter(torch.tensor(w0))
    optimizer = torch.optim.SGD([w], lr=lr)

    def closure():
        optimizer.zero_grad()
        loss = loss_fn(w * x, y)
        loss.backward()
        return loss

    return_history = [optimizer.step(closure).item() for _ in range(n_epochs)]
    return w.item(), return_history


# %% right: foreach and a generator
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.full((), w0, requires_grad=True)
    optimizer = torch.optim.SGD((p for p in [w]), lr=lr, foreach=True)
    history = torch.zeros(n_epochs)
    for k in range(n_epochs):
        optimizer.zero_grad()
        loss = torch.nn.functional.mse_loss(w * x, y)
        loss.backward()
        optimizer.step()
        history[k] = loss.detach()
    return w.detach(), history


# %% right: one's own optimizer
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = MySGD([w], lr)
    history = []
    for epoch in range(n_epochs):
        loss = loss_fn(w * x, y)
        history.append(loss.item())
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
    return w.item(), history


# %% right: a linear layer without bias, in float64
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    model = nn.Linear(1, 1, bias=False, dtype=torch.float64)
    nn.init.constant_(model.weight, w0)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    X, Y, history = x.double()[:, None], y.double()[:, None], []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = loss_fn(model(X), Y)
        history.append(loss.item())
        loss.backward()
        optimizer.step()
    return model.weight.item(), history


# %% right: both as columns
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    x, y = x.view(-1, 1), y.view(-1, 1)
    w = torch.tensor([[w0]], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    while len(history) < n_epochs:
        loss = nn.MSELoss()(x @ w, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% right: gradient by autograd.grad, given to the optimizer
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        loss = loss_fn(w * x, y)
        (w.grad,) = torch.autograd.grad(loss, w)
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% right: prints, warns, and a gradient cleared by hand
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        loss = loss_fn(w * x, y)
        loss.backward()
        optimizer.step()
        w.grad = None
        history.append(float(loss))
        print(epoch, float(w))
    return float(w), history


# %% wrong sum-for-mean: reduction is sum
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    loss_fn = nn.MSELoss(reduction="sum")
    history = []
    for epoch in range(n_epochs):
        loss = loss_fn(w * x, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong no-reset: zero_grad forgotten
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        loss = loss_fn(w * x, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong no-reset: zero_grad before the loop only
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    optimizer.zero_grad()
    history = []
    for epoch in range(n_epochs):
        loss = loss_fn(w * x, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong lr-ignored: no rate given
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w])
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = loss_fn(w * x, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong lr-ignored: a rate written in
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.01)
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = loss_fn(w * x, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong w0-ignored: always from zero
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(0.0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = loss_fn(w * x, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong hard-coded: the known price
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    history = [30.0 * 0.85 ** (2 * k) for k in range(n_epochs)]
    return 2.0, history


# %% wrong state-between-calls: parameter and optimizer made outside
w = torch.tensor(0.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.01)


def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = loss_fn(w * x, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong state-between-calls: the history made outside
history = []


def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = loss_fn(w * x, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong broadcast: predictions as a column
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    x = x.view(-1, 1)
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = loss_fn(w * x, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong momentum: momentum
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr, momentum=0.9)
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = loss_fn(w * x, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong adaptive-optimizer: Adam
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.Adam([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = loss_fn(w * x, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong weight-decay: weight decay
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr, weight_decay=0.01)
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = loss_fn(w * x, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong loss-class-called-with-data: data in the class's brackets
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = nn.MSELoss(w * x, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong history-of-tensors: losses with their graphs
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = loss_fn(w * x, y)
        loss.backward()
        optimizer.step()
        history.append(loss)
    return w.item(), history


# %% wrong one-step-behind: the step comes first
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        optimizer.step()
        optimizer.zero_grad()
        loss = loss_fn(w * x, y)
        loss.backward()
        history.append(loss.item())
    return w.item(), history


# %% wrong flipped-sign: maximize
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr, maximize=True)
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = loss_fn(w * x, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong optimizer-needs-a-list: one tensor in place of a list
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD(w, lr=lr)
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = loss_fn(w * x, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong history-length: every fifth loss
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = loss_fn(w * x, y)
        loss.backward()
        optimizer.step()
        if epoch % 5 == 0:
            history.append(loss.item())
    return w.item(), history


# %% wrong return-alone: w alone
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss_fn(w * x, y).backward()
        optimizer.step()
    return w.item()


# %% wrong n-epochs-ignored: a hundred, whatever is asked
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(100):
        optimizer.zero_grad()
        loss = loss_fn(w * x, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong momentum: Nesterov
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr, momentum=0.5, nesterov=True)
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = loss_fn(w * x, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong absolute-error: L1Loss
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = nn.L1Loss()(w * x, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% right: a scheduler that changes nothing
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    schedule = torch.optim.lr_scheduler.ConstantLR(optimizer, factor=1.0)
    history = []
    for _ in range(n_epochs):
        loss = loss_fn(w * x, y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    return w.item(), history


# %% right: a sum divided by N, a named tuple
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss(reduction="sum")(w * x, y) / len(x)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return [w.detach(), np.array(history)]


# %% wrong starts-over: w made inside the loop
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for _ in range(n_epochs):
        w = torch.tensor(float(w0), requires_grad=True)
        optimizer = torch.optim.SGD([w], lr=lr)
        loss = loss_fn(w * x, y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return w.item(), history


# %% wrong momentum: a tenth
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr, momentum=0.1)
    history = []
    for _ in range(n_epochs):
        loss = loss_fn(w * x, y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return w.item(), history


# %% wrong weight-decay: a thousandth
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr, weight_decay=1e-3)
    history = []
    for _ in range(n_epochs):
        loss = loss_fn(w * x, y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return w.item(), history


# %% wrong clipped: at a hundred
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = loss_fn(w * x, y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        w.grad.clamp_(-100, 100)
        optimizer.step()
    return w.item(), history


# %% wrong rate-decays: the rate shrinks
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    schedule = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.999)
    history = []
    for _ in range(n_epochs):
        loss = loss_fn(w * x, y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    return w.item(), history


# %% wrong bias-not-asked: a layer with its bias
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    model = nn.Linear(1, 1)
    nn.init.constant_(model.weight, w0)
    nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = loss_fn(model(x[:, None]), y[:, None])
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return model.weight.item(), history


# %% wrong history-running-total: losses added up
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = loss_fn(w * x, y)
        history.append(loss.item() + sum(history[-1:]))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return w.item(), history


# %% wrong n-epochs-ignored: stops when it is good enough
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = loss_fn(w * x, y)
        history.append(loss.item())
        if loss < 1e-6:
            break
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return w.item(), history


# %% wrong integer-parameter: a whole number
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(int(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = loss_fn(w * x, y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return w.item(), history


# %% wrong ride-by-ride: a step for each ride
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for _ in range(n_epochs):
        history.append(loss_fn(w * x, y).item())
        for one_x, one_y in zip(x, y):
            optimizer.zero_grad()
            loss_fn(w * one_x, one_y).backward()
            optimizer.step()
    return w.item(), history


# %% wrong rmse: the root of the loss
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = loss_fn(w * x, y) ** 0.5
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return w.item(), history


# %% wrong borrowed: the course's path
import course.theory


def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    x, y = x.numpy(), y.numpy()
    path = course.theory.trajectory(x, y, [w0], lr, n_epochs)
    return path[-1, 0], list(course.theory.loss(x, y, path[:-1]))


# %% wrong sum-without-2: half squares, summed
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = ((y_pred - y) ** 2 / 2).sum()
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% wrong clipped: values at 0.1
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss.backward()
        nn.utils.clip_grad_value_([w], clip_value=0.1)
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% wrong momentum: momentum of 0.07
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr, momentum=0.07)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% right: a leaf with an axis, and a view of it comes back
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor([float(w0)], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = nn.MSELoss()(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w[0], history


# %% wrong history-no-list: a deque of detached losses
from collections import deque


def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = deque()
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = nn.MSELoss()(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.detach())
    return w.item(), history


# %% right: zeros for the history, detached losses written in
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = torch.zeros(n_epochs)
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = nn.MSELoss()(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history[epoch] = loss.detach()
    return w.item(), history


# %% wrong history-of-tensors: history a tensor that keeps the graphs
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = torch.zeros(n_epochs)
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = nn.MSELoss()(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history[epoch] = loss
    return w.item(), history


# %% wrong history-of-tensors: tuple of losses with graphs
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = nn.MSELoss()(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss)
    return w.item(), tuple(history)


# %% wrong history-of-tensors: a deque of them
from collections import deque


def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = deque()
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = nn.MSELoss()(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss)
    return w.item(), history


# %% wrong history-of-tensors: a dict of them
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = {}
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = nn.MSELoss()(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history[epoch] = loss
    return w.item(), history


# %% wrong history-of-tensors: stacked
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = nn.MSELoss()(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss)
    return w.item(), torch.stack(history) if history else []


# %% wrong update-recorded: with create_graph
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = nn.MSELoss()(y_pred, y)
        (g,) = torch.autograd.grad(loss, w, create_graph=True)
        w = w - lr * g
        history.append(loss.item())
    return w, history


# %% wrong update-recorded: a new w each epoch
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = nn.MSELoss()(y_pred, y)
        w = w - lr * torch.autograd.grad(loss, w)[0]
        history.append(loss.item())
    return w, history


# %% wrong gradient-never-asked-for: requires_grad forgotten
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = loss_fn(w * x, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong graph-made-once: the prediction outside the loop
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    y_pred = w * x
    history = []
    for epoch in range(n_epochs):
        loss = loss_fn(y_pred, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong backward-of-a-number: the loss as a plain number
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = loss_fn(w * x, y).item()
        history.append(loss)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return w.item(), history


# %% wrong of-another-notebook: forward(x)
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x)
        loss = criterion(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% wrong step-takes-nothing: step(loss)
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss.backward()
        optimizer.step(loss)
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% wrong loss-needs-both: criterion of one
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred - y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% wrong parameters-one-by-one: SGD(w, b, lr)
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(w, x, lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% wrong modulo-zero: print tenth
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        if epoch % (n_epochs // 10) == 0:
            print(epoch)
        history.append(loss.item())
    return w.item(), history


# %% wrong raise-left-in-place: raise left
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    raise NotImplementedError("Still to do: put your code in place of this line.")
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% wrong append-returns-none: append kept
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history = history.append(loss.item())
    return w.item(), history


# %% wrong backward-of-another-thing: backward(loss) of optimizer
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        optimizer.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% wrong loss-called-too-soon: criterion called at once
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()(w * x, y)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% wrong not-imported: F.mse_loss
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = F.mse_loss(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% wrong optimizer-needs-a-list: SGD(w)
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(w, lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% wrong optimizer-of-numbers: SGD(w0)
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w0], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% wrong optimizer-without-parameters: SGD(lr)
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% wrong class-not-built: SGD not built
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% wrong text-for-a-number: momentum text
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr="lr")
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% wrong optimizer-of-a-non-leaf: w cast
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True).double()
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% wrong none-from-backward: loss = backward
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss = loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% wrong none-from-an-update: loss = step
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss.backward()
        loss = optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% wrong unbound-local: optimizer made after
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        optimizer = torch.optim.SGD([w], lr=lr)
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% wrong grad-of-a-new-tensor: update by hand too, w = w - lr w.grad
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss.backward()
        w = w - lr * w.grad
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% wrong loss-of-arrays: y numpy
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y.numpy())
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% wrong losses-summed-in-the-graph: total loss
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    total = 0
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        total += loss
        total.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% wrong layer-shape: nn.Linear without reshape
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    model = nn.Linear(1, 1, bias=False)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = model(x)
        loss = criterion(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return model.weight.item(), history


# %% wrong module-without-forward: model class inside, forward misspelt
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    class Model(nn.Module):
        def __init__(self):
            super().__init__()
            self.w = nn.Parameter(torch.tensor(float(w0)))

        def foward(self, x):
            return self.w * x

    model = Model()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = loss_fn(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return model.w.item(), history


# %% wrong loss-needs-both: criterion.forward one
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion.forward(y_pred)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% wrong list-times-a-tensor: w list
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = [torch.tensor(float(w0), requires_grad=True)]
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(w, lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% wrong no-such-method: history.add
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.add(loss.item())
    return w.item(), history


# %% wrong optimizer-holds-others: the optimizer outside holds another w
w = torch.tensor(0.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.01)


def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        loss = loss_fn(w * x, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong never-steps: no step
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = loss_fn(w * x, y)
        loss.backward()
        history.append(loss.item())
    return w.item(), history


# %% wrong cleared-before-step: cleared between backward and step
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        loss = loss_fn(w * x, y)
        loss.backward()
        optimizer.zero_grad()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% right: ref
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong no-backward: no backward
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        optimizer.zero_grad()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong never-steps: no step, once more
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        optimizer.zero_grad()
        loss.backward()
        history.append(loss.item())
    return w.item(), history


# %% wrong cleared-before-step: zero between
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss.backward()
        optimizer.zero_grad()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong cleared-before-step: order zero step backward
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        optimizer.zero_grad()
        optimizer.step()
        loss.backward()
        history.append(loss.item())
    return w.item(), history


# %% wrong optimizer-holds-others: x
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([x], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong optimizer-holds-others: copy
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w.clone().detach().requires_grad_()], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong optimizer-holds-others: copy tensor
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([torch.tensor(float(w0), requires_grad=True)], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong loss-made-anew: made anew
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss = torch.tensor(loss.item(), requires_grad=True)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong loss-made-anew: Variable
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss = torch.autograd.Variable(loss.data, requires_grad=True)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong graph-cut: outputs anew
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(torch.tensor(y_pred.tolist(), requires_grad=True), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong graph-cut: outputs detach requires
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred.detach().requires_grad_(), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong graph-cut: w.data requires x
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w.data * x.clone().requires_grad_()
        loss = criterion(y_pred, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong another-returned: returns w0
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w0, history


# %% wrong never-steps: step outside unreached
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        optimizer.zero_grad()
        loss.backward()
        if loss.item() < 0:
            optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong update-lost: manual lost with optimizer
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        optimizer.zero_grad()
        loss.backward()
        w.data - lr * w.grad
        history.append(loss.item())
    return w.item(), history


# %% wrong rate-changes: a scheduler that acts late
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=30, gamma=0.1)
    history = []
    for epoch in range(n_epochs):
        loss = loss_fn(w * x, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        scheduler.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong another-optimizer: AdamW
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.AdamW([w], lr=lr, weight_decay=0.3)
    history = []
    for epoch in range(n_epochs):
        loss = loss_fn(w * x, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong step-left-out: a step in every second epoch
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        loss = nn.MSELoss()(w * x, y)
        optimizer.zero_grad()
        loss.backward()
        if epoch % 2 == 0:
            optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong steps-too-many: one more step in every third epoch
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        loss = loss_fn(w * x, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if epoch % 3 == 2:
            optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong gradient-is-zero: a loss that is multiplied by zero
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(w0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        loss = loss_fn(w * x, y) * (epoch // n_epochs)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return w.item(), history


# %% wrong number-added-to-a-list: plus equals for append
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = loss_fn(w * x, y)
        loss.backward()
        optimizer.step()
        history += loss.item()
    return w.item(), history


# %% wrong returns-a-function: item without brackets
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    # parameters
    w = torch.full((), float(w0), dtype=torch.float32, requires_grad=True)
    # loss and optimizer
    criterion = torch.nn.MSELoss()
    opt = torch.optim.SGD(params=[w], lr=lr)
    losses = []
    for i in range(n_epochs):
        # forward pass
        out = x * w
        loss = criterion(out, y)
        losses.append(loss.item)
        # backward pass
        opt.zero_grad()
        loss.backward()
        # update
        opt.step()
    return w.item(), losses


# %% wrong history-of-tensors: history a tensor that keeps the graphs, too
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = torch.zeros(n_epochs)
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history[epoch] = loss
    return w.item(), history


# %% wrong no-such-method: loss.items()
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.items())
    return w.item(), history


# %% wrong optimizer-holds-others: optimizer of the data
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([x], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history


# %% wrong another-optimizer: the learning rate a tensor of the wrong thing: LBFGS
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.LBFGS([w], lr=lr)
    history = []
    for epoch in range(n_epochs):

        def closure():
            optimizer.zero_grad()
            l = criterion(w * x, y)
            l.backward()
            return l

        loss = optimizer.step(closure)
        history.append(loss.item())
    return w.item(), history


# %% wrong loss-made-anew: the loss made anew
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x
        loss = criterion(y_pred, y)
        loss = torch.tensor(loss.item(), requires_grad=True)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return w.item(), history
