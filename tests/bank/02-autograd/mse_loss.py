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


# %% right: MSELoss()
def mse_loss(y_pred, y):
    criterion = torch.nn.MSELoss()
    return criterion(y_pred, y)


# %% right: MSELoss()()
def mse_loss(y_pred, y):
    return torch.nn.MSELoss()(y_pred, y)


# %% right: sum/len
def mse_loss(y_pred, y):
    return torch.sum((y_pred - y) ** 2) / len(y)


# %% right: sum/numel
def mse_loss(y_pred, y):
    return (y_pred - y).pow(2).sum() / y.numel()


# %% right: sum/shape0
def mse_loss(y_pred, y):
    return ((y - y_pred) ** 2).sum() / y.shape[0]


# %% right: loop
def mse_loss(y_pred, y):
    loss = torch.tensor(0.0)
    for a, b in zip(y_pred, y):
        loss = loss + (a - b) ** 2
    return loss / len(y)


# %% right: loop +=
def mse_loss(y_pred, y):
    loss = 0
    for i in range(len(y)):
        loss += (y_pred[i] - y[i]) ** 2
    return loss / len(y)


# %% right: square
def mse_loss(y_pred, y):
    return torch.square(torch.sub(y_pred, y)).mean()


# %% wrong half-of-the-loss: /(2*m)
def mse_loss(y_pred, y):
    m = len(y)
    return torch.sum((y_pred - y) ** 2) / (2 * m)


# %% wrong square-before-difference: mean of squares minus
def mse_loss(y_pred, y):
    return (y_pred**2).mean() - (y**2).mean()


# %% wrong square-before-difference: y_pred - y**2 mean
def mse_loss(y_pred, y):
    return (y_pred - y**2).mean()


# %% wrong square-of-the-mean: mean((y_pred)-y)**2
def mse_loss(y_pred, y):
    return torch.mean(y_pred - y) ** 2


# %% wrong square-of-the-mean: mean - mean squared
def mse_loss(y_pred, y):
    return (y_pred.mean() - y.mean()) ** 2


# %% wrong mean-absolute-error: L1
def mse_loss(y_pred, y):
    return torch.nn.L1Loss()(y_pred, y)


# %% wrong mean-absolute-error: abs sum
def mse_loss(y_pred, y):
    return (y_pred - y).abs().sum()


# %% wrong root-of-the-mean: rmse
def mse_loss(y_pred, y):
    return torch.sqrt(torch.mean((y_pred - y) ** 2))


# %% wrong root-of-the-mean: norm
def mse_loss(y_pred, y):
    return torch.norm(y_pred - y)


# %% wrong sum-of-squares: norm**2
def mse_loss(y_pred, y):
    return torch.norm(y_pred - y) ** 2


# %% wrong no-graph: float
def mse_loss(y_pred, y):
    return float(((y_pred - y) ** 2).mean())


# %% wrong no-graph: .data
def mse_loss(y_pred, y):
    return ((y_pred - y) ** 2).mean().data


# %% wrong loss-not-called: returns the loss object
def mse_loss(y_pred, y):
    return torch.nn.MSELoss()


# %% wrong sum-of-squares: MSELoss(reduction=sum)
def mse_loss(y_pred, y):
    return torch.nn.MSELoss(reduction="sum")(y_pred, y)


# %% wrong one-value-per-ride: MSELoss none
def mse_loss(y_pred, y):
    return torch.nn.MSELoss(reduction="none")(y_pred, y)


# %% wrong one-value-per-ride: mean axis 1 column
def mse_loss(y_pred, y):
    return ((y_pred[:, None] - y[:, None]) ** 2).mean(dim=1)


# %% wrong loss-with-an-axis: keepdim, once more
def mse_loss(y_pred, y):
    return ((y_pred - y) ** 2).mean(0, keepdim=True)


# %% wrong loss-with-an-axis: keepdim column (1,1)
def mse_loss(y_pred, y):
    return ((y_pred[:, None] - y[:, None]) ** 2).mean(0, keepdim=True)


# %% wrong loss-with-an-axis: column (1,)
def mse_loss(y_pred, y):
    return ((y_pred[:, None] - y[:, None]) ** 2).mean(0)


# %% wrong broadcast: N x N
def mse_loss(y_pred, y):
    return ((y_pred.unsqueeze(1) - y) ** 2).mean()


# %% wrong broadcast: N x N view
def mse_loss(y_pred, y):
    return torch.mean((y_pred.view(-1, 1) - y.view(1, -1)) ** 2)


# %% wrong broadcast: N x N mse_loss
def mse_loss(y_pred, y):
    return torch.nn.functional.mse_loss(y_pred[:, None], y)


# %% wrong variance-of-the-error: var, once more
def mse_loss(y_pred, y):
    return torch.var(y_pred - y)


