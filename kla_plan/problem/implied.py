"""Rows that whole numbers imply and fractions do not: the same solutions, a smaller relaxation.

They follow from a demand ``Σ d·a <= Σ r·v`` (:mod:`kla_plan.problem.demand`) in which answer *j*
takes ``n_j`` in all. Three ideas, used on each other's results:

* *others at their most*: what all other volumes together cannot supply, these must::

      v >= Σ_j (m_j − m_{j−1})·a_j,   m_j = ⌈max(0, n_j − Σ_others r·v_max) / r⌉

* *earlier*: a sum ``V = V' + v`` supplies what its parts do, so the same holds for ``V'`` with
  ``v`` at its most: what a year cannot deliver, the years before must;
* *on already*: a volume that is at least ``b`` once its switch ``y`` is on needs to be raised by
  ``n_j − b`` only::

      b·y + Σ_j (max(0, n_j − b) − max(0, n_{j−1} − b))·a_j <= v

The last one stands in place of the row it comes from, which it implies together with
``a_1 <= y``. The first are cover inequalities of the demand, the last is lifted from them (Gu,
Nemhauser and Savelsbergh, 1998, on both). A solver would find many of them as cuts, one round of
separation after the other.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, permutations

from kla_plan.problem.demand import Demand, demand_of
from kla_plan.problem.linear import Problem, Row
from kla_plan.problem.links import Links, links
from kla_plan.problem.residual import residuals


def implied(problem: Problem) -> Problem:
    """Return the problem with the rows that its demands and its funds imply."""
    known = links(problem)
    rows: list[Row] = []
    for row in problem.rows:
        demand = demand_of(row, known)
        if demand is None:
            rows.append(row)
        else:
            rows += _Implied(problem, known, row.name).of(demand, row)
    return replace(problem, rows=(*rows, *residuals(problem)))


@dataclass(frozen=True, slots=True)
class _Implied:
    """Writes the rows that one demand implies; their names tell where they come from."""

    problem: Problem
    known: Links
    name: str

    def of(self, demand: Demand, row: Row) -> Iterator[Row]:
        """Yield the row, or what stands in its place, and what else it implies."""
        sources = {column: -value for column, value in row.terms.items() if value < 0}
        given = row.upper or 0.0
        if len(sources) > 1:
            yield row
            yield from self._shared(demand.beyond(given), sources)
            return
        ((source, rise),) = sources.items()
        units = demand.beyond(given, rise)  # not rounded: it stands in place of the row
        lifted = self._on_already(units, source)
        yield row if lifted is None else replace(row, terms=lifted.terms, upper=0.0)
        yield from self._not_without(units, source)
        yield from self._earlier(units, source)

    def _shared(self, demand: Demand, sources: Mapping[int, float]) -> Iterator[Row]:
        """Yield what one source, or two of more, must supply with the others at their most."""
        most = {s: rise * self._most(s) for s, rise in sources.items()}
        for source, rise in sources.items():
            others = sum(top for s, top in most.items() if s != source)
            yield from self._alone(demand.beyond(others, rise, whole=self._whole(source)), source)
        for pair in combinations(sources, 2) if len(sources) > 2 else ():
            left = demand.beyond(sum(top for s, top in most.items() if s not in pair))
            if left.any:
                yield self._row(left, {s: sources[s] for s in pair})

    def _alone(self, demand: Demand, source: int) -> Iterator[Row]:
        """Yield that a source supplies a demand, and so does what came before it."""
        if demand.any:
            yield from self._supplied(demand, source)
            yield from self._earlier(demand, source)

    def _earlier(self, demand: Demand, source: int) -> Iterator[Row]:
        """Yield what each part of a source must supply, if the source is a sum."""
        for part, other in permutations(self.known.parts.get(source, ()), 2):
            left = demand.beyond(self._most(other), whole=self._whole(part))
            if left.any:
                yield from self._supplied(left, part)

    def _supplied(self, demand: Demand, source: int) -> Iterator[Row]:
        """Yield that a source supplies a demand."""
        lifted = self._on_already(demand, source)
        yield self._row(demand, {source: 1.0}) if lifted is None else lifted
        yield from self._not_without(demand, source)

    def _not_without(self, demand: Demand, source: int) -> Iterator[Row]:
        """Yield that nothing is taken from a source whose switch is off, if no row says so yet."""
        switch, heads = self.known.switch.get(source), frozenset(demand.heads)
        if switch is None or switch in heads:
            return
        if (heads, switch) not in self.known.under:
            terms = {**dict.fromkeys(heads, 1.0), switch: -1.0}
            yield Row(f"{self.name}:{self.problem.names[switch]}", terms, None, 0.0)

    def _on_already(self, demand: Demand, source: int) -> Row | None:
        """Return the demand on a source whose switch brings the first units, or ``None``."""
        bottom = self.known.bottom(source)
        if bottom is None:
            return None
        switch, least = bottom
        if switch in demand.answers:
            return None
        row = self._row(demand.beyond(least), {source: 1.0})
        return replace(row, terms={**row.terms, switch: least})

    def _row(self, demand: Demand, sources: Mapping[int, float]) -> Row:
        names = "+".join(self.problem.names[source] for source in sources)
        terms = {**demand.terms, **{source: -rise for source, rise in sources.items()}}
        return Row(f"{self.name}:{names}", terms, None, 0.0)

    def _most(self, source: int) -> float:
        upper = self.problem.upper[source]
        return math.inf if upper is None else upper

    def _whole(self, source: int) -> bool:
        return self.problem.integer[source]
