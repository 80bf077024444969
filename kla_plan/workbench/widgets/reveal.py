"""``Reveal``: brings what stands below it into view when asked."""

import anywidget
import traitlets

from kla_plan.workbench.widgets.assets import script


class Reveal(anywidget.AnyWidget):
    """An invisible mark on the page; :meth:`now` scrolls to it where it is out of sight."""

    _esm = script("reveal")

    testid = traitlets.Unicode("penanda").tag(sync=True)

    def now(self) -> None:
        """Scroll to this place."""
        self.send({"kind": "tampilkan"})
