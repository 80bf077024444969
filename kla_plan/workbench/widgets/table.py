"""``Table``: rows to read, search, sort, filter and choose from."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import anywidget
import pandas as pd
import traitlets

from kla_plan.workbench.widgets.assets import script, style
from kla_plan.workbench.widgets.cells import NUMERIC, checked_columns, shown, sort_key

_KINDS: Final = NUMERIC | {"teks", "pilihan"}


class Table(anywidget.AnyWidget):
    """A read-only table.

    Parameters
    ----------
    columns
        One mapping per column: ``key``, ``label``, ``kind`` (``teks``, ``rupiah``, ``angka``,
        ``persen`` of a fraction, ``pilihan``), ``filter`` (whether it can be filtered; default:
        every column that is no number), ``wide`` (may take several lines).
    rows
        One mapping per row, by the columns' keys; other keys are kept but not shown.
    label
        What the table is, for screen readers and as its caption.
    row_key
        Key of what identifies a row; default: the row's position.
    testid
        ``data-testid`` of the widget.
    page_size
        Rows shown at once.
    empty
        What is said where there are no rows.

    Attributes
    ----------
    selected
        Identity of the chosen row as text, or ``None``; set by a click or Enter on a row.
    """

    _esm = script("table_lines", "table_head", "table")
    _css = style("table")

    columns: traitlets.List[Any] = traitlets.List().tag(sync=True)
    rows: traitlets.List[Any] = traitlets.List()
    label = traitlets.Unicode("Tabel").tag(sync=True)
    selected = traitlets.Unicode(None, allow_none=True).tag(sync=True)
    page_size = traitlets.Int(50).tag(sync=True)
    empty = traitlets.Unicode("Tidak ada baris.").tag(sync=True)
    testid = traitlets.Unicode("kisi-tabel").tag(sync=True)
    row_key = traitlets.Unicode("")
    _lines: traitlets.List[Any] = traitlets.List().tag(sync=True)

    @traitlets.validate("columns")
    def _valid_columns(self, proposal: Mapping[str, Any]) -> list[dict[str, Any]]:
        return checked_columns(proposal["value"], _KINDS)

    @traitlets.observe("columns", "rows", "row_key")
    def _draw(self, _change: object) -> None:
        self._lines = [self._line(n, row) for n, row in enumerate(self.rows)]
        if self.selected is not None and self.selected_row is None:
            self.selected = None

    def _line(self, position: int, row: Mapping[str, Any]) -> dict[str, Any]:
        values = [(column["kind"], row.get(column["key"])) for column in self.columns]
        return {
            "id": self._identity(position, row),
            "texts": [shown(kind, value) for kind, value in values],
            "keys": [sort_key(value) for _, value in values],
        }

    def _identity(self, position: int, row: Mapping[str, Any]) -> str:
        return str(row[self.row_key]) if self.row_key else str(position)

    @property
    def selected_row(self) -> Mapping[str, Any] | None:
        """The chosen row, or ``None``."""
        for position, row in enumerate(self.rows):
            if self._identity(position, row) == self.selected:
                chosen: Mapping[str, Any] = row
                return chosen
        return None

    def on_select(self, callback: Callable[[Mapping[str, Any] | None], None]) -> None:
        """Call back with the chosen row (or ``None``) whenever the choice changes."""
        self.observe(lambda _change: callback(self.selected_row), names="selected")

    @classmethod
    def of_frame(
        cls, frame: pd.DataFrame, columns: Sequence[Mapping[str, Any]], **settings: Any
    ) -> "Table":
        """Return a table of a data frame; ``columns`` name its columns as ``key``."""
        return cls(columns=list(columns), rows=frame.to_dict("records"), **settings)
