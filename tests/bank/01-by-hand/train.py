# %% right: everything in the loop
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for epoch in range(n_epochs):
        e = x * w - y
        history.append(float((e**2).mean()))
        w -= lr * 2 * np.dot(x, e) / len(x)
    return w, history


# %% right: a while loop
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    history, w = [], w0
    while len(history) < n_epochs:
        history += [mse_loss(forward(x, w), y)]
        w = w - lr * gradient(x, forward(x, w), y)
    return w, history


# %% right: in closed form
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    best, bend = x @ y / (x @ x), 2 * np.mean(x**2)
    path = best + (1 - lr * bend) ** np.arange(n_epochs + 1) * (w0 - best)
    return path[-1], [np.mean((w * x - y) ** 2) for w in path[:-1]]


# %% right: an array of losses
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = np.float64(w0), np.zeros(n_epochs)
    for k in range(n_epochs):
        history[k] = mse_loss(forward(x, w), y)
        w = update(w, gradient(x, forward(x, w), y), lr)
    return w, history


# %% right: a recursion
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    if n_epochs == 0:
        return w0, []
    w, history = train(x, y, w0, lr, n_epochs - 1)
    y_pred = forward(x, w)
    return update(w, gradient(x, y_pred, y), lr), [*history, mse_loss(y_pred, y)]


# %% right: prints on the way
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        history.append(mse_loss(y_pred, y))
        w = update(w, gradient(x, y_pred, y), lr)
        if epoch % 10 == 0:
            print(epoch, w)
    return w, history


# %% right: with the slope from numbers
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    loss = lambda v: mse_loss(forward(x, v), y)
    for _ in range(n_epochs):
        history.append(loss(w))
        w = w - lr * numerical_gradient(loss, w)
    return w, history


# %% wrong sum-for-mean: dot already sums
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        e = w * x - y
        history.append(np.mean(e**2))
        w -= lr * np.dot(2 * x, e).mean()
    return w, history


# %% wrong flipped-sign: uphill
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        history.append(mse_loss(w * x, y))
        w += lr * gradient(x, w * x, y)
    return w, history


# %% wrong missing-factor-2: half speed
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        history.append(mse_loss(w * x, y))
        w -= lr * np.mean(x * (w * x - y))
    return w, history


# %% wrong lr-ignored: a rate written in
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        history.append(mse_loss(w * x, y))
        w -= 0.01 * gradient(x, w * x, y)
    return w, history


# %% wrong w0-ignored: always from zero
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = 0.0, []
    for _ in range(n_epochs):
        history.append(mse_loss(w * x, y))
        w -= lr * gradient(x, w * x, y)
    return w, history


# %% wrong n-epochs-ignored: a length written in
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(100):
        history.append(mse_loss(w * x, y))
        w -= lr * gradient(x, w * x, y)
    return w, history


# %% wrong hard-coded: the answer
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    return 2.0, [0.0] * n_epochs


# %% wrong hard-coded: least squares
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = x @ y / (x @ x)
    return w, [mse_loss(w * x, y)] * n_epochs


# %% wrong state-between-calls: a weight outside
w = 0.0


def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    global w
    history = []
    for _ in range(n_epochs):
        history.append(mse_loss(w * x, y))
        w -= lr * gradient(x, w * x, y)
    return w, history


# %% wrong state-between-calls: a list outside
history = []


def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    for _ in range(n_epochs):
        history.append(mse_loss(w * x, y))
        w -= lr * gradient(x, w * x, y)
    return w, history


# %% wrong never-updates: the new w thrown away
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        history.append(mse_loss(w * x, y))
        update(w, gradient(x, w * x, y), lr)
    return w, history


# %% wrong history-after-update: loss too late
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        w = update(w, gradient(x, forward(x, w), y), lr)
        history.append(mse_loss(forward(x, w), y))
    return w, history


# %% wrong history-length: only the last
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        y_pred = forward(x, w)
        w = update(w, gradient(x, y_pred, y), lr)
    history.append(mse_loss(forward(x, w), y))
    return w, history


# %% wrong history-after-the-last: one too many
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, [mse_loss(forward(x, w0), y)]
    for _ in range(n_epochs):
        w = update(w, gradient(x, forward(x, w), y), lr)
        history.append(mse_loss(forward(x, w), y))
    return w, history


