# %% right: zero_grad last, optimizer before .to
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    model = model.to(device)
    X = X.to(device)
    y = y.to(device)
    history = []
    for epoch in range(n_epochs):
        loss = nn.functional.mse_loss(model(X), y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return history


# %% right: a closure
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(torch.device(device))
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr)

    def closure():
        optimizer.zero_grad()
        loss = nn.MSELoss()(model(X), y)
        loss.backward()
        return loss

    return [float(optimizer.step(closure).detach()) for _ in range(n_epochs)]


# %% right: the data moved in the loop
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device).train()
    optimizer = torch.optim.SGD([{"params": model.parameters()}], lr=lr)
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad(set_to_none=False)
        loss = ((model(X.to(device)) - y.to(device)) ** 2).mean()
        loss.backward()
        optimizer.step()
        history += [loss.detach().cpu().numpy().item()]
        if epoch % 10 == 0:
            print(f"epoch {epoch + 1}: loss = {loss:.4f}")
    return history


# %% right: autograd.grad, updates by hand
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    history = []
    for _ in range(n_epochs):
        loss = torch.mean((model(X) - y).square())
        parameters = list(model.parameters())
        gradients = torch.autograd.grad(loss, parameters)
        with torch.no_grad():
            for p, g in zip(parameters, gradients):
                p -= lr * g
        history.append(loss.item())
    return history


# %% right: torch.func
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    loss = lambda p: nn.functional.mse_loss(torch.func.functional_call(model, p, (X,)), y)
    history = []
    for _ in range(n_epochs):
        parameters = {name: p.detach() for name, p in model.named_parameters()}
        gradients, value = torch.func.grad_and_value(loss)(parameters)
        with torch.no_grad():
            for name, p in model.named_parameters():
                p.copy_(p - lr * gradients[name])
        history.append(value.item())
    return history


# %% right: .data, and the parameters cleared by the model
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model, X, y = (thing.to(device) for thing in (model, X, y))
    history = []
    for _ in range(n_epochs):
        model.zero_grad()
        loss = (model(X) - y).pow(2).sum() / len(y)
        loss.backward()
        for p in model.parameters():
            p.data = p.data - lr * p.grad
        history.append(loss.item())
    return history


# %% right: a DataLoader with one batch
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    rides = torch.utils.data.TensorDataset(X, y)
    loader = torch.utils.data.DataLoader(rides, batch_size=len(X))
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.0)
    history = []
    for _ in range(n_epochs):
        for x_batch, y_batch in loader:
            loss = nn.MSELoss()(model(x_batch.to(device)), y_batch.to(device))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            history.append(loss.item())
    return history


# %% right: an array of losses
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device=device), y.to(device=device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = np.zeros(n_epochs)
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = nn.MSELoss()(y, model(X))
        history[epoch] = loss.item()
        loss.backward()
        optimizer.step()
    return history


# %% right: detached losses, and back to where the model was
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    home = next(model.parameters()).device
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.detach())
    model.to(home)
    return torch.stack(history).tolist() if history else []


