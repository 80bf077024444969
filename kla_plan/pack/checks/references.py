"""Codes that point at something: dangling references and repeated keys."""

from collections.abc import Iterator
from typing import Final

from kla_plan.findings import Finding, did_you_mean
from kla_plan.pack.cells import Cell
from kla_plan.pack.columns import PACK_TABLES
from kla_plan.pack.draft import Draft
from kla_plan.pack.rules import check, rule
from kla_plan.schema import Column, Kind

DANGLING: Final = rule(
    "KLA-D-001",
    "Rujukan tidak ditemukan",
    reason="Kode salah ketik, atau barisnya belum ada (atau sudah dibuang) di lembar asalnya.",
    remedy="Perbaiki kodenya, atau tambahkan barisnya di lembar yang dirujuk.",
    example='opd "Dinkess" pada lembar kegiatan',
)
DUPLICATE: Final = rule(
    "KLA-D-002",
    "Baris dengan kunci yang sama",
    reason="Baris tersalin dua kali; tidak jelas yang mana yang berlaku.",
    remedy="Hapus atau gabungkan salah satunya.",
    example="pertanyaan P1.1 dua kali pada lembar jawaban",
)
_FROM_INSTRUMENT: Final = frozenset({"klaster", "indikator", "pertanyaan"})
_ORDER: Final = [spec.name for spec in PACK_TABLES]


@check(DANGLING)
def dangling(draft: Draft) -> Iterator[Finding]:
    """Check that every code that refers to another table is found there."""
    gone = {row.text("kegiatan") for row in draft.dropped.get("kegiatan", ())}
    for name, raw in draft.raw.items():
        for column in draft.specs[name].columns:
            target = draft.raw.get(column.refers)
            # A target that is missing or unreadable has its own finding.
            if target is None or (not target.rows and column.refers in draft.broken):
                continue
            for row in raw.rows:
                yield from _of_cell(draft, column, row.cell(column.name), gone)


def _of_cell(draft: Draft, column: Column, cell: Cell, gone: set[str]) -> Iterator[Finding]:
    parts = cell.text.split(";") if column.kind is Kind.CODES else [cell.text]
    known = draft.codes(column.refers)
    for part in (text.strip() for text in parts):
        # What was dropped on purpose has codes of its own.
        if not part or part in known or (column.refers == "kegiatan" and part in gone):
            continue
        hint = did_you_mean(part, known)
        where = "instrumen" if column.refers in _FROM_INSTRUMENT else f"lembar {column.refers}"
        reason = f'Kode "{part}" pada kolom {column.name} tidak ada di {where}.{hint}'
        yield DANGLING.at(cell.place, part, reason)
