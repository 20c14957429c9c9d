"""What a check pretends around a call: context managers for `door.call(situations=…)`."""

import _thread
import contextlib
import inspect
import os
import platform
import shutil
import signal
import sys
import threading
import time
import types
from collections.abc import Callable, Iterator, Sequence
from types import FrameType
from typing import Any
from unittest import mock

import torch
from torch.autograd import forward_ad
from torch.overrides import TorchFunctionMode
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves, tree_map_only

BUSY = 3
"""How many times as long as on a machine of its own something may take before it is stopped."""

AGAIN = 0.05
"""Seconds until what was not stopped is interrupted again."""

CHECKS = 100
"""Rounds of a loop; Python looks for signals in each."""

MANAGERS = (__file__, contextlib.__file__)
"""Files of what runs between the end of a block and that of its time limit; no interrupt is raised there."""


def _functions_of_optimizers() -> dict[types.FunctionType, types.CodeType]:
    """What torch.optim's optimizers are made of; not their base class, which updates nothing."""
    found = {}
    for name, module in list(sys.modules.items()):
        if not name.startswith("torch.optim.") or name.endswith(".optimizer"):
            continue
        things = list(vars(module).values())
        kinds = [thing for thing in things if isinstance(thing, type)]
        for thing in (*things, *(method for kind in kinds for method in vars(kind).values())):
            function = inspect.unwrap(thing) if callable(thing) else thing
            if inspect.isfunction(function) and function.__module__ == name:
                found[function] = function.__code__
    return found


OPTIMIZERS = _functions_of_optimizers()
PATIENCE = 10.0
"""Seconds after which a check stops a function that should have given up.

Every such call asks for less than a second of work, also on a slow machine.
"""

OFF: list[None] = []
"""As long as how many have switched them off."""


def _switched_off(*_: object, **__: object) -> None:
    raise RuntimeError("torch.optim is switched off here")


@contextlib.contextmanager
def no_torch_optimizer() -> Iterator[None]:
    """What torch.optim's optimizers do cannot be done: the exercise is to write one.

    It is their code that is exchanged, so that it does not matter under which name, in which class
    or since when somebody has it. The base class of them all may be built upon.
    """
    off = _switched_off.__code__
    OFF.append(None)
    for function, code in OPTIMIZERS.items():
        function.__code__ = off.replace(co_freevars=code.co_freevars)
    try:
        yield
    finally:
        OFF.pop()
        if not OFF:  # not while somebody else still has them switched off
            for function, code in OPTIMIZERS.items():
                function.__code__ = code


@contextlib.contextmanager
def no_torch_derivatives() -> Iterator[None]:
    """Torch cannot differentiate backwards: the exercise is to write what does."""
    with mock.patch.object(torch.autograd, "_engine_run_backward", _no_derivatives):
        yield


def _no_derivatives(*_: object, **__: object) -> None:
    raise RuntimeError("torch.autograd is switched off here")


@contextlib.contextmanager
def slopes_scaled(by: float) -> Iterator[None]:
    """Slopes that a derivative pass computes come out times 1 + ``by`` · what is differentiated.

    So a number shows whether it came out of such a pass, and out of which: for the derivative of a
    loss L it is 1 + by·L times as large. It does not matter who runs the pass: torch backwards or
    forwards (where the parameter stands for L), or ``backward()`` of a Value.
    """
    run_backward: Callable[..., Any] = torch.autograd._engine_run_backward
    make_dual: Callable[..., Any] = forward_ad.make_dual

    def backward(outputs: Sequence[Any], seeds: Sequence[Any], *args: Any, **kwargs: Any) -> Any:
        scaled = tuple(seed * (1 + by * o.detach()) for seed, o in zip(seeds, outputs, strict=True))
        return run_backward(outputs, scaled, *args, **kwargs)

    def dual(tensor: torch.Tensor, tangent: torch.Tensor, **kwargs: Any) -> Any:
        return make_dual(tensor, tangent * (1 + by * tensor.detach()), **kwargs)

    def look(frame: FrameType, event: str, argument: object) -> None:
        if event == "return" and frame.f_code.co_name == "backward":
            _scale_values(next(iter(frame.f_locals.values()), None), by)

    profile = sys.getprofile()
    with (
        mock.patch.object(torch.autograd, "_engine_run_backward", backward),
        mock.patch.object(forward_ad, "make_dual", dual),
    ):
        sys.setprofile(look)
        try:
            yield
        finally:
            sys.setprofile(profile)


