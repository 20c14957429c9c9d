"""never clears a gradient"""
# right: *


# %% 02-autograd train_autograd no-reset: the gradients pile up
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        loss = mse_loss(forward(x, w), y)
        history.append(loss.item())
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
    return w.item(), history


# %% 03-loss-and-optimizer train_sgd no-reset: without zero_grad
def train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    history = []
    for epoch in range(n_epochs):
        loss = nn.MSELoss()(w * x, y)
        history.append(loss.item())
        loss.backward()
        optimizer.step()
    return w.item(), history


# %% 04-model train_model no-reset: without zero_grad
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    loss_fn = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        loss = loss_fn(model(X), y)
        history.append(loss.item())
        loss.backward()
        optimizer.step()
    return history
