"""Kept scenarios as they stand in the working folder: where, by whom, with which plan."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kla_plan.findings import Finding, FindingsError
from kla_plan.pack.columns import Pagu
from kla_plan.plan.files import MANIFEST, load_plan, scenario_file
from kla_plan.plan.plan import Plan
from kla_plan.runs.inputs import SCENARIOS
from kla_plan.scenario import Scenario, load_scenario, make_scenario
from kla_plan.workbench.agreement import same_wishes
from kla_plan.workbench.ceilings_file import CEILINGS, read_ceilings
from kla_plan.workbench.header import Header, read_header

PLANS = "rencana"


@dataclass(frozen=True, slots=True)
class Saved:
    """A scenario in the working folder.

    Attributes
    ----------
    name
        Name of the file without ending, by which ``kla-plan --scenario`` finds it too.
    header
        Author, time and note; empty where the file was not saved by the workbench.
    stamp
        Changes whenever one of the files does.
    scenario
        ``None`` where the file cannot be read; ``findings`` say why.
    plan
        Folder of the plan that was saved for this scenario; ``None`` if there is none.
    """

    name: str
    path: Path
    header: Header
    stamp: str
    scenario: Scenario | None
    findings: tuple[Finding, ...] = ()
    plan: Path | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """What a saved scenario holds."""

    scenario: Scenario
    ceilings: tuple[Pagu, ...] | None
    plan: Plan | None


def path_of(folder: Path, name: str) -> Path:
    """Return where a scenario of this name is kept; odd characters become ``_``."""
    return folder / SCENARIOS / scenario_file(Scenario(nama=name.strip())).name


def saved_scenarios(folder: Path) -> tuple[Saved, ...]:
    """Return the scenarios of a working folder, in the order of their names."""
    return tuple(read_saved(path) for path in sorted((folder / SCENARIOS).glob("*.yaml")))


def read_saved(path: Path) -> Saved:
    """Return what a file holds; one that cannot be read comes with its findings."""
    content = path.read_bytes()
    stamp = _stamp(content, ceilings_path(path))
    header = read_header(content.decode("utf-8-sig", errors="replace"))
    try:
        scenario = load_scenario(path)
    except FindingsError as error:
        return Saved(path.stem, path, header, stamp, None, error.findings)
    return Saved(path.stem, path, header, stamp, scenario, (), _plan_folder(path, scenario))


def open_saved(saved: Saved) -> Opened:
    """Read a saved scenario with its ceilings and its plan.

    Raises
    ------
    FindingsError
        If one of its files holds errors.
    """
    scenario = load_scenario(saved.path)
    shaped = ceilings_path(saved.path)
    return Opened(
        scenario,
        read_ceilings(shaped) if shaped.is_file() else None,
        None if saved.plan is None else load_plan(saved.plan),
    )


def files_of(saved: Saved) -> Sequence[Path]:
    """Return the files that make up a saved scenario, those of its plan included."""
    shaped = ceilings_path(saved.path)
    own = [saved.path, *([shaped] if shaped.is_file() else [])]
    plan = saved.plan.rglob("*") if saved.plan else ()
    return (*own, *sorted(path for path in plan if path.is_file()))


def free_name(folder: Path, name: str) -> str:
    """Return the name, numbered where it is taken already."""
    number, free = 2, name
    while path_of(folder, free).exists():
        free, number = f"{name} {number}", number + 1
    return free


def ceilings_path(path: Path) -> Path:
    """Return where the ceilings of a scenario file are."""
    return path.with_name(path.stem + CEILINGS)


def plans_path(path: Path) -> Path:
    """Return where the plan of a scenario file is."""
    return path.parent.parent / PLANS / path.stem


def _plan_folder(path: Path, scenario: Scenario) -> Path | None:
    """Return the folder of the plan, unless that plan is one of an earlier scenario."""
    folder = plans_path(path)
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        planned = make_scenario(manifest["skenario"])
    except (OSError, ValueError, KeyError, TypeError, FindingsError):
        return None
    return folder if same_wishes(planned, scenario) else None


def _stamp(content: bytes, ceilings: Path) -> str:
    digest = hashlib.sha256(content)
    if ceilings.is_file():
        digest.update(b"\0" + ceilings.read_bytes())
    return digest.hexdigest()
