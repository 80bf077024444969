"""The relaxation without each rule: what cannot bind is told at once, the rest bounds its price."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kla_plan.explain.study import Change, Study
from kla_plan.explain.without import Rule
from kla_plan.problem.linear import Clause

#: Relative distance from its bound at which a row counts as slack.
SLACK = 1e-7


@dataclass(frozen=True, slots=True)
class Screened:
    """Values of the relaxation, in points or rupiah; ``None`` where it could not be told.

    Attributes
    ----------
    sign
        1 where more is better, −1 where less is.
    base
        With every rule.
    values
        Without the rule.
    """

    sign: int
    base: float | None
    values: dict[tuple[Clause, ...], float | None]

    def gain(self, rule: Rule) -> float:
        """Return what the relaxation wins without a rule; infinite where that is not known."""
        value = self.values[rule.clauses]
        if value is None or self.base is None:
            return float("inf")
        return self.sign * (value - self.base)

    def most(self, rule: Rule, objective: float) -> float:
        """Return the most that any plan without the rule can win against an objective."""
        value = self.values[rule.clauses]
        return float("inf") if value is None else max(0.0, self.sign * (value - objective))

    def rest(self, objective: float) -> float:
        """Return the most that a rule can cost which does not bind in the relaxation."""
        return float("inf") if self.base is None else max(0.0, self.sign * (self.base - objective))


def screen(study: Study, asked: Iterable[Rule]) -> Screened:
    """Let every rule go in the relaxation; a rule that is slack there cannot change it."""
    base = study.limit(Change())
    point = study.relaxation.point
    found: dict[tuple[Clause, ...], float | None] = {}
    for rule in asked:
        if base is not None and _is_slack(study, point, rule):
            found[rule.clauses] = base
        else:
            over = study.clock.over
            found[rule.clauses] = None if over else study.limit(study.freed(rule.clauses))
    return Screened(study.sign, base, found)


def _is_slack(study: Study, point: Sequence[float], rule: Rule) -> bool:
    rows = study.model.problem.rows
    for number in (n for clause in rule.clauses for n in study.rows_of[clause]):
        row = rows[number]
        value = sum(coefficient * point[column] for column, coefficient in row.terms.items())
        for bound in (row.lower, row.upper):
            if bound is not None and abs(value - bound) <= SLACK * max(1.0, abs(bound)):
                return False
    return True
