"""``Upload``: a file from the planner's computer, chosen in a dialog or dropped."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import anywidget
import traitlets

from kla_plan.workbench.widgets.assets import script, style


class Upload(anywidget.AnyWidget):
    """A place to drop one file on; a click or Enter opens the file dialog.

    The file comes in parts: a web socket of Jupyter refuses what is larger than ten megabytes.

    Parameters
    ----------
    label
        What is to be dropped here.
    accept
        Endings the dialog offers, as in HTML (``.xlsx,.zip``).
    most_bytes
        Largest file that is sent.
    testid
        ``data-testid`` of the widget; the file input is ``<testid>-berkas``.
    """

    _esm = script("upload")
    _css = style("upload")

    label = traitlets.Unicode("Letakkan berkas di sini").tag(sync=True)
    accept = traitlets.Unicode("").tag(sync=True)
    most_bytes = traitlets.Int(50_000_000).tag(sync=True)
    testid = traitlets.Unicode("unggah").tag(sync=True)

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._parts: list[bytes] = []
        self._callbacks: list[Callable[[str, bytes], object]] = []
        self.on_msg(self._receive)

    def on_file(self, callback: Callable[[str, bytes], object]) -> None:
        """Call back with the name and the content of each file that arrived whole."""
        self._callbacks.append(callback)

    def _receive(
        self, _widget: object, message: Mapping[str, Any], buffers: Sequence[bytes | memoryview]
    ) -> None:
        if message.get("kind") != "bagian":
            return
        if message["part"] == 0:
            self._parts = []
        self._parts.extend(bytes(buffer) for buffer in buffers)
        if message["part"] + 1 < message["parts"]:
            return
        content, self._parts = b"".join(self._parts), []
        for callback in self._callbacks:
            callback(str(message["name"]), content)
