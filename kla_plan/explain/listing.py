"""Names in a sentence, the rest counted."""

from collections.abc import Sequence

from kla_plan.indonesian import join, number


def listed(names: Sequence[str], limit: int) -> str:
    """Join names; beyond ``limit`` the rest is counted: ``a, b, dan 3 lainnya``."""
    rest = len(names) - limit
    if rest <= 1:
        return join(list(names))
    return join([*names[:limit], f"{number(rest)} lainnya"])
