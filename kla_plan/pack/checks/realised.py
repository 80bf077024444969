"""Realised years: facts that the plan starts from."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from kla_plan.findings import Finding
from kla_plan.indonesian import number
from kla_plan.pack.columns import Kegiatan, Realisasi
from kla_plan.pack.draft import Draft
from kla_plan.pack.rules import check, rule

AFTER_HORIZON: Final = rule(
    "KLA-D-090",
    "Realisasi setelah tahun akhir",
    reason="Tahun salah ketik, atau cakrawala terlalu pendek.",
    remedy="Perbaiki tahunnya.",
    example="realisasi 2032 pada rencana sampai 2030",
)
NOTHING_LEFT: Final = rule(
    "KLA-D-091",
    "Seluruh cakrawala sudah terealisasi",
    reason="Rencana dimulai setelah tahun realisasi terakhir, sehingga tidak ada tahun tersisa.",
    remedy="Perpanjang tahun_akhir, atau hapus realisasi tahun terakhir.",
    example="realisasi 2030 pada rencana sampai 2030",
)
ABOVE_MAXIMUM: Final = rule(
    "KLA-D-092",
    "Realisasi melebihi volume terbesar",
    reason="Volume yang terlaksana lebih banyak daripada volume_maks kegiatan itu.",
    remedy="Naikkan volume_maks pada lembar kegiatan, atau perbaiki realisasinya.",
    example="realisasi 12 unit, volume_maks 10",
)


@check(AFTER_HORIZON)
def after_horizon(draft: Draft) -> Iterator[Finding]:
    """Check that nothing is realised after the last year."""
    last = draft.horizon.last_year
    for entry in draft.rows(Realisasi):
        if entry.record.tahun > last:
            reason = f"Rencana berakhir pada {last}."
            yield AFTER_HORIZON.at(entry.at("tahun"), str(entry.record.tahun), reason)


@check(NOTHING_LEFT)
def nothing_left(draft: Draft) -> Iterator[Finding]:
    """Check that at least one year is left to plan."""
    last = draft.horizon.last_year
    for entry in draft.rows(Realisasi):
        if entry.record.tahun == last:
            reason = f"Tahun {last} sudah terealisasi, padahal itu tahun akhir."
            yield NOTHING_LEFT.at(entry.at("tahun"), str(last), reason)
            return


@check(ABOVE_MAXIMUM)
def above_maximum(draft: Draft) -> Iterator[Finding]:
    """Check that what was delivered keeps to the largest volume (contract 3.1)."""
    activities = {entry.record.kegiatan: entry.record for entry in draft.rows(Kegiatan)}
    total: dict[str, Decimal] = {}
    for entry in sorted(draft.rows(Realisasi), key=lambda e: e.record.tahun):
        activity = activities.get(entry.record.kegiatan)
        if activity is None:
            continue
        code = activity.kegiatan
        total[code] = total.get(code, Decimal(0)) + entry.record.volume
        volume = entry.record.volume if activity.berulang else total[code]
        if volume > activity.volume_maks:
            reason = f"Kegiatan {code} sampai {number(volume)}, volume_maks "
            reason += f"{number(activity.volume_maks)}."
            yield ABOVE_MAXIMUM.at(entry.at("volume"), entry.text("volume"), reason)
