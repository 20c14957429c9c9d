"""The wire between candidate and examiner: what goes in comes out, and nothing else comes out."""

import collections
import contextlib
import enum
import itertools
import math
import struct
import tracemalloc
import warnings
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as np_st
from torch import nn

from course.grading import wire
from course.grading.wire import FormatError, frames, limits
from course.grading.wire.arrays import NUMBERS
from course.grading.wire.kinds import KINDS
from course.grading.wire.tensors import DTYPES as TORCH_NUMBERS
from helpers.wires import (
    EDITS,
    Reference,
    assert_data_or_refused,
    connected,
    deliver,
    described,
    edited,
    frame,
    frame_of,
    pack_nothing,
    travel,
)

# --- round trips ----------------------------------------------------------------------------------

ANY_TEXT = st.text(st.characters(exclude_categories=()))
SCALARS = st.deferred(
    lambda: st.one_of(
        st.none(),
        st.just(...),
        st.booleans(),
        st.integers(),
        st.binary(max_size=512).map(lambda digits: int.from_bytes(digits, signed=True)),
        st.floats(),
        st.complex_numbers(),
        ANY_TEXT,
        st.binary(),
        st.builds(range, st.integers(), st.integers(), st.integers(1)),
    )
)
HASHABLE = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3).map(tuple) | st.frozensets(inner, max_size=3)
)
DTYPES = st.one_of(
    np_st.boolean_dtypes(),
    np_st.integer_dtypes(),
    np_st.unsigned_integer_dtypes(),
    np_st.floating_dtypes(sizes=(16, 32, 64)),
    np_st.complex_number_dtypes(sizes=(64, 128)),
)
SHAPES = np_st.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4)
ARRAYS = np_st.arrays(DTYPES | np_st.unicode_string_dtypes(max_len=4), SHAPES)
SINGLE_NUMBERS = np_st.arrays(DTYPES, ()).map(lambda array: array[()])


@st.composite
def tensors(draw: st.DrawFn) -> torch.Tensor:
    array = draw(np_st.arrays(DTYPES, SHAPES))
    tensor = torch.from_numpy(array.astype(array.dtype.newbyteorder("=")))
    tensor = tensor.bfloat16() if tensor.is_floating_point() and draw(st.booleans()) else tensor
    tensor = tensor.to("meta") if draw(st.booleans()) else tensor
    requires_grad = (tensor.is_floating_point() or tensor.is_complex()) and draw(st.booleans())
    if draw(st.booleans()):
        tensor = nn.Parameter(tensor, requires_grad)
    tensor.requires_grad_(requires_grad)
    if draw(st.booleans()):
        tensor.grad = torch.ones_like(tensor, requires_grad=False)
    elif requires_grad and draw(st.booleans()):
        return tensor.clone()
    return tensor


DATA = st.recursive(
    st.one_of(
        SCALARS,
        ARRAYS,
        SINGLE_NUMBERS,
        tensors(),
        st.sampled_from([torch.float32, torch.bool, torch.bfloat16]),
        st.sampled_from(["cpu", "cpu:0", "meta", "cuda", "cuda:3", "mps"]).map(torch.device),
        st.builds(slice, SCALARS, SCALARS, SCALARS),
        st.sets(HASHABLE, max_size=3),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.lists(inner, max_size=4).map(tuple),
        st.dictionaries(HASHABLE, inner, max_size=4),
        st.lists(inner, max_size=3).map(Reference),
    ),
    max_leaves=12,
)


@given(DATA)
def test_data_arrive_as_they_were_sent(value: object) -> None:
    assert described(travel(value)) == described(value)


@given(st.lists(DATA, min_size=1, max_size=3))
def test_messages_arrive_one_by_one_and_in_order(values: list) -> None:
    with connected() as ends:
        for value in values:
            ends.near.send(value)
        assert [described(ends.far.receive()) for _ in values] == [described(v) for v in values]


