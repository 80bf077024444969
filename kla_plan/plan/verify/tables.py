"""Read the files of a saved plan; what cannot be read is a finding, never an exception."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from kla_plan.findings import Finding, Place
from kla_plan.plan.verify.codes import found

#: Reader of each cell by column.
type Readers = Mapping[str, Callable[[str], Any]]
#: A table: values by key.
type Rows = Mapping[tuple[Any, ...], tuple[Any, ...]]


@dataclass(slots=True)
class Reader:
    """Reads one folder and gathers what is wrong with its files."""

    folder: Path
    findings: list[Finding] = field(default_factory=list)

    def manifest(self) -> Mapping[str, Any] | None:
        """Return ``manifest.json``, or ``None`` with a finding."""
        text = self._text("manifest.json")
        if text is None:
            return None
        try:
            read = json.loads(text)
        except json.JSONDecodeError as error:
            self._broken("manifest.json", f"bukan JSON yang sah (baris {error.lineno})")
            return None
        if not isinstance(read, dict):
            self._broken("manifest.json", "isinya bukan daftar kunci dan nilai")
            return None
        return read

    def rows(self, name: str, keys: Readers, values: Readers) -> Rows | None:
        """Return a table by key, or ``None`` with findings.

        Parameters
        ----------
        name
            File name.
        keys, values
            Reader of each cell by column; one that raises makes a finding with the cell.
        """
        text = self._text(name)
        if text is None:
            return None
        header, *lines = list(csv.reader(io.StringIO(text, newline=""))) or [[]]
        columns = [*keys, *values]
        if header != columns:
            self._broken(name, f"kolomnya seharusnya {', '.join(columns)}")
            return None
        result: dict[tuple[Any, ...], tuple[Any, ...]] = {}
        sound = True
        for number, line in enumerate(lines, start=2):
            cells = self._cells(name, number, line, {**keys, **values})
            if cells is None:
                sound = False
                continue
            key, value = tuple(cells[: len(keys)]), tuple(cells[len(keys) :])
            if key in result:
                where = Place(Path(name).stem, f"A{number}", name)
                self.findings.append(
                    found("KLA-P-056", f"Baris {number} {name} ganda.", where, _shown(key))
                )
            result[key] = value
        return result if sound else None

    def _cells(self, name: str, number: int, line: list[str], readers: Readers) -> list[Any] | None:
        if len(line) != len(readers):
            self._broken(name, f"baris {number} tidak berisi {len(readers)} kolom")
            return None
        cells = []
        for column, (text, reader) in enumerate(zip(line, readers.values(), strict=True)):
            try:
                cells.append(reader(text))
            except (ValueError, ArithmeticError):
                self._broken(name, "isi sel tidak dapat dibaca", f"{'ABCDEFG'[column]}{number}")
                return None
        return cells

    def _text(self, name: str) -> str | None:
        path = self.folder / name
        if not path.is_file():
            self.findings.append(
                found("KLA-P-050", f"Berkas {name} tidak ada.", Place(Path(name).stem, "", name))
            )
            return None
        try:
            return path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            self._broken(name, "tidak dapat dibaca sebagai teks UTF-8")
            return None

    def _broken(self, name: str, reason: str, cell: str = "") -> None:
        place = Place(Path(name).stem, cell, name)
        self.findings.append(found("KLA-P-051", f"Berkas {name} rusak: {reason}.", place))


def _shown(key: tuple[object, ...]) -> str:
    return ", ".join(str(part) for part in key)


def finite(text: str) -> Decimal:
    """Read a plain number; infinity and NaN are no numbers.

    Raises
    ------
    ValueError
        If the text is no finite number.
    """
    try:
        value = Decimal(text)
    except ArithmeticError as error:
        raise ValueError(text) from error
    if not value.is_finite():
        raise ValueError(text)
    return value
