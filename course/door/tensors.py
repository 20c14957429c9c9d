"""What the door does with torch's tensors, from when somebody has imported torch.

A course without it does not wait for it: until torch has been imported, nothing is a tensor.
"""

import contextlib
import sys
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, TypeGuard

import numpy as np

if TYPE_CHECKING:
    import torch


def is_tensor(value: object) -> TypeGuard["torch.Tensor"]:
    """Whether ``value`` is a tensor by the class that it has."""
    return issubclass(type(value), getattr(sys.modules.get("torch"), "Tensor", ()))


def is_model(value: object) -> TypeGuard["torch.nn.Module"]:
    """Whether ``value`` is a module of torch.nn by the class that it has."""
    return issubclass(type(value), getattr(sys.modules.get("torch.nn"), "Module", ()))


def recording() -> AbstractContextManager[Any]:
    """Meanwhile autograd records, whatever code that ran before has switched off."""
    torch = sys.modules.get("torch")
    return torch.enable_grad() if torch else contextlib.nullcontext()


def random_state_kept() -> AbstractContextManager[Any]:
    """Whatever torch draws on the processor meanwhile, the next draw is as it was before."""
    torch = sys.modules.get("torch")
    return torch.random.fork_rng(devices=[]) if torch else contextlib.nullcontext()


def twin(tensor: "torch.Tensor") -> "torch.Tensor":
    """A copy without the graph, which is a leaf where the tensor is one."""
    torch: Any = sys.modules["torch"]
    with torch._C.DisableTorchFunctionSubclass(), torch.enable_grad():
        copied = tensor.detach().clone().requires_grad_(tensor.requires_grad)
        if not tensor.is_leaf:
            return copied.clone()
        if tensor.grad is not None:
            copied.grad = tensor.grad.detach().clone()
        return copied


def in_memory(tensor: "torch.Tensor") -> np.ndarray | None:
    """The numbers in a tensor, None if it has none that are in memory one beside the other."""
    torch: Any = sys.modules["torch"]
    if tensor.is_meta or tensor.layout is not torch.strided:
        return None
    tensor = tensor.detach().cpu()
    return (tensor.double() if tensor.is_floating_point() else tensor).numpy()
