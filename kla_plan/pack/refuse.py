"""Cells that no column takes: Excel's errors, formulas without a value, dates out of nowhere."""

import re
from typing import Final

from kla_plan.findings import Finding
from kla_plan.pack.cells import Cell, CellKind
from kla_plan.pack.checks import cells as rules
from kla_plan.schema import Column, Kind

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
#: A code that Excel took for a large number: ``2,08E+12``.
SCIENTIFIC: Final = re.compile(r"\d(?:[.,]\d+)?[eE]\+\d+")
_MONTHS: Final = "jan|feb|mar|apr|mei|may|jun|jul|agu|aug|sep|okt|oct|nov|des|dec"
_DATE: Final = re.compile(
    rf"\d{{1,4}}[/-]\d{{1,2}}[/-]\d{{1,4}}|\d{{1,2}}[/-]\d{{1,2}}"
    rf"|\d{{1,2}}[ -](?:{_MONTHS})[a-z]*(?:[ -]\d{{2,4}})?|(?:{_MONTHS})[a-z]*-\d{{2,4}}",
    re.IGNORECASE,
)
#: Kinds whose cells hold one number.
NUMERIC: Final = frozenset({Kind.NUMBER, Kind.INTEGER, Kind.RUPIAH, Kind.YEAR})


class CellError(Exception):
    """A cell has no value; the finding says why."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        super().__init__(str(finding))


def refuse_broken(column: Column, cell: Cell) -> None:
    """Raise :class:`CellError` for what is wrong whatever the value would be."""
    if cell.kind is CellKind.ERROR:
        reason = f"Sel ini berisi galat Excel {cell.text}."
        raise CellError(rules.ERROR_CELL.at(cell.place, cell.text, reason))
    if cell.kind is CellKind.FORMULA:
        reason = "Rumus di sel ini belum mempunyai nilai tersimpan."
        raise CellError(rules.NO_VALUE.at(cell.place, cell.text, reason))
    if _CONTROL.search(cell.text):
        reason = "Sel ini memuat karakter tak terlihat yang merusak berkas."
        raise CellError(rules.INVISIBLE.at(cell.place, ascii(cell.text), reason))
    if cell.kind is CellKind.FLAG and column.kind is not Kind.FLAG:
        reason = f'Kolom "{column.name}" meminta {column.kind}, bukan TRUE/FALSE.'
        raise CellError(rules.WRONG_KIND.at(cell.place, cell.text, reason))
    # In free text a date is as good as any other text; everywhere else Excel made it up.
    dated = cell.kind is CellKind.DATE or (
        column.kind in NUMERIC and _DATE.fullmatch(cell.text) is not None
    )
    if dated and column.kind not in {Kind.TEXT, Kind.DATE}:
        reason = f'Kolom "{column.name}" meminta {column.kind}, tetapi sel ini berisi tanggal.'
        raise CellError(rules.A_DATE.at(cell.place, cell.text, reason))
