"""The sheets of the workbook that hold one line per activity: of the year, and of all years."""

from fractions import Fraction
from typing import Final

from kla_plan.papers.monitoring.facts import Monitoring
from kla_plan.papers.monitoring.line import Line
from kla_plan.papers.monitoring.reported import QUARTER_NAMES, QUARTERS
from kla_plan.report.excel.book import POINTS, RUPIAH, TEXT, VOLUME, Book, Column

#: Percentages have two decimals, as points do.
PERCENT: Final = POINTS
#: What the percentages of every sheet are parts of.
SHARES: Final = "Persentase dihitung terhadap rencana setahun."
_WHO: Final = (
    Column("Kegiatan", TEXT, 11), Column("Nama", TEXT, 46), Column("OPD", TEXT, 20),
    Column("Klaster", TEXT, 9), Column("Satuan", TEXT, 12),
)  # fmt: skip


def activities(book: Book, found: Monitoring) -> None:
    """Write every activity of the year of the report, quarter by quarter."""
    year = found.year
    columns = (
        *_WHO,
        Column("Target volume", VOLUME, 11), Column("Anggaran (Rp)", RUPIAH, 17, total=True),
        *(Column(f"Volume triwulan {QUARTER_NAMES[q]}", VOLUME, 10) for q in QUARTERS),
        *(Column(f"Belanja triwulan {QUARTER_NAMES[q]} (Rp)", RUPIAH, 15, total=True)
          for q in QUARTERS),
        Column("Volume terlaksana", VOLUME, 11), Column("Realisasi (Rp)", RUPIAH, 17, total=True),
        Column("Selisih volume", VOLUME, 11),
        Column("Selisih belanja (Rp)", RUPIAH, 17, total=True),
        Column("Volume (%)", PERCENT, 10), Column("Belanja (%)", PERCENT, 10),
        Column("Seharusnya sampai sekarang", VOLUME, 13), Column("Status", TEXT, 16),
        Column("Keterangan", TEXT, 50),
    )  # fmt: skip
    rows = [
        (*_who(line), line.target, line.pagu,
         *(None if q is None else q.volume for q in line.quarters),
         *(None if q is None else q.rupiah for q in line.quarters),
         *_done(line), *_differences(line), percent(line.volume_share),
         percent(line.money_share), line.due if line.target else None,
         line.status.value, "; ".join(line.notes))
        for line in found.of(year)
    ]  # fmt: skip
    note = f"Tahun {year}. Selisih adalah realisasi dikurangi rencana setahun. {SHARES}"
    book.sheet("Kegiatan", note, columns, rows, frozen=2)


def _who(line: Line) -> tuple[object, ...]:
    one = line.activity
    return (one.kegiatan, one.nama, one.opd, line.cluster, one.satuan)


def _done(line: Line) -> tuple[object, object]:
    return (line.done.volume, line.done.rupiah) if line.reported else (None, None)


def _differences(line: Line) -> tuple[object, object]:
    if not line.reported:
        return (None, None)
    return line.done.volume - line.target, line.done.rupiah - line.pagu


def matrix(book: Book, found: Monitoring) -> None:
    """Write every activity with all its years side by side."""
    each = (("Target", VOLUME, 10), ("Terlaksana", VOLUME, 10), ("Anggaran (Rp)", RUPIAH, 16),
            ("Realisasi (Rp)", RUPIAH, 16), ("Status", TEXT, 14))  # fmt: skip
    columns = (
        *_WHO,
        *(Column(f"{year}: {head}", kind, width, total=kind == RUPIAH)
          for year in found.years for head, kind, width in each),
    )  # fmt: skip
    by_code: dict[str, dict[int, Line]] = {}
    for line in found.lines:
        by_code.setdefault(line.code, {})[line.year] = line
    rows = []
    for lines in by_code.values():
        first = next(iter(lines.values()))
        cells: list[object] = [*_who(first)]
        for year in found.years:
            cells += _of_year(lines[year]) if year in lines else [None] * len(each)
        rows.append(tuple(cells))
    note = "Target dan realisasi setiap kegiatan menurut tahun; kosong berarti belum dilaporkan."
    book.sheet("Matriks tahunan", note, columns, rows, frozen=2)


def _of_year(line: Line) -> list[object]:
    volume, rupiah = _done(line)
    return [line.target or None, volume, line.pagu, rupiah, line.status.value]


def percent(share: Fraction | None) -> Fraction | None:
    """Return a share as a column of percentages holds it."""
    return None if share is None else share * 100
