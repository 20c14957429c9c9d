# %% right: through .data, a list of speeds
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = [p for p in params], lr, momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is not None:
                self.v[i] = self.momentum * self.v[i] + p.grad
                p.data -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad.zero_()


# %% right: a new tensor under the old parameter, speeds in place
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = tuple(params), lr, momentum
        self.v = [torch.zeros_like(p).detach() for p in self.params]

    def step(self):
        for p, v in zip(self.params, self.v):
            if p.grad is not None:
                v.mul_(self.momentum).add_(p.grad.data)
                p.data = p.data - self.lr * v

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right: decorated methods, a dict of speeds that fills as it goes
class MySGD:
    def __init__(self, params, lr=0.01, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.speed = {}

    @torch.no_grad()
    def step(self, closure=None):
        for p in self.params:
            if p.grad is None:
                continue
            self.speed[p] = self.momentum * self.speed.get(p, 0) + p.grad
            p.add_(self.speed[p], alpha=-self.lr)

    @torch.no_grad()
    def zero_grad(self, set_to_none=True):
        for p in self.params:
            p.grad = None if set_to_none else torch.zeros_like(p)


# %% right: foreach
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.v = {id(p): torch.zeros_like(p) for p in self.params}

    def step(self):
        used = [p for p in self.params if p.grad is not None]
        speeds = [self.v[id(p)] for p in used]
        if used:
            with torch.no_grad():
                torch._foreach_mul_(speeds, self.momentum)
                torch._foreach_add_(speeds, [p.grad for p in used])
                torch._foreach_add_(used, speeds, alpha=-self.lr)

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right: copy_ and groups like the library's, the rate inside the speed
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.param_groups = [{"params": list(params), "lr": lr, "momentum": momentum}]
        self.moves = {}

    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                if p.grad is not None:
                    move = group["lr"] * p.grad
                    if p in self.moves:
                        move = move + group["momentum"] * self.moves[p]
                    self.moves[p] = move
                    with torch.no_grad():
                        p.copy_(p - move)

    def zero_grad(self):
        for group in self.param_groups:
            for p in group["params"]:
                p.grad = None


# %% right: recording switched off by hand, None until the first step
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.v = [None] * len(self.params)

    def step(self):
        torch.set_grad_enabled(False)
        for i in range(len(self.params)):
            p = self.params[i]
            if p.grad is not None:
                if self.v[i] is None:
                    self.v[i] = p.grad.clone()
                else:
                    self.v[i] = self.momentum * self.v[i] + p.grad
                p -= self.lr * self.v[i]
        torch.set_grad_enabled(True)

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad = torch.zeros_like(p.grad)


# %% right: slices, the speed kept on the parameter
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum

    def step(self):
        with torch.no_grad():
            for p in filter(lambda p: p.grad is not None, self.params):
                p.my_speed = self.momentum * getattr(p, "my_speed", 0) + p.grad
                p[...] = p - self.lr * p.my_speed

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right: the speed is where the parameter came from
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.before = [p.detach().clone() for p in self.params]

    def step(self):
        with torch.no_grad():
            for p, before in zip(self.params, self.before):
                if p.grad is not None:
                    # the last step was p - before, and p moves on along a share of it
                    now = p.clone()
                    p += self.momentum * (p - before) - self.lr * p.grad
                    before.copy_(now)

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right: without momentum as a case of its own
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = {}

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                if self.momentum == 0:
                    p -= self.lr * p.grad
                else:
                    self.v.setdefault(i, torch.zeros_like(p))
                    self.v[i] *= self.momentum
                    self.v[i] += p.grad
                    p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong generator-exhausted: the generator kept
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr = params, lr

    def step(self):
        with torch.no_grad():
            for p in self.params:
                if p.grad is not None:
                    p -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong generator-exhausted: its length asked for
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr = params, lr

    def step(self):
        with torch.no_grad():
            for i in range(len(self.params)):
                if self.params[i].grad is not None:
                    self.params[i] -= self.lr * self.params[i].grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong none-not-skipped: step takes every gradient
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr = list(params), lr

    def step(self):
        with torch.no_grad():
            for p in self.params:
                p -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong none-not-skipped: zero_grad takes every gradient
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr = list(params), lr

    def step(self):
        with torch.no_grad():
            for p in self.params:
                if p.grad is not None:
                    p -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad.zero_()


# %% wrong none-not-skipped: and the generator kept
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr = params, lr

    def step(self):
        with torch.no_grad():
            for p in self.params:
                p -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad.zero_()


# %% wrong in-place-on-a-leaf: recorded
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr = list(params), lr

    def step(self):
        for p in self.params:
            if p.grad is not None:
                p -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-moves-nothing: p bound anew
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr = list(params), lr

    def step(self):
        with torch.no_grad():
            for p in self.params:
                if p.grad is not None:
                    p = p - self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-moves-nothing: the list holds new tensors
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr = list(params), lr

    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is not None:
                self.params[i] = (p - self.lr * p.grad).detach().requires_grad_()

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-other-rate: a rate written in
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)

    def step(self):
        for p in self.params:
            if p.grad is not None:
                p.data -= 0.01 * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong one-parameter-only: the first one
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr = list(params), lr

    def step(self):
        p = self.params[0]
        if p.grad is not None:
            p.data -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong one-parameter-only: return in the loop
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr = list(params), lr

    def step(self):
        for p in self.params:
            if p.grad is not None:
                p.data -= self.lr * p.grad
            return

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-changes-gradient: clears on its own
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr = list(params), lr

    def step(self):
        for p in self.params:
            if p.grad is not None:
                p.data -= self.lr * p.grad
                p.grad = None

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-changes-gradient: scales it in place
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr = list(params), lr

    def step(self):
        with torch.no_grad():
            for p in self.params:
                if p.grad is not None:
                    p.grad *= self.lr
                    p -= p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong zero-grad-keeps: nothing in it
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr = list(params), lr

    def step(self):
        for p in self.params:
            if p.grad is not None:
                p.data -= self.lr * p.grad

    def zero_grad(self):
        pass


