"""Returned forms: an agency fills in cells of its workbook, as it would in Excel."""

from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from kla_plan.feedback.form import heading
from kla_plan.feedback.write import write_form
from kla_plan.plan.plan import Plan
from kla_plan.report.excel.book import workbook

CHANGES, ADDITIONS, CEILINGS, IDENTITY = (
    "Usulan perubahan",
    "Kegiatan baru",
    "Pagu OPD",
    "Identitas",
)


def issue(plan: Plan, opd: str, target: Path) -> Path:
    """Write the form of an agency."""
    with workbook(target, "Formulir") as book:
        write_form(book, plan, opd)
    return target


class Form:
    """A workbook in the hands of an agency; saved on leaving the ``with`` block."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = load_workbook(path)

    def __enter__(self) -> "Form":
        return self

    def __exit__(self, *_: object) -> None:
        self.book.save(self.path)

    def column(self, sheet: str, name: str) -> int:
        heads = [cell.value for cell in self.book[sheet][1]]
        return heads.index(heading(name)) + 1

    def rows(self, sheet: str, **key: Any) -> list[int]:
        """Return the numbers of the rows with these contents."""
        page = self.book[sheet]
        return [
            number
            for number in range(2, page.max_row + 1)
            if all(
                page.cell(number, self.column(sheet, name)).value == value
                for name, value in key.items()
            )
        ]

    def put(self, sheet: str, number: int, **values: Any) -> str:
        """Fill in cells of a row; return the address of the last one."""
        cell = None
        for name, value in values.items():
            cell = self.book[sheet].cell(number, self.column(sheet, name))
            cell.value = value
        assert cell is not None
        return str(cell.coordinate)

    def answer(self, code: str, year: int, **values: Any) -> str:
        """Fill in the row of an activity and year."""
        (number,) = self.rows(CHANGES, kegiatan=code, tahun=year)
        return self.put(CHANGES, number, **values)

    def ceiling(self, year: int, fund: str | None = None, **values: Any) -> str:
        """Fill in the row of a ceiling."""
        (number,) = self.rows(CEILINGS, tahun=year, sumber_dana=fund)
        return self.put(CEILINGS, number, **values)
