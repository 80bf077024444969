"""How long the papers of a city take: ``results/berkas.json``.

``python -m benchmarks.papers``: for each shipped pack a plan is made (within 20 s) and saved; then
the whole set of papers is written from the saved plan, as ``kla-plan papers`` does.
"""

import tempfile
from pathlib import Path

from pypdf import PdfReader

from benchmarks.cities import shipped
from benchmarks.machine import record
from kla_plan import load_pack, load_plan, load_scenario, make_plan, save_plan
from kla_plan.papers.paper import Brief
from kla_plan.papers.registry import papers
from kla_plan.runs.papers import PaperSet, compared, write_papers
from kla_plan.scenario import Pemecah

RESULTS = Path(__file__).parent / "results" / "berkas.json"
SECONDS = 20


def measure(folder: Path) -> dict[str, object]:
    """Return the seconds, files and pages of every paper of one city."""
    pack, scenario = load_pack(folder.name), load_scenario(folder / "skenario" / "dasar.yaml")
    quick = Pemecah(nama="highs", celah=scenario.pemecah.celah, batas_detik=SECONDS)
    scenario = scenario.model_copy(update={"pemecah": quick})
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        save_plan(make_plan(pack, scenario), place / "rencana")
        plan = load_plan(place / "rencana")
        brief = Brief(plan, plan.pack, others=compared(plan, papers()))
        made = write_papers(brief, papers(), place / "berkas")
        return {"paket": folder.name, "detik": _seconds(made), "berkas": _files(made)}


def _seconds(made: PaperSet) -> dict[str, float]:
    parts = {name: round(seconds, 2) for name, seconds in made.seconds.items()}
    return parts | {"jumlah": round(sum(made.seconds.values()), 2)}


def _files(made: PaperSet) -> dict[str, dict[str, int]]:
    found = {}
    for name, one in made.made.items():
        pdfs = [path for path in one.files if path.suffix == ".pdf"]
        found[name] = {
            "berkas": len(one.files),
            "halaman": sum(len(PdfReader(path).pages) for path in pdfs),
            "hal_terbuka": len(set(one.open_points)),
        }
    return found


def main() -> None:
    """Measure every shipped pack and write the results."""
    print(record(RESULTS, [measure(folder) for folder in shipped()]))


if __name__ == "__main__":
    main()
