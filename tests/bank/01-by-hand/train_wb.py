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


# %% wrong return-without-b: no b
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


# %% right: powers of the matrix
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    H = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    best = np.polyfit(x, y, 1)
    A = np.eye(2) - lr * H
    gap, history = np.array([w0, b0]) - best, []
    for _ in range(n_epochs):
        w, b = best + gap
        history.append(np.mean((w * x + b - y) ** 2))
        gap = A @ gap
    w, b = best + gap
    return w, b, history


# %% right: b first, same prediction
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for _ in range(n_epochs):
        e = w * x + b - y
        history.append((e**2).mean())
        b = b - lr * 2 * e.mean()
        w = w - lr * 2 * (x * e).mean()
    return w, b, history


# %% right: torch Linear in float64
import torch


def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    model = torch.nn.Linear(1, 1, dtype=torch.float64)
    with torch.no_grad():
        model.weight.fill_(w0)
        model.bias.fill_(b0)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    X, Y = torch.tensor(x)[:, None], torch.tensor(y)[:, None]
    history = []
    for _ in range(n_epochs):
        loss = torch.nn.functional.mse_loss(model(X), Y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return model.weight.item(), model.bias.item(), history


# %% right: complex number holds both
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    z, history = complex(w0, b0), []
    for _ in range(n_epochs):
        y_pred = z.real * x + z.imag
        history.append(mse_loss(y_pred, y))
        z -= lr * complex(*gradient_wb(x, y_pred, y))
    return z.real, z.imag, history


# %% wrong derivatives-crossed: db, dw
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for _ in range(n_epochs):
        y_pred = w * x + b
        history.append(mse_loss(y_pred, y))
        db, dw = gradient_wb(x, y_pred, y)
        w, b = update(w, dw, lr), update(b, db, lr)
    return w, b, history


# %% wrong b-from-w: b starts from w
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for _ in range(n_epochs):
        y_pred = w * x + b
        history.append(mse_loss(y_pred, y))
        dw, db = gradient_wb(x, y_pred, y)
        w, b = update(w, dw, lr), update(w, db, lr)
    return w, b, history


# %% wrong b-not-predicted: prediction without b
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for _ in range(n_epochs):
        y_pred = forward(x, w)
        history.append(mse_loss(y_pred, y))
        dw, db = gradient_wb(x, y_pred, y)
        w, b = update(w, dw, lr), update(b, db, lr)
    return w, b, history


# %% wrong w-b-swapped: b, w
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for _ in range(n_epochs):
        y_pred = w * x + b
        history.append(mse_loss(y_pred, y))
        dw, db = gradient_wb(x, y_pred, y)
        w, b = update(w, dw, lr), update(b, db, lr)
    return b, w, history


# %% wrong negative-lost: no negative flag fall
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for _ in range(n_epochs):
        y_pred = w * x + b
        history.append(mse_loss(y_pred, y))
        dw, db = gradient_wb(x, y_pred, y)
        w, b = update(w, dw, lr), max(0.0, update(b, db, lr))
    return w, b, history


# %% wrong centred: x centred for a faster run
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    m = x.mean()
    w, c, history = w0, b0 + w0 * m, []
    for _ in range(n_epochs):
        y_pred = w * (x - m) + c
        history.append(mse_loss(y_pred, y))
        dw, dc = gradient_wb(x - m, y_pred, y)
        w, c = update(w, dw, lr), update(c, dc, lr)
    return w, c - w * m, history


# %% wrong return-nested: ((w, b), history)
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for _ in range(n_epochs):
        y_pred = w * x + b
        history.append(mse_loss(y_pred, y))
        dw, db = gradient_wb(x, y_pred, y)
        w, b = update(w, dw, lr), update(b, db, lr)
    return (w, b), history


# %% wrong wrong-trajectory: w by train, then b
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, history = train(x, y, w0, lr, n_epochs)
    b = np.mean(y - w * x)
    return w, b, history


# %% wrong n-epochs-ignored: stops early
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for _ in range(n_epochs):
        y_pred = w * x + b
        history.append(mse_loss(y_pred, y))
        if history[-1] < 1e-12:
            break
        dw, db = gradient_wb(x, y_pred, y)
        w, b = update(w, dw, lr), update(b, db, lr)
    return w, b, history


# %% wrong momentum: 0.9
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    vw = vb = 0.0
    for _ in range(n_epochs):
        y_pred = w * x + b
        history.append(mse_loss(y_pred, y))
        dw, db = gradient_wb(x, y_pred, y)
        vw, vb = 0.9 * vw + 0.1 * dw, 0.9 * vb + 0.1 * db
        w, b = w - lr * vw, b - lr * vb
    return w, b, history


# %% wrong missing-minus-of-b: b goes up
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for _ in range(n_epochs):
        y_pred = w * x + b
        history.append(mse_loss(y_pred, y))
        dw, db = gradient_wb(x, y_pred, y)
        w = w - lr * dw
        b = b + lr * db
    return w, b, history


# %% wrong n-epochs-ignored: always 1000
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for _ in range(1000):
        y_pred = w * x + b
        history.append(mse_loss(y_pred, y))
        dw, db = gradient_wb(x, y_pred, y)
        w, b = update(w, dw, lr), update(b, db, lr)
    return w, b, history


# %% wrong lr-missing: lr missing for b
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for _ in range(n_epochs):
        y_pred = w * x + b
        history.append(mse_loss(y_pred, y))
        dw, db = gradient_wb(x, y_pred, y)
        w = w - lr * dw
        b = b - db
    return w, b, history


# %% wrong weight-decay: 1e-3 on w
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for _ in range(n_epochs):
        y_pred = w * x + b
        history.append(mse_loss(y_pred, y))
        dw, db = gradient_wb(x, y_pred, y)
        w, b = update(w, dw + 1e-3 * w, lr), update(b, db, lr)
    return w, b, history


# %% wrong half-for-one: 2 missing in db
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for _ in range(n_epochs):
        e = w * x + b - y
        history.append(np.mean(e**2))
        w, b = w - lr * np.mean(2 * x * e), b - lr * np.mean(e)
    return w, b, history


# %% wrong b-from-w: a line copied, and changed in one place
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = w0, b0
    history = []
    for _ in range(n_epochs):
        y_pred = w * x + b
        history.append(mse_loss(y_pred, y))
        dw, db = gradient_wb(x, y_pred, y)
        w = update(w, dw, lr)
        b = update(w, db, lr)
    return w, b, history


# %% wrong bias-in-the-product: brackets, and the gradient of the exercise
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = w0, b0
    history = []
    for _ in range(n_epochs):
        y_pred = w * (x + b)
        history.append(mse_loss(y_pred, y))
        dw, db = gradient_wb(x, y_pred, y)
        w, b = update(w, dw, lr), update(b, db, lr)
    return w, b, history


# %% wrong several-for-one: both derivatives in each update
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = w0, b0
    history = []
    for _ in range(n_epochs):
        y_pred = w * x + b
        history.append(mse_loss(y_pred, y))
        w = update(w, gradient_wb(x, y_pred, y), lr)
        b = update(b, gradient_wb(x, y_pred, y), lr)
    return w, b, history


# %% wrong b-moved-by-dw: a line copied
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for epoch in range(n_epochs):
        y_pred = forward(x, w) + b
        history.append(mse_loss(y_pred, y))
        dw, db = gradient_wb(x, y_pred, y)
        w = update(w, dw, lr)
        b = update(b, dw, lr)
    return w, b, history


# %% wrong nothing-at-zero-epochs: return inside the loop
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for epoch in range(n_epochs):
        y_pred = forward(x, w) + b
        history.append(mse_loss(y_pred, y))
        dw, db = gradient_wb(x, y_pred, y)
        w, b = update(w, dw, lr), update(b, db, lr)
        return w, b, history


# %% right: both in one array
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    theta, history = np.array([w0, b0]), []
    for epoch in range(n_epochs):
        y_pred = forward(x, theta[0]) + theta[1]
        history.append(mse_loss(y_pred, y))
        theta = update(theta, np.array(gradient_wb(x, y_pred, y)), lr)
    return theta[0], theta[1], history


# %% wrong two-rates: a tenth for b
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for epoch in range(n_epochs):
        y_pred = forward(x, w) + b
        history.append(mse_loss(y_pred, y))
        dw, db = gradient_wb(x, y_pred, y)
        w, b = update(w, dw, lr), update(b, db, lr / 10)
    return w, b, history


# %% wrong starts-swapped: each from the other's start
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = b0, w0, []
    for epoch in range(n_epochs):
        y_pred = forward(x, w) + b
        history.append(mse_loss(y_pred, y))
        dw, db = gradient_wb(x, y_pred, y)
        w, b = update(w, dw, lr), update(b, db, lr)
    return w, b, history


# %% wrong bias-subtracted: minus b, in the derivative too
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for epoch in range(n_epochs):
        y_pred = forward(x, w) - b
        history.append(mse_loss(y_pred, y))
        dw, db = gradient_wb(x, y_pred, y)
        w, b = update(w, dw, lr), update(b, -db, lr)
    return w, b, history


# %% wrong bias-of-each-ride: no mean for b
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, np.full(len(x), b0), []
    for epoch in range(n_epochs):
        e = w * x + b - y
        history.append(np.mean(e**2))
        w, b = w - lr * np.mean(2 * x * e), b - lr * 2 * e / len(x)
    return w, b.mean(), history


# %% wrong one-tensor-for-both: two names for one array
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w = b = np.array([w0])
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x + b
        history.append(mse_loss(y_pred, y))
        dw, db = gradient_wb(x, y_pred, y)
        w -= lr * dw
        b -= lr * db
    return w, b, history


# %% wrong b-moved-by-dw: a copied line
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x + b
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw, db = gradient_wb(x, y_pred, y)
        w = update(w, dw, lr)
        b = update(b, dw, lr)
    return w, b, history


# %% wrong history-without-b: the recorded loss leaves b out
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x + b
        loss = mse_loss(forward(x, w), y)
        history.append(loss)
        dw, db = gradient_wb(x, y_pred, y)
        w = update(w, dw, lr)
        b = update(b, db, lr)
    return w, b, history


# %% wrong data-changed: distances from 0 to 1
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = w0, b0
    history = []
    x = (x - x.min()) / (x.max() - x.min())
    for epoch in range(n_epochs):
        y_pred = w * x + b
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw, db = gradient_wb(x, y_pred, y)
        w = update(w, dw, lr)
        b = update(b, db, lr)
    return w, b, history


# %% wrong w-moved-by-db: the line of b, copied
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x + b
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw, db = gradient_wb(x, y_pred, y)
        w = update(w, db, lr)
        b = update(b, db, lr)
    return w, b, history


# %% wrong b-from-w: b starts from the new w
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x + b
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw, db = gradient_wb(x, y_pred, y)
        w = update(w, dw, lr)
        b = update(w, db, lr)
    return w, b, history


# %% wrong w-from-b: w = update(b, dw)
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x + b
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw, db = gradient_wb(x, y_pred, y)
        w = update(b, dw, lr)
        b = update(b, db, lr)
    return w, b, history


# %% wrong bias-not-trained: b not updated
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x + b
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw, db = gradient_wb(x, y_pred, y)
        w = update(w, dw, lr)
    return w, b, history


# %% wrong bias-not-trained: b update not kept
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x + b
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw, db = gradient_wb(x, y_pred, y)
        w = update(w, dw, lr)
        update(b, db, lr)
    return w, b, history


# %% wrong value-is-the-step: b =- lr*db
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x + b
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw, db = gradient_wb(x, y_pred, y)
        w = update(w, dw, lr)
        b = -lr * db
    return w, b, history


# %% wrong b-before-w: w from the moved b
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x + b
        loss = mse_loss(y_pred, y)
        history.append(loss)
        b = b - lr * np.mean(2 * (w * x + b - y))
        w = w - lr * np.mean(2 * x * (w * x + b - y))
    return w, b, history


# %% wrong bias-subtracted: w x - b
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x - b
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw, db = gradient_wb(x, y_pred, y)
        w = update(w, dw, lr)
        b = update(b, db, lr)
    return w, b, history


# %% wrong momentum: one velocity for both
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = w0, b0
    history, v = [], 0.0
    for epoch in range(n_epochs):
        y_pred = w * x + b
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw, db = gradient_wb(x, y_pred, y)
        v = 0.9 * v + dw
        w = w - lr * v
        v = 0.9 * v + db
        b = b - lr * v
    return w, b, history


# %% wrong clipped: clip by norm
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x + b
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw, db = gradient_wb(x, y_pred, y)
        size = np.hypot(dw, db)
        dw, db = (dw / size, db / size) if size > 1 else (dw, db)
        w = update(w, dw, lr)
        b = update(b, db, lr)
    return w, b, history


# %% wrong hard-coded: closed form
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x + b
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw, db = gradient_wb(x, y_pred, y)
        w = update(w, dw, lr)
        b = update(b, db, lr)
    w, b = np.polyfit(x, y, 1)
    return w, b, history


# %% wrong keeps-the-best: best
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = w0, b0
    history, best = [], (np.inf, w0, b0)
    for epoch in range(n_epochs):
        y_pred = w * x + b
        loss = mse_loss(y_pred, y)
        history.append(loss)
        best = min(best, (loss, w, b))
        dw, db = gradient_wb(x, y_pred, y)
        w = update(w, dw, lr)
        b = update(b, db, lr)
    return best[1], best[2], history


# %% wrong bias-not-trained: w changed twice
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x + b
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw, db = gradient_wb(x, y_pred, y)
        w = update(w, dw, lr)
        w = update(w, db, lr)
    return w, b, history


# %% right: tuple update
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x + b
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw, db = gradient_wb(x, y_pred, y)
        w, b = w - lr * dw, b - lr * db
    return w, b, history


# %% right: theta
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    X = np.column_stack([x, np.ones(len(x))])
    theta = np.array([w0, b0], dtype=float)
    history = []
    for _ in range(n_epochs):
        e = X @ theta - y
        history.append(e @ e / len(y))
        theta = theta - lr * 2 / len(y) * X.T @ e
    return theta[0], theta[1], history


# %% wrong number-unpacked: two names for one derivative
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for epoch in range(n_epochs):
        y_pred = forward(x, w) + b
        history.append(mse_loss(y_pred, y))
        dw, db = gradient(x, y_pred, y)
        w, b = update(w, dw, lr), update(b, db, lr)
    return w, b, history


# %% wrong forward-has-no-b: forward with three arguments
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for epoch in range(n_epochs):
        y_pred = forward(x, w, b)
        history.append(mse_loss(y_pred, y))
        dw, db = gradient_wb(x, y_pred, y)
        w, b = update(w, dw, lr), update(b, db, lr)
    return w, b, history


# %% wrong forward-has-no-b: forward(x, w, b)
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w, b)
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw, db = gradient_wb(x, y_pred, y)
        w = update(w, dw, lr)
        b = update(b, db, lr)
    return w, b, history


# %% wrong unpacking: unpack three
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x + b
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw, db, loss = gradient_wb(x, y_pred, y)
        w = update(w, dw, lr)
        b = update(b, db, lr)
    return w, b, history


# %% wrong history-first: history in the middle
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w) + b
        history.append(mse_loss(y_pred, y))
        dw, db = gradient_wb(x, y_pred, y)
        w = update(w, dw, lr)
        b = update(b, db, lr)
    return w, history, b


# %% wrong modulo-zero: print each tenth
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b = w0, b0
    history = []
    for epoch in range(n_epochs):
        y_pred = w * x + b
        loss = mse_loss(y_pred, y)
        history.append(loss)
        dw, db = gradient_wb(x, y_pred, y)
        w = update(w, dw, lr)
        b = update(b, db, lr)
        if (epoch + 1) % (n_epochs // 10) == 0:
            print(epoch + 1, loss)
    return w, b, history
