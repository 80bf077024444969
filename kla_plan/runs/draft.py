"""The main job: plan, executed notebooks, action matrix and draft RAD, in one folder.

Two notebooks run while the solver works; the other ones, in the same two kernels, while the
documents are made. Everything is put together in a temporary folder and moved in at the end.
"""

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from kla_plan.pack.model import Pack
from kla_plan.plan.files import PACK_FOLDER, scenario_file, write_inputs, write_plan
from kla_plan.plan.plan import Plan
from kla_plan.report.excel import write_matrix
from kla_plan.report.word.rad import NAMES, write_rad
from kla_plan.report.word.render import check_template
from kla_plan.runs.beside import READ, SOLVE, solve_beside
from kla_plan.runs.clock import Phase
from kla_plan.runs.inputs import accept
from kla_plan.runs.interrupt import Wish
from kla_plan.runs.pool import NotebookPool, notebook_pool
from kla_plan.runs.progress import Reporter, Silent
from kla_plan.runs.staging import staged
from kla_plan.scenario import Scenario

WRITE = "Menyusun notebook dan dokumen"
NOTEBOOKS, MATRIX = "notebook", "matriks.xlsx"
#: Seconds that documents and notebooks usually take after the plan on two cores.
_WRITING = 25


@dataclass(frozen=True, slots=True)
class Draft:
    """What the main job made.

    Attributes
    ----------
    folder
        Where it stands.
    others
        What two simple ways of choosing lead to, by name.
    notes
        What could not be made and what to do about it, in Indonesian.
    """

    plan: Plan
    folder: Path
    others: Mapping[str, Plan]
    notes: tuple[str, ...] = ()


def phases(scenario: Scenario) -> tuple[Phase, ...]:
    """Return the phases of the main job with the time they usually take."""
    return (
        Phase(READ, 2),
        Phase(SOLVE, scenario.pemecah.batas_detik + 1, limit=True),
        Phase(WRITE, _WRITING),
    )


def draft(
    pack: Pack,
    scenario: Scenario,
    target: Path,
    *,
    template: Path | None = None,
    reporter: Reporter | None = None,
    stop: Wish | None = None,
) -> Draft:
    """Make the plan of a pack and all its papers in the folder ``target``.

    Parameters
    ----------
    template
        A Word template edited by the planner; default: the shipped one.

    Raises
    ------
    FindingsError
        If ``target`` may not be replaced, the scenario does not fit the pack, or the template
        cannot be filled in.
    kla_plan.plan.make.InfeasibleError, kla_plan.plan.make.NoPlanInTimeError
        As :func:`kla_plan.plan.make.make_plan`; nothing is written then.
    """
    reporter = reporter or Silent()
    accept(pack, scenario)
    if template is not None:
        check_template(template, NAMES)
    with staged(target) as work:
        write_inputs(pack, scenario, work)
        with notebook_pool(work / NOTEBOOKS) as pool:
            early = _early(pool, scenario)
            reporter.phase(SOLVE)
            plan, others = solve_beside(pack, scenario, reporter, stop)
            reporter.phase(WRITE)
            _all(early)
            write_plan(plan, work)
            late = _late(pool, plan)
            reporter.note("naskah Word, PDF, dan matriks Excel")
            write_matrix(plan, work / MATRIX)
            documents = write_rad(
                plan,
                work,
                baselines=others,
                template=template,
                progress=lambda _, text: reporter.note(text),
            )
            reporter.note("notebook")
            _all(late)
    return Draft(plan, target, others, tuple(filter(None, (documents.note,))))


def _early(pool: NotebookPool, scenario: Scenario) -> list[Future[Path]]:
    given = {"paket": f"../{PACK_FOLDER}", "skenario": f"../{scenario_file(scenario).as_posix()}"}
    names = ("01_kesenjangan", "02_kandidat")
    return [pool.submit(name, f"{name}.ipynb", given) for name in names]


def _late(pool: NotebookPool, plan: Plan) -> list[Future[Path]]:
    given = {"rencana": ".."}
    names = ("03_optimasi", "04_dokumen_rad")
    waiting = [pool.submit(name, f"{name}.ipynb", given) for name in names]
    for year in plan.pack.planned_years:
        file = f"05_rencana_tahunan_{year}.ipynb"
        waiting.append(pool.submit("05_rencana_tahunan", file, {**given, "tahun": year}))
    return waiting


def _all(waiting: list[Future[Path]]) -> None:
    for future in waiting:
        future.result()
