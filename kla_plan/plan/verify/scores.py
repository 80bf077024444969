"""Contract 3.6 and 3.7: points, indicators, totals, predikat and targets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from kla_plan.findings import Finding, Place
from kla_plan.instrument import NO_PREDICATE
from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify.codes import exact, found
from kla_plan.scenario import Target

_HERE = Place(sheet="skor")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The recomputed score sheet of one year; all points exact."""

    indicators: Mapping[str, Fraction]
    total: Fraction


def sheet(pack: Pack, answers: Mapping[tuple[int, str], Fraction], year: int) -> Sheet:
    """Return the points of a year from its answers, each indicator capped at its maximum."""
    points = dict.fromkeys(pack.instrument.indicators, Fraction(0))
    for code, question in pack.instrument.questions.items():
        points[question.indikator] += Fraction(question.poin_maks) * answers[year, code]
    for code, indicator in pack.instrument.indicators.items():
        points[code] = min(points[code], Fraction(indicator.poin_maks))
    return Sheet(points, sum(points.values(), Fraction(0)))


def after_discount(total: Fraction, plan: Plan) -> Fraction:
    """Return the expected verified total."""
    return total - total * Fraction(plan.scenario.diskon_verifikasi)


def predicate(pack: Pack, total: Fraction) -> str:
    """Return the highest predikat that a total earns."""
    best, name = Fraction(-1), NO_PREDICATE
    for row in pack.instrument.predicates:
        bound = Fraction(row.batas_bawah)
        if (total > bound or (total == bound and row.dasar == ">=")) and bound > best:
            best, name = bound, row.predikat
    return name


def check_answers(plan: Plan, answers: Mapping[tuple[int, str], Fraction]) -> Iterator[Finding]:
    """Yield a finding for every answer that is missing, too many, or not the recomputed one."""
    for year, code in sorted(answers.keys() ^ plan.fractions.keys()):
        state = "tidak ada" if (year, code) in answers else "tidak dikenal"
        yield found("KLA-P-030", f"Jawaban {code} tahun {year} {state}.", _HERE)
    for (year, code), fraction in answers.items():
        stated = plan.fractions.get((year, code), fraction)
        if stated != fraction:
            yield found(
                "KLA-P-031",
                f"Pertanyaan {code} tahun {year}: fraksi {exact(Fraction(stated))}; seharusnya "
                f"{exact(fraction)}.",
                _HERE,
            )


def check_scores(plan: Plan, answers: Mapping[tuple[int, str], Fraction]) -> Iterator[Finding]:
    """Yield a finding where the plan shows other points or another predikat than recomputed."""
    if answers.keys() - plan.fractions.keys():
        return  # the missing answers are findings already; no total can be made without them
    for year in plan.years:
        stated, own = plan.score(year), sheet(plan.pack, answers, year)
        pairs = [(f"indikator {c}", stated.indicators.get(c), p) for c, p in own.indicators.items()]
        for name, shown, points in [*pairs, ("total", stated.total, own.total)]:
            if shown != points:
                yield found(
                    "KLA-P-032",
                    f"Poin {name} tahun {year}: {exact(shown or Fraction(0))}; seharusnya "
                    f"{exact(points)}.",
                    _HERE,
                )
        checked = after_discount(own.total, plan)
        for shown_name, total in (
            (plan.predicate(year), own.total),
            (plan.predicate(year, after_verification=True), checked),
        ):
            if shown_name != predicate(plan.pack, total):
                yield found(
                    "KLA-P-033",
                    f"Predikat tahun {year} tertulis {shown_name}; dengan {exact(total)} poin "
                    f"seharusnya {predicate(plan.pack, total)}.",
                    _HERE,
                )


def check_targets(plan: Plan, answers: Mapping[tuple[int, str], Fraction]) -> Iterator[Finding]:
    """Yield a finding for every target that the recomputed score misses."""
    for target in plan.scenario.target:
        if target.tahun not in plan.years:
            yield found(
                "KLA-P-034", f"Target tahun {target.tahun} di luar cakrawala rencana.", _HERE
            )
            continue
        total = sheet(plan.pack, answers, target.tahun).total
        if target.dasar == "verifikasi":
            total = after_discount(total, plan)
        for missed in _missed(plan.pack, target, total):
            yield found(
                "KLA-P-034",
                f"Target tahun {target.tahun} ({target.dasar}): {exact(total)} poin; seharusnya "
                f"{missed}.",
                _HERE,
            )


def _missed(pack: Pack, target: Target, total: Fraction) -> Iterator[str]:
    if target.poin is not None and total < Fraction(target.poin):
        yield f"paling sedikit {exact(Fraction(target.poin))} poin"
    if target.predikat is None:
        return
    row = next((p for p in pack.instrument.predicates if p.predikat == target.predikat), None)
    if row is None:
        yield f"predikat {target.predikat}, yang tidak dikenal instrumen"
        return
    bound = Fraction(row.batas_bawah)
    if total < bound or (total == bound and row.dasar == ">"):
        yield f"predikat {target.predikat} ({row.dasar} {exact(bound)})"
