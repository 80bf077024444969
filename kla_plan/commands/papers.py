"""``papers``: the document set of a task force from a saved plan."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from rich.table import Table

from kla_plan.commands.screen import out, say, tell
from kla_plan.findings import Finding, FindingsError, Place
from kla_plan.indonesian import number, parse_tanggal
from kla_plan.pack.read import load_pack
from kla_plan.papers.open_points import OPEN_POINTS
from kla_plan.papers.paper import Brief, Paper, shipped_template
from kla_plan.papers.registry import choose
from kla_plan.plan.baselines import even_split, greedy
from kla_plan.plan.plan import Plan
from kla_plan.runs.draft import EVEN, GREEDY
from kla_plan.runs.inputs import template_file
from kla_plan.runs.papers import CONVERT, PaperSet, phases, write_papers
from kla_plan.runs.plans import open_plan, other_region
from kla_plan.runs.progress import reporting


def run_papers(folder: Path, names: Sequence[str], pack: str, day: str, target: Path) -> None:
    """Write the papers and tell how long each of them took."""
    chosen = choose(names)
    plan = open_plan(folder)
    current = load_pack(pack) if pack else plan.pack
    if current.profile.code != plan.pack.profile.code:
        raise FindingsError([other_region(current, plan)])
    brief = Brief(
        plan=plan,
        current=current,
        day=_day(day),
        template=_templates(pack),
        others=_others(plan, chosen),
    )
    with reporting(phases(chosen)) as reporter:
        made = write_papers(brief, chosen, target, reporter=reporter)
    _summary(made, chosen)


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return parse_tanggal(text)
    except ValueError as error:
        raise FindingsError([_no_day(text)]) from error


def _no_day(text: str) -> Finding:
    return Finding(
        "KLA-R-011",
        "Tanggal tidak terbaca.",
        "Tulis misalnya --day 2026-03-31.",
        Place(sheet="--day"),
        text,
    )


def _templates(pack: str) -> Callable[[str], Path]:
    def find(name: str) -> Path:
        own = template_file(pack, name) if pack else None
        return own or shipped_template(name)

    return find


def _others(plan: Plan, chosen: Sequence[Paper]) -> dict[str, Plan]:
    """Return the two simple plans to compare with, where a paper shows them."""
    if not any(paper.compares for paper in chosen):
        return {}
    pack, scenario = plan.pack, plan.scenario
    return {GREEDY: greedy(pack, scenario), EVEN: even_split(pack, scenario)}


def _summary(made: PaperSet, chosen: Sequence[Paper]) -> None:
    table = Table(title="Berkas yang disusun", header_style="bold")
    table.add_column("Folder")
    table.add_column("Berkas")
    for heading in ("Banyaknya", "Hal terbuka", "Waktu (detik)"):
        table.add_column(heading, justify="right")
    for paper in chosen:
        one = made.made[paper.name]
        table.add_row(
            paper.name,
            paper.title,
            number(len(one.files)),
            number(len(set(one.open_points))),
            number(made.seconds[paper.name], 1),
        )
    table.add_row("", CONVERT, "", "", number(made.seconds[CONVERT], 1))
    table.add_section()
    table.add_row("", "Jumlah", "", "", number(sum(made.seconds.values()), 1))
    out().print(table)
    for note in made.notes:
        tell(note)
    say(f"Daftar hal yang perlu dilengkapi: {made.folder / OPEN_POINTS}")
    say(f"Berkas tersimpan di {made.folder}")
