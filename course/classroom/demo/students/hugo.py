"""mixes shapes, forgets the bias"""
# right: *


# %% 03-loss-and-optimizer train_minibatch bias-not-trained: b is not in the list
def train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50):
    w = torch.tensor(float(w0), requires_grad=True)
    b = torch.tensor(float(b0), requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
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


# %% 04-model train_model broadcast: a column of predictions against a row of fares
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        loss = nn.MSELoss()(model(X), y.flatten())
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return history
