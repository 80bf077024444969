"""What a command line asks for: scenario and template, having said which ones they are."""

from collections.abc import Sequence
from pathlib import Path

from kla_plan.commands.screen import tell
from kla_plan.pack.source import resolve
from kla_plan.runs.inputs import find_scenario, template_file, which_scenario
from kla_plan.scenario import Scenario, with_settings


def scenario_of(pack: str, given: str, settings: Sequence[str]) -> Scenario:
    """Return the scenario that the command line asks for, having said which one it is."""
    scenario = find_scenario(pack, given)
    if settings:
        scenario = with_settings(scenario, settings)
    if resolve(pack).exists():
        changed = f", diubah dengan --set {' '.join(settings)}" if settings else ""
        tell(f"{which_scenario(pack, given)}{changed}")
    return scenario


def own_template(pack: str, name: str) -> Path | None:
    """Return the planner's own Word template, having said so; ``None``: the shipped one."""
    template = template_file(pack, name)
    if template is not None:
        tell(f"Templat naskah: {template}")
    return template
