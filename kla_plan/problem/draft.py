"""``Draft``: the problem while the rules write it, with the decisions in the contract's symbols.

Rules ask for the expression ``v[a,t]`` (volume), ``Σ v`` (cumulative), ``y[a,t]`` (active) or
"active by t" (started), and write rows over them; how a decision is represented is decided in
:mod:`kla_plan.problem.decisions` and nowhere else.
"""

from kla_plan.problem.case import Case
from kla_plan.problem.decisions import Decided, Decisions
from kla_plan.problem.linear import Linear
from kla_plan.problem.rows import Rows


class Draft(Rows):
    """A problem under construction.

    Attributes
    ----------
    case
        What the rules ask.
    gains
        Fraction *f* − *g0* gained by (pertanyaan, tahun), written by the rule on answers.
    points
        Total points by year, written by the rule on the score.
    """

    def __init__(self, case: Case) -> None:
        super().__init__()
        self.case = case
        self._decided = Decided(case, self)
        self._spending: dict[tuple[str, int], Linear] = {}
        self.gains: dict[tuple[str, int], Linear] = {}
        self.points: dict[int, Linear] = {}

    def volume(self, activity: str, year: int) -> Linear:
        """Return ``v[a,t]``: a constant outside the planned years."""
        return self._decided.volume(activity, year)

    def delivered(self, activity: str, year: int, *, since: int | None = None) -> Linear:
        """Return ``Σ v[a,s]`` over ``s <= year`` (and ``s > since``), realised years included."""
        return self._decided.delivered(activity, year, since=since)

    def active(self, activity: str, year: int) -> Linear:
        """Return ``y[a,t]``: a constant outside the planned years."""
        return self._decided.active(activity, year)

    def started(self, activity: str, year: int) -> Linear:
        """Return whether the activity has been active in some *planned* year ``<= year``."""
        return self._decided.started(activity, year)

    def ever(self, activity: str, year: int, *, since: int | None = None) -> Linear:
        """Return whether it has been active by ``year`` (after ``since``), realised included."""
        if self.case.was_active(activity, year, after=since):
            return Linear(constant=1.0)
        return self.started(activity, year)

    def least(self, column: int) -> int:
        """Return the smallest positive whole value of a column."""
        return self._decided.columns.least(column)

    def switch(self, units: Linear) -> Linear | None:
        """Return what must be on for a sum of volumes to be positive, or ``None``.

        Only switches that some rule has asked for already are used; none is made for this.
        """
        return self._decided.switch(units)

    def spending(self, activity: str, year: int) -> Linear:
        """Return the cost of an activity in a planned year, in money units (contract 3.2)."""
        key = (activity, year)
        if key not in self._spending:
            self._spending[key] = self._make_spending(activity, year)
        return self._spending[key]

    def decisions(self) -> Decisions:
        """Return where to read the volumes and the activity of a solution."""
        return self._decided.decisions()

    def _make_spending(self, activity: str, year: int) -> Linear:
        case = self.case
        cost = Linear()
        first = min([case.years[0], *(t for code, t in case.realised if code == activity)])
        for lag in case.prices.lags(activity, year - first):
            unit_price, fixed_price = case.prices.at(activity, lag, year)
            if unit_price:
                cost.add(self.volume(activity, year - lag), unit_price / case.unit)
            if fixed_price:
                cost.add(self.active(activity, year - lag), fixed_price / case.unit)
        return cost
