"""keeps things for the next call"""
# right: *

# %% 01-by-hand train state-between-calls: w lives outside the function
w_trained = None


def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    global w_trained
    if w_trained is None:
        w_trained = w0
    history = []
    for epoch in range(n_epochs):
        y_pred = forward(x, w_trained)
        history.append(mse_loss(y_pred, y))
        w_trained = update(w_trained, gradient(x, y_pred, y), lr)
    return w_trained, history


# %% 01-by-hand train_wb history-after-update: the loss of the new parameters
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for epoch in range(n_epochs):
        dw, db = gradient_wb(x, w * x + b, y)
        w, b = w - lr * dw, b - lr * db
        history.append(mse_loss(w * x + b, y))
    return w, b, history


# %% 02-autograd train_autograd history-of-tensors: keeps every graph
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        loss = mse_loss(forward(x, w), y)
        history.append(loss)
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad = None
    return w.item(), history