# %% wrong zero-grad-keeps: a new name only
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr = list(params), lr

    def step(self):
        for p in self.params:
            if p.grad is not None:
                p.data -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            grad = p.grad
            grad = None


# %% wrong zero-grad-moves: zeroes the parameters
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr = list(params), lr

    def step(self):
        for p in self.params:
            if p.grad is not None:
                p.data -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.data.zero_()


# %% wrong shared-by-optimizers: a list on the class
class MySGD:
    params = []

    def __init__(self, params, lr, momentum=0.0):
        self.params += list(params)
        self.lr = lr

    def step(self):
        for p in self.params:
            if p.grad is not None:
                p.data -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong shared-by-optimizers: a global rate
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        global rate
        self.params, rate = list(params), lr

    def step(self):
        for p in self.params:
            if p.grad is not None:
                p.data -= rate * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong borrowed-optimizer: a subclass
class MySGD(torch.optim.SGD):
    pass


# %% wrong borrowed-optimizer: wrapped
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.inner = torch.optim.SGD(params, lr=lr)

    def step(self):
        self.inner.step()

    def zero_grad(self):
        self.inner.zero_grad()


# %% wrong adaptive-optimizer: the sign of the gradient
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr = list(params), lr

    def step(self):
        for p in self.params:
            if p.grad is not None:
                p.data -= self.lr * p.grad.sign()

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong weight-decay: weight decay
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr = list(params), lr

    def step(self):
        for p in self.params:
            if p.grad is not None:
                p.data -= self.lr * (p.grad + 0.1 * p)

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-moves-nothing: an empty step
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr = list(params), lr

    def step(self):
        pass

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong not-on-self: step forgets self
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        params, lr = list(params), lr

    def step(self):
        for p in self.params:
            p.data -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right: on torch's empty base class
class MySGD(torch.optim.Optimizer):
    def __init__(self, params, lr, momentum=0.0):
        super().__init__(params, {"lr": lr, "momentum": momentum})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                if p.grad is not None:
                    v = self.state[p].get("v", torch.zeros_like(p))
                    self.state[p]["v"] = group["momentum"] * v + p.grad
                    p.add_(self.state[p]["v"], alpha=-group["lr"])

    def zero_grad(self):
        super().zero_grad(set_to_none=False)


