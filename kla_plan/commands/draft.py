"""``draft``: from a pack to a saved plan with its papers."""

from collections.abc import Sequence
from pathlib import Path

from kla_plan.commands.inputs import own_template, scenario_of
from kla_plan.commands.plans import finish
from kla_plan.commands.screen import say, tell
from kla_plan.pack.read import load_pack
from kla_plan.report.word.template.books import RAD
from kla_plan.runs.beside import READ
from kla_plan.runs.draft import draft, phases
from kla_plan.runs.interrupt import stoppable
from kla_plan.runs.progress import reporting
from kla_plan.runs.staging import refuse_foreign


def run_draft(pack: str, given: str, settings: Sequence[str], target: Path) -> None:
    """Make the plan and all its papers, then print its summary."""
    scenario, template = scenario_of(pack, given, settings), own_template(pack, RAD)
    refuse_foreign(target)
    with stoppable(tell) as wish, reporting(phases(scenario)) as reporter:
        reporter.phase(READ)
        loaded = load_pack(pack)
        made = draft(loaded, scenario, target, template=template, reporter=reporter, stop=wish)
    finish(loaded, made.plan, made.others, target)
    for path in sorted(
        path for path in target.iterdir() if path.suffix in {".docx", ".pdf", ".xlsx"}
    ):
        say(f"  {path}")
    for note in made.notes:
        tell(note)
