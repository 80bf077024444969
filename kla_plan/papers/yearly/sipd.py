"""``Urutan SIPD``: the coded lines of one agency in the order in which SIPD is filled in.

SIPD is entered item by item: for each sub kegiatan its pagu, then its outputs, then its funds.
Every row here is one such entry; rows of urusan, program and kegiatan only open what lies beneath
them and carry the sum that SIPD must show there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kla_plan.papers.yearly.line import Line, Sub, Year
from kla_plan.papers.yearly.lines import subs
from kla_plan.papers.yearly.table import field, write_table
from kla_plan.report.excel.book import RUPIAH, TEXT, VOLUME, WHOLE, Book
from kla_plan.report.nomenclature import Level, levels

SIPD = "Urutan SIPD"
_SUB = "Sub kegiatan"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row to key in; only what belongs to its kind is set.

    Attributes
    ----------
    kind
        A level of the nomenclature, ``Keluaran`` or ``Sumber dana``.
    check
        Sum that SIPD shows at a level above the sub kegiatan.
    """

    kind: str
    code: str
    text: str
    target: Decimal | None = None
    unit: str = ""
    place: str = ""
    before: int | None = None
    rupiah: int | None = None
    after: int | None = None
    fund: int | None = None
    check: int | None = None
    note: str = ""


def entries(year: Year, lines: Sequence[Line]) -> tuple[Entry, ...]:
    """Return the rows to key in; the pagu of the sub-kegiatan rows add up to that of the lines."""
    found: list[Entry] = []
    opened: set[str] = set()
    groups = sorted(subs(year, lines), key=lambda sub: (sub.code, sub.agency.opd))
    paths = [levels(year.plan.pack, sub.code) for sub in groups]
    for sub, path in zip(groups, paths, strict=True):
        for level in path[:-1]:
            if level.code not in opened:
                opened.add(level.code)
                found.append(_heading(level, groups))
        found += _entry(sub, path[-1])
    return tuple(found)


def _heading(level: Level, groups: Sequence[Sub]) -> Entry:
    inside = sum(sub.rupiah for sub in groups if sub.code.startswith(f"{level.code}."))
    return Entry(level.name, level.code, level.title, check=inside)


def _entry(sub: Sub, level: Level) -> Iterator[Entry]:
    yield Entry(
        _SUB, sub.code, level.title, before=sub.before, rupiah=sub.rupiah, after=sub.after,
        place="; ".join(dict.fromkeys(line.place for line in sub.lines)),
    )  # fmt: skip
    for line in sub.lines:
        yield Entry(
            "Keluaran", line.activity.kegiatan, line.output, target=line.volumes[1],
            unit=line.activity.satuan, place=line.place, note=line.note,
        )  # fmt: skip
    for fund, rupiah in sub.funds:
        yield Entry("Sumber dana", "", fund, fund=rupiah)


def write_sipd(book: Book, year: Year, lines: Sequence[Line]) -> None:
    """Write the sheet, unless no line has an official code."""
    rows = [(place, row) for place, row in enumerate(entries(year, lines), start=1)]
    fields = (
        field("No.", WHOLE, 6, lambda row: row[0]),
        field("Isian", TEXT, 13, lambda row: row[1].kind),
        field("Kode", TEXT, 18, lambda row: row[1].code),
        field("Nama atau uraian", TEXT, 52, lambda row: row[1].text),
        field(f"Target {year.year}", VOLUME, 10, lambda row: row[1].target),
        field("Satuan", TEXT, 13, lambda row: row[1].unit),
        field("Lokasi", TEXT, 26, lambda row: row[1].place),
        field(f"Pagu {year.year - 1} (Rp)", RUPIAH, 16, lambda row: row[1].before, total=True),
        field(f"Pagu {year.year} (Rp)", RUPIAH, 17, lambda row: row[1].rupiah, total=True),
        field(f"Pagu {year.year + 1} (Rp)", RUPIAH, 16, lambda row: row[1].after, total=True),
        field("Dana (Rp)", RUPIAH, 17, lambda row: row[1].fund, total=True),
        field("Jumlah tingkat (Rp)", RUPIAH, 17, lambda row: row[1].check),
        field("Waktu pelaksanaan (diisi OPD)", TEXT, 18, lambda _row: None),
        field("Catatan", TEXT, 34, lambda row: row[1].note),
        field("Sudah diisi (paraf)", TEXT, 12, lambda _row: None),
    )
    note = (
        "Isi dari atas ke bawah: baris sub kegiatan memuat pagu, baris keluaran memuat target, "
        "baris sumber dana merinci pagu. Jumlah tingkat untuk dicocokkan dengan SIPD."
    )
    write_table(book, SIPD, note, fields, rows, 4)