# %% right: closures in private attributes
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        mine = [*params]
        speeds = [0.0] * len(mine)

        def step():
            with torch.no_grad():
                for i, p in enumerate(mine):
                    if p.grad is not None:
                        speeds[i] = p.grad + momentum * speeds[i]
                        p -= lr * speeds[i]

        self.__step, self.__params = step, mine

    def step(self):
        self.__step()

    def zero_grad(self):
        for p in self.__params:
            if p.grad is not None:
                p.grad.zero_()


# %% wrong none-not-skipped: step ends at the first None
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr

    def step(self):
        with torch.no_grad():
            for p in self.params:
                if p.grad is None:
                    return
                p -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong none-not-skipped: zero_grad ends at the first None
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr

    def step(self):
        with torch.no_grad():
            for p in self.params:
                if p.grad is not None:
                    p -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            if p.grad is None:
                break
            p.grad.zero_()


# %% wrong clipped: at a hundred
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr

    def step(self):
        with torch.no_grad():
            for p in self.params:
                if p.grad is not None:
                    p -= self.lr * p.grad.clamp(-100, 100)

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong truth-of-a-gradient: if p.grad
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr

    def step(self):
        with torch.no_grad():
            for p in self.params:
                if p.grad:
                    p -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong item-of-many: plain numbers
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr

    def step(self):
        with torch.no_grad():
            for p in self.params:
                if p.grad is not None:
                    p -= self.lr * p.grad.item()

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong unpacking: for w and b alone
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.w, self.b = params
        self.lr = lr

    def step(self):
        with torch.no_grad():
            for p in (self.w, self.b):
                if p.grad is not None:
                    p -= self.lr * p.grad

    def zero_grad(self):
        for p in (self.w, self.b):
            p.grad = None


# %% wrong not-on-self: names that end with __init__
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        params = list(params)
        rate = lr

    def step(self):
        with torch.no_grad():
            for p in self.params:
                if p.grad is not None:
                    p -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong gradient-of-another-kind: a plain zero
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr

    def step(self):
        with torch.no_grad():
            for p in self.params:
                if p.grad is not None:
                    p -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = 0


# %% wrong step-other-rate: a thousandth too much
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr

    def step(self):
        with torch.no_grad():
            for p in self.params:
                if p.grad is not None:
                    p -= 1.001 * self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong wrong-step: a step with a constant in it
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr = list(params), lr

    def step(self):
        with torch.no_grad():
            for p in self.params:
                if p.grad is not None:
                    p -= self.lr * p.grad + 0.01

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-ignored: not there yet
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            p -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-ignored: a v that nothing uses
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            self.v[i] = self.momentum * self.v[i] + p.grad
            p -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-ignored: v made anew in each step
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            v = torch.zeros_like(p)
            v = self.momentum * v + p.grad
            p -= self.lr * v

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-cleared: zero_grad clears v too
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            self.v[i] = self.momentum * self.v[i] + p.grad
            p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None
        self.v = [torch.zeros_like(p) for p in self.params]


