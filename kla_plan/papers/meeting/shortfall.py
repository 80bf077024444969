"""The questions of a meeting that lack most points, who holds them, what the plan does."""

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from kla_plan.gaps.points import indicator_gap
from kla_plan.indonesian import number
from kla_plan.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Shortfall:
    """One question with missing points.

    Attributes
    ----------
    holders
        Agencies that the instrument names; empty for questions about kecamatan and desa.
    missing
        Points that a better answer can add to the total: at most the gap of its indicator.
    gained
        Points that the question itself gains until the plan's last year.
    full
        First year in which the plan answers it fully, if it does so to the end.
    """

    question: str
    label: str
    holders: tuple[str, ...]
    missing: Fraction
    gained: Fraction
    full: int | None

    def outlook(self, last: int) -> str:
        """Say what the plan does about it."""
        if self.full is not None:
            return f"penuh mulai {self.full}"
        if self.gained > 0:
            return f"naik {number(self.gained)} sampai {last}"
        return "tidak naik"


def shortfalls(plan: Plan, clusters: Collection[str]) -> tuple[Shortfall, ...]:
    """Return the questions with missing points, those that lack most first."""
    pack, last = plan.pack, plan.years[-1]
    score, end = pack.start_score(), plan.score(last)
    found = []
    for code, question in pack.instrument.questions.items():
        missing = min(
            Fraction(question.poin_maks) - score.questions[code], indicator_gap(pack, score, code)
        )
        if missing <= 0 or pack.instrument.cluster_of(question.indikator) not in clusters:
            continue
        found.append(
            Shortfall(
                code,
                question.label,
                question.opd,
                missing,
                end.questions[code] - score.questions[code],
                _full(plan, code),
            )
        )
    return tuple(sorted(found, key=lambda row: -row.missing))


def _full(plan: Plan, question: str) -> int | None:
    year = None
    for each in reversed(plan.years):
        if plan.fractions[each, question] < 1:
            break
        year = each
    return year