# %% right: an optimizer made anew in each epoch
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)

    def epoch():
        optimizer = torch.optim.SGD(model.parameters(), lr=lr)
        loss = nn.MSELoss()(model.forward(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        return loss.item()

    return [epoch() for _ in range(n_epochs)]


# %% right: full-batch gradient through vector_to_parameters
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    history = []
    for _ in range(n_epochs):
        model.zero_grad()
        loss = nn.MSELoss()(model(X), y)
        loss.backward()
        theta = nn.utils.parameters_to_vector(model.parameters()).detach()
        step = nn.utils.parameters_to_vector(p.grad for p in model.parameters())
        nn.utils.vector_to_parameters(theta - lr * step, model.parameters())
        history.append(loss.item())
    return history


# %% wrong x-not-moved: X stays where it was
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    y = y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong x-not-moved: what .to returns is thrown away
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X.to(device)
    y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong y-not-moved: y stays where it was
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X = X.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong model-not-moved: the model stays where it was
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong device-ignored: nothing is moved
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong device-ignored: a device of its own choice
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong device-not-the-argument: cuda, whatever is there
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.cuda()
    X, y = X.cuda(), y.cuda()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong numpy-of-a-graph: numpy() of the prediction
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(np.mean((model(X).numpy() - y.numpy()) ** 2))
    return history


# %% wrong hard-coded: the answer written in
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    with torch.no_grad():
        for p, value in zip(model.parameters(), (2.0, 3.0)):
            p.fill_(value)
    return [0.0] * n_epochs


# %% wrong hard-coded: solved, not trained
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    A = torch.cat([X, torch.ones_like(X)], dim=1)
    best = torch.linalg.lstsq(A, y).solution.flatten()
    history = [float(((model(X) - y) ** 2).mean())] * n_epochs
    nn.utils.vector_to_parameters(best, model.parameters())
    return history


# %% wrong lr-ignored: a rate of its own
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong lr-ignored: the optimizer's default
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters())
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong n-epochs-ignored: always 100
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(100):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong no-reset: no zero_grad
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong bias-not-trained: the first parameter only
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD([next(model.parameters())], lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong looks-inside-the-model: .weight of any model
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD([model.weight, model.bias], lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong another-model-trained: a new layer
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model = nn.Linear(1, 1).to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong another-model-trained: a copy
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    import copy

    model = copy.deepcopy(model).to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong start-changed: drawn again
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    for p in model.parameters():
        nn.init.uniform_(p)
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong start-changed: from zero each time
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    for p in model.parameters():
        p.data.zero_()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong state-between-calls: one list for all calls
history = []


def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong state-between-calls: one optimizer for all models
optimizer = None


def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    global optimizer
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = optimizer or torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong broadcast: the fares made a row
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device).flatten()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong history-of-tensors: losses with their graphs
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss)
    return history


# %% wrong sum-for-mean: the summed loss
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss(reduction="sum")(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item() / len(X))
    return history


# %% wrong order-loses-update: step before backward
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        optimizer.step()
        optimizer.zero_grad()
        loss = nn.MSELoss()(model(X), y)
        loss.backward()
        history.append(loss.item())
    return history


# %% wrong order-previous-gradient: steps with the last epoch's gradient
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.step()
        optimizer.zero_grad()
        loss.backward()
        history.append(loss.item())
    return history


# %% wrong adaptive-optimizer: Adam
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong momentum: momentum
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong ride-by-ride: one update a ride
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        for ride, fare in zip(X, y):
            loss = nn.MSELoss()(model(ride), fare)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(loss.item())
    return history


# %% wrong history-after-update: the loss after the step
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        optimizer.zero_grad()
        nn.MSELoss()(model(X), y).backward()
        optimizer.step()
        history.append(nn.MSELoss()(model(X), y).item())
    return history


# %% wrong history-length: the return inside the loop
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if epoch % 2 == 0:
            history.append(loss.item())
    return history


# %% wrong returns-none: no return
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


# %% wrong changed-input: standardises X in place
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    X -= X.mean()
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong no-parameters: a generator used up
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    parameters = model.parameters()
    print(sum(p.numel() for p in parameters), "parameters")
    optimizer = torch.optim.SGD(parameters, lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong lr-ignored: a scheduler the exercise did not ask for, at a rate of its own
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong absolute-error: nn.L1Loss
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.L1Loss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong numpy-of-another-device: the loss through NumPy
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(float(loss.detach().numpy()))
    return history


# %% wrong n-epochs-ignored: stops when the loss is small
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
        if history[-1] < 1e-6:
            break
    return history


# %% wrong momentum: a little momentum
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    opt = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.1)
    history = []
    for _ in range(n_epochs):
        opt.zero_grad()
        loss = nn.MSELoss()(model(X), y)
        history.append(loss.item())
        loss.backward()
        opt.step()
    return history


# %% wrong weight-decay: a little weight decay
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    opt = torch.optim.SGD(model.parameters(), lr=lr, weight_decay=1e-3)
    history = []
    for _ in range(n_epochs):
        opt.zero_grad()
        loss = nn.MSELoss()(model(X), y)
        history.append(loss.item())
        loss.backward()
        opt.step()
    return history


# %% wrong rate-decays: a rate that falls
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    opt = torch.optim.SGD(model.parameters(), lr=lr)
    sched = torch.optim.lr_scheduler.ExponentialLR(opt, 0.999)
    history = []
    for _ in range(n_epochs):
        opt.zero_grad()
        loss = nn.MSELoss()(model(X), y)
        history.append(loss.item())
        loss.backward()
        opt.step()
        sched.step()
    return history


# %% wrong n-epochs-ignored: stops when the loss rises
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    opt = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        opt.zero_grad()
        loss = nn.MSELoss()(model(X), y)
        history.append(loss.item())
        if len(history) > 1 and history[-1] > history[-2]:
            break
        loss.backward()
        opt.step()
    return history


# %% wrong adaptive-optimizer: RMSprop
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    opt = torch.optim.RMSprop(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        opt.zero_grad()
        loss = nn.MSELoss()(model(X), y)
        history.append(loss.item())
        loss.backward()
        opt.step()
    return history


# %% wrong data-changed: standardises for itself
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    X = (X - X.mean()) / X.std()
    opt = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        opt.zero_grad()
        loss = nn.MSELoss()(model(X), y)
        history.append(loss.item())
        loss.backward()
        opt.step()
    return history


# %% wrong mini-batches: batches of four
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    opt = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        total = 0
        for i in range(0, len(X), 4):
            opt.zero_grad()
            loss = nn.MSELoss()(model(X[i : i + 4]), y[i : i + 4])
            loss.backward()
            opt.step()
            total += loss.item()
        history.append(total)
    return history


# %% wrong fixed-n: a sum over four
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    opt = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        opt.zero_grad()
        loss = ((model(X) - y) ** 2).sum() / 4
        history.append(loss.item())
        loss.backward()
        opt.step()
    return history


# %% wrong step-twice: two steps an epoch
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    opt = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        opt.zero_grad()
        loss = nn.MSELoss()(model(X), y)
        history.append(loss.item())
        loss.backward()
        opt.step()
        opt.step()
    return history


# %% wrong optimizer-of-a-model: the optimizer gets the model
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    opt = torch.optim.SGD(model, lr=lr)
    history = []
    for _ in range(n_epochs):
        opt.zero_grad()
        loss = nn.MSELoss()(model(X), y)
        history.append(loss.item())
        loss.backward()
        opt.step()
    return history


# %% wrong history-length: every tenth loss
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    opt = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        opt.zero_grad()
        loss = nn.MSELoss()(model(X), y)
        if epoch % 10 == 0:
            history.append(loss.item())
        loss.backward()
        opt.step()
    return history


# %% right: as_tensor with a device
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    X = torch.as_tensor(X, dtype=torch.float32, device=device)
    y = torch.as_tensor(y, dtype=torch.float32, device=device)
    model.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        history.append(round(loss.item(), 12))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return history


# %% right: inside the device
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    with torch.device(device):
        model.to(device)
        X, y = X.to(device), y.to(device)
        optimizer = torch.optim.SGD(model.parameters(), lr=lr)
        history = []
        for _ in range(n_epochs):
            optimizer.zero_grad()
            loss = nn.MSELoss()(model(X), y)
            loss.backward()
            optimizer.step()
            history.append(loss.item())
    return history


# %% wrong borrowed: the course's path
from course import theory


def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    start = [p.item() for p in model.parameters()]
    x, y = X.numpy()[:, 0], y.numpy()[:, 0]
    path = theory.trajectory(x, y, start, lr, n_epochs)
    with torch.no_grad():
        for p, value in zip(model.parameters(), path[-1]):
            p.fill_(value)
    return list(theory.loss(x, y, path[:-1]))


# %% wrong layer-shape: one column, whatever comes
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.reshape(-1, 1).to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return history


# %% wrong layer-shape: the first column alone
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X[:, :1].to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return history


# %% right: zeros for the history, filled with detached losses
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    loss_fn = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = torch.zeros(n_epochs)
    for i in range(n_epochs):
        loss = loss_fn(model(X), y)
        history[i] = loss.detach()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return history


# %% wrong model-left-in-another-type: in double, and left so
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device).double()
    X, y = X.to(device).double(), y.to(device).double()
    loss_fn = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = loss_fn(model(X), y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return history


# %% wrong model-left-frozen: switched off in the end
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    loss_fn = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = loss_fn(model(X), y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    model.eval()
    for p in model.parameters():
        p.requires_grad_(False)
    return history


# %% wrong input-watched: the caller's rides are watched
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device).requires_grad_(), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return history


# %% wrong clipped: in length, at 1
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        model.train()
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong target-is-x: the output against X
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        model.train()
        outputs = model(X)
        loss = criterion(outputs, X)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong history-running-mean: the mean of all losses so far
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    running = 0.0
    for epoch in range(n_epochs):
        model.train()
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        running += loss.item()
        history.append(running / (epoch + 1))
    return history


# %% wrong update-recorded: the model holds what was computed, no leaves
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        history.append(loss.item())
        named = dict(model.named_parameters())
        slopes = torch.autograd.grad(loss, list(named.values()), create_graph=True)
        for (name, p), slope in zip(named.items(), slopes):
            owner, _, last = name.rpartition(".")
            model.get_submodule(owner)._parameters[last] = p - lr * slope
    return history


# %% right: shuffled by an index on the CPU
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = torch.zeros(n_epochs, device=device)
    for epoch in range(n_epochs):
        order = torch.randperm(len(X))
        loss = nn.MSELoss()(model(X[order]), y[order])
        history[torch.tensor([epoch])] = loss.detach()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return history.cpu()


# %% right: a mask, and a tensor made of the losses
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    all_rides = torch.ones(len(X), dtype=torch.bool)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X[all_rides]), y[all_rides])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.detach())
    return torch.tensor(history)


