"""A pack folder as a workbook that a planner fills in, and back again.

Both ways work on raw tables, so that CSV → xlsx → CSV loses nothing: a value that cannot be read
travels as the text it is. What a file could not carry over unharmed is refused with findings.
"""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from kla_plan.findings import Finding, FindingsError, Severity
from kla_plan.pack.assemble import assemble
from kla_plan.pack.cells import RawPack, RawTable
from kla_plan.pack.checks import cells as cell_rules
from kla_plan.pack.checks import files as file_rules
from kla_plan.pack.columns import CATALOGUE_TABLES, PACK_TABLES, Kegiatan
from kla_plan.pack.draft import Draft
from kla_plan.pack.guide import (
    CODES,
    DICTIONARY,
    INSTRUCTIONS,
    write_codes,
    write_dictionary,
    write_instructions,
)
from kla_plan.pack.output import write_new_file, write_new_folder
from kla_plan.pack.sheet import FUNDS, LAST_ROW, make_styles, write_sheet
from kla_plan.pack.source import read_raw, spec_of
from kla_plan.pack.text import by_sheet_order, canonical_rows, sheet_columns
from kla_plan.pack.write import write_raw_folder

_CREATED: Final = dt.datetime(2024, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
_LONGEST_TEXT: Final = 32_767
_LONGEST_NAME: Final = 31
_FORBIDDEN: Final = frozenset("[]:*?/\\'")
#: Findings of files that say that something of the original was not read as it stands.
_LOSSY: Final = frozenset(
    rule.code
    for rule in (
        cell_rules.A_DATE,
        cell_rules.CODE_AS_NUMBER,
        cell_rules.NO_VALUE,
        cell_rules.MERGED,
        cell_rules.STRAY,
        cell_rules.INVISIBLE,
    )
)
_BOOK_OPTIONS: Final = {"strings_to_formulas": False, "strings_to_urls": False}


def write_workbook(source: str | Path, target: str | Path, *, with_catalogue: bool = False) -> None:
    """Write the workbook of a pack.

    Parameters
    ----------
    source
        Pack folder (or a shipped pack's name, or another workbook).
    target
        A file that does not exist yet.
    with_catalogue
        Whether the rows of the shared catalogue are copied into the workbook; otherwise only
        what the pack itself says, and the catalogue stays underneath.

    Raises
    ------
    FindingsError
        If the source cannot be carried over without loss, or the target exists.
    """
    pack = read_raw(source)
    draft, found = assemble(pack)
    tables = _with_catalogue(pack, draft) if with_catalogue else dict(pack.tables)
    refuse_loss(pack, found)
    _refuse_size(tables)
    write_new_file(Path(target), lambda path: _write(path, tables, draft))


def unpack_workbook(workbook: str | Path, directory: str | Path) -> None:
    """Write the tables of a workbook as a folder of CSV files in canonical form.

    Raises
    ------
    FindingsError
        If the workbook holds what CSV cannot carry (dates, formulas without a value, codes
        turned into numbers, merged cells), or the folder is not empty.
    """
    pack = read_raw(workbook)
    _, found = assemble(pack)
    refuse_loss(pack, found)
    write_new_folder(Path(directory), lambda folder: write_raw_folder(pack.tables, folder))


def refuse_loss(pack: RawPack, found: Sequence[Finding]) -> None:
    """Refuse a pack whose files hold what a folder of CSV files would lose.

    Parameters
    ----------
    found
        What reading it has found.

    Raises
    ------
    FindingsError
        With what would be lost or could not be read.
    """
    lossy = [f for f in found if f.code in _LOSSY and f not in pack.findings]
    read = [f for f in pack.findings if f.severity is Severity.ERROR]
    if lossy or read:
        raise FindingsError([*read, *lossy])


def _refuse_size(tables: Mapping[str, RawTable]) -> None:
    found = []
    for name, table in tables.items():
        if len(name) > _LONGEST_NAME or _FORBIDDEN & set(name):
            reason = f'"{name}" tidak dapat menjadi nama lembar Excel.'
            found.append(file_rules.TOO_LONG.at(table.place, name, reason))
        for row in table.rows:
            for cell in row.cells.values():
                if len(cell.text) > _LONGEST_TEXT:
                    reason = f"Sel ini memuat {len(cell.text)} karakter."
                    found.append(file_rules.TOO_LONG.at(cell.place, cell.text[:40], reason))
    if found:
        raise FindingsError(found)


def _with_catalogue(pack: RawPack, draft: Draft) -> dict[str, RawTable]:
    """Return the tables with the catalogue's rows, and the rows that take some out."""
    tables = dict(pack.tables)
    for spec in CATALOGUE_TABLES:
        merged = draft.raw.get(spec.name)
        if merged is None:
            continue
        own = pack.tables.get(spec.name)
        mine = {row.place for row in own.rows} if own else set()
        out = [row for row in draft.dropped.get(spec.name, ()) if row.place in mine]
        tables[spec.name] = RawTable(spec.name, merged.place, merged.headings, (*merged.rows, *out))
    return tables


def _write(path: Path, tables: Mapping[str, RawTable], draft: Draft) -> None:
    names = by_sheet_order(dict.fromkeys([*(spec.name for spec in PACK_TABLES), *tables]))
    with xlsxwriter.Workbook(str(path), _BOOK_OPTIONS) as book:
        book.set_properties({"title": "Paket data kla-plan", "created": _CREATED})
        styles = make_styles(book)
        guide = book.add_worksheet(INSTRUCTIONS)
        sheets = {name: book.add_worksheet(name) for name in names}
        dictionary = book.add_worksheet(DICTIONARY)
        codes = book.add_worksheet(CODES)
        region = draft.profile.full_name if draft.profile is not None else ""
        write_instructions(guide, styles, region, _funds(draft))
        write_dictionary(dictionary, styles, [name for name in names if spec_of(name)])
        lists = write_codes(codes, styles, _codes(draft))
        # Agencies are the planner's own list: the drop-down follows the sheet as it grows.
        lists["opd"] = f"'opd'!$A$2:$A${LAST_ROW}"
        for name, sheet in sheets.items():
            table = tables.get(name)
            columns = sheet_columns(name, table)
            rows = canonical_rows(columns, table) if table is not None else []
            write_sheet(sheet, columns, rows, styles, lists)
        guide.activate()


def _codes(draft: Draft) -> dict[str, list[tuple[str, str]]]:
    labels = {
        "klaster": "nama",
        "indikator": "nama",
        "pertanyaan": "label",
        "kegiatan": "nama",
    }
    codes = {name: _pairs(draft.raw.get(name), name, label) for name, label in labels.items()}
    return codes | {FUNDS: [(fund, "") for fund in _funds(draft)]}


def _funds(draft: Draft) -> list[str]:
    """Return the funds that activities are paid from, those of most activities first."""
    often = Counter(f for entry in draft.rows(Kegiatan) for f in entry.record.sumber_dana)
    return [fund for fund, _ in often.most_common()]


def _pairs(table: RawTable | None, key: str, label: str) -> list[tuple[str, str]]:
    rows: Sequence[Any] = table.rows if table is not None else ()
    return [(row.text(key), row.text(label)) for row in rows if row.text(key)]
