"""``pemantauan_rad_kla.xlsx``: every figure of the report, and the form of the next quarters."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Final

from kla_plan.papers.monitoring.facts import Monitoring
from kla_plan.papers.monitoring.form import write_form
from kla_plan.papers.monitoring.line import Line, Status
from kla_plan.papers.monitoring.reported import QUARTER_NAMES, QUARTERS
from kla_plan.papers.monitoring.sums import Group, by_fund
from kla_plan.report.excel.book import POINTS, RUPIAH, TEXT, VOLUME, WHOLE, Book, Column, workbook

BOOK: Final = "pemantauan_rad_kla.xlsx"
_PERCENT: Final = POINTS
_SHARES: Final = "Persentase dihitung terhadap rencana setahun."


def write_book(found: Monitoring, folder: Path) -> Path:
    """Write the workbook of the task force."""
    path = folder / BOOK
    with workbook(path, f"Pemantauan RAD KLA {found.plan.pack.profile.full_name}") as book:
        _summary(book, found)
        _activities(book, found)
        _groups(book, found, "OPD", "Perangkat daerah atau lembaga")
        _groups(book, found, "Klaster", "Klaster")
        _funds(book, found)
        _points(book, found)
        _indicators(book, found)
        _matrix(book, found)
        write_form(book, found, found.of(found.input_year))
    return path


def _summary(book: Book, found: Monitoring) -> None:
    columns = (
        Column("Tahun", WHOLE, 8), Column("Sumber realisasi", TEXT, 20),
        Column("Triwulan yang sudah lewat", WHOLE, 12), Column("Kegiatan direncanakan", WHOLE, 13),
        Column("Anggaran (Rp)", RUPIAH, 18, total=True),
        *(Column(f"Triwulan {QUARTER_NAMES[q]} (Rp)", RUPIAH, 16, total=True) for q in QUARTERS),
        Column("Tidak terpilah menurut triwulan (Rp)", RUPIAH, 17, total=True),
        Column("Realisasi (Rp)", RUPIAH, 18, total=True),
        Column("Di luar rencana (Rp)", RUPIAH, 16, total=True),
        Column("Belanja (%)", _PERCENT, 10), Column("Volume (%)", _PERCENT, 10),
        *(Column(status.value.capitalize(), WHOLE, 11) for status in Status),
        Column("Laporan seharusnya", WHOLE, 12), Column("Laporan belum masuk", WHOLE, 12),
    )  # fmt: skip
    rows = []
    for year in found.years:
        whole = found.whole(year)
        rows.append(
            (year, _source(found, year), max((x.elapsed for x in whole.lines), default=0),
             len(whole.planned), whole.pagu, *(q.rupiah for q in found.quarters(year)),
             found.unsplit(year), whole.rupiah, whole.unplanned, *_shares(whole),
             *whole.statuses.values(), whole.awaited, whole.missing)
        )  # fmt: skip
    note = "Satu baris per tahun; volume adalah rata-rata capaian kegiatan, paling tinggi 100 %."
    book.sheet("Ringkasan", note, columns, rows)


def _source(found: Monitoring, year: int) -> str:
    if year in found.known.closed:
        return "realisasi tahunan"
    told = any(when == year for _, when, _ in found.known.rows)
    return "jumlah triwulan" if told else "belum dilaporkan"


def _activities(book: Book, found: Monitoring) -> None:
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
        Column("Volume (%)", _PERCENT, 10), Column("Belanja (%)", _PERCENT, 10),
        Column("Seharusnya sampai sekarang", VOLUME, 13), Column("Status", TEXT, 16),
        Column("Keterangan", TEXT, 50),
    )  # fmt: skip
    rows = [
        (*_who(line), line.target, line.pagu,
         *(None if q is None else q.volume for q in line.quarters),
         *(None if q is None else q.rupiah for q in line.quarters),
         *_done(line), *_differences(line), _percent(line.volume_share),
         _percent(line.money_share), _exact(line.due) if line.target else None,
         line.status.value, "; ".join(line.notes))
        for line in found.of(year)
    ]  # fmt: skip
    note = f"Tahun {year}. Selisih adalah realisasi dikurangi rencana setahun. {_SHARES}"
    book.sheet("Kegiatan", note, columns, rows, frozen=2)


_WHO: Final = (
    Column("Kegiatan", TEXT, 11), Column("Nama", TEXT, 46), Column("OPD", TEXT, 20),
    Column("Klaster", TEXT, 9), Column("Satuan", TEXT, 12),
)  # fmt: skip


def _who(line: Line) -> tuple[object, ...]:
    one = line.activity
    return (one.kegiatan, one.nama, one.opd, line.cluster, one.satuan)


def _done(line: Line) -> tuple[object, object]:
    return (line.done.volume, line.done.rupiah) if line.reported else (None, None)


def _differences(line: Line) -> tuple[object, object]:
    if not line.reported:
        return (None, None)
    return line.done.volume - line.target, line.done.rupiah - line.pagu


def _groups(book: Book, found: Monitoring, name: str, head: str) -> None:
    columns = (
        Column("Tahun", WHOLE, 8), Column("Kode", TEXT, 20), Column(head, TEXT, 50),
        Column("Kegiatan direncanakan", WHOLE, 13), Column("Anggaran (Rp)", RUPIAH, 18, total=True),
        Column("Realisasi (Rp)", RUPIAH, 18, total=True),
        Column("Selisih (Rp)", RUPIAH, 18, total=True),
        Column("Di luar rencana (Rp)", RUPIAH, 16, total=True),
        Column("Belanja (%)", _PERCENT, 10), Column("Volume (%)", _PERCENT, 10),
        *(Column(status.value.capitalize(), WHOLE, 11, total=True) for status in Status),
        Column("Laporan seharusnya", WHOLE, 12, total=True),
        Column("Laporan belum masuk", WHOLE, 12, total=True),
    )  # fmt: skip
    rows = [
        (year, group.code, group.name, len(group.planned), group.pagu, group.rupiah,
         group.rupiah - group.pagu, group.unplanned, *_shares(group), *group.statuses.values(),
         group.awaited, group.missing)
        for year in found.years
        for group in (found.agencies(year) if name == "OPD" else found.clusters(year))
    ]  # fmt: skip
    book.sheet(name, f"Menurut {head.lower()} dan tahun. {_SHARES}", columns, rows, frozen=3)


def _funds(book: Book, found: Monitoring) -> None:
    columns = (
        Column("Tahun", WHOLE, 8), Column("Sumber dana", TEXT, 34),
        Column("Anggaran (Rp)", RUPIAH, 18, total=True),
        Column("Realisasi (Rp)", RUPIAH, 18, total=True),
    )  # fmt: skip
    rows: list[tuple[object, ...]] = []
    for year in found.years:
        funds, unknown = by_fund(found.plan, year, found.of(year))
        rows += [(year, one.fund, one.pagu, one.rupiah) for one in funds]
        if unknown:
            rows.append((year, "belum diketahui", None, unknown))
    note = (
        "Laporan tidak menyebut sumber dana; realisasi dicatat pada suatu dana hanya bila kegiatan "
        "itu pada tahun itu dibiayai satu sumber menurut rencana."
    )
    book.sheet("Sumber dana", note, columns, rows, frozen=2)


def _points(book: Book, found: Monitoring) -> None:
    columns = (
        Column("Tahun", WHOLE, 8), Column("Klaster", TEXT, 60),
        *(Column(head, POINTS, 14) for head in _POINT_HEADS),
    )  # fmt: skip
    rows: list[tuple[object, ...]] = []
    for one in found.points:
        for code, cluster in found.plan.pack.instrument.clusters.items():
            reached = one.reached.score.clusters[code] if one.reached else None
            expected = one.expected.clusters[code] if one.expected else None
            rows.append(
                (one.year, cluster.nama, *_compared(one.planned.clusters[code], reached, expected))
            )
        reached = one.reached.score.total if one.reached else None
        expected = one.expected.total if one.expected else None
        total = (one.year, "Jumlah", *_compared(one.planned.total, reached, expected))
        rows.append(total)
    book.sheet("Poin", _POINT_NOTE, columns, rows, frozen=2)


_POINT_HEADS: Final = (
    "Rencana", "Lembar skor", "Selisih lembar skor", "Perkiraan", "Selisih perkiraan",
)  # fmt: skip
_POINT_NOTE: Final = (
    "Poin penilaian mandiri. Perkiraan: dari volume yang dilaporkan menurut asumsi dampak rencana, "
    "bukan hasil penilaian."
)


def _compared(
    planned: Fraction, reached: Fraction | None, expected: Fraction | None
) -> tuple[object, ...]:
    parts = [
        (None, None) if value is None else (_exact(value), _exact(value - planned))
        for value in (reached, expected)
    ]
    return (_exact(planned), *parts[0], *parts[1])


def _indicators(book: Book, found: Monitoring) -> None:
    columns = (
        Column("Tahun", WHOLE, 8), Column("Indikator", TEXT, 10), Column("Nama", TEXT, 60),
        *(Column(head, POINTS, 14) for head in _POINT_HEADS),
    )  # fmt: skip
    rows = [
        (one.year, code, row.nama,
         *_compared(
             one.planned.indicators[code],
             one.reached.score.indicators[code] if one.reached else None,
             one.expected.indicators[code] if one.expected else None,
         ))
        for one in found.points
        for code, row in found.plan.pack.instrument.indicators.items()
    ]  # fmt: skip
    book.sheet("Poin indikator", _POINT_NOTE, columns, rows, frozen=3)


def _matrix(book: Book, found: Monitoring) -> None:
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


def _shares(group: Group) -> tuple[object, object]:
    return _percent(group.money_share), _percent(group.progress)


def _percent(share: Fraction | None) -> Decimal | None:
    return None if share is None else _exact(share * 100)


def _exact(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
