"""The points that evidence must prove: those claimed now and those that the plan claims."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Claims:
    """Points by question, uncapped (an indicator's cap binds only their sum).

    Attributes
    ----------
    pack
        The region as it is known now, its answers those of the latest score sheet.
    year
        Year of that score sheet; "now" in this paper.
    now
        Points claimed by the latest score sheet, by question.
    planned
        Points that the plan claims at the end of each of its years, by year and question.
    """

    pack: Pack
    year: int
    now: Mapping[str, Fraction]
    planned: Mapping[int, Mapping[str, Fraction]]

    @property
    def questions(self) -> tuple[str, ...]:
        """Codes of the questions, in the instrument's order."""
        return tuple(self.pack.instrument.questions)

    @property
    def years(self) -> tuple[int, ...]:
        """Years of the plan."""
        return tuple(self.planned)

    def since(self, question: str) -> int | None:
        """Return the first year whose score claims points for a question; ``None``: none does."""
        if self.now[question] > 0:
            return self.year
        later = (year for year in self.years if year > self.year)
        return next((year for year in later if self.planned[year].get(question, 0) > 0), None)


def claims(plan: Plan, current: Pack) -> Claims:
    """Gather the claimed points of a region and its plan."""
    pack, year = latest(current)
    now = {code: Fraction(pack.answers[code].poin) for code in pack.instrument.questions}
    planned = {year: dict(plan.score(year).questions) for year in plan.years}
    return Claims(pack, year, now, planned)


def latest(pack: Pack) -> tuple[Pack, int]:
    """Return the pack with the answers of its latest score sheet, and the year of that sheet.

    A later sheet (``jawaban_<tahun>``) replaces the answers of the questions it names.
    """
    if not pack.later_answers:
        return pack, pack.profile.base_year
    year = max(pack.later_answers)
    given = {row.pertanyaan: row for row in pack.later_answers[year]}
    answers = {code: given.get(code, row) for code, row in pack.answers.items()}
    return replace(pack, answers=answers), year