# %% wrong history-no-list: a deque of losses
from collections import deque


def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = deque(maxlen=n_epochs)
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.detach().to("cpu"))
    return history


# %% right: an array filled from the device
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = np.zeros(n_epochs)
    for epoch in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history[epoch] = loss.detach().cpu().numpy()
    return history


# %% wrong history-of-tensors: history a tensor with graphs
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = torch.zeros(n_epochs)
    for epoch in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history[epoch] = loss
    return history


# %% wrong returns-a-generator: losses in round brackets
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss)
    return (loss.item() for loss in history)


# %% wrong history-of-texts: rounded for print
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(f"{loss:.4f}")
    return history


# %% wrong forward-in-no-grad: under no_grad
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        with torch.no_grad():
            loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong loss-needs-both: criterion of one
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs - y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong brackets-of-parameters: parameters without
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters, lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong requires-grad-of-a-result: requires_grad on the loss
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        loss.requires_grad = True
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong modulo-zero: print tenth
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if epoch % (n_epochs // 10) == 0:
            print(epoch)
        history.append(loss.item())
    return history


# %% wrong step-takes-nothing: step(loss)
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step(loss)
        history.append(loss.item())
    return history


# %% wrong raise-left-in-place: raise left
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    raise NotImplementedError("Still to do: put your code in place of this line.")
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong model-takes-x-alone: model(X, y)
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X, y)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong looks-inside-the-model: model.predict
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model.predict(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong optimizer-of-a-model: model itself
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model, lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong list-around-parameters: [model.parameters()]
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD([model.parameters()], lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong parameters-one-by-one: weight, bias
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.weight, model.bias, lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong not-writable: X.device =
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X.device = device
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong grad-of-the-data: y.grad
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        with torch.no_grad():
            for p in model.parameters():
                p -= lr * X.grad
        history.append(loss.item())
    return history


# %% wrong grad-before-backward: by hand before backward
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        with torch.no_grad():
            for p in model.parameters():
                p -= lr * p.grad
        loss.backward()
        history.append(loss.item())
    return history


# %% wrong list-is-no-array: for x, y in zip float
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        for x, y in zip(X, y.tolist()):
            outputs = model(x)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong of-another-notebook: train_sgd used
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    return train_sgd(X, y, 0.0, lr, n_epochs)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong not-imported: DataLoader
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        for xb, yb in DataLoader(TensorDataset(X, y)):
            pass
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong number-has-no-method: item twice
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item().item())
    return history


# %% wrong class-not-built: new model class
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model = LinearRegression
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong cleared-before-step: cleared before it is used
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        loss.backward()
        optimizer.zero_grad()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong never-steps: no step
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        optimizer.zero_grad()
        loss = nn.MSELoss()(model(X), y)
        loss.backward()
        history.append(loss.item())
    return history


# %% wrong history-and-more: the model too
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return model, history


# %% wrong rides-left-out: half the rides
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device)[:2], y.to(device)[:2]
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(n_epochs):
        loss = nn.MSELoss()(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% right: train mode, and a closure
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        model.train()

        def closure():
            optimizer.zero_grad()
            loss = criterion(model(X), y)
            loss.backward()
            return loss

        loss = optimizer.step(closure)
        history.append(loss.item())
    return history


# %% right: losses in an array
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = np.zeros(n_epochs)
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history[epoch] = loss.item()
    return history


# %% right: copied into the parameters
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        model.zero_grad()
        loss.backward()
        with torch.no_grad():
            for p in model.parameters():
                p.copy_(p - lr * p.grad)
        history.append(loss.item())
    return history


# %% right: left in eval mode
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    model.eval()
    return history


# %% right: a type and a device at once
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device, torch.float32), y.to(device, dtype=torch.float32)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% right: both as rows
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        loss = criterion(model(X).squeeze(), y.squeeze())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong another-model-trained: a new model
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model = nn.Linear(1, 1).to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong optimizer-holds-others: an optimizer of another model
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(nn.Linear(1, 1).parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong x-not-moved: nothing kept of what .to returns
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X.to(device)
    y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong device-ignored: a device of its own, found by pick_device
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    device = pick_device()
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong graph-cut: outputs made anew
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = torch.tensor(model(X).tolist(), requires_grad=True)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong graph-cut: outputs cut off, and watched anew
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X).detach().requires_grad_()
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong loss-made-anew: the loss made anew
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss = torch.tensor(loss.item(), requires_grad=True)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong history-of-pairs: each loss with its epoch
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append((epoch, loss.item()))
    return history


