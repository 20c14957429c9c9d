"""What a training loop does while it runs: which passes, which steps, which new values.

It tells why parameters did not move, once it is known that they should have. It sees what torch computes,
so numbers that leave torch, and steps that NumPy makes, are not in its report.
"""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from unittest import mock

import torch
from torch import nn
from torch.nn.modules.module import register_module_forward_pre_hook
from torch.optim.optimizer import Optimizer, register_optimizer_step_pre_hook
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

SMALL = 4
"""Numbers in a tensor that can be a parameter of these models, or all of them."""

MOST_EVENTS = 2000
MOST_TENSORS = 200
MOST_NODES = 10_000
"""Of a graph that is walked through, so that one that grows costs no more."""


class Witness(TorchDispatchMode):
    """Notes what happens while it is entered.

    Attributes:
        events: in order, a tuple each:
            ("new", operation, numbers): a small tensor was computed;
            ("changed", operation, tensor, numbers): a small one was changed in place;
            ("pass", without a past, tensors, gradients): a backward pass, whether it began at a tensor that
            was made and not computed, the tensors that it led to, and what these have after it;
            ("optimizer", tensors, class, momentum, weight decay): one was built; a tensor that wants no
            gradient is -1;
            ("step", tensors, gradients, rate): one steps;
            ("forward", rows): a module with parameters was called.
            Each gradient is "none", "zero" or "some".
        tensors: how many numbers are in each tensor that events name by its place here, and those that
            a small one held when it was first met.
    """

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # torch's
        self.events: list[tuple[Any, ...]] = []
        self.tensors: list[tuple[int, list[float]]] = []
        self.places: dict[int, int] = {}
        self.kept: list[Any] = []  # so that no address is used again
        self.looking = False
        self.noted = {True: 0, False: 0}

    def __torch_dispatch__(
        self, operation: Any, kinds: Any, args: Sequence[Any] = (), kwargs: Any = None
    ) -> Any:
        result = operation(*args, **(kwargs or {}))
        if self.looking:
            return result
        name = str(operation.overloadpacket.__name__)[:40]
        arguments = operation._schema.arguments
        written = [a.alias_info is not None and a.alias_info.is_write for a in arguments]
        changed = tree_leaves([value for value, w in zip(args, written, strict=False) if w])
        for tensor in changed if any(written) else tree_leaves(result):
            if isinstance(tensor, torch.Tensor) and tensor.numel() <= SMALL:
                place = (self.place(tensor),) if any(written) else ()
                self.note("changed" if any(written) else "new", name, *place, _numbers(tensor))
        return result

    def note(self, *event: Any) -> None:
        """Add an event, if there are not too many of small tensors, or of the rest."""
        kind = event[0] in ("new", "changed")
        if self.noted[kind] < MOST_EVENTS:
            self.noted[kind] += 1
            self.events.append(event)

    def place(self, tensor: torch.Tensor) -> int:
        """The place of a tensor, or of one that shares its memory, in `tensors`; -1 if it has none."""
        storage = tensor.untyped_storage()
        key = storage.data_ptr()
        if key not in self.places:
            if len(self.tensors) == MOST_TENSORS:
                return -1
            self.places[key] = len(self.tensors)
            self.tensors.append((tensor.numel(), _numbers(tensor)))
            self.kept.append(storage)
        return self.places[key]

    @contextlib.contextmanager
    def watching(self) -> Iterator[None]:
        """Meanwhile all of these events are noted."""
        run_backward: Callable[..., Any] = torch.autograd._engine_run_backward
        add_parameters = Optimizer.add_param_group

        def backward(outputs: Sequence[torch.Tensor], *args: Any, **kwargs: Any) -> Any:
            gradients: list[str] = []
            with self._off():
                leaves = _leaves(outputs)
                places = [self.place(leaf) for leaf in leaves]
                self.note("pass", all(o.grad_fn is None for o in outputs), places, gradients)
            result = run_backward(outputs, *args, **kwargs)
            with self._off():
                gradients += [_kind(leaf.grad) for leaf in leaves]
            return result

        def add(optimizer: Optimizer, group: dict[str, Any]) -> None:
            add_parameters(optimizer, group)
            settings = optimizer.param_groups[-1]
            numbers = [float(settings.get(name, 0)) for name in ("momentum", "weight_decay")]
            with self._off():
                name = type(optimizer).__name__[:40]
                self.note("optimizer", self._held(optimizer), name, *numbers)

        def step(optimizer: Optimizer, *_: Any) -> None:
            with self._off():
                gradients = [_kind(p.grad) for g in optimizer.param_groups for p in g["params"]]
                rate = float(optimizer.param_groups[0]["lr"])
                self.note("step", self._held(optimizer), gradients, rate)

        def forward(module: nn.Module, inputs: tuple[Any, ...]) -> None:
            learns = next(module.parameters(), None) is not None
            if learns and inputs and isinstance(inputs[0], torch.Tensor):
                self.note("forward", len(inputs[0]) if inputs[0].dim() > 1 else 1)

        hooks = register_optimizer_step_pre_hook(step), register_module_forward_pre_hook(forward)
        try:
            with (
                mock.patch.object(torch.autograd, "_engine_run_backward", backward),
                mock.patch.object(Optimizer, "add_param_group", add),
                self,
            ):
                yield
        finally:
            for hook in hooks:
                hook.remove()

    def _held(self, optimizer: Optimizer) -> list[int]:
        params = [p for group in optimizer.param_groups for p in group["params"]]
        return [self.place(p) if p.requires_grad else -1 for p in params]

    @contextlib.contextmanager
    def _off(self) -> Iterator[None]:
        """What is computed meanwhile is ours."""
        self.looking = True
        try:
            yield
        finally:
            self.looking = False


def _numbers(tensor: torch.Tensor) -> list[float]:
    small = tensor.numel() <= SMALL and not tensor.is_complex() and not tensor.is_meta
    return [float(number) for number in tensor.detach().flatten().tolist()] if small else []


def _leaves(outputs: Sequence[torch.Tensor]) -> list[torch.Tensor]:
    """The tensors at the ends of a graph; where there is none, ``outputs`` themselves."""
    found = [output for output in outputs if output.grad_fn is None]
    nodes = [output.grad_fn for output in outputs if output.grad_fn is not None]
    seen = set(nodes)
    for node in nodes:  # which grows meanwhile
        if hasattr(node, "variable"):
            found.append(node.variable)
        later = {n for n, _ in node.next_functions if n is not None} - seen
        if len(nodes) < MOST_NODES:
            seen |= later
            nodes += later
    return found


def _kind(gradient: torch.Tensor | None) -> str:
    if gradient is None:
        return "none"
    return "some" if bool(gradient.detach().any()) else "zero"
