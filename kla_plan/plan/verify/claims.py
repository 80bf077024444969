"""Contract 3.7: what the plan says about its own quality: objective, bound, status, stages."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from kla_plan.findings import Finding, Place
from kla_plan.indonesian import number
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify.codes import found
from kla_plan.plan.verify.scores import sheet

_HERE = Place(sheet="manifest")
#: Relative slack of numbers that come from a solver in floating point.
SLACK = Fraction(1, 10**6)
#: Relative slack of numbers that were exact before they were written as floating point.
WRITTEN = Fraction(1, 10**9)
_PROVEN = ("optimal", "gap_limit", "time_limit")
_NO_PLAN = ("infeasible", "no_solution")


def objective(plan: Plan, answers: Mapping[tuple[int, str], Fraction]) -> Fraction:
    """Return the plan's objective: weighted points, or the rupiah of the whole horizon."""
    if plan.scenario.tujuan == "min_biaya":
        return Fraction(sum(plan.spending.values()))
    return sum(
        (
            Fraction(plan.scenario.weight(year)) * sheet(plan.pack, answers, year).total
            for year in plan.years
        ),
        Fraction(0),
    )


def check_claims(plan: Plan, answers: Mapping[tuple[int, str], Fraction]) -> Iterator[Finding]:
    """Yield a finding where the proof does not fit the plan or itself."""
    value, stated = objective(plan, answers), Fraction(plan.proof.objective)
    if abs(stated - value) > WRITTEN * max(Fraction(1), abs(value)):
        yield found(
            "KLA-P-040",
            f"Nilai tujuan tertulis {number(stated, 6)}; seharusnya {number(value, 6)}.",
            _HERE,
        )
    yield from _bound(plan, value)
    yield from _status(plan, value)
    yield from _stages(plan, value)


def slack(plan: Plan, value: Fraction) -> Fraction:
    """Return by how much a solver's bound may miss the exact objective.

    Costs are rounded to whole rupiah once per activity and year, which the solver does not do.
    """
    tiny = SLACK * max(Fraction(1), abs(value))
    return tiny + len(plan.spending) if plan.scenario.tujuan == "min_biaya" else tiny


def _bound(plan: Plan, value: Fraction) -> Iterator[Finding]:
    if plan.proof.bound is None:
        return
    bound = Fraction(plan.proof.bound)
    cheapest = plan.scenario.tujuan == "min_biaya"
    beaten = bound > value + slack(plan, value) if cheapest else bound < value - slack(plan, value)
    if beaten:
        side = "tidak boleh di atas" if cheapest else "tidak boleh di bawah"
        yield found(
            "KLA-P-041",
            f"Batas terbaik {number(bound, 6)} {side} nilai tujuan {number(value, 6)}.",
            _HERE,
        )


def _status(plan: Plan, value: Fraction) -> Iterator[Finding]:
    status, bound = plan.proof.status, plan.proof.bound
    if status in _NO_PLAN:
        yield found("KLA-P-042", f'Status "{status}" berarti tidak ada rencana.', _HERE, status)
        return
    if bound is None:
        if status in {"optimal", "gap_limit"}:
            yield found("KLA-P-042", f'Status "{status}" tanpa batas terbaik.', _HERE, status)
        return
    if status not in _PROVEN:
        yield found("KLA-P-042", f'Status "{status}" tidak dikenal.', _HERE, status)
        return
    distance, scale = abs(Fraction(bound) - value), max(abs(Fraction(bound)), abs(value))
    allowed = {
        "optimal": slack(plan, value),
        "gap_limit": Fraction(plan.scenario.pemecah.celah) * scale + slack(plan, value),
    }
    if status in allowed and distance > allowed[status]:
        yield found(
            "KLA-P-042",
            f'Status "{status}", tetapi jarak ke batas terbaik {number(distance, 6)}; paling '
            f"banyak {number(allowed[status], 6)}.",
            _HERE,
            status,
        )


def _stages(plan: Plan, value: Fraction) -> Iterator[Finding]:
    """Yield a finding if saving money in the second stage lost points of the first."""
    if plan.scenario.tujuan != "maks_skor" or not plan.proof.stages:
        return
    reached = plan.proof.stages[0].get("objective")
    if not isinstance(reached, int | float):
        return
    if value < Fraction(reached) - slack(plan, value):
        yield found(
            "KLA-P-043",
            f"Tahap pertama meraih {number(Fraction(reached), 6)}, rencana hanya "
            f"{number(value, 6)}.",
            _HERE,
        )
