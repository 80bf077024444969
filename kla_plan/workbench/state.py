"""``State``: everything the workbench shows, in one frozen object.

Panels read a state and ask the store for another one; none of them keeps facts of its own.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kla_plan.explain.infeasible import Conflict
from kla_plan.explain.repair import Repair
from kla_plan.findings import Finding
from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan
from kla_plan.scenario import Scenario
from kla_plan.solve.door import Progress
from kla_plan.workbench.agreement import belongs

#: So many plans are compared side by side at most.
MOST_KEPT = 6


class Kind(StrEnum):
    """How much a notice matters."""

    INFO = "info"
    WARNING = "peringatan"
    ERROR = "galat"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell the planner.

    Attributes
    ----------
    text, way_on
        What happened, and what can be done now; in Indonesian.
    details
        What a technician wants to see (a traceback); empty where there is nothing more.
    """

    kind: Kind
    text: str
    way_on: str = ""
    details: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that could not be taken as a pack.

    Attributes
    ----------
    name
        Of the file, without its folder.
    findings
        Why.
    notice
        What was told when it was refused.
    """

    name: str
    findings: tuple[Finding, ...]
    notice: Notice


@dataclass(frozen=True, slots=True)
class Kept:
    """A plan laid aside for comparison, under a name that no other kept plan has."""

    name: str
    scenario: Scenario
    plan: Plan


@dataclass(frozen=True, slots=True)
class Clash:
    """Why a scenario is impossible: the rules that clash and the cheapest way out.

    Attributes
    ----------
    pack, scenario
        What was found impossible.
    conflicts
        The rules that clash; empty while they are still sought, or if none was found in time.
    repair
        A combination of changes after which a plan exists, if one was found.
    complete
        Whether the search for both has ended.
    """

    pack: Pack
    scenario: Scenario
    conflicts: tuple[Conflict, ...] = ()
    repair: Repair | None = None
    complete: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """What the workbench knows at one moment.

    Attributes
    ----------
    folder
        The working folder: scenarios, plans and documents are written below it.
    pack
        The pack in use, with the ceilings as the planner shaped them; ``None`` before one is
        chosen.
    loaded
        The pack as it was read; where it differs from ``pack`` the planner changed ceilings.
    source, path
        Name of the pack as shown, and what ``load_pack`` read it from.
    findings, read
        Findings about the pack in use, and the name of the file it was read from.
    refused
        The file that was refused since then; until it is put aside or another pack is opened.
    scenario
        What is asked of the plan.
    indicator, verified
        The indicator opened in the gap panel, and whether verified points are shown there.
    plan
        The last plan that was found; it may belong to an earlier scenario (compare
        ``plan.scenario`` and ``plan.pack`` with the present ones).
    running, progress
        Whether a solve is on its way, and what it has reported so far; ``seconds`` of a report
        count from the beginning of the whole search.
    clash
        Why the scenario is impossible, if it is.
    kept
        At most :data:`MOST_KEPT` plans for comparison.
    notice
        What is to be told, if anything.
    """

    folder: Path = Path()
    pack: Pack | None = None
    loaded: Pack | None = None
    source: str = ""
    path: str = ""
    findings: tuple[Finding, ...] = ()
    read: str = ""
    refused: Refused | None = None
    scenario: Scenario | None = None
    indicator: str | None = None
    verified: bool = False
    plan: Plan | None = None
    running: bool = False
    progress: tuple[Progress, ...] = ()
    clash: Clash | None = None
    kept: tuple[Kept, ...] = ()
    notice: Notice | None = None

    @property
    def current(self) -> bool:
        """Whether the plan is one for the present pack and scenario, whatever the limits were."""
        return belongs(self.plan, self.pack, self.scenario)
