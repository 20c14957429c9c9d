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


# %% wrong no-grad-without-brackets: no_grad without
def update_(params, lr):
    with torch.no_grad:
        for p in params:
            p -= lr * p.grad
            p.grad = None


# %% wrong zero-grad-of-a-tensor: p.zero_grad()
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad
            p.zero_grad()


# %% wrong zero-without-underscore: p.grad.zero()
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad
            p.grad.zero()


# %% wrong gradient-of-another-kind: p.grad = 0
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad
            p.grad = 0


# %% wrong update-clears-first: clears first
def update_(params, lr):
    with torch.no_grad():
        for p in params:
            p.grad = None
            p -= lr * p.grad


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