def test_a_lone_surrogate_survives() -> None:
    assert travel("a\ud800b\udfff") == "a\ud800b\udfff"


def test_two_nans_stay_two_elements_of_a_set() -> None:
    assert len(travel({float("nan"), float("nan")})) == 2


@pytest.mark.parametrize(
    "array",
    [
        np.arange(24.0).reshape(2, 3, 4)[:, ::-2].T,
        np.broadcast_to(np.float32(3), (2, 3)),
        np.frombuffer(b"\0\2\1\xff", np.bool_),
        np.array(7, ">i4"),
        np.ndarray((3,), "U0"),
        np.empty((0, 2**40)),
        np.array(["a\ud800", ""]),
        np.frombuffer(bytes(range(17))[1:], "<f8"),
    ],
    ids=["strided", "broadcast", "bool", "swapped", "no-chars", "empty", "surrogate", "unaligned"],
)
def test_an_array_arrives_writable_contiguous_and_with_its_own_memory(array: np.ndarray) -> None:
    copied = travel(array)
    assert copied.shape == array.shape
    assert copied.tolist() == array.tolist()
    assert copied.flags.owndata and copied.flags.carray and copied.dtype.isnative


def test_a_bool_is_zero_or_one_on_arrival() -> None:
    header = ["tuple", ["array", "b1", 2], ["tensor", "bool", False, False, False, True, None, 2]]
    array, tensor = deliver(frame(header, b"\x02\x00\xff\x00"))
    assert array.view(np.uint8).tolist() == tensor.view(torch.uint8).tolist() == [1, 0]


TENSOR_VIEWS = {
    "conjugate": torch.tensor([1 + 2j, 3 - 4j]).conj(),
    "negative": torch.tensor([1 + 2j, 3 - 4j]).conj().imag,
    "transposed": torch.arange(6.0).reshape(2, 3).T,
    "expanded": torch.tensor([5]).expand(3, 4),
    "scalar": torch.tensor(2.5, dtype=torch.float16),
    "empty": torch.empty(3, 0, 2),
    "inference": torch.inference_mode()(torch.ones)(2),
}


@pytest.mark.parametrize("name", TENSOR_VIEWS)
def test_a_tensor_arrives_contiguous_and_with_its_own_memory(name: str) -> None:
    tensor = TENSOR_VIEWS[name]
    copied = travel(tensor)
    assert described(copied) == described(tensor)
    assert copied.is_contiguous() and not copied.is_conj() and not copied.is_neg()
    copied.resize_(50).zero_()


def test_a_tensor_brings_what_autograd_left_on_it() -> None:
    w = torch.tensor([1.0, 2.0], requires_grad=True)
    w.grad = torch.tensor([2.0, 4.0], requires_grad=True)
    loss = (w**2).sum()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        w_there, loss_there = travel((w, loss))
    assert w_there.is_leaf and w_there.grad.tolist() == [2.0, 4.0] and w_there.grad.requires_grad
    assert loss_there.requires_grad and not loss_there.is_leaf


@pytest.mark.parametrize("context", [torch.no_grad(), torch.device("meta")])
def test_what_arrives_does_not_depend_on_the_receivers_mode(context: object) -> None:
    w = torch.ones(2, requires_grad=True)
    sent = frame_of([w, w * 2, nn.Parameter(torch.ones(()))])
    with context:
        arrived = deliver(sent)
    assert described(arrived) == described(
        [w, w.detach() * 2 + 0 * w, nn.Parameter(torch.ones(()))]
    )


class Color(enum.IntEnum):
    RED = 3


class Liar(dict):
    items = keys = __iter__ = __len__ = lambda self: iter([("forged", 1)])


class Text(str):
    __str__ = encode = __len__ = lambda self, *_: "forged"


class Half(float):
    __float__ = __repr__ = lambda self: 7.0


class Measure(np.float64):
    pass


