"""The hands of a check on the student's side: they make, call and read one thing at a time.

A check drives what a student wrote step by step: it makes an optimizer, sets gradients, lets it
step, reads the parameters, and decides from those what it does next. What it needs again stays on
the student's side as something `Kept`. No function here is told more than the student's own object
would be, so none can answer in its place without doing its work. What one observes beside the
numbers (is it registered, is it a leaf) may refuse an answer; it never gives points.

The first argument is always the student's, or something kept: it says which side is meant.
"""

import contextlib
import types
from collections.abc import Callable, Iterator
from dataclasses import astuple
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, Sampler, TensorDataset

from course.door import places, situations
from course.door.witness import Witness


class Kept:
    """Something that stays where it was made, while the check that holds it asks for it again."""

    __slots__ = ("thing",)

    def __init__(self, thing: Any) -> None:
        self.thing = thing

    def __deepcopy__(self, memo: object) -> "Kept":
        return self  # what goes through the door is copied, and a copy would be another thing


def keep(function: Callable[..., Any], *args: object, **kwargs: object) -> Kept:
    """Keep what ``function(*args, **kwargs)`` returns."""
    return Kept(answer(function, *args, **kwargs))


def answer(function: Any, *args: object, **kwargs: object) -> Any:
    """What ``function(*args, **kwargs)`` returns; whatever is `Kept` is taken out first."""
    return _open(function)(*map(_open, args), **kwargs)


def take(kept: Kept) -> object:
    """What was kept."""
    return kept.thing


def tell(kept: Kept, method: str) -> bool:
    """Call a method that takes nothing; whether autograd still records after it."""
    getattr(kept.thing, method)()
    return torch.is_grad_enabled()


def last_return(function: object) -> tuple[str, ...]:
    """The fields of the `Place` of the `return` that a function ends in."""
    return astuple(places.last_return(function))


def keep_values(_: object, *arrays: np.ndarray) -> tuple[Kept, ...]:
    """A float32 tensor that requires a gradient for each array, in its shape."""
    return tuple(Kept(torch.tensor(a, dtype=torch.float32, requires_grad=True)) for a in arrays)


def read(*tensors: Kept) -> list[tuple[np.ndarray, np.ndarray | None]]:
    """The values of each tensor and those of its gradient, None where it has none."""
    return [
        (
            kept.thing.detach().cpu().numpy().copy(),
            None if kept.thing.grad is None else kept.thing.grad.detach().numpy().copy(),
        )
        for kept in tensors
    ]


def pull(weights: tuple[np.ndarray, ...], *tensors: Kept) -> bool:
    """backward() of Σ weights·tensors, which adds to gradients; whether there is a graph for it."""
    things = [kept.thing for kept in tensors]
    if not all(isinstance(thing, torch.Tensor) for thing in things):
        return False
    with_weights = zip(things, weights, strict=True)
    parts = [t * torch.tensor(w, dtype=t.dtype).reshape(t.shape) for t, w in with_weights]
    total = torch.stack([part.sum() for part in parts]).sum()
    if total.requires_grad:
        total.backward()
    return total.requires_grad


def watched(function: Callable[..., Any], *args: object, **kwargs: object) -> dict[str, object]:
    """What `witness.Witness` notes while ``function(*args, **kwargs)`` runs, as "events" and "tensors".

    What the function raises ends it, and is not told.
    """
    seen = Witness()
    with seen.watching(), contextlib.suppress(Exception):
        function(*args, **kwargs)
    return {"events": seen.events, "tensors": seen.tensors}


# --- 02-autograd ---


def keep_numbers(Value: Callable[[float], Any], *numbers: float) -> tuple[Kept, ...]:
    """A Value of the student's for each number."""
    return tuple(Kept(Value(number)) for number in numbers)


