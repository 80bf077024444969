"""The look that all panels share: spacing, headings, facts, buttons."""

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Any, Final

import ipywidgets as widgets

STYLE: Final = Path(__file__).with_name("workbench.css")
#: Class of the whole workbench, to which the style sheet is bound.
ROOT: Final = "kla-meja"
GAP: Final = "10px"


def column(*children: widgets.Widget, **layout: Any) -> widgets.VBox:
    """Return widgets below each other, evenly spaced."""
    shape = {"width": "100%", "grid_gap": GAP, "overflow": "visible", **layout}
    return widgets.VBox(list(children), layout=widgets.Layout(**shape))


def row(*children: widgets.Widget, **layout: Any) -> widgets.HBox:
    """Return widgets beside each other; they wrap where the page is narrow."""
    shape = {"flex_flow": "row wrap", "grid_gap": GAP, "align_items": "center", **layout}
    return widgets.HBox(list(children), layout=widgets.Layout(overflow="visible", **shape))


def html(text: str = "") -> widgets.HTML:
    """Return a piece of text that takes the whole width."""
    return widgets.HTML(text, layout=widgets.Layout(width="100%", margin="0"))


def button(label: str, *, help_text: str = "", primary: bool = False) -> widgets.Button:
    """Return a button wide enough for its words."""
    return widgets.Button(
        description=label,
        tooltip=help_text or label,
        button_style="primary" if primary else "",
        layout=widgets.Layout(width="auto", min_width="7rem", height="auto", margin="0"),
    )


def show(widget: widgets.Widget, *, visible: bool) -> None:
    """Show a widget, or take it off the page."""
    widget.layout.display = None if visible else "none"


def heading(title: str, lead: str = "") -> str:
    """Return the heading of a panel and the sentence below it."""
    text = f'<p class="kla-redup">{escape(lead)}</p>' if lead else ""
    return f"<h2>{escape(title)}</h2>{text}"


def paragraphs(sentences: Iterable[str]) -> str:
    """Return sentences as paragraphs."""
    return "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences if sentence)


def bullets(sentences: Sequence[str]) -> str:
    """Return sentences as a list."""
    return f"<ul>{''.join(f'<li>{escape(s)}</li>' for s in sentences)}</ul>" if sentences else ""


def facts(pairs: Iterable[tuple[str, str, str]]) -> str:
    """Return figures with what they are: (name, figure, small words after it)."""
    cells = "".join(
        f'<div><span class="kla-nama">{escape(name)}</span> '
        f'<span class="kla-nilai">{escape(figure)}'
        + (f" <small>{escape(more)}</small>" if more else "")
        + "</span></div>"
        for name, figure, more in pairs
    )
    return f'<div class="kla-angka">{cells}</div>'


def card(inside: str, *, testid: str = "") -> str:
    """Return a piece of HTML in a frame."""
    mark = f' data-testid="{testid}"' if testid else ""
    return f'<div class="kla-kartu"{mark}>{inside}</div>'
