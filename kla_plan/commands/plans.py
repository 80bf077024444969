"""``plan``: from a pack to a saved plan."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.table import Table

from kla_plan.commands.inputs import scenario_of
from kla_plan.commands.screen import err, out, say, show_findings, tell
from kla_plan.indonesian import number, rupiah
from kla_plan.pack.checks import check_scenario
from kla_plan.pack.model import Pack
from kla_plan.pack.read import load_pack
from kla_plan.plan.files import write_plan
from kla_plan.plan.plan import Plan
from kla_plan.problem.case import Case
from kla_plan.problem.presolve import presolve
from kla_plan.report.sentences import budget as money
from kla_plan.report.sentences import proof
from kla_plan.report.tables import score_path
from kla_plan.runs.beside import READ, SOLVE, solve_beside
from kla_plan.runs.clock import Phase
from kla_plan.runs.interrupt import stoppable
from kla_plan.runs.progress import reporting
from kla_plan.runs.staging import refuse_foreign, staged

_SAVE = "Menyimpan rencana"


def run_plan(pack: str, given: str, settings: Sequence[str], target: Path) -> None:
    """Optimise and save a plan, then print its summary."""
    scenario = scenario_of(pack, given, settings)
    refuse_foreign(target)
    todo = (
        Phase(READ, 2),
        Phase(SOLVE, scenario.pemecah.batas_detik + 1, limit=True),
        Phase(_SAVE, 1),
    )
    with stoppable(tell) as wish, reporting(todo) as reporter:
        reporter.phase(READ)
        loaded = load_pack(pack)
        reporter.phase(SOLVE)
        plan, others = solve_beside(loaded, scenario, reporter, wish)
        reporter.phase(_SAVE)
        with staged(target) as work:
            write_plan(plan, work)
    finish(loaded, plan, others, target)


def finish(pack: Pack, plan: Plan, others: Mapping[str, Plan], target: Path) -> None:
    """Say what is doubtful about the input, what the plan reaches, and where it is."""
    if pack.warnings:
        tell(f"Paket memuat {number(len(pack.warnings))} peringatan; lihat dengan kla-plan check.")
    doubts = (*check_scenario(pack, plan.scenario), *presolve(Case(pack, plan.scenario)))
    if doubts:
        show_findings(err(), doubts)
    summary(plan, others)
    say(f"Rencana tersimpan di {target}")


def summary(plan: Plan, others: Mapping[str, Plan]) -> None:
    """Print what a plan reaches, what it costs, how good it is, what optimising was worth."""
    console = out()
    table = Table(title=f"Rencana {plan.pack.profile.full_name}", header_style="bold")
    table.add_column("Tahun")
    for heading in ("Nilai mandiri", "Predikat", "Setelah verifikasi", "Predikat", "Anggaran"):
        text = heading == "Predikat"
        table.add_column(heading, justify="left" if text else "right", no_wrap=not text)
    for row in score_path(plan).to_dict("records"):
        table.add_row(
            str(row["tahun"]),
            number(row["mandiri"], 2),
            str(row["predikat_mandiri"]),
            number(row["verifikasi"], 2),
            str(row["predikat_verifikasi"]),
            "" if row["jenis"] == "dasar" else rupiah(int(row["rupiah"])),
        )
    console.print(table)
    sentences = [money.total(plan), proof.quality(plan), *proof.against(plan, others)]
    for sentence in sentences:
        say(sentence)
