"""A rule of a clash in words, with the smallest change of it that would help."""

from collections.abc import Callable
from dataclasses import dataclass

from kla_plan.explain.words.table import ENTRIES
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Clause


@dataclass(frozen=True, slots=True)
class Words:
    """One rule in words.

    Attributes
    ----------
    code
        The finding's code.
    sheet
        Table or file in which the rule stands.
    title, have, change
        The rule's name, what it says now, and the smallest change that would help.
    """

    code: str
    sheet: str
    title: str
    have: str
    change: str


def in_words(
    case: Case,
    clause: Clause,
    alone: float | None,
    needed: float | None,
    *,
    least: bool = True,
) -> Words:
    """Put a rule that is part of a clash into words.

    Parameters
    ----------
    alone
        How far the rule alone would have to give way, in the model's unit; ``None`` if giving
        way on it alone does not help.
    needed
        The same, with only the clashing rules in force.
    least
        Whether it is proven that ``alone`` cannot be less.
    """
    entry = ENTRIES[clause.rule]
    change = _sentence(lambda amount: entry.change(case, clause, amount), alone, needed, least)
    return Words(
        entry.code, entry.sheet, entry.title(case, clause), f"{entry.have(case, clause)}.", change
    )


def change_in_words(case: Case, clause: Clause, amount: float) -> str:
    """Say by how much a rule gives way, as part of a sentence."""
    return ENTRIES[clause.rule].change(case, clause, amount)


def _sentence(
    change: Callable[[float], str],
    alone: float | None,
    needed: float | None,
    least: bool,  # noqa: FBT001 - private, one caller
) -> str:
    """Say the smallest single change, or that it takes more than this one."""
    if alone is not None and not least:
        return (
            f"Cukup: {change(alone)}; perubahan yang lebih kecil mungkin juga cukup, "
            "tetapi belum terbukti."
        )
    if alone is not None:
        return f"Perubahan terkecil: {change(alone)}."
    if needed is not None:
        return (
            f"Sekurangnya {change(needed)}; itu belum cukup, karena aturan lain di luar "
            "pertentangan ini ikut menghalangi."
        )
    if not least:
        return (
            "Belum diketahui apakah mengubah aturan ini saja cukup; waktu pencarian habis "
            "sebelum terbukti."
        )
    return "Mengubah aturan ini saja tidak cukup; ubah bersama aturan lain yang disebut."
