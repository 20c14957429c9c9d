"""What NumPy, torch and Python raise at a learner, explained by its cause."""

import re

from course.door import StudentError

CAUSES = (
    # (class of the exception, pattern in its text, tag of the message that explains it)
    (
        "RuntimeError",
        "leaf Variable that requires grad is being used in an in-place",
        "in-place-on-a-leaf",
    ),
    ("RuntimeError", "backward through the graph a second time", "second-backward"),
    ("RuntimeError", "does not require grad and does not have a grad_fn", "no-graph"),
    (
        "RuntimeError",
        "grad can be implicitly created only for scalar outputs",
        "backward-of-a-vector",
    ),
    ("RuntimeError", "Can't call numpy\\(\\) on Tensor that requires grad", "numpy-of-a-graph"),
    ("RuntimeError", "[Oo]nly .*floating point .*require gradients", "integer-parameter"),
    ("RuntimeError", "mat1 and mat2 shapes cannot be multiplied", "layer-shape"),
    (
        "RuntimeError",
        "mat1 and mat2 must have the same dtype|expected .* scalar type|Found dtype",
        "dtype-mismatch",
    ),
    (
        "RuntimeError",
        "[Ee]xpected all tensors to be on the same device|is not on the expected device|Expected .* device",
        "two-devices",
    ),
    (
        "RuntimeError",
        "Boolean value of Tensor with more than one value is ambiguous",
        "loss-class-called-with-data",
    ),
    (
        "RuntimeError",
        "size of tensor .* must match the size of tensor|doesn't match the broadcast shape",
        "shape-mismatch",
    ),
    (
        "ValueError",
        "could not be broadcast together|shapes .* not aligned|matmul: ",
        "shape-mismatch",
    ),
    ("ValueError", "optimizer got an empty parameter list", "no-parameters"),
    ("ValueError", "can't optimize a non-leaf Tensor", "optimizer-of-a-non-leaf"),
    ("TypeError", "unsupported operand .*'NoneType'", "grad-is-none"),
    (
        "TypeError",
        "params argument given to the optimizer should be an iterable",
        "optimizer-needs-a-list",
    ),
    ("AttributeError", "'NoneType' object has no attribute 'zero_'", "grad-is-none"),
    (
        "AttributeError",
        "cannot assign .* before Module.__init__|has no attribute '_(parameters|modules)'",
        "super-init-missing",
    ),
    ("AttributeError", "'NoneType' object has no attribute", "none-used"),
    (
        "TypeError",
        "takes .* positional argument|got an unexpected keyword argument|missing .* required positional",
        "signature",
    ),
    (
        "TypeError",
        "'(Linear|Sequential|Line|LinearRegression)' object is not iterable",
        "optimizer-of-a-model",
    ),
    ("RuntimeError", "torch.optim is switched off", "borrowed-optimizer"),
    ("RuntimeError", "elements cannot be converted to Scalar", "item-of-many"),
    ("RuntimeError", "elements of input should be between 0 and 1", "another-loss"),
    ("ValueError", "values to unpack", "unpacking"),
    ("TypeError", "assigned grad expected to be", "gradient-of-another-kind"),
    ("RuntimeError", "attempting to assign a gradient", "gradient-of-another-kind"),
    ("AttributeError", "'MySGD' object has no attribute", "not-on-self"),
    ("AttributeError", "'float' object has no attribute 'backward'", "no-graph"),
    ("TypeError", "'ellipsis' object", "uses-undone-answer"),
    ("TypeError", "object is not callable", "not-callable"),
    (
        "AttributeError",
        "'(Linear|Sequential|Line)' object has no attribute",
        "looks-inside-the-model",
    ),
    ("TypeError", "device type tensor to numpy", "numpy-of-another-device"),
    ("AssertionError", "not compiled with CUDA", "device-hard-coded"),
    ("RuntimeError", "No CUDA GPUs|Found no NVIDIA driver", "device-hard-coded"),
    ("Exception", "bitwise_xor|operand type\\(s\\) for \\^", "caret-for-power"),
    ("AttributeError", "'Tensor' object has no attribute 'zero'", "zero-without-underscore"),
    ("RecursionError", "", "calls-itself"),
    ("ZeroDivisionError", "", "division-by-zero"),
    ("AttributeError", "^module .* has no attribute", "unknown-function"),
    ("NameError", "", "unknown-name"),
    ("SyntaxError", "", "error"),
)


def explain(error: StudentError) -> tuple[str, dict[str, object]]:
    """The tag of the message that explains ``error``, and the facts that message needs."""
    text = str(error)
    tag = next(
        (tag for kind, pattern, tag in CAUSES if kind in error.kinds and re.search(pattern, text)),
        "error",
    )
    where = f" The line is `{error.line}`." if error.line else ""
    return tag, {"kind": error.kinds[0], "text": text.strip() or "(no text)", "where": where}
