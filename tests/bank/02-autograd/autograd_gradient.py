# %% right: torch.autograd.grad
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    (dw,) = torch.autograd.grad(mse_loss(forward(x, w), y), w)
    return dw.item()


# %% right: torch.func.grad
def autograd_gradient(x, y, w):
    return torch.func.grad(lambda w: ((w * x - y) ** 2).mean())(torch.tensor(w)).item()


# %% right: a 0-d tensor comes back
def autograd_gradient(x, y, w):
    w = torch.tensor([w], requires_grad=True)
    ((x * w - y) ** 2).mean().backward()
    return w.grad[0]


# %% right: the sum of squares over N
def autograd_gradient(x, y, w):
    w = torch.nn.Parameter(torch.tensor(w))
    loss = (x * w - y).square().sum() / len(x)
    loss.backward()
    return float(w.grad)


# %% right: in 64 bits
def autograd_gradient(x, y, w):
    w = torch.tensor(w, dtype=torch.float64, requires_grad=True)
    torch.nn.functional.mse_loss(w * x.double(), y.double()).backward()
    return w.grad.numpy()


# %% right: a tensor outside, cleared each time
w_shared = torch.zeros((), requires_grad=True)


def autograd_gradient(x, y, w):
    w_shared.data.fill_(w)
    w_shared.grad = None
    mse_loss(forward(x, w_shared), y).backward()
    return w_shared.grad.item()


# %% right: forward mode
def autograd_gradient(x, y, w):
    loss = lambda w: mse_loss(forward(x, w), y)
    return torch.func.jvp(loss, (torch.tensor(w),), (torch.tensor(1.0),))[1].item()


# %% right: ride by ride
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    for distance, fare in zip(x, y):
        ((w * distance - fare) ** 2 / len(x)).backward()
    return w.grad.item()


# %% wrong sum-for-mean: a sum
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    ((x * w - y) ** 2).sum().backward()
    return w.grad.item()


# %% wrong sum-for-mean: backward of a vector of ones
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    error = (x * w - y) ** 2
    error.backward(torch.ones_like(error))
    return w.grad.item()


# %% wrong flipped-sign: minus the gradient
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    mse_loss(forward(x, w), y).backward()
    return -w.grad.item()


# %% wrong missing-factor-2: half of the loss
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    (mse_loss(forward(x, w), y) / 2).backward()
    return w.grad.item()


# %% wrong absolute-error: another loss
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    (x * w - y).abs().mean().backward()
    return w.grad.item()


# %% wrong rmse: the root
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    mse_loss(forward(x, w), y).sqrt().backward()
    return w.grad.item()


# %% wrong no-reset: a tensor outside that is never cleared
w_shared = torch.zeros((), requires_grad=True)


def autograd_gradient(x, y, w):
    w_shared.data.fill_(w)
    mse_loss(forward(x, w_shared), y).backward()
    return w_shared.grad.item()


# %% wrong no-reset: two passes, as in section 3
def autograd_gradient(x, y, w):
    if not hasattr(autograd_gradient, "w"):
        autograd_gradient.w = torch.tensor(0.0, requires_grad=True)
    with torch.no_grad():
        autograd_gradient.w.copy_(torch.tensor(w))
    mse_loss(forward(x, autograd_gradient.w), y).backward()
    return float(autograd_gradient.w.grad)


# %% wrong gradient-ignores-w: always at zero
def autograd_gradient(x, y, w):
    w = torch.tensor(0.0, requires_grad=True)
    mse_loss(forward(x, w), y).backward()
    return w.grad.item()


# %% wrong missing-x: by the prediction
def autograd_gradient(x, y, w):
    y_pred = (w * x).requires_grad_()
    mse_loss(y_pred, y).backward()
    return y_pred.grad.sum().item()


# %% wrong broadcast: a column meets a row
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    ((x.reshape(-1, 1) * w - y) ** 2).mean().backward()
    return w.grad.item()


# %% wrong last-ride-only: a loop that overwrites
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    for distance, fare in zip(x, y):
        loss = (w * distance - fare) ** 2
    loss.backward()
    return w.grad.item()


# %% wrong gradient-never-asked-for: no requires_grad
def autograd_gradient(x, y, w):
    w = torch.tensor(w)
    mse_loss(forward(x, w), y).backward()
    return w.grad.item()


