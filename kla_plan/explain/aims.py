"""The aims of a frontier: which there are, what they ask for, which one is harder."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kla_plan.explain.study import Study
from kla_plan.instrument import verified
from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Objective
from kla_plan.problem.rules.targets import needed
from kla_plan.scenario import Scenario, Target
from kla_plan.solve.relaxation import Relaxation


@dataclass(frozen=True, slots=True)
class Aim:
    """A predicate from a year on, on one of the two scores (``mandiri``, ``verifikasi``)."""

    predicate: str
    year: int
    basis: str

    def total(self, case: Case) -> Fraction:
        """Return the self-assessed total that it takes."""
        return needed(case, _target(self, self.year))

    def harder_than(self, other: "Aim", case: Case) -> bool:
        """Whether every plan for this aim is one for the other (which may be the same)."""
        return self.year <= other.year and self.total(case) >= other.total(case)


def _target(aim: Aim, year: int) -> Target:
    return Target.model_validate({"tahun": year, "predikat": aim.predicate, "dasar": aim.basis})


def aims(
    pack: Pack,
    scenario: Scenario,
    predicates: Sequence[str] | None,
    years: Sequence[int] | None,
    bases: Sequence[str],
) -> tuple[Aim, ...]:
    """Return the aims asked for: by score, predicate from the lowest on, and year."""
    if predicates is None:
        now = verified(pack.start_score().total, scenario.diskon_verifikasi)
        predicates = [p.predikat for p in pack.instrument.predicates if not p.earned_by(now)]
    chosen = pack.planned_years if years is None else years
    return tuple(
        Aim(predicate, year, basis)
        for basis in bases
        for predicate in predicates
        for year in chosen
    )


def targets_of(pack: Pack, aim: Aim | None) -> tuple[Target, ...]:
    """Return the targets of an aim, one per year; without an aim one per year that asks nothing."""
    if aim is None:
        return tuple(Target(tahun=year, poin=Decimal(0)) for year in pack.planned_years)
    return tuple(_target(aim, year) for year in pack.planned_years if year >= aim.year)


def meets(case: Case, plan: Plan, aim: Aim) -> bool:
    """Whether a plan holds the predicate from the aim's year on."""
    top = aim.total(case)
    return all(plan.score(y).total >= top for y in case.planned if y >= aim.year)


def reachable(study: Study, year: int) -> float | None:
    """Return the highest total that the relaxation allows in a year, whatever it costs."""
    goal = Objective("nilai", maximise=True, expression=study.model.points[year])
    free = study.freed([clause for clause in study.rows_of if clause.rule == "target"])
    return Relaxation(study.model.problem, goal).value(free.rows)
