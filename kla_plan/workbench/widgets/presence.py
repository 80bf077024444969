"""``Presence``: tells when the planner looks at the page again."""

from collections.abc import Callable, Mapping
from typing import Any

import anywidget
import traitlets

from kla_plan.workbench.widgets.assets import script


class Presence(anywidget.AnyWidget):
    """An invisible part of the page; what others may have changed meanwhile can be read again."""

    _esm = script("presence")

    testid = traitlets.Unicode("kehadiran").tag(sync=True)

    def on_return(self, callback: Callable[[], object]) -> None:
        """Call back whenever the planner comes back from another tab or another program."""

        def heard(_widget: object, message: Mapping[str, Any], _buffers: object) -> None:
            if message.get("kind") == "kembali":
                callback()

        self.on_msg(heard)
