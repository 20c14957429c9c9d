"""leaves things on another device"""
# right: *


# %% 04-model pick_device device-without-asking: her own computer has one
def pick_device():
    return torch.device("cuda")


# %% 04-model train_model x-not-moved: only the model goes to the device
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    loss_fn = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        loss = loss_fn(model(X), y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return history
