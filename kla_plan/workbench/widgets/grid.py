"""``Grid``: a small spreadsheet, with a paste from Excel cell by cell and Indonesian numbers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import anywidget
import traitlets

from kla_plan.workbench.history import History
from kla_plan.workbench.widgets.assets import script, style
from kla_plan.workbench.widgets.cells import checked_columns
from kla_plan.workbench.widgets.sheet import Change, Sheet

_KINDS: Final = frozenset({"teks", "rupiah", "angka", "pilihan"})
_HELP: Final = (
    "Tempel dari Excel dengan Ctrl+V mulai dari sel aktif. Panah berpindah, Enter atau F2 mengubah "
    "isi, Delete mengosongkan, Esc lalu Tab keluar dari kisi."
)

type OnEdit = Callable[[list[dict[str, Any]]], object]


class Grid(anywidget.AnyWidget):
    """A grid whose cells are edited as in a spreadsheet.

    The browser sends texts only; they are read here, by :mod:`kla_plan.indonesian`. A text that
    cannot be read stays in its cell with the reason, and the cell keeps its last value.

    Parameters
    ----------
    columns
        One mapping per column: ``key``, ``label``, ``kind`` (``teks``, ``rupiah``, ``angka``,
        ``pilihan``), ``editable`` (default ``True``), ``choices``, ``minimum`` (default 0),
        ``maximum``, ``required``. Leading columns that are not editable head the rows.
    rows
        One mapping per row by the columns' keys: texts, ``int``, ``Decimal`` or ``None``.
    footer
        Texts by column key, shown below the rows (totals).
    help
        How to use it, shown below; empty where a grid near by says it already.
    label, testid
        Name for screen readers and caption; ``data-testid``.

    Attributes
    ----------
    errors
        What is wrong at which cell: mappings ``row``, ``key``, ``text``; unread texts and what
        was pointed out by :meth:`flag`.
    can_undo, can_redo
        Whether there is a step back, or one that was taken back.
    """

    _esm = script(
        "grid_clipboard",
        "grid_selection",
        "grid_editor",
        "grid_view",
        "grid_keys",
        "grid_transfer",
        "grid",
    )
    _css = style("grid")

    columns: traitlets.List[Any] = traitlets.List().tag(sync=True)
    rows: traitlets.List[Any] = traitlets.List()
    footer: "traitlets.Dict[str, str]" = traitlets.Dict().tag(sync=True)
    errors: traitlets.List[Any] = traitlets.List().tag(sync=True)
    label = traitlets.Unicode("Kisi").tag(sync=True)
    testid = traitlets.Unicode("kisi-isian").tag(sync=True)
    can_undo = traitlets.Bool(default_value=False).tag(sync=True)
    can_redo = traitlets.Bool(default_value=False).tag(sync=True)
    help = traitlets.Unicode(_HELP).tag(sync=True)
    _texts: traitlets.List[Any] = traitlets.List().tag(sync=True)

    def __init__(self, **settings: Any) -> None:
        self._sheet = Sheet((), ())
        self._history: History[Sheet] = History()
        self._callbacks: list[OnEdit] = []
        self._flagged: list[dict[str, Any]] = []
        super().__init__(**settings)
        self.on_msg(self._receive)

    @traitlets.validate("columns")
    def _valid_columns(self, proposal: Mapping[str, Any]) -> list[dict[str, Any]]:
        columns = checked_columns(proposal["value"], _KINDS)
        return [{"editable": True, **column} for column in columns]

    @traitlets.observe("columns", "rows")
    def _taken_over(self, change: Mapping[str, Any]) -> None:
        rows = tuple(dict(row) for row in self.rows)
        before = self._sheet
        if change["name"] == "rows" and rows == before.rows:
            return
        self._sheet = Sheet(tuple(self.columns), rows)
        if change["name"] == "columns" or len(rows) != len(before.rows):
            self._history.clear()
        else:
            self._history.push(before)
        self._flagged = []
        self._show()

    def on_edit(self, callback: OnEdit) -> None:
        """Call back with all rows after an edit, undo or redo that changed a value."""
        self._callbacks.append(callback)

    def edit(self, changes: Iterable[Change]) -> None:
        """Write texts into cells, as one step that can be undone: ``(row, key, text)``."""
        after = self._sheet.edit(changes)
        if after != self._sheet:
            self._history.push(self._sheet)
            self._go_to(after)

    def undo(self) -> None:
        """Take back the last edit."""
        self._go_to(self._history.undo(self._sheet))

    def redo(self) -> None:
        """Do again what was taken back."""
        self._go_to(self._history.redo(self._sheet))

    def flag(self, errors: Sequence[Mapping[str, Any]]) -> None:
        """Point out what is wrong with values that could be read: ``row``, ``key``, ``text``."""
        self._flagged = [dict(error) for error in errors]
        self._show()

    def _go_to(self, after: Sheet) -> None:
        before, self._sheet = self._sheet, after
        self._flagged = []
        changed = before.rows != after.rows
        if changed:
            self.rows = [dict(row) for row in after.rows]
        self._show()
        if changed:
            for callback in self._callbacks:
                callback([dict(row) for row in after.rows])

    def _show(self) -> None:
        with self.hold_sync():
            self._texts = self._sheet.texts()
            self.errors = [*self._sheet.errors(), *self._flagged]
            self.can_undo, self.can_redo = self._history.can_undo, self._history.can_redo

    def _receive(self, _widget: object, content: Mapping[str, Any], _buffers: object) -> None:
        match content:
            case {"type": "edit", "changes": list(changes)}:
                self.edit((int(row), str(key), str(text)) for row, key, text in changes)
            case {"type": "undo"}:
                self.undo()
            case {"type": "redo"}:
                self.redo()
        # The view waits for this: a text that is read as the value that was there changes nothing.
        self.send({"type": "done", "number": content.get("number")})
