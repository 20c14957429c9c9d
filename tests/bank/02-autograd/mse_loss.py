# %% right: torch.mean
def mse_loss(y_pred, y):
    return torch.mean(torch.square(y - y_pred))


# %% right: torch's own
def mse_loss(y_pred, y):
    return torch.nn.functional.mse_loss(y_pred, y)


# %% right: a dot product
def mse_loss(y_pred, y):
    error = y_pred - y
    return torch.dot(error, error) / len(y)


# %% right: a loop
def mse_loss(y_pred, y):
    total = 0
    for a, b in zip(y_pred, y):
        total = total + (a - b) ** 2
    return total / y.numel()


# %% right: variance and mean
def mse_loss(y_pred, y):
    error = y_pred - y
    return error.var(unbiased=False) + error.mean() ** 2


# %% right: 64 bits
def mse_loss(y_pred, y):
    return (y_pred.double() - y.double()).pow(2).mean()


# %% wrong sum-of-squares: sum for mean
def mse_loss(y_pred, y):
    return ((y_pred - y) ** 2).sum()


# %% wrong half-of-the-loss: a half
def mse_loss(y_pred, y):
    return ((y_pred - y) ** 2).mean() / 2


# %% wrong root-of-the-mean: a root
def mse_loss(y_pred, y):
    return ((y_pred - y) ** 2).mean().sqrt()


# %% wrong mean-absolute-error: sizes
def mse_loss(y_pred, y):
    return (y_pred - y).abs().mean()


# %% wrong mean-error: no square
def mse_loss(y_pred, y):
    return (y_pred - y).mean()


# %% wrong square-of-the-mean: mean first
def mse_loss(y_pred, y):
    return (y_pred - y).mean() ** 2


# %% wrong one-value-per-ride: no mean
def mse_loss(y_pred, y):
    return (y_pred - y) ** 2


# %% wrong fixed-n: four rides
def mse_loss(y_pred, y):
    return ((y_pred - y) ** 2).sum() / 4


# %% wrong n-minus-1: N - 1
def mse_loss(y_pred, y):
    return ((y_pred - y) ** 2).sum() / (len(y) - 1)


# %% wrong broadcast: a column meets a row
def mse_loss(y_pred, y):
    return ((y_pred.reshape(-1, 1) - y) ** 2).mean()


# %% wrong no-graph: a plain number
def mse_loss(y_pred, y):
    return ((y_pred - y) ** 2).mean().item()


# %% wrong no-graph: a new tensor
def mse_loss(y_pred, y):
    return torch.tensor(((y_pred - y) ** 2).mean().item(), requires_grad=True)


# %% wrong part-of-the-graph: one factor detached
def mse_loss(y_pred, y):
    error = y_pred - y
    return (error * error.detach()).mean()


# %% wrong numpy-of-a-graph: NumPy
def mse_loss(y_pred, y):
    return np.mean((y_pred.numpy() - y.numpy()) ** 2)


# %% wrong loss-with-an-axis: keepdim
def mse_loss(y_pred, y):
    return ((y_pred - y) ** 2).mean(dim=0, keepdim=True)


# %% wrong returns-none: no return
def mse_loss(y_pred, y):
    loss = ((y_pred - y) ** 2).mean()


# %% right: nn.MSELoss object
mse_loss = torch.nn.MSELoss()


# %% right: norm squared
def mse_loss(y_pred, y):
    return torch.linalg.norm(y_pred - y) ** 2 / y.size(0)


# %% right: python sum
def mse_loss(y_pred, y):
    return sum((a - b).pow(2) for a, b in zip(y_pred, y)) / len(y_pred)


# %% wrong n-minus-1: var
def mse_loss(y_pred, y):
    return ((y_pred - y) ** 2).sum() / (len(y) - 1)


# %% wrong variance-of-the-error: var
def mse_loss(y_pred, y):
    return (y_pred - y).var()


# %% wrong last-ride-only: return in loop
def mse_loss(y_pred, y):
    total = 0
    for p, t in zip(y_pred, y):
        total = total + (p - t) ** 2
        return total / len(y)


# %% wrong huber-loss: huber
def mse_loss(y_pred, y):
    return torch.nn.functional.smooth_l1_loss(y_pred, y)


# %% wrong plus-for-minus: sum of both
def mse_loss(y_pred, y):
    return ((y_pred + y) ** 2).mean()


# %% wrong square-before-difference: difference of squares
def mse_loss(y_pred, y):
    return (y_pred**2 - y**2).mean()


# %% wrong other-mean: median
def mse_loss(y_pred, y):
    return ((y_pred - y) ** 2).median()


# %% wrong caret-for-power: xor
def mse_loss(y_pred, y):
    return ((y_pred - y) ^ 2).mean()


# %% wrong rides-left-out: misses last
def mse_loss(y_pred, y):
    loss = 0
    for i in range(len(y) - 1):
        loss = loss + (y_pred[i] - y[i]) ** 2
    return loss / len(y)


# %% wrong numpy-on-a-tensor: NumPy of a tensor
def mse_loss(y_pred, y):
    return np.mean((y_pred - y) ** 2)


# %% wrong second-walk: walks back itself
def mse_loss(y_pred, y):
    loss = ((y_pred - y) ** 2).mean()
    loss.backward()
    return loss


# %% wrong numpy-on-a-tensor: np.mean
def mse_loss(y_pred, y):
    return np.mean((y_pred - y) ** 2)


# %% wrong not-imported: nn.MSELoss no import
def mse_loss(y_pred, y):
    return nn.MSELoss()(y_pred, y)


# %% wrong loss-class-called-with-data: torch.nn.MSELoss(y_pred, y)
def mse_loss(y_pred, y):
    return torch.nn.MSELoss(y_pred, y)


# %% wrong item-of-many: item of many
def mse_loss(y_pred, y):
    return ((y_pred - y) ** 2).item() / len(y)


# %% wrong axis-not-there: mean(axis of 2)
def mse_loss(y_pred, y):
    return ((y_pred - y) ** 2).mean(1)


# %% wrong several-for-one: int of length
def mse_loss(y_pred, y):
    return ((y_pred - y) ** 2).sum() / y.size()


# %% wrong none-from-backward: returns backward
def mse_loss(y_pred, y):
    loss = ((y_pred - y) ** 2).mean()
    return loss.backward()
