"""Which pack, which scenario and which Word template a planner means."""

import shutil
from collections.abc import Callable
from pathlib import Path

from kla_plan import resources
from kla_plan.findings import Finding, FindingsError, Place, did_you_mean, raise_errors
from kla_plan.pack.checks import check_scenario
from kla_plan.pack.model import Pack
from kla_plan.pack.new import TEMPLATE, TEMPLATES
from kla_plan.pack.source import resolve
from kla_plan.scenario import Scenario, load_scenario

#: Scenario that is taken when none is named.
DEFAULT = "dasar"
SCENARIOS = "skenario"


def folder_of(pack: str | Path) -> Path:
    """Return the folder of a pack: that of its tables, or that in which its workbook is."""
    where = resolve(pack)
    return where if where.is_dir() else where.parent


def scenario_folder(pack: str | Path) -> Path:
    """Return where the scenarios of a pack are: beside the tables, or beside the workbook."""
    return folder_of(pack) / SCENARIOS


def template_file(pack: str | Path, name: str) -> Path | None:
    """Return the planner's own Word template of a pack; ``None``: the shipped one is used."""
    path = folder_of(pack) / TEMPLATES / name
    return path if path.is_file() else None


def templates_of(*places: str | Path) -> Callable[[str], Path]:
    """Return what finds a Word template by its file name.

    Parameters
    ----------
    places
        Packs or folders, looked through in this order for a template of the planner's own; where
        none has it (or there is no place, or only an empty one), it is the shipped one.
    """

    def find(name: str) -> Path:
        own = (template_file(place, name) for place in places if str(place))
        return next(filter(None, own), resources.templates() / name)

    return find


def scenario_names(pack: str | Path) -> tuple[str, ...]:
    """Return the names of a pack's scenarios; the default alone where it has none."""
    folder = scenario_folder(pack)
    return tuple(sorted(path.stem for path in folder.glob("*.yaml"))) or (DEFAULT,)


def find_scenario(pack: str | Path, given: str | Path = "") -> Scenario:
    """Return a scenario by its name in the pack or by the path of its file.

    Without a name it is ``dasar``; a pack that has no such file gets the contract's defaults.

    Raises
    ------
    FindingsError
        If there is no such scenario, or the file holds errors.
    """
    name = str(given) or DEFAULT
    path = _file(pack, name)
    if path is not None:
        return load_scenario(path)
    if name == DEFAULT:
        return Scenario()
    names = scenario_names(pack)
    raise FindingsError(
        [
            Finding(
                "KLA-S-006",
                f'Skenario "{name}" tidak ditemukan.{did_you_mean(name, names)}',
                f"Skenario paket ini: {', '.join(names)}; atau tulis alamat berkas YAML.",
                Place(sheet="skenario", file=str(scenario_folder(pack))),
                name,
            )
        ]
    )


def _file(pack: str | Path, name: str) -> Path | None:
    known = scenario_folder(pack) / f"{name}.yaml"
    return next((path for path in (known, Path(name)) if path.is_file()), None)


def which_scenario(pack: str | Path, given: str | Path = "") -> str:
    """Say which scenario :func:`find_scenario` takes, and from where."""
    path = _file(pack, str(given) or DEFAULT)
    if path is None:
        folder = scenario_folder(pack)
        return f"Skenario bawaan, karena tidak ada berkas {DEFAULT}.yaml di {folder}"
    return f"Skenario: {path.stem} (berkas {path})"


def carry_scenarios(pack: str | Path, target: Path) -> Path | None:
    """Give the folder ``target`` the scenarios of a pack, or the default one where it has none.

    Returns
    -------
    Path or None
        The folder ``skenario`` that was made; ``None`` if there is one, which stays as it is.
    """
    made = target / SCENARIOS
    if made.exists():
        return None
    source = scenario_folder(pack)
    if not any(source.glob("*.yaml")):
        source = resources.templates() / TEMPLATE / SCENARIOS
    made.mkdir(parents=True)
    for path in sorted(source.glob("*.yaml")):
        shutil.copyfile(path, made / path.name)
    return made


def accept(pack: Pack, scenario: Scenario) -> tuple[Finding, ...]:
    """Check a scenario against its pack before anything is solved; return the warnings.

    Raises
    ------
    FindingsError
        If the scenario names what the pack does not have, or asks for opposites.
    """
    findings = check_scenario(pack, scenario)
    raise_errors(findings)
    return findings
