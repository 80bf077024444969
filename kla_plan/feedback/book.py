"""``perubahan.xlsx``: every change with who and why, and everything that has to be decided."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kla_plan.feedback.result import CeilingSum, Change, Conflict, Outcome, Side, Tally
from kla_plan.feedback.words import exact
from kla_plan.findings import Place
from kla_plan.indonesian import number, parse_number, rupiah
from kla_plan.pack.source import TABLES
from kla_plan.report.excel.book import RUPIAH, TEXT, WHOLE, Column, workbook
from kla_plan.report.sentences.words import count
from kla_plan.schema import Kind

CHANGES_BOOK: Final = "perubahan.xlsx"
_SHOWN: Final = 3
_TALLY: Final = (
    Column("OPD", TEXT, 18),
    Column("Nama", TEXT, 46),
    Column("Berkas", TEXT, 34),
    Column("Ya", WHOLE, 8, total=True),
    Column("Ubah", WHOLE, 8, total=True),
    Column("Tolak", WHOLE, 8, total=True),
    Column("Belum dijawab", WHOLE, 10, total=True),
    Column("Kegiatan baru", WHOLE, 10, total=True),
    Column("Usulan pagu", WHOLE, 10, total=True),
)
_CHANGES: Final = (
    Column("No.", WHOLE, 6),
    Column("Lembar", TEXT, 12),
    Column("Baris", TEXT, 52),
    Column("Kolom", TEXT, 22),
    Column("Nilai lama", TEXT, 26),
    Column("Nilai baru", TEXT, 26),
    Column("Diusulkan oleh", TEXT, 20),
    Column("Alasan", TEXT, 44),
    Column("Sel formulir", TEXT, 30),
)
_CONFLICTS: Final = (
    Column("No.", WHOLE, 6),
    Column("Jenis", TEXT, 24),
    Column("Perihal", TEXT, 44),
    Column("Keadaan sekarang", TEXT, 28),
    *(
        Column(f"{head} {which}", TEXT, width)
        for which in ("A", "B")
        for head, width in (("Pihak", 16.0), ("Sikap", 30.0), ("Alasan", 30.0))
    ),
    Column("Pihak lain", TEXT, 34),
    Column("Keputusan yang diperlukan", TEXT, 40),
    Column("Diputuskan oleh", TEXT, 32),
    Column("Keputusan", TEXT, 24),
)
_SUMS: Final = (
    Column("Tahun dan sumber dana", TEXT, 40),
    Column("Jumlah pagu OPD sekarang", RUPIAH, 22),
    Column("Jumlah dengan semua usulan", RUPIAH, 22),
    Column("Batas daerah", RUPIAH, 22),
    Column("Sisa atau kelebihan (-)", RUPIAH, 22),
)
_NOTES: Final = (
    Column("No.", WHOLE, 6),
    Column("Perihal", TEXT, 52),
    Column("OPD", TEXT, 18),
    Column("Usulan", TEXT, 30),
    Column("Alasan OPD", TEXT, 40),
    Column("Mengapa tidak menjadi baris paket", TEXT, 56),
    Column("Sel formulir", TEXT, 30),
)


def write_book(outcome: Outcome, target: Path) -> Path:
    """Write the list of changes and of decisions needed."""
    with workbook(target, f"Perubahan dari usulan OPD {outcome.region}") as book:
        rows = [_answer(one) for one in outcome.tallies]
        book.sheet("Jawaban OPD", _summary(outcome), _TALLY, rows, frozen=2)
        changes = [_change(n, one) for n, one in enumerate(outcome.changes, start=1)]
        book.sheet("Perubahan", _APPLIED, _CHANGES, changes, frozen=3)
        conflicts = [_conflict(n, one) for n, one in enumerate(outcome.conflicts, start=1)]
        book.sheet("Perlu keputusan", _OPEN, _CONFLICTS, conflicts, frozen=3)
        book.sheet("Jumlah pagu", _ADDED, _SUMS, [_sum(one) for one in outcome.sums])
        notes = [
            (n, one.subject, one.side.who, one.side.says, one.side.why, one.reason,
             _cell(one.side.place))
            for n, one in enumerate(outcome.notes, start=1)
        ]  # fmt: skip
        book.sheet("Catatan", _UNSAID, _NOTES, notes, frozen=2)
    return target


_APPLIED: Final = (
    "Semua perubahan pada lembar ini sudah ada dalam paket baru; paket lama tidak diubah. Kolom "
    "sumber pada biaya dan pagu menyebut OPD pengusul."
)
_OPEN: Final = (
    "Belum diterapkan. Isi kolom Keputusan dalam rapat, lalu perbaiki formulir OPD dan impor lagi."
)
_ADDED: Final = (
    "Hanya tahun dan sumber dana yang diusulkan berubah. Batas yang kosong berarti daerah belum "
    "menetapkannya."
)
_UNSAID: Final = "Usulan yang tidak dapat atau tidak perlu dinyatakan sebagai baris paket."


def _summary(outcome: Outcome) -> str:
    back = sum(1 for one in outcome.tallies if one.returned)
    parts = [
        f"{number(back)} dari {number(len(outcome.tallies))} OPD mengembalikan formulir",
        f"{count(len(outcome.changes), 'perubahan')} diterapkan",
        f"{count(len(outcome.conflicts), 'hal')} perlu keputusan",
        f"{count(len(outcome.notes), 'catatan')}",
    ]
    return f"{'; '.join(parts)}."


def _answer(one: Tally) -> tuple[object, ...]:
    if not one.returned:
        return (one.opd, one.name, "belum dikembalikan", *[None] * 6)
    counts = (one.yes, one.change, one.refuse, one.silent, one.additions, one.ceilings)
    return (one.opd, one.name, one.returned, *counts)


def _sum(one: CeilingSum) -> tuple[object, ...]:
    left = None if one.limit is None else one.limit - one.after
    return (one.name, one.before, one.after, one.limit, left)


def _change(number_: int, one: Change) -> tuple[object, ...]:
    old, new = (_value(one, text) for text in (one.old, one.new))
    row = (one.table, one.subject, one.column, old, new, one.who, one.why)
    return (number_, *row, _cell(one.place))


def _value(change: Change, text: str) -> str:
    """Write a value as a reader sees it."""
    if not text:
        return "(kosong)"
    names = {column.name: column.kind for column in TABLES[change.table].columns}
    kind = names.get(change.column, Kind.TEXT)
    if kind is Kind.RUPIAH:
        return rupiah(parse_number(text, whole=True))
    if kind is Kind.NUMBER:
        return exact(parse_number(text))
    return text.replace(";", "; ")


def _conflict(number_: int, one: Conflict) -> tuple[object, ...]:
    shown = [*one.sides[: _SHOWN - 1]]
    cells = [part for side in shown for part in (_who(side), side.says, side.why)]
    cells += [""] * (3 * (_SHOWN - 1) - len(cells))
    rest = "\n".join(_rest(one))
    return (number_, one.kind, one.subject, one.current, *cells, rest, one.decision, one.by, None)


def _rest(one: Conflict) -> Iterator[str]:
    for side in one.sides[_SHOWN - 1 :]:
        why = f" ({side.why})" if side.why else ""
        yield f"{_who(side)}: {side.says}{why}"


def _who(side: Side) -> str:
    return f"{side.who} [{side.place.cell}]" if side.place.cell else side.who


def _cell(place: Place) -> str:
    return f"{place.sheet}, sel {place.cell}" if place.cell else place.sheet
