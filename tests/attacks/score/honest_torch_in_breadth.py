"""What experts do with torch: all is right, and nobody is told."""

# %% solutions 04-model
# %%
import torch.nn.functional as F
from torch import nn, optim, Tensor
torch.autograd.gradcheck(lambda v: v * v, torch.ones(1, dtype=torch.float64, requires_grad=True))
class Net(nn.Module):
    def __init__(self): super().__init__(); self.l = nn.LazyLinear(1)
    def forward(self, x): return self.l(x)
n = Net(); n(torch.ones(2, 1)); n.state_dict(); n.load_state_dict(n.state_dict()); n.apply(lambda m: None); n.double(); n.eval(); n.train()
o = optim.Adam(n.parameters()); s = optim.lr_scheduler.StepLR(o, 1); o.step(); s.step()
torch.nn.init.zeros_(n.l.weight); torch.nn.utils.clip_grad_norm_(n.parameters(), 1.0)
from torch.nn.utils import parametrize, parameters_to_vector
parameters_to_vector(n.parameters())
torch.jit.trace(n, torch.ones(2, 1, dtype=torch.float64))
torch.fx.symbolic_trace(n)
torch.func.functional_call(n, dict(n.named_parameters()), (torch.ones(1, 1, dtype=torch.float64),))
torch.export.export(nn.Linear(1, 1), (torch.ones(2, 1),))
# %% check 04-model kept
