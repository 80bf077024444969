"""All activities of the pack, those of the plan first; a row opens its page."""

from collections.abc import Mapping
from typing import Any

from kla_plan.plan.plan import Plan
from kla_plan.plan.spent import spent_by_activity
from kla_plan.report.sentences.words import spans
from kla_plan.workbench.guard import guarded
from kla_plan.workbench.look import column, html
from kla_plan.workbench.panels.plan.view import View
from kla_plan.workbench.panels.plan.why import Why
from kla_plan.workbench.store import Store
from kla_plan.workbench.widgets import Table

_LEAD = (
    "<p>Klik sebuah baris, atau tekan Enter padanya, untuk melihat mengapa kegiatan itu dipilih "
    "atau tidak dipilih.</p>"
)
CHOSEN, IDLE = "dipilih", "tidak dipilih"
_COLUMNS = (
    {"key": "kode", "label": "Kode", "kind": "teks", "filter": False},
    {"key": "nama", "label": "Kegiatan", "kind": "teks", "filter": False, "wide": True},
    {"key": "status", "label": "Dalam rencana", "kind": "pilihan"},
    {"key": "tahun", "label": "Tahun", "kind": "teks", "filter": False},
    {"key": "rupiah", "label": "Anggaran", "kind": "rupiah"},
    {"key": "klaster", "label": "Klaster", "kind": "pilihan"},
    {"key": "indikator", "label": "Indikator", "kind": "pilihan"},
    {"key": "opd", "label": "OPD", "kind": "pilihan"},
)


def activities(store: Store) -> View:
    """Return the view: the table, and below it the page of the chosen activity."""
    table = Table(
        columns=list(_COLUMNS),
        row_key="kode",
        label="Kegiatan dalam rencana dan yang tidak dipilih",
        testid="kisi-kegiatan",
        page_size=12,
    )
    why = Why(store)

    def draw(plan: Plan) -> None:
        why.clear()
        table.selected = None
        table.rows = rows(plan)

    @guarded(store)
    def chosen(row: Mapping[str, Any] | None) -> None:
        plan = store.state.plan
        if row is not None and plan is not None:
            why.ask(plan, str(row["kode"]))

    table.on_select(chosen)
    lead = html(_LEAD)
    return View(column(lead, table, why.widget), draw)


def rows(plan: Plan) -> list[dict[str, Any]]:
    """Return one row per activity of the pack, those of the plan first."""
    years: dict[str, list[int]] = {}
    for code, year in plan.volumes:
        years.setdefault(code, []).append(year)
    rupiah = spent_by_activity(plan)
    pack = plan.pack
    made = [
        {
            "kode": code,
            "nama": activity.nama,
            "status": CHOSEN if code in years else IDLE,
            "tahun": spans(years.get(code, [])),
            "rupiah": rupiah[code] if code in years else None,
            "klaster": pack.instrument.cluster_of(activity.indikator),
            "indikator": activity.indikator,
            "opd": activity.opd,
        }
        for code, activity in pack.activities.items()
    ]
    return sorted(made, key=lambda row: row["status"] != CHOSEN)
