"""Quarterly realisation: years that fit the plan, and sums that fit the yearly figures."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from kla_plan.findings import Finding
from kla_plan.indonesian import number, rupiah
from kla_plan.pack.columns import Kegiatan, Realisasi
from kla_plan.pack.draft import Draft, Entry
from kla_plan.pack.records import RealisasiTriwulan
from kla_plan.pack.rules import check, warning

type _Rows = Mapping[tuple[str, int], list[Entry[RealisasiTriwulan]]]

OTHER_SUM: Final = warning(
    "KLA-D-140",
    "Jumlah triwulan berbeda dengan realisasi tahunan",
    reason="Salah satu lembar belum diperbarui, atau triwulan diisi secara kumulatif.",
    remedy="Samakan keduanya; untuk tahun yang sudah ditutup yang dipakai ialah lembar realisasi.",
    example="triwulan 1–4 berjumlah 6 unit, realisasi tahun itu 8 unit",
)
NOT_CLOSED: Final = warning(
    "KLA-D-141",
    "Kegiatan berlaporan triwulan tidak ada pada realisasi tahunan",
    reason="Tahun yang punya baris realisasi dianggap selesai; kegiatan tanpa baris dianggap tidak "
    "terlaksana.",
    remedy="Tambahkan baris kegiatan itu pada lembar realisasi.",
    example="A3 melapor triwulan 2 tahun 2026, tetapi realisasi 2026 hanya memuat A1",
)
OUTSIDE: Final = warning(
    "KLA-D-142",
    "Triwulan di luar masa rencana",
    reason="Tahun salah ketik; baris ini tidak masuk laporan pemantauan.",
    remedy="Perbaiki tahunnya.",
    example="realisasi triwulan 2016 pada rencana 2026–2030",
)
TOO_MUCH: Final = warning(
    "KLA-D-143",
    "Jumlah triwulan melebihi volume terbesar",
    reason="Triwulan sering terisi secara kumulatif, padahal yang diminta hanya triwulan itu.",
    remedy="Isi volume triwulan itu saja, atau naikkan volume_maks pada lembar kegiatan.",
    example="triwulan 1 sampai 4 berisi 2, 4, 6, 8 untuk kegiatan dengan volume_maks 8",
)


@check(OTHER_SUM)
def other_sum(draft: Draft) -> Iterator[Finding]:
    """Check that reported quarters add up to the yearly figure where there is one."""
    quarters = _by_year(draft)
    for entry in draft.rows(Realisasi):
        row = entry.record
        reported = [one.record for one in quarters.get((row.kegiatan, row.tahun), [])]
        volume = sum((one.volume for one in reported), Decimal(0))
        money = sum(one.rupiah for one in reported)
        told = f"Triwulan {row.kegiatan} tahun {row.tahun} berjumlah"
        if reported and volume != row.volume:
            reason = f"{told} {number(volume)}, realisasi tahunannya {number(row.volume)}."
            yield OTHER_SUM.at(entry.at("volume"), entry.text("volume"), reason)
        if reported and money != row.rupiah:
            reason = f"{told} {rupiah(money)}, realisasi tahunannya {rupiah(row.rupiah)}."
            yield OTHER_SUM.at(entry.at("rupiah"), entry.text("rupiah"), reason)


@check(NOT_CLOSED, whole=("realisasi",))
def not_closed(draft: Draft) -> Iterator[Finding]:
    """Check that a closed year has a row of each activity that reported quarters."""
    yearly = {(entry.record.kegiatan, entry.record.tahun) for entry in draft.rows(Realisasi)}
    closed = {year for _, year in yearly}
    for (code, year), rows in _by_year(draft).items():
        if year in closed and (code, year) not in yearly:
            reason = f"Realisasi tahun {year} tidak memuat {code}."
            yield NOT_CLOSED.at(rows[0].at("kegiatan"), code, reason)


@check(OUTSIDE)
def outside(draft: Draft) -> Iterator[Finding]:
    """Check that a quarter belongs to a year of the plan."""
    years = draft.horizon.years
    for entry in draft.rows(RealisasiTriwulan):
        year = entry.record.tahun
        if year not in years:
            reason = f"Rencana ini mencakup {years[0]} sampai {years[-1]}."
            yield OUTSIDE.at(entry.at("tahun"), str(year), reason)


@check(TOO_MUCH)
def too_much(draft: Draft) -> Iterator[Finding]:
    """Check that the quarters of a year keep to the largest volume; the first excess is named."""
    most = {entry.record.kegiatan: entry.record.volume_maks for entry in draft.rows(Kegiatan)}
    for (code, year), rows in _by_year(draft).items():
        total = Decimal(0)
        for entry in sorted(rows, key=lambda one: one.record.triwulan):
            total += entry.record.volume
            if code in most and total > most[code]:
                reason = (
                    f"Kegiatan {code} tahun {year} sampai {number(total)}, volume_maks "
                    f"{number(most[code])}."
                )
                yield TOO_MUCH.at(entry.at("volume"), entry.text("volume"), reason)
                break


def _by_year(draft: Draft) -> _Rows:
    """Return the filled rows by (kegiatan, tahun), in file order."""
    found: dict[tuple[str, int], list[Entry[RealisasiTriwulan]]] = {}
    for entry in draft.rows(RealisasiTriwulan):
        row = entry.record
        if row.volume or row.rupiah or row.keterangan:
            found.setdefault((row.kegiatan, row.tahun), []).append(entry)
    return found
