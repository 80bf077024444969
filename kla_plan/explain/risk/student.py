"""Student's t with a whole number of degrees of freedom: distribution and quantile.

Closed form of Abramowitz and Stegun (1964), 26.7.3 and 26.7.4; the quantile by bisection.
"""

import math


def distribution(value: float, freedom: int) -> float:
    """Return P(T <= value)."""
    angle = math.atan(value / math.sqrt(freedom))
    sine, cosine = math.sin(angle), math.cos(angle)
    if freedom % 2:
        term, total = cosine, cosine if freedom > 1 else 0.0
        for number in range(2, freedom - 1, 2):
            term *= cosine**2 * number / (number + 1)
            total += term
        within = 2 / math.pi * (angle + sine * total)
    else:
        term, total = 1.0, 1.0
        for number in range(1, freedom - 2, 2):
            term *= cosine**2 * number / (number + 1)
            total += term
        within = sine * total
    return 0.5 + within / 2


def quantile(probability: float, freedom: int) -> float:
    """Return the value that T stays below with a probability.

    Raises
    ------
    ValueError
        If the probability does not lie strictly between 0 and 1.
    """
    if not 0 < probability < 1:
        message = f"a probability between 0 and 1 is needed, not {probability}"
        raise ValueError(message)
    low, high = -1.0, 1.0
    while distribution(low, freedom) > probability:
        low *= 2
    while distribution(high, freedom) < probability:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        if distribution(middle, freedom) < probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2
