"""The way into the budget: by documents and by day, to the rupiah."""

from dataclasses import replace
from datetime import date

import pytest
from support import toy_plan

from kla_plan.pack.records import DokumenRencana, Records
from kla_plan.papers.yearly.lines import year_lines
from kla_plan.papers.yearly.open_points import open_points
from kla_plan.papers.yearly.route import Need, Stage, by_agency, needs, stage, totals, ways
from kla_plan.papers.yearly.route_words import renja_words, rkpd_words, rule, verdict
from kla_plan.report.alignment import Status, align

MILLION = toy_plan.MILLION
SUB = "2.08.06.2.01.0001"


def row(kode: str = SUB, pagu: int | None = None, **more: object) -> DokumenRencana:
    given: dict[str, object] = {"dokumen": "rkpd", "opd": "D1", "tahun": 2024} | more
    return DokumenRencana(kode=kode, pagu=pagu, **given)  # type: ignore[arg-type]


def found(*documents: DokumenRencana, year: int = 2024) -> dict[str, Need]:
    plan = toy_plan.plan()
    current = replace(plan.pack, records=Records(documents=documents))
    rows = needs(year_lines(plan, year), align(plan, current))
    return {need.code: need for need in rows}


def test_without_documents_everything_is_lacking_but_what_no_agency_enters() -> None:
    rows = found()

    assert set(rows) == {SUB, "A3"}
    assert (rows[SUB].needed, rows[SUB].lacking) == (100 * MILLION, 100 * MILLION)
    assert rows[SUB].rkpd is Status.UNKNOWN
    assert rkpd_words(rows[SUB]) == "isi RKPD belum diketahui"
    # A3 of 2024 is paid by CSR alone, and has no code.
    assert (rows["A3"].outside, rows["A3"].lacking) == (20 * MILLION, 0)
    assert rkpd_words(rows["A3"]) == "belum berkode, tidak dapat dimasukkan"
    assert renja_words(rows["A3"]) == "belum berkode"


@pytest.mark.parametrize(
    ("documents", "listed", "words"),
    [
        ((row(pagu=100 * MILLION),), 100 * MILLION, "termuat dalam RKPD"),
        ((row(pagu=300 * MILLION),), 100 * MILLION, "termuat dalam RKPD"),
        ((row(pagu=60 * MILLION),), 60 * MILLION, "termuat, pagu RKPD kurang"),
        ((row(),), 100 * MILLION, "termuat dalam RKPD; pagunya perlu dipastikan"),
        ((row(tahun=None),), 100 * MILLION, "termuat dalam RKPD; pagunya perlu dipastikan"),
        (
            (row("2.08.06", 500 * MILLION, opd=""),),
            100 * MILLION,
            "termuat dalam RKPD; pagunya perlu dipastikan",
        ),
        ((row("2.08.06", 50 * MILLION),), 0, "termuat, pagu RKPD kurang"),
        ((row("2.08.07.2.01.0003", 9 * MILLION),), 0, "belum ada dalam RKPD"),
        ((row(tahun=2025, pagu=100 * MILLION),), 0, "isi RKPD belum diketahui"),
    ],
)
def test_what_the_rkpd_holds(
    documents: tuple[DokumenRencana, ...], listed: int, words: str
) -> None:
    need = found(*documents)[SUB]

    assert need.listed == listed
    assert need.needed == need.outside + need.listed + need.lacking == 100 * MILLION
    assert rkpd_words(need) == words


def test_renja_is_told_beside_it() -> None:
    need = found(row(dokumen="renja", pagu=10 * MILLION))[SUB]

    assert need.renja is Status.OVER
    assert renja_words(need) == "termuat, pagu Renja kurang"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (None, Stage.UNKNOWN),
        (date(2026, 7, 14), Stage.OPEN),
        (date(2026, 7, 15), Stage.DISCUSSED),
        (date(2026, 11, 30), Stage.DISCUSSED),
        (date(2026, 12, 1), Stage.CHANGE),
        (date(2027, 9, 30), Stage.CHANGE),
        (date(2027, 10, 1), Stage.CLOSED),
    ],
)
def test_the_last_day_still_belongs_to_its_stage(day: date | None, expected: Stage) -> None:
    assert stage(2027, day) is expected


def test_each_stage_opens_one_way_and_no_day_opens_both() -> None:
    open_ways = {one: ways(one, 7) for one in Stage}

    assert open_ways == {
        Stage.UNKNOWN: (7, 7),
        Stage.OPEN: (7, None),
        Stage.DISCUSSED: (7, None),
        Stage.CHANGE: (None, 7),
        Stage.CLOSED: (None, None),
    }


def test_the_verdict_names_the_sum_and_the_day() -> None:
    rows = tuple(found().values())
    sums = totals(rows)

    assert (sums.needed, sums.outside, sums.listed, sums.lacking) == (
        120 * MILLION, 20 * MILLION, 0, 100 * MILLION,
    )  # fmt: skip
    assert "tidak untuk dijumlahkan" in verdict(2024, Stage.UNKNOWN, None, sums)
    for one in (Stage.OPEN, Stage.DISCUSSED, Stage.CHANGE, Stage.CLOSED):
        text = verdict(2024, one, date(2023, 3, 1), sums)
        assert text.startswith("Per 1 Maret 2023, ")
        assert "Rp100.000.000" in text
    held = totals(tuple(found(row(pagu=100 * MILLION)).values()))
    assert verdict(2024, Stage.OPEN, None, held) == (
        "Seluruh kebutuhan APBD tahun 2024 sudah termuat dalam RKPD."
    )
    assert "14 Juli 2023" in rule(2024)
    assert "30 November 2023" in rule(2024)


def test_agencies_outside_the_budget_have_no_way() -> None:
    assert found(year=2026) == {}
    assert set(by_agency(tuple(found().values()))) == {"D1"}


def test_open_points_name_what_and_who() -> None:
    plan = toy_plan.plan()
    year = year_lines(plan, 2024)
    points = open_points(year, needs(year, align(plan)))
    places = [point.place for point in points]

    assert places.count("Aksi A3") == 1
    assert "Aksi A1" not in places
    assert places.count("Tabel dokumen_rencana") == 2
    assert "Sumber dana CSR" in places
    assert {"Kalender, Perencanaan", "Kalender, Perubahan", "Kalender, Evaluasi KLA"} <= set(places)
    assert all(point.what and point.who for point in points)
    current = replace(plan.pack, records=Records(documents=(row(), row(dokumen="renja"))))
    known = open_points(year, needs(year, align(plan, current)))
    assert "Tabel dokumen_rencana" not in [point.place for point in known]
    assert f"RKPD 2024, {SUB}" in [point.place for point in known]
