"""Papers and pictures of a plan, part by part: each part appears whole or not at all."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path

from kla_plan.findings import raise_errors
from kla_plan.pack.model import Pack
from kla_plan.papers.paper import Brief
from kla_plan.papers.registry import papers
from kla_plan.papers.yearly import write_year
from kla_plan.plan.files import write_plan
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify import verify_plan
from kla_plan.report.excel import write_matrix
from kla_plan.report.word.rad import write_rad
from kla_plan.report.word.template.books import RAD
from kla_plan.runs.draft import MATRIX
from kla_plan.runs.export_papers import export_papers, paths
from kla_plan.runs.export_parts import Exported, Part
from kla_plan.runs.inputs import templates_of
from kla_plan.runs.papers import compared, simple_plans
from kla_plan.runs.pictures import pictures
from kla_plan.runs.staging import staged, staged_files
from kla_plan.solve.door import Stop

YEARS, PICTURES, DATA = "rencana_tahunan", "gambar", "data_rencana"

#: Told the share done so far and a few Indonesian words about what is being done.
type OnStep = Callable[[float, str], object]

#: Seconds that a part usually takes; only their proportions matter.
_EFFORT = {
    Part.RAD: 25.0,
    Part.MATRIX: 1.0,
    Part.YEARS: 5.0,
    Part.PAPERS: 50.0,
    Part.PICTURES: 8.0,
    Part.DATA: 1.0,
}


class _StoppedError(Exception):
    """The planner asked to stop."""


def export(
    brief: Brief,
    target: Path,
    parts: Collection[Part],
    *,
    on_step: OnStep | None = None,
    stop: Stop | None = None,
) -> Exported:
    """Write the parts that are asked for of a brief's plan into the folder ``target``.

    Files of the same name are replaced; everything else in the folder stays.

    Parameters
    ----------
    stop
        Asked between the steps; once it says yes, the part at work leaves nothing behind.

    Raises
    ------
    FindingsError
        If the plan does not hold, a file cannot be replaced, or a template cannot be filled in.
    """
    raise_errors(verify_plan(brief.plan))
    job = _Job(brief, target, on_step, stop)
    wanted = [part for part in Part if part in parts]
    whole = sum(_EFFORT[part] for part in wanted)
    done, files, notes = 0.0, list[Path](), list[str]()
    for part in wanted:
        try:
            made = job.make(part, done / whole, _EFFORT[part] / whole, notes)
        except _StoppedError:
            return Exported(target, tuple(files), tuple(notes), stopped=True)
        files += made
        done += _EFFORT[part]
    if on_step is not None:
        on_step(1.0, "Selesai")
    return Exported(target, tuple(files), tuple(notes))


def brief_of(plan: Plan, current: Pack | None, pack: str, folder: Path) -> Brief:
    """Return what the papers of a plan on the screen are made from.

    Parameters
    ----------
    current
        The pack in use, with evidence, realisation and planning documents that came after the
        plan; without it, or if it is another region's, the plan's own pack is taken.
    pack, folder
        Where the pack was read from, and the working folder: the planner's own Word templates
        are sought beside the one, then in the other.
    """
    same = current is not None and current.profile.code == plan.pack.profile.code
    known = current if current is not None and same else plan.pack
    return Brief(plan, known, template=templates_of(pack, folder))


@dataclass(frozen=True, slots=True)
class _Job:
    brief: Brief
    target: Path
    on_step: OnStep | None
    stop: Stop | None

    def make(self, part: Part, begun: float, share: float, notes: list[str]) -> list[Path]:
        """Make one part; return its paths."""

        def step(inside: float, words: str) -> None:
            if self.stop is not None and self.stop():
                raise _StoppedError
            if self.on_step is not None:
                self.on_step(begun + share * inside, words)

        makers = {
            Part.RAD: self._rad,
            Part.MATRIX: self._matrix,
            Part.YEARS: self._years,
            Part.PAPERS: self._papers,
            Part.PICTURES: self._pictures,
            Part.DATA: self._data,
        }
        return makers[part](step, notes)

    def _rad(self, step: Callable[[float, str], None], notes: list[str]) -> list[Path]:
        step(0.0, "Menghitung dua rencana pembanding")
        others = simple_plans(self.brief.plan)
        with staged_files(self.target) as work:
            made = write_rad(
                self.brief.plan,
                work,
                baselines=others,
                current=self.brief.current,
                template=self.brief.template(RAD),
                progress=lambda share, words: step(0.2 + 0.8 * share, words),
            )
        notes += [made.note] if made.note else []
        return [self.target / path.name for path in (made.docx, made.pdf) if path]

    def _matrix(self, step: Callable[[float, str], None], _notes: list[str]) -> list[Path]:
        step(0.0, "Menyusun matriks Excel")
        with staged_files(self.target) as work:
            write_matrix(self.brief.plan, work / MATRIX)
        return [self.target / MATRIX]

    def _years(self, step: Callable[[float, str], None], _notes: list[str]) -> list[Path]:
        years, folder = self.brief.plan.pack.planned_years, self.target / YEARS
        made: list[Path] = []
        with staged_files(folder) as work:
            for place, year in enumerate(years):
                step(place / len(years), f"Menyusun rencana tahun {year}")
                one = write_year(self.brief, year, work / str(year))
                made += [one.word, *one.books]
            names = [path.relative_to(work) for path in made]
        return [folder / name for name in names]

    def _papers(self, step: Callable[[float, str], None], notes: list[str]) -> list[Path]:
        step(0.0, "Menghitung dua rencana pembanding")
        brief = replace(self.brief, others=compared(self.brief.plan, papers()))
        made = export_papers(brief, self.target, step)
        notes += made.notes
        return paths(made)

    def _pictures(self, step: Callable[[float, str], None], _notes: list[str]) -> list[Path]:
        folder = self.target / PICTURES
        with staged_files(folder) as work:
            made = pictures(self.brief.plan, work, step)
        return [folder / path.name for path in made]

    def _data(self, step: Callable[[float, str], None], _notes: list[str]) -> list[Path]:
        step(0.0, "Menyimpan data rencana")
        with staged(self.target / DATA) as work:
            write_plan(self.brief.plan, work)
        return [self.target / DATA]
