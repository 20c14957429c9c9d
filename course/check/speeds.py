"""What momentum makes of a gradient: the right rule, and what else it is taken for."""

from collections.abc import Callable, Iterator
from functools import partial

import numpy as np

Rule = Callable[[float, np.ndarray, np.ndarray, bool], tuple[np.ndarray, np.ndarray]]
"""(β, speed before, gradient, whether it is the first) → the speed after, and what the step is lr
times of. The speed before the first gradient is 0."""


def with_momentum(beta: float, speed: np.ndarray, slope: np.ndarray, first: bool) -> tuple:
    """Speed v ← βv + g, and a step of lr·v; plain descent where β = 0."""
    speed = beta * speed + slope
    return speed, speed


def with_fixed_momentum() -> Iterator[Rule]:
    """The right rule with a number that people write in the place of β."""
    for fixed in (0.9, 0.5, 0.1, 0.99):
        yield partial(_fixed, fixed)


def _fixed(used: float, beta: float, speed: np.ndarray, slope: np.ndarray, first: bool) -> tuple:
    return with_momentum(used, speed, slope, first)


OTHER_RULES: tuple[tuple[str, Rule], ...] = (
    ("momentum-ignored", lambda beta, v, g, first: (v, g)),
    ("momentum-dampened", lambda beta, v, g, first: (beta * v + (1 - beta) * g,) * 2),
    (
        "momentum-dampened",
        lambda beta, v, g, first: (beta * v + (1 if first else 1 - beta) * g,) * 2,
    ),
    ("momentum-nesterov", lambda beta, v, g, first: (beta * v + g, g + beta * (beta * v + g))),
    ("momentum-never-fades", lambda beta, v, g, first: (v + g,) * 2),
    ("momentum-step-behind", lambda beta, v, g, first: (beta * v + g, v)),
    ("momentum-on-the-gradient", lambda beta, v, g, first: (v + beta * g,) * 2),
    ("momentum-on-the-gradient", lambda beta, v, g, first: (beta * (v + g),) * 2),
    ("momentum-of-one-step", lambda beta, v, g, first: (g, g + beta * v)),
    ("momentum-subtracted", lambda beta, v, g, first: (g - beta * v,) * 2),
    ("momentum-swapped", lambda beta, v, g, first: ((1 - beta) * v + beta * g,) * 2),
    ("momentum-swapped", lambda beta, v, g, first: ((1 - beta) * v + g,) * 2),
    ("step-uphill", lambda beta, v, g, first: (beta * v + g, -(beta * v + g))),
    *(
        (
            "momentum-first-step",
            lambda beta, v, g, first, share=share: (
                (beta * v + (share(beta) if first else 1) * g,) * 2
            ),
        )
        for share in (lambda beta: 0, lambda beta: beta, lambda beta: 1 - beta)
    ),
    *(("momentum-written-in", rule) for rule in with_fixed_momentum()),
)
"""What else momentum is taken for; the first that explains all steps is named."""