# %% wrong forward-in-no-grad: recording off
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    with torch.no_grad():
        loss = mse_loss(forward(x, w), y)
    loss.backward()
    return w.grad.item()


# %% wrong backward-of-a-vector: no mean
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    ((x * w - y) ** 2).backward()
    return w.grad.item()


# %% wrong none-from-backward: what backward gives back
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    return mse_loss(forward(x, w), y).backward()


# %% wrong backward-returns-nothing: the loss
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    loss = mse_loss(forward(x, w), y)
    loss.backward()
    return loss.item()


# %% wrong second-walk: twice on one graph
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    loss = mse_loss(forward(x, w), y)
    loss.backward()
    loss.backward()
    return w.grad.item()


# %% wrong product-of-means: means first
def autograd_gradient(x, y, w):
    return (2 * x.mean() * (w * x - y).mean()).item()


# %% wrong gradient-ignores-w: a constant
def autograd_gradient(x, y, w):
    return -30.0


# %% wrong constant-added: the gradient one step later
def autograd_gradient(x, y, w):
    w = torch.tensor(w + 0.01, requires_grad=True)
    mse_loss(forward(x, w), y).backward()
    return w.grad.item()


# %% wrong changed-input: the rides are centred in place
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    mse_loss(forward(x, w), y).backward()
    x -= x.mean()
    return w.grad.item()


# %% right: jacobian
def autograd_gradient(x, y, w):
    return torch.autograd.functional.jacobian(
        lambda w: mse_loss(forward(x, w), y), torch.tensor(float(w))
    ).item()


# %% right: Parameter
def autograd_gradient(x, y, w):
    p = torch.nn.Parameter(torch.tensor(float(w)))
    torch.nn.functional.mse_loss(p * x, y).backward()
    return p.grad.tolist()


# %% right: module
def autograd_gradient(x, y, w):
    model = torch.nn.Linear(1, 1, bias=False)
    with torch.no_grad():
        model.weight.fill_(w)
    loss = torch.nn.MSELoss()(model(x.reshape(-1, 1)), y.reshape(-1, 1))
    loss.backward()
    return model.weight.grad.item()


# %% right: Value of their own
def autograd_gradient(x, y, w):
    w, zero = Value(float(w)), Value(0.0)
    loss = zero
    for xi, yi in zip(x.tolist(), y.tolist()):
        loss = loss + (w * Value(xi) - Value(yi)) ** 2
    loss = loss * Value(1 / len(x))
    loss.backward()
    return w.grad


# %% wrong no-autograd: by hand
def autograd_gradient(x, y, w):
    return (2 * x * (w * x - y)).mean().item()


# %% wrong no-autograd: central differences
def autograd_gradient(x, y, w):
    h = 1e-2
    f = lambda w: ((w * x - y) ** 2).mean()
    return ((f(w + h) - f(w - h)) / (2 * h)).item()


# %% wrong returns-w: returns w
def autograd_gradient(x, y, w):
    w = torch.tensor(float(w), requires_grad=True)
    loss = mse_loss(forward(x, w), y)
    loss.backward()
    return w.item()


# %% wrong other-rides: global rides
rides_x, rides_y = torch.tensor([1.0, 2.0, 3.0, 4.0]), torch.tensor([2.0, 4.0, 6.0, 8.0])


def autograd_gradient(x, y, w):
    w = torch.tensor(float(w), requires_grad=True)
    mse_loss(forward(rides_x, w), rides_y).backward()
    return w.grad.item()


# %% wrong gradient-of-another: gradient of y_pred
def autograd_gradient(x, y, w):
    w = torch.tensor(float(w), requires_grad=True)
    y_pred = forward(x, w)
    y_pred.retain_grad()
    mse_loss(y_pred, y).backward()
    return y_pred.grad.mean().item()


# %% wrong x-and-y-swapped: x and y swapped
def autograd_gradient(x, y, w):
    w = torch.tensor(float(w), requires_grad=True)
    mse_loss(forward(y, w), x).backward()
    return w.grad.item()


# %% wrong rounded: rounded
def autograd_gradient(x, y, w):
    w = torch.tensor(float(w), requires_grad=True)
    mse_loss(forward(x, w), y).backward()
    return round(w.grad.item(), 1)


