"""Sheets of the workbook that go down to the single act: detail, what stays, one per kecamatan."""

from collections.abc import Sequence

from kla_plan.pack.records import Wilayah
from kla_plan.papers.regions.acts import cost_by_year, of_kecamatan
from kla_plan.papers.regions.places import KECAMATAN, full_name
from kla_plan.papers.regions.questions import raised
from kla_plan.papers.regions.sheet import Sheet
from kla_plan.papers.regions.stays import FIXED, REALISED
from kla_plan.report.excel.book import RUPIAH, TEXT, VOLUME, WHOLE, Book, Column
from kla_plan.report.sentences.words import spans

type Row = list[object]


def detail(book: Book, sheet: Sheet, proposal: str) -> None:
    """Write every act of every region by year, with room for the answer of the kecamatan."""
    columns = [
        Column("Kecamatan", TEXT, 22),
        Column("Kode wilayah", TEXT, 15),
        Column("Wilayah", TEXT, 26),
        Column("Kode aksi", TEXT, 9),
        Column("Aksi", TEXT, 44),
        Column("Satuan", TEXT, 14),
        Column("Penanggung jawab", TEXT, 30),
        Column("Pertanyaan", TEXT, 16),
        Column("Tahun", WHOLE, 8),
        Column("Volume", VOLUME, 9, total=True),
        Column("Rupiah", RUPIAH, 16, total=True),
        Column("Disepakati (ya/ubah)", TEXT, 14),
        Column("Perubahan yang diminta", TEXT, 34),
    ]
    rows = [
        line
        for top in sheet.spread.places.tops
        for row in (top, *sheet.spread.places.within(top.wilayah))
        for line in _lines(sheet, top, row)
    ]
    note = (
        f"{proposal} Volume kosong berarti tahun itu hanya membayar pemeliharaan. Dua kolom "
        "terakhir diisi kecamatan."
    )
    book.sheet("Rincian", note, columns, rows, frozen=3)


def _lines(sheet: Sheet, top: Wilayah, row: Wilayah) -> list[Row]:
    pack, lines = sheet.plan.pack, []
    for act in sheet.acts[row.wilayah]:
        record = pack.activities[act.activity]
        for year in sorted({*act.volumes, *act.rupiah}):
            line: Row = [
                top.nama,
                row.wilayah,
                full_name(row),
                act.activity,
                record.nama,
                record.satuan,
                pack.opds[record.opd].nama,
                ", ".join(raised(pack, act.activity)),
                year,
                act.volumes.get(year),
                act.rupiah.get(year, 0),
                None,
                None,
            ]
            lines.append(line)
    return lines


def whole(book: Book, sheet: Sheet) -> None:
    """Write what stays with the kabupaten or kota, with the reason."""
    plan, spread = sheet.plan, sheet.spread
    columns = [
        Column("Kode aksi", TEXT, 9),
        Column("Aksi", TEXT, 50),
        Column("Satuan", TEXT, 14),
        Column("Penanggung jawab", TEXT, 32),
        Column("Sebab tidak disebar", TEXT, 44),
        *(Column(f"Rupiah {year}", RUPIAH, 15, total=True) for year in plan.years),
        Column("Jumlah rupiah", RUPIAH, 17, total=True),
    ]
    planned = set(plan.pack.planned_years)
    rows: list[Row] = []
    for code in plan.activities:
        left = {t: rupiah for (a, t), rupiah in spread.city.items() if a == code}
        if not left and code not in spread.stays:
            continue
        record = plan.pack.activities[code]
        why = spread.stays.get(code) or (FIXED if planned & left.keys() else REALISED)
        rows.append(
            [
                code,
                record.nama,
                record.satuan,
                plan.pack.opds[record.opd].nama,
                why,
                *(left.get(year) for year in plan.years),
                sum(left.values()),
            ]
        )
    note = "Kegiatan yang satuannya bukan wilayah, serta biaya tetap kegiatan yang disebar."
    book.sheet("Tingkat daerah", note, columns, rows, frozen=2)


def kecamatan(book: Book, sheet: Sheet, top: Wilayah) -> None:
    """Write the sheet of one kecamatan: its regions by activity, cells the years of service."""
    members = of_kecamatan(sheet.spread, sheet.acts, top)
    columns = [
        Column("Kode", TEXT, 15),
        Column("Wilayah", TEXT, 28),
        *(Column(act.activity, TEXT, 10) for act in members),
        *(Column(f"Rupiah {year}", RUPIAH, 14, total=True) for year in sheet.years),
        Column("Jumlah rupiah", RUPIAH, 16, total=True),
    ]
    inside = sheet.spread.places.within(top.wilayah)
    codes = [act.activity for act in members]
    rows = [_year_row(sheet, row, codes) for row in (top, *inside)]
    note = "Sel kegiatan memuat tahun pelayanan; kepanjangan kode terdapat pada lembar Rincian."
    name = f"{KECAMATAN[:3].capitalize()} {top.nama}"
    book.sheet(name, note, columns, rows, frozen=2)


def _year_row(sheet: Sheet, row: Wilayah, codes: Sequence[str]) -> Row:
    members = {act.activity: act for act in sheet.acts[row.wilayah]}
    money = cost_by_year(members.values())
    years = [tuple(members[code].volumes) if code in members else () for code in codes]
    return [
        row.wilayah,
        full_name(row),
        *(spans(one) if one else None for one in years),
        *(money.get(year) for year in sheet.years),
        sum(money.values()),
    ]
