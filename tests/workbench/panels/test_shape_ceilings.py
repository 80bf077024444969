"""Other ceilings make another pack; what was read stays as it was."""

import pytest
from support.packs import tiny_pack

from kla_plan.pack.columns import Pagu
from kla_plan.pack.model import Pack
from kla_plan.workbench.panels.shape.ceilings import (
    SHAPED,
    Line,
    ceiling_findings,
    lines_of_funds,
    lines_of_opds,
    periods,
    totals,
    with_amounts,
)


@pytest.fixture
def pack() -> Pack:
    return tiny_pack(
        kegiatan=[
            {"kegiatan": "A", "volume_maks": 2, "opd": "Dinkes"},
            {"kegiatan": "B", "volume_maks": 2, "opd": "DP3A"},
            {"kegiatan": "C", "volume_maks": 2, "opd": "Polres"},
        ],
        biaya=[("A", 0, 1_000_000), ("B", 0, 1_000_000)],
        opd=[{"opd": "DP3A"}, {"opd": "Dinkes"}, {"opd": "Polres"}],
        pagu=[
            {"tahun": 2025, "sumber_dana": "DAU", "batas_atas": 5_000_000, "sumber": "RKPD"},
            {"tahun": 2026, "sumber_dana": "DAU", "batas_atas": 6_000_000, "sumber": "RKPD"},
            {"tahun": 2025, "sumber_dana": "PAD", "batas_atas": 3_000_000},
            {"tahun": 2025, "opd": "Dinkes", "batas_atas": 4_000_000, "batas_bawah": 1_000_000},
        ],
        years=(2025, 2026),
    )


def top(pack: Pack, key: tuple[int | None, str, str]) -> Pagu | None:
    rows = [row for row in pack.ceilings if (row.tahun, row.sumber_dana, row.opd) == key]
    return rows[0] if rows else None


def test_lines_are_funds_and_opds_that_spend(pack: Pack) -> None:
    assert lines_of_funds(pack) == (Line("DAU", ""), Line("PAD", ""))
    assert lines_of_opds(pack) == (Line("", "Dinkes"), Line("", "DP3A"))


def test_lines_stay_where_they_are_when_an_opd_gets_a_ceiling(pack: Pack) -> None:
    shaped = with_amounts(pack, pack, {"batas_atas": {(2025, "", "DP3A"): 1}})
    assert lines_of_opds(pack, shaped) == lines_of_opds(pack)


def test_another_amount_loses_its_source_and_gets_it_back(pack: Pack) -> None:
    key = (2025, "DAU", "")
    other = with_amounts(pack, pack, {"batas_atas": {key: 9_000_000}})
    row = top(other, key)
    assert row is not None
    assert (row.batas_atas, row.sumber, row.asumsi) == (9_000_000, "", SHAPED)
    assert top(pack, key) == pack.ceilings[0]
    assert with_amounts(other, pack, {"batas_atas": {key: 5_000_000}}) == pack


def test_a_bound_that_is_taken_away_comes_back_in_its_place(pack: Pack) -> None:
    key = (2025, "PAD", "")
    without = with_amounts(pack, pack, {"batas_atas": {key: None}})
    assert top(without, key) is None
    assert with_amounts(without, pack, {"batas_atas": {key: 3_000_000}}) == pack


def test_the_other_bound_of_a_row_stays(pack: Pack) -> None:
    key = (2025, "", "Dinkes")
    row = top(with_amounts(pack, pack, {"batas_atas": {key: None}}), key)
    assert row is not None
    assert (row.batas_atas, row.batas_bawah) == (None, 1_000_000)


def test_amounts_over_all_years_have_a_column_only_where_there_are_some(pack: Pack) -> None:
    lines = lines_of_funds(pack)
    assert periods(pack, pack, lines) == (2025, 2026)
    whole = with_amounts(pack, pack, {"batas_atas": {(None, "PAD", ""): 8_000_000}})
    assert periods(pack, whole, lines) == (None, 2025, 2026)
    assert periods(pack, whole, lines_of_opds(pack)) == (2025, 2026)


def test_a_floor_above_its_ceiling_is_found_at_its_row(pack: Pack) -> None:
    broken = with_amounts(pack, pack, {"batas_atas": {(2025, "", "Dinkes"): 500_000}})
    found = [f for f in ceiling_findings(broken, pack) if f.code == "KLA-D-071"]
    assert [finding.place.cell for finding in found] == ["Dinkes 2025"]


def test_a_fund_without_any_ceiling_is_a_fault(pack: Pack) -> None:
    lost = with_amounts(pack, pack, {"batas_atas": {(2025, "PAD", ""): None}})
    assert [f.place.cell for f in ceiling_findings(lost, pack) if f.code == "KLA-D-070"] == ["PAD"]


def test_a_sum_is_not_given_where_a_fund_is_unbounded(pack: Pack) -> None:
    held = {(2025, "DAU", ""): 5_000_000, (2026, "DAU", ""): 6_000_000, (2025, "PAD", ""): 1}
    lines = lines_of_funds(pack)
    assert totals(lines, held, (2025, 2026)) == {"2025": "Rp5 juta", "2026": "tanpa batas"}
