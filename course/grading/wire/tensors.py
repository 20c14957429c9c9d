"""What is torch's: dense tensors, parameters, dtypes and devices."""

from typing import TYPE_CHECKING, Any

import numpy as np

from course.grading.wire import limits
from course.grading.wire.coder import Decoder, Encoder, Node, Read, Write, only, size_of
from course.grading.wire.limits import FormatError

if TYPE_CHECKING:
    import torch

DTYPES = {
    *("bool", "uint8", "uint16", "uint32", "uint64", "int8", "int16", "int32", "int64"),
    *("float16", "bfloat16", "float32", "float64", "complex64", "complex128"),
}
DEVICES = {"cpu", "meta", "cuda", "mps"}


def _name(dtype: "torch.dtype") -> str:
    return str(dtype).removeprefix("torch.")


def _dtype(name: str) -> "torch.dtype":
    if name not in DTYPES:
        raise FormatError("this is no dtype")
    import torch

    return getattr(torch, name)  # type: ignore[no-any-return]  # one of these is


def _write_tensor(encoder: Encoder, value: "torch.Tensor", depth: int) -> Node | None:
    from torch import nn

    grad = value.grad if value.is_leaf else None
    if not _is_dense(value) or not (grad is None or _is_dense(grad)):
        return None
    if value.ndim > limits.MAX_NDIM:
        raise FormatError(f"a tensor has more than {limits.MAX_NDIM} dimensions")
    if not value.is_meta:
        encoder.claim(value.numel() * value.element_size())
        encoder.put(_bytes(value))
    return [
        "tensor",
        _name(value.dtype),
        value.is_meta,
        type(value) is nn.Parameter,
        value.requires_grad,
        value.is_leaf,
        encoder.node(grad, depth + 1),
        *value.shape,
    ]


def _is_dense(tensor: "torch.Tensor") -> bool:
    """Whether a tensor is values in memory (or none, on `meta`) and nothing else."""
    import torch

    return (
        type(tensor) in (torch.Tensor, torch.nn.Parameter)
        and tensor.layout is torch.strided
        and _name(tensor.dtype) in DTYPES
        and tensor.device.type in DEVICES
    )


def _bytes(tensor: "torch.Tensor") -> bytes:
    # Into a fresh tensor: on the CPU, contiguous, with nothing conjugated or negated lazily.
    import torch

    values = torch.empty(tensor.shape, dtype=tensor.dtype, device="cpu").copy_(tensor.detach())
    data: bytes = values.view(-1).view(torch.uint8).numpy().tobytes()
    return data


def _read_tensor(decoder: Decoder, items: list[Any], depth: int) -> "torch.Tensor":
    import torch
    from torch import nn

    name, is_meta, is_parameter, requires_grad, is_leaf, grad_node, *shape = items
    if {type(flag) for flag in (is_meta, is_parameter, requires_grad, is_leaf)} != {bool}:
        raise FormatError("a tensor's properties are not true or false")
    tensor = _values(decoder, _dtype(name), is_meta, shape)
    tensor = nn.Parameter(tensor, False) if is_parameter else tensor
    tensor.requires_grad_(requires_grad)
    tensor.grad = decoder.node(grad_node, depth + 1)
    if is_leaf:
        return tensor
    if is_parameter or not requires_grad or tensor.grad is not None:
        raise FormatError("a tensor that is no leaf has properties of a leaf")
    with torch.enable_grad():
        return tensor.clone()


def _values(
    decoder: Decoder, dtype: "torch.dtype", is_meta: bool, shape: list[Any]
) -> "torch.Tensor":
    """A tensor of this shape: on `meta`, or filled from the body."""
    import torch

    count = size_of(shape)
    if is_meta:
        return torch.empty(shape, dtype=dtype, device="meta")
    data = decoder.take(count * dtype.itemsize)
    tensor: torch.Tensor = torch.empty(shape, dtype=dtype, device="cpu")
    values = tensor.view(-1)
    # Copied as bytes; into a bool as numbers: one whose byte is neither 0 nor 1 is no bool.
    stored = values if dtype is torch.bool else values.view(torch.uint8)
    stored.copy_(torch.from_numpy(np.ndarray((len(data),), np.uint8, data)))
    return tensor


def _write_dtype(encoder: Encoder, value: "torch.dtype", depth: int) -> Node | None:
    return ["dtype", _name(value)] if _name(value) in DTYPES else None


def _read_dtype(decoder: Decoder, items: list[Any], depth: int) -> "torch.dtype":
    (name,) = items
    return _dtype(name)


def _write_device(encoder: Encoder, value: "torch.device", depth: int) -> Node | None:
    return ["device", value.type, value.index] if value.type in DEVICES else None


def _read_device(decoder: Decoder, items: list[Any], depth: int) -> "torch.device":
    kind, index = items
    if kind not in DEVICES or index is not None and only(int, index) < 0:
        raise FormatError("this is no device")
    import torch

    return torch.device(kind) if index is None else torch.device(kind, index)


OF_LIBRARIES: dict[str, Write] = {
    **dict.fromkeys(("torch.Tensor", "torch.Parameter"), _write_tensor),
    "torch.dtype": _write_dtype,
    "torch.device": _write_device,
}

READERS: dict[str, Read] = {
    "tensor": _read_tensor,
    "dtype": _read_dtype,
    "device": _read_device,
}

SHARED = {"tensor"}
