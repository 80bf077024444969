"""What the opponents on the textbook model share: the model, and the plan read from its values."""

from collections.abc import Callable

import pulp

from benchmarks.family.outcome import Volumes, volume
from benchmarks.textbook import Textbook
from kla_plan.pack.model import Pack


def goal(model: pulp.LpProblem) -> pulp.LpAffineExpression:
    """Return the objective of a model.

    Raises
    ------
    ValueError
        If it has none.
    """
    if model.objective is None:
        message = f"{model.name} has no objective"
        raise ValueError(message)
    return model.objective


def read_plan(book: Textbook, value: Callable[[pulp.LpVariable], float | None]) -> Volumes:
    """Return the plan of a solution.

    Parameters
    ----------
    value
        Gives the value of a variable of the textbook model.
    """
    pack: Pack = book.pack
    return {
        (code, year): volume(pack, code, value(book.v[code, year]) or 0.0)
        for (code, year), active in sorted(book.y.items())
        if (value(active) or 0.0) > 0.5
    }
