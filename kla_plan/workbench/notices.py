"""The bar that tells what happened, above all panels."""

from html import escape

import ipywidgets as widgets

from kla_plan.workbench.guard import guarded, quietly
from kla_plan.workbench.look import button, html, row, show
from kla_plan.workbench.state import Kind, Notice, State
from kla_plan.workbench.store import Store

_TITLES = {Kind.INFO: "", Kind.WARNING: "Perhatian.", Kind.ERROR: "Belum berhasil."}


def notice_bar(store: Store) -> widgets.Widget:
    """Return the bar; it is there only while there is something to tell."""
    words = html()
    words.layout.width = "auto"
    words.layout.flex = "1 1 24rem"
    close = button("Tutup", help_text="Tutup pemberitahuan")
    bar = row(words, close, width="100%", align_items="flex-start")
    bar.add_class("kla-pemberitahuan")

    def draw(state: State) -> None:
        show(bar, visible=state.notice is not None)
        words.value = notice_html(state.notice) if state.notice else ""

    close.on_click(guarded(store)(quietly(lambda: store.update(notice=None))))
    store.on("notice", draw)
    draw(store.state)
    return bar


def notice_html(notice: Notice) -> str:
    """Return a notice as HTML; a fault is announced at once, other news when there is a pause."""
    role = "alert" if notice.kind is Kind.ERROR else "status"
    title = _TITLES[notice.kind]
    head = f"<strong>{title}</strong>" if title else ""
    way_on = f"<p>{escape(notice.way_on)}</p>" if notice.way_on else ""
    details = (
        f"<details><summary>Rincian</summary><pre>{escape(notice.details)}</pre></details>"
        if notice.details
        else ""
    )
    return (
        f'<div class="kla-kabar kla-{notice.kind}" role="{role}" data-testid="pemberitahuan">'
        f"{head}{escape(notice.text)}{way_on}{details}</div>"
    )
