"""Choosing the data: a shipped pack, one of the working folder, or an upload."""

import ipywidgets as widgets

from kla_plan.report.sentences.words import count
from kla_plan.runs.pages.gaps import assumed
from kla_plan.workbench.guard import guarded, quietly
from kla_plan.workbench.look import button, column, heading, html, paragraphs, row
from kla_plan.workbench.opening import choices, open_pack, open_upload
from kla_plan.workbench.panels.choose.back import Back
from kla_plan.workbench.panels.choose.findings import findings_table
from kla_plan.workbench.state import State
from kla_plan.workbench.store import Store
from kla_plan.workbench.widgets.upload import Upload

_HEADING = heading(
    "Data", "Pilih paket data daerah, atau unggah buku kerja Anda. Berkas asli tidak pernah diubah."
)
_CALL = (
    "Letakkan buku kerja .xlsx (atau folder paket sebagai .zip) di sini, atau klik untuk memilih"
)
_OPENING = '<p class="kla-redup" role="status">Membaca dan memeriksa paket …</p>'


def panel(store: Store) -> widgets.Widget:
    """Return the panel."""
    chosen = widgets.Dropdown(
        description="Paket data",
        layout=widgets.Layout(width="min(34rem, 100%)"),
        style={"description_width": "initial"},
    )
    chosen.add_class("kla-pilih-paket")
    opened = button("Buka", help_text="Buka paket yang dipilih", primary=True)
    upload = Upload(label=_CALL, accept=".xlsx,.zip", testid="unggah-paket")
    about, table, back = html(), findings_table(store), Back(store)

    def refill(state: State) -> None:
        listed = [(choice.label, choice.path) for choice in choices(state.folder)]
        if tuple(listed) != tuple(chosen.options):
            chosen.options = listed
        if state.path in (path for _, path in listed):
            chosen.value = state.path

    def describe(state: State) -> None:
        about.value = _about(state)

    def start() -> None:
        if chosen.value is None:
            return
        about.value = _OPENING
        open_pack(store, chosen.value)

    def received(name: str, content: bytes) -> None:
        about.value = _OPENING
        open_upload(store, name, content)

    opened.on_click(guarded(store)(quietly(start)))
    upload.on_file(guarded(store)(received))
    store.on(("loaded", "path"), refill)
    store.on(("pack", "findings", "refused", "notice"), describe)
    refill(store.state)
    describe(store.state)
    controls = row(chosen, opened, back.widget)
    return column(html(_HEADING), controls, upload, about, table)


def _about(state: State) -> str:
    """Say which pack is open and how much of it is assumed."""
    if state.pack is None:
        return paragraphs(["Belum ada paket yang dibuka."])
    pack, profile = state.pack, state.pack.profile
    known = (
        f"{state.source}: rencana {profile.first_year}–{profile.last_year}, tahun dasar "
        f"{profile.base_year}, instrumen {profile.instrument}; "
        f"{count(len(pack.instrument.questions), 'pertanyaan')}, "
        f"{count(len(pack.activities), 'kegiatan calon')}, {count(len(pack.opds), 'OPD')}."
    )
    return f'<div data-testid="paket-terbuka">{paragraphs([known, assumed(pack)])}</div>'
