# %% right: from the other functions
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for _ in range(n_epochs):
        y_pred = forward(x, w) + b
        history.append(mse_loss(y_pred, y))
        dw, db = gradient_wb(x, y_pred, y)
        w -= lr * dw
        b -= lr * db
    return w, b, history


# %% right: a vector of parameters
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    X = np.stack([x, np.ones_like(x)], axis=1)
    theta, history = np.array([w0, b0]), []
    for _ in range(n_epochs):
        e = X @ theta - y
        history.append(np.mean(e**2))
        theta = theta - lr * 2 / len(y) * X.T @ e
    return theta[0], theta[1], history


# %% right: a list comes back
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for _ in range(n_epochs):
        e = w * x + b - y
        history.append((e**2).mean())
        w, b = w - lr * (2 * x * e).mean(), b - lr * 2 * e.mean()
    return [w, b, history]


# %% right: in closed form
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    X = np.stack([x, np.ones_like(x)], axis=1)
    best = np.linalg.lstsq(X, y, rcond=None)[0]
    step = np.eye(2) - lr * 2 / len(x) * X.T @ X
    theta, history = np.array([w0, b0]), []
    for _ in range(n_epochs):
        history.append(np.mean((X @ theta - y) ** 2))
        theta = best + step @ (theta - best)
    return (*theta, history)


# %% wrong mixed-sum-mean: Chen's
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for _ in range(n_epochs):
        e = w * x + b - y
        history.append((e**2).mean())
        w, b = w - lr * np.dot(2 * x, e).mean(), b - lr * 2 * e.mean()
    return w, b, history


# %% wrong sum-for-mean: both summed
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for _ in range(n_epochs):
        e = w * x + b - y
        history.append((e**2).mean())
        w, b = w - lr * (2 * x * e).sum(), b - lr * 2 * e.sum()
    return w, b, history


# %% wrong bias-not-trained: b forgotten
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for _ in range(n_epochs):
        y_pred = w * x + b
        history.append(mse_loss(y_pred, y))
        w = update(w, gradient(x, y_pred, y), lr)
    return w, b, history


# %% wrong w-not-trained: w forgotten
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for _ in range(n_epochs):
        y_pred = w * x + b
        history.append(mse_loss(y_pred, y))
        b = update(b, gradient_wb(x, y_pred, y)[1], lr)
    return w, b, history


# %% wrong w-before-b: one after the other
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for _ in range(n_epochs):
        history.append(mse_loss(w * x + b, y))
        w -= lr * np.mean(2 * x * (w * x + b - y))
        b -= lr * np.mean(2 * (w * x + b - y))
    return w, b, history


# %% wrong hard-coded: the answer
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    return 2.0, 3.0, [0.0] * n_epochs


# %% wrong w0-ignored: always from zero
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = 0.0, 0.0, []
    for _ in range(n_epochs):
        y_pred = w * x + b
        history.append(mse_loss(y_pred, y))
        dw, db = gradient_wb(x, y_pred, y)
        w, b = update(w, dw, lr), update(b, db, lr)
    return w, b, history


# %% wrong lr-ignored: the default for ever
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for _ in range(n_epochs):
        y_pred = w * x + b
        history.append(mse_loss(y_pred, y))
        dw, db = gradient_wb(x, y_pred, y)
        w, b = update(w, dw, 0.1), update(b, db, 0.1)
    return w, b, history


# %% wrong flipped-sign: uphill
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for _ in range(n_epochs):
        y_pred = w * x + b
        history.append(mse_loss(y_pred, y))
        dw, db = gradient_wb(x, y_pred, y)
        w, b = w + lr * dw, b + lr * db
    return w, b, history


# %% wrong wrong-return: no b
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    return train(x, y, w0, lr, n_epochs)


# %% wrong history-after-update: loss too late
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for _ in range(n_epochs):
        dw, db = gradient_wb(x, w * x + b, y)
        w, b = update(w, dw, lr), update(b, db, lr)
        history.append(mse_loss(w * x + b, y))
    return w, b, history
