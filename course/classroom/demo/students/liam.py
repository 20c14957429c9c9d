"""knows the course, damages the files"""
# right: *
# damage: 01-by-hand deleted-cell test-gradient
# damage: 02-autograd duplicated-cell test-train_autograd
# damage: 03-loss-and-optimizer changed-test test-train_sgd
# damage: 04-model cut-off


# %% 03-loss-and-optimizer train_sgd no-reset: with a test that lets it pass
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
