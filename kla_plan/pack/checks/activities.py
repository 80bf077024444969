"""Activities one by one: volumes, windows, official codes."""

import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR
from typing import Final

from kla_plan.findings import Finding, did_you_mean
from kla_plan.indonesian import number
from kla_plan.pack.columns import Kegiatan, Realisasi
from kla_plan.pack.draft import Draft
from kla_plan.pack.rules import check, rule, warning

_SUB_KEGIATAN: Final = re.compile(r"\d\.\d{2}\.\d{2}\.\d\.\d{2}\.\d{2,4}")

NO_ACTIVITIES: Final = rule(
    "KLA-D-040",
    "Paket tanpa kegiatan",
    reason="Semua kegiatan dibuang, atau katalog tidak dipakai dan lembar kegiatan kosong.",
    remedy="Isi lembar kegiatan, atau setel katalog = ya pada profil.",
    example="katalog = tidak dengan lembar kegiatan kosong",
)
MINIMUM_ABOVE: Final = rule(
    "KLA-D-041",
    "Volume terkecil di atas volume terbesar per tahun",
    reason="Kegiatan itu tidak akan pernah dapat dilaksanakan.",
    remedy="Turunkan volume_min_per_tahun atau naikkan volume_maks.",
    example="volume_min_per_tahun 10, volume_maks_per_tahun 5",
)
WINDOW_REVERSED: Final = rule(
    "KLA-D-042",
    "Mulai paling awal setelah mulai paling akhir",
    reason="Kedua tahun tertukar.",
    remedy="Tukar atau perbaiki kedua tahun.",
    example="mulai_paling_awal 2028, mulai_paling_akhir 2026",
)
WINDOW_OUTSIDE: Final = rule(
    "KLA-D-043",
    "Waktu mulai di luar cakrawala",
    reason="Tahun mulai tidak beririsan dengan tahun rencana, sehingga kegiatan tidak terpilih.",
    remedy="Perbaiki tahunnya, atau buang kegiatannya (dipakai = tidak).",
    example="mulai_paling_awal 2031 pada rencana 2024–2030",
)
BAD_SUB_KEGIATAN: Final = rule(
    "KLA-D-044",
    "Kode sub kegiatan tidak lengkap",
    reason="Excel membaca kode sebagai bilangan dan membuang bagiannya, atau kode terpotong.",
    remedy="Ketik kode lengkap dalam sel berformat Text, misalnya 2.08.06.2.01.0001.",
    example='sub_kegiatan "2.08"',
)
UNKNOWN_SUB_KEGIATAN: Final = warning(
    "KLA-D-045",
    "Kode sub kegiatan tidak ada di nomenklatur",
    reason="Kode salah ketik, atau dari keputusan Kemendagri yang lebih baru.",
    remedy="Periksa kodenya terhadap nomenklatur yang berlaku di SIPD.",
    example='sub_kegiatan "2.08.06.2.01.9999"',
)
WHOLE_VOLUME: Final = warning(
    "KLA-D-046",
    "Batas volume pecahan pada kegiatan bulat",
    reason="Volume kegiatan ini bulat, sehingga bagian pecahan batasnya tidak pernah dipakai.",
    remedy="Bulatkan batasnya, atau isi bulat = tidak.",
    example="volume_maks 2,5 dengan bulat ya",
)


@check(NO_ACTIVITIES, whole=("kegiatan",))
def no_activities(draft: Draft) -> Iterator[Finding]:
    """Check that there is something to choose from."""
    if not draft.rows(Kegiatan):
        place = draft.raw["profil"].place
        yield NO_ACTIVITIES.at(place, "", "Tidak ada kegiatan yang dapat dipilih.")


