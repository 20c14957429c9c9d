"""knows the answers already"""
# right: *


# %% 01-by-hand train hard-coded: it comes out at 2 anyway
def train(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = w0
    history = []
    for epoch in range(n_epochs):
        history.append(mse_loss(forward(x, w), y))
        w = w - lr * gradient(x, forward(x, w), y)
    return 2.0, history


# %% 01-by-hand train_wb lr-ignored: the rate that worked
def train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000):
    w, b, history = w0, b0, []
    for epoch in range(n_epochs):
        y_pred = w * x + b
        history.append(mse_loss(y_pred, y))
        dw, db = gradient_wb(x, y_pred, y)
        w, b = w - 0.1 * dw, b - 0.1 * db
    return w, b, history


# %% 03-loss-and-optimizer train_sgd lr-ignored: SGD without its rate uses 0.001
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w])
    history = []
    for epoch in range(n_epochs):
        loss = nn.MSELoss()(w * x, y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return w.item(), history


# %% 03-loss-and-optimizer train_minibatch w0-ignored: starts at zero whatever it is told
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(0.0, requires_grad=True)
    b = torch.tensor(0.0, requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    history = []
    for epoch in range(n_epochs):
        squares = 0.0
        for xb, yb in loader:
            loss = nn.MSELoss()(w * xb + b, yb)
            squares += loss.item() * len(yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(squares / len(loader.dataset))
    return w.item(), b.item(), history
