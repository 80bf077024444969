"""Which pack and which scenario a planner means."""

from pathlib import Path

from kla_plan.findings import Finding, FindingsError, Place, did_you_mean, raise_errors
from kla_plan.pack.checks import check_scenario
from kla_plan.pack.model import Pack
from kla_plan.pack.source import resolve
from kla_plan.scenario import Scenario, load_scenario

#: Scenario that is taken when none is named.
DEFAULT = "dasar"


def scenario_folder(pack: str | Path) -> Path:
    """Return where the scenarios of a pack are: beside the tables, or beside the workbook."""
    where = resolve(pack)
    return (where if where.is_dir() else where.parent) / "skenario"


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
    known = scenario_folder(pack) / f"{name}.yaml"
    if known.is_file():
        return load_scenario(known)
    if Path(name).is_file():
        return load_scenario(Path(name))
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
