"""Papers and pictures of a plan, part by part: each part appears whole or not at all."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from kla_plan.findings import raise_errors
from kla_plan.plan.baselines import even_split, greedy
from kla_plan.plan.files import write_plan
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify import verify_plan
from kla_plan.report.excel import write_matrix
from kla_plan.report.word.rad import write_rad
from kla_plan.report.word.template.books import RAD, YEARLY
from kla_plan.runs.draft import EVEN, GREEDY, MATRIX
from kla_plan.runs.export_parts import Exported, Part, Templates
from kla_plan.runs.inputs import template_file
from kla_plan.runs.pictures import pictures
from kla_plan.runs.staging import staged, staged_files
from kla_plan.runs.year import write_year_papers
from kla_plan.solve.door import Stop

YEARS, PICTURES, DATA = "rencana_tahunan", "gambar", "data_rencana"

#: Told the share done so far and a few Indonesian words about what is being done.
type OnStep = Callable[[float, str], object]


#: Seconds that a part usually takes; only their proportions matter.
_EFFORT = {Part.RAD: 25.0, Part.MATRIX: 1.0, Part.YEARS: 5.0, Part.PICTURES: 8.0, Part.DATA: 1.0}


class _StoppedError(Exception):
    """The planner asked to stop."""


def export(
    plan: Plan,
    target: Path,
    parts: Collection[Part],
    *,
    templates: Templates | None = None,
    on_step: OnStep | None = None,
    stop: Stop | None = None,
) -> Exported:
    """Write the parts of a plan that are asked for into the folder ``target``.

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
    raise_errors(verify_plan(plan))
    job = _Job(plan, target, templates or Templates(), on_step, stop)
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


def own_templates(pack: str, folder: Path) -> Templates:
    """Return the planner's own Word templates: beside the pack, else in the working folder."""

    def find(name: str) -> Path | None:
        beside = template_file(pack, name) if pack else None
        return beside or template_file(folder, name)

    return Templates(find(RAD), find(YEARLY))


@dataclass(frozen=True, slots=True)
class _Job:
    plan: Plan
    target: Path
    templates: Templates
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
            Part.PICTURES: self._pictures,
            Part.DATA: self._data,
        }
        return makers[part](step, notes)

    def _rad(self, step: Callable[[float, str], None], notes: list[str]) -> list[Path]:
        step(0.0, "Menghitung dua rencana pembanding")
        pack, scenario = self.plan.pack, self.plan.scenario
        others = {GREEDY: greedy(pack, scenario), EVEN: even_split(pack, scenario)}
        with staged_files(self.target) as work:
            made = write_rad(
                self.plan,
                work,
                baselines=others,
                template=self.templates.rad,
                progress=lambda share, words: step(0.2 + 0.8 * share, words),
            )
        notes += [made.note] if made.note else []
        return [self.target / path.name for path in (made.docx, made.pdf) if path]

    def _matrix(self, step: Callable[[float, str], None], _notes: list[str]) -> list[Path]:
        step(0.0, "Menyusun matriks Excel")
        with staged_files(self.target) as work:
            write_matrix(self.plan, work / MATRIX)
        return [self.target / MATRIX]

    def _years(self, step: Callable[[float, str], None], _notes: list[str]) -> list[Path]:
        years, folder = self.plan.pack.planned_years, self.target / YEARS
        made: list[Path] = []
        with staged_files(folder) as work:
            for place, year in enumerate(years):
                step(place / len(years), f"Menyusun rencana tahun {year}")
                made += write_year_papers(
                    self.plan, year, work / str(year), template=self.templates.yearly
                )
            names = [path.relative_to(work) for path in made]
        return [folder / name for name in names]

    def _pictures(self, step: Callable[[float, str], None], _notes: list[str]) -> list[Path]:
        folder = self.target / PICTURES
        with staged_files(folder) as work:
            made = pictures(self.plan, work, step)
        return [folder / path.name for path in made]

    def _data(self, step: Callable[[float, str], None], _notes: list[str]) -> list[Path]:
        step(0.0, "Menyimpan data rencana")
        with staged(self.target / DATA) as work:
            write_plan(self.plan, work)
        return [self.target / DATA]
