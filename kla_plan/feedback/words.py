"""Numbers in the lists of changes: nothing is rounded away where old and new are compared."""

from decimal import Decimal

from kla_plan.indonesian import number


def exact(value: Decimal) -> str:
    """Write a number with all its decimals: ``0.0250`` → ``0,025``."""
    plain = value.normalize()
    exponent = plain.as_tuple().exponent
    assert isinstance(exponent, int)  # noqa: S101 - a pack holds finite numbers only
    return number(plain, max(0, -exponent))
