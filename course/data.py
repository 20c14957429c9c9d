"""The taxi's data: distances in km, fares in €.

A taxi charges a price per distance w [€/km] and a flag fall b [€]; a ride of x km costs
y = w·x + b. The course learns w and b from rides whose fares are known.
"""

import numpy as np

PRICE = 2.0
"""Price per distance of every taxi ride in the course, €/km."""

FLAG_FALL = 3.0
"""Flag fall of the rides that have one, €."""

PRICE_PER_MINUTE = 0.5
"""What a minute costs in the rides that are timed, €/min."""


def taxi(flag_fall: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
    """Four rides of 1 to 4 km.

    Args:
        flag_fall: what the meter shows before the first metre, €.

    Returns:
        x: (4,) float64, distances in km. y: (4,) float64, fares in €, exactly 2x + flag_fall.
    """
    x = np.array([1.0, 2.0, 3.0, 4.0])
    return x, PRICE * x + flag_fall


def long_rides() -> tuple[np.ndarray, np.ndarray]:
    """Twenty rides, x = 0.3·i km and y = 2.2·i € for i = 0..19, so that w* = 22/3 €/km.

    Returns:
        x: (20,) float64, distances in km. y: (20,) float64, fares in €.
    """
    i = np.arange(20)
    return 0.3 * i, 2.2 * i


HELD_OUT = 5
"""How many of the noisy rides, the last ones, are kept out of the training."""


def noisy_rides() -> tuple[np.ndarray, np.ndarray]:
    """Twenty rides of 0.5 to 5 km in traffic; the last `HELD_OUT` are not for training.

    The fares are 2x + 3 plus what traffic adds or saves, about 0.7 € either way. Over the rides to
    train on this is nothing on average, and it does not depend on the distance.

    Returns:
        x: (20,) float64, distances in km. y: (20,) float64, fares in €.
    """
    x = [3.0, 2.0, 2.8, 4.4, 2.1, 1.8, 4.8, 0.6, 0.9, 1.5, 2.4, 4.2, 1.7, 1.3, 3.8]
    y = [9.0, 6.4, 8.3, 10.9, 6.7, 5.5, 13.4, 5.2, 4.9, 6.0, 8.2, 11.9, 5.7, 6.6, 11.0]
    held_x, held_y = [3.4, 0.8, 4.7, 3.3, 1.1], [9.7, 3.2, 12.9, 10.1, 5.8]
    return np.array(x + held_x), np.array(y + held_y)


def rides_with_minutes() -> tuple[np.ndarray, np.ndarray]:
    """Eight rides through a city, with their duration: a long ride takes long, but traffic differs.

    Returns:
        X: (8, 2) float64, distances in km and durations in min. y: (8,) float64, fares in €, exactly
        `PRICE` and `PRICE_PER_MINUTE` times these, plus `FLAG_FALL`.
    """
    km = [1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0]
    minutes = [4.0, 9.0, 6.0, 14.0, 9.0, 20.0, 12.0, 18.0]
    X = np.column_stack([km, minutes])
    return X, X @ [PRICE, PRICE_PER_MINUTE] + FLAG_FALL
