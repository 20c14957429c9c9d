"""Functions of a check that run beside the student's object and return plain data.

A probe is for what does not cross the door: a graph, the identity of a parameter, a module's state.
The check verifies the numbers a probe returns; a probe alone never decides that an answer is right.
"""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import numpy as np
import torch
from torch import nn

# --- 03-loss-and-optimizer ---


def optimizer_at_work(
    make: Callable[..., Any],
    starts: tuple[np.ndarray, ...],
    targets: tuple[np.ndarray | None, ...],
    lr: float,
    schedule: tuple[str, ...],
    generator: bool,
    second: bool,
) -> tuple[list[tuple[list[np.ndarray], list[np.ndarray | None]]], float]:
    """Take a new optimizer through "backward", "step" and "zero_grad", in the order of ``schedule``.

    Args:
        make: the class; the other arguments are as in `loss_and_optimizer.OptimizerTrial`.

    Returns:
        After each event, the parameters and their gradients (None where there is none); and how far
        the parameter of the second optimizer, which is never stepped, has moved.
    """
    params = [torch.tensor(start, dtype=torch.float32, requires_grad=True) for start in starts]
    params[0] = torch.nn.Parameter(params[0].detach())
    goals = [None if t is None else torch.tensor(t, dtype=torch.float32) for t in targets]
    optimizer = make((p for p in params) if generator else list(params), lr=lr)
    bystander = torch.tensor(1.0, requires_grad=True)
    if second:
        make([bystander], lr=7 * lr)
    snapshots = []
    for event in schedule:
        bystander.grad = torch.tensor(1.0)
        if event == "backward":
            pairs = zip(params, goals, strict=True)
            losses = (((p - goal) ** 2).sum() for p, goal in pairs if goal is not None)
            sum(losses, torch.zeros(())).backward()
        else:
            getattr(optimizer, event)()
        snapshots.append(
            (
                [p.detach().numpy().copy() for p in params],
                [None if p.grad is None else p.grad.detach().numpy().copy() for p in params],
            )
        )
    return snapshots, abs(bystander.item() - 1.0)


# --- 02-autograd ---


def value_gradients(make: Callable[[float], Any], a: float, b: float, c: float) -> object:
    """Value and gradients of expressions with products, one backward pass each.

    Args:
        make: turns a number into something with ``*``, ``+``, ``**``, ``backward()``, ``.data`` and
            ``.grad``: the student's Value, or a tensor.

    Returns:
        For each expression [value, d/da, d/db, d/dc]; or the first result that is no Value.
    """
    expressions: dict[str, Callable[[Any, Any, Any], Any]] = {
        "one product": lambda a, b, c: a * b,
        "inside a square": lambda a, b, c: (a * b + c) ** 2,
        "twice in a sum": lambda a, b, c: a * b + a * c,
        "product of a product": lambda a, b, c: a * b * c,
        "a product on the right": lambda a, b, c: a * (b * c),
        "by itself": lambda a, b, c: a * a * b - c,
    }
    results = {}
    for name, expression in expressions.items():
        variables = [make(number) for number in (a, b, c)]
        result = expression(*variables)
        if not hasattr(result, "backward"):
            return result
        results[name] = _after_backward(result, variables)
    variables = [make(number) for number in (0.0, b, c)]
    results["times zero"] = _after_backward(variables[0] * variables[1], variables)
    variables = [make(number) for number in (a, b, c)]
    (variables[0] * variables[1]).backward()
    results["two passes"] = _after_backward(variables[0] * variables[1], variables)
    return results


def _after_backward(result: Any, variables: list[Any]) -> list[float]:
    result.backward()
    grads = [0.0 if variable.grad is None else float(variable.grad) for variable in variables]
    return [float(result.data), *grads]


