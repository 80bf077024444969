"""Contract 3.5 and 3.6: from deliveries to answers, recomputed exactly."""

from collections.abc import Mapping
from fractions import Fraction

from kla_plan.pack.columns import Dampak
from kla_plan.plan.verify.deeds import Deeds
from kla_plan.scenario import Scenario

_TOLERANCE = Fraction(1, 10**6)


def answers(deeds: Deeds, scenario: Scenario) -> Mapping[tuple[int, str], Fraction]:
    """Return the fraction *f* of every (year, question) that deliveries earn."""
    singles: dict[str, list[Dampak]] = {}
    bundles: dict[str, dict[str, list[Dampak]]] = {}
    for row in deeds.pack.effects:
        if row.kenaikan > 0 and row.paket:
            bundles.setdefault(row.pertanyaan, {}).setdefault(row.paket, []).append(row)
        elif row.kenaikan > 0:
            singles.setdefault(row.pertanyaan, []).append(row)
    result = {}
    for code in deeds.pack.instrument.questions:
        start = initial(deeds, code)
        for year in deeds.pack.years:
            gain = sum((contribution(deeds, row, year) for row in singles.get(code, ())), start)
            for rows in bundles.get(code, {}).values():
                if all(reached(deeds, row, year) for row in rows):
                    gain += Fraction(rows[0].kenaikan)
            result[year, code] = answer(deeds, scenario, code, min(Fraction(1), gain))
    return result


def initial(deeds: Deeds, question: str) -> Fraction:
    """Return *g0* of a question; one without points counts as answered."""
    maximum = Fraction(deeds.pack.instrument.questions[question].poin_maks)
    return Fraction(deeds.pack.answers[question].poin) / maximum if maximum else Fraction(1)


def contribution(deeds: Deeds, row: Dampak, year: int) -> Fraction:
    """Return what one row of ``dampak`` outside a paket adds to *g* in a year."""
    lasting = row.bertahan
    if lasting is None:
        lasting = not deeds.pack.activities[row.kegiatan].berulang
    seen = [
        volume
        for delivered, volume in deeds.effective(row.kegiatan).items()
        if (delivered <= year - row.jeda if lasting else delivered == year - row.jeda)
    ]
    if row.per == "aktif":
        return Fraction(row.kenaikan) if seen else Fraction(0)
    return Fraction(row.kenaikan) * sum(seen, Fraction(0))


def reached(deeds: Deeds, row: Dampak, year: int) -> bool:
    """Whether an activity has delivered its share of a paket, so that it shows in a year."""
    done = [v for y, v in deeds.effective(row.kegiatan).items() if y <= year - row.jeda]
    return sum(done, Fraction(0)) >= Fraction(row.volume_perlu)


def answer(deeds: Deeds, scenario: Scenario, question: str, progress: Fraction) -> Fraction:
    """Return the fraction that progress *g* earns: its level, or itself, never below *g0*."""
    start = initial(deeds, question)
    if scenario.skala == "kontinu":
        return max(start, progress)
    levels = deeds.pack.instrument.questions[question].skala
    return max([start, *(level for level in levels if level <= progress + _TOLERANCE)])
