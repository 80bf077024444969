"""``Paper``: one of the papers of a task force, what it is made from, and what it leaves open."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan
from kla_plan.report.open_point import OpenPoint
from kla_plan.report.pdf import Office
from kla_plan.report.word.template.parts import Builder
from kla_plan.resources import templates

__all__ = ["Brief", "Made", "OpenPoint", "Paper", "Template", "shipped_template"]


def shipped_template(name: str) -> Path:
    """Return the shipped Word template of this file name."""
    return templates() / name


@dataclass(frozen=True, slots=True)
class Brief:
    """What every paper is made from.

    Attributes
    ----------
    plan
        The saved plan; every rupiah, volume and point of every paper comes from it.
    current
        The region's pack as it is known now: realisation, evidence and planning documents may
        have been added since the plan was saved. Nothing in it changes the plan.
    day
        The day on which the papers are made; ``None`` leaves out what depends on it, such as
        deadlines that have passed. Given, never asked of the clock: the same input makes the
        same papers.
    template
        Finds a Word template by its file name: the planner's own, else the shipped one.
    others
        Other plans to compare with, by the name of the way they were chosen.
    """

    plan: Plan
    current: Pack
    day: date | None = None
    template: Callable[[str], Path] = shipped_template
    others: dict[str, Plan] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Made:
    """What a paper wrote.

    Attributes
    ----------
    files
        Every file, the Word files among them.
    to_pdf
        Word files of which a PDF is made; all of them together, since a conversion costs more
        in starting than in converting.
    later
        What remains to be done with LibreOffice, beside the next papers; it may write further
        PDFs beside the Word files.
    open_points
        What the paper leaves open.
    notes
        What could not be made and what to do about it, in Indonesian.
    """

    files: tuple[Path, ...]
    to_pdf: tuple[Path, ...] = ()
    later: Callable[[Office], None] | None = None
    open_points: tuple[OpenPoint, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """A Word template: its file name, its title, what writes it, and the names it may use.

    Attributes
    ----------
    sample
        Returns its values without writing the paper, for the reference of templates; ``None``
        has the paper written, which every template may leave at that.
    about
        What a value is, in Indonesian, by its path as the reference writes it
        (``bab1.dasar_hukum[]``).
    """

    file: str
    title: str
    build: Callable[[Builder], None]
    names: Sequence[str]
    sample: Callable[[Brief], Mapping[str, object]] | None = None
    about: Mapping[str, str] = field(default_factory=dict, hash=False, compare=False)


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of the set.

    Attributes
    ----------
    name
        Short name, as ``--only`` takes it and as the folder of its files is called.
    title
        What it is called in Indonesian.
    write
        Writes it into a folder that exists and is empty.
    templates
        Word templates it is made from.
    compares
        Whether it shows other plans beside this one.
    seconds
        What it usually takes on two cores, without the conversion to PDF; only for the estimate
        of the time left.
    """

    name: str
    title: str
    write: Callable[[Brief, Path], Made]
    templates: tuple[Template, ...] = ()
    compares: bool = False
    seconds: float = 1.0
