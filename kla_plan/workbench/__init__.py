"""The workbench: the package's verbs as eight steps on a screen, in a notebook or as a page."""

from pathlib import Path

from kla_plan.workbench.autosave import watch
from kla_plan.workbench.opening import open_pack, own_pack
from kla_plan.workbench.shell import Workbench
from kla_plan.workbench.state import State
from kla_plan.workbench.store import Store

__all__ = ["Workbench", "open_workbench"]


def open_workbench(folder: str | Path = ".", pack: str | Path | None = None) -> Workbench:
    """Open the workbench.

    Parameters
    ----------
    folder
        The working folder; scenarios, plans and documents are written below it.
    pack
        A pack to begin with: a path, or the name of a shipped one. Without it the working folder
        is taken if it holds a pack, else the planner chooses in the first step.

    Returns
    -------
    Workbench
        To be shown as the last value of a notebook cell. The pack is read in the background; what
        is wrong with it is told in the workbench.
    """
    place = Path(folder).expanduser().resolve()
    store = Store(State(folder=place))
    watch(store)
    workbench = Workbench(store)
    chosen = str(pack) if pack else own_pack(place)
    if chosen:
        open_pack(store, chosen)
    workbench.warm_up()
    return workbench