def gradient_of(
    function: Callable[..., object],
    args: tuple[torch.Tensor, ...],
    tracked: int,
    weights: torch.Tensor,
) -> torch.Tensor | None:
    """Gradient of Σ weights·function(*args) with respect to args[tracked]; None without a graph."""
    with torch.enable_grad():
        variable = args[tracked].requires_grad_()
        value = function(*args)
        if not isinstance(value, torch.Tensor) or not value.requires_grad:
            return None
        (value * weights).sum().backward()
    return variable.grad


def uses_autograd(function: Callable[..., object], *args: object, **kwargs: object) -> bool:
    """Whether a derivative is computed in ``function(*args, **kwargs)``: by torch, or by a Value."""
    names = set()

    def watch(frame: FrameType, event: str, called: Any) -> None:
        if event == "call":
            names.add(frame.f_code.co_name)
        elif event == "c_call":
            names.add(called.__name__)

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        function(*args, **kwargs)
    finally:
        sys.setprofile(before)
    return not names.isdisjoint(("run_backward", "_enter_dual_level", "backward"))


def updates(
    update_: Callable[[list[torch.Tensor], float], object],
    start: list[float | list[float]],
    gradients: list[list[float | list[float]]],
    lr: float,
) -> list[dict[str, object]]:
    """What ``update_(params, lr)`` does to fresh parameters, once for each set of gradients.

    As backward() does, each new gradient is added to one that is still there.

    Args:
        start: a number or a list of numbers for each parameter.
        gradients: for each update, as many gradients as there are parameters.

    Returns:
        For each update "values" and "gradients" (a gradient that is None stays None) after it,
        whether the list still holds the same tensors ("kept"), whether these are leaves that
        require a gradient ("trainable"), whether autograd still records ("recording"), and what
        came back ("returned").
    """
    with torch.enable_grad():
        params = [torch.tensor(numbers, requires_grad=True) for numbers in start]
        seen = []
        for update in gradients:
            for p, numbers in zip(params, update, strict=True):
                new = torch.tensor(numbers)
                p.grad = new if p.grad is None else p.grad + new
            given = list(params)
            returned = update_(given, lr)
            seen.append(
                {
                    "values": [p.detach().clone() for p in params],
                    "gradients": [None if p.grad is None else p.grad.clone() for p in params],
                    "kept": list(map(id, given)) == list(map(id, params)),
                    "trainable": all(p.is_leaf and p.requires_grad for p in params),
                    "recording": torch.is_grad_enabled(),
                    "returned": returned,
                }
            )
    return seen


# --- 04-model ---


def registered(make: Callable[..., object], sizes: tuple[int, ...]) -> dict[str, object] | None:
    """What a new module ``make(*sizes)`` has registered; None if it is no module.

    Returns:
        "shapes": of each parameter, None where it has none yet (a lazy layer); "trainable": whether
        each requires a gradient; "loose": names of attributes that look like parameters or layers
        and are not registered.
    """
    module = make(*sizes)
    if not isinstance(module, nn.Module):
        return None
    parameters = list(module.parameters())
    lazy = nn.parameter.is_lazy
    return {
        "shapes": [None if lazy(p) else tuple(p.shape) for p in parameters],
        "trainable": [p.requires_grad for p in parameters],
        "loose": [name for name, value in vars(module).items() if _holds_a_tensor(value)],
    }


def _holds_a_tensor(value: object) -> bool:
    if isinstance(value, (list, tuple)):
        return any(map(_holds_a_tensor, value))
    return isinstance(value, (torch.Tensor, nn.Module))


