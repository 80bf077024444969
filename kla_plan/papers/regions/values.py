"""Values of the template of all kecamatan."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from kla_plan.indonesian import number
from kla_plan.pack.records import Bukti, Wilayah
from kla_plan.papers.regions import summary
from kla_plan.papers.regions.acts import Act, cost_by_year, of_kecamatan
from kla_plan.papers.regions.coverage import fill, reach
from kla_plan.papers.regions.pieces import (
    NOTHING,
    act_row,
    evidence_rows,
    question_rows,
    question_text,
)
from kla_plan.papers.regions.places import KECAMATAN, full_name, head_of
from kla_plan.papers.regions.questions import indicator_of
from kla_plan.papers.regions.sheet import Sheet
from kla_plan.papers.regions.stays import staying, waiting
from kla_plan.papers.regions.words import basis, children, depends, planned_here, size
from kla_plan.report.word.common import dokumen

#: Names that the template may use.
NAMES = (
    "dokumen", "wilayah", "panas", "cakupan", "pertanyaan", "tinggal", "kosong", "kecamatan",
)  # fmt: skip
_MILLION = 1_000_000
#: Longest code of which two stand on one line of the table.
_SHORT = 5


def values(sheet: Sheet) -> dict[str, object]:
    """Return every value of the template."""
    plan, spread = sheet.plan, sheet.spread
    kept, open_units = staying(plan, spread), waiting(plan)
    known = bool(spread.places)
    return {
        "dokumen": dokumen(plan),
        "wilayah": {
            "ada": known,
            "tahun": sheet.years,
            "kolom": len(sheet.years) + 3,
            "sebutan_judul": spread.places.part_word.capitalize(),
            "sebutan_besar": spread.places.part_word.upper() if known else "DESA/KELURAHAN",
            "banyak": size(spread.places),
            "kalimat": summary.spread_money(sheet),
            "dasar": basis(spread.places) if known else "",
            "jumlah": [_millions(plan.cost(year)) for year in sheet.years],
            "seluruh": _millions(sum(plan.cost(year) for year in sheet.years)),
            "poin": summary.points(sheet),
            "tinggal": summary.kept(sheet),
            "rupiah_tinggal": number(sum(row.rupiah for row in kept)),
            "kurang": summary.lacking(sheet),
            "rupiah_menunggu": number(sum(row.rupiah for row in open_units)),
        },
        "cakupan": _coverage(sheet),
        "pertanyaan": [
            {"judul": question_text(sheet, indicator), "baris": question_rows(rows)}
            for indicator, rows in sheet.questions.items()
            if rows
        ],
        "tinggal": [
            {
                "satuan": row.unit,
                "kegiatan": number(row.activities) if row.activities else NOTHING,
                "sebab": row.reason,
                "rupiah": number(row.rupiah),
            }
            for row in kept
        ],
        "kosong": [
            {
                "satuan": row.unit,
                "kegiatan": number(row.activities),
                "tahun": [number(row.volumes.get(year, 0)) for year in sheet.years],
                "rupiah": number(row.rupiah),
            }
            for row in open_units
        ],
        **_regions(sheet),
    }


def _regions(sheet: Sheet) -> dict[str, object]:
    spread = sheet.spread
    whole = {top.wilayah: of_kecamatan(spread, sheet.acts, top) for top in spread.places.tops}
    yearly = {code: cost_by_year(members) for code, members in whole.items()}
    most = max((amount for row in yearly.values() for amount in row.values()), default=0)
    return {
        "panas": _heat(sheet, yearly, most),
        "kecamatan": [_top(sheet, top, whole[top.wilayah]) for top in spread.places.tops],
    }


def _heat(
    sheet: Sheet, yearly: Mapping[str, Mapping[int, int]], most: int
) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = [
        {
            "nama": top.nama,
            "bagian": number(len(sheet.spread.places.within(top.wilayah))),
            "tahun": [_cell(yearly[top.wilayah].get(year, 0), most) for year in sheet.years],
            "jumlah": _millions(sum(yearly[top.wilayah].values())),
        }
        for top in sheet.spread.places.tops
    ]
    left = dict.fromkeys(sheet.years, 0)
    for (_, year), amount in sheet.spread.city.items():
        if year in left:
            left[year] += amount
    rows.append(
        {
            "nama": f"Tetap di tingkat {sheet.plan.pack.profile.kind}",
            "bagian": "",
            "tahun": [{"warna": fill(0, 1), "teks": _millions(left[t])} for t in sheet.years],
            "jumlah": _millions(sum(left.values())),
        }
    )
    return rows


def _cell(amount: int, most: int) -> dict[str, str]:
    return {"warna": fill(amount, most), "teks": _millions(amount) if amount else NOTHING}


def _millions(amount: int) -> str:
    return number(Fraction(amount, _MILLION), 0)


def _coverage(sheet: Sheet) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for one in reach(sheet.plan, sheet.spread):
        record = sheet.plan.pack.activities[one.activity]
        cells = [(one.share(year), one.served[year]) for year in sheet.years]
        rows.append(
            {
                "kode": one.activity,
                "nama": record.nama,
                "wilayah": number(one.regions),
                "tahun": [
                    {"warna": fill(share, 1), "teks": number(served) if served else NOTHING}
                    for share, served in cells
                ],
            }
        )
    return rows


def _top(sheet: Sheet, top: Wilayah, members: Sequence[Act]) -> dict[str, object]:
    inside = sheet.spread.places.within(top.wilayah)
    word = sheet.spread.places.part_word
    own = sheet.acts[top.wilayah]
    asked = sheet.questions.get(indicator_of(top), ())
    held: list[Bukti] = list(sheet.evidence.get(top.wilayah, ()))
    return {
        "judul": full_name(top).upper(),
        "nama": full_name(top),
        "kode": top.wilayah,
        "isi": f"{number(len(inside))} {word}",
        "sebutan": word,
        "sebutan_judul": word.capitalize(),
        "anak": children(top),
        "kalimat": planned_here(top, sheet.years, members),
        "kegiatan": _by_level(sheet, members),
        "rupiah": number(sum(act.cost for act in members)),
        "bagian": [_part(sheet, row) for row in inside],
        "pertanyaan": depends(sheet.plan.pack, top, asked, own),
        "bukti": evidence_rows(held),
        "pimpinan": f"{head_of(top)} {top.nama}",
    }


def _by_level(sheet: Sheet, members: Sequence[Act]) -> list[dict[str, object]]:
    """Group the activities by unit of volume, so that their numbers say what they count."""
    groups: dict[str, list[Act]] = {}
    for act in members:
        groups.setdefault(sheet.plan.pack.activities[act.activity].satuan, []).append(act)
    return [
        {"judul": f"Satuan: {unit}", "baris": [act_row(sheet, act) for act in acts]}
        for unit, acts in sorted(groups.items(), key=lambda group: group[0] != KECAMATAN)
    ]


def _part(sheet: Sheet, row: Wilayah) -> dict[str, object]:
    members = sheet.acts[row.wilayah]
    cost = sum(act.cost for act in members)
    return {
        "nama": full_name(row) if sheet.spread.places.part_word == "desa/kelurahan" else row.nama,
        "tahun": [_codes(members, year) for year in sheet.years],
        "rupiah": number(cost) if cost else NOTHING,
    }


def _codes(members: Sequence[Act], year: int) -> str:
    """Write the codes of a year, two on a line where they are short enough for the column."""
    codes = [act.activity for act in members if year in act.volumes]
    many = 2 if all(len(code) <= _SHORT for code in codes) else 1
    lines = [" ".join(codes[place : place + many]) for place in range(0, len(codes), many)]
    return "\n".join(lines) or NOTHING
