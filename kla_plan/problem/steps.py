"""A step function of what several sources supply, written as tightly as its shape allows.

The formulas are in :mod:`kla_plan.problem.rules.answers`, the only rule that has steps.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kla_plan.problem.draft import Draft
from kla_plan.problem.linear import Linear
from kla_plan.problem.staircase import Staircase
from kla_plan.problem.ways import Supply, Way

#: First letters of the columns that stand for what an answer reaches: levels, ways, bundles.
ANSWER_COLUMNS = frozenset("uwp")


@dataclass(frozen=True, slots=True)
class Source:
    """Columns that all add the same rise per unit, as one expression."""

    units: Linear
    supply: Supply


def risen(draft: Draft, name: str, staircase: Staircase, moving: Linear) -> Linear:
    """Return the gain of the highest level that ``moving`` reaches; rows and columns are written.

    What is sure already is not in it.
    """
    sources = _sources(draft, moving)
    found = sources and staircase.ways(tuple(source.supply for source in sources))
    if not sources or not found:
        return _nested(draft, name, staircase.gains, [float(n) for n in staircase.needs], moving)
    if len(sources) > 1:
        return _by_ways(draft, name, staircase, found, sources)
    (source,) = sources
    gains = [staircase.gains[way.level] for way in found]
    units = [float(way.amounts[0]) for way in found]
    gain = _nested(draft, name, gains, units, source.units)
    first = Linear({min(gain.terms): 1.0})
    _needs_switch(draft, f"{name},1", first, source)
    return gain


def _sources(draft: Draft, moving: Linear) -> list[Source] | None:
    """Return the sources of whole units, or ``None`` if the expression has any other term."""
    columns: dict[float, list[int]] = {}
    for column, rise in moving.terms.items():
        columns.setdefault(rise, []).append(column)
    sources = []
    for rise, members in sorted(columns.items(), reverse=True):
        units = Linear(dict.fromkeys(members, 1.0))
        most = draft.upper_bound(units)
        if rise <= 0 or not draft.is_whole(units) or most == float("inf"):
            return None
        least = min(draft.least(column) for column in members)
        sources.append(Source(units, Supply(rise, int(most), least)))
    return sources


def _nested(
    draft: Draft, name: str, gains: Sequence[float], needs: Sequence[float], supply: Linear
) -> Linear:
    """Write nested levels: reaching ``gains[j]`` takes ``supply >= needs[j]``."""
    gain, demand, before = Linear(), Linear(), Linear()
    steps = zip(pairwise([0.0, *gains]), pairwise([0.0, *needs]), strict=True)
    for number, ((low, high), (less, more)) in enumerate(steps, 1):
        reached = draft.column(f"u[{name},{number}]", 0.0, 1.0, integer=True)
        if number > 1:
            draft.at_most(f"jenjang[{name},{number}]", reached, before)
        gain.add(reached, high - low)
        demand.add(reached, more - less)
        before = reached
    draft.at_most(f"kemajuan[{name}]", demand, supply)
    return gain


def _by_ways(
    draft: Draft,
    name: str,
    staircase: Staircase,
    found: Sequence[Way],
    sources: Sequence[Source],
) -> Linear:
    """Write one column per way, of which at most one is taken."""
    gain, taken = Linear(), Linear()
    used = [Linear() for _ in sources]
    drawn = [Linear() for _ in sources]
    for number, way in enumerate(found, 1):
        column = draft.column(f"w[{name},{number}]", 0.0, 1.0, integer=True)
        gain.add(column, staircase.gains[way.level])
        taken.add(column)
        for amount, use, draw in zip(way.amounts, used, drawn, strict=True):
            if amount:
                use.add(column)
                draw.add(column, float(amount))
    draft.row(f"ragam[{name}]", taken, None, 1.0)
    for number, (source, use, draw) in enumerate(zip(sources, used, drawn, strict=True), 1):
        draft.at_most(f"kemajuan[{name},{number}]", draw, source.units)
        _needs_switch(draft, f"{name},{number}", use, source)
    return gain


def _needs_switch(draft: Draft, name: str, use: Linear, source: Source) -> None:
    """Write that nothing is drawn from a source whose switch is off."""
    switch = draft.switch(source.units)
    if switch is not None and use.terms:
        draft.at_most(f"sakelar[{name}]", use, switch)
