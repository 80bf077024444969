"""Contract 3.5 and 3.6: what volumes add to an answer, and which level that reaches."""

from fractions import Fraction

import pytest
from support.packs import tiny_pack
from support.toys import JUTA, QUARTERS, juta, model_of, solved, totals, volumes

HALF = Fraction(1, 2)


def _pack(effect: dict[str, object], *, scale: str = QUARTERS, most: int = 4, **activity: object):
    return tiny_pack(
        kegiatan=[{"kegiatan": "A", "volume_maks": most, **activity}],
        pertanyaan=[{"pertanyaan": "P1", "skala": scale}],
        biaya=[("A", 0, JUTA)],
        dampak=[{"kegiatan": "A", "pertanyaan": "P1", **effect}],
    )


def test_only_whole_levels_count_and_no_unit_is_wasted() -> None:
    """0.2 a unit: two units give 0.4, which is level 0.25, and so does one more than 0.2 …

    Levels 0.25, 0.5, 0.75 need 2, 3 and 4 units; all 4 give 0.8: level 0.75, 7.5 points.
    """
    plan = solved(_pack({"kenaikan": "0.2"}))
    assert totals(plan) == [Fraction(15, 2)] * 3
    assert juta(plan) == 4
    three = solved(_pack({"kenaikan": "0.2"}), tujuan="min_biaya", target=[_points(5)])
    assert juta(three) == 3


def _points(points: object) -> dict[str, object]:
    return {"tahun": 2027, "poin": points}


def test_progress_itself_counts_on_the_continuous_scale() -> None:
    plan = solved(_pack({"kenaikan": "0.2"}), skala="kontinu")
    assert totals(plan) == [8, 8, 8]


def test_progress_is_cut_at_one() -> None:
    """0.4 a unit: three units make 1.2, a fourth adds nothing and is not bought."""
    for scale in ("bertangga", "kontinu"):
        plan = solved(_pack({"kenaikan": "0.4"}), skala=scale)
        assert totals(plan) == [10, 10, 10]
        assert juta(plan) == 3


def test_a_level_missed_by_a_millionth_is_reached() -> None:
    """Three thirds written 0.333333 make 0.999999: within the tolerance of 1."""
    plan = solved(_pack({"kenaikan": "0.333333"}, scale="1/3;2/3;1", most=3))
    assert totals(plan) == [10, 10, 10]
    assert juta(plan) == 3


def test_a_level_missed_by_more_is_not() -> None:
    plan = solved(_pack({"kenaikan": "0.33333"}, scale="1/3;2/3;1", most=3))
    assert totals(plan) == [Fraction(20, 3)] * 3


@pytest.mark.parametrize(
    ("effect", "recurrent", "expected"),
    [
        ({"per": "unit"}, False, [5, 10, 10]),
        ({"per": "aktif"}, False, [5, 5, 5]),
        ({"per": "unit", "bertahan": False}, False, [5, 5, 0]),
        ({"per": "aktif", "bertahan": False}, False, [5, 5, 0]),
        ({"per": "unit"}, True, [5, 5, 5]),
        ({"per": "aktif"}, True, [5, 5, 5]),
        ({"per": "unit", "bertahan": True}, True, [5, 10, 10]),
        ({"per": "unit", "jeda": 1}, False, [0, 5, 10]),
        ({"per": "unit", "bertahan": False, "jeda": 1}, False, [0, 5, 5]),
        ({"per": "aktif", "jeda": 2}, False, [0, 0, 5]),
        ({"per": "aktif", "jeda": 1}, True, [0, 5, 5]),
    ],
)
def test_every_kind_of_effect(
    effect: dict[str, object], recurrent: bool, expected: list[int]
) -> None:
    """0.5 a unit or while active, one unit a year, two in all where it is no service.

    A one-off activity that does not last delivers its two units in 2025 and 2026 at best.
    """
    pack = _pack(
        {"kenaikan": "0.5", **effect},
        most=1 if recurrent else 2,
        volume_maks_per_tahun=1,
        berulang=recurrent,
    )
    plan = solved(pack, bobot_tahun={2025: 4, 2026: 2})
    assert totals(plan) == expected


def test_a_bundle_takes_all_of_its_parts() -> None:
    """Half the points for two units of A and one of B together; A alone is worth nothing."""
    tables = {
        "kegiatan": [
            {"kegiatan": "A", "volume_maks": 2, "volume_maks_per_tahun": 1},
            {"kegiatan": "B"},
        ],
        "pertanyaan": [{"pertanyaan": "P1", "skala": "1/2;1"}],
        "biaya": [("A", 0, JUTA), ("B", 0, JUTA)],
        "dampak": [
            {"kegiatan": "A", "pertanyaan": "P1", "kenaikan": "0.5", "paket": "SK",
             "volume_perlu": 2},
            {"kegiatan": "B", "pertanyaan": "P1", "kenaikan": "0.5", "paket": "SK"},
        ],
    }  # fmt: skip
    plan = solved(tiny_pack(**tables))
    assert totals(plan) == [0, 5, 5]
    assert juta(plan) == 3
    assert {("A", 2025), ("A", 2026)} < set(volumes(plan))
    assert volumes(solved(tiny_pack(**tables), larang=["B"])) == {}


