"""What earlier years bind in a year, and what the year binds later, as the Word file tells it."""

from collections.abc import Sequence

from kla_plan.indonesian import join, number, rupiah
from kla_plan.papers.yearly.line import Line, Year
from kla_plan.report.sentences.words import count, period

#: Years after this one whose bound rupiah are told one by one.
_SINGLY = 3


def bound(year: Year) -> dict[str, object]:
    """Return the values of the section on bound payments."""
    carried = sum(line.carried or 0 for line in year.lines)
    rows = [line for line in year.lines if line.carried]
    return {
        "kalimat": _carried_words(year, carried, rows),
        "baris": [
            {
                "nama": line.activity.nama,
                "opd": line.agency.nama,
                "catatan": line.note,
                "pagu": number(line.rupiah),
                "lanjutan": number(line.carried or 0),
            }
            for line in rows
        ],
        "pagu": number(sum(line.rupiah for line in rows)),
        "jumlah": number(carried),
        "kemudian": _later_words(year),
    }


def _carried_words(year: Year, carried: int, rows: Sequence[Line]) -> str:
    if not year.forward.split:
        return f"Tahun {year.year} sudah terealisasi; belanjanya tidak dirinci."
    only = sum(1 for line in rows if line.pays_only)
    if not rows:
        return (
            f"Anggaran tahun {year.year} tidak memuat pembayaran lanjutan atau pemeliharaan atas "
            "pekerjaan tahun sebelumnya."
        )
    text = (
        f"Dari anggaran tahun {year.year}, {rupiah(carried)} merupakan pembayaran lanjutan dan "
        f"pemeliharaan atas pekerjaan tahun sebelumnya pada {count(len(rows), 'kegiatan')}"
    )
    if only == len(rows):
        which = "kegiatan itu" if only == 1 else "keduanya" if only == 2 else "semuanya"
        return f"{text}; {which} tidak dilaksanakan lagi."
    if only:
        return f"{text}; {count(only, 'kegiatan')} di antaranya tidak dilaksanakan lagi."
    return f"{text}."


def _later_words(year: Year) -> str:
    """Say what is bound after the year: the next years one by one, the others together."""
    known = year.forward
    due = {when: known.bound_total(when) for when in sorted(known.bound)}
    years = [when for when, rupiahs in due.items() if rupiahs]
    if not years:
        return ""
    parts = [f"{rupiah(due[when])} pada tahun {when}" for when in years[:_SINGLY]]
    if years[_SINGLY:]:
        rest = sum(due[when] for when in years[_SINGLY:])
        parts.append(f"{rupiah(rest)} selama {period(years[_SINGLY:])}")
    return (
        f"Pekerjaan sampai dengan tahun {year.year} mengikat anggaran tahun berikutnya sebesar "
        f"{join(parts)}, apa pun yang diputuskan kemudian. Kewajiban dihitung sampai lima tahun "
        "setelah masa rencana; rinciannya ada pada lembar Kewajiban lanjutan."
    )
