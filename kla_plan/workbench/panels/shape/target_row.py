"""One target: year, predicate or points, on which of the two scores."""

import functools
from collections.abc import Callable
from typing import Any, Final

import ipywidgets as widgets

from kla_plan.findings import Finding
from kla_plan.indonesian import number
from kla_plan.pack.model import Pack
from kla_plan.scenario import Target
from kla_plan.workbench import look
from kla_plan.workbench.guard import guarded, quietly
from kla_plan.workbench.panels.shape.field import Field
from kla_plan.workbench.panels.shape.wish import in_words
from kla_plan.workbench.store import Store
from kla_plan.workbench.widgets.reading import UnreadableError, read_cell

#: The choice of a number of points instead of a predicate.
POINTS: Final = "nilai tertentu"
BASES: Final = (("penilaian mandiri", "mandiri"), ("hasil verifikasi", "verifikasi"))


class TargetRow(Field):
    """The controls of one target.

    Parameters
    ----------
    changed, remove
        Called with the row's number.
    """

    def __init__(
        self,
        store: Store,
        place: int,
        changed: Callable[[int], None],
        remove: Callable[[int], None],
    ) -> None:
        self._place, self._changed, self._showing = place, changed, False
        self._year = _list("Tahun", "11rem")
        self._aim = _list("Target", "16rem")
        self._points = widgets.Text(
            description="Nilai", continuous_update=False, style=_NAMES, layout={"width": "9rem"}
        )
        self._basis = _list("Dasar", "16rem", BASES)
        away = look.button("Hapus", help_text=f"Hapus target {place + 1}")
        away.on_click(quietly(guarded(store)(functools.partial(remove, place))))
        controls = [self._year, self._aim, self._points, self._basis, away]
        super().__init__(look.row(*controls))
        self.box.add_class(f"kla-target-{place + 1}")
        for control in controls[:-1]:
            control.observe(guarded(store)(self._touched), names="value")

    def show(self, pack: Pack, target: Target, findings: tuple[Finding, ...]) -> None:
        """Show a target and what is wrong with it; what is not offered any more stays a choice."""
        self._showing = True
        predicates = [row.predikat for row in pack.instrument.predicates]
        aim = POINTS if target.predikat is None else target.predikat
        _offer(self._year, [str(year) for year in pack.years], str(target.tahun))
        _offer(self._aim, [*predicates, POINTS], aim)
        self._points.value = "" if target.poin is None else number(target.poin).replace(".", "")
        self._basis.value = target.dasar
        self._toggle()
        self._showing = False
        self.say(in_words(findings))

    def as_written(self) -> dict[str, Any]:
        """Return the target as plain values.

        Raises
        ------
        UnreadableError
            If the points cannot be read.
        """
        raw = {"tahun": int(self._year.value), "dasar": self._basis.value}
        if self._aim.value != POINTS:
            return {**raw, "predikat": self._aim.value}
        column = {"kind": "angka", "maximum": 1_000_000, "required": True}
        try:
            return {**raw, "poin": str(read_cell(column, self._points.value))}
        except UnreadableError as error:
            message = f"Isi nilai yang harus dicapai, misalnya 850. {error}"
            raise UnreadableError(message) from error

    def _touched(self, _change: object) -> None:
        if not self._showing:
            self._toggle()
            self._changed(self._place)

    def _toggle(self) -> None:
        self._points.layout.display = "" if self._aim.value == POINTS else "none"


_NAMES: Final = {"description_width": "initial"}


def _list(name: str, width: str, options: Any = ()) -> widgets.Dropdown:
    return widgets.Dropdown(
        options=options, description=name, style=_NAMES, layout={"width": width}
    )


def _offer(control: widgets.Dropdown, words: list[str], chosen: str) -> None:
    offered = words if chosen in words else [*words, chosen]
    if list(control.options) != offered:
        control.options = offered
    control.value = chosen
