"""Ceilings and floors of spending."""

from collections.abc import Iterator
from typing import Final

from kla_plan.findings import Finding, Place
from kla_plan.indonesian import rupiah
from kla_plan.pack.columns import Pagu
from kla_plan.pack.draft import Draft
from kla_plan.pack.rules import check, rule, warning

NO_BOUND: Final = rule(
    "KLA-D-070",
    "Baris pagu tanpa batas",
    reason="Batas atas dan batas bawah sama-sama kosong.",
    remedy="Isi batas_atas (atau batas_bawah), atau hapus barisnya.",
    example="2026, DAU tanpa angka",
)
FLOOR_ABOVE: Final = rule(
    "KLA-D-071",
    "Batas bawah di atas batas atas",
    reason="Belanja paling sedikit melebihi belanja paling banyak untuk cakupan yang sama "
    "atau yang lebih luas.",
    remedy="Turunkan batas bawah, atau naikkan batas atas.",
    example="batas_bawah Dinkes 2 miliar, padahal batas_atas seluruh dana 1,5 miliar",
)
UNBOUNDED: Final = warning(
    "KLA-D-072",
    "Tahun dan dana tanpa batas atas",
    reason="Tanpa batas atas, rencana dapat memakai dana itu sebanyak-banyaknya.",
    remedy="Tambahkan baris pagu untuk tahun dan dana itu.",
    example="pagu DAK hanya sampai 2027, padahal rencana sampai 2030",
)
OUTSIDE_HORIZON: Final = warning(
    "KLA-D-073",
    "Pagu di luar tahun rencana",
    reason="Baris ini tidak akan dipakai.",
    remedy="Periksa tahunnya; biarkan bila memang data tahun lain.",
    example="pagu 2023 pada rencana 2024–2030",
)


@check(NO_BOUND)
def no_bound(draft: Draft) -> Iterator[Finding]:
    """Check that every row bounds something."""
    for entry in draft.rows(Pagu):
        if entry.record.batas_atas is None and entry.record.batas_bawah is None:
            reason = "Baris pagu ini tidak membatasi apa pun."
            yield NO_BOUND.at(entry.at("batas_atas"), "", reason)


def _covers(wide: Pagu, narrow: Pagu) -> bool:
    """Whether all spending that matches one row also matches the other."""
    return (
        wide.tahun in (None, narrow.tahun)
        and wide.sumber_dana in ("", narrow.sumber_dana)
        and wide.opd in ("", narrow.opd)
    )


@check(FLOOR_ABOVE)
def floor_above(draft: Draft) -> Iterator[Finding]:
    """Check that no floor lies above a ceiling over the same or a wider range."""
    ceilings = [entry for entry in draft.rows(Pagu) if entry.record.batas_atas is not None]
    for entry in draft.rows(Pagu):
        floor = entry.record.batas_bawah
        if floor is None:
            continue
        for other in ceilings:
            top = other.record.batas_atas
            if top is not None and floor > top and _covers(other.record, entry.record):
                reason = f"Batas atas {rupiah(top)} berlaku menurut {other.at('batas_atas')}."
                yield FLOOR_ABOVE.at(entry.at("batas_bawah"), rupiah(floor), reason)
                break


@check(UNBOUNDED, whole=("pagu",))
def unbounded(draft: Draft) -> Iterator[Finding]:
    """Check that every year and fund has an upper bound that holds whichever agency spends."""
    rows = [entry.record for entry in draft.rows(Pagu)]
    funds = list(dict.fromkeys(row.sumber_dana for row in rows if row.sumber_dana)) or [""]
    general = [row for row in rows if row.batas_atas is not None and not row.opd]
    place = draft.raw["pagu"].place if "pagu" in draft.raw else Place("pagu")
    for fund in funds:
        free = [
            str(year)
            for year in draft.horizon.years
            if not any(
                row.tahun in (None, year) and row.sumber_dana in ("", fund) for row in general
            )
        ]
        if free:
            what = f"{fund} {', '.join(free)}".strip()
            reason = f"Belum ada batas atas untuk {fund or 'belanja'} tahun {', '.join(free)}."
            yield UNBOUNDED.at(place, what, reason)


@check(OUTSIDE_HORIZON)
def outside_horizon(draft: Draft) -> Iterator[Finding]:
    """Check that a ceiling belongs to a year of the plan."""
    for entry in draft.rows(Pagu):
        year = entry.record.tahun
        if year is not None and year not in draft.horizon.years:
            span = f"{draft.horizon.first_year}–{draft.horizon.last_year}"
            reason = f"Rencana mencakup {span}."
            yield OUTSIDE_HORIZON.at(entry.at("tahun"), str(year), reason)
