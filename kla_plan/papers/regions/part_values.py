"""Values of the template of one kecamatan's kelurahan and desa."""

from collections.abc import Sequence

from kla_plan.indonesian import number
from kla_plan.pack.records import Wilayah
from kla_plan.papers.regions.acts import Act, together
from kla_plan.papers.regions.pieces import NOTHING, evidence_rows, question_rows
from kla_plan.papers.regions.places import full_name, head_of
from kla_plan.papers.regions.questions import indicator_of, pieces, raised
from kla_plan.papers.regions.sheet import Sheet
from kla_plan.papers.regions.words import children, depends, planned_here
from kla_plan.report.sentences.words import count, spans
from kla_plan.report.word.common import dokumen

#: Names that the template may use.
PART_NAMES = ("dokumen", "kecamatan", "kegiatan", "pertanyaan", "penuh", "bagian")
#: Up to so many kelurahan and desa each has a page of its own; beyond, a block each.
FULL_PAGES = 60


def part_values(sheet: Sheet, top: Wilayah) -> dict[str, object]:
    """Return every value of the template for one kecamatan."""
    places = sheet.spread.places
    inside = places.within(top.wilayah)
    members = together(sheet.spread, [sheet.acts[row.wilayah] for row in inside])
    asked = sheet.questions.get(indicator_of(inside[0]), ()) if inside else ()
    return {
        "dokumen": dokumen(sheet.plan),
        "kecamatan": {
            "nama": full_name(top),
            "nama_besar": full_name(top).upper(),
            "sebutan": places.part_word,
            "sebutan_besar": places.part_word.upper(),
            "kalimat": f"{full_name(top)} membawahkan {count(len(inside), places.part_word)}.",
        },
        "kegiatan": [_activity(sheet, act.activity) for act in members],
        "pertanyaan": question_rows(asked),
        "penuh": len(places.parts) <= FULL_PAGES,
        "bagian": [_part(sheet, row) for row in inside],
    }


def _activity(sheet: Sheet, code: str) -> dict[str, str]:
    pack = sheet.plan.pack
    record = pack.activities[code]
    return {
        "kode": code,
        "nama": record.nama,
        "opd": pack.opds[record.opd].nama,
        "pertanyaan": ", ".join(raised(pack, code)) or NOTHING,
        "bukti": "; ".join(pieces(pack, [code])) or NOTHING,
    }


def _part(sheet: Sheet, row: Wilayah) -> dict[str, object]:
    members: Sequence[Act] = sheet.acts[row.wilayah]
    asked = sheet.questions.get(indicator_of(row), ())
    return {
        "judul": full_name(row).upper(),
        "nama": full_name(row),
        "kode": row.wilayah,
        "anak": children(row),
        "kalimat": planned_here(row, sheet.years, members),
        "kegiatan": [_row(sheet, act) for act in members],
        "rupiah": number(sum(act.cost for act in members)),
        "pertanyaan": depends(sheet.plan.pack, row, asked, members),
        "bukti": evidence_rows(sheet.evidence.get(row.wilayah, ())),
        "pimpinan": f"{head_of(row)} {row.nama}",
    }


def _row(sheet: Sheet, act: Act) -> dict[str, str]:
    years = tuple(act.volumes)
    return {
        "kode": act.activity,
        "nama": sheet.plan.pack.activities[act.activity].nama,
        "tahun": spans(years) if years else "pemeliharaan",
        "rupiah": number(act.cost) if act.cost else NOTHING,
    }
