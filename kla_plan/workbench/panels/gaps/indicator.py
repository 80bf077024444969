"""One indicator: what is missing, what is proven, what could be done, and who must act."""

from html import escape

import ipywidgets as widgets
import pandas as pd

from kla_plan.gaps.evidence import NOT_STATED
from kla_plan.indonesian import number
from kla_plan.report.sentences.words import count
from kla_plan.workbench.look import column, facts, html, show
from kla_plan.workbench.panels.gaps.tables import GapTables
from kla_plan.workbench.store import Store
from kla_plan.workbench.widgets import Table
from kla_plan.workbench.widgets.reveal import Reveal

_QUESTIONS = [
    {"key": "pertanyaan", "label": "Kode", "kind": "teks", "filter": False},
    {"key": "label", "label": "Pertanyaan", "kind": "teks", "wide": True, "filter": False},
    {"key": "poin_maks", "label": "Maks.", "kind": "angka"},
    {"key": "poin", "label": "Poin", "kind": "angka"},
    {"key": "selisih", "label": "Kurang", "kind": "angka"},
    {"key": "poin_verifikasi", "label": "Setelah verifikasi", "kind": "angka"},
    {"key": "bukti", "label": "Data dukung", "kind": "pilihan"},
    {"key": "opd", "label": "OPD yang disebut", "kind": "teks", "wide": True, "filter": False},
]
_CANDIDATES = [
    {"key": "kegiatan", "label": "Kode", "kind": "teks", "filter": False},
    {"key": "nama", "label": "Kegiatan", "kind": "teks", "wide": True, "filter": False},
    {"key": "opd", "label": "OPD penanggung jawab", "kind": "pilihan"},
    {"key": "pertanyaan", "label": "Untuk", "kind": "pilihan"},
    {"key": "poin", "label": "Poin", "kind": "angka"},
    {"key": "biaya", "label": "Biaya", "kind": "rupiah"},
    {"key": "per_poin", "label": "Biaya per poin", "kind": "rupiah"},
]


class IndicatorPage:
    """The page of the chosen indicator.

    Attributes
    ----------
    widget
        The page.
    tables
        The gaps it was made from last.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self.tables: GapTables | None = None
        self._head = html()
        self._questions = Table(
            columns=_QUESTIONS, rows=[], label="Pertanyaan", row_key="pertanyaan",
            testid="kisi-pertanyaan", page_size=15,
        )  # fmt: skip
        self._candidates = Table(
            columns=_CANDIDATES, rows=[], label="Kegiatan calon", testid="kisi-calon", page_size=15,
            empty="Belum ada kegiatan yang menaikkan pertanyaan indikator ini.",
        )  # fmt: skip
        self._place = Reveal(testid="penanda-indikator")
        self.widget: widgets.Widget = column(
            self._place, self._head, self._questions, self._candidates
        )

    def open(self, code: str | None) -> None:
        """Show an indicator that was just chosen, and bring it into view."""
        if self.tables is not None:
            self.show(self.tables, code)
            self._place.now()

    def show(self, found: GapTables, code: str | None) -> None:
        """Show an indicator; none without a code."""
        self.tables = found
        known = code in found.pack.instrument.indicators
        show(self.widget, visible=known)
        if code is None or not known:
            return
        line = found.indicators[found.indicators["indikator"] == code].iloc[0]
        questions = found.questions[found.questions["indikator"] == code]
        offers = found.candidates[found.candidates["indikator"] == code]
        self._head.value = _head(found, line, questions, offers)
        self._questions.rows = [
            {**row, "bukti": row["status_bukti"] or NOT_STATED, "opd": _listed(row["opd"])}
            for row in questions.to_dict("records")
        ]
        self._candidates.rows = [
            {**row, "per_poin": row["biaya_paket"] / row["poin"] if row["poin"] else None}
            for row in offers.to_dict("records")
        ]


def _listed(codes: object) -> str:
    return str(codes).replace(";", ", ") or "tidak disebut"


def _head(found: GapTables, line: pd.Series, questions: pd.DataFrame, offers: pd.DataFrame) -> str:
    code = str(line["indikator"])
    cluster = found.pack.instrument.clusters[str(line["klaster"])].nama
    figures = facts(
        [
            ("Poin", number(line["poin"], 2), f"dari {number(line['poin_maks'])}"),
            ("Kurang", number(line["selisih"], 2), "poin"),
            ("Setelah verifikasi", number(line["poin_verifikasi"], 2), "poin"),
            ("Belum penuh", number(int(line["belum_penuh"])), f"dari {len(questions)} pertanyaan"),
            ("Kegiatan calon", number(offers["kegiatan"].nunique()), ""),
        ]
    )
    acting = list(dict.fromkeys(offers["opd"]))
    who = (
        f"{count(len(acting), 'OPD', start=True)} dapat menambah poin di sini: {', '.join(acting)}."
        if acting
        else "Tidak ada kegiatan calon yang menambah poin di sini."
    )
    title = f"{escape(code)} {escape(str(line['nama']))}"
    return (
        f'<div data-testid="indikator-terbuka"><h3>{title}</h3>'
        f'<p class="kla-redup">{escape(cluster)}</p>{figures}<p>{escape(who)}</p></div>'
    )
