"""Tables against an independent recomputation from the plan's own mappings."""

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal

import pytest
from support import toy_plan

from kla_plan.plan.plan import Plan
from kla_plan.report.assumptions import assumption_counts, assumptions
from kla_plan.report.tables import (
    REALISED_FUND,
    budget,
    cluster_path,
    matrix,
    per_year,
    score_path,
    year_activities,
)


@pytest.fixture(params=["toy", "real"])
def plan(request: pytest.FixtureRequest) -> Plan:
    found: Plan = request.getfixturevalue(request.param)
    return found


def test_matrix_has_every_volume_and_rupiah_of_the_plan(plan: Plan) -> None:
    rows = matrix(plan).to_dict("records")
    volumes = {
        (row["kegiatan"], year): row[f"target_{year}"]
        for row in rows
        for year in plan.years
        if row[f"target_{year}"] is not None
    }
    spent: dict[tuple[str, int], int] = defaultdict(int)
    for (activity, year, _), rupiah in plan.spending.items():
        spent[activity, year] += rupiah
    pagu = {
        (row["kegiatan"], year): row[f"pagu_{year}"]
        for row in rows
        for year in plan.years
        if row[f"pagu_{year}"]
    }
    assert volumes == dict(plan.volumes)
    assert pagu == dict(spent)
    assert sum(row["pagu_total"] for row in rows) == sum(plan.spending.values())


def test_matrix_resolves_codes_and_baseline(toy: Plan) -> None:
    rows = {row["kegiatan"]: row for row in matrix(toy).to_dict("records")}
    assert rows["A1"]["program"] == "PROGRAM PHA"
    assert rows["A1"]["giat_kode"] == "2.08.06.2.01"
    assert rows["A1"]["opd_pendukung"] == "D2; V1"
    assert rows["A2"]["program_kode"] == rows["A2"]["sub_kegiatan"] == ""
    assert rows["A3"]["baseline"] == Decimal(1)
    assert rows["A1"]["baseline"] is None
    assert rows["A3"]["sumber_dana"] == "DAU; CSR"


def test_budgets_add_up_in_every_direction(plan: Plan) -> None:
    for by in ("opd", "klaster", "sumber_dana"):
        table = budget(plan, by)  # type: ignore[arg-type]
        for year in plan.years:
            paid = sum(r for (_, t, _), r in plan.spending.items() if t == year)
            assert table[year].sum() == paid
        assert (table[list(plan.years)].sum(axis=1) == table["jumlah"]).all()


def test_fund_of_realised_years_is_said_to_be_unknown(toy: Plan) -> None:
    from dataclasses import replace  # noqa: PLC0415 - only this test builds a variant

    realised = replace(toy, spending={**toy.spending, ("A1", 2024, ""): 7})
    assert budget(realised, "sumber_dana").iloc[-1]["kode"] == REALISED_FUND


def test_score_path_is_the_instruments_rule(plan: Plan) -> None:
    for row in score_path(plan).iloc[1:].to_dict("records"):
        exact = plan.pack.instrument.score(
            {q: plan.fractions[row["tahun"], q] for q in plan.pack.instrument.questions}
        ).total
        assert row["mandiri"] == pytest.approx(float(exact), abs=1e-9)
        discount = float(plan.scenario.diskon_verifikasi)
        assert row["verifikasi"] == pytest.approx(float(exact) * (1 - discount), abs=1e-9)
    clusters = cluster_path(plan)
    for year in plan.years:
        assert clusters[year].sum() == pytest.approx(float(plan.score(year).total))


def test_toy_scores_are_those_worked_out_by_hand(toy: Plan) -> None:
    table = score_path(toy)
    assert list(table["mandiri"]) == [40, 65, 75, 95]
    assert list(table["predikat_mandiri"]) == ["Belum berpredikat", "Pratama", "Madya", "Utama"]
    assert list(per_year(toy)["kegiatan"]) == [2, 1, 1]


def test_year_shows_what_is_done_or_paid(toy: Plan) -> None:
    assert list(year_activities(toy, 2024)["kegiatan"]) == ["A1", "A3"]
    assert list(year_activities(toy, 2025)["sumber_dana"]) == ["CSR dan DAU"]
    assert list(year_activities(toy, 2026)["kegiatan"]) == ["A2"]
    assert year_activities(toy_plan.empty_plan(), 2024).empty


def test_assumptions_are_counted_as_the_module_says(toy: Plan) -> None:
    counts = assumption_counts(toy).set_index("kelompok")
    assert counts["angka"].to_dict() == {
        "Jawaban instrumen": 4, "Skala jawaban": 4, "Kegiatan dan volume": 3, "Biaya": 2,
        "Dampak kegiatan": 3, "Pagu": 3, "Profil daerah": 7, "Parameter skenario": 2,
    }  # fmt: skip
    assert counts["asumsi"].sum() == 8
    table = assumptions(toy)
    assert table["jumlah"].sum() == 8
    assert "Harga perkiraan" in set(table["asumsi"])


def test_assumptions_of_unused_activities_do_not_count(toy: Plan) -> None:
    unused = assumption_counts(toy_plan.empty_plan()).set_index("kelompok")
    assert "Biaya" not in unused.index


def test_long_lists_of_codes_are_cut_and_counted(real: Plan) -> None:
    table = assumptions(real)
    assert table["rincian"].str.contains(r", dan \d+ lainnya$").any()
    assert table["jumlah"].sum() == assumption_counts(real)["asumsi"].sum()


def test_what_only_costs_stands_in_the_matrix_too(toy: Plan) -> None:
    """Upkeep of work done before the horizon has rupiah and no volume."""
    code = toy.activities[0]
    upkeep = {key: amount for key, amount in toy.spending.items() if key[0] == code}
    assert upkeep
    bare = {key: volume for key, volume in toy.volumes.items() if key[0] != code}
    plan = replace(toy, volumes=bare)
    assert code not in plan.activities
    assert code in plan.active_or_paid
    assert sum(row["pagu_total"] for row in matrix(plan).to_dict("records")) == plan.cost()
    for year in plan.years:
        assert sum(year_activities(plan, year)["rupiah"]) == plan.cost(year)