def module_at_work(
    make: Callable[..., nn.Module],
    sizes: tuple[int, ...],
    X: np.ndarray,
    points: np.ndarray,
    values: np.ndarray,
    weights: np.ndarray,
) -> dict[str, object]:
    """What a module does with its own start, and with parameters that a check chose.

    Args:
        X: (N, n_in) inputs of the forward pass that is differentiated.
        points: (M, n_in) more inputs, for forward passes alone.
        values: (P,) what the P registered numbers are set to, in the order of `parameters()`.
        weights: (N, n_out); the gradients are those of Σ weights·module(X).

    Returns:
        "own": (P,) the random start; "own_out": module(X) at that start, what came back; "out":
        module(points) with ``values``; "again": the same once more; "apart": the same in two parts;
        "changed": whether module(X) wrote into X; "gradients": (P,), NaN where
        there is none; "other_moved": whether setting them changed a second module.
    """
    X32, points32, values32, weights32 = (
        torch.tensor(array, dtype=torch.float32) for array in (X, points, values, weights)
    )
    with torch.enable_grad():
        module, other = make(*sizes), make(*sizes)
        own_out = module(X32)
        if not isinstance(own_out, torch.Tensor) or own_out.shape != weights32.shape:
            return {"own_out": own_out}
        other(X32)
        own, before = _flat(module), _flat(other)
        if len(own) != len(values32):
            return {"own_out": own_out, "own": own}
        _set(module, values32)
        given = X32.clone()
        out = module(given)
        if out.requires_grad:
            (out * weights32).sum().backward()
        return {
            "own": own,
            "own_out": own_out,
            "out": module(points32),
            "again": module(points32),
            "apart": torch.cat([module(points32[:2]), module(points32[2:])]),
            "changed": not torch.equal(given, X32),
            "gradients": _flat_gradients(module),
            "other_moved": not torch.equal(before, _flat(other)),
        }


def _flat(module: nn.Module) -> torch.Tensor:
    """A copy of all parameters in one row, (P,)."""
    parts = [p.detach().flatten() for p in module.parameters()]
    return torch.cat(parts).clone() if parts else torch.zeros(0)


def _set(module: nn.Module, values: torch.Tensor) -> None:
    """Write (P,) numbers into all parameters, in the order of `_flat`."""
    with torch.no_grad():
        parts = values.split([p.numel() for p in module.parameters()])
        for p, part in zip(module.parameters(), parts, strict=True):
            p.copy_(part.view_as(p))


def _flat_gradients(module: nn.Module) -> torch.Tensor:
    """The gradients of all parameters in one row, (P,), NaN where there is none."""
    gradients = [
        torch.full_like(p, torch.nan) if p.grad is None else p.grad for p in module.parameters()
    ]
    return torch.cat([gradient.detach().flatten() for gradient in gradients])


def device_name(pick_device: Callable[[], object]) -> object:
    """What ``pick_device()`` returns, a torch.device by its name."""
    device = pick_device()
    return str(device) if isinstance(device, torch.device) else device


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
}
"""Three ways to write y = w·x + b; the parameters come in the order w, b."""


def train_model(
    train_model: Callable[..., object],
    kind: str,
    theta0: tuple[float, float],
    x: np.ndarray,
    y: np.ndarray,
    settings: dict[str, object],
) -> tuple[list[float], object, torch.Tensor, torch.Tensor]:
    """Let ``train_model(model, X, y, **settings)`` train one of `MODELS` from ``theta0``.

    Returns:
        (w, b) of that model afterwards; what the function returned; X and y afterwards, (N,).
    """
    with torch.enable_grad():
        model, X, Y = _line(kind, theta0), _column(x), _column(y)
        names = [name for name, _ in model.named_parameters()]
        history = train_model(model, X, Y, **settings)
        after = dict(model.named_parameters())
        theta = [after[name].detach().cpu().item() for name in names]
    return theta, history, X.detach().flatten(), Y.detach().flatten()


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
    with torch.enable_grad():
        model, X, Y = _line("nn.Linear", (0.6, -0.7)), _column(x), _column(y)
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


def _line(kind: str, theta0: tuple[float, float]) -> nn.Module:
    model = MODELS[kind]()
    with torch.no_grad():
        for p, value in zip(model.parameters(), theta0, strict=True):
            p.fill_(value)
    return model


def _column(values: np.ndarray) -> torch.Tensor:
    """(N,) numbers as the (N, 1) float32 tensor that a model takes."""
    return torch.tensor(values, dtype=torch.float32)[:, None]
