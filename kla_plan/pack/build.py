"""A draft that passed becomes a :class:`~kla_plan.pack.model.Pack`: spread, defaults filled in."""

import dataclasses
from typing import Final

from kla_plan.findings import Finding
from kla_plan.pack.columns import (
    LATER_ANSWERS,
    Biaya,
    Dampak,
    Jawaban,
    Kegiatan,
    Nomenklatur,
    Opd,
    Pagu,
    Prasyarat,
    Realisasi,
    Skor,
    TidakTerjangkau,
)
from kla_plan.pack.draft import Draft
from kla_plan.pack.model import Pack
from kla_plan.pack.records import (
    Bukti,
    DokumenRencana,
    ProgramBerjalan,
    RealisasiTriwulan,
    Records,
    Wilayah,
)
from kla_plan.pack.spread import spread

_YEAR: Final = slice(len(LATER_ANSWERS), None)


def build(draft: Draft, warnings: tuple[Finding, ...]) -> Pack:
    """Return the pack of a draft in which nothing is broken."""

    def records[T](record: type[T]) -> tuple[T, ...]:
        return tuple(entry.record for entry in draft.rows(record))

    given = {row.pertanyaan: row for row in records(Jawaban)}
    answers, _ = spread(draft.scored, given, records(Skor))
    activities = {row.kegiatan: _filled(row) for row in records(Kegiatan)}
    return Pack(
        slug=draft.slug,
        profile=draft.horizon,
        instrument=draft.scored,
        answers=answers,
        opds={row.opd: row for row in records(Opd)},
        activities=activities,
        costs=records(Biaya),
        effects=tuple(_lasting(row, activities) for row in records(Dampak)),
        prerequisites=records(Prasyarat),
        ceilings=records(Pagu),
        realised=records(Realisasi),
        later_answers={
            int(name[_YEAR]): tuple(entry.record for entry in entries)
            for name, entries in sorted(draft.entries.items())
            if name.startswith(LATER_ANSWERS)
        },
        unreachable={row.pertanyaan: row.alasan for row in records(TidakTerjangkau)},
        nomenclature={row.kode: row for row in records(Nomenklatur)},
        records=Records(
            regions=records(Wilayah),
            evidence=records(Bukti),
            running=records(ProgramBerjalan),
            documents=records(DokumenRencana),
            quarters=records(RealisasiTriwulan),
        ),
        warnings=warnings,
    )


def _filled(row: Kegiatan) -> Kegiatan:
    """Write down the bounds that follow from others (contract 3.1)."""
    return dataclasses.replace(
        row,
        volume_maks_per_tahun=row.yearly_maximum,
        volume_min_per_tahun=row.yearly_minimum,
    )


def _lasting(row: Dampak, activities: dict[str, Kegiatan]) -> Dampak:
    if row.bertahan is not None:
        return row
    return dataclasses.replace(row, bertahan=not activities[row.kegiatan].berulang)