# %% wrong history-of-weights: w kept
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        history.append(w)
        w = update(w, gradient(x, forward(x, w), y), lr)
    return w, history


# %% wrong n-epochs-ignored: stops when it is good enough
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    while len(history) < n_epochs + 1:
        history.append(mse_loss(w * x, y))
        w -= lr * gradient(x, w * x, y)
    return w, history


# %% wrong momentum: speed kept
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, v, history = w0, 0.0, []
    for _ in range(n_epochs):
        history.append(mse_loss(w * x, y))
        v = 0.9 * v + gradient(x, w * x, y)
        w -= lr * v
    return w, history


# %% wrong returns-none: no return
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    for _ in range(n_epochs):
        w = update(w, gradient(x, forward(x, w), y), lr)


# %% wrong return-alone: only w
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    for _ in range(n_epochs):
        w = update(w, gradient(x, forward(x, w), y), lr)
    return w


# %% wrong history-first: the wrong way round
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        history.append(mse_loss(w * x, y))
        w -= lr * gradient(x, w * x, y)
    return history, w


# %% wrong never-updates: return in the loop
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        history.append(mse_loss(w * x, y))
        return w, history
    return w, history


# %% wrong ride-by-ride: after each ride
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        history.append(mse_loss(w * x, y))
        for xi, yi in zip(x, y):
            w -= lr * 2 * xi * (w * xi - yi)
    return w, history


# %% wrong changed-input: data scaled in place
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    y -= y.mean()
    for _ in range(n_epochs):
        history.append(mse_loss(w * x, y))
        w -= lr * gradient(x, w * x, y)
    return w, history


# %% right: trainer object
class Trainer:
    def __init__(self, w, lr):
        self.w, self.lr, self.losses = w, lr, []

    def epoch(self, x, y):
        y_pred = forward(x, self.w)
        self.losses.append(float(mse_loss(y_pred, y)))
        self.w = self.w - self.lr * float(gradient(x, y_pred, y))


def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    trainer = Trainer(w0, lr)
    for _ in range(n_epochs):
        trainer.epoch(x, y)
    return trainer.w, trainer.losses


# %% right: accumulate
from itertools import accumulate, repeat


def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    def step(w, _):
        return w - lr * gradient(x, w * x, y)

    ws = list(accumulate(repeat(None, n_epochs), step, initial=w0))
    history = [mse_loss(w * x, y) for w in ws]
    return ws[-1], history[:-1]


# %% right: torch in float64
import torch


