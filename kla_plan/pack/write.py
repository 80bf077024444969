"""Write packs as folders of CSV files, in canonical form."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from kla_plan.instrument import Indikator, Klaster, Pertanyaan, Predikat
from kla_plan.pack.cells import RawTable
from kla_plan.pack.columns import (
    INSTRUMENT_TABLES,
    LATER_ANSWERS,
    PACK_TABLES,
    Biaya,
    Dampak,
    Jawaban,
    Kegiatan,
    Nomenklatur,
    Opd,
    Pagu,
    Prasyarat,
    ProfilRow,
    Realisasi,
    Skor,
    TidakTerjangkau,
)
from kla_plan.pack.model import Pack
from kla_plan.pack.output import csv_bytes, write_new_folder
from kla_plan.pack.profile import CATALOGUE_KEY, SLUG_KEY
from kla_plan.pack.records import (
    Bukti,
    DokumenRencana,
    ProgramBerjalan,
    RealisasiTriwulan,
    Wilayah,
)
from kla_plan.pack.source import INSTRUMENT_FOLDER
from kla_plan.pack.text import by_sheet_order, canonical_rows, sheet_columns, text_of
from kla_plan.schema import Table, table_of

_INSTRUMENT: Final = frozenset(spec.name for spec in INSTRUMENT_TABLES)


def write_folder(pack: Pack, directory: str | Path) -> None:
    """Write a pack as it is used, so that the folder alone loads back to an equal pack.

    The catalogue is merged in (``katalog`` = ``tidak``), answers are spread, defaults are
    filled in, the instrument is inside. A folder written earlier by this function is replaced;
    any other non-empty folder is refused.

    Raises
    ------
    FindingsError
        If the folder holds something else.
    """
    target = Path(directory)
    write_new_folder(
        target, lambda folder: _write_pack(pack, folder), may_replace=_written_here(target)
    )


def write_raw_folder(tables: Mapping[str, RawTable], folder: Path) -> None:
    """Write raw tables in canonical form; every table a planner fills in gets at least headings."""
    names = dict.fromkeys([*(spec.name for spec in PACK_TABLES), *tables])
    for name in by_sheet_order(names):
        table = tables.get(name)
        columns = sheet_columns(name, table)
        rows = canonical_rows(columns, table) if table is not None else []
        _write(folder, name, csv_bytes(list(columns), rows))


def _write(folder: Path, name: str, content: bytes) -> None:
    inside = folder / INSTRUMENT_FOLDER if name in _INSTRUMENT else folder
    inside.mkdir(exist_ok=True)
    (inside / f"{name}.csv").write_bytes(content)


def _write_pack(pack: Pack, folder: Path) -> None:
    tables: list[tuple[type, Iterable[Any]]] = [
        (ProfilRow, _profile_rows(pack)),
        (Jawaban, pack.answers.values()),
        (Skor, ()),
        (Opd, pack.opds.values()),
        (Kegiatan, pack.activities.values()),
        (Biaya, pack.costs),
        (Dampak, pack.effects),
        (Prasyarat, pack.prerequisites),
        (Pagu, pack.ceilings),
        (Realisasi, pack.realised),
        (RealisasiTriwulan, pack.records.quarters),
        (Wilayah, pack.records.regions),
        (Bukti, pack.records.evidence),
        (ProgramBerjalan, pack.records.running),
        (DokumenRencana, pack.records.documents),
        (TidakTerjangkau, _unreachable(pack)),
        (Nomenklatur, pack.nomenclature.values()),
        (Klaster, pack.instrument.clusters.values()),
        (Indikator, pack.instrument.indicators.values()),
        (Pertanyaan, pack.instrument.questions.values()),
        (Predikat, pack.instrument.predicates),
    ]
    for record, rows in tables:
        spec = table_of(record)
        _write(folder, spec.name, _table_bytes(spec, rows))
    for year, answers in pack.later_answers.items():
        _write(folder, f"{LATER_ANSWERS}{year}", _table_bytes(table_of(Jawaban), answers))


def _table_bytes(spec: Table, rows: Iterable[Any]) -> bytes:
    names = [column.name for column in spec.columns]
    return csv_bytes(names, ([text_of(getattr(row, name)) for name in names] for row in rows))


def _profile_rows(pack: Pack) -> list[ProfilRow]:
    steering = [
        ProfilRow(kunci=CATALOGUE_KEY, nilai="tidak"),
        ProfilRow(kunci=SLUG_KEY, nilai=pack.slug),
    ]
    return [*pack.profile.facts.values(), *steering]


def _unreachable(pack: Pack) -> list[TidakTerjangkau]:
    return [TidakTerjangkau(pertanyaan=q, alasan=why) for q, why in pack.unreachable.items()]


def _written_here(folder: Path) -> bool:
    """Whether a folder was written by :func:`write_folder`: only it writes the slug down."""
    profile = folder / "profil.csv"
    return profile.is_file() and f"\n{SLUG_KEY}," in profile.read_text(encoding="utf-8")