def _scale_values(result: Any, by: float) -> None:
    """Scale the gradients of all Values that ``result``, a Value, was computed from."""
    kind, seen = type(result), [result]
    if isinstance(result, torch.Tensor) or not hasattr(result, "grad"):
        return
    for value in seen:  # which grows meanwhile
        for parts in vars(value).values():
            if isinstance(parts, (tuple, list, set)):
                seen += [p for p in parts if type(p) is kind and all(p is not s for s in seen)]
    for value in seen:
        value.grad = value.grad * (1 + by * result.data)


@contextlib.contextmanager
def fixed_random() -> Iterator[None]:
    """Torch draws the same random numbers in every call, and goes on afterwards as if it had not."""
    with torch.random.fork_rng(devices=[]):
        torch.default_generator.manual_seed(0)
        yield


@contextlib.contextmanager
def accelerator(present: str | None, built_for: str | None) -> Iterator[None]:
    """Torch says that there is an accelerator of kind ``present``, "cuda" or "mps", or none.

    Args:
        built_for: the kind that this torch could drive. `torch.accelerator.current_accelerator()`
            names it whether there is one or not, as torch's documentation says.
    """
    device = torch.device(built_for) if built_for else None

    facts_of_the_card = {
        "init": None,
        "current_device": 0,
        "get_device_name": "a pretended accelerator",
        "get_device_properties": types.SimpleNamespace(name="a pretended accelerator"),
        "synchronize": None,
    }

    def touch_cuda(answer: object) -> object:
        if present != "cuda":
            raise RuntimeError("No CUDA GPUs are available")
        return answer

    def current_accelerator(check_available: bool = False) -> torch.device | None:
        return device if present or not check_available else None

    def answering(function: Callable[..., object], answer: object) -> Callable[..., object]:
        return lambda *_, **__: function(answer)

    with contextlib.ExitStack() as patches:

        def replace(module: object, name: str, function: Callable[..., object]) -> None:
            patches.enter_context(mock.patch.object(module, name, function))

        for name, answer in facts_of_the_card.items():
            replace(torch.cuda, name, answering(touch_cuda, answer))
        for (module, name), answer in _what_torch_says(present, built_for).items():
            replace(module, name, answering(lambda said: said, answer))
        replace(torch.accelerator, "current_accelerator", current_accelerator)
        built = "12.6" if built_for == "cuda" else None
        patches.enter_context(mock.patch.object(torch.version, "cuda", built))
        version = torch.__version__.partition("+")[0] + ("+cu126" if built else "+cpu")
        patches.enter_context(mock.patch.object(torch, "__version__", version))
        patches.enter_context(_Pretending(present))
        yield


def _what_torch_says(
    present: str | None, built_for: str | None
) -> dict[tuple[object, str], bool | int | str | None]:
    """What functions of torch's modules, by module and name, answer about accelerators."""
    return {
        (torch.cuda, "is_available"): present == "cuda",
        (torch.cuda, "device_count"): int(present == "cuda"),
        (torch.backends.cuda, "is_built"): built_for == "cuda",
        (torch.mps, "is_available"): present == "mps",
        (torch.mps, "device_count"): int(present == "mps"),
        (torch.backends.mps, "is_available"): present == "mps",
        (torch.backends.mps, "is_built"): built_for == "mps",
        (torch.xpu, "is_available"): False,
        (torch.accelerator, "is_available"): present is not None,
        (torch.accelerator, "device_count"): int(present is not None),
        (torch.accelerator, "current_device_index"): 0,
        (torch, "set_default_device"): None,  # which would outlast the call
        (torch.backends.cudnn, "is_available"): built_for == "cuda",
        (platform, "system"): "Darwin" if built_for == "mps" else "Linux",
    }


