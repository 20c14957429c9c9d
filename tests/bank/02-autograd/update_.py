# %% right: through data
def update_(params, lr):
    for p in params:
        p.data = p.data - lr * p.grad
        p.grad.zero_()


# %% right: sub_ with alpha
@torch.no_grad()
def update_(params, lr):
    for p in params:
        p.sub_(p.grad, alpha=lr)
    for p in params:
        p.grad = None


# %% right: through detach
def update_(params, lr):
    for p in params:
        p.detach().add_(p.grad, alpha=-lr)
        p.grad = torch.zeros_like(p)


# %% right: copy_
def update_(params, lr):
    with torch.no_grad():
        new = [p - lr * p.grad for p in params]
        for p, value in zip(params, new):
            p.copy_(value)
            p.grad = None


# %% right: inference mode
def update_(params, lr):
    with torch.inference_mode():
        for p in params:
            p -= lr * p.grad
    for p in params:
        p.grad = None


# %% right: an optimizer
def update_(params, lr):
    optimizer = torch.optim.SGD(params, lr=lr)
    optimizer.step()
    optimizer.zero_grad()


# %% right: recording off and on again by hand
def update_(params, lr):
    torch.set_grad_enabled(False)
    for p in params:
        p.add_(-lr * p.grad)
        p.grad.mul_(0)
    torch.set_grad_enabled(True)


# %% right: requires_grad off and on again
def update_(params, lr):
    for p in params:
        p.requires_grad_(False)
        p -= lr * p.grad
        p.grad = None
        p.requires_grad_(True)


# %% right: all at once
def update_(params, lr):
    with torch.no_grad():
        torch._foreach_add_(params, [p.grad for p in params], alpha=-lr)
    for p in params:
        del p.grad


# %% wrong in-place-on-a-leaf: recorded
def update_(params, lr):
    for p in params:
        p -= lr * p.grad
        p.grad = None


# %% wrong update-rebinds: a new tensor for the local name
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p = p - lr * p.grad


# %% wrong update-rebinds: a new tensor, recorded
def update_(params, lr):
    for p in params:
        p = p - lr * p.grad
        p.grad = None


# %% wrong update-replaces: new tensors in the list
def update_(params, lr):
    for i, p in enumerate(params):
        params[i] = (p - lr * p.grad).detach().requires_grad_()


# %% wrong update-replaces: new recorded tensors in the list
def update_(params, lr):
    params[:] = [p - lr * p.grad for p in params]


# %% wrong no-reset: never cleared
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad


# %% wrong no-reset: only the last is cleared
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad
    p.grad = None


# %% wrong no-reset: the name is cleared, not the gradient
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            grad = p.grad
            p -= lr * grad
            grad = None


# %% wrong cleared-before-step: cleared too early
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p.grad.zero_()
            p -= lr * p.grad


# %% wrong update-clears-first: set to None too early
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p.grad = None
            p -= lr * p.grad


# %% wrong update-uphill: uphill
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p += lr * p.grad
            p.grad = None


# %% wrong update-without-lr: the whole gradient
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= p.grad
            p.grad = None


# %% wrong update-lr-ignored: a rate written in
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= 0.01 * p.grad
            p.grad = None


# %% wrong update-sets-minus-the-step: the step alone
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p.copy_(-lr * p.grad)
            p.grad = None


# %% wrong update-first-only: a return inside the loop
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad
            p.grad = None
            return


# %% wrong update-stops-training: requires_grad stays off
def update_(params, lr):
    for p in params:
        p.requires_grad_(False)
        p -= lr * p.grad
        p.grad = None


# %% wrong momentum: with a memory
velocity = {}


def update_(params, lr):
    with torch.no_grad():
        for p in params:
            velocity[p] = 0.9 * velocity.get(p, 0) + p.grad
            p -= lr * velocity[p]
            p.grad = None


# %% wrong update-recording-off: recording stays off for good
def update_(params, lr):
    torch.set_grad_enabled(False)
    for p in params:
        p -= lr * p.grad
        p.grad = None


# %% right: foreach
@torch.no_grad()
def update_(params, lr):
    torch._foreach_add_(params, [p.grad for p in params], alpha=-lr)
    for p in params:
        p.grad.fill_(0)


