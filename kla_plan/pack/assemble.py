"""From raw tables to a draft: profile, instrument, catalogue, then every row."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from kla_plan import resources
from kla_plan.findings import Finding, Place, did_you_mean, errors
from kla_plan.pack.catalogue import Merged, merge
from kla_plan.pack.cells import RawPack, RawTable
from kla_plan.pack.checks import files as file_rules
from kla_plan.pack.columns import CATALOGUE_FACTS, CATALOGUE_TABLES
from kla_plan.pack.draft import Draft
from kla_plan.pack.model import Profil
from kla_plan.pack.profile import CATALOGUE_KEY, SLUG_KEY, make_profile
from kla_plan.pack.scoring import INSTRUMENT, read_instrument
from kla_plan.pack.source import TABLES, read_folder_tables, spec_of
from kla_plan.pack.tables import check_columns
from kla_plan.pack.work import Work
from kla_plan.schema import Table

_MERGED: Final = frozenset(spec.name for spec in CATALOGUE_TABLES)
_FACTS: Final = frozenset(spec.name for spec in CATALOGUE_FACTS)


def assemble(pack: RawPack) -> tuple[Draft, list[Finding]]:
    """Read every table of a pack as far as it can be read.

    Returns
    -------
    tuple
        The draft and the findings of files, columns and cells; checks come after.
    """
    own = {name: table for name, table in pack.tables.items() if spec_of(name)}
    work = Work(found=list(pack.findings))
    work.broken |= _tables_of(errors(pack.findings))
    profile, values = _read_profile(own, work)
    # Without a readable profile it is not known what the pack leaves to the catalogue.
    flag = values.get(CATALOGUE_KEY)
    shares = flag if isinstance(flag, bool) else None
    _required_sheets(own, work, shares=shares, where=pack)
    instrument = read_instrument(own, str(values.get("instrumen", "")), work)
    merged = _read_catalogue(own, work, shares=shares)
    for name, table in own.items():
        spec = spec_of(name)
        if spec is None or name in work.raw or name in _MERGED:
            continue
        work.add(name, check_columns(table, spec))
        work.read(table, spec)
    draft = Draft(
        slug=str(values.get(SLUG_KEY) or pack.slug),
        raw=work.raw,
        specs={name: _spec(name) for name in work.raw} | TABLES,
        entries=work.entries,
        broken=frozenset(work.broken),
        dropped=merged.dropped,
        profile=profile,
        instrument=instrument,
    )
    return draft, work.found


def _tables_of(found: Sequence[Finding]) -> set[str]:
    return {finding.place.sheet.rpartition("/")[2] for finding in found} - {""}


def _spec(name: str) -> Table:
    spec = spec_of(name)
    assert spec is not None  # noqa: S101 - only known tables get this far
    return spec


def _read_profile(
    own: Mapping[str, RawTable], work: Work
) -> tuple[Profil | None, Mapping[str, Any]]:
    table = own.get("profil")
    if table is None:
        return None, {}
    unreadable = table.name in work.broken and not table.rows
    work.add(table.name, check_columns(table, TABLES["profil"]))
    work.read(table, TABLES["profil"])
    if unreadable or (table.rows and "kunci" not in table.columns):
        return None, {}
    profile, values, found = make_profile(work.entries["profil"], table)
    work.add(table.name, found)
    return profile, values


def _required_sheets(
    own: Mapping[str, RawTable], work: Work, *, shares: bool | None, where: RawPack
) -> None:
    if not own:
        return
    place = Place(file=str(where.path))
    needed = ["profil", "opd", "pagu"]
    if shares is False:
        needed += ["kegiatan", "biaya", "dampak"]
    if any(name in own for name in INSTRUMENT):
        needed += INSTRUMENT
    for name in needed:
        if name not in own:
            hint = did_you_mean(name, [other for other in where.tables if spec_of(other) is None])
            reason = f'Lembar "{name}" tidak ada.{hint}'
            here = Place(name, "", place.file)
            work.add(name, [file_rules.MISSING_SHEET.at(here, name, reason)])
    given = ("jawaban", "skor")
    if not work.broken.intersection(given) and not any(
        name in own and own[name].rows for name in given
    ):
        reason = "Lembar jawaban maupun skor belum berisi."
        work.add("jawaban", [file_rules.NO_SCORES.at(place, "", reason)])


def _read_catalogue(own: Mapping[str, RawTable], work: Work, *, shares: bool | None) -> Merged:
    base: dict[str, RawTable] = {}
    if shares is None:
        return Merged({}, {}, ())
    if shares:
        base, found = read_folder_tables(resources.catalogue(), "katalog/")
        work.found.extend(found)
        for name in _FACTS & base.keys() - own.keys():
            work.read(base[name], TABLES[name])
    mine = {name: table for name, table in own.items() if name in _MERGED}
    theirs = {name: table for name, table in base.items() if name in _MERGED}
    for name, table in mine.items():
        work.add(name, check_columns(table, TABLES[name], only_keys=shares, may_drop=True))
    merged = merge(mine, theirs)
    work.found.extend(merged.findings)
    work.broken |= _tables_of(errors(merged.findings))
    for name, table in merged.tables.items():
        work.read(table, TABLES[name], distinct=True)
    return merged
