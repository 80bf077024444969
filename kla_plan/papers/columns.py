"""Columns of tables whose rows must fit a page: for the template, and to count on what fits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kla_plan.report.word.fit import row_height
from kla_plan.report.word.template.compact import TABLE_SIZE
from kla_plan.report.word.template.parts import Col


@dataclass(frozen=True, slots=True)
class Head:
    """One column: heading, field of a row, width in millimetres, whether it holds numbers."""

    head: str
    field: str
    width: float
    number: bool = False


def columns_of(heads: Sequence[Head]) -> list[Col]:
    """Return the columns of a template's table; its rows are called ``baris``."""
    return [Col(h.head, f"{{{{ baris.{h.field} }}}}", h.width, number=h.number) for h in heads]


def height_of(heads: Sequence[Head], row: Mapping[str, str], size: float = TABLE_SIZE) -> float:
    """Return the height of a row in millimetres; ``size`` is that of its letters in points."""
    return row_height([row[h.field] for h in heads], [h.width for h in heads], size)


def head_height(heads: Sequence[Head]) -> float:
    """Return the height of the heading row in millimetres."""
    return height_of(heads, {h.field: h.head for h in heads})
