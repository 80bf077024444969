"""A tracker that comes back: its sheets as typed rows, with every fault and its cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kla_plan.findings import Finding, Place, did_you_mean, errors
from kla_plan.pack.cells import RawTable, Row, column_name
from kla_plan.pack.checks.references import DANGLING
from kla_plan.pack.draft import Entry
from kla_plan.pack.model import Pack
from kla_plan.pack.read_xlsx import read_xlsx
from kla_plan.pack.records import Bukti
from kla_plan.pack.tables import read_rows
from kla_plan.papers.evidence.layout import ADDED, HEADINGS, ORIGIN, ORIGINAL, PIECES, REGION
from kla_plan.papers.evidence.pieces import Origin
from kla_plan.schema import table_of

_BUKTI: Final = table_of(Bukti)
_SHEETS: Final = (PIECES, ADDED, ORIGINAL)


@dataclass(frozen=True, slots=True)
class Returned:
    """What a tracker says.

    Attributes
    ----------
    pieces
        Rows of the sheet of pieces.
    dropped
        Keys of proposals whose wording was emptied: the region does not want them.
    added
        New pieces.
    originals, origins
        The pieces as handed out, and where they came from, by key.
    missing
        Place of the sheet, for what no longer stands in it.
    """

    pieces: tuple[Entry[Bukti], ...] = ()
    dropped: tuple[tuple[str, str], ...] = ()
    added: tuple[Entry[Bukti], ...] = ()
    originals: Mapping[tuple[str, str], Entry[Bukti]] = field(default_factory=dict)
    origins: Mapping[tuple[str, str], Origin] = field(default_factory=dict)
    missing: Place = field(default_factory=Place)


def read_tracker(path: Path, pack: Pack) -> tuple[Returned, tuple[Finding, ...]]:
    """Read a tracker.

    Returns
    -------
    tuple
        What it says as far as it can be read, and everything that is wrong with it.
    """
    tables, read = read_xlsx(path)
    found = [each for each in read if each.place.sheet in {"", *_SHEETS}]
    if errors(found) and not tables:
        return Returned(), tuple(found)
    found += [_no_sheet(name, path) for name in _SHEETS if name not in tables]
    present = {name: tables[name] for name in _SHEETS if name in tables}
    found += [fault for table in present.values() for fault in _headings(table)]
    if errors(found):
        return Returned(), tuple(found)
    named = {name: _renamed(table) for name, table in present.items()}
    found += _other_region(present[ORIGINAL], named[PIECES].place, pack)
    originals, faults = _entries(named[ORIGINAL].rows)
    found += faults
    origins = {_key(row): _origin(row) for row in named[ORIGINAL].rows}
    dropped = [row for row in named[PIECES].rows if _is_dropped(row, origins)]
    kept = [row for row in named[PIECES].rows if row not in dropped]
    pieces, piece_faults = _entries(kept)
    added, added_faults = _entries(named[ADDED].rows)
    found += [*piece_faults, *added_faults]
    found += [fault for entry in (*pieces, *added) for fault in _dangling(entry, pack)]
    return (
        Returned(
            pieces=pieces,
            dropped=tuple(_key(row) for row in dropped),
            added=added,
            originals={(e.record.pertanyaan, e.record.bukti): e for e in originals},
            origins=origins,
            missing=named[PIECES].place,
        ),
        tuple(found),
    )


def _headings(table: RawTable) -> list[Finding]:
    wanted = [*HEADINGS.values(), *((ORIGIN, REGION) if table.name == ORIGINAL else ())]
    return [
        _no_heading(table, heading)
        for heading in wanted
        if column_name(heading) not in table.columns
    ]


def _renamed(table: RawTable) -> RawTable:
    """Return a sheet with the columns of ``bukti`` under their own names."""
    names = {column_name(heading): name for name, heading in HEADINGS.items()}
    return table.renamed(lambda head: names.get(head, head))


def _entries(rows: Sequence[Row]) -> tuple[tuple[Entry[Bukti], ...], list[Finding]]:
    return read_rows(rows, _BUKTI, tuple(HEADINGS))


def _key(row: Row) -> tuple[str, str]:
    return row.text("pertanyaan"), row.text("bukti")


def _origin(row: Row) -> Origin:
    word = row.text(column_name(ORIGIN))
    return Origin(word) if word in set(Origin) else Origin.LISTED


def _is_dropped(row: Row, origins: Mapping[tuple[str, str], Origin]) -> bool:
    return row.cell("uraian").empty and origins.get(_key(row), Origin.LISTED) is not Origin.LISTED


def _dangling(entry: Entry[Bukti], pack: Pack) -> list[Finding]:
    known = {
        "pertanyaan": tuple(pack.instrument.questions),
        "pemegang": tuple(pack.opds),
        "wilayah": tuple(row.wilayah for row in pack.records.regions),
    }
    found = []
    for column, codes in known.items():
        code = getattr(entry.record, column)
        if code and code not in codes:
            reason = f'Kode "{code}" tidak ada pada paket.{did_you_mean(code, codes)}'
            found.append(DANGLING.at(entry.at(column), code, reason))
    return found


def _other_region(original: RawTable, place: Place, pack: Pack) -> list[Finding]:
    codes = original.codes(column_name(REGION))
    if not codes or set(codes) == {pack.profile.code}:
        return []
    return [
        Finding(
            "KLA-U-152",
            f"Pelacak ini milik daerah lain, bukan {pack.profile.full_name}.",
            "Pilih pelacak atau paket daerah yang sama.",
            place,
            ", ".join(codes),
        )
    ]


def _no_sheet(name: str, path: Path) -> Finding:
    return Finding(
        "KLA-U-150",
        f'Lembar "{name}" tidak ada, sehingga buku kerja ini bukan pelacak data dukung yang utuh.',
        "Pakai buku kerja yang dibuat oleh kla-plan papers, tanpa menyalin lembarnya ke buku lain.",
        Place(sheet=name, file=str(path)),
        name,
    )


def _no_heading(table: RawTable, heading: str) -> Finding:
    return Finding(
        "KLA-U-151",
        f'Kolom "{heading}" tidak ada pada lembar {table.name}.',
        "Kembalikan judul kolom seperti semula pada baris 1.",
        Place(table.place.sheet, "1:1", table.place.file),
        heading,
    )