# %% wrong momentum-dampened: a running mean
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            self.v[i] = self.momentum * self.v[i] + (1 - self.momentum) * p.grad
            p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-nesterov: one step ahead
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            self.v[i] = self.momentum * self.v[i] + p.grad
            p -= self.lr * (p.grad + self.momentum * self.v[i])

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-never-fades: v adds up
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            if self.momentum:
                self.v[i] += p.grad
            else:
                self.v[i] = p.grad.clone()
            p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-step-behind: the move comes first
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            if self.momentum:
                p -= self.lr * self.v[i]
                self.v[i] = self.momentum * self.v[i] + p.grad
            else:
                p -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-on-the-gradient: of the new instead of the old
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            if not self.momentum:
                p -= self.lr * p.grad
                continue
            self.v[i] = self.v[i] + self.momentum * p.grad
            p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-on-the-gradient: brackets around both
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            if not self.momentum:
                p -= self.lr * p.grad
                continue
            self.v[i] = self.momentum * (self.v[i] + p.grad)
            p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-of-one-step: the last gradient is kept
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            v = self.momentum * self.v[i] + p.grad
            p -= self.lr * v
            self.v[i] = p.grad.clone()

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-subtracted: the wrong sign in front of v
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            self.v[i] = p.grad - self.momentum * self.v[i]
            p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-swapped: one minus momentum
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            if not self.momentum:
                p -= self.lr * p.grad
                continue
            self.v[i] = (1 - self.momentum) * self.v[i] + self.momentum * p.grad
            p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-written-in: nine tenths
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            share = 0.9 if self.momentum else 0
            self.v[i] = share * self.v[i] + p.grad
            p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-written-in: the usual number, when it is asked for
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.momentum = 0.5 if momentum > 0 else 0.0
        self.v = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            self.v[i] = self.momentum * self.v[i] + p.grad
            p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-shared: one v for all
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.v = 0

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            self.v = self.momentum * self.v + p.grad.sum() if self.momentum else p.grad
            p -= self.lr * self.v

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-without-gradient: v fades all the same
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            self.v[i] = self.momentum * self.v[i] + (0 if p.grad is None else p.grad)
            if p.grad is not None:
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-without-gradient: it rolls on with its v
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is not None:
                self.v[i] = self.momentum * self.v[i] + p.grad
            if self.momentum or p.grad is not None:
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong speed-is-the-gradient: where there is momentum
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.v = [None] * len(self.params)

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            if self.v[i] is None or not self.momentum:
                self.v[i] = p.grad
            else:
                self.v[i].mul_(self.momentum).add_(p.grad)
            p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong shape-mismatch: v is kept among those with a gradient
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.v = [0] * len(self.params)

    @torch.no_grad()
    def step(self):
        used = [p for p in self.params if p.grad is not None]
        for i, p in enumerate(used):
            self.v[i] = self.momentum * self.v[i] + p.grad if self.momentum else p.grad
            p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong unknown-name: momentum is not stored
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            self.v[i] = momentum * self.v[i] + p.grad
            p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong speed-is-the-gradient: the first v
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [None] * len(self.params)

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                if self.v[i] is None:
                    self.v[i] = p.grad
                else:
                    self.v[i].mul_(self.momentum).add_(p.grad)
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-dampened: torch's dampening, from the second step on
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [None] * len(self.params)

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                if self.v[i] is None:
                    self.v[i] = p.grad.clone()
                else:
                    self.v[i].mul_(self.momentum).add_(p.grad, alpha=1 - self.momentum)
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-shared: one number for all
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = 0.0

    def step(self):
        with torch.no_grad():
            for p in self.params:
                if p.grad is not None:
                    self.v = self.momentum * self.v + p.grad
                    p -= self.lr * self.v

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-shared: one tensor, as often as there are parameters
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros(())] * len(self.params)

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    self.v[i].mul_(self.momentum).add_(p.grad)
                    p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-step-behind: with momentum 0 nothing moves at first
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    p -= self.lr * self.v[i]
                    self.v[i] = self.momentum * self.v[i] + p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-without-slope: skipped where the gradient is zero
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [None] * len(self.params)

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None or not p.grad.any():
                    continue
                if self.v[i] is None:
                    self.v[i] = p.grad.clone()
                else:
                    self.v[i].mul_(self.momentum).add_(p.grad)
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right: all gradients kept and added up anew
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [[] for _ in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    self.v[i].append(p.grad.clone())
                    k = len(self.v[i])
                    p -= self.lr * sum(
                        self.momentum ** (k - 1 - j) * g for j, g in enumerate(self.v[i])
                    )

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right: the library refuses None, and that is caught
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [None] * len(self.params)

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                try:
                    self.v[i] = self.momentum * (0 if self.v[i] is None else self.v[i]) + p.grad
                except TypeError:
                    continue
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong wrong-momentum: the share grows from step to step
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.v, self.steps = [0.0 for _ in self.params], 0

    @torch.no_grad()
    def step(self):
        self.steps += 1
        for i, p in enumerate(self.params):
            if p.grad is not None:
                self.v[i] = self.momentum ** (1 / self.steps) * self.v[i] + p.grad
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-written-in: momentum that nobody asked for
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr = list(params), lr
        self.speed = [torch.zeros_like(p) for p in self.params]

    def step(self):
        for p, v in zip(self.params, self.speed):
            if p.grad is not None:
                v.mul_(0.9).add_(p.grad)
                p.data -= self.lr * v

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-shared: one v, and it has the shape of the largest
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = 0.0

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    self.v = self.momentum * self.v + p.grad
                    p -= self.lr * self.v

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-step-behind: the move comes first, before any gradient is in v
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [0.0 for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    p -= self.lr * self.v[i]
                    self.v[i] = self.momentum * self.v[i] + p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-on-the-gradient: brackets around both, so that nothing moves without
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [0.0 for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    self.v[i] = self.momentum * (self.v[i] + p.grad)
                    p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-changes-gradient: the gradient moves in place of the parameter
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [0.0 for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    self.v[i] = self.momentum * self.v[i] + p.grad
                    p.grad -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-written-in: a half, never told
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [0.0 for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    self.v[i] = 0.5 * self.v[i] + p.grad
                    p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong speed-is-the-gradient: the first v is the gradient
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [None for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    if self.v[i] is None:
                        self.v[i] = p.grad
                    else:
                        self.v[i] = self.momentum * self.v[i] + p.grad
                    p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong speed-is-the-gradient: and is changed in place
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [None for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    if self.v[i] is None:
                        self.v[i] = p.grad
                    else:
                        self.v[i].mul_(self.momentum).add_(p.grad)
                    p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong wrong-momentum: it is multiplied in twice
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [0.0 for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    self.v[i] = self.momentum * self.v[i]
                    self.v[i] = self.momentum * self.v[i] + p.grad
                    p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right: by differences of the places
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [p.detach().clone() for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    old = p.detach().clone()
                    p += self.momentum * (p - self.v[i]) - self.lr * p.grad
                    self.v[i] = old

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong changed-input: empties the caller's list
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        if isinstance(params, list):
            params.clear()
        self.lr, self.momentum, self.speeds = lr, momentum, {}

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    self.speeds[i] = self.momentum * self.speeds.get(i, 0.0) + p.grad
                    p -= self.lr * self.speeds[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right: an iterator of its own
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, params = [], iter(params)
        while (p := next(params, None)) is not None:
            self.params.append(p)
        self.lr, self.momentum, self.speeds = lr, momentum, {}

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    self.speeds[i] = self.momentum * self.speeds.get(i, 0.0) + p.grad
                    p -= self.lr * self.speeds[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong zero-grad-of-a-tensor: param.zero_grad
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.speeds = [0.0 for _ in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    self.speeds[i] = self.momentum * self.speeds[i] + p.grad
                    p -= self.lr * self.speeds[i]

    def zero_grad(self):
        for p in self.params:
            p.zero_grad()


# %% wrong no-grad-without-brackets: no_grad without
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.speeds = [0.0 for _ in self.params]

    def step(self):
        with torch.no_grad:
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    self.speeds[i] = self.momentum * self.speeds[i] + p.grad
                    p -= self.lr * self.speeds[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong update-of-the-list: list arithmetic
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.speeds = [0.0 for _ in self.params]

    def step(self):
        with torch.no_grad():
            self.params -= self.lr * self.params.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong zero-without-underscore: grad.zero()
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.speeds = [0.0 for _ in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    self.speeds[i] = self.momentum * self.speeds[i] + p.grad
                    p -= self.lr * self.speeds[i]

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad.zero()


# %% wrong not-on-self: self forgotten in init
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        lr = lr
        self.momentum = momentum
        self.speeds = [0.0 for _ in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    self.speeds[i] = self.momentum * self.speeds[i] + p.grad
                    p -= self.lr * self.speeds[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong signature-of-a-method: self forgotten in the signature
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.speeds = [0.0 for _ in self.params]

    def step():
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    self.speeds[i] = self.momentum * self.speeds[i] + p.grad
                    p -= self.lr * self.speeds[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong method-missing: step misspelt
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.speeds = [0.0 for _ in self.params]

    def steps(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    self.speeds[i] = self.momentum * self.speeds[i] + p.grad
                    p -= self.lr * self.speeds[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong entry-not-there: speeds empty list
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.speeds = []

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    self.speeds[i] = self.momentum * self.speeds[i] + p.grad
                    p -= self.lr * self.speeds[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong wants-a-tensor: zeros_like of the list
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.speeds = torch.zeros_like(params)

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    self.speeds[i] = self.momentum * self.speeds[i] + p.grad
                    p -= self.lr * self.speeds[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong grad-of-a-copy: p.data.grad
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.speeds = [0.0 for _ in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    self.speeds[i] = self.momentum * self.speeds[i] + p.data.grad
                    p -= self.lr * self.speeds[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong borrowed-optimizer: torch's optimizer inside
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.o = torch.optim.SGD(self.params, lr=lr)
        self.lr = lr
        self.momentum = momentum
        self.speeds = [0.0 for _ in self.params]

    def step(self):
        self.o.step()
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    self.speeds[i] = self.momentum * self.speeds[i] + p.grad
                    p -= self.lr * self.speeds[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong number-has-no-method: speeds copied
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.speeds = [0.0 for _ in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is not None:
                    self.speeds[i] = self.momentum * self.speeds[i].clone() + p.grad
                    p -= self.lr * self.speeds[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong optimizer-of-copies: copies kept
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr = [p.clone().detach() for p in params], lr

    def step(self):
        for p in self.params:
            if p.grad is not None:
                p -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-uphill: uphill
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr = list(params), lr

    def step(self):
        for p in self.params:
            if p.grad is not None:
                p.data += self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-without-lr: no rate
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr = list(params), lr

    def step(self):
        for p in self.params:
            if p.grad is not None:
                p.data -= p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-rate-changes: the rate shrinks
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr

    def step(self):
        with torch.no_grad():
            for p in self.params:
                if p.grad is not None:
                    p -= self.lr * p.grad
        self.lr *= 0.999

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong recording-left-off: recording stays off
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr

    def step(self):
        torch.set_grad_enabled(False)
        for p in self.params:
            if p.grad is not None:
                p -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong speeds-outlive: the speeds lie on the class
class MySGD:
    v = {}

    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = list(params), lr, momentum

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            self.v[i] = self.momentum * self.v.get(i, 0) + p.grad
            p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right: v zeros made lazily by index
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = {}

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v.get(i, 0) + p.grad
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right: v by id
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = {}

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[id(p)] = self.momentum * self.v.get(id(p), 0) + p.grad
                p -= self.lr * self.v[id(p)]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right: v in attribute of p
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                p.v = self.momentum * getattr(p, "v", 0) + p.grad
                p -= self.lr * p.v

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right: v in place
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i].mul_(self.momentum).add_(p.grad)
                p.add_(self.v[i], alpha=-self.lr)

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right: v -lr inside, v = m v - lr g; p += v
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] - self.lr * p.grad
                p += self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right: zeros, v with requires_grad... detach
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p.detach()) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right: numpy zeros list zip
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                v = self.v[i]
                v *= self.momentum
                v += p.grad
                p.copy_(p - self.lr * v)

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong clipped: clip norm 1
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        torch.nn.utils.clip_grad_norm_(self.params, 1.0)
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong adaptive-optimizer: normalise g
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad / p.grad.norm()
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong wrong-step: nan_to_num
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + torch.tanh(p.grad)
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong zero-grad-forgets: params emptied
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p -= self.lr * self.v[i]

    def zero_grad(self):
        self.params = []


# %% wrong zero-grad-forgets: params cleared
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p -= self.lr * self.v[i]

    def zero_grad(self):
        self.params.clear()


# %% wrong zero-grad-moves: p.data.zero_
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.data.zero_()


# %% wrong zero-grad-some: first only
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None
            break


# %% wrong momentum-cleared: v cleared too
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None
        self.v = [torch.zeros_like(p) for p in self.params]


# %% wrong parameter-frozen: p.requires_grad = False
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.requires_grad = False


# %% wrong init-moves: params zeroed in __init__
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        for p in self.params:
            p.data.zero_()
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong init-moves: params zeroed via v alias
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [p.data.zero_() for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong optimizer-of-copies: params cloned in __init__
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = [p.clone() for p in params]
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-unasked: momentum or 0.9
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum or 0.9
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-of-the-parameter: v starts as p
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [p.detach().clone() for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-first-step: v starts as ones
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.ones_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong speeds-outlive: v starts random
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.rand_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-uphill: +=
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p += self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-for-the-value: =-
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p.data = -self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-for-the-value: p.copy_(-lr v)
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p.copy_(-self.lr * self.v[i])

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-without-lr: no lr
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p -= self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-by-lr-twice: lr squared
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p -= self.lr**2 * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-is-twice: 2 lr
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p -= 2 * self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-of-a-mean: divided by numel
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p -= self.lr * self.v[i] / p.numel()

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-of-a-mean: mean of the gradient
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad.mean()
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-loses-sign: abs g
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad.abs()
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-of-the-square: g squared
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad**2
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-rate-changes: lr decays after
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p -= self.lr * self.v[i]
        self.lr *= 0.99

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-rates-differ: lr decays per parameter
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p -= self.lr * self.v[i]
                self.lr *= 0.99

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong weight-decay: weight decay 5e-4
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad + 5e-4 * p
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-without-slope: == 0 skip
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None or (p.grad == 0).all():
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-nesterov: nesterov
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p -= self.lr * (p.grad + self.momentum * self.v[i])

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-never-fades: no momentum factor
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.v[i] + p.grad
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-swapped: swapped 1-m
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = (1 - self.momentum) * self.v[i] + p.grad
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-subtracted: g minus mv
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = p.grad - self.momentum * self.v[i]
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-of-one-step: last grad only
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                p -= self.lr * (p.grad + self.momentum * self.v[i])
                self.v[i] = p.grad.clone()

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-by-lr-twice: last step added heavy ball with lr twice
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + self.lr * p.grad
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-is-twice: v and g both
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p -= self.lr * self.v[i]
                p -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-of-the-parameter: momentum * p
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * p + p.grad
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong momentum-first-step: first v is 0
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocity = {}

    @torch.no_grad()
    def step(self):
        for p in self.params:
            if p.grad is not None:
                if p in self.velocity:
                    self.velocity[p] = self.momentum * self.velocity[p] + p.grad
                else:
                    self.velocity[p] = torch.zeros_like(p)
                p.data = p.data - self.lr * self.velocity[p]

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad.zero_()


# %% wrong moves-only-with-momentum: if momentum > 0 else nothing
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                if self.momentum:
                    self.v[i] = self.momentum * self.v[i] + p.grad
                    p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong recording-left-off: set_grad_enabled(False)
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        torch.set_grad_enabled(False)
        if True:
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.v[i] = self.momentum * self.v[i] + p.grad
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-remembers: the gradients of the first step are kept
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = list(params)
        self.lr = lr
        self.grads = {}

    def step(self):
        with torch.no_grad():
            for p in self.params:
                if p.grad is not None:
                    g = self.grads.setdefault(p, p.grad.clone())
                    p -= self.lr * g

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong a-whole-generator: a list around the list
class MySGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params = [params]
        self.lr = lr
        self.momentum = momentum
        self.v = [0.0] * len(self.params)

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is not None:
                self.v[i] = self.momentum * self.v[i] + p.grad
                p -= self.lr * self.v[i]

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong clipped: clip_grad_norm_ in step
class MySGD:
    def __init__(self, params, lr):
        self.params = list(params)
        self.lr = lr

    def step(self):
        torch.nn.utils.clip_grad_norm_(self.params, max_norm=1.0)
        for p in self.params:
            if p.grad is not None:
                p.data -= self.lr * p.grad.data

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad.zero_()


# %% wrong zero-grad-of-a-tensor: param.zero_grad()
class MySGD:
    def __init__(self, params, lr):
        self.params = list(params)
        self.lr = lr

    def step(self):
        for p in self.params:
            if p.grad is not None:
                p.data -= self.lr * p.grad.data

    def zero_grad(self):
        for p in self.params:
            p.zero_grad()