# %% wrong integer-parameter: int tensor
def autograd_gradient(x, y, w):
    w = torch.tensor(int(w), requires_grad=True)
    mse_loss(forward(x, w), y).backward()
    return w.grad.item()


# %% wrong gradient-in-a-tuple: returns tuple of grad
def autograd_gradient(x, y, w):
    w = torch.tensor(float(w), requires_grad=True)
    return torch.autograd.grad(mse_loss(forward(x, w), y), w)


# %% wrong clipped: clipped
def autograd_gradient(x, y, w):
    w = torch.tensor(float(w), requires_grad=True)
    mse_loss(forward(x, w), y).backward()
    torch.nn.utils.clip_grad_norm_([w], 1.0)
    return w.grad.item()


# %% wrong cleared-before-read: zeroed before return
def autograd_gradient(x, y, w):
    w = torch.tensor(float(w), requires_grad=True)
    mse_loss(forward(x, w), y).backward()
    w.grad.zero_()
    return w.grad.item()


# %% wrong input-watched: x gets requires_grad
def autograd_gradient(x, y, w):
    x.requires_grad_(True)
    w = torch.tensor(float(w), requires_grad=True)
    mse_loss(forward(x, w), y).backward()
    return w.grad.item()


# %% wrong returns-the-step: returns a step
def autograd_gradient(x, y, w):
    w = torch.tensor(float(w), requires_grad=True)
    mse_loss(forward(x, w), y).backward()
    return (0.01 * w.grad).item()


# %% wrong two-backward-passes: called once too often
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    loss = mse_loss(forward(x, w), y)
    loss.backward(retain_graph=True)
    loss.backward()
    return w.grad.item()


# %% wrong never-backward: no backward
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    loss = mse_loss(forward(x, w), y)
    return w.grad.item()


# %% wrong backward-without-brackets: backward without brackets
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    loss = mse_loss(forward(x, w), y)
    loss.backward
    return w.grad.item()


# %% wrong never-backward: grad without backward
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    loss = mse_loss(forward(x, w), y)
    return w.grad


# %% wrong grad-of-the-loss: the grad of the loss
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    loss = mse_loss(forward(x, w), y)
    loss.backward()
    return loss.grad


# %% wrong derivative-is-none: printed
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    loss = mse_loss(forward(x, w), y)
    loss.backward()
    print(w.grad.item())


# %% wrong unknown-argument: misspelt
def autograd_gradient(x, y, w):
    w = torch.tensor(w, require_grad=True)
    loss = mse_loss(forward(x, w), y)
    loss.backward()
    return w.grad.item()


# %% wrong gradient-of-the-prediction: walks back from the predictions
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    forward(x, w).sum().backward()
    return w.grad.item()


# %% wrong mean-divided-again: by N once more
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    loss = mse_loss(forward(x, w), y)
    loss.backward()
    return w.grad.item() / len(x)


# %% wrong sum-without-2: half squares, summed
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    l = (w * x - y) ** 2 / 2
    l.sum().backward()
    return w.grad.item()


# %% wrong grad-of-the-data: x.grad
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    loss = mse_loss(forward(x, w), y)
    loss.backward()
    return x.grad


# %% wrong made-anew: loss anew
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    loss = mse_loss(forward(x, w), y)
    loss = torch.tensor(loss.item(), requires_grad=True)
    loss.backward()
    return w.grad.item()


# %% wrong requires-grad-on-a-number: w.requires_grad = True
def autograd_gradient(x, y, w):
    w.requires_grad = True
    loss = mse_loss(forward(x, w), y)
    loss.backward()
    return w.grad.item()


# %% wrong forward-needs-both: forward(x)
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    loss = mse_loss(forward(x), y)
    loss.backward()
    return w.grad.item()


# %% wrong raise-left-in-place: raise left
def autograd_gradient(x, y, w):
    raise NotImplementedError("Still to do: put your code in place of this line.")
    w = torch.tensor(w, requires_grad=True)
    loss = mse_loss(forward(x, w), y)
    loss.backward()
    return w.grad.item()


# %% wrong requires-grad-of-a-result: hack on the loss that is computed
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    loss = mse_loss(forward(x, w), y)
    loss.requires_grad = True
    loss.backward()
    return w.grad.item()


