"""lets autograd record the update"""
# right: *


# %% 02-autograd update_ in-place-on-a-leaf: no_grad is missing
def update_(params, lr):
    for p in params:
        p -= lr * p.grad
        p.grad = None


# %% 02-autograd train_autograd grad-of-a-new-tensor: w becomes a new tensor, which is not a leaf
def train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100):
    w = torch.tensor(float(w0), requires_grad=True)
    history = []
    for epoch in range(n_epochs):
        loss = mse_loss(forward(x, w), y)
        history.append(loss.item())
        loss.backward()
        w = w - lr * w.grad
    return w.item(), history
