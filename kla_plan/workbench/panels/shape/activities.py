"""Activities that must be in the plan, and those that must stay out of it."""

from collections.abc import Mapping
from typing import Any, Final

import ipywidgets as widgets

from kla_plan.pack.model import Pack
from kla_plan.scenario import Scenario
from kla_plan.workbench import look
from kla_plan.workbench.guard import guarded, quietly
from kla_plan.workbench.panels.shape.field import Field, attempt
from kla_plan.workbench.state import State
from kla_plan.workbench.store import Store
from kla_plan.workbench.widgets import Table

ANY_YEAR: Final = "tahun mana pun"
_ANY: Final = 0
_FORBIDDEN: Final = "dilarang"
_COLUMNS: Final = [
    {"key": "status", "label": "Status", "kind": "pilihan"},
    {"key": "kegiatan", "label": "Kode", "filter": False},
    {"key": "nama", "label": "Kegiatan", "wide": True, "filter": False},
    {"key": "opd", "label": "OPD"},
    {"key": "indikator", "label": "Indikator"},
    {"key": "harga", "label": "Biaya per unit", "kind": "rupiah"},
]


class Activities:
    """A table of all activities with the wishes about them, and the buttons that change these."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._table = Table(
            columns=_COLUMNS,
            row_key="kegiatan",
            label="Kegiatan",
            testid="kisi-kegiatan",
            page_size=25,
        )
        self._chosen = look.html()
        self._year = widgets.Dropdown(
            description="pada tahun",
            style={"description_width": "initial"},
            layout={"width": "15rem"},
        )
        self._buttons = {
            "wajibkan": self._button("Wajibkan", self._require),
            "larang": self._button("Larang", self._forbid),
            "lepaskan": self._button("Lepaskan", self._release),
        }
        require, *others = self._buttons.values()
        self._field = Field(look.row(require, self._year, *others))
        self._table.on_select(guarded(store)(lambda _row: self._say_chosen()))
        self.box = look.column(self._table, self._chosen, self._field.box)

    def _button(self, name: str, action: Any) -> widgets.Button:
        button = look.button(name)
        button.on_click(quietly(guarded(self._store)(action)))
        return button

    def show(self, state: State) -> None:
        """Show the scenario's wishes."""
        if state.pack is None or state.scenario is None:
            return
        years = [(ANY_YEAR, _ANY), *((str(year), year) for year in state.pack.planned_years)]
        if list(self._year.options) != years:
            self._year.options = years
            self._year.value = _ANY
        rows = _rows(state.pack, state.scenario)
        if rows != self._table.rows:
            self._table.rows = rows
        self._say_chosen()

    def _say_chosen(self) -> None:
        row = self._table.selected_row
        for button in self._buttons.values():
            button.disabled = row is None
        self._field.say("")
        if row is None:
            self._chosen.value = "Pilih kegiatan pada tabel, lalu tetapkan keinginan Anda."
        else:
            self._chosen.value = (
                f"Terpilih: <b>{row['kegiatan']}</b> – {_safe(row['nama'])}"
                + (f" ({row['status']})" if row["status"] else "")
            )  # fmt: skip

    def _require(self) -> None:
        code, year = self._table.selected, self._year.value
        lock = code if year == _ANY else {"kegiatan": code, "tahun": year}
        self._put(locks=[*self._without(code), lock])

    def _forbid(self) -> None:
        code = self._table.selected
        self._put(locks=self._without(code), forbidden=[code])

    def _release(self) -> None:
        self._put(locks=self._without(self._table.selected))

    def _without(self, code: str | None) -> list[Any]:
        """Return the other activities' locks."""
        scenario = self._store.state.scenario
        locks = [] if scenario is None else scenario.as_written()["kunci"]
        return [lock for lock in locks if _code(lock) != code]

    def _put(self, locks: list[Any], forbidden: list[str | None] | None = None) -> None:
        scenario = self._store.state.scenario
        if scenario is None:
            return
        others = [code for code in scenario.larang if code != self._table.selected]
        wishes = {"kunci": locks, "larang": [*others, *(forbidden or [])]}
        attempt(self._store, self._field, lambda: wishes)


def _code(lock: str | Mapping[str, Any]) -> str:
    return lock if isinstance(lock, str) else str(lock["kegiatan"])


def _rows(pack: Pack, scenario: Scenario) -> list[dict[str, Any]]:
    wishes = _wishes(scenario)
    rows = []
    for code, activity in pack.activities.items():
        prices = pack.costs_of(code)
        rows.append(
            {
                "status": wishes.get(code) or ("wajib menurut paket" if activity.wajib else ""),
                "kegiatan": code,
                "nama": activity.nama,
                "opd": activity.opd,
                "indikator": activity.indikator,
                "harga": prices[0].biaya_per_unit if prices else None,
            }
        )
    return rows


def _wishes(scenario: Scenario) -> dict[str, str]:
    """Return by code how the scenario's wish is called."""
    found = dict.fromkeys(scenario.larang, _FORBIDDEN)
    for lock in scenario.kunci:
        year = None if isinstance(lock, str) else lock.tahun
        code = lock if isinstance(lock, str) else lock.kegiatan
        found[code] = "wajib ada" if year is None else f"wajib ada {year}"
    return found


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