def operate(Value: Any, operation: Callable[..., Any], *operands: object) -> tuple[Kept, bool]:
    """Keep the result of an operation on Values.

    Returns:
        It, and whether it is of the student's class, which is no kind of tensor.
    """
    result = operation(*map(_open, operands))
    bases = type.mro(type(result))  # which no metaclass has a say in
    return Kept(result), any(base is Value for base in bases) and torch.Tensor not in bases


def numbers(result: Kept, *variables: Kept) -> list[float]:
    """The data of a Value and the gradients of others, 0 where there is none."""
    slopes = [0.0 if v.thing.grad is None else float(v.thing.grad) for v in variables]
    return [float(result.thing.data), *slopes]


def product_rule(Value: Callable[[float], Any], a: float, b: float) -> dict[str, object]:
    """Where the rule of a product of two Values is, and what it starts from.

    Returns:
        "a factor": whether the product is one of its factors; "early": whether a factor has a gradient
        before backward() runs; "on the result" and "on a factor": whether these have another rule than a
        new Value; "another name": of a function that hangs on the result beside it, "" if none does;
        "starts from the factors": whether it passes back what the factors have received elsewhere.
    """
    first, second, new = Value(a), Value(b), Value(1.0)
    result = first * second
    own = _names_of_functions(new)
    found = _names_of_functions(result)
    early = bool(first.grad or second.grad)
    if result is first or result is second:
        return {"a factor": True}
    lone, other = Value(a), Value(b)
    (lone * other + lone + lone).backward()
    return {
        "a factor": False,
        "early": early,
        "on the result": found.get("pass_back") != own.get("pass_back"),
        "on a factor": any(_names_of_functions(v) != own for v in (first, second)),
        "another name": next((name for name in found if name not in own), ""),
        "starts from the factors": (lone.grad, other.grad) != (2.0, 0.0),
    }


def _names_of_functions(value: Any) -> dict[str, str]:
    """What hangs on a Value and can be called, by its name there: the name of where it was written."""
    return {
        name: getattr(thing, "__qualname__", type(thing).__name__)
        for name, thing in vars(value).items()
        if callable(thing)
    }


def update(
    update_: Callable[[list[torch.Tensor], float], object], lr: float, *params: Kept
) -> dict[str, object]:
    """Call ``update_(params, lr)``.

    Returns:
        Whether the list still holds the same tensors ("kept"), whether these are leaves that require
        a gradient ("trainable"), whether autograd still records ("recording"), and what came back
        ("returned").
    """
    tensors = [kept.thing for kept in params]
    given = list(tensors)
    returned = update_(given, lr)
    return {
        "kept": list(map(id, given)) == list(map(id, tensors)),
        "trainable": all(p.is_leaf and p.requires_grad for p in tensors),
        "recording": torch.is_grad_enabled(),
        "returned": returned,
    }


# --- 03-loss-and-optimizer ---


def switch_off_optimizers(_: object) -> Kept:
    """Switch off torch's optimizers until the ExitStack that is kept is told to close."""
    stack = contextlib.ExitStack()
    stack.enter_context(situations.no_torch_optimizer())
    return Kept(stack)


def keep_optimizer(
    make: Callable[..., Any], generator: bool, settings: dict[str, float], *params: Kept
) -> tuple[Kept, bool]:
    """A new optimizer of these parameters, the first of which is an `nn.Parameter`.

    Args:
        generator: whether it gets them as a generator, as `model.parameters()` gives them.
        settings: lr, and momentum if it is to be told one.

    Returns:
        It, and whether the list that it was given still holds the same.
    """
    given: list[torch.Tensor] = [kept.thing for kept in params]
    optimizer = make((p for p in given) if generator else given, **settings)
    return Kept(optimizer), list(map(id, given)) == [id(kept.thing) for kept in params]


def holds_others(kept: Kept, *params: Kept) -> bool:
    """Whether an object stores tensors, in lists and dicts too, and none of these among them."""
    stored = list(_tensors_in(getattr(kept.thing, "__dict__", {})))
    given = {id(param.thing) for param in params}
    return bool(stored) and not any(id(tensor) in given for tensor in stored)


