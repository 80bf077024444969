"""Evidence: what the list of pieces says against the answers, and dates that cannot be."""

from collections.abc import Iterator
from typing import Final

from kla_plan.findings import Finding
from kla_plan.indonesian import parse_tanggal
from kla_plan.pack.columns import Jawaban, ProfilRow
from kla_plan.pack.draft import Draft, Entry
from kla_plan.pack.records import Bukti
from kla_plan.pack.rules import check, rule, warning

#: Keys of ``profil``: the last day to hand in evidence, and the first of the self-assessment.
DEADLINE: Final = "tenggat_data_dukung"
OPENING: Final = "penilaian_mandiri_mulai"
#: Years after the horizon in which the evaluation of its last year may still take place.
_AFTER: Final = 2

OTHER_STATUS: Final = warning(
    "KLA-D-104",
    "Status bukti berbeda dengan lembar jawaban",
    reason="Lembar bukti dan kolom status_bukti pada lembar jawaban tidak diperbarui bersama.",
    remedy="Perbaiki salah satunya; laporan data dukung memakai lembar bukti.",
    example="status_bukti lengkap pada jawaban, tetapi satu baris bukti berstatus belum",
)
NO_CALENDAR: Final = rule(
    "KLA-D-105",
    "Tanggal kalender evaluasi tidak terbaca",
    reason="Fakta profil ini menentukan tenggat data dukung dan harus berupa tanggal.",
    remedy="Tulis misalnya 31 Maret 2026 atau 2026-03-31, atau kosongkan bila belum diketahui.",
    example="tenggat_data_dukung berisi akhir Maret",
)
ODD_DEADLINE: Final = warning(
    "KLA-D-106",
    "Tenggat bukti di luar masa rencana",
    reason="Tahun tenggat mendahului tahun dasar, atau jauh setelah tahun akhir rencana.",
    remedy="Periksa tahunnya.",
    example="tenggat 31 Maret 2006 pada rencana 2026–2030",
)


@check(OTHER_STATUS)
def other_status(draft: Draft) -> Iterator[Finding]:
    """Check that no answer claims complete evidence of which a piece is missing, or the reverse."""
    listed: dict[str, list[Entry[Bukti]]] = {}
    for entry in draft.rows(Bukti):
        listed.setdefault(entry.record.pertanyaan, []).append(entry)
    for answer in draft.rows(Jawaban):
        pieces = listed.get(answer.record.pertanyaan, [])
        stated = answer.record.status_bukti
        if not stated or not pieces:
            continue
        short = [entry for entry in pieces if entry.record.status != "lengkap"]
        if (stated == "lengkap") == (not short):
            continue
        entry = short[0] if short else pieces[0]
        reason = (
            f"Bukti {entry.record.bukti} pertanyaan {answer.record.pertanyaan} berstatus "
            f'"{entry.record.status}", tetapi lembar jawaban menyatakan "{stated}".'
        )
        yield OTHER_STATUS.at(entry.at("status"), entry.record.status, reason)


@check(NO_CALENDAR)
def no_calendar(draft: Draft) -> Iterator[Finding]:
    """Check that the facts about the evaluation calendar are dates."""
    for entry in draft.rows(ProfilRow):
        row = entry.record
        if row.kunci not in {DEADLINE, OPENING} or not row.nilai:
            continue
        try:
            parse_tanggal(row.nilai)
        except ValueError:
            reason = f'Fakta "{row.kunci}" bukan tanggal.'
            yield NO_CALENDAR.at(entry.at("nilai"), row.nilai, reason)


@check(ODD_DEADLINE)
def odd_deadline(draft: Draft) -> Iterator[Finding]:
    """Check that a deadline falls into the years that the plan is about."""
    first, last = draft.horizon.base_year, draft.horizon.last_year + _AFTER
    for entry in draft.rows(Bukti):
        deadline = entry.record.tenggat
        if deadline is not None and not first <= deadline.year <= last:
            reason = f"Rencana ini berdasar tahun {first} dan berakhir {draft.horizon.last_year}."
            yield ODD_DEADLINE.at(entry.at("tenggat"), entry.text("tenggat"), reason)