# %% right: numpy view
def update_(params, lr):
    for p in params:
        p.detach().numpy()[...] -= lr * p.grad.numpy()
        p.grad = None


# %% right: slice assignment
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p[...] = p - lr * p.grad
            del p.grad


# %% right: skips params without a gradient
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            if p.grad is not None:
                p -= lr * p.grad
                p.grad = None


# %% wrong update-returns: returns the list
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad
            p.grad = None
    return params


# %% wrong zero-without-underscore: zero without underscore
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad
            p.grad.zero()


# %% wrong update-zeroes-the-parameter: p zeroed
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad
            p.zero_()


# %% wrong update-multiplies: multiplies
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p *= 1 - lr * p.grad
            p.grad = None


# %% wrong clipped: clip
def update_(params, lr):
    torch.nn.utils.clip_grad_norm_(params, 1.0)
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad
            p.grad = None


# %% wrong weight-decay: weight decay
def update_(params, lr):
    opt = torch.optim.SGD(params, lr=lr, weight_decay=1e-3)
    opt.step()
    opt.zero_grad()


# %% wrong adaptive-optimizer: adam
def update_(params, lr):
    opt = torch.optim.Adam(params, lr=lr)
    opt.step()
    opt.zero_grad()


# %% wrong update-one-number: item, right for scalars only
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad.mean()
            p.grad = None


# %% wrong update-same-gradient: all with first gradient
def update_(params, lr):
    g = params[0].grad
    with torch.no_grad():
        for p in params:
            p -= lr * g
            p.grad = None


# %% wrong momentum: state between calls
velocity = {}


def update_(params, lr):
    with torch.no_grad():
        for i, p in enumerate(params):
            velocity[i] = 0.1 * velocity.get(i, 0) + p.grad
            p -= lr * velocity[i]
            p.grad = None


# %% wrong update-rebinds: clone
def update_(params, lr):
    for p in params:
        value = p.detach().clone()
        value -= lr * p.grad
        p.grad = None


# %% wrong update-of-the-list: the grad of the list
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * params.grad


# %% wrong zero-grad-of-a-tensor: zero_grad of a tensor
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad
            p.zero_grad()


# %% wrong no-grad-without-brackets: no_grad without brackets
def update_(params, lr):
    with torch.no_grad:
        for p in params:
            p -= lr * p.grad
            p.grad = None


# %% wrong update-times: a step twice as long
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= 2 * lr * p.grad
            p.grad = None


# %% wrong update-of-the-list: list arithmetic
def update_(params, lr):
    with torch.no_grad():
        params -= lr * params.grad
        params.grad.zero_()


# %% wrong gradient-of-another-kind: p.grad = 0
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad
            p.grad = 0


# %% wrong range-of-a-list: range(params)
def update_(params, lr):
    with torch.no_grad():
        for i in range(params):
            params[i] -= lr * params[i].grad


# %% wrong number-in-a-loop: range(len)
def update_(params, lr):
    with torch.no_grad():
        for i in len(params):
            params[i] -= lr * params[i].grad


# %% right: -= None
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad
            p.grad = None


# %% right: zero_
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad
            p.grad.zero_()


# %% right: sub_
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p.sub_(lr * p.grad)
            p.grad.zero_()


# %% right: copy_, once more
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p.copy_(p - lr * p.grad)
            p.grad = None


# %% right: add_ alpha
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p.add_(p.grad, alpha=-lr)
            p.grad.zero_()


# %% right: grad zeros_like
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad
            p.grad = torch.zeros_like(p)


# %% right: set_
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p.data -= lr * p.grad
            p.grad.data.zero_()


# %% right: grad mul 0
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad
            p.grad *= 0


# %% wrong update-rebinds: p = p - no_grad cleared after rebinding
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p = p - lr * p.grad
            p.grad = None


# %% wrong update-rebinds: p = p - then zero_
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p = p - lr * p.grad
            p.grad.zero_()


# %% wrong cleared-before-step: zero all before
def update_(params, lr):
    for p in params:
        p.grad.zero_()
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad


# %% wrong cleared-before-step: opt zero first
def update_(params, lr):
    opt = torch.optim.SGD(params, lr=lr)
    opt.zero_grad()
    opt.step()


