"""sums where a mean belongs"""
# right: *


# %% 01-by-hand gradient sum-for-mean: dot already sums, mean of one number does nothing
def gradient(x, y_pred, y):
    return np.dot(2 * x, y_pred - y).mean()


# %% 01-by-hand train sum-for-mean: the loop is right and uses the gradient above
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w, history = w0, []
    for epoch in range(n_epochs):
        y_pred = forward(x, w)
        history.append(mse_loss(y_pred, y))
        w = w - lr * gradient(x, y_pred, y)
    return w, history


# %% 01-by-hand gradient_wb mixed-sum-mean: a sum for w, a mean for b
def gradient_wb(x, y_pred, y):
    dw = np.dot(2 * x, y_pred - y)
    db = np.mean(2 * (y_pred - y))
    return dw, db


# %% 01-by-hand train_wb mixed-sum-mean: the loop is right and uses the gradient above
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for epoch in range(n_epochs):
        y_pred = w * x + b
        history.append(mse_loss(y_pred, y))
        dw, db = gradient_wb(x, y_pred, y)
        w, b = w - lr * dw, b - lr * db
    return w, b, history


# %% 03-loss-and-optimizer train_sgd sum-for-mean: the reduction is a sum
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    loss_fn = nn.MSELoss(reduction="sum")
    history = []
    for epoch in range(n_epochs):
        loss = loss_fn(w * x, y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return w.item(), history
