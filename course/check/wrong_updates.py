"""What the known mistakes answer in place of one step of gradient descent, w − lr·dw."""

import numpy as np

from course.check.values import Suspect

Call = tuple[float, float, float, float]
"""What came back, in €/km, from w [€/km], dw [€·km] and lr [1/km²]."""


def suspects(w: float, dw: float, lr: float) -> list[Suspect]:
    """Mistaken new prices in €/km, the most ordinary first."""
    with np.errstate(all="ignore"):
        return [
            ("update-leaves-w", w),
            ("update-uphill", w + lr * dw),
            ("update-without-lr", w - dw),
            ("update-uphill", w + dw),
            ("update-is-minus-the-step", -lr * dw),
            ("update-is-the-step", lr * dw),
            ("update-turned-round", lr * dw - w),
            ("update-without-dw", w - lr),
            ("update-without-dw", w + lr),
            ("update-without-dw", w * (1 - lr)),
            ("update-without-dw", w * lr),
            ("rate-not-a-factor", w - dw / lr),
            ("rate-not-a-factor", w - lr / dw),
            ("rate-not-a-factor", w - lr - dw),
            ("rate-not-a-factor", w - lr + dw),
            ("rate-not-a-factor", w + lr - dw),
            ("rate-not-a-factor", lr * w - dw),
            ("power-for-product", w - np.abs(dw) ** lr),
            ("power-for-product", w - lr**dw),
            ("power-for-product", w - lr**2 * dw),
            ("update-sign-lost", w - lr * abs(dw)),
            ("update-sign-lost", w + lr * abs(dw)),
            ("update-sign-lost", w - lr * dw**2),
            ("update-one-way", w - lr * max(dw, 0)),
            ("update-one-way", w - lr * min(dw, 0)),
            ("update-in-brackets", (w - lr) * dw),
            ("update-in-brackets", w * (1 - lr * dw)),
            ("update-in-brackets", w * lr * dw),
            ("update-in-brackets", -w * lr * dw),
            ("update-returns-another", dw),
            ("update-returns-another", lr),
            ("update-roles", dw - lr * w),
            ("update-roles", dw - lr * dw),
            ("update-roles", lr - w * dw),
            ("half-a-step", w - lr * dw / 2),
            ("double-step", w - 2 * lr * dw),
            *(
                ("clipped", w - limited)
                for limit in (1, 5, 10, 0.1, 0.5, 2)
                for limited in (lr * np.clip(dw, -limit, limit), np.clip(lr * dw, -limit, limit))
            ),
            ("clipped", w - lr * np.sign(dw)),
        ]


def fitted(calls: list[Call]) -> list[list[Suspect]]:
    """For each call, mistakes with some number in them: the first call tells which."""
    got, w0, dw0, lr0 = calls[0]
    rate, more = (w0 - got) / dw0, w0 - lr0 * dw0 - got
    w_again = "weight-decay" if more / w0 > 0 else "update-in-brackets"
    return [
        [
            ("rate-written-in" if rate > 0 else "update-uphill", w - rate * dw),
            ("update-of-another-size", w - rate / lr0 * lr * dw),
            (w_again, w - lr * dw - more / (lr0 * w0) * lr * w),
            (w_again, w - lr * dw - more / w0 * w),
        ]
        for _, w, dw, lr in calls
    ]
