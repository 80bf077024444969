"""Open a saved plan, or make one: what the notebooks start from."""

from pathlib import Path

from kla_plan.findings import Finding, FindingsError, Place
from kla_plan.pack.model import Pack
from kla_plan.pack.read import load_pack
from kla_plan.plan.baselines import rough_start
from kla_plan.plan.files import MANIFEST, load_plan
from kla_plan.plan.make import make_plan
from kla_plan.plan.plan import Plan
from kla_plan.runs.inputs import accept, find_scenario
from kla_plan.scenario import Scenario
from kla_plan.solve.door import OnProgress, Stop


def require_plan(directory: str | Path) -> None:
    """Raise :class:`FindingsError` unless the folder is a saved plan of ours."""
    if not (Path(directory) / MANIFEST).is_file():
        raise FindingsError(
            [
                Finding(
                    "KLA-R-004",
                    f"Folder ini bukan rencana tersimpan: {MANIFEST} tidak ada.",
                    "Tunjuk folder yang dibuat oleh kla-plan plan atau kla-plan draft.",
                    Place(file=str(directory)),
                    str(directory),
                )
            ]
        )


def open_plan(directory: str | Path) -> Plan:
    """Return the plan saved in a folder.

    Raises
    ------
    FindingsError
        If the folder is no saved plan.
    """
    require_plan(directory)
    return load_plan(Path(directory))


def open_or_make(directory: str | Path, pack: str | Path, scenario: str | Path = "") -> Plan:
    """Return the saved plan, or without a folder the plan of a pack under a scenario."""
    if str(directory):
        return open_plan(directory)
    return best_plan(load_pack(pack), find_scenario(pack, scenario))


def best_plan(
    pack: Pack,
    scenario: Scenario,
    *,
    begin: Plan | None = None,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> Plan:
    """Return :func:`kla_plan.plan.make.make_plan`, begun from the greedy plan.

    The solver then has a plan from its first moment, however slow the machine is; where the
    greedy plan misses a rule (a target), the solver begins from nothing as usual.

    Parameters
    ----------
    begin
        The greedy plan, where it is known already.

    Raises
    ------
    FindingsError
        If the scenario does not fit the pack; otherwise as ``make_plan``.
    """
    accept(pack, scenario)
    start = begin.volumes if begin is not None else rough_start(pack, scenario)
    return make_plan(pack, scenario, start=start, on_progress=on_progress, stop=stop)


def require_same_region(given: Pack, plan: Plan) -> None:
    """Raise :class:`FindingsError` if a pack belongs to another region than a plan."""
    if given.profile.code != plan.pack.profile.code:
        raise FindingsError(
            [
                Finding(
                    "KLA-R-006",
                    f"Rencana ini milik {plan.pack.profile.full_name}, "
                    f"bukan {given.profile.full_name}.",
                    "Tunjuk paket daerah yang sama, atau rencana daerah yang sama.",
                    Place(sheet="profil"),
                    given.slug,
                )
            ]
        )


def planned_year(plan: Plan, year: int = 0) -> int:
    """Return a year of the plan; 0 stands for the first year that is still to be decided.

    Raises
    ------
    FindingsError
        If the plan has no such year.
    """
    if not year:
        return next(iter(plan.pack.planned_years), plan.years[-1])
    if year in plan.years:
        return year
    raise FindingsError(
        [
            Finding(
                "KLA-R-005",
                "Tahun ini di luar cakrawala rencana.",
                f"Pilih tahun {plan.years[0]} sampai {plan.years[-1]}.",
                Place(sheet="tahun"),
                str(year),
            )
        ]
    )
