"""The instrument of a pack: its own tables, or the shipped one that the profile names."""

from collections.abc import Mapping
from typing import Final

from kla_plan import resources
from kla_plan.findings import Finding, did_you_mean
from kla_plan.instrument import Indikator, Instrument, Klaster, Pertanyaan, Predikat
from kla_plan.pack.cells import RawTable
from kla_plan.pack.checks import profile as profile_rules
from kla_plan.pack.columns import INSTRUMENT_TABLES
from kla_plan.pack.source import INSTRUMENT_FOLDER, TABLES, read_folder_tables
from kla_plan.pack.tables import check_columns
from kla_plan.pack.work import Work
from kla_plan.schema import table_of

INSTRUMENT: Final = tuple(spec.name for spec in INSTRUMENT_TABLES)


def read_instrument(own: Mapping[str, RawTable], name: str, work: Work) -> Instrument | None:
    """Type the instrument's tables; ``None`` if they are missing or broken."""
    tables = {key: own[key] for key in INSTRUMENT if key in own}
    if not tables:
        if not name:
            return None
        folder = resources.instruments() / name
        if not folder.is_dir():
            work.add("profil", [_unknown_instrument(name, own)])
            return None
        tables, found = read_folder_tables(folder, f"{INSTRUMENT_FOLDER}/")
        work.found.extend(found)
    for key in INSTRUMENT:
        if key in tables:
            work.add(key, check_columns(tables[key], TABLES[key]))
            work.read(tables[key], TABLES[key])
    if any(key not in work.raw or key in work.broken for key in INSTRUMENT):
        return None
    return _make_instrument(name, work)


def _make_instrument(name: str, work: Work) -> Instrument | None:
    def records[T](record: type[T]) -> list[T]:
        return [entry.record for entry in work.entries[table_of(record).name]]

    clusters = {r.klaster: r for r in records(Klaster)}
    indicators = {r.indikator: r for r in records(Indikator)}
    questions = {r.pertanyaan: r for r in records(Pertanyaan)}
    if any(r.klaster not in clusters for r in indicators.values()) or any(
        r.indikator not in indicators for r in questions.values()
    ):
        return None
    predicates = sorted(records(Predikat), key=lambda r: r.batas_bawah)
    return Instrument(name, clusters, indicators, questions, tuple(predicates))


def _unknown_instrument(name: str, own: Mapping[str, RawTable]) -> Finding:
    known = [folder.name for folder in sorted(resources.instruments().iterdir()) if folder.is_dir()]
    row = next(row for row in own["profil"].rows if row.text("kunci") == "instrumen")
    reason = f'Instrumen "{name}" tidak ada.{did_you_mean(name, known)}'
    remedy = f"{profile_rules.UNKNOWN_INSTRUMENT.remedy} Tersedia: {', '.join(known)}."
    return profile_rules.UNKNOWN_INSTRUMENT.at(row.cell("nilai").place, name, reason, remedy)
