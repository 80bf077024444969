"""Sentences of the predicate case."""

from fractions import Fraction

from kla_plan.indonesian import number, percent, rupiah, rupiah_short
from kla_plan.papers.deciding.ground import Ground
from kla_plan.papers.predicate.chances import Chances
from kla_plan.papers.predicate.facts import Least, Step, average_price, years
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences import assumed, proof, score
from kla_plan.report.sentences.words import count, period, points


def standing(plan: Plan, odds: Chances) -> str:
    """Say both scores, and between which bounds the verified one may lie."""
    low, high = odds.discount.interval()
    own = float(plan.pack.start_score().total)
    pairs = count(len(odds.discount.pairs), "pasangan nilai daerah lain")
    return (
        f"{score.start(plan)} Menurut {pairs} yang diketahui, potongan tengahnya "
        f"{percent(odds.discount.typical)}; dengan peluang 80 % nilai verifikasi sekarang berada "
        f"antara {number(own * (1 - high), 0)} dan {number(own * (1 - low), 0)} poin."
    )


def distance(plan: Plan, way: tuple[Step, ...]) -> str:
    """Say what the next predicate takes on both scores, and what self-assessment it needs."""
    text = " ".join(score.distance(plan))
    if not way:
        return text
    bound = Fraction(way[0].record.batas_bawah) / (1 - Fraction(plan.scenario.diskon_verifikasi))
    more = "sekurang-kurangnya" if way[0].record.dasar == ">=" else "lebih dari"
    return (
        f"{text} Dengan potongan {percent(plan.scenario.diskon_verifikasi)}, {more} "
        f"{points(float(bound))} penilaian mandiri diperlukan untuk {way[0].record.predikat}."
    )


def money(ground: Ground, fewest: Least | None, cheapest: Plan | None) -> str:
    """Say what the plan costs, per point too, and what less money would take."""
    plan = ground.plan
    average = average_price(plan)
    priced = [(row.price, row.year) for row in years(plan) if row.price is not None]
    parts = [f"Anggaran rencana {period(plan.years)} seluruhnya {rupiah(plan.cost())}."]
    if average is not None and plan.cost():
        low, high = min(priced), max(priced)
        parts.append(
            f"Satu poin tambahan rata-rata {rupiah(average)}; termurah pada {low[1]} "
            f"({rupiah_short(low[0])}), termahal pada {high[1]} ({rupiah_short(high[0])})."
        )
    if fewest is not None:
        name = plan.pack.activities[fewest.activity].nama
        parts.append(
            f"Bila anggaran dikurangi, kegiatan {name} ({fewest.activity}) paling sedikit menambah "
            f"poin per rupiah: hemat {rupiah(fewest.rupiah)}, {_fall(ground, fewest)}."
        )
    parts.append(_cheapest(plan, cheapest))
    return " ".join(parts)


def _fall(ground: Ground, fewest: Least) -> str:
    if not fewest.points:
        return f"nilai {ground.last} tidak turun"
    return f"nilai {ground.last} turun {points(float(fewest.points))}"


def _cheapest(plan: Plan, found: Plan | None) -> str:
    if found is None:
        return (
            "Harga satu poin di atas rencana dan jalur termurah ke setiap predikat belum dihitung."
        )
    if found is plan:
        return f"Rencana ini disusun sebagai jalur termurah. {proof.bound(plan)}"
    last = found.years[-1]
    return (
        f"Jalur termurah yang tersedia berbiaya {rupiah(found.cost())} dan mencapai "
        f"{points(float(found.score(last).total))} pada {last}."
    )


def doubt(plan: Plan, way: tuple[Step, ...], odds: Chances) -> str:
    """Say how sure the next predicate is, on how little that rests, and how good the plan is."""
    run = odds.simulation
    pairs = sorted(1 - pair.ratio for pair in odds.discount.pairs)
    rough = (
        f"Peluang dihitung dari {number(run.draws)} jalannya rencana, sedangkan potongan "
        f"verifikasi hanya bersandar pada {count(len(pairs), 'pasangan nilai')} dari pemberitaan "
        f"(turun {percent(pairs[0])} sampai {percent(pairs[-1])}), sehingga peluang itu kasar."
    )
    assumption = (
        f"Terlaksananya kegiatan ({percent(run.uncertainty.delivery, 0)}) dan diakuinya dampak "
        f"({percent(run.uncertainty.effect, 0)}) adalah asumsi."
    )
    parts = [rough, assumption]
    if way and way[0].lost is not None:
        parts.append(f"Predikat {way[0].record.predikat} lepas lagi pada {way[0].lost}.")
    return " ".join([*parts, assumed.share(plan), proof.quality(plan)])
