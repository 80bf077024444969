"""Prices, verification, and how long is searched: single figures of the scenario."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

import ipywidgets as widgets

from kla_plan.indonesian import number
from kla_plan.scenario import Scenario
from kla_plan.workbench.guard import guarded
from kla_plan.workbench.panels.shape.field import NAMES, Field, attempt
from kla_plan.workbench.panels.shape.wish import percentage
from kla_plan.workbench.state import State
from kla_plan.workbench.store import Store
from kla_plan.workbench.widgets.reading import UnreadableError, read_cell


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: where it stands in the scenario, and how it is shown and read."""

    key: str
    label: str
    hint: str
    shown: Callable[[Scenario], str]
    minimum: Decimal
    maximum: Decimal
    share: bool = True


FACTOR: Final = Figure(
    "pagu_faktor", "Faktor semua pagu (%)",
    "100 berarti pagu seperti tertulis di bawah ini; batas paling sedikit tidak berubah",
    lambda s: percentage(s.pagu_faktor), Decimal(0), Decimal(1000),
)  # fmt: skip
FIGURES: Final = (
    Figure(
        "inflasi", "Inflasi per tahun (%)", "kenaikan harga setiap tahun",
        lambda s: percentage(s.inflasi), Decimal(-50), Decimal(100),
    ),
    Figure(
        "diskon_verifikasi", "Diskon verifikasi (%)",
        "bagian nilai mandiri yang diperkirakan hilang saat verifikasi",
        lambda s: percentage(s.diskon_verifikasi), Decimal(0), Decimal(99),
    ),
    Figure(
        "pemecah.celah", "Celah optimalitas (%)",
        "pencarian berhenti bila rencana terbukti sedekat ini dengan yang terbaik",
        lambda s: percentage(s.pemecah.celah), Decimal(0), Decimal(100),
    ),
    Figure(
        "pemecah.batas_detik", "Batas waktu (detik)", "lama pencarian paling banyak",
        lambda s: number(Decimal(repr(s.pemecah.batas_detik))).replace(".", ""),
        Decimal(1), Decimal(86_400), share=False,
    ),
)  # fmt: skip


class FigureField(Field):
    """A text field for one figure, in Indonesian notation."""

    def __init__(self, store: Store, figure: Figure) -> None:
        super().__init__(
            widgets.Text(
                description=figure.label,
                continuous_update=False,
                style=NAMES,
                layout={"width": "20rem"},
            ),
            figure.hint,
        )
        self._figure, self._store, self._shown = figure, store, ""
        self.control.add_class(f"kla-isian-{figure.key.replace('.', '-')}")
        self.control.observe(guarded(store)(self._typed), names="value")

    def show(self, state: State) -> None:
        """Show the scenario's figure."""
        if state.scenario is None:
            return
        shown = self._figure.shown(state.scenario)
        if shown == self._shown:
            return  # a text that could not be read stays there, with the reason
        self._shown = shown
        self.control.value = self._shown
        self.say("")

    def _typed(self, change: Mapping[str, Any]) -> None:
        if change["new"] == self._shown:
            self.say("")
            return
        if attempt(self._store, self, lambda: {self._figure.key: self._read(change["new"])}):
            self.show(self._store.state)

    def _read(self, text: str) -> object:
        figure = self._figure
        column = {"kind": "angka", "minimum": figure.minimum, "maximum": figure.maximum}
        value = read_cell({**column, "required": True}, text.strip().removesuffix("%"))
        if not isinstance(value, Decimal):
            message = f'"{text}" bukan bilangan.'
            raise UnreadableError(message)
        exact = value / 100 if figure.share else value
        return float(exact) if figure.key.startswith("pemecah.") else str(exact)