@contextlib.contextmanager
def otherwise(fact: str) -> Iterator[None]:
    """One fact is otherwise that does not tell whether there is an accelerator; see `_turned`.

    To be entered inside of `accelerator`.
    """
    with contextlib.ExitStack() as patches:
        for patch in _turned(fact):
            patches.enter_context(patch)
        yield


def _turned(fact: str) -> list[Any]:
    """What turns a fact round: the truth of a function that nobody calls, the default device, …"""
    cuda, cudnn, patch = torch.cuda, torch.backends.cudnn, mock.patch.object
    if fact == "function":
        modules = (cuda, torch.mps, torch.backends.mps, torch.xpu, torch.accelerator, cudnn)
        return [patch(m, "is_available", _Uncalled(m.is_available)) for m in modules]
    if fact == "switch of cudnn":
        return [cudnn.flags(enabled=not cudnn.enabled)]
    if fact == "default device":
        return [torch.device("meta")]
    if fact == "environment":
        names = ("CUDA_VISIBLE_DEVICES", "CUDA_HOME", "CUDA_PATH")
        return [
            mock.patch.dict(os.environ, dict.fromkeys(names, "0")),
            patch(shutil, "which", "/usr/bin/{}".format),
        ]
    module, name, answer = {
        "cudnn": (cudnn, "is_available", not cudnn.is_available()),
        "initialized": (cuda, "is_initialized", not cuda.is_initialized()),
        "second card": (cuda, "device_count", cuda.device_count() * 2),
    }[fact]
    return [patch(module, name, lambda *_: answer)]


class _Uncalled:
    """A question to torch that answers as ever when it is called, and is itself false."""

    def __init__(self, question: Callable[[], bool]) -> None:
        self.question = question

    def __call__(self) -> bool:
        return self.question()

    def __bool__(self) -> bool:
        return False

    def __eq__(self, other: object) -> bool:
        return other is True