def test_a_bundle_that_is_complete_by_facts_is_earned_already() -> None:
    """Both parts were delivered between base year and horizon: half the points from the start."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A"}, {"kegiatan": "B"}],
        pertanyaan=[{"pertanyaan": "P1", "skala": "1/2;1"}],
        dampak=[
            {"kegiatan": c, "pertanyaan": "P1", "kenaikan": "0.5", "paket": "SK"} for c in "AB"
        ],
        realisasi=[(2024, "A", 1, JUTA), (2024, "B", 1, JUTA)],
        base=2023,
    )
    assert totals(solved(pack)) == [5, 5, 5]


def test_what_was_realised_up_to_the_base_year_is_in_the_answers() -> None:
    """The same unit of A, in 2024 with base year 2024 (nothing) or 2023 (half)."""
    for base, expected in ((2024, 5), (2023, 10)):
        pack = tiny_pack(
            kegiatan=[{"kegiatan": "A"}],
            pertanyaan=[{"pertanyaan": "P1", "skala": "1/2;1"}],
            dampak=[("A", "P1", "0.5")],
            jawaban={"P1": 5},
            realisasi=[(2024, "A", 1, JUTA)],
            base=base,
        )
        assert totals(solved(pack)) == [expected] * 3


def test_a_start_between_levels_is_kept_and_not_rounded_down() -> None:
    """0.4 at the start: 0.1 more reaches the level 0.5, nothing less does."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "volume_maks": 2}],
        pertanyaan=[{"pertanyaan": "P1", "skala": "1/2;1"}],
        jawaban={"P1": 4},
        biaya=[("A", 0, JUTA)],
        dampak=[("A", "P1", "0.05")],
        pagu=[{"tahun": 2025, "batas_atas": JUTA}, {"tahun": 2026, "batas_atas": JUTA}],
    )
    plan = solved(pack)
    assert totals(plan) == [4, 5, 5]
    assert juta(plan) == 2


def test_two_activities_reach_a_level_in_ways_of_which_one_is_taken() -> None:
    """0.2 and 0.3 a unit: 0.25 takes (0,1) or (2,0), 0.5 (1,1) or (0,2), 0.75 (1,2), 1 (2,2)."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "volume_maks": 2}, {"kegiatan": "B", "volume_maks": 2}],
        pertanyaan=[{"pertanyaan": "P1", "skala": QUARTERS}],
        dampak=[("A", "P1", "0.2"), ("B", "P1", "0.3")],
        years=(2025, 2025),
    )
    problem = model_of(pack).problem
    ways = {name for name in problem.names if name.startswith("w[")}
    assert len(ways) == len([(0, 1), (2, 0), (1, 1), (0, 2), (1, 2), (2, 2)])
    rows = {row.name for row in problem.rows if row.name.startswith(("ragam", "kemajuan"))}
    assert rows == {"ragam[P1,2025]", "kemajuan[P1,2025,1]", "kemajuan[P1,2025,2]"}


def test_one_yes_or_no_decision_needs_no_level() -> None:
    pack = tiny_pack(kegiatan=[{"kegiatan": "A"}], dampak=[("A", "P1", "1")], years=(2025, 2025))
    assert model_of(pack).problem.names == ("V[A,2025]",)


def test_full_and_worthless_questions_write_nothing() -> None:
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A"}],
        pertanyaan=[{"pertanyaan": "P1"}, {"pertanyaan": "P2", "poin_maks": 0}],
        jawaban={"P1": 10},
        dampak=[("A", "P1", "1"), ("A", "P2", "1")],
    )
    assert model_of(pack).gains == {}
    assert totals(solved(pack)) == [10, 10, 10]


def test_effects_that_reach_no_level_write_nothing() -> None:
    assert model_of(_pack({"kenaikan": "0.2"}, scale="1", most=2)).gains == {}


def test_years_that_nobody_counts_are_not_modelled() -> None:
    pack = _pack({"kenaikan": "0.5"})
    counted = model_of(pack, bobot_tahun={2025: 0, 2026: 0}).points
    assert set(counted) == {2027}
    aimed = model_of(pack, tujuan="min_biaya", target=[{"tahun": 2026, "poin": 5}]).points
    assert set(aimed) == {2026}