# %% wrong variance-of-the-error: std
def mse_loss(y_pred, y):
    return torch.std(y_pred - y)


# %% wrong mean-error: *2
def mse_loss(y_pred, y):
    return ((y_pred - y) * 2).mean()


# %% wrong returns-a-function: no mean brackets
def mse_loss(y_pred, y):
    return ((y_pred - y) ** 2).mean


# %% wrong returns-a-function: torch.mean no arg
def mse_loss(y_pred, y):
    return torch.mean


# %% wrong input-watched: requires grad on y
def mse_loss(y_pred, y):
    y.requires_grad_()
    return ((y_pred - y) ** 2).mean()


# %% wrong graph-of-a-copy: fresh leaf
def mse_loss(y_pred, y):
    y_pred = y_pred.detach().requires_grad_()
    return ((y_pred - y) ** 2).mean()


# %% wrong graph-of-a-copy: fresh loss
def mse_loss(y_pred, y):
    return torch.tensor(((y_pred - y) ** 2).mean(), requires_grad=True)


# %% wrong returns-none: print
def mse_loss(y_pred, y):
    print(((y_pred - y) ** 2).mean())


# %% wrong last-ride-only: return in loop, once more
def mse_loss(y_pred, y):
    loss = 0
    for i in range(len(y)):
        loss += (y_pred[i] - y[i]) ** 2
        return loss / len(y)


# %% wrong last-ride-only: = for +=
def mse_loss(y_pred, y):
    loss = 0
    for i in range(len(y)):
        loss = (y_pred[i] - y[i]) ** 2
    return loss / len(y)


# %% wrong rides-left-out: range(1, n)
def mse_loss(y_pred, y):
    loss = 0
    for i in range(1, len(y)):
        loss += (y_pred[i] - y[i]) ** 2
    return loss / len(y)


# %% wrong returns-more: tuple
def mse_loss(y_pred, y):
    e = y_pred - y
    return (e**2).mean(), e


# %% wrong one-value-per-ride: list
def mse_loss(y_pred, y):
    return [(a - b) ** 2 for a, b in zip(y_pred, y)]


# %% wrong huber-loss: huber, once more
def mse_loss(y_pred, y):
    return torch.nn.functional.huber_loss(y_pred, y)


# %% wrong another-loss: cross entropy
def mse_loss(y_pred, y):
    return torch.nn.functional.cross_entropy(y_pred, y)


# %% wrong another-loss: bce
def mse_loss(y_pred, y):
    return torch.nn.functional.binary_cross_entropy(y_pred, y)


# %% wrong another-loss: poisson
def mse_loss(y_pred, y):
    return torch.nn.functional.poisson_nll_loss(y_pred, y)


# %% wrong relative-error: relative
def mse_loss(y_pred, y):
    return (((y_pred - y) / y) ** 2).mean()


# %% wrong square-before-difference: sum bracket (y_pred-y**2).sum()/n
def mse_loss(y_pred, y):
    return (y_pred - y**2).sum() / len(y)


# %% wrong other-mean: max
def mse_loss(y_pred, y):
    return ((y_pred - y) ** 2).max()


# %% wrong sum-of-squares: sum() python
def mse_loss(y_pred, y):
    return sum((y_pred - y) ** 2)


# %% wrong other-power: cube
def mse_loss(y_pred, y):
    return ((y_pred - y) ** 3).mean()


# %% wrong rounded: round
def mse_loss(y_pred, y):
    return torch.round(((y_pred - y) ** 2).mean(), decimals=2)


# %% wrong part-of-the-graph: e*e.detach
def mse_loss(y_pred, y):
    e = y_pred - y
    return (e * e.detach()).mean()


# %% wrong square-of-the-mean: mean of sizes squared (mean abs)**2
def mse_loss(y_pred, y):
    return (y_pred - y).abs().mean() ** 2


# %% wrong changed-input: in-place on data
def mse_loss(y_pred, y):
    y -= y_pred.detach()
    return (y**2).mean()


# %% wrong half-of-the-loss: numel on pred bigger
def mse_loss(y_pred, y):
    return ((y_pred - y) ** 2).sum() / (2 * y.numel())


# %% wrong mean-absolute-error: sqrt of each
def mse_loss(y_pred, y):
    return torch.sqrt((y_pred - y) ** 2).mean()


# %% wrong graph-of-a-copy: a new tensor
def mse_loss(y_pred, y):
    return torch.tensor(((y_pred - y) ** 2).mean().item(), requires_grad=True)


# %% wrong argument-changed-in-place: the difference written into the predictions
def mse_loss(y_pred, y):
    return y_pred.sub_(y).square().mean()


# %% wrong squared-after-the-sum: sum in the brackets, squared after
def mse_loss(y_pred, y):
    return torch.sum(y_pred - y) ** 2 / len(y)
