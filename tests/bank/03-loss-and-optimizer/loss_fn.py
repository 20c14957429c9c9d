# %% right: the default written out
loss_fn = nn.MSELoss(reduction="mean")


# %% right: the functional form
loss_fn = torch.nn.functional.mse_loss


# %% right: by hand
def loss_fn(y_pred, y):
    return ((y - y_pred) ** 2).mean()


# %% right: a lambda with a dot product
loss_fn = lambda y_pred, y: torch.dot(y_pred - y, y_pred - y) / len(y)


# %% right: a subclass
class Mine(nn.MSELoss):
    pass


loss_fn = Mine()


# %% right: a module of one's own
class Mine(nn.Module):
    def forward(self, y_pred, y):
        return torch.square(y_pred - y).mean()


loss_fn = Mine()


# %% wrong loss-with-an-axis: one number in a tensor of one axis
loss_fn = lambda y_pred, y: ((y_pred - y) ** 2).mean().reshape(1)


# %% right: none, then the mean
each = nn.MSELoss(reduction="none")
loss_fn = lambda y_pred, y: each(y_pred, y).mean()


# %% wrong loss-not-built: the class itself
loss_fn = nn.MSELoss


# %% wrong loss-fn-is-no-function: a value of the loss
loss_fn = nn.MSELoss()(torch.zeros(4), torch.ones(4))


# %% wrong loss-fn-is-no-function: its name
loss_fn = "nn.MSELoss()"


# %% wrong sum-of-squares: reduction is sum
loss_fn = nn.MSELoss(reduction="sum")


# %% wrong one-value-per-ride: no reduction
loss_fn = nn.MSELoss(reduction="none")


# %% wrong mean-absolute-error: another loss
loss_fn = nn.L1Loss()


# %% wrong huber-loss: smooth L1
loss_fn = nn.SmoothL1Loss()


# %% wrong huber-loss: Huber
loss_fn = nn.HuberLoss()


# %% wrong root-of-the-mean: RMSE
loss_fn = lambda y_pred, y: nn.MSELoss()(y_pred, y).sqrt()


# %% wrong half-of-the-loss: a factor 1/2
loss_fn = lambda y_pred, y: 0.5 * nn.MSELoss()(y_pred, y)


# %% wrong no-graph: a plain number
loss_fn = lambda y_pred, y: nn.MSELoss()(y_pred, y).item()


# %% wrong no-graph: detached
loss_fn = lambda y_pred, y: nn.MSELoss()(y_pred.detach(), y)


# %% wrong another-loss: classes instead of numbers
loss_fn = nn.CrossEntropyLoss()


# %% wrong returns-none: no return
def loss_fn(y_pred, y):
    ((y_pred - y) ** 2).mean()


# %% wrong another-loss: for chances
loss_fn = nn.BCELoss()


# %% wrong another-loss: for counts
loss_fn = nn.PoissonNLLLoss()


# %% wrong fixed-n: a four
loss_fn = lambda y_pred, y: ((y_pred - y) ** 2).sum() / 4


# %% wrong n-minus-1: one less
def loss_fn(y_pred, y):
    return ((y_pred - y) ** 2).sum() / (len(y) - 1)


# %% wrong sum-of-squares: the older setting
loss_fn = nn.MSELoss(size_average=False)


# %% wrong loss-fn-arguments: one argument
loss_fn = lambda error: (error**2).mean()


# %% wrong numpy-on-a-tensor: np.mean
loss_fn = lambda y_pred, y: np.mean((y_pred - y) ** 2)


# %% wrong module-without-forward: forward inside init
class MSE(nn.Module):
    def __init__(self):
        super().__init__()

        def forward(self, y_pred, y):
            return ((y_pred - y) ** 2).mean()


loss_fn = MSE()


# %% wrong raise-left-in-place: raise left
def loss_fn(y_pred, y):
    raise NotImplementedError("Still to do: put your code in place of this line.")
    return ((y_pred - y) ** 2).mean()


# %% wrong loss-fn-is-no-function: a class of its own, called
class MSE:
    def forward(self, y_pred, y):
        return ((y_pred - y) ** 2).mean()


loss_fn = MSE()


# %% wrong no-init: a class of its own, not built
class MSE:
    def __call__(self, y_pred, y):
        return ((y_pred - y) ** 2).mean()


loss_fn = MSE


# %% wrong function-calls-itself: calls itself
def loss_fn(y_pred, y):
    return loss_fn(y_pred, y)


# %% wrong loss-class-called-with-data: nn.MSELoss in a function
def loss_fn(y_pred, y):
    return nn.MSELoss(y_pred, y)


# %% wrong another-loss: for yes or no, before the squashing
loss_fn = nn.BCEWithLogitsLoss()


# %% wrong another-loss: between two distributions
loss_fn = nn.KLDivLoss()


# %% wrong sum-of-squares: the function, with a setting
loss_fn = lambda y_pred, y: nn.functional.mse_loss(y_pred, y, reduction="sum")


# %% right: the setting fixed beforehand
from functools import partial

loss_fn = partial(nn.functional.mse_loss, reduction="mean")


# %% right: swapped
loss_fn = lambda y_pred, y: nn.MSELoss()(y, y_pred)
