"""What was found in the pack, or in a file that was refused; each with its cell and its remedy."""

from html import escape

import ipywidgets as widgets

from kla_plan.findings import Finding, errors
from kla_plan.report.sentences.words import count
from kla_plan.workbench.guard import guarded, quietly
from kla_plan.workbench.look import button, column, html, row, show
from kla_plan.workbench.state import State
from kla_plan.workbench.store import Store
from kla_plan.workbench.widgets import Table

_COLUMNS = [
    {"key": "berat", "label": "Berat", "kind": "pilihan"},
    {"key": "kode", "label": "Kode", "kind": "pilihan"},
    {"key": "lembar", "label": "Lembar", "kind": "pilihan"},
    {"key": "sel", "label": "Sel", "kind": "teks", "filter": False},
    {"key": "nilai", "label": "Nilai", "kind": "teks", "filter": False},
    {"key": "sebab", "label": "Sebab", "kind": "teks", "wide": True, "filter": False},
    {"key": "saran", "label": "Saran", "kind": "teks", "wide": True, "filter": False},
]
_BACK = "Kembali ke temuan paket yang terbuka"
_ASIDE = "Tutup temuan berkas ini"


def findings_table(store: Store) -> widgets.Widget:
    """Return the verdict and the table; it follows the store.

    A refused file comes first, under its own name, until the planner puts it aside.
    """
    verdict = html()
    aside = button(_ASIDE)
    below = row(aside)
    table = Table(columns=_COLUMNS, rows=[], label="Temuan", testid="kisi-temuan", page_size=15)

    def draw(state: State) -> None:
        found = state.refused.findings if state.refused else state.findings
        wrong = errors(found)
        ordered = [*wrong, *(finding for finding in found if finding not in wrong)]
        table.rows = [_row(finding) for finding in ordered]
        words = _verdict(_about(state), len(wrong), len(found))
        verdict.value = f'<h3 data-testid="jumlah-temuan">{words}</h3>'
        aside.description = aside.tooltip = _BACK if state.pack else _ASIDE
        show(below, visible=state.refused is not None)
        show(verdict, visible=bool(found) or state.pack is not None)
        show(table, visible=bool(found))

    aside.on_click(guarded(store)(quietly(lambda: _put_aside(store))))
    store.on(("findings", "pack", "read", "refused"), draw)
    draw(store.state)
    return column(verdict, below, table)


def _put_aside(store: Store) -> None:
    """Forget the refused file, and what was told about it."""
    told = store.state.refused.notice if store.state.refused else None
    notice = store.state.notice
    store.update(refused=None, notice=None if notice is told else notice)


def _about(state: State) -> str:
    if state.refused is not None:
        return f" pada {escape(state.refused.name)} (berkas ditolak)"
    return f" pada {escape(state.read)}" if state.read else ""


def _verdict(about: str, wrong: int, found: int) -> str:
    if not found:
        return f"Tidak ada temuan{about}"
    parts = [count(wrong, "galat")] if wrong else []
    if found > wrong:
        parts.append(count(found - wrong, "peringatan"))
    return f"Temuan{about}: {' dan '.join(parts)}"


def _row(finding: Finding) -> dict[str, str]:
    return {
        "berat": str(finding.severity).capitalize(),
        "kode": finding.code,
        "lembar": finding.place.sheet or finding.place.file or "paket",
        "sel": finding.place.cell,
        "nilai": finding.value,
        "sebab": finding.message,
        "saran": finding.remedy,
    }
