"""Kept scenarios: plain files in the working folder, whole or not at all, never overwritten unseen.

``skenario/<nama>.yaml`` is a scenario as ``kla-plan`` reads it; the comment at its top says who
saved it, when, and why. ``skenario/<nama>.pagu.csv`` holds the ceilings where the planner shaped
them, ``rencana/<nama>/`` the plan. What a file said before goes to ``skenario/riwayat/``.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import yaml

from kla_plan.pack.columns import Pagu
from kla_plan.pack.model import Pack
from kla_plan.plan.files import write_plan
from kla_plan.plan.plan import Plan
from kla_plan.runs.staging import replace_file, staged
from kla_plan.scenario import Scenario
from kla_plan.workbench.ceilings_file import ceilings_bytes
from kla_plan.workbench.header import Header, with_header
from kla_plan.workbench.lock import alone
from kla_plan.workbench.saved import Saved, ceilings_path, path_of, plans_path, read_saved

HISTORY = "riwayat"


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be saved.

    Attributes
    ----------
    ceilings
        The ceilings, where they differ from those of the pack as it was read.
    plan
        The plan of these wishes, if there is one.
    """

    scenario: Scenario
    author: str = ""
    note: str = ""
    ceilings: tuple[Pagu, ...] | None = None
    plan: Plan | None = None


class ChangedError(Exception):
    """The file on disk is not the one that was to be replaced; nothing was written.

    Attributes
    ----------
    now
        What is on disk now; ``None`` if the file is gone.
    """

    def __init__(self, now: Saved | None) -> None:
        self.now = now
        super().__init__(now.name if now else "")


def save(folder: Path, work: Work, *, known: str | None = None) -> Saved:
    """Write a scenario, its ceilings and its plan; return what is on disk now.

    Parameters
    ----------
    known
        Stamp of the file that is replaced; ``None``: there must be none of this name yet.

    Raises
    ------
    ChangedError
        If there is another file than the known one. Nothing is written then.
    FindingsError
        If a file cannot be replaced because a program holds it open.
    """
    path = path_of(folder, work.scenario.nama)
    path.parent.mkdir(parents=True, exist_ok=True)
    with alone(path):
        now = read_saved(path) if path.is_file() else None
        if (now.stamp if now else None) != known:
            raise ChangedError(now)
        if now:
            to_history(now, path.parent)
        if work.plan is not None:
            with staged(plans_path(path)) as target:
                write_plan(renamed(work.plan, work.scenario.nama), target)
        write(path, work)
        return read_saved(path)


def remove(path: Path) -> None:
    """Remove a scenario with its ceilings; one that is gone already is no fault."""
    path.unlink(missing_ok=True)
    ceilings_path(path).unlink(missing_ok=True)


def renamed(plan: Plan, name: str) -> Plan:
    """Return the plan with its scenario under another name."""
    return replace(plan, scenario=plan.scenario.model_copy(update={"nama": name}))


def shaped(pack: Pack, loaded: Pack | None) -> tuple[Pagu, ...] | None:
    """Return the ceilings of a pack where they differ from those it was read with."""
    same = loaded is not None and pack.ceilings == loaded.ceilings
    return None if same else pack.ceilings


def write(path: Path, work: Work) -> None:
    """Write a scenario with its ceilings, whatever stands there; without its plan.

    The ceilings come first, so that no scenario ever lacks its own.
    """
    ceilings = ceilings_path(path)
    if work.ceilings is not None:
        replace_file(ceilings, ceilings_bytes(work.ceilings))
    header = Header(work.author, datetime.now().astimezone().replace(microsecond=0), work.note)
    text = yaml.safe_dump(work.scenario.as_written(), allow_unicode=True, sort_keys=False)
    replace_file(path, with_header(header, text).encode())
    if work.ceilings is None:
        ceilings.unlink(missing_ok=True)


def to_history(now: Saved, history: Path) -> None:
    """Copy a scenario with its ceilings into a folder, under its name and the time it was saved."""
    when = datetime.fromtimestamp(now.path.stat().st_mtime).astimezone()
    folder = history / HISTORY
    folder.mkdir(parents=True, exist_ok=True)
    for path in (now.path, ceilings_path(now.path)):
        if path.is_file():
            kept = folder / f"{now.name} {when:%Y-%m-%d %H.%M.%S}{path.name[len(now.name) :]}"
            replace_file(kept, path.read_bytes())
