"""The scenario's ``ketahanan``, recomputed by looking for the worst case itself."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import combinations

from kla_plan.findings import Finding, Place
from kla_plan.indonesian import rupiah
from kla_plan.pack.columns import Pagu
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify.codes import exact, found
from kla_plan.plan.verify.deeds import Deeds
from kla_plan.plan.verify.fairness import known_spending
from kla_plan.scenario import Target

_HERE = Place(sheet="pagu")


def check_toughness(
    plan: Plan, deeds: Deeds, answers: Mapping[tuple[int, str], Fraction]
) -> Iterator[Finding]:
    """Yield a finding for every worst case in which a ceiling or a target breaks."""
    if plan.scenario.ketahanan.biaya_terburuk:
        yield from _rows(plan, deeds)
        for year in deeds.planned_years:
            yield from _funds(plan, year)
    if plan.scenario.ketahanan.jawaban_gagal:
        for target in plan.scenario.target:
            if target.tahun in plan.years:
                yield from _target(plan, target, answers)


def _worst(plan: Plan, amounts: Iterable[Fraction]) -> Fraction:
    """Return what the spending becomes when the k largest amounts overrun."""
    wish, ordered = plan.scenario.ketahanan, sorted(amounts, reverse=True)
    return sum(ordered) + Fraction(wish.lonjakan_biaya) * sum(ordered[: wish.biaya_terburuk])


def _limit(plan: Plan, row: Pagu) -> Fraction:
    return (row.batas_atas or 0) * Fraction(plan.scenario.pagu_faktor)


def _rows(plan: Plan, deeds: Deeds) -> Iterator[Finding]:
    for row in plan.pack.ceilings:
        bound = row.batas_atas is not None and not row.sumber_dana
        if not bound or (row.tahun is not None and row.tahun not in deeds.planned_years):
            continue
        facts, moving = Fraction(0), dict.fromkeys(plan.pack.activities, Fraction(0))
        for (code, year, _), amount in known_spending(plan).items():
            if row.opd and plan.pack.activities[code].opd != row.opd:
                continue
            if year in deeds.planned_years and row.tahun in {None, year}:
                moving[code] += amount
            elif year not in deeds.planned_years and row.tahun is None:
                facts += amount
        worst = facts + _worst(plan, moving.values())
        if worst > _limit(plan, row):
            where = f"tahun {row.tahun or 'semua'}, OPD {row.opd or 'semua'}"
            yield _broken(where, worst, _limit(plan, row))


def _funds(plan: Plan, year: int) -> Iterator[Finding]:
    """Yield a finding if some overruns of a year cannot be paid, whatever funds are moved."""
    tops = {
        row.sumber_dana: _limit(plan, row)
        for row in plan.pack.ceilings
        if row.tahun == year and row.sumber_dana and not row.opd and row.batas_atas is not None
    }
    named = {row.sumber_dana for row in plan.pack.ceilings if row.sumber_dana}
    spent: dict[str, Fraction] = {}
    for (code, t, _), amount in known_spending(plan).items():
        if t == year:
            spent[code] = spent.get(code, Fraction(0)) + amount
    for size in range(1, len(tops) + 1):
        for funds in combinations(sorted(tops), size):
            only = [
                amount
                for code, amount in spent.items()
                if {f for f in named if f in (plan.pack.activities[code].sumber_dana or named)}
                <= set(funds)
            ]
            room = sum((tops[f] for f in funds), Fraction(0))
            if only and _worst(plan, only) > room:
                where = f"tahun {year}, dana {', '.join(funds)}"
                yield _broken(where, _worst(plan, only), room)
                return


def _broken(where: str, worst: Fraction, room: Fraction) -> Finding:
    return found(
        "KLA-P-065",
        f"Pagu {where}: bila biaya melonjak, belanja menjadi {rupiah(worst)}; paling banyak "
        f"{rupiah(room)}.",
        _HERE,
    )


def _target(
    plan: Plan, target: Target, answers: Mapping[tuple[int, str], Fraction]
) -> Iterator[Finding]:
    total = worst_total(plan, answers, target.tahun)
    if target.dasar == "verifikasi":
        total *= 1 - Fraction(plan.scenario.diskon_verifikasi)
    bound, strict = Fraction(target.poin or 0), False
    for row in plan.pack.instrument.predicates:
        if row.predikat == target.predikat:
            bound, strict = Fraction(row.batas_bawah), row.dasar == ">"
    if total < bound or (strict and total == bound):
        yield found(
            "KLA-P-066",
            f"Target tahun {target.tahun}: bila {plan.scenario.ketahanan.jawaban_gagal} jawaban "
            f"tidak naik, nilai hanya {exact(total)}; paling sedikit {exact(bound)}.",
            Place(sheet="skor"),
        )


def worst_total(plan: Plan, answers: Mapping[tuple[int, str], Fraction], year: int) -> Fraction:
    """Return the total of a year if the k answers whose loss hurts most had not risen.

    Losses within one indicator depend on each other only through its cap, so the worst choice is
    found by giving each indicator a number of losses (dynamic programming).
    """
    instrument, k = plan.pack.instrument, plan.scenario.ketahanan.jawaban_gagal
    worst: list[Fraction] = [Fraction(0)] * (k + 1)
    for code, indicator in instrument.indicators.items():
        points, gains = Fraction(0), []
        for question, row in instrument.questions.items():
            if row.indikator != code:
                continue
            most = Fraction(row.poin_maks)
            points += most * answers[year, question]
            started = Fraction(plan.pack.answers[question].poin)
            gains.append(max(Fraction(0), most * answers[year, question] - started))
        gains.sort(reverse=True)
        after = [
            min(Fraction(indicator.poin_maks), points - sum(gains[:lost])) for lost in range(k + 1)
        ]
        worst = [
            min(worst[losses - own] + after[own] for own in range(losses + 1))
            for losses in range(k + 1)
        ]
    return worst[k]
