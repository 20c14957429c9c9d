"""walks uphill: a sign is flipped"""
# right: *


# %% 01-by-hand gradient flipped-sign: fare minus prediction
def gradient(x, y_pred, y):
    return np.mean(2 * x * (y - y_pred))


# %% 01-by-hand update update-uphill: plus, to make up for the gradient
def update(w, dw, lr):
    return w + lr * dw


# %% 02-autograd train_autograd flipped-sign: adds the gradient
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        loss = mse_loss(forward(x, w), y)
        history.append(loss.item())
        loss.backward()
        with torch.no_grad():
            w += lr * w.grad
        w.grad = None
    return w.item(), history
