"""The sheets of a form in an agency's workbook: drop-downs, limits, locked cells, identity."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from kla_plan.feedback.form import (
    ADDITIONS,
    CEILINGS,
    CHANGES,
    ENTRIES,
    IDENTITY,
    SEAL,
    SHEETS,
    heading,
)
from kla_plan.feedback.identity import Marks, marks_of
from kla_plan.feedback.rows import ceiling_rows, change_rows, identity
from kla_plan.pack.choices import choice_list
from kla_plan.pack.model import Pack
from kla_plan.pack.parse import FIRST_YEAR, LAST_YEAR
from kla_plan.pack.text import text_of
from kla_plan.plan.plan import Plan
from kla_plan.report.excel.book import RUPIAH, TEXT, VOLUME, WHOLE, Book
from kla_plan.report.excel.form import Field, form_sheet
from kla_plan.schema import Column, Kind, Table

CODES: Final = "Daftar kode"
#: Rows for new activities.
SPARE: Final = 20
_KINDS: Final = {
    Kind.YEAR: WHOLE,
    Kind.INTEGER: WHOLE,
    Kind.RUPIAH: RUPIAH,
    Kind.NUMBER: VOLUME,
}
_WIDTHS: Final = {
    "nama": 44.0, "peran": 16.0, "satuan": 12.0, "kegiatan": 10.0, "tahun": 7.0, "alasan": 34.0,
    "usulan_data_dukung": 34.0, "data_dukung": 30.0, "opd_pendukung": 22.0,
    "usulan_opd_pendukung": 22.0, "setuju": 9.0, "indikator_kinerja": 30.0, "sub_kegiatan": 19.0,
}  # fmt: skip


def write_form(book: Book, plan: Plan, opd: str, marks: Marks | None = None) -> None:
    """Add the four sheets of an agency's form, and the list of codes, to its workbook.

    Parameters
    ----------
    marks
        Fingerprints of the plan, where they are known already.
    """
    changes, ceilings = change_rows(plan, opd), ceiling_rows(plan, opd)
    lists = _lists(plan.pack)
    for spec, rows, spare in (
        (CHANGES, changes, 0),
        (ADDITIONS, (), SPARE),
        (CEILINGS, ceilings, 0),
    ):
        fields = [_field(spec, column, lists) for column in spec.columns]
        form_sheet(
            book, SHEETS[spec.name], fields, [_cells(spec, row) for row in rows], spare=spare
        )
    _codes(book, plan.pack)
    facts = identity(plan, opd, marks or marks_of(plan), len(changes), len(ceilings)).rows()
    columns = [Field(column.name, TEXT, 30) for column in IDENTITY.columns]
    form_sheet(book, SHEETS[IDENTITY.name], columns, facts, hidden=True)


def _cells(spec: Table, row: Any) -> list[object]:
    values = [getattr(row, column.name) for column in spec.columns]
    return [text_of(value) if isinstance(value, tuple) else value for value in values]


def _field(spec: Table, column: Column, lists: Mapping[str, str]) -> Field:
    entry = column.name in ENTRIES[spec.name]
    return Field(
        heading(column.name),
        _KINDS.get(column.kind, TEXT),
        _WIDTHS.get(column.name, 16.0),
        entry=entry,
        note=column.about,
        rule=_rule(column, lists) if entry else {},
        hidden=column.name == SEAL,
    )


def _rule(column: Column, lists: Mapping[str, str]) -> dict[str, object]:
    chosen = choice_list(column)
    if chosen:
        return chosen
    if column.kind is Kind.CODE and column.name in lists:
        return {
            "validate": "list",
            "source": lists[column.name],
            "error_title": "Kode tidak dikenal",
            "error_message": f"Pilih kode dari lembar {CODES}.",
        }
    if column.kind not in _KINDS:
        return {}
    year = column.kind is Kind.YEAR
    low = FIRST_YEAR if year else float(column.minimum or 0)
    high = LAST_YEAR if year else float(column.maximum or 10**15)
    return {
        "validate": "decimal" if column.kind is Kind.NUMBER else "integer",
        "criteria": "between",
        "minimum": low,
        "maximum": high,
        "error_title": "Isian tidak sesuai",
        "error_message": f"Isi {column.kind} sesuai keterangan pada judul kolom.",
    }


def _code_lists(pack: Pack) -> dict[str, list[tuple[str, str]]]:
    """Return code and name of everything that a form may refer to, by kind."""
    instrument = pack.instrument
    return {
        "opd": [(code, row.nama) for code, row in pack.opds.items()],
        "indikator": [(code, row.nama) for code, row in instrument.indicators.items()],
        "pertanyaan": [(code, row.label) for code, row in instrument.questions.items()],
        "sumber dana": [(fund, "") for fund in pack.funds],
    }


def _rows_of_codes(pack: Pack) -> Sequence[tuple[str, str, str]]:
    lists = _code_lists(pack).items()
    return [(kind, code, name) for kind, codes in lists for code, name in codes]


def _codes(book: Book, pack: Pack) -> None:
    fields = [Field("Jenis", TEXT, 14), Field("Kode", TEXT, 28), Field("Nama", TEXT, 90)]
    form_sheet(book, CODES, fields, _rows_of_codes(pack))


def _lists(pack: Pack) -> dict[str, str]:
    """Return the Excel range of the codes of each kind on the list of codes."""
    places: dict[str, list[int]] = {}
    for line, (kind, _, _) in enumerate(_rows_of_codes(pack), start=2):
        places.setdefault(kind, []).append(line)
    return {kind: f"='{CODES}'!$B${rows[0]}:$B${rows[-1]}" for kind, rows in places.items()}
