"""The rows of ``profil`` become a :class:`~kla_plan.pack.model.Profil`."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from kla_plan.findings import Finding, Place, did_you_mean
from kla_plan.pack.cells import CellKind, RawTable
from kla_plan.pack.checks import profile as rules
from kla_plan.pack.checks.cells import CODE_AS_NUMBER
from kla_plan.pack.columns import PROFILE_REQUIRED, ProfilRow
from kla_plan.pack.draft import Entry
from kla_plan.pack.model import Profil
from kla_plan.pack.parse import INVALID, parse_cell
from kla_plan.schema import Column, Kind

#: Keys that steer the reading of a pack and are no facts about the region.
CATALOGUE_KEY: Final = "katalog"
SLUG_KEY: Final = "slug"
_KEY_KINDS: Final = {
    "jenis": Column("jenis", Kind.CHOICE, "Jenis daerah.", choices=("kota", "kabupaten")),
    "tahun_dasar": Column("tahun_dasar", Kind.YEAR, "Tahun dasar."),
    "tahun_awal": Column("tahun_awal", Kind.YEAR, "Tahun awal."),
    "tahun_akhir": Column("tahun_akhir", Kind.YEAR, "Tahun akhir."),
    CATALOGUE_KEY: Column(CATALOGUE_KEY, Kind.FLAG, "Apakah katalog bersama dipakai."),
}


def make_profile(
    entries: Sequence[Entry[ProfilRow]], table: RawTable
) -> tuple[Profil | None, Mapping[str, Any], list[Finding]]:
    """Read the profile.

    Returns
    -------
    tuple
        The profile (``None`` if a required fact is missing or wrong), the typed value of every
        key that was read, and the findings.
    """
    by_key = {entry.record.kunci: entry for entry in entries}
    found: list[Finding] = []
    values: dict[str, Any] = {CATALOGUE_KEY: True, SLUG_KEY: ""}
    for key, entry in by_key.items():
        column, cell = _KEY_KINDS.get(key), entry.row.cell("nilai")
        if key == "kode_wilayah" and cell.kind is CellKind.NUMBER:
            reason = "Kode wilayah tersimpan sebagai bilangan; nol di belakang bisa hilang."
            found.append(CODE_AS_NUMBER.at(cell.place, cell.text, reason))
        elif column is None:
            values[key] = entry.record.nilai
        else:
            default = values.get(key, INVALID) if key not in PROFILE_REQUIRED else ""
            values[key] = parse_cell(column, cell, default, found)
    found.extend(_missing(by_key, table))
    if not found:
        found.extend(_horizon(by_key, values))
    if found:
        return None, values, found
    facts = {k: e.record for k, e in by_key.items() if k not in {CATALOGUE_KEY, SLUG_KEY}}
    profile = Profil(
        code=values["kode_wilayah"],
        name=values["nama"],
        kind=values["jenis"],
        province=values["provinsi"],
        instrument=values["instrumen"],
        base_year=values["tahun_dasar"],
        first_year=values["tahun_awal"],
        last_year=values["tahun_akhir"],
        facts=facts,
    )
    return profile, values, found


def _missing(by_key: Mapping[str, Entry[ProfilRow]], table: RawTable) -> list[Finding]:
    found = []
    for key in PROFILE_REQUIRED:
        entry = by_key.get(key)
        if entry is not None and not entry.row.cell("nilai").empty:
            continue
        place = entry.at("nilai") if entry else Place(table.name, "", table.place.file)
        strangers = [name for name in by_key if name not in PROFILE_REQUIRED]
        hint = "" if entry else did_you_mean(key, strangers)
        if hint:
            hint = f" Ada kunci yang mirip:{hint.removeprefix(' Apakah maksud Anda').rstrip('?')}."
        if entry:
            reason, remedy = f'Nilai "{key}" pada profil masih kosong.', "Isi kolom nilai."
        else:
            reason, remedy = f'Profil belum memuat "{key}".{hint}', ""
        found.append(rules.MISSING_KEY.at(place, key, reason, remedy))
    return found


def _horizon(by_key: Mapping[str, Entry[ProfilRow]], values: Mapping[str, Any]) -> list[Finding]:
    base, first, last = (values[k] for k in ("tahun_dasar", "tahun_awal", "tahun_akhir"))
    found = []
    if first > last:
        reason = f"Tahun awal {first} lebih besar daripada tahun akhir {last}."
        found.append(
            rules.HORIZON_REVERSED.at(by_key["tahun_akhir"].at("nilai"), str(last), reason)
        )
    elif last - first >= rules.LONGEST_HORIZON:
        reason = f"Cakrawala {first}–{last} lebih dari {rules.LONGEST_HORIZON} tahun."
        found.append(rules.HORIZON_LONG.at(by_key["tahun_akhir"].at("nilai"), str(last), reason))
    if base >= first:
        reason = f"Tahun dasar {base} harus sebelum tahun awal {first}."
        found.append(rules.BASE_YEAR.at(by_key["tahun_dasar"].at("nilai"), str(base), reason))
    return found
