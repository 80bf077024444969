"""``papers``: the document set of a task force from a saved plan."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from rich.table import Table

from kla_plan.commands.screen import err, out, say, show_findings, tell
from kla_plan.findings import Finding, FindingsError, Place
from kla_plan.indonesian import number, parse_tanggal
from kla_plan.pack.read import load_pack
from kla_plan.papers.open_points import OPEN_POINTS
from kla_plan.papers.paper import Brief, Paper
from kla_plan.papers.registry import choose
from kla_plan.runs.clock import Phase
from kla_plan.runs.evidence import bring_back
from kla_plan.runs.inputs import templates_of
from kla_plan.runs.papers import CONVERT, PaperSet, compared, phases, write_papers
from kla_plan.runs.plans import open_plan, require_same_region
from kla_plan.runs.progress import reporting

_READ = "Membaca rencana dan paket"


def run_papers(folder: Path, names: Sequence[str], pack: str, day: str, target: Path) -> None:
    """Write the papers and tell how long each of them took."""
    chosen, made_on = choose(names), _day(day)
    with reporting((Phase(_READ, 3), *phases(chosen))) as reporter:
        reporter.phase(_READ)
        plan = open_plan(folder)
        current = load_pack(pack) if pack else plan.pack
        require_same_region(current, plan)
        brief = Brief(plan, current, made_on, templates_of(pack), compared(plan, chosen))
        made = write_papers(brief, chosen, target, reporter=reporter)
    _summary(made, chosen)


def run_evidence(pack: str, tracker: Path, target: Path) -> None:
    """Write a new pack with what a filled-in evidence tracker says."""
    made = bring_back(pack, tracker, target)
    if made.warnings:
        show_findings(err(), made.warnings)
    changed, new = len(made.merged.changed), len(made.merged.new)
    if changed or new:
        say(f"{number(changed)} baris bukti diubah dan {number(new)} baris bukti ditambahkan.")
    else:
        say("Pelacak tidak mengubah apa pun; lembar bukti sama dengan paket asal.")
    say(f"Paket baru tersimpan di {made.folder}")
    say(f"Susun ulang laporannya dengan kla-plan papers RENCANA --pack {made.folder} --out DIR")


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
