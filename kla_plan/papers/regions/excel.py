"""The workbook: matrix of regions and years, the detail, questions, and what stays."""

from pathlib import Path

from kla_plan.pack.records import Wilayah
from kla_plan.papers.regions.acts import cost_by_year
from kla_plan.papers.regions.excel_detail import detail, kecamatan, whole
from kla_plan.papers.regions.places import full_name
from kla_plan.papers.regions.questions import indicator_of
from kla_plan.papers.regions.sheet import Sheet
from kla_plan.report.excel.book import POINTS, RUPIAH, TEXT, VOLUME, WHOLE, Book, Column, workbook

_PROPOSAL = "Usulan sebaran; disepakati bersama camat, lurah, dan kepala desa."
type Row = list[object]


def write_workbook(sheet: Sheet, target: Path) -> Path:
    """Write the workbook; its rupiah add up to the plan's, year by year."""
    with workbook(target, f"Wilayah RAD KLA {sheet.plan.pack.profile.full_name}") as book:
        _matrix(book, sheet)
        _check(book, sheet)
        _questions(book, sheet)
        detail(book, sheet, _PROPOSAL)
        whole(book, sheet)
        for top in sheet.spread.places.tops:
            kecamatan(book, sheet, top)
    return target


def _matrix(book: Book, sheet: Sheet) -> None:
    columns = [
        Column("Kode", TEXT, 15),
        Column("Wilayah", TEXT, 30),
        Column("Tingkat", TEXT, 12),
        Column("Jumlah anak", WHOLE, 10),
        *(Column(f"Volume {year}", VOLUME, 9, total=True) for year in sheet.years),
        *(Column(f"Rupiah {year}", RUPIAH, 15, total=True) for year in sheet.years),
        Column("Jumlah rupiah", RUPIAH, 16, total=True),
        Column("Pertanyaan yang dilayani", TEXT, 40),
        Column("Ukuran peran (poin)", POINTS, 12, total=True),
    ]
    rows = [
        _matrix_row(sheet, row)
        for top in sheet.spread.places.tops
        for row in (top, *sheet.spread.places.within(top.wilayah))
    ]
    note = (
        f"{_PROPOSAL} Baris kecamatan hanya memuat kegiatan tingkat kecamatan. Ukuran peran: poin "
        "maksimum pertanyaan yang dilayani dibagi banyaknya wilayah."
    )
    book.sheet("Wilayah dan tahun", note, columns, rows, frozen=2)
    _heat(book, "Wilayah dan tahun", 4 + len(sheet.years), len(sheet.years), len(rows))


def _matrix_row(sheet: Sheet, row: Wilayah) -> Row:
    members = sheet.acts[row.wilayah]
    money = cost_by_year(members)
    here = {act.activity for act in members}
    served = [
        one
        for one in sheet.questions.get(indicator_of(row), ())
        if one.maximum and here.intersection(one.activities)
    ]
    volumes = [sum(act.volumes.get(year, 0) for act in members) for year in sheet.years]
    return [
        row.wilayah,
        full_name(row),
        row.tingkat,
        row.jumlah_anak,
        *(volume or None for volume in volumes),
        *(money.get(year) for year in sheet.years),
        sum(money.values()),
        ", ".join(one.code for one in served),
        round(float(sum(one.each for one in served)), 6),
    ]


def _heat(book: Book, name: str, first: int, many: int, rows: int) -> None:
    if rows:
        scale = {"type": "2_color_scale", "min_color": "#FFFFFF", "max_color": "#78AFD5"}
        place = book.raw.get_worksheet_by_name(name)
        place.conditional_format(4, first, 3 + rows, first + many - 1, scale)


def _check(book: Book, sheet: Sheet) -> None:
    spread, plan = sheet.spread, sheet.plan
    columns = [
        Column("Tahun", WHOLE, 9),
        Column("Kecamatan (Rp)", RUPIAH, 18, total=True),
        Column("Kelurahan dan desa (Rp)", RUPIAH, 20, total=True),
        Column("Tetap di tingkat daerah (Rp)", RUPIAH, 20, total=True),
        Column("Rencana induk (Rp)", RUPIAH, 20, total=True),
        Column("Selisih (Rp)", RUPIAH, 12, total=True),
    ]
    rows: list[Row] = []
    for year in plan.years:
        tops = spread.money([row.wilayah for row in spread.places.tops], year)
        parts = spread.money([row.wilayah for row in spread.places.parts], year)
        left = sum(rupiah for (_, t), rupiah in spread.city.items() if t == year)
        cost = plan.cost(year)
        rows.append([year, tops, parts, left, cost, cost - tops - parts - left])
    note = "Anggaran semua wilayah ditambah yang tetap di tingkat daerah sama dengan rencana induk."
    book.sheet("Pemeriksaan", note, columns, rows)


def _questions(book: Book, sheet: Sheet) -> None:
    columns = [
        Column("Indikator", TEXT, 10),
        Column("Pertanyaan", TEXT, 11),
        Column("Yang dihitung", TEXT, 56),
        Column("Poin maksimum", POINTS, 11, total=True),
        Column("Poin awal", POINTS, 10, total=True),
        Column("Poin akhir", POINTS, 10, total=True),
        Column("Banyaknya wilayah", WHOLE, 11),
        Column("Poin per wilayah bila semua memenuhi", VOLUME, 14),
        Column("Kegiatan yang disebar", TEXT, 24),
        Column("Data dukung dari wilayah", TEXT, 56),
    ]
    rows = [
        [
            indicator,
            one.code,
            one.label,
            float(one.maximum),
            float(one.start),
            float(one.end),
            one.regions,
            round(float(one.each), 6),
            ", ".join(one.activities),
            "; ".join(one.evidence),
        ]
        for indicator, group in sheet.questions.items()
        for one in group
    ]
    note = "Poin per wilayah hanya ukuran; jawaban resmi dinilai menurut anak tangga cakupan."
    book.sheet("Pertanyaan", note, columns, rows, frozen=2)
