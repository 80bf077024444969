"""The work in hand, written down at every change, so that a kernel that ends takes nothing along.

``.kla-plan/pulih/`` holds one scenario per session of the workbench that was not saved yet; step
7 offers those of other sessions. Saving removes the session's own.
"""

import os
from datetime import datetime
from pathlib import Path

from kla_plan.runs.inputs import SCENARIOS
from kla_plan.workbench.files import Work, remove, shaped, to_history, write
from kla_plan.workbench.saved import Opened, Saved, open_saved, read_saved
from kla_plan.workbench.state import State
from kla_plan.workbench.store import Store

PLACE = Path(".kla-plan", "pulih")
#: So many sessions are remembered.
MOST = 5
_SESSION = f"{datetime.now().astimezone():%Y%m%d-%H%M%S}-{os.getpid()}.yaml"

_ERRAND = "pulih"


def watch(store: Store) -> None:
    """Write the scenario and the shaped ceilings down whenever the planner changes them."""

    def changed(state: State) -> None:
        if state.scenario is None or state.pack is None or not store.can_undo:
            return  # a pack that was only opened can be opened again
        work = Work(state.scenario, note=state.source, ceilings=shaped(state.pack, state.loaded))
        store.worker.run(lambda: _write(state.folder, work), _nothing, only=_ERRAND)

    store.on(("scenario", "pack"), changed)


def forget(store: Store) -> None:
    """Remove what this session has written down, or is about to: it is saved now."""
    path = store.state.folder / PLACE / _SESSION
    store.worker.run(lambda: remove(path), _nothing, only=_ERRAND)


def unsaved(folder: Path) -> tuple[Saved, ...]:
    """Return what other sessions have left unsaved, the newest first; unreadable ones are not."""
    paths = sorted((folder / PLACE).glob("*.yaml"), key=lambda path: path.stat().st_mtime)
    found = (read_saved(path) for path in reversed(paths) if path.name != _SESSION)
    return tuple(saved for saved in found if saved.scenario is not None)


def take_up(folder: Path, saved: Saved) -> Opened:
    """Read what another session left; it is kept in the history and not offered again."""
    opened = open_saved(saved)
    to_history(saved, folder / SCENARIOS)
    remove(saved.path)
    return opened


def _nothing(_result: object) -> None:
    """There is nothing to show: what is written down is seen only when it is needed."""


def _write(folder: Path, work: Work) -> None:
    place = folder / PLACE
    place.mkdir(parents=True, exist_ok=True)
    write(place / _SESSION, work)
    old = sorted(place.glob("*.yaml"), key=lambda path: path.stat().st_mtime)[:-MOST]
    for path in old:
        remove(path)
