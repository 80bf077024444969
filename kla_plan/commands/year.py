"""``year``: the papers of one year of a saved plan."""

import json
import tempfile
from pathlib import Path

from kla_plan.commands.inputs import own_template
from kla_plan.commands.screen import say, tell
from kla_plan.pack.model import Pack
from kla_plan.pack.read import load_pack
from kla_plan.pack.write import write_folder
from kla_plan.plan.files import MANIFEST, hashes
from kla_plan.report.word.template.books import YEARLY
from kla_plan.runs.plans import open_plan, require_same_region
from kla_plan.runs.year import yearly


def run_year(pack: str, folder: Path, year: int, target: Path) -> None:
    """Write the yearly plan; say so if the pack is no longer the one of the plan."""
    plan, given = open_plan(folder), load_pack(pack)
    require_same_region(given, plan)
    if _changed(given, folder):
        tell(
            "Paket sudah berubah sejak rencana ini disusun; rencana tahunan memakai data pada saat "
            "rencana disusun. Susun ulang rencana bila perubahan itu harus ikut."
        )
    for path in yearly(folder, year, target, template=own_template(pack, YEARLY)):
        say(f"  {path}")


def _changed(pack: Pack, folder: Path) -> bool:
    saved = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["masukan"]
    with tempfile.TemporaryDirectory() as place:
        used = Path(place) / "paket"
        write_folder(pack, used)
        return bool(hashes(used) != saved)