Point = collections.namedtuple("Point", "x y")


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (Color.RED, 3),
        (Text("true"), "true"),
        (Half(0.5), 0.5),
        (Measure(0.5), 0.5),
        (torch.Size([2, 3]), (2, 3)),
        (np.bytes_(b"ab"), b"ab"),
        (np.longdouble(0.5), 0.5),
        (np.ones((1, 2)).view(np.matrix), np.ones((1, 2))),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_subclass_travels_as_the_plain_value_of_its_base(value: object, plain: object) -> None:
    assert described(travel(value)) == described(plain)


# --- what is not data -----------------------------------------------------------------------------

NOT_DATA = {
    "function": len,
    "class": type,
    "module": math,
    "not implemented": NotImplemented,
    "long doubles": np.ones(2, np.longdouble),
    "padded record": np.zeros(2, np.dtype("i1,f8", align=True)),
    "sparse tensor": torch.eye(2).to_sparse(),
    "quantized dtype": torch.quint8,
    "generator": (i for i in ()),
    "tensor of a subclass": torch.ones(2).as_subclass(type("Mine", (torch.Tensor,), {})),
}


@pytest.mark.parametrize("name", NOT_DATA)
def test_what_is_not_data_goes_to_the_senders_hook(name: str) -> None:
    value = NOT_DATA[name]
    arrived = travel([value], pack=lambda it: ["kept", id(it)])
    assert described(arrived) == described([Reference(["kept", id(value)])])


@pytest.mark.parametrize("name", NOT_DATA)
def test_what_the_hook_declines_is_refused_by_its_type(name: str) -> None:
    value = NOT_DATA[name]
    with pytest.raises(FormatError, match=type(value).__name__):
        travel({"key": [value]}, pack=pack_nothing)


def test_a_tensor_whose_gradient_is_sparse_goes_to_the_hook() -> None:
    table = nn.Embedding(3, 2, sparse=True)
    table(torch.tensor([1])).sum().backward()
    assert type(travel(table.weight, pack=lambda it: ["kept"])) is Reference


@pytest.mark.parametrize("error", [RecursionError, MemoryError, RuntimeError, OSError])
def test_whatever_goes_wrong_while_a_message_is_read_is_a_format_error(error: type) -> None:
    def pack(value: object) -> list:
        raise error

    with pytest.raises(FormatError, match=error.__name__):
        travel([len], pack=pack)


@pytest.mark.parametrize("error", [KeyError, RecursionError, EOFError, TimeoutError])
def test_whatever_goes_wrong_while_a_node_is_unpacked_is_a_format_error(error: type) -> None:
    def unpack(node: list) -> object:
        raise error

    with pytest.raises(FormatError, match=error.__name__):
        deliver(frame(["packed", 1]), unpack)


def test_a_refused_message_leaves_the_wire_as_it_was() -> None:
    with connected() as ends:
        with pytest.raises(FormatError):
            ends.near.send([np.ones(3), len])
        ends.near.send("next")
        assert ends.far.receive() == "next"


# --- limits ---------------------------------------------------------------------------------------


def nested(depth: int) -> list:
    return [nested(depth - 1)] if depth else []


