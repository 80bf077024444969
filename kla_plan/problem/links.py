"""What the rows of a problem say about a few of its columns, found by their shapes.

Every row with a right side of 0 that says one of these things is found, whoever wrote it:

* ``b·y <= v`` and ``v <= top·y`` for a 0/1 column ``y``: its *switch*, and the least ``v`` with it;
* ``Σ w <= y`` for 0/1 columns: none of them without ``y`` (``u₂ <= u₁`` is one of these);
* ``Σ w <= 1``: at most one of them;
* ``V = V' + v``: a *sum*.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kla_plan.problem.linear import Problem, Row


@dataclass(slots=True)
class Links:
    """Pairs and sets of columns that depend on each other.

    Attributes
    ----------
    binary
        By column, whether it is 0 or 1.
    switch
        By column, the 0/1 column without which it is 0.
    least
        By (column, 0/1 column), how large the first is at least where the second is 1.
    under
        (0/1 columns, 0/1 column): without the second all of the first are 0, with it at most one
        of them is 1.
    rival
        By 0/1 column, the number of a row that allows only one of its columns to be 1.
    parts
        By column, the two columns whose sum it is.
    """

    binary: Sequence[bool]
    switch: dict[int, int] = field(default_factory=dict)
    least: dict[tuple[int, int], float] = field(default_factory=dict)
    under: set[tuple[frozenset[int], int]] = field(default_factory=set)
    rival: dict[int, int] = field(default_factory=dict)
    parts: dict[int, tuple[int, int]] = field(default_factory=dict)

    def bottom(self, column: int) -> tuple[int, float] | None:
        """Return the switch of a column and the least it is when on, or ``None``."""
        switch = self.switch.get(column)
        least = None if switch is None else self.least.get((column, switch))
        return None if switch is None or least is None else (switch, least)

    def tells(self, sources: Sequence[int]) -> bool:
        """Whether anything follows from supply by these columns: several, switched, or a sum."""
        return len(sources) > 1 or sources[0] in self.switch or sources[0] in self.parts

    def nested(self, answers: tuple[int, ...]) -> bool:
        """Whether each of these 0/1 columns is at most the one before."""
        pairs = zip(answers[1:], answers, strict=False)
        return all((frozenset({after}), before) in self.under for after, before in pairs)

    def rivals(self, answers: tuple[int, ...]) -> bool:
        """Whether at most one of these 0/1 columns can be 1."""
        rows = {self.rival.get(answer) for answer in answers}
        return len(rows) == 1 and None not in rows


def links(problem: Problem) -> Links:
    """Return what the rows of a problem link."""
    columns = zip(problem.integer, problem.lower, problem.upper, strict=True)
    binary = [whole and low >= 0.0 and high in {0.0, 1.0} for whole, low, high in columns]
    found = Links(binary)
    for number, row in enumerate(problem.rows):
        if row.upper == 0.0 and row.lower == 0.0:
            _sum(found, row)
        elif row.lower is None and row.upper == 0.0:
            _dependence(found, row)
        elif row.lower is None and row.upper == 1.0 and _all_one(row, row.terms, binary):
            found.rival.update(dict.fromkeys(row.terms, number))
    return found


def _sum(found: Links, row: Row) -> None:
    if sorted(row.terms.values()) == [-1.0, 1.0, 1.0]:
        first, second = (column for column, value in row.terms.items() if value > 0)
        (whole,) = (column for column, value in row.terms.items() if value < 0)
        found.parts[whole] = (first, second)


def _dependence(found: Links, row: Row) -> None:
    binary = found.binary
    givers = [column for column, value in row.terms.items() if value < 0]
    if len(givers) != 1 or len(row.terms) == 1:
        return
    (giver,) = givers
    takers = [column for column in row.terms if column != giver]
    if binary[giver] and row.terms[giver] == -1.0 and _all_one(row, takers, binary):
        found.under.add((frozenset(takers), giver))
    if len(takers) > 1:
        return
    (taker,) = takers
    if binary[giver] and not binary[taker]:
        found.switch.setdefault(taker, giver)
    elif binary[taker] and not binary[giver]:
        found.least[giver, taker] = row.terms[taker] / -row.terms[giver]


def _all_one(row: Row, columns: Iterable[int], binary: Sequence[bool]) -> bool:
    return all(binary[column] and row.terms[column] == 1.0 for column in columns)
