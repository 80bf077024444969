"""The vocabulary in which tables are specified: kinds of columns, columns, tables.

A table is specified by one frozen dataclass whose fields carry :func:`column` metadata. From it
come the reader, the checks, the workbook with its drop-downs, the data dictionary and the test
generators, so that no column name, unit or default is written down twice.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What a cell may hold. The value is the word shown in the data dictionary."""

    CODE = "kode"
    TEXT = "teks"
    CHOICE = "pilihan"
    YEAR = "tahun"
    INTEGER = "bilangan bulat"
    RUPIAH = "rupiah (bulat)"
    NUMBER = "bilangan"
    FLAG = "ya/tidak"
    DATE = "tanggal"
    CODES = "daftar kode, dipisah titik koma"
    SCALE = "daftar pecahan, dipisah titik koma"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in the files, what it may hold, and what it means.

    Attributes
    ----------
    name
        Heading in the files (Indonesian, fixed by the contract).
    kind
        What a cell may hold.
    about
        One sentence in Indonesian: meaning, as shown in notes and the data dictionary.
    unit
        Unit of a number, empty if none.
    key
        Whether the column is part of the row's key.
    required
        Whether the column must be there and each cell of it filled.
    refers
        Name of the table whose key the value must be found in, or empty.
    choices
        Allowed words of a ``CHOICE``.
    default
        Value of an empty cell, as written in a file (``""``: stays empty).
    minimum, maximum
        Bounds of a number that can make sense, inclusive.
    """

    name: str
    kind: Kind
    about: str
    unit: str = ""
    key: bool = False
    required: bool = False
    refers: str = ""
    choices: tuple[str, ...] = ()
    default: str = ""
    minimum: Decimal | None = None
    maximum: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name in the files, its record class and its columns."""

    name: str
    record: type
    about: str
    columns: tuple[Column, ...]

    @property
    def keys(self) -> tuple[Column, ...]:
        """The columns that identify a row."""
        return tuple(c for c in self.columns if c.key)

    def column(self, name: str) -> Column:
        """Return the column of this name.

        Raises
        ------
        KeyError
            If the table has no such column.
        """
        for candidate in self.columns:
            if candidate.name == name:
                return candidate
        raise KeyError(name)


_MISSING = object()


def column(kind: Kind, about: str, *, default: Any = _MISSING, **details: Any) -> Any:
    """Declare a dataclass field that is a column.

    ``default`` is the value of the field when the cell is empty; ``details`` are attributes of
    :class:`Column`. A field without a default is a required column.
    """
    meta = {"kind": kind, "about": about, **details}
    if default is _MISSING:
        meta.setdefault("required", True)
        return dataclasses.field(metadata={"column": meta})
    meta.setdefault("default", _as_written(default))
    return dataclasses.field(default=default, metadata={"column": meta})


def table(name: str, about: str) -> Callable[[type], type]:
    """Class decorator: make the dataclass the specification of the table ``name``."""

    def attach(record: type) -> type:
        record.__table__ = Table(  # type: ignore[attr-defined]
            name=name,
            record=record,
            about=about,
            columns=tuple(
                Column(name=field.name, **field.metadata["column"])
                for field in dataclasses.fields(record)
                if "column" in field.metadata
            ),
        )
        return record

    return attach


def table_of(record: type) -> Table:
    """Return the specification that :func:`table` attached to a record class."""
    spec = record.__table__  # type: ignore[attr-defined]
    assert isinstance(spec, Table)  # noqa: S101 - narrows the type for the checker
    return spec


def _as_written(default: Any) -> str:
    if default is None or default == ():
        return ""
    if isinstance(default, bool):
        return "ya" if default else "tidak"
    return str(default)