def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    X, Y = torch.tensor(x), torch.tensor(y)
    w = torch.tensor(float(w0), dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for _ in range(n_epochs):
        optimizer.zero_grad()
        loss = torch.nn.functional.mse_loss(w * X, Y)
        loss.backward()
        history.append(loss.item())
        optimizer.step()
    return w.item(), history


# %% right: float32 arrays as in the learners' notebooks
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    x, y = x.astype(np.float32), y.astype(np.float32)
    w, history = np.float32(w0), []
    for _ in range(n_epochs):
        y_pred = w * x
        history.append(np.mean((y_pred - y) ** 2))
        w -= np.float32(lr) * np.mean(2 * x * (y_pred - y))
    return w, history


# %% wrong fails-at-zero-epochs: return after the loop needs one round
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    history = []
    for k in range(n_epochs):
        w = w0 if k == 0 else new_w
        y_pred = forward(x, w)
        history.append(mse_loss(y_pred, y))
        new_w = update(w, gradient(x, y_pred, y), lr)
    return new_w, history


# %% wrong stale-gradient: prediction outside the loop
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    y_pred = forward(x, w)
    for _ in range(n_epochs):
        history.append(mse_loss(y_pred, y))
        w = update(w, gradient(x, y_pred, y), lr)
    return w, history


# %% wrong flipped-sign: y and y_pred swapped in gradient
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        y_pred = forward(x, w)
        history.append(mse_loss(y_pred, y))
        w = update(w, gradient(x, y, y_pred), lr)
    return w, history


# %% wrong update-roles: w and dw swapped
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        y_pred = forward(x, w)
        history.append(mse_loss(y_pred, y))
        w = update(gradient(x, y_pred, y), w, lr)
    return w, history


# %% wrong momentum: 0.1
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history, v = w0, [], 0.0
    for _ in range(n_epochs):
        y_pred = forward(x, w)
        history.append(mse_loss(y_pred, y))
        v = 0.1 * v + gradient(x, y_pred, y)
        w = w - lr * v
    return w, history


# %% wrong rate-decays: lr shrinks
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for k in range(n_epochs):
        y_pred = forward(x, w)
        history.append(mse_loss(y_pred, y))
        w = update(w, gradient(x, y_pred, y), lr / (1 + 0.001 * k))
    return w, history


# %% wrong weight-decay: 1e-3
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        y_pred = forward(x, w)
        history.append(mse_loss(y_pred, y))
        w = w - lr * (gradient(x, y_pred, y) + 1e-3 * w)
    return w, history


# %% wrong n-epochs-ignored: stops when the loss stays
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        y_pred = forward(x, w)
        history.append(mse_loss(y_pred, y))
        w = update(w, gradient(x, y_pred, y), lr)
        if len(history) > 1 and abs(history[-1] - history[-2]) < 1e-10:
            break
    return w, history


# %% wrong later-steps-differ: no update when the slope is small
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        y_pred = forward(x, w)
        history.append(mse_loss(y_pred, y))
        dw = gradient(x, y_pred, y)
        if abs(dw) > 1e-3:
            w = update(w, dw, lr)
    return w, history


# %% wrong n-epochs-ignored: gives up when the loss grows
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        if history and loss > history[-1] + 1e-9:
            print("diverging")
            break
        history.append(loss)
        w = update(w, gradient(x, y_pred, y), lr)
    return w, history


# %% wrong clipped: gradient clipped at 100
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        y_pred = forward(x, w)
        history.append(mse_loss(y_pred, y))
        w = update(w, np.clip(gradient(x, y_pred, y), -100, 100), lr)
    return w, history


# %% wrong keeps-the-best: returns the w of the smallest loss
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history, best, best_loss = w0, [], w0, mse_loss(forward(x, w0), y)
    for _ in range(n_epochs):
        y_pred = forward(x, w)
        history.append(mse_loss(y_pred, y))
        w = update(w, gradient(x, y_pred, y), lr)
        if mse_loss(forward(x, w), y) < best_loss:
            best, best_loss = w, mse_loss(forward(x, w), y)
    return best, history


# %% wrong rounded: rounded each epoch
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        y_pred = forward(x, w)
        history.append(mse_loss(y_pred, y))
        w = round(update(w, gradient(x, y_pred, y), lr), 3)
    return w, history


# %% wrong rounded: printed digits kept
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        y_pred = forward(x, w)
        history.append(round(float(mse_loss(y_pred, y)), 4))
        w = update(w, gradient(x, y_pred, y), lr)
    return w, history


# %% wrong other-rides: trains on the class's rides
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    x, y = data.taxi()
    w, history = w0, []
    for _ in range(n_epochs):
        y_pred = forward(x, w)
        history.append(mse_loss(y_pred, y))
        w = update(w, gradient(x, y_pred, y), lr)
    return w, history


# %% wrong history-length: history each ten epochs
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for k in range(n_epochs):
        y_pred = forward(x, w)
        if k % 10 == 0:
            history.append(mse_loss(y_pred, y))
        w = update(w, gradient(x, y_pred, y), lr)
    return w, history


# %% wrong history-length: list made anew each epoch
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for _ in range(n_epochs):
        history = []
        y_pred = forward(x, w)
        history.append(mse_loss(y_pred, y))
        w = update(w, gradient(x, y_pred, y), lr)
    return w, history


# %% wrong starts-over: w set back each epoch
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        w = w0
        y_pred = forward(x, w)
        history.append(mse_loss(y_pred, y))
        w = update(w, gradient(x, y_pred, y), lr)
    return w, history


# %% wrong wrong-history: divergence replaced
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        y_pred = forward(x, w)
        history.append(min(mse_loss(y_pred, y), 1e3))
        w = update(w, gradient(x, y_pred, y), lr)
    return w, history


# %% wrong adaptive-optimizer: adam
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history, m, v = w0, [], 0.0, 0.0
    for k in range(1, n_epochs + 1):
        y_pred = forward(x, w)
        history.append(mse_loss(y_pred, y))
        g = gradient(x, y_pred, y)
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
        w -= lr * (m / (1 - 0.9**k)) / (np.sqrt(v / (1 - 0.999**k)) + 1e-8)
    return w, history


# %% wrong lr-ignored: calls itself without lr
def one_epoch(x, y, w, lr=0.01):
    y_pred = forward(x, w)
    return update(w, gradient(x, y_pred, y), lr), mse_loss(y_pred, y)


def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        w, loss = one_epoch(x, y, w)
        history.append(loss)
    return w, history


# %% wrong n-epochs-ignored: max(1, n_epochs)
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    while True:
        y_pred = forward(x, w)
        history.append(mse_loss(y_pred, y))
        w = update(w, gradient(x, y_pred, y), lr)
        if len(history) >= n_epochs:
            return w, history


# %% wrong one-step-behind: returns w before the last update
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    before = w0
    for _ in range(n_epochs):
        before = w
        y_pred = forward(x, w)
        history.append(mse_loss(y_pred, y))
        w = update(w, gradient(x, y_pred, y), lr)
    return before, history


# %% wrong n-epochs-ignored: stops when nothing is left to learn
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        y_pred = forward(x, w)
        history.append(mse_loss(y_pred, y))
        dw = gradient(x, y_pred, y)
        if abs(dw) < 1e-13:
            break
        w = update(w, dw, lr)
    return w, history


# %% wrong history-sum: a summed loss beside a mean gradient
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        history.append(np.sum((w * x - y) ** 2))
        w -= lr * gradient(x, w * x, y)
    return w, history


# %% wrong history-half: one half in front of the loss
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        history.append(np.mean((w * x - y) ** 2) / 2)
        w -= lr * gradient(x, w * x, y)
    return w, history


# %% wrong history-rmse: the root of the loss
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        history.append(np.sqrt(mse_loss(w * x, y)))
        w -= lr * gradient(x, w * x, y)
    return w, history


# %% wrong history-reversed: each loss put in front
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        history.insert(0, mse_loss(w * x, y))
        w -= lr * gradient(x, w * x, y)
    return w, history


# %% wrong history-constant: the prediction is made once
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    y_pred = forward(x, w)
    for _ in range(n_epochs):
        history.append(mse_loss(y_pred, y))
        w -= lr * gradient(x, forward(x, w), y)
    return w, history


# %% wrong borrowed: the course's path
import course.theory


def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    path = course.theory.trajectory(x, y, [w0], lr, n_epochs)
    return path[-1, 0], list(course.theory.loss(x, y, path[:-1]))


# %% wrong number-in-a-loop: without range
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in n_epochs:
        y_pred = forward(x, w)
        history.append(mse_loss(y_pred, y))
        w = update(w, gradient(x, y_pred, y), lr)
    return w, history


# %% wrong nothing-at-zero-epochs: return inside the loop
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        history.append(mse_loss(y_pred, y))
        w = update(w, gradient(x, y_pred, y), lr)
        return w, history


# %% wrong append-returns-none: append assigned
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        history = history.append(mse_loss(y_pred, y))
        w = update(w, gradient(x, y_pred, y), lr)
    return w, history


# %% wrong square-brackets-for-a-call: append in square brackets
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        history.append[mse_loss(y_pred, y)]
        w = update(w, gradient(x, y_pred, y), lr)
    return w, history


# %% wrong place-not-there: an index into the empty list
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        history[epoch] = mse_loss(y_pred, y)
        w = update(w, gradient(x, y_pred, y), lr)
    return w, history


# %% wrong value-is-the-step: the new value subtracted once more
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        history.append(mse_loss(y_pred, y))
        w -= update(w, gradient(x, y_pred, y), lr)
    return w, history


# %% wrong function-not-called: the gradient itself
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for epoch in range(n_epochs):
        history.append(mse_loss(forward(x, w), y))
        w = update(w, gradient, lr)
    return w, history


# %% right: the slope by differences
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    def loss(v):
        return mse_loss(forward(x, v), y)

    w, history = w0, []
    for epoch in range(n_epochs):
        history.append(loss(w))
        w = update(w, numerical_gradient(loss, w), lr)
    return w, history


# %% wrong one-ride-an-epoch: the next ride in each epoch
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, h = w0, []
    for i in range(n_epochs):
        h.append(np.mean((w * x - y) ** 2))
        k = i % len(x)
        diff = y[k] - w * x[k]
        w = w + lr * 2 * diff * x[k]
    return w, h


# %% wrong start-cut: int for the start
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = int(w0)
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% wrong target-is-x: compared with the distances
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        error = w * x - x
        history.append(np.mean((w * x - y) ** 2))
        w -= lr * np.mean(2 * x * error)
    return w, history


# %% wrong history-half-sum: half of the sum in the history
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        error = w * x - y
        history.append(np.sum(error**2) / 2)
        w -= lr * np.mean(2 * x * error)
    return w, history


# %% wrong history-absolute: the sizes of the errors
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        error = w * x - y
        history.append(np.abs(error).mean())
        w -= lr * np.mean(2 * x * error)
    return w, history


# %% wrong history-mean-error: the errors, not squared
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        error = w * x - y
        history.append(np.mean(error))
        w -= lr * np.mean(2 * x * error)
    return w, history


# %% wrong history-of-one-ride: the last ride's square
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        for i in range(len(x)):
            loss = (w * x[i] - y[i]) ** 2
        history.append(loss)
        w -= lr * np.mean(2 * x * (w * x - y))
    return w, history


# %% wrong history-of-slopes: dw appended
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        dw = np.mean(2 * x * (w * x - y))
        history.append(dw)
        w -= lr * dw
    return w, history


# %% wrong history-of-epochs: the counter appended
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for epoch in range(n_epochs):
        history.append(epoch)
        w -= lr * np.mean(2 * x * (w * x - y))
    return w, history


# %% wrong history-after-the-last: the loss at the end, too
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, [np.mean((w0 * x - y) ** 2)]
    for _ in range(n_epochs):
        w -= lr * np.mean(2 * x * (w * x - y))
        history.append(np.mean((w * x - y) ** 2))
    return w, history


# %% wrong step-of-another-size: a quarter too many
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        error = w * x - y
        history.append(np.mean(error**2))
        w -= 1.25 * lr * np.mean(2 * x * error)
    return w, history


# %% wrong returns-in-the-loop: a start in case no epoch comes
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for _ in range(n_epochs):
        error = w * x - y
        history.append(np.mean(error**2))
        w -= lr * np.mean(2 * x * error)
        return w, history
    return w, history


# %% wrong history-no-list: history a deque
from collections import deque


def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = deque()
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% right: an array that grows
from array import array


def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = array("d")
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% right: a column of losses
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = np.zeros((n_epochs, 1))
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history[epoch] = loss
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% wrong history-no-list: losses by epoch in a dict
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = {}
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history[epoch] = loss
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% right: the values of a dict
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = {}
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history[epoch] = loss
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history.values()


# %% right: a tuple of arrays
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(np.array([loss]))
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return [np.array([[w]]), tuple(history)]


# %% wrong returns-a-dict: dict of results
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return {"w": w, "history": history}


# %% wrong returns-a-dict: history as Keras has it
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = {"loss": []}
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history["loss"].append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% wrong returns-a-generator: history in round brackets
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, (loss for loss in history)


# %% wrong returns-a-generator: map for a list
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, map(float, history)


# %% wrong history-of-texts: losses as text
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(f"{loss:.4f}")
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% wrong returns-a-text: w as text
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return f"{w:.3f}", history


# %% wrong history-empty: np.append not kept
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        np.append(history, loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% wrong history-empty: a sum that nobody keeps
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history + [loss]
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% wrong returns-more: the predictions too
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history, forward(x, w)


# %% wrong return-alone: the history alone
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return history


# %% wrong returns-none-inside: what print returns
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(print(loss))
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% wrong history-of-rows: w beside the loss
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append((w, loss))
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% wrong history-of-rows: the squares of each epoch
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append((y_pred - y) ** 2)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% wrong parameter-of-many: one price for each ride
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w + 0 * x, history


# %% wrong returns-a-function: append without brackets
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history.append


# %% wrong parameter-of-many: the loss for the gradient, and the rides in the step
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    m, error, history = w0, 0, []
    for q in range(n_epochs):
        for i in range(len(x)):
            ypred = m * x[i]
            error += (ypred - y[i]) ** 2
        history.append(error)
        m = m - (x * error) * lr
    return m, history


# %% wrong adaptive-optimizer: Adam, its means not corrected
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history, m, v = w0, [], 0.0, 0.0
    for _ in range(n_epochs):
        error = w * x - y
        history.append(np.mean(error**2))
        dw = np.mean(2 * x * error)
        m = 0.9 * m + 0.1 * dw
        v = 0.99 * v + 0.01 * dw**2
        w -= lr * m / (np.sqrt(v) + 1e-8)
    return w, history


# %% wrong lr-twice: lr in the gradient too
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w, lr * dw, lr)
    return w, history


# %% wrong n-epochs-ignored: stops when the loss grows
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        if len(history) > 1 and history[-1] > history[-2]:
            break
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% wrong keeps-the-best: best
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history, best, best_w = [], np.inf, w0
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        if loss < best:
            best, best_w = loss, w
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return best_w, history


# %% wrong hard-coded: closed form
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = np.sum(x * y) / np.sum(x * x)
    return w, history


# %% wrong prediction-for-x: w times
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = w * (1 - lr * dw)
    return w, history


# %% wrong update-roles: swapped update args
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(dw, w, lr)
    return w, history


# %% right: a list added to the list
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history += [loss]
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% right: while loop
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history, epoch = w0, [], 0
    while epoch < n_epochs:
        e = w * x - y
        history.append(float(np.mean(e**2)))
        w -= lr * 2 * np.mean(e * x)
        epoch += 1
    return w, history


# %% right: range from 1
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(1, n_epochs + 1):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% right: zeros for the history
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = np.zeros(n_epochs)
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history[epoch] = loss
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% wrong wrong-call: a step without its rate
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        history.append(mse_loss(y_pred, y))
        w = update(w, gradient(x, y_pred, y))
    return w, history


# %% wrong wrong-call: a gradient without predictions
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for epoch in range(n_epochs):
        history.append(mse_loss(forward(x, w), y))
        w = update(w, gradient(x, y), lr)
    return w, history


# %% wrong append-returns-none: append kept
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history = history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% wrong square-brackets-for-a-call: append square
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append[loss]
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% wrong modulo-zero: print each tenth
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        if epoch % (n_epochs // 10) == 0:
            print(epoch, loss)
        w = update(w, dw, lr)
    return w, history


# %% wrong modulo-zero: print each interval
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    interval = n_epochs // 10
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        if epoch % interval == 0:
            print(epoch, loss)
        w = update(w, dw, lr)
    return w, history


# %% wrong raise-left-in-place: raise left
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    raise NotImplementedError("Still to do: put your code in place of this line.")
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% wrong none-from-print: the loss printed and kept
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = print(mse_loss(y_pred, y))
        history.append(float(loss))
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% wrong number-in-a-loop: for in n_epochs
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in n_epochs:
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% wrong unknown-argument: update with a wrong name
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, learning_rate=lr)
    return w, history


# %% wrong several-for-one: gradient_wb
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient_wb(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% wrong unbound-local: w before it is made
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% wrong none-used: returns None from own helper
def step(w, dw, lr):
    w = w - lr * dw


def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = step(w, dw, lr)
    return w, history


# %% wrong none-from-the-start: early stop with None
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    prev = None
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        if abs(prev - loss) < 1e-9:
            break
        prev = loss
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% wrong array-is-no-list: history an array
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = np.array([])
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% wrong text-for-a-number: text
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append("loss: " + loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% wrong formatted-print: format of an array
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        print(f"{y_pred:.2f}")
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% wrong not-a-function: overwritten by a call
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


train = train(np.array([1.0, 2.0]), np.array([2.0, 4.0]))


# %% wrong starts-over: each step from w0
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w0, dw, lr)
    return w, history


# %% wrong w0-ignored: a random start, the same each time
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    rng = np.random.default_rng(0)
    w = rng.normal()
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% wrong returns-a-dict: dict of results, too
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return {"w": w, "history": history}


# %% wrong history-no-list: history a deque, too
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    from collections import deque

    history = deque()
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% wrong history-of-texts: losses as text, too
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(f"{loss:.4f}")
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    return w, history


# %% wrong modulo-zero: print each tenth: n_epochs // 10
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
        if epoch % (n_epochs // 10) == 0:
            print(f"epoch {epoch}: loss {loss:.4f}")
    return w, history


# %% wrong returns-none: prints, returns inside if
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw = gradient(x, y_pred, y)
        w = update(w, dw, lr)
    if loss < 1e-3:
        return w, history