# %% wrong no-reset: zero_ without brackets
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad
            p.grad.zero_


# %% wrong no-reset: data.zero_ without brackets
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad
            p.grad.data.zero_


# %% wrong momentum: momentum
v = {}


def update_(params, lr):
    with torch.no_grad():
        for i, p in enumerate(params):
            v[i] = 0.9 * v.get(i, 0) + p.grad
            p -= lr * v[i]
            p.grad = None


# %% wrong update-minus-equals: =-
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p = -lr * p.grad
            p.grad = None


# %% wrong update-sets-minus-the-step: =- data
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p.data = -lr * p.grad
            p.grad.zero_()


# %% wrong update-sets-minus-the-step: p.data = -lr g
def update_(params, lr):
    for p in params:
        p.data = -lr * p.grad
        p.grad.zero_()


# %% wrong update-without-gradient: p -= lr
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr
            p.grad = None


# %% wrong update-own-value: p -= lr*p
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p
            p.grad = None


# %% wrong adaptive-optimizer: sign
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad.sign()
            p.grad = None


# %% wrong update-size-only: abs
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad.abs()
            p.grad = None


# %% wrong clipped: clamp
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad.clamp(-1, 1)
            p.grad = None


# %% wrong clipped: clip value
def update_(params, lr):
    torch.nn.utils.clip_grad_value_(params, 1.0)
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad
            p.grad = None


# %% wrong update-first-only: one only
def update_(params, lr):
    with torch.no_grad():
        params[0] -= lr * params[0].grad
        params[0].grad = None


# %% wrong update-first-only: first two
def update_(params, lr):
    with torch.no_grad():
        for p in params[:2]:
            p -= lr * p.grad
            p.grad = None


# %% wrong update-returns: returns p
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad
            p.grad = None
    return p


# %% wrong update-lr-ignored: lr written in 0.1
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= 0.1 * p.grad
            p.grad = None


# %% wrong update-times: lr twice
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * lr * p.grad
            p.grad = None


# %% wrong update-times: divided by number of params
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / len(params)
            p.grad = None


# %% wrong update-uphill: minus minus
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= -lr * p.grad
            p.grad = None


# %% wrong update-uphill: sub_ of -
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p.sub_(-lr * p.grad)
            p.grad = None


# %% wrong update-stops-training: requires_grad lost
def update_(params, lr):
    for p in params:
        p.requires_grad = False
        p -= lr * p.grad
        p.grad = None


# %% wrong update-replaces: list new
def update_(params, lr):
    with torch.no_grad():
        for i, p in enumerate(params):
            params[i] = p - lr * p.grad


# %% wrong update-replaces: list slice
def update_(params, lr):
    with torch.no_grad():
        params[:] = [p - lr * p.grad for p in params]


# %% wrong update-divides: p /
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= p.grad / lr
            p.grad = None


# %% wrong weight-decay: weight decay, once more
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * (p.grad + 0.01 * p)
            p.grad = None


# %% wrong adaptive-optimizer: rmsprop
def update_(params, lr):
    opt = torch.optim.RMSprop(params, lr=lr)
    opt.step()
    opt.zero_grad()


# %% wrong momentum: sgd momentum
opt = None


def update_(params, lr):
    global opt
    if opt is None:
        opt = torch.optim.SGD(params, lr=lr, momentum=0.9)
    opt.step()
    opt.zero_grad()


# %% wrong update-lr-ignored: sgd lr written
def update_(params, lr):
    opt = torch.optim.SGD(params, lr=0.01)
    opt.step()
    opt.zero_grad()


# %% wrong update-clears-others: one more indentation: zeroes all in loop
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad
            for q in params:
                q.grad.zero_()


# %% wrong update-gradient-of-another: p.data of new
def update_(params, lr):
    for p in params:
        p = p.data
        p = p - lr * p.grad


# %% wrong rounded: rounded
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad
            p.copy_(p.round(decimals=2))
            p.grad = None


# %% wrong update-rebinds: difference thrown away
def update_(params, lr):
    for p in params:
        p.data - lr * p.grad.data
        p.grad.data.zero_()