def _tensors_in(value: object) -> Iterator[torch.Tensor]:
    if isinstance(value, torch.Tensor):
        yield value
    elif isinstance(value, (list, tuple, dict)):
        for item in (*value, *value.values()) if isinstance(value, dict) else value:
            yield from _tensors_in(item)


def forget_gradient(kept: Kept) -> None:
    """Leave a parameter without a gradient."""
    kept.thing.grad = None


def keep_parameters(_: object, *arrays: np.ndarray) -> tuple[Kept, ...]:
    """As `keep_values`; the first is an `nn.Parameter`, as those of a module are."""
    first, *others = keep_values(_, *arrays)
    return Kept(nn.Parameter(first.thing.detach())), *others


class Planned(Sampler[int]):
    """The rides in the order of the next row of a plan, each time that they are walked through."""

    def __init__(self, plan: np.ndarray) -> None:
        self.plan, self.walks = plan.tolist(), 0

    def __iter__(self) -> Iterator[int]:
        self.walks += 1
        return iter(self.plan[(self.walks - 1) % len(self.plan)])

    def __len__(self) -> int:
        return len(self.plan[0])


def train_on_batches(
    train: Callable[..., object],
    x: np.ndarray,
    y: np.ndarray,
    size: int,
    plan: np.ndarray,
    settings: dict[str, float],
) -> tuple[object, torch.Tensor, torch.Tensor]:
    """Call ``train`` on a `DataLoader` of float32 rides that shuffles as planned.

    Args:
        x, y: (N,) rides, km and €.
        size: rides in a batch; the last one takes those that are left.
        plan: (walks, N) the order of the rides in each walk through the loader.

    Returns:
        What came back, and the rides as they are afterwards.
    """
    rides = TensorDataset(*(torch.tensor(v, dtype=torch.float32) for v in (x, y)))
    loader = DataLoader(rides, batch_size=size, sampler=Planned(plan))
    returned = train(loader, **settings)
    x_after, y_after = rides.tensors
    return returned, x_after, y_after


# --- 04-model ---


def registered(kept: Kept) -> dict[str, Any] | None:
    """What a new module has registered; None if it is no module.

    Returns:
        "forward": whether it says how to predict; "shapes": of each parameter, None where it has none
        yet (a lazy layer); "trainable": whether each requires a gradient; "recorded": whether autograd
        has recorded what any of them was computed from; "devices": on which they are; "buffers": how many
        numbers are registered as buffers; "loose": attributes that hold what could be trained and are not
        registered, each with the kind of what holds it; "class": what `_written` says of the class.
    """
    module = kept.thing
    if not isinstance(module, nn.Module):
        return None
    parameters = list(module.parameters())
    lazy = nn.parameter.is_lazy
    return {
        "forward": type(module).forward is not nn.Module.forward,
        "shapes": [None if lazy(p) else tuple(p.shape) for p in parameters],
        "trainable": [p.requires_grad for p in parameters],
        "recorded": not all(p.is_leaf for p in parameters),
        "buffers": sum(buffer.numel() for buffer in module.buffers()),
        "devices": sorted({p.device.type for p in parameters}),
        "loose": {
            name[:40]: type(value).__name__
            for name, value in list(vars(module).items())[:40]
            if not name.startswith("_") and _holds_numbers(value)
        },
        "class": _written(type(module)),
    }


def _holds_numbers(value: object) -> bool:
    if isinstance(value, (list, tuple)):
        return any(map(_holds_numbers, value))
    if isinstance(value, dict):
        return any(map(_holds_numbers, value.values()))
    return isinstance(value, (torch.Tensor, nn.Module, np.ndarray))


