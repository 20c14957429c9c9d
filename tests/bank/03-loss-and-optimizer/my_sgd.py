# %% right: through .data
class MySGD:
    def __init__(self, params, lr):
        self.params, self.lr = [p for p in params], lr

    def step(self):
        for p in self.params:
            if p.grad is not None:
                p.data -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad.zero_()


# %% right: a new tensor under the old parameter
class MySGD:
    def __init__(self, params, lr):
        self.params, self.lr = tuple(params), lr

    def step(self):
        for p in self.params:
            if p.grad is not None:
                p.data = p.data - self.lr * p.grad.data

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right: decorated methods, add_ with alpha
class MySGD:
    def __init__(self, params, lr=0.01):
        self.params = list(params)
        self.lr = lr

    @torch.no_grad()
    def step(self, closure=None):
        for p in self.params:
            if p.grad is None:
                continue
            p.add_(p.grad, alpha=-self.lr)

    @torch.no_grad()
    def zero_grad(self, set_to_none=True):
        for p in self.params:
            p.grad = None if set_to_none else torch.zeros_like(p)


# %% right: foreach
class MySGD:
    def __init__(self, params, lr):
        self.params, self.lr = list(params), lr

    def step(self):
        used = [p for p in self.params if p.grad is not None]
        if used:
            with torch.no_grad():
                torch._foreach_add_(used, [p.grad for p in used], alpha=-self.lr)

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right: copy_ and groups like the library's
class MySGD:
    def __init__(self, params, lr):
        self.param_groups = [{"params": list(params), "lr": lr}]

    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                if p.grad is not None:
                    with torch.no_grad():
                        p.copy_(p - group["lr"] * p.grad)

    def zero_grad(self):
        for group in self.param_groups:
            for p in group["params"]:
                p.grad = None


# %% right: recording switched off by hand
class MySGD:
    def __init__(self, params, lr):
        self.params, self.lr = list(params), lr

    def step(self):
        torch.set_grad_enabled(False)
        for p in self.params:
            if p.grad is not None:
                p -= self.lr * p.grad
        torch.set_grad_enabled(True)

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad = torch.zeros_like(p.grad)


# %% right: slices
class MySGD:
    def __init__(self, params, lr):
        self.params, self.lr = list(params), lr

    def step(self):
        with torch.no_grad():
            for p in filter(lambda p: p.grad is not None, self.params):
                p[...] = p - self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong generator-exhausted: the generator kept
class MySGD:
    def __init__(self, params, lr):
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
    def __init__(self, params, lr):
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
    def __init__(self, params, lr):
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
    def __init__(self, params, lr):
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
    def __init__(self, params, lr):
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
    def __init__(self, params, lr):
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
    def __init__(self, params, lr):
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
    def __init__(self, params, lr):
        self.params, self.lr = list(params), lr

    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is not None:
                self.params[i] = (p - self.lr * p.grad).detach().requires_grad_()

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-moves-nothing: copies kept
class MySGD:
    def __init__(self, params, lr):
        self.params, self.lr = [p.clone().detach() for p in params], lr

    def step(self):
        for p in self.params:
            if p.grad is not None:
                p -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong flipped-sign: uphill
class MySGD:
    def __init__(self, params, lr):
        self.params, self.lr = list(params), lr

    def step(self):
        for p in self.params:
            if p.grad is not None:
                p.data += self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-other-rate: a rate written in
class MySGD:
    def __init__(self, params, lr):
        self.params = list(params)

    def step(self):
        for p in self.params:
            if p.grad is not None:
                p.data -= 0.01 * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong step-other-rate: no rate
class MySGD:
    def __init__(self, params, lr):
        self.params, self.lr = list(params), lr

    def step(self):
        for p in self.params:
            if p.grad is not None:
                p.data -= p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong one-parameter-only: the first one
class MySGD:
    def __init__(self, params, lr):
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
    def __init__(self, params, lr):
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
    def __init__(self, params, lr):
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
    def __init__(self, params, lr):
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
    def __init__(self, params, lr):
        self.params, self.lr = list(params), lr

    def step(self):
        for p in self.params:
            if p.grad is not None:
                p.data -= self.lr * p.grad

    def zero_grad(self):
        pass


# %% wrong zero-grad-keeps: a new name only
class MySGD:
    def __init__(self, params, lr):
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
    def __init__(self, params, lr):
        self.params, self.lr = list(params), lr

    def step(self):
        for p in self.params:
            if p.grad is not None:
                p.data -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.data.zero_()


# %% wrong step-remembers: momentum
class MySGD:
    def __init__(self, params, lr):
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


# %% wrong shared-by-optimizers: a list on the class
class MySGD:
    params = []

    def __init__(self, params, lr):
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
    def __init__(self, params, lr):
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
    def __init__(self, params, lr):
        self.inner = torch.optim.SGD(params, lr=lr)

    def step(self):
        self.inner.step()

    def zero_grad(self):
        self.inner.zero_grad()


# %% wrong adaptive-optimizer: the sign of the gradient
class MySGD:
    def __init__(self, params, lr):
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
    def __init__(self, params, lr):
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
    def __init__(self, params, lr):
        self.params, self.lr = list(params), lr

    def step(self):
        pass

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% wrong not-on-self: step forgets self
class MySGD:
    def __init__(self, params, lr):
        params, lr = list(params), lr

    def step(self):
        for p in self.params:
            p.data -= self.lr * p.grad

    def zero_grad(self):
        for p in self.params:
            p.grad = None


# %% right: on torch's empty base class
class MySGD(torch.optim.Optimizer):
    def __init__(self, params, lr):
        super().__init__(params, {"lr": lr})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                if p.grad is not None:
                    p.add_(p.grad, alpha=-group["lr"])

    def zero_grad(self):
        super().zero_grad(set_to_none=False)


# %% right: closures in private attributes
class MySGD:
    def __init__(self, params, lr):
        mine = [*params]

        def step():
            with torch.no_grad():
                for p in mine:
                    if p.grad is not None:
                        p -= lr * p.grad

        self.__step, self.__params = step, mine

    def step(self):
        self.__step()

    def zero_grad(self):
        for p in self.__params:
            if p.grad is not None:
                p.grad.zero_()


# %% wrong none-not-skipped: step ends at the first None
class MySGD:
    def __init__(self, params, lr):
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
    def __init__(self, params, lr):
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
    def __init__(self, params, lr):
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
    def __init__(self, params, lr):
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
    def __init__(self, params, lr):
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
    def __init__(self, params, lr):
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
    def __init__(self, params, lr):
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
    def __init__(self, params, lr):
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


# %% wrong step-remembers: the rate shrinks
class MySGD:
    def __init__(self, params, lr):
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


# %% wrong step-other-rate: a thousandth too much
class MySGD:
    def __init__(self, params, lr):
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


# %% wrong no-graph: recording stays off
class MySGD:
    def __init__(self, params, lr):
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


# %% wrong wrong-step: a step with a constant in it
class MySGD:
    def __init__(self, params, lr):
        self.params, self.lr = list(params), lr

    def step(self):
        with torch.no_grad():
            for p in self.params:
                if p.grad is not None:
                    p -= self.lr * p.grad + 0.01

    def zero_grad(self):
        for p in self.params:
            p.grad = None
