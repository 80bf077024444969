"""``Entry``: how one kind of rule is put into words."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from kla_plan.indonesian import number
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Clause

#: Says something about a rule.
type Says = Callable[[Case, Clause], str]
#: Says what giving way by so many of the model's units is called.
type Gives = Callable[[Case, Clause, float], str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One kind of rule in words.

    Attributes
    ----------
    code
        Code of the finding that names it.
    sheet
        Table or file in which the rule stands.
    meaning
        What the finding means, for the reference page.
    title, have, change
        The rule's name, what it says now, and what giving way is called.
    """

    code: str
    sheet: str
    meaning: str
    title: Says
    have: Says
    change: Gives


def activity(case: Case, code: object) -> str:
    """Return code and name of an activity."""
    return f"{code} ({case.pack.activities[str(code)].nama})"


def rupiah_up(case: Case, amount: float) -> int:
    """Return an amount in the model's money unit in whole rupiah, rounded up."""
    return math.ceil(amount * case.unit)


def hundredths_up(amount: float) -> str:
    """Write an amount in hundredths, rounded up."""
    return number(math.ceil(amount * 100) / 100)


def place(year: object, fund: object, opd: object, *, everything: bool) -> str:
    """Name a ceiling by what it bounds; what it does not name is left out, or "semua"."""
    parts = [
        f"tahun {year}" if year else "semua tahun",
        f"sumber dana {fund}" if fund else "semua sumber dana" * everything,
        f"OPD {opd}" if opd else "semua OPD" * everything,
    ]
    return ", ".join(part for part in parts if part)