def _written(kind: type) -> dict[str, list[str]]:
    """What stands in a class itself.

    Returns:
        "methods": their names; "inside": those of the functions within `__init__`; "layers": names of
        attributes that are modules; "init", "predict": the names that `__init__` and `forward` use.
    """
    functions = {name: f for name, f in vars(kind).items() if isinstance(f, types.FunctionType)}
    codes = {
        name: functions[name].__code__ for name in ("__init__", "forward") if name in functions
    }
    constants = codes["__init__"].co_consts if "__init__" in codes else ()
    found = {
        "methods": list(functions),
        "inside": [c.co_name for c in constants if isinstance(c, types.CodeType)],
        "layers": [name for name, value in vars(kind).items() if isinstance(value, nn.Module)],
        "init": list(codes["__init__"].co_names) if "__init__" in codes else [],
        "predict": list(codes["forward"].co_names) if "forward" in codes else [],
    }
    return {what: [name[:40] for name in names[:40]] for what, names in found.items()}


def parameters(kept: Kept) -> tuple[Kept, ...]:
    """The parameters of a module, in the order in which it has them."""
    return tuple(map(Kept, kept.thing.parameters()))


def set_values(values: np.ndarray, *params: Kept) -> None:
    """Write (P,) numbers into all parameters, one after the other."""
    tensors = [kept.thing for kept in params]
    parts = torch.tensor(values, dtype=torch.float32).split([p.numel() for p in tensors])
    with torch.no_grad():
        for p, part in zip(tensors, parts, strict=True):
            p.copy_(part.view_as(p))


def accelerator_here(beside: object) -> bool:
    """Whether torch can use CUDA where ``beside`` is."""
    return torch.cuda.is_available()


class Line(nn.Module):
    """y = w·x + b without any layer, so that nothing in it is called weight or bias."""

    def __init__(self) -> None:
        super().__init__()
        self.w = nn.Parameter(torch.zeros(1))
        self.b = nn.Parameter(torch.zeros(1))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """(N, 1) km → (N, 1) €."""
        return self.w * x + self.b


MODELS: dict[str, Callable[[], nn.Module]] = {
    "nn.Linear": lambda: nn.Linear(1, 1),
    "nn.Sequential": lambda: nn.Sequential(nn.Linear(1, 1)),
    "Line": Line,
    "two columns": lambda: nn.Linear(2, 1),
}
"""Ways to write y = w·x + b; the parameters come in the order w, b. Where a second column is to be
zeros, its weight stays where it was."""


def keep_line(_: object, kind: str, theta0: tuple[float, float]) -> Kept:
    """One of `MODELS`, with (w, b) from ``theta0``."""
    model = MODELS[kind]()
    with torch.no_grad():
        for p, value in zip(model.parameters(), theta0, strict=True):
            p.fill_(value)
    return Kept(model)


def devices_met(
    train_model: Callable[..., object],
    x: np.ndarray,
    y: np.ndarray,
    device: str,
    moved: tuple[str, ...],
) -> list[str]:
    """Where the model and its input were in each forward pass of two epochs on ``device``.

    Args:
        moved: which of "model", "X", "y" are put there beforehand.

    Returns:
        Names of the kinds of device, sorted; those of the parameters afterwards where the model
        was never called.
    """
    model = keep_line(train_model, "nn.Linear", (0.6, -0.7)).thing
    X, Y = (torch.tensor(values, dtype=torch.float32)[:, None] for values in (x, y))
    if "model" in moved:
        model.to(device)
    X, Y = (v.to(device) if name in moved else v for name, v in (("X", X), ("y", Y)))
    seen: set[str] = set()

    def note_devices(module: nn.Module, inputs: tuple[object, ...]) -> None:
        tensors = (*inputs, *module.parameters())
        seen.update(t.device.type for t in tensors if isinstance(t, torch.Tensor))

    model.register_forward_pre_hook(note_devices)
    train_model(model, X, Y, lr=0.01, n_epochs=2, device=device)
    return sorted(seen or {p.device.type for p in model.parameters()})


def _open(value: object) -> Any:
    return value.thing if isinstance(value, Kept) else value
