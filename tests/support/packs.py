"""Packs built in a few literal rows, without files.

>>> pack = tiny_pack(
...     kegiatan=[{"kegiatan": "A", "volume_maks": 2}],
...     biaya=[("A", 0, 1_000_000)],
...     dampak=[("A", "P1", "0.5")],
... )
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kla_plan.instrument import Indikator, Instrument, Klaster, Pertanyaan, Predikat
from kla_plan.pack.columns import (
    Biaya,
    Dampak,
    Jawaban,
    Kegiatan,
    Opd,
    Pagu,
    Prasyarat,
    ProfilRow,
    Realisasi,
)
from kla_plan.pack.model import Pack, Profil
from kla_plan.schema import Kind, table_of

type Row = Mapping[str, Any] | Sequence[Any]

_OPD = "DP3A"


def tiny_pack(
    *,
    kegiatan: Iterable[Row],
    pertanyaan: Iterable[Row] = ({"pertanyaan": "P1"},),
    biaya: Iterable[Row] = (),
    dampak: Iterable[Row] = (),
    prasyarat: Iterable[Row] = (),
    pagu: Iterable[Row] = ({"batas_atas": 10**12},),
    realisasi: Iterable[Row] = (),
    opd: Iterable[Row] = ({"opd": _OPD},),
    jawaban: Mapping[str, Any] | None = None,
    indikator_maks: Mapping[str, Any] | None = None,
    predikat: Iterable[Row] | None = None,
    years: tuple[int, int] = (2025, 2027),
    base: int | None = None,
    slug: str = "kecil",
) -> Pack:
    """Build a pack with an instrument of its own.

    Parameters
    ----------
    kegiatan, pertanyaan, biaya, dampak, prasyarat, pagu, realisasi, opd
        Rows as mappings by column, or as sequences in the columns' order. Numbers may be ints,
        texts (``"0.25"``) or exact numbers. Empty columns take a default that lets a test name
        only what it is about: a question has 10 points in indicator I1, no levels but 1.
    jawaban
        Points by question at the end of the base year; others have 0.
    indikator_maks
        Maximum by indicator where it is not the sum of its questions.
    predikat
        (predikat, batas_bawah, dasar); default Pratama at half, Madya above three quarters.
    years, base
        First and last year; base year, the year before the first by default.
    """
    questions = _records(Pertanyaan, pertanyaan, _question_defaults)
    instrument = _instrument(questions, indikator_maks or {}, predikat)
    answers = {
        code: Jawaban(pertanyaan=code, poin=_decimal((jawaban or {}).get(code, 0)))
        for code in instrument.questions
    }
    return Pack(
        slug=slug,
        profile=_profile(years, years[0] - 1 if base is None else base),
        instrument=instrument,
        answers=answers,
        opds={o.opd: o for o in _records(Opd, opd, _opd_defaults)},
        activities={a.kegiatan: a for a in _records(Kegiatan, kegiatan, _activity_defaults)},
        costs=_records(Biaya, biaya),
        effects=_records(Dampak, dampak),
        prerequisites=_records(Prasyarat, prasyarat),
        ceilings=_records(Pagu, pagu),
        realised=_records(Realisasi, realisasi),
        later_answers={},
        unreachable={},
        nomenclature={},
    )


def with_activity(pack: Pack, code: str, **changes: Any) -> Pack:
    """Return the pack with some columns of one activity changed."""
    changed = replace(pack.activities[code], **changes)
    return replace(pack, activities={**pack.activities, code: changed})


def _records[R](record: type[R], rows: Iterable[Row], defaults: Any = None) -> tuple[R, ...]:
    columns = table_of(record).columns
    built = []
    for row in rows:
        named = row if isinstance(row, Mapping) else _named(columns, row)
        given = {**(defaults(named) if defaults else {}), **named}
        kinds = {column.name: column.kind for column in columns}
        built.append(record(**{name: _value(kinds[name], cell) for name, cell in given.items()}))
    return tuple(built)


def _named(columns: Any, row: Sequence[Any]) -> dict[str, Any]:
    return {column.name: cell for column, cell in zip(columns, row, strict=False)}


def _value(kind: Kind, cell: Any) -> Any:
    if cell is None:
        return None
    match kind:
        case Kind.NUMBER:
            return _decimal(cell)
        case Kind.CODES:
            return tuple(cell.split(";")) if isinstance(cell, str) else tuple(cell)
        case Kind.SCALE:
            parts = cell.split(";") if isinstance(cell, str) else cell
            return tuple(Fraction(part) for part in parts)
        case _:
            return cell


def _decimal(cell: Any) -> Decimal:
    return Decimal(str(cell)) if not isinstance(cell, Decimal) else cell


def _question_defaults(row: Mapping[str, Any]) -> dict[str, Any]:
    code = row["pertanyaan"]
    return {"indikator": "I1", "poin_maks": 10, "tipe": "lainnya", "label": f"Pertanyaan {code}"}


def _opd_defaults(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"nama": f"Dinas {row['opd']}"}


def _activity_defaults(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "nama": f"Kegiatan {row['kegiatan']}",
        "opd": _OPD,
        "indikator": "I1",
        "satuan": "unit",
        "volume_maks": 1,
    }


def _instrument(
    questions: Sequence[Pertanyaan],
    maxima: Mapping[str, Any],
    predicates: Iterable[Row] | None,
) -> Instrument:
    sums: dict[str, Decimal] = {}
    for question in questions:
        sums[question.indikator] = sums.get(question.indikator, Decimal(0)) + question.poin_maks
    points = {code: _decimal(maxima.get(code, total)) for code, total in sums.items()}
    whole = sum(points.values(), Decimal(0))
    rows = predicates or (("Pratama", whole / 2, ">="), ("Madya", whole * 3 / 4, ">"))
    return Instrument(
        year="uji",
        clusters={"K1": Klaster(klaster="K1", nama="Klaster uji", poin_maks=whole)},
        indicators={
            code: Indikator(
                indikator=code, nomor=code[1:], klaster="K1", nama=f"Indikator {code}", poin_maks=p
            )
            for code, p in points.items()
        },
        questions={q.pertanyaan: q for q in questions},
        predicates=_records(Predikat, rows),
    )


def _profile(years: tuple[int, int], base: int) -> Profil:
    facts = {
        "kode_wilayah": "99.99",
        "nama": "Contoh",
        "jenis": "kota",
        "provinsi": "Provinsi Contoh",
        "instrumen": "uji",
        "tahun_dasar": str(base),
        "tahun_awal": str(years[0]),
        "tahun_akhir": str(years[1]),
    }
    return Profil(
        code="99.99",
        name="Contoh",
        kind="kota",
        province="Provinsi Contoh",
        instrument="uji",
        base_year=base,
        first_year=years[0],
        last_year=years[1],
        facts={key: ProfilRow(kunci=key, nilai=value) for key, value in facts.items()},
    )