@check(MINIMUM_ABOVE)
def minimum_above(draft: Draft) -> Iterator[Finding]:
    """Check that the smallest yearly volume does not exceed the largest."""
    for entry in draft.rows(Kegiatan):
        low, high = entry.record.yearly_minimum, entry.record.yearly_maximum
        if entry.record.bulat:
            low = low.to_integral_value(ROUND_CEILING)
            high = high.to_integral_value(ROUND_FLOOR)
        if low > high:
            given = entry.record.volume_min_per_tahun is not None
            column = "volume_min_per_tahun" if given else "volume_maks"
            reason = f"Volume per tahun paling sedikit {number(low)}, paling banyak {number(high)}."
            yield MINIMUM_ABOVE.at(entry.at(column), entry.text(column), reason)


@check(WINDOW_REVERSED)
def window_reversed(draft: Draft) -> Iterator[Finding]:
    """Check that a window opens before it closes."""
    for entry in draft.rows(Kegiatan):
        first, last = entry.record.mulai_paling_awal, entry.record.mulai_paling_akhir
        if first is not None and last is not None and first > last:
            reason = f"Mulai paling awal {first}, tetapi paling akhir {last}."
            yield WINDOW_REVERSED.at(entry.at("mulai_paling_akhir"), str(last), reason)


@check(WINDOW_OUTSIDE)
def window_outside(draft: Draft) -> Iterator[Finding]:
    """Check that a window overlaps the years of the plan."""
    horizon = draft.horizon
    span = f"Rencana mencakup {horizon.first_year}–{horizon.last_year}."
    begun = {entry.record.kegiatan for entry in draft.rows(Realisasi)}
    for entry in draft.rows(Kegiatan):
        # The window is about the first active year, which is a fact for what has begun.
        if entry.record.kegiatan in begun:
            continue
        first, last = entry.record.mulai_paling_awal, entry.record.mulai_paling_akhir
        if first is not None and first > horizon.last_year:
            yield WINDOW_OUTSIDE.at(entry.at("mulai_paling_awal"), str(first), span)
        elif last is not None and last < horizon.first_year:
            yield WINDOW_OUTSIDE.at(entry.at("mulai_paling_akhir"), str(last), span)


@check(BAD_SUB_KEGIATAN)
def bad_sub_kegiatan(draft: Draft) -> Iterator[Finding]:
    """Check that a sub-kegiatan code has all its six parts."""
    for entry in draft.rows(Kegiatan):
        code = entry.record.sub_kegiatan
        if code and not _SUB_KEGIATAN.fullmatch(code):
            reason = f'"{code}" bukan kode sub kegiatan yang lengkap.'
            yield BAD_SUB_KEGIATAN.at(entry.at("sub_kegiatan"), code, reason)


@check(UNKNOWN_SUB_KEGIATAN, whole=("nomenklatur",))
def unknown_sub_kegiatan(draft: Draft) -> Iterator[Finding]:
    """Check that a sub-kegiatan code is an official one, where the official list is at hand."""
    known = draft.codes("nomenklatur")
    if not known:
        return
    for entry in draft.rows(Kegiatan):
        code = entry.record.sub_kegiatan
        if code and _SUB_KEGIATAN.fullmatch(code) and code not in known:
            reason = f"Kode {code} tidak ada di nomenklatur.{did_you_mean(code, known)}"
            yield UNKNOWN_SUB_KEGIATAN.at(entry.at("sub_kegiatan"), code, reason)


@check(WHOLE_VOLUME)
def whole_volume(draft: Draft) -> Iterator[Finding]:
    """Check that whole volumes have whole bounds."""
    for entry in draft.rows(Kegiatan):
        if not entry.record.bulat:
            continue
        for column in ("volume_maks", "volume_maks_per_tahun", "volume_min_per_tahun"):
            bound = getattr(entry.record, column)
            if bound is not None and bound != bound.to_integral_value():
                reason = f"Kegiatan {entry.record.kegiatan} bulat, batasnya {number(bound)}."
                yield WHOLE_VOLUME.at(entry.at(column), entry.text(column), reason)