LARGEST = {
    "depth": lambda more: nested(wire.MAX_DEPTH + more),
    "nodes": lambda more: [None] * (wire.MAX_NODES - 1 + more),
    "string": lambda more: "é" * (wire.MAX_STRING // 2) + "e" * more,
    "int": lambda more: -(2 ** (wire.MAX_INT_BITS + more)) + 1,
    "array": lambda more: np.ones((1,) * (wire.MAX_NDIM + more)),
    "tensor": lambda more: torch.ones((1,) * (wire.MAX_NDIM + more)),
    "frame": lambda more: bytes(wire.MAX_FRAME - len(frame(["bytes", 10**7])) + 1 + more),
}
"""By limit: the largest value, and one that is larger by `more`."""


@pytest.mark.parametrize("limit", LARGEST)
def test_the_largest_value_arrives(limit: str) -> None:
    value = LARGEST[limit](0)
    assert np.array_equal(travel(value), value)


@pytest.mark.parametrize("limit", LARGEST)
def test_a_larger_value_is_refused_before_it_is_sent(limit: str) -> None:
    with pytest.raises(FormatError):
        travel(LARGEST[limit](1))


@pytest.mark.parametrize("limit", [limit for limit in LARGEST if limit != "frame"])
def test_a_larger_value_is_refused_on_arrival(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    value = LARGEST[limit](1)
    with connected() as ends, ThreadPoolExecutor(1) as pool:
        with monkeypatch.context() as boundless:
            for name in ("DEPTH", "NODES", "STRING", "INT_BITS", "NDIM"):
                boundless.setattr(limits, f"MAX_{name}", 10**9)
            sent = frames.encode(value, pack_nothing, {})
        pool.submit(ends.left.sendall, sent)
        with pytest.raises(FormatError):
            ends.far.receive()


@pytest.mark.parametrize("item", [np.float64(1), 1j, "", b"", np.ones(1)], ids=repr)
def test_what_the_sender_lets_pass_the_receiver_accepts(
    item: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_ITEMS", limits.MAX_ITEMS * 1000 // wire.MAX_NODES)
    monkeypatch.setattr(limits, "MAX_NODES", 1000)
    assert len(travel([item] * 999)) == 999


def test_an_endless_value_is_refused() -> None:
    within_itself: list = []
    within_itself.append(within_itself)
    doubled: list = []
    for _ in range(wire.MAX_DEPTH - 1):
        doubled = [doubled, doubled]
    for value in (within_itself, doubled):
        with pytest.raises(FormatError):
            travel(value)


@pytest.mark.parametrize(
    "huge",
    [
        torch.zeros(1).expand(10**12),
        torch.zeros((), dtype=torch.bool).expand(2**26),
        np.broadcast_to(0.0, 10**12),
        np.broadcast_to(np.ndarray((), "U0"), 2**40),
    ],
    ids=["tensor", "tensor that would fit", "array", "array without characters"],
)
def test_an_expanded_value_is_measured_before_it_is_written_out(
    huge: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_FRAME", 2**20)
    with pytest.raises(FormatError, match="bytes of data"):
        travel(huge)


# --- malformed frames -----------------------------------------------------------------------------

TENSOR = ["tensor", "float32", False, False, False, True, None]
"""The head of a leaf; its shape follows."""


def tensor_node(*shape: object, **changed: object) -> list:
    names = ("dtype", "meta", "parameter", "requires_grad", "leaf", "grad")
    return ["tensor", *(dict(zip(names, TENSOR[1:], strict=True)) | changed).values(), *shape]


MALFORMED = {
    "no header": b"",
    "no JSON": b"[1,",
    "two values": b"[][]",
    "object": {"a": 1},
    "object in a list": ["list", {"a": 1}],
    "not ASCII": '["list",é]'.encode(),
    "byte order mark": b'\xef\xbb\xbf["list"]',
    "null bytes": b"\0\0",
    "deep JSON": b"[" * 100_000,
    "deep objects": b'{"":' * 100_000,
    "too many elements": b'["list"' + b",0" * limits.MAX_ITEMS + b"]",
    "int of too many digits": b"9" * 5000,
    "int of too many bits": 2**4096,
    "bare string": "text",
    "empty node": [],
    "unknown kind": ["eval", "1"],
    "dunder kind": ["__class__"],
    "kind is null": [None],
    "kind is a list": [["list"]],
    "kind is a number": [1],
    "ellipsis of something": ["ellipsis", 1],
    "str without a length": ["str"],
    "str of a negative length": ["str", -1],
    "str of a float length": ["str", 4.0],
    "str of a bool length": ["str", True],
    "str that is too long for the body": ["str", 9],
    "str that is no UTF-8": ["str", 8],
    "bytes with two lengths": ["bytes", 4, 4],
    "bytes of a huge length": ["bytes", 2**62],
    "body left over": ["bytes", 7],
    "body unused": None,
    "complex of integers": ["complex", 1, 2],
    "complex of lists": ["complex", ["list"], ["list"]],
    "complex with one part": ["complex", 1.0],
    "range without a step": ["range", 0, 1],
    "range of step 0": ["range", 0, 1, 0],
    "range of references": ["range", 0, ["packed"], 1],
    "slice of four": ["slice", 0, 1, 2, 3],
    "dict without a value": ["dict", 1],
    "dict with a list as key": ["dict", ["list"], 1],
    "dict with a key twice": ["dict", 1, 2, True, 3],
    "set of lists": ["set", ["list"]],
    "set with an element twice": ["set", 1, 1.0],
    "frozenset of sets": ["frozenset", ["set"]],
    "set of colliding integers": ["set", *[i * (2**61 - 1) for i in range(5000)]],
    "dict of colliding integers": ["dict", *[i * (2**61 - 1) for i in range(5000)]],
    "array without a dtype": ["array"],
    "array of objects": ["array", "O8", 1],
    "array of records in words": ["array", "i4,i4", 1],
    "array of dates of no unit": ["array", "M8[x]", 1],
    "record that is too large for the body": ["array", [["a", "f8"]], 2],
    "array of a negative shape": ["array", "i1", -8],
    "array of two negative dimensions": ["array", "i1", -2, -4],
    "array of a float shape": ["array", "i1", 8.0],
    "array of a bool shape": ["array", "i1", 8, True],
    "array of a text shape": ["array", "i1", "8"],
    "array that is too large for the body": ["array", "f8", 2],
    "array of a huge shape": ["array", "f8", 2**40, 2**40],
    "array whose size overflows": ["array", "i1", 2**32, 2**32],
    "empty array of a shape that overflows": ["array", "f8", 0, 2**62, 2**62],
    "array of a dimension that is no C integer": ["array", "f8", 0, 2**64],
    "array of too many dimensions": ["array", "f8", *[1] * 17],
    "text of no width": ["array", "U0", 2**40],
    "text of a negative width": ["array", "U-1", -2],
    "array whose dtype is a number": ["array", 2.0],
    "text of a huge width": ["array", f"U{2**29}", 0],
    "text that is no characters": ["array", "U2"],
    "scalar that is a list": ["scalar", "list"],
    "scalar with a shape": ["scalar", "f8", 1],
    "scalar of an object": ["scalar", "O8"],
    "scalar in a scalar": ["scalar", ["scalar", "f8"]],
    "tensor without properties": ["tensor", "float32"],
    "tensor of an unknown dtype": tensor_node(2, dtype="float31"),
    "tensor of a quantized dtype": tensor_node(8, dtype="quint8"),
    "tensor of a function": tensor_node(8, dtype="load"),
    "tensor with a number as flag": tensor_node(2, leaf=1),
    "tensor too large for the body": tensor_node(3),
    "tensor of a huge shape": tensor_node(2**40),
    "tensor of a negative shape": tensor_node(-2),
    "tensor of too many dimensions": tensor_node(2, *[1] * 16),
    "empty tensor of a shape that overflows": tensor_node(0, 2**62, 2**62),
    "meta tensor of a shape that overflows": tensor_node(2**62, 2**62, meta=True),
    "integer tensor that requires grad": tensor_node(1, dtype="int64", requires_grad=True),
    "gradient that is a number": tensor_node(2, grad=1.0),
    "gradient that is an array": tensor_node(2, grad=["array", "f4", 0]),
    "gradient that is a reference": tensor_node(2, grad=["packed"]),
    "gradient of another shape": tensor_node(1, grad=tensor_node(1, 1)),
    "gradient of another dtype": tensor_node(1, grad=tensor_node(2, dtype="int16")),
    "gradient on another device": tensor_node(2, grad=tensor_node(2, meta=True)),
    "gradient of no leaf": tensor_node(1, requires_grad=True, leaf=False, grad=tensor_node(1)),
    "parameter that is no leaf": tensor_node(2, requires_grad=True, leaf=False, parameter=True),
    "no leaf and no gradient required": tensor_node(2, leaf=False),
    "dtype that is a function": ["dtype", "load"],
    "dtype that is a list": ["dtype", []],
    "device that is none": ["device", "disk", None],
    "device of a float index": ["device", "cuda", 1.0],
    "device of a bool index": ["device", "cuda", True],
    "device of a huge index": ["device", "cuda", 2**40],
    "device of a negative index": ["device", "cuda", -2],
}
BODY = b"\xff" * 8


@pytest.mark.parametrize("name", MALFORMED)
def test_a_malformed_frame_is_a_format_error(name: str) -> None:
    with pytest.raises(FormatError):
        deliver(frame(MALFORMED[name], BODY))


@pytest.mark.parametrize(
    "start",
    [b"pickled bytes", bytes(12), b"\xff" * 12, frame(1)[::-1], b"wire" + b"\xff\xff\xff\x01" * 2],
    ids=["text", "zeros", "ones", "reversed", "larger than a frame may be"],
)
def test_a_stream_that_is_no_wire_stays_refused(start: bytes) -> None:
    with connected() as ends:
        ends.left.sendall(start)
        for _ in range(2):
            with pytest.raises(FormatError, match="start"):
                ends.far.receive()


EVERYTHING = [
    [7, "call", Reference(["object", 1, "f"]), np.arange(4.0), {"lr": 0.1, "n": None}],
    (np.array(["ab", "c"]), np.float32(1), np.str_("x"), {1, 2}, frozenset({"a"}), 1j, ...),
    {"w": nn.Parameter(torch.ones(2)), (1, 2): torch.ones(2, requires_grad=True) * 2},
    [range(3), slice(1, None), torch.float32, torch.device("cuda:0"), b"ab", 2**70, math.inf],
]
EVERYTHING[2]["w"].grad = torch.ones(2)
PARTS = [
    (text := sent[12 : 12 + struct.unpack_from("<I", sent, 4)[0]], sent[12 + len(text) :])
    for sent in map(frame_of, EVERYTHING)
]
"""Header and body of frames that hold every kind of data."""


@settings(max_examples=400)
@given(st.sampled_from(PARTS), EDITS)
def test_an_edited_header_gives_data_or_is_refused(parts: tuple, edits: list) -> None:
    header, body = parts
    assert_data_or_refused(frame(edited(header, edits), body))


@settings(max_examples=200)
@given(st.sampled_from(PARTS), EDITS)
def test_an_edited_body_gives_data_or_is_refused(parts: tuple, edits: list) -> None:
    header, body = parts
    assert_data_or_refused(frame(header, edited(body, edits)))


@settings(max_examples=200)
@given(st.sampled_from(PARTS), EDITS)
def test_an_edited_stream_gives_data_or_is_refused(parts: tuple, edits: list) -> None:
    assert_data_or_refused(edited(frame(*parts), edits))


WORDS = st.sampled_from([*KINDS.readers, *NUMBERS, *sorted(TORCH_NUMBERS), "cpu", "meta", "cuda"])
SMALL = st.sampled_from([None, True, False, 0, 1, 2, 3, 4, 8, -1, 2**31, 2**63, 2**64, 0.5])
NODES = st.recursive(
    SMALL | WORDS,
    lambda inner: st.builds(
        lambda kind, items: [kind, *items],
        st.sampled_from(list(KINDS.readers)),
        st.lists(inner, max_size=8),
    ),
    max_leaves=20,
)


@settings(max_examples=400)
@given(NODES, st.binary(max_size=64))
def test_a_tree_drawn_at_random_gives_data_or_is_refused(tree: object, body: bytes) -> None:
    assert_data_or_refused(frame(tree, body))


@settings(max_examples=200)
@given(st.tuples(*[st.booleans()] * 4), SMALL | NODES, st.lists(SMALL))
def test_a_tensor_drawn_at_random_gives_data_or_is_refused(
    flags: tuple, grad: object, shape: list
) -> None:
    assert_data_or_refused(frame(["tensor", "float32", *flags, grad, *shape], bytes(16)))


@pytest.mark.parametrize(
    "sent",
    [
        struct.pack("<4sII", b"wire", 2**25, 2**25),
        frame(["array", "f8", 2**20, 2**20]),
        frame(["array", f"U{2**20}", 2**20]),
        frame(["array", f"U{2**24}", 0]),
        frame(["array", "f8", 0, 2**40]),
        frame(["bytes", 2**50]),
        frame(b"[" + b"[]," * 10**4 + b"[]]"),
    ],
    ids=["frame", "array", "text", "wide text", "empty array", "bytes", "lists"],
)
def test_what_a_frame_promises_is_not_allocated(sent: bytes) -> None:
    deliver(frame(None))
    tracemalloc.start()
    try:
        with contextlib.suppress(FormatError, EOFError):
            deliver(sent)
        assert tracemalloc.get_traced_memory()[1] < 2**20 + 40 * len(sent)
    finally:
        tracemalloc.stop()


def test_what_a_tensor_promises_is_not_allocated(monkeypatch: pytest.MonkeyPatch) -> None:
    allocated = []
    monkeypatch.setattr(torch, "empty", lambda shape, **_: allocated.append(shape))
    with pytest.raises(FormatError):
        deliver(frame(tensor_node(2**20, 2**10)))
    assert not allocated


# --- the stream -----------------------------------------------------------------------------------

SENT = frame_of(["answer", np.arange(3.0)])


@pytest.mark.parametrize("cut", range(0, len(SENT), 7))
def test_a_message_in_two_pieces_survives_a_timeout_between_them(cut: int) -> None:
    with connected() as ends:
        ends.left.sendall(SENT[:cut])
        ends.right.settimeout(0.001)
        with pytest.raises(TimeoutError):
            ends.far.receive()
        ends.left.sendall(SENT[cut:])
        ends.right.settimeout(None)
        assert described(ends.far.receive()) == described(["answer", np.arange(3.0)])


def test_a_message_in_single_bytes_arrives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "_CHUNK", 1)
    assert described(deliver(SENT)) == described(["answer", np.arange(3.0)])


def test_a_sender_that_trickles_cannot_hold_the_receiver(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = itertools.count()
    monkeypatch.setattr(frames, "_CHUNK", 1)
    monkeypatch.setattr(frames, "monotonic", lambda: next(seconds))
    with connected() as ends:
        ends.left.sendall(SENT)
        ends.right.settimeout(20)
        with pytest.raises(TimeoutError):
            ends.far.receive()
        assert len(ends.right.recv(len(SENT))) == len(SENT) - 20


def test_the_next_message_stays_in_the_socket() -> None:
    with connected() as ends:
        ends.left.sendall(SENT + SENT)
        ends.far.receive()
        assert ends.right.recv(1000) == SENT


@pytest.mark.parametrize("cut", [0, 1, 11, 12, 20, len(SENT) - 1])
def test_a_stream_that_ends_is_an_eof_error(cut: int) -> None:
    with pytest.raises(EOFError):
        deliver(SENT[:cut])


def test_a_peer_that_is_gone_is_an_eof_error() -> None:
    with connected() as ends:
        ends.left.sendall(b"never read")
        ends.right.close()
        with pytest.raises(EOFError):
            ends.near.receive()
        with pytest.raises(EOFError):
            ends.near.send("hello")


def test_a_peer_that_does_not_listen_is_a_timeout() -> None:
    with connected() as ends:
        ends.left.settimeout(0.001)
        with pytest.raises(TimeoutError):
            ends.near.send(bytes(2**22))