class _Pretending(TorchFunctionMode):
    """Tensors can be made on, and moved to, the accelerator ``present``, and on no other.

    For whoever finds out by trying. They live on "meta", and say that they are there.
    """

    def __init__(self, present: str | None) -> None:
        super().__init__()
        self.present = present

    def __torch_function__(
        self,
        function: Callable[..., Any],
        kinds: Sequence[type],
        args: Sequence[Any] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> object:
        if function is torch.Tensor.cuda:
            function, args = torch.Tensor.to, (args[0], "cuda")
        kwargs = kwargs or {}
        if function is torch.device and args and type(args[0]) is int and self.present:
            args = (self.present, *args)  # the number alone is one of the accelerator's
        elif function is not torch.device:  # which only names one
            args = [self._place(value) for value in args]
            kwargs = {name: self._place(value) for name, value in kwargs.items()}
        answer = function(*args, **kwargs)
        reads_device = function == torch.Tensor.device.__get__
        if reads_device and answer.type == "meta" and self.present is not None:
            return torch.device(self.present, 0)
        return answer

    def _place(self, value: object) -> object:
        """``value``, or "meta" if it names the accelerator."""
        kind = str(value).partition(":")[0] if type(value) in (str, torch.device) else "cpu"
        if kind not in ("cuda", "mps", "xpu"):
            return value
        if kind != self.present:
            raise RuntimeError(f"No {kind.upper()} GPUs are available")
        return "meta"


class _Answering(TorchDispatchMode):
    """Reading a number from a meta tensor gives 0, and tensors on different devices do not meet."""

    COPIES = (torch.ops.aten._to_copy.default, torch.ops.aten.copy_.default)
    LOOK_UPS = (torch.ops.aten.index.Tensor, torch.ops.aten.index_put_.default)

    def __torch_dispatch__(
        self,
        operation: Callable[..., Any],
        types: Sequence[type],
        args: Sequence[Any] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> object:
        kwargs = kwargs or {}
        if operation is torch.ops.aten._local_scalar_dense.default and args[0].is_meta:
            return 0.0
        if operation is torch.ops.aten._to_copy.default and args[0].is_meta:
            if torch.device(kwargs.get("device") or "meta").type != "meta":
                return torch.zeros_like(args[0], **kwargs)
        elif operation is torch.ops.aten.copy_.default and args[1].is_meta and not args[0].is_meta:
            return args[0].zero_()  # into a tensor of the processor, as `history[k] = loss` does
        elif operation in self.LOOK_UPS and args[0].is_meta:
            # torch lets indices on the CPU into a tensor on an accelerator
            args = (args[0], _on_meta(args[1]), *args[2:])
        elif operation not in self.COPIES:
            tensors = [t for t in tree_leaves((args, kwargs)) if isinstance(t, torch.Tensor)]
            # torch lets a single number on the CPU meet a tensor on an accelerator
            kinds = {t.device.type for t in tensors if t.dim() > 0 or t.is_meta}
            if len(kinds) > 1:
                raise RuntimeError(
                    f"Expected all tensors to be on the same device, found {sorted(kinds)}"
                )
        return operation(*args, **kwargs)


def _on_meta(indices: Sequence[torch.Tensor | None]) -> list[torch.Tensor | None]:
    """Indices as such of "meta"; what a mask on the CPU chooses is looked up before."""
    found: list[torch.Tensor | None] = []
    for index in indices:
        if index is not None and not index.is_meta and index.dtype is torch.bool:
            found += index.nonzero().unbind(1)
        else:
            found.append(index)
    return [index if index is None else index.to("meta") for index in found]


class _Gathering(TorchFunctionMode):
    """A tensor can be made of numbers that are meta tensors."""

    MAKERS = (torch.tensor, torch.as_tensor)

    def __torch_function__(
        self,
        function: Callable[..., Any],
        kinds: Sequence[type],
        args: Sequence[Any] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> object:
        if function in self.MAKERS and args and type(args[0]) in (list, tuple):
            args = (tree_map_only(torch.Tensor, torch.Tensor.tolist, args[0]), *args[1:])
        return function(*args, **kwargs or {})


@contextlib.contextmanager
def numbers_from_meta() -> Iterator[None]:
    """The device "meta", which has shapes and no numbers, stands in for an accelerator.

    `.item()`, `float()`, `.tolist()`, `.cpu()` and printing, which raise there, answer with zeros.
    """
    text: Callable[[torch.Tensor, str], str] = torch.Tensor.__format__

    def formatted(tensor: torch.Tensor, spec: str) -> str:
        return text(torch.zeros(tensor.shape) if tensor.is_meta else tensor, spec)

    answering = _Answering()  # type: ignore[no-untyped-call]  # torch's
    with mock.patch.object(torch.Tensor, "__format__", formatted), answering, _Gathering():
        yield


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Python code that has used ``seconds`` of a processor is stopped with a TimeoutError.

    On a busy machine they take longer; what has used less after `BUSY` times as long is stopped too.
    Only the main thread can be interrupted; elsewhere there is no limit.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    ended, expired, deciding = threading.Event(), threading.Event(), threading.Lock()
    begin = time.process_time()

    def stop() -> None:
        for _ in range(BUSY):
            if ended.wait(seconds):
                return
            if time.process_time() - begin >= seconds:
                break
        expired.set()
        while True:
            with deciding:
                if ended.is_set():
                    return
                _thread.interrupt_main()
            ended.wait(AGAIN)

    def interrupted(number: int, frame: types.FrameType | None) -> None:
        at = frame
        while at and at.f_code.co_filename == threading.__file__:  # of whoever waits there
            at = at.f_back
        between = at is not None and at.f_code.co_filename in MANAGERS
        if not (expired.is_set() and (ended.is_set() or between)):
            signal.default_int_handler(number, frame)

    timer = threading.Thread(target=stop, daemon=True)
    # A process that was started in the background may have been told to ignore interrupts.
    before = signal.signal(signal.SIGINT, interrupted)
    timer.start()
    try:
        yield
    except KeyboardInterrupt:
        if not expired.is_set():
            raise
        raise TimeoutError(f"still running after {seconds:g} s") from None
    finally:
        with deciding:
            ended.set()
        for _ in range(CHECKS):  # what is on its way still finds the function above
            pass
        signal.signal(signal.SIGINT, before)