# %% wrong history-of-pairs: a dict in each epoch
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append({"epoch": epoch, "loss": loss.item()})
    return history


# %% wrong rate-changes: a scheduler that acts late
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=30, gamma=0.1)
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        scheduler.step()
        history.append(loss.item())
    return history


# %% wrong rate-changes: a cosine for the rate
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=n_epochs)
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        scheduler.step()
        history.append(loss.item())
    return history


# %% wrong weight-decay: a trace of weight decay
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, weight_decay=1e-4)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong another-optimizer: AdamW
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.AdamW(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong another-optimizer: LBFGS
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.LBFGS(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step(lambda: loss)
        history.append(loss.item())
    return history


# %% wrong ride-by-ride: shuffled, ride by ride
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    loader = torch.utils.data.DataLoader(
        torch.utils.data.TensorDataset(X, y), batch_size=1, shuffle=True
    )
    for epoch in range(n_epochs):
        for xb, yb in loader:
            loss = criterion(model(xb), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(loss.item())
    return history


# %% wrong mini-batches: shuffled, in pairs
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    loader = torch.utils.data.DataLoader(
        torch.utils.data.TensorDataset(X, y), batch_size=2, shuffle=True
    )
    for epoch in range(n_epochs):
        for xb, yb in loader:
            loss = criterion(model(xb), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        history.append(loss.item())
    return history


# %% wrong never-steps: step without brackets
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step
        history.append(loss.item())
    return history


# %% wrong no-backward: backward without brackets
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong no-reset: zero_grad without brackets
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong keeps-the-best: the best weights put back
import copy


def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    best, state = float("inf"), copy.deepcopy(model.state_dict())
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        if loss.item() < best:
            best, state = loss.item(), copy.deepcopy(model.state_dict())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    model.load_state_dict(state)
    return history


# %% wrong returns-the-model: returns the model
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return model


# %% wrong history-is-one-number: returns the last loss
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return loss.item()


# %% wrong gradient-is-zero: a loss for classes
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong model-left-in-another-type: in half precision in the end
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    model.half()
    return history


# %% wrong model-left-elsewhere: left on another device
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    model.to("meta")
    return history


# %% wrong model-left-frozen: switched off for the whole model
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    model.requires_grad_(False)
    return history


# %% wrong step-left-out: no step in the first epoch
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        if epoch > 0:
            optimizer.step()
        history.append(loss.item())
    return history


# %% wrong step-left-out: a step in every second epoch
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        loss.backward()
        if (epoch + 1) % 2 == 0:
            optimizer.step()
            optimizer.zero_grad()
        history.append(loss.item())
    return history


# %% wrong update-lost: a new tensor for each parameter
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        model.zero_grad()
        loss.backward()
        with torch.no_grad():
            for p in model.parameters():
                p = p - lr * p.grad
        history.append(loss.item())
    return history


# %% wrong target-is-x: compares with X
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, X)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong start-changed: from zero with nn.init
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    for p in model.parameters():
        nn.init.zeros_(p)
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong looks-inside-the-model: model.fit
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        outputs = model(X)
        model.fit(X, y)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% right: ref
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        model.train()
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong no-backward: no backward
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        model.train()
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong never-steps: no step, once more
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        model.train()
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        history.append(loss.item())
    return history


# %% wrong cleared-before-step: zero between
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        model.train()
        outputs = model(X)
        loss = criterion(outputs, y)
        loss.backward()
        optimizer.zero_grad()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong cleared-before-step: model.zero_grad between
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        model.train()
        outputs = model(X)
        loss = criterion(outputs, y)
        loss.backward()
        model.zero_grad()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong loss-made-anew: anew
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        model.train()
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss = torch.tensor(loss.item(), requires_grad=True)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong graph-cut: outputs anew
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        model.train()
        outputs = torch.tensor(model(X).tolist(), requires_grad=True)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong graph-cut: outputs data
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        model.train()
        outputs = model(X).data.requires_grad_()
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong graph-cut: no_grad model
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        model.train()
        with torch.no_grad():
            outputs = model(X)
        outputs.requires_grad_()
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong optimizer-holds-others: new model
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(nn.Linear(1, 1).parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        model.train()
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong optimizer-holds-others: copy
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(
        [p.clone().detach().requires_grad_() for p in model.parameters()], lr=lr
    )
    history = []
    for epoch in range(n_epochs):
        model.train()
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong another-model-trained: deepcopy trained
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    import copy

    model = copy.deepcopy(model)
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        model.train()
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong another-model-trained: new model trained
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model = nn.Linear(1, 1)
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        model.train()
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong update-lost: thrown away
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        model.train()
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data - lr * p.grad
        history.append(loss.item())
    return history


# %% wrong update-lost: rebinds
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        model.train()
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        with torch.no_grad():
            for p in model.parameters():
                p = p - lr * p.grad
        history.append(loss.item())
    return history


# %% wrong model-not-called: the model given to the loss
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        optimizer.zero_grad()
        loss = criterion(model, y)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong negative-lost: no number below zero
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model = model.to(device)
    X = X.to(device)
    y = y.to(device)
    loss_fn = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        y_pred = model(X)
        loss = loss_fn(y_pred, y)
        history.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        for p in model.parameters():
            p.data.clamp_(min=0)
    return history


# %% right: zeros for the history, loss.detach() written in
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = torch.zeros(n_epochs)
    for epoch in range(n_epochs):
        model.train()
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history[epoch] = loss.detach()
    return history


# %% wrong model-left-in-another-type: model left in double
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.double().to(device)
    X, y = X.to(device).double(), y.to(device).double()
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        model.train()
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong loss-needs-both: criterion(outputs - y)
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        model.train()
        outputs = model(X)
        loss = criterion(outputs - y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong history-of-tensors: history a tensor with graphs, too
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = torch.zeros(n_epochs)
    for epoch in range(n_epochs):
        model.train()
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history[epoch] = loss
    return history


# %% wrong requires-grad-of-a-result: loss.requires_grad = True on a computed loss
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        model.train()
        outputs = model(X)
        loss = criterion(outputs, y)
        loss.requires_grad = True
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong brackets-of-parameters: optimizer of model.parameters without brackets
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters, lr=lr)
    history = []
    for epoch in range(n_epochs):
        model.train()
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


# %% wrong modulo-zero: print each tenth
def train_model(model, X, y, lr=0.01, n_epochs=100, device="cpu"):
    model.to(device)
    X, y = X.to(device), y.to(device)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(n_epochs):
        model.train()
        outputs = model(X)
        loss = criterion(outputs, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
        if epoch % (n_epochs // 10) == 0:
            print(f"Epoch {epoch}, Loss: {loss.item():.4f}")
    return history
