"""``feedback``: what the agencies answered becomes a new pack and a list of changes."""

import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.table import Table

from kla_plan.commands.screen import out, say
from kla_plan.feedback import Outcome, read_feedback, write_outcome
from kla_plan.feedback.book import CHANGES_BOOK
from kla_plan.indonesian import join, number
from kla_plan.pack.new import TEMPLATES
from kla_plan.pack.output import is_empty_folder, refuse
from kla_plan.runs.inputs import carry_scenarios, find_scenario, folder_of, scenario_names
from kla_plan.runs.plans import open_plan


def run_feedback(pack: str, forms: Sequence[Path], saved: Path | None, target: Path) -> None:
    """Read the forms, write the new pack with its list of changes, and print what is open."""
    refuse(target, exists=target.exists() and not is_empty_folder(target))
    plan = open_plan(saved) if saved is not None else None
    outcome = read_feedback(pack, forms, plan=plan, locked=_locked(pack))

    def beside(folder: Path) -> None:
        carry_scenarios(pack, folder)
        own = folder_of(pack) / TEMPLATES
        if own.is_dir():
            shutil.copytree(own, folder / TEMPLATES)

    write_outcome(outcome, target, beside)
    _summary(outcome, target)


def _locked(pack: str) -> dict[str, str]:
    """Return the scenario that demands an activity, by activity."""
    return {
        wish if isinstance(wish, str) else wish.kegiatan: name
        for name in scenario_names(pack)
        for wish in find_scenario(pack, name).kunci
    }


def _summary(outcome: Outcome, target: Path) -> None:
    table = Table(title=f"Usulan OPD {outcome.region}", header_style="bold")
    table.add_column("OPD")
    for heading in ("Ya", "Ubah", "Tolak", "Belum dijawab", "Kegiatan baru", "Usulan pagu"):
        table.add_column(heading, justify="right")
    for one in outcome.tallies:
        if not one.returned:
            continue
        counts = (one.yes, one.change, one.refuse, one.silent, one.additions, one.ceilings)
        table.add_row(one.opd, *(number(value) for value in counts))
    out().print(table)
    missing = [one.opd for one in outcome.tallies if not one.returned]
    if missing:
        say(f"Belum mengembalikan formulir: {join(missing)}")
    say(f"Perubahan yang diterapkan: {number(len(outcome.changes))}")
    say(f"Perlu keputusan: {number(len(outcome.conflicts))}")
    for kind, how_many in Counter(one.kind for one in outcome.conflicts).items():
        say(f"  - {kind}: {number(how_many)}")
    say(f"Catatan: {number(len(outcome.notes))}")
    say(f"Daftar perubahan: {target / CHANGES_BOOK}")
    say(f"Paket baru tersimpan di {target}")