# %% wrong integer-parameter: integer
def autograd_gradient(x, y, w):
    w = torch.tensor(int(w), requires_grad=True)
    loss = mse_loss(forward(x, w), y)
    loss.backward()
    return w.grad.item()


# %% wrong grad-of-a-new-tensor: times one
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    w = w * 1.0
    loss = mse_loss(forward(x, w), y)
    loss.backward()
    return w.grad.item()


# %% wrong backward-of-a-vector: backward of the prediction
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    loss = mse_loss(forward(x, w), y)
    y_pred = forward(x, w)
    y_pred.backward()
    return w.grad.item()


# %% wrong backward-of-another-thing: loss_fn.backward
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    loss = mse_loss(forward(x, w), y)
    mse_loss.backward()
    return w.grad.item()


# %% wrong derivative-of-the-wrong-pair: autograd.grad swapped
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    loss = mse_loss(forward(x, w), y)
    (grad,) = torch.autograd.grad(w, loss)
    return grad.item()


# %% wrong forward-in-no-grad: no_grad around
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    with torch.no_grad():
        loss = mse_loss(forward(x, w), y)
        loss.backward()
    return w.grad.item()


# %% wrong backward-of-a-number: item before backward
def autograd_gradient(x, y, w):
    w = torch.tensor(w, requires_grad=True)
    loss = mse_loss(forward(x, w), y).item()
    loss.backward()
    return w.grad.item()


# %% wrong wants-an-array: from_numpy
def autograd_gradient(x, y, w):
    w = torch.from_numpy(w).requires_grad_()
    loss = mse_loss(forward(x, w), y)
    loss.backward()
    return w.grad.item()


# %% wrong cast-after-requires-grad: W capital, cast
def autograd_gradient(x, y, w):
    W = torch.tensor([w], requires_grad=True).double()
    L = torch.mean((W * x - y) ** 2)
    L.backward()
    return W.grad.item()


# %% wrong grad-of-a-number: reads w instead of w_t
def autograd_gradient(x, y, w):
    w_t = torch.tensor(float(w), requires_grad=True)
    loss = ((w_t * x - y) ** 2).mean()
    loss.backward()
    return w.grad


# %% wrong grad-before-backward: grad then backward
def autograd_gradient(x, y, w):
    w = torch.tensor(float(w), requires_grad=True)
    loss = ((w * x - y) ** 2).mean()
    grad = w.grad
    loss.backward()
    return grad.item()


# %% wrong grad-of-a-copy: grad of a copy
def autograd_gradient(x, y, w):
    w = torch.tensor(float(w), requires_grad=True)
    loss = mse_loss(forward(x, w.clone()), y)
    loss.backward()
    return w.clone().grad.item()


# %% wrong grad-of-a-copy: w.data.grad
def autograd_gradient(x, y, w):
    w = torch.tensor(float(w), requires_grad=True)
    mse_loss(forward(x, w), y).backward()
    return w.data.grad.item()


# %% wrong none-from-print: print grad
def autograd_gradient(x, y, w):
    w = torch.tensor(float(w), requires_grad=True)
    mse_loss(forward(x, w), y).backward()
    return print(w.grad.item())


# %% wrong wish-too-late: requires_grad after the loss
def autograd_gradient(x, y, w):
    w = torch.tensor(float(w))
    loss = mse_loss(forward(x, w), y)
    w.requires_grad = True
    loss.backward()
    return w.grad.item()


# %% wrong errors-not-squared: a mean of errors
def autograd_gradient(x, y, w):
    w = torch.tensor(float(w), requires_grad=True)
    loss = (forward(x, w) - y).mean()
    loss.backward()
    return w.grad.item()


# %% wrong gradient-twice: the gradient of the gradient
def autograd_gradient(x, y, w):
    w = torch.tensor(float(w), requires_grad=True)
    loss = mse_loss(forward(x, w), y)
    (g,) = torch.autograd.grad(loss, w, create_graph=True)
    g.backward()
    return w.grad.item()


# %% wrong wish-on-the-loss: requires_grad hack on the loss
def autograd_gradient(x, y, w):
    w = torch.tensor(w)
    loss = mse_loss(forward(x, w), y)
    loss.requires_grad = True
    loss.backward()
    return w.grad.item()
