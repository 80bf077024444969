"""Drive a panel of the workbench as a person would: find controls by their words, press, wait."""

import re
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from html import unescape

import ipywidgets as widgets


def walk(widget: widgets.Widget) -> Iterator[widgets.Widget]:
    """Return a widget and everything in it."""
    yield widget
    for child in getattr(widget, "children", ()):
        yield from walk(child)


def seen(widget: widgets.Widget) -> Iterator[widgets.Widget]:
    """Return what of a widget is on the page; of tabs only the open one."""
    if widget.layout is not None and widget.layout.display == "none":
        return
    yield widget
    children = list(getattr(widget, "children", ()))
    if isinstance(widget, widgets.Tab):
        children = children[widget.selected_index or 0 :][:1]
    for child in children:
        yield from seen(child)


def control(panel: widgets.Widget, words: str) -> widgets.Widget:
    """Return the visible control that is called so."""
    found = [w for w in seen(panel) if getattr(w, "description", None) == words]
    assert len(found) == 1, (words, [getattr(w, "description", "") for w in seen(panel)])
    return found[0]


def press(panel: widgets.Widget, words: str) -> None:
    """Press the visible button that is called so."""
    button = control(panel, words)
    assert isinstance(button, widgets.Button)
    assert not button.disabled, words
    button.click()


def has(panel: widgets.Widget, words: str) -> bool:
    """Whether a visible control is called so."""
    return any(getattr(w, "description", None) == words for w in seen(panel))


def of_type[T](panel: widgets.Widget, kind: type[T]) -> T:
    """Return the only visible widget of a type."""
    [found] = [w for w in seen(panel) if isinstance(w, kind)]
    return found


def upload(panel: widgets.Widget, name: str, content: bytes) -> None:
    """Hand a file to the only upload button that is on the page."""
    of_type(panel, widgets.FileUpload).value = (
        {
            "name": name,
            "content": memoryview(content),
            "size": len(content),
            "type": "",
            "last_modified": datetime(2026, 1, 2, tzinfo=UTC),
        },
    )


def markup(panel: widgets.Widget) -> str:
    """Return the HTML that is on the page."""
    return "\n".join(w.value for w in seen(panel) if isinstance(w, widgets.HTML))


def text(panel: widgets.Widget) -> str:
    """Return the words that are on the page, without those of controls."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", markup(panel))).split())


def until(condition: Callable[[], object], seconds: float = 60.0) -> None:
    """Wait until something is the case."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)
