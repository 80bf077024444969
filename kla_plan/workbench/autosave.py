"""The work in hand, written down at every change, so that a kernel that ends takes nothing along.

``.kla-plan/pulih/`` holds one scenario per session of the workbench that was not saved yet; step
7 offers those of other sessions. Saving removes the session's own.
"""

import os
from datetime import datetime
from pathlib import Path

from kla_plan.runs.inputs import SCENARIOS
from kla_plan.scenario import Scenario
from kla_plan.workbench.files import Work, remove, shaped, to_history, write
from kla_plan.workbench.saved import (
    Opened,
    Saved,
    ceilings_path,
    open_saved,
    read_saved,
    saved_scenarios,
)
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
    """Return what other sessions have left unsaved, the newest first.

    Unreadable ones are left out, and those whose wishes and ceilings are those of a saved
    scenario, under whatever name: another session may have opened it, or saved it just now.
    """
    paths = [path for path in reversed(_by_age(folder / PLACE)) if path.name != _SESSION]
    if not paths:
        return ()
    kept = [_wishes(saved) for saved in saved_scenarios(folder)]
    found = [read_saved(path) for path in paths]
    return tuple(one for one in found if one.scenario is not None and _wishes(one) not in kept)


def take_up(folder: Path, saved: Saved) -> Opened | None:
    """Read what another session left; it is kept in the history and not offered again.

    Returns
    -------
    Opened | None
        As it is now; ``None`` where the other session has saved it since it was offered.
    """
    now = next((left for left in unsaved(folder) if left.path == saved.path), None)
    if now is None:
        return None
    opened = open_saved(now)
    to_history(now, folder / SCENARIOS)
    remove(now.path)
    return opened


def _wishes(saved: Saved) -> tuple[Scenario | None, bytes]:
    """Return what of a file would be lost with it, whatever its name."""
    scenario, ceilings = saved.scenario, ceilings_path(saved.path)
    unnamed = None if scenario is None else scenario.model_copy(update={"nama": ""})
    return unnamed, ceilings.read_bytes() if ceilings.is_file() else b""


def _by_age(place: Path) -> list[Path]:
    """Return the sessions' files, the oldest first."""
    return sorted(place.glob("*.yaml"), key=lambda path: path.stat().st_mtime)


def _nothing(_result: object) -> None:
    """There is nothing to show: what is written down is seen only when it is needed."""


def _write(folder: Path, work: Work) -> None:
    place = folder / PLACE
    place.mkdir(parents=True, exist_ok=True)
    write(place / _SESSION, work)
    for path in _by_age(place)[:-MOST]:
        remove(path)
