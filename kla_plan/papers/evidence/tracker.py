"""The tracker in Excel: pieces of evidence whose status is filled in and brought back."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

from kla_plan.indonesian import tanggal
from kla_plan.pack.records import Bukti
from kla_plan.papers.evidence.facts import Facts
from kla_plan.papers.evidence.guide import guide_rows
from kla_plan.papers.evidence.layout import (
    ADDED,
    ENTRIES,
    HEADINGS,
    ORIGIN,
    ORIGINAL,
    PIECES,
    REGION,
)
from kla_plan.papers.evidence.pieces import Piece
from kla_plan.report.charts.style import cluster_short
from kla_plan.report.excel.book import POINTS, TEXT, WHOLE, Book, Column
from kla_plan.report.excel.form import Field, form_sheet
from kla_plan.schema import table_of

#: Empty rows of the sheet of new pieces, and the hidden list of agencies.
_SPARE: Final = 40
_AGENCIES: Final = "daftar_opd"
_BUKTI: Final = table_of(Bukti)
_WIDTHS: Final = {
    "pertanyaan": 11, "bukti": 13, "uraian": 42, "pemegang": 17, "wilayah": 13, "status": 11,
    "tenggat": 17, "keterangan": 30,
}  # fmt: skip
_TINTS: Final = {"lengkap": "#C6E7CE", "sebagian": "#FBE3A6", "belum": "#F6C5BC"}


def write_tracker_sheets(book: Book, known: Facts, pieces: Sequence[Piece]) -> None:
    """Write the guide, the pieces, room for new ones, and (hidden) the pieces as handed out."""
    guide = (Column("No.", WHOLE, 6), Column("Petunjuk", TEXT, 120))
    book.sheet("Petunjuk", "Cara mengisi dan mengembalikan pelacak", guide, guide_rows(known))
    agencies = list(known.pack.opds)
    _write_pieces(book, known, pieces, agencies)
    added = [_field(name, agencies, entry=True) for name in HEADINGS]
    form_sheet(book, ADDED, added, [], spare=_SPARE)
    originals = [Field(head, TEXT, 12) for head in (*HEADINGS.values(), ORIGIN, REGION)]
    code = known.pack.profile.code
    rows = [[*_values(piece).values(), piece.origin.value, code] for piece in pieces]
    form_sheet(book, ORIGINAL, originals, rows, hidden=True)
    listed = [[agency] for agency in agencies]
    form_sheet(book, _AGENCIES, [Field("OPD", TEXT, 20)], listed, hidden=True)


def _write_pieces(
    book: Book, known: Facts, pieces: Sequence[Piece], agencies: Sequence[str]
) -> None:
    fields = _fields(known, agencies)
    lines = (_line(known, piece) for piece in pieces)
    rows = [[line[field.head] for field in fields] for line in lines]
    form_sheet(book, PIECES, fields, rows)
    sheet = book.raw.get_worksheet_by_name(PIECES)
    status = next(n for n, field in enumerate(fields) if field.head == HEADINGS["status"])
    if rows:
        for word, colour in _TINTS.items():
            look = book.raw.add_format({"bg_color": colour})
            rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": look}
            sheet.conditional_format(1, status, len(rows), status, rule)


def _fields(known: Facts, agencies: Sequence[str]) -> list[Field]:
    own = {name: _field(name, agencies, entry=name in ENTRIES) for name in HEADINGS}
    last = known.claimed.years[-1]
    left = [Field("Sisa hari", WHOLE, 8)] if known.day is not None else []
    return [
        own["pertanyaan"],
        own["bukti"],
        Field("Klaster", TEXT, 12),
        Field("Butir", TEXT, 44),
        own["uraian"],
        Field(ORIGIN, TEXT, 11, note=_ORIGINS),
        Field("Pemegang", TEXT, 32),
        own["status"],
        Field("Tenggat", TEXT, 17),
        *left,
        own["keterangan"],
        own["pemegang"],
        own["tenggat"],
        Field("Untuk nilai tahun", TEXT, 11, note=_SINCE),
        Field("Poin sekarang", POINTS, 10),
        Field(f"Poin rencana {last}", POINTS, 10),
        own["wilayah"],
    ]


_ORIGINS: Final = (
    "daerah: tercatat pada lembar bukti paket.\nusulan: diturunkan dari jenis pertanyaan.\n"
    "usulan kegiatan: dihasilkan kegiatan rencana.\nUsulan adalah asumsi sampai ditetapkan."
)
_SINCE: Final = "Tahun nilai pertama yang bertumpu pada bukti ini."


def _field(name: str, agencies: Sequence[str], *, entry: bool) -> Field:
    column = _BUKTI.column(name)
    rule: dict[str, Any] = {}
    if name == "pemegang" and agencies:
        source = f"='{_AGENCIES}'!$A$2:$A${len(agencies) + 1}"
        rule = {"validate": "list", "source": source}
        rule["error_message"] = "Pilih OPD dari daftar."
    elif column.choices:
        rule = {"validate": "list", "source": list(column.choices)}
        rule["error_message"] = f"Pilih: {', '.join(column.choices)}."
    rule = rule if entry else {}
    width = _WIDTHS[name]
    return Field(HEADINGS[name], TEXT, width, entry=entry, note=column.about, rule=rule)


def _line(known: Facts, piece: Piece) -> Mapping[str, object]:
    instrument = known.pack.instrument
    question = instrument.questions[piece.question]
    cluster = instrument.clusters[instrument.cluster_of(question.indikator)]
    deadline = known.due(piece)
    last = known.claimed.years[-1]
    values = _values(piece)
    return {
        **{heading: values[name] for name, heading in HEADINGS.items()},
        "Klaster": cluster_short(cluster.nama),
        "Butir": question.label,
        ORIGIN: piece.origin.value,
        "Pemegang": "; ".join(holder.name for holder in piece.holders),
        "Tenggat": tanggal(deadline) if deadline else "belum diketahui",
        "Sisa hari": known.days_left(piece),
        "Untuk nilai tahun": "belum diklaim" if piece.since is None else str(piece.since),
        "Poin sekarang": known.claimed.now[piece.question],
        f"Poin rencana {last}": known.claimed.planned[last].get(piece.question, Fraction(0)),
    }


def _values(piece: Piece) -> dict[str, str]:
    """Return the cells of a piece that the table ``bukti`` holds; an unstated status is empty."""
    row = piece.row
    return {
        "pertanyaan": row.pertanyaan,
        "bukti": row.bukti,
        "uraian": row.uraian,
        "pemegang": row.pemegang,
        "wilayah": row.wilayah,
        "status": piece.status,
        "tenggat": tanggal(row.tenggat) if row.tenggat else "",
        "keterangan": row.keterangan,
    }
