"""Which figures of a plan are assumptions, counted and listed.

What counts as a figure
-----------------------
One *figure* is one entered value that the plan or its document rests on: the points of an answer,
the answer scale of a question, the largest volume of an activity in the plan, each price above
zero of such an activity, each of its effects, each bound of a ceiling, each filled fact of the
profile (settings of the program left out), and the two rates of the scenario. A figure is an
*assumption* if its row in the pack says so (``asumsi``); the two rates always are, because nobody
can know them beforehand. Results are not counted: they follow from these figures.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pandas as pd

from kla_plan.indonesian import number, percent
from kla_plan.plan.plan import Plan

#: Rows of ``profil`` that steer the program and state nothing about the region.
SETTINGS = frozenset({"katalog", "instrumen", "nama", "jenis"})
#: Number of codes named in the list before the rest is only counted.
NAMED = 6


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures of one row: group, key, how many, and the assumption (empty if none)."""

    group: str
    key: str
    count: int
    assumption: str


def figures(plan: Plan) -> tuple[Figures, ...]:
    """Return the figures that a plan rests on, row by row."""
    return tuple(row for source in _SOURCES for row in source(plan) if row.count)


def totals(plan: Plan) -> tuple[int, int]:
    """Return how many figures a plan rests on and how many of them are assumptions."""
    rows = figures(plan)
    return sum(row.count for row in rows), sum(row.count for row in rows if row.assumption)


def assumption_counts(plan: Plan) -> pd.DataFrame:
    """Return ``kelompok, angka`` (figures used) and ``asumsi`` (those that are assumptions)."""
    table = _frame(figures(plan))
    table["asumsi"] = table["jumlah"].where(table["asumsi"] != "", 0)
    grouped = table.groupby("kelompok", sort=False)[["jumlah", "asumsi"]].sum()
    return grouped.rename(columns={"jumlah": "angka"}).reset_index()


def assumptions(plan: Plan) -> pd.DataFrame:
    """Return the assumptions to confirm, equal ones together.

    Returns
    -------
    pandas.DataFrame
        ``kelompok, asumsi, jumlah`` (figures), ``rincian`` (codes, the first few by name).
    """
    table = _frame(row for row in figures(plan) if row.assumption)
    grouped = table.groupby(["kelompok", "asumsi"], sort=False)
    return grouped.agg(jumlah=("jumlah", "sum"), rincian=("kode", _named)).reset_index()


def _frame(rows: Iterable[Figures]) -> pd.DataFrame:
    cells = [(row.group, row.key, row.count, row.assumption) for row in rows]
    return pd.DataFrame(cells, columns=["kelompok", "kode", "jumlah", "asumsi"])


def _named(keys: Iterable[str]) -> str:
    unique = list(dict.fromkeys(keys))
    rest = len(unique) - NAMED
    named = ", ".join(unique[:NAMED])
    return f"{named}, dan {number(rest)} lainnya" if rest > 0 else named


def _answers(plan: Plan) -> Iterator[Figures]:
    for code, row in plan.pack.answers.items():
        count = 1 + (row.poin_verifikasi is not None)
        yield Figures("Jawaban instrumen", code, count, row.asumsi)


def _scales(plan: Plan) -> Iterator[Figures]:
    for code, question in plan.pack.instrument.questions.items():
        yield Figures("Skala jawaban", code, 1, question.asumsi)


def _activities(plan: Plan) -> Iterator[Figures]:
    for code in plan.activities:
        yield Figures("Kegiatan dan volume", code, 1, plan.pack.activities[code].asumsi)


def _prices(plan: Plan) -> Iterator[Figures]:
    for code in plan.activities:
        for row in plan.pack.costs_of(code):
            count = (row.biaya_per_unit > 0) + (row.biaya_tetap > 0)
            yield Figures("Biaya", code, count, row.asumsi)


def _effects(plan: Plan) -> Iterator[Figures]:
    for code in plan.activities:
        for row in plan.pack.effects_of(code):
            yield Figures("Dampak kegiatan", f"{code} → {row.pertanyaan}", 1, row.asumsi)


def _ceilings(plan: Plan) -> Iterator[Figures]:
    for row in plan.pack.ceilings:
        if row.tahun is None or row.tahun in plan.years:
            parts = (str(row.tahun or "semua tahun"), row.sumber_dana, row.opd)
            count = (row.batas_atas is not None) + (row.batas_bawah is not None)
            yield Figures("Pagu", " ".join(part for part in parts if part), count, row.asumsi)


def _facts(plan: Plan) -> Iterator[Figures]:
    for key, row in plan.pack.profile.facts.items():
        if row.nilai and key not in SETTINGS:
            yield Figures("Profil daerah", key.replace("_", " "), 1, row.asumsi)


def _rates(plan: Plan) -> Iterator[Figures]:
    scenario = plan.scenario
    prices = (
        f"Harga naik {percent(scenario.inflasi)} setiap tahun; sesuaikan dengan asumsi KUA-PPAS"
    )
    discount = (
        f"Nilai setelah verifikasi diperkirakan {percent(scenario.diskon_verifikasi)} di bawah "
        "nilai penilaian mandiri; sesuaikan dengan hasil verifikasi"
    )
    yield Figures("Parameter skenario", "inflasi", 1, prices)
    yield Figures("Parameter skenario", "diskon verifikasi", 1, discount)


_SOURCES = (_answers, _scales, _activities, _prices, _effects, _ceilings, _facts, _rates)
