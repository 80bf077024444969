"""Several plans side by side: predicates, targets, ceilings, activities.

Each row carries one cell per plan, in the order of the plans. Plans are named by the planner, so
their names are never mixed with names of columns.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from kla_plan.gaps.verification import verified_points
from kla_plan.instrument import Predikat
from kla_plan.plan.plan import Plan
from kla_plan.plan.spent import spent_by_activity
from kla_plan.scenario import Target

type Plans = Mapping[str, Plan]


@dataclass(frozen=True, slots=True)
class PredicateRow:
    """When a predicate, or a higher one, is first earned.

    ``since`` holds per plan the year (the base year where it is held already; ``None`` where it
    is never earned) and the year in which it is lost again (``None`` if it is not).
    """

    basis: str
    predicate: str
    since: tuple[tuple[int | None, int | None], ...]


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target that one of the scenarios asks for.

    ``reached`` holds per plan the points of that year and whether they meet the target; ``None``
    where the year is outside the plan.
    """

    target: Target
    reached: tuple[tuple[float, bool] | None, ...]


@dataclass(frozen=True, slots=True)
class CeilingRow:
    """A ceiling that is not the same everywhere; empty year, fund or OPD: all.

    ``tops`` holds per plan the whole rupiah, ``pagu_faktor`` applied; ``None`` where the plan has
    no such ceiling.
    """

    year: int | None
    fund: str
    opd: str
    tops: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """An activity that is not planned in the same way everywhere.

    ``planned`` holds per plan the active years and the rupiah of the horizon; ``None`` where it
    is not in the plan.
    """

    code: str
    name: str
    opd: str
    cluster: str
    planned: tuple[tuple[tuple[int, ...], int] | None, ...]

    @property
    def everywhere(self) -> bool:
        """Whether every plan has it."""
        return None not in self.planned


def predicates_beside(plans: Plans) -> tuple[PredicateRow, ...]:
    """Return every predicate by both scores, in the instrument's order."""
    first = next(iter(plans.values()))
    return tuple(
        PredicateRow(
            basis, record.predikat, tuple(predicate_years(p, record, basis) for p in plans.values())
        )
        for basis in ("mandiri", "verifikasi")
        for record in first.pack.instrument.predicates
    )


def predicate_years(plan: Plan, record: Predikat, basis: str) -> tuple[int | None, int | None]:
    """Return the first year that earns a predicate, and the first later one that loses it."""
    start = plan.pack.start_score()
    checked = verified_points(plan.pack, start, plan.scenario.diskon_verifikasi).total
    base = start.total if basis == "mandiri" or checked is None else checked
    earned = {plan.pack.profile.base_year: record.earned_by(base)}
    for year in plan.years:
        total = plan.score(year).total if basis == "mandiri" else plan.verified_total(year)
        earned[year] = record.earned_by(total)
    since = next((year for year, yes in earned.items() if yes), None)
    if since is None:
        return None, None
    return since, next((year for year, yes in earned.items() if year > since and not yes), None)


def meets(plan: Plan, target: Target) -> bool:
    """Whether a plan reaches a target; one outside its years is not reached."""
    if target.tahun not in plan.years:
        return False
    total = _total(plan, target)
    for record in plan.pack.instrument.predicates:
        if record.predikat == target.predikat:
            return record.earned_by(total)
    return total >= Fraction(target.poin or 0)


def _total(plan: Plan, target: Target) -> Fraction:
    if target.dasar == "verifikasi":
        return plan.verified_total(target.tahun)
    return plan.score(target.tahun).total


def targets_beside(plans: Plans) -> tuple[TargetRow, ...]:
    """Return every target of any of the scenarios, by year, measured on every plan."""
    wanted = dict.fromkeys(t for plan in plans.values() for t in plan.scenario.target)
    return tuple(
        TargetRow(target, tuple(_reached(plan, target) for plan in plans.values()))
        for target in sorted(wanted, key=lambda t: (t.tahun, t.dasar, str(t.predikat)))
    )


def _reached(plan: Plan, target: Target) -> tuple[float, bool] | None:
    if target.tahun not in plan.years:
        return None
    return float(_total(plan, target)), meets(plan, target)


def ceilings_beside(plans: Plans) -> tuple[CeilingRow, ...]:
    """Return the ceilings that are not the same for all plans, in file order."""
    tops = [
        {
            (row.tahun, row.sumber_dana, row.opd): int(plan.scenario.ceiling(row.batas_atas))
            for row in plan.pack.ceilings
            if row.batas_atas is not None
        }
        for plan in plans.values()
    ]
    keys = dict.fromkeys(key for own in tops for key in own)
    rows = (CeilingRow(*key, tuple(own.get(key) for own in tops)) for key in keys)
    return tuple(row for row in rows if len(set(row.tops)) > 1)


def activities_beside(plans: Plans) -> tuple[ActivityRow, ...]:
    """Return the activities that differ in years, volume or rupiah.

    Those that only some plans have come first; within both, by falling difference in rupiah.
    """
    shapes = [_shapes(plan) for plan in plans.values()]
    packs = {code: p.pack for p in tuple(plans.values())[::-1] for code in p.pack.activities}
    rows = []
    for code, pack in packs.items():
        own = [shape.get(code) for shape in shapes]
        if all(shape == own[0] for shape in own):
            continue
        activity = pack.activities[code]
        rows.append(
            ActivityRow(
                code,
                activity.nama,
                activity.opd,
                pack.instrument.cluster_of(activity.indikator),
                tuple(None if shape is None else (shape.years, shape.rupiah) for shape in own),
            )
        )
    return tuple(sorted(rows, key=_weight))


def _weight(row: ActivityRow) -> tuple[bool, int, str]:
    amounts = [planned[1] if planned else 0 for planned in row.planned]
    return row.everywhere, min(amounts) - max(amounts), row.code


@dataclass(frozen=True, slots=True)
class _Shape:
    years: tuple[int, ...]
    volumes: tuple[object, ...]
    rupiah: int


def _shapes(plan: Plan) -> dict[str, _Shape]:
    years: dict[str, list[int]] = {}
    for code, year in sorted(plan.volumes):
        years.setdefault(code, []).append(year)
    rupiah = spent_by_activity(plan)
    return {
        code: _Shape(tuple(mine), tuple(plan.volumes[code, y] for y in mine), rupiah[code])
        for code, mine in years.items()
    }
