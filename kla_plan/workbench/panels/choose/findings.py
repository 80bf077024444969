"""What was found in the file that was read last, each with its cell and its remedy."""

from html import escape

import ipywidgets as widgets

from kla_plan.findings import Finding, errors
from kla_plan.report.sentences.words import count
from kla_plan.workbench.look import column, html, show
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


def findings_table(store: Store) -> widgets.Widget:
    """Return the verdict and the table; it follows the store."""
    verdict = html()
    table = Table(columns=_COLUMNS, rows=[], label="Temuan", testid="kisi-temuan", page_size=15)

    def draw(state: State) -> None:
        found = state.findings
        wrong = errors(found)
        ordered = [*wrong, *(finding for finding in found if finding not in wrong)]
        table.rows = [_row(finding) for finding in ordered]
        verdict.value = f'<h3 data-testid="jumlah-temuan">{_verdict(state, len(wrong))}</h3>'
        show(verdict, visible=bool(found) or state.pack is not None)
        show(table, visible=bool(found))

    store.on(("findings", "pack"), draw)
    draw(store.state)
    return column(verdict, table)


def _verdict(state: State, wrong: int) -> str:
    found = state.findings
    about = f" pada {escape(state.read)}" if state.read else ""
    if not found:
        return f"Tidak ada temuan{about}"
    parts = [count(wrong, "galat")] if wrong else []
    if len(found) > wrong:
        parts.append(count(len(found) - wrong, "peringatan"))
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
