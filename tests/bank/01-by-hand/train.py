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


# %% wrong history-length: one too many
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


# %% wrong wrong-return: only w
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    for _ in range(n_epochs):
        w = update(w, gradient(x, forward(x, w), y), lr)
    return w


# %% wrong wrong-return: the wrong way round
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
