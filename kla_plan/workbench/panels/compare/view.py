"""The comparison as HTML and rows; nothing here may touch a widget."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kla_plan.report.charts import png
from kla_plan.report.sentences.comparison import overview
from kla_plan.report.tables.comparison import Plans
from kla_plan.runs.comparison_chart import comparison_chart
from kla_plan.runs.pages import comparison as tables
from kla_plan.workbench.drawing import image
from kla_plan.workbench.look import bullets

_FIXED = (
    {"key": "kode", "label": "Kode", "kind": "teks", "filter": False},
    {"key": "nama", "label": "Kegiatan", "kind": "teks", "filter": False, "wide": True},
    {"key": "opd", "label": "OPD", "kind": "pilihan"},
)


@dataclass(frozen=True, slots=True)
class Beside:
    """What is shown: the page, and the rows of the activities that differ."""

    names: tuple[str, ...]
    html: str
    rows: tuple[dict[str, Any], ...]


def side_by_side(plans: Plans) -> Beside:
    """Compare plans; takes about a second."""
    lines = overview(plans)
    parts = [
        bullets(lines),
        _scrolled(tables.key_figures(plans), "banding-angka"),
        image(png(comparison_chart(plans)), " ".join(lines), "gambar-banding"),
        "<h3>Sasaran</h3>",
        _scrolled(tables.targets(plans), "banding-sasaran", "Tidak ada sasaran."),
        "<h3>Pengaturan yang berbeda</h3>",
        _scrolled(tables.settings(plans), "banding-atur", "Semua pengaturan sama."),
        "<details><summary>Nilai setelah verifikasi dan anggaran menurut tahun</summary>",
        _scrolled(tables.by_year(plans), "banding-tahun"),
        "</details>",
    ]
    rows = (
        {"kode": row[0], "nama": row[1], "opd": row[2], **_cells(row[3:])}
        for row in tables.activities(plans).rows
    )
    return Beside(tuple(plans), "".join(parts), tuple(rows))


def columns(names: Sequence[str]) -> list[dict[str, Any]]:
    """Return the columns of the table of activities: one per plan after the fixed ones."""
    own = [
        {"key": _key(place), "label": name, "kind": "teks", "filter": False}
        for place, name in enumerate(names)
    ]
    return [*_FIXED, *own]


def _cells(texts: Sequence[str]) -> dict[str, str]:
    return {_key(place): text for place, text in enumerate(texts)}


def _key(place: int) -> str:
    return f"rencana_{place}"


def _scrolled(table: tables.Beside, testid: str, nothing: str = "") -> str:
    return f'<div data-testid="{testid}" style="overflow-x:auto">{table.html(nothing)}</div>'
