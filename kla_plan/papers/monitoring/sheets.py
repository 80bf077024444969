"""``pemantauan_rad_kla.xlsx``: every figure of the report, and the form of the next quarters."""

from pathlib import Path
from typing import Final

from kla_plan.papers.monitoring.activity_sheets import PERCENT, SHARES, activities, matrix, percent
from kla_plan.papers.monitoring.facts import Monitoring
from kla_plan.papers.monitoring.form import write_form
from kla_plan.papers.monitoring.line import Status
from kla_plan.papers.monitoring.point_sheets import indicators, points
from kla_plan.papers.monitoring.reported import QUARTER_NAMES, QUARTERS
from kla_plan.papers.monitoring.sums import Group, by_fund
from kla_plan.report.excel.book import RUPIAH, TEXT, WHOLE, Book, Column, workbook

BOOK: Final = "pemantauan_rad_kla.xlsx"


def write_book(found: Monitoring, folder: Path) -> Path:
    """Write the workbook of the task force."""
    path = folder / BOOK
    with workbook(path, f"Pemantauan RAD KLA {found.plan.pack.profile.full_name}") as book:
        _summary(book, found)
        activities(book, found)
        _groups(book, found, "OPD", "Perangkat daerah atau lembaga")
        _groups(book, found, "Klaster", "Klaster")
        _funds(book, found)
        points(book, found)
        indicators(book, found)
        matrix(book, found)
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
        Column("Belanja (%)", PERCENT, 10), Column("Volume (%)", PERCENT, 10),
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


def _groups(book: Book, found: Monitoring, name: str, head: str) -> None:
    columns = (
        Column("Tahun", WHOLE, 8), Column("Kode", TEXT, 20), Column(head, TEXT, 50),
        Column("Kegiatan direncanakan", WHOLE, 13), Column("Anggaran (Rp)", RUPIAH, 18, total=True),
        Column("Realisasi (Rp)", RUPIAH, 18, total=True),
        Column("Selisih (Rp)", RUPIAH, 18, total=True),
        Column("Di luar rencana (Rp)", RUPIAH, 16, total=True),
        Column("Belanja (%)", PERCENT, 10), Column("Volume (%)", PERCENT, 10),
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
    book.sheet(name, f"Menurut {head.lower()} dan tahun. {SHARES}", columns, rows, frozen=3)


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


def _shares(group: Group) -> tuple[object, object]:
    return percent(group.money_share), percent(group.progress)
