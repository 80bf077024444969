"""A pack's own instrument: scales and maxima."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kla_plan.findings import Finding
from kla_plan.indonesian import number
from kla_plan.instrument import Klaster, Pertanyaan, Predikat
from kla_plan.pack.draft import Draft
from kla_plan.pack.rules import check, rule, warning

BAD_SCALE: Final = rule(
    "KLA-D-100",
    "Skala tidak menaik atau tidak berakhir 1",
    reason="Tangga nilai adalah pecahan lebih dari 0, makin besar, dan berakhir pada 1.",
    remedy="Urutkan pecahannya dan akhiri dengan 1.",
    example="0.5;0.25;1",
)
SHORT_INDICATOR: Final = warning(
    "KLA-D-101",
    "Pertanyaan tidak mencapai poin maksimum indikator",
    reason="Jumlah poin pertanyaannya lebih kecil daripada poin maksimum indikator.",
    remedy="Lengkapi pertanyaannya, atau perbaiki poin maksimumnya.",
    example="indikator 15 poin, pertanyaannya berjumlah 12",
)
CLUSTER_SUM: Final = warning(
    "KLA-D-102",
    "Poin klaster bukan jumlah indikatornya",
    reason="Poin maksimum klaster berbeda dari jumlah poin maksimum indikatornya.",
    remedy="Samakan keduanya; perhitungan memakai poin indikator.",
    example="klaster 115 poin, indikatornya berjumlah 110",
)
PREDICATE_OUT_OF_REACH: Final = warning(
    "KLA-D-103",
    "Predikat di atas nilai tertinggi",
    reason="Batas bawah predikat lebih besar daripada nilai total tertinggi instrumen.",
    remedy="Periksa batas_bawah atau poin maksimum.",
    example="batas_bawah 1200 pada instrumen 1000 poin",
)


@check(BAD_SCALE)
def bad_scale(draft: Draft) -> Iterator[Finding]:
    """Check that a scale rises from above 0 to 1."""
    for entry in draft.rows(Pertanyaan):
        levels = entry.record.skala
        rising = all(low < high for low, high in pairwise(levels))
        if not rising or levels[0] <= 0 or levels[-1] != 1:
            reason = f"Skala {entry.record.pertanyaan} tidak menaik dari atas 0 sampai 1."
            yield BAD_SCALE.at(entry.at("skala"), entry.text("skala"), reason)


@check(SHORT_INDICATOR)
def short_indicator(draft: Draft) -> Iterator[Finding]:
    """Check that the questions of an indicator can reach its maximum."""
    places = {row.text("indikator"): row for row in draft.raw["indikator"].rows}
    for code, indicator in draft.scored.indicators.items():
        total = sum(question.poin_maks for question in draft.scored.questions_of(code))
        if total < indicator.poin_maks:
            reason = f"Pertanyaan {code} berjumlah {number(total)} poin."
            cell = places[code].cell("poin_maks")
            yield SHORT_INDICATOR.at(cell.place, cell.text, reason)


@check(CLUSTER_SUM)
def cluster_sum(draft: Draft) -> Iterator[Finding]:
    """Check that a cluster's maximum is the sum of its indicators."""
    for entry in draft.rows(Klaster):
        code = entry.record.klaster
        indicators = draft.scored.indicators.values()
        total = sum(row.poin_maks for row in indicators if row.klaster == code)
        if total != entry.record.poin_maks:
            reason = f"Indikator {code} berjumlah {number(total)} poin."
            yield CLUSTER_SUM.at(entry.at("poin_maks"), entry.text("poin_maks"), reason)


@check(PREDICATE_OUT_OF_REACH)
def predicate_out_of_reach(draft: Draft) -> Iterator[Finding]:
    """Check that every predicate can be earned."""
    best = draft.scored.maximum
    for entry in draft.rows(Predikat):
        if not entry.record.earned_by(best):
            reason = f"Nilai tertinggi instrumen ini {number(best)}."
            yield PREDICATE_OUT_OF_REACH.at(
                entry.at("batas_bawah"), entry.text("batas_bawah"), reason
            )
