"""``check``, ``gap``, ``workbook``, ``unpack``, ``new``: a pack before there is a plan."""

from pathlib import Path

from rich.table import Table

from kla_plan.commands.inputs import scenario_of
from kla_plan.commands.outcome import Exit, usage_or_data
from kla_plan.commands.screen import as_json, out, say, show_findings, verdict
from kla_plan.findings import Finding, FindingsError, errors
from kla_plan.gaps import cluster_gaps, predicate_gaps
from kla_plan.indonesian import number, percent
from kla_plan.pack.model import Pack
from kla_plan.pack.new import new_folder
from kla_plan.pack.read import load_pack
from kla_plan.pack.workbook import unpack_workbook, write_workbook
from kla_plan.runs.gap import write_gaps
from kla_plan.runs.inputs import carry_scenarios, scenario_folder
from kla_plan.runs.pages.candidates import reachable
from kla_plan.runs.pages.gaps import standing


def run_check(pack: str, *, as_machine: bool) -> int:
    """Report everything about a pack; 3 if something in it is wrong."""
    loaded, findings = _examined(pack)
    if as_machine:
        out().print(as_json(pack, findings), markup=False, soft_wrap=True)
    else:
        show_findings(out(), findings)
        say(verdict(findings))
        if loaded is not None:
            say(f"Paket {pack} dapat dipakai.")
            _say_assumed(loaded)
    return usage_or_data(errors(findings)) if errors(findings) else Exit.DONE


def _examined(pack: str) -> tuple[Pack | None, tuple[Finding, ...]]:
    try:
        loaded = load_pack(pack)
    except FindingsError as error:
        return None, error.findings
    return loaded, loaded.warnings


def _say_assumed(pack: Pack) -> None:
    assumed = sum(1 for answer in pack.answers.values() if answer.asumsi)
    if assumed:
        total = number(len(pack.answers))
        say(f"{number(assumed)} dari {total} jawaban masih berupa asumsi.")


def run_gap(pack: str, given: str, target: Path) -> None:
    """Write gaps and candidates, and print the clusters and the distance to the predicates."""
    loaded, scenario = load_pack(pack), scenario_of(pack, given, ())
    paths = write_gaps(loaded, scenario, target)
    console = out()
    table = Table(title=f"Kesenjangan {loaded.profile.full_name}", header_style="bold")
    table.add_column("Klaster", ratio=4)
    for heading in ("Poin", "Maksimum", "Selisih", "Capaian"):
        table.add_column(heading, justify="right", no_wrap=True)
    for row in cluster_gaps(loaded).to_dict("records"):
        table.add_row(
            str(row["nama"]),
            number(row["poin"], 2),
            number(row["poin_maks"], 2),
            number(row["selisih"], 2),
            percent(row["capaian"]),
        )
    console.print(table)
    for sentence in (standing(loaded, scenario), reachable(loaded, scenario)):
        say(sentence.replace("**", ""))
    for row in predicate_gaps(loaded, scenario).to_dict("records"):
        if row["predikat_berikut"]:
            missing = number(row["kurang"], 2)
            say(f"{row['predikat_berikut']} ({row['dasar']}): kurang {missing} poin")
    for path in paths:
        say(f"  {path}")


def run_workbook(pack: str, target: Path) -> None:
    """Write the workbook of a pack."""
    write_workbook(pack, target)
    say(f"Buku kerja tersimpan di {target}")
    made = carry_scenarios(pack, target.parent)
    if made is not None:
        say(f"Skenario disalin ke {made}")
    say(f"Skenario buku kerja ini dibaca dari {scenario_folder(target)}")


def run_unpack(workbook: Path, target: Path) -> None:
    """Write the tables of a workbook as CSV files."""
    unpack_workbook(workbook, target)
    carry_scenarios(workbook, target)
    say(f"Paket tersimpan di {target}, skenarionya di {scenario_folder(target)}")


def run_new(target: Path) -> None:
    """Make a fresh working folder."""
    new_folder(target)
    say(f"Folder kerja baru: {target}")
    say("Langkah berikutnya:")
    for step in (
        f"isi profil.csv, opd.csv, dan jawaban.csv di {target}",
        f"atau kerjakan di Excel: kla-plan workbook {target} -o paket.xlsx",
        f"kla-plan check {target}",
        f"kla-plan draft {target} --out hasil",
    ):
        say(f"  - {step}")
