"""Contract 3.7, targets: by predicate or points, on the self-assessed or the verified score."""

from fractions import Fraction

import pytest
from support.packs import tiny_pack
from support.toys import JUTA, impossible, juta, scenario, solved, totals

from kla_plan.problem.case import Case
from kla_plan.problem.rules.targets import ABOVE, needed

#: Four activities of 5 points at 1, 2, 3 and 4 million; Pratama from 10, Madya above 15 points.
PACK = tiny_pack(
    kegiatan=[{"kegiatan": code} for code in "ABCD"],
    pertanyaan=[{"pertanyaan": f"P{code}", "poin_maks": 5} for code in "ABCD"],
    biaya=[(code, 0, cost * JUTA) for cost, code in enumerate("ABCD", 1)],
    dampak=[(code, f"P{code}", "1") for code in "ABCD"],
    predikat=[("Pratama", 10, ">="), ("Madya", 15, ">")],
)


@pytest.mark.parametrize(
    ("target", "points", "cost"),
    [
        ({"poin": 5}, 5, 1),
        ({"poin": "5.1"}, 10, 3),
        ({"predikat": "Pratama"}, 10, 3),
        ({"predikat": "Madya"}, 20, 10),  # 15 is not above 15
        ({"predikat": "Pratama", "dasar": "verifikasi"}, 15, 6),  # 10 / 0.8 = 12.5
        ({"poin": 16, "dasar": "verifikasi"}, 20, 10),
        ({"poin": 0}, 0, 0),
    ],
)
def test_the_cheapest_way_to_a_target(target: dict[str, object], points: int, cost: int) -> None:
    plan = solved(
        PACK, tujuan="min_biaya", diskon_verifikasi="0.2", target=[{"tahun": 2027, **target}]
    )
    assert totals(plan)[-1] == points
    assert juta(plan) == cost


def test_targets_of_several_years_all_hold() -> None:
    targets = [{"tahun": 2025, "poin": 5}, {"tahun": 2026, "predikat": "Pratama"}]
    plan = solved(PACK, tujuan="min_biaya", target=targets)
    assert totals(plan)[0] >= 5
    assert totals(plan)[1] >= 10
    assert juta(plan) == 3


def test_a_target_can_cost_points_elsewhere() -> None:
    """With 3 million in all, 2025 weighing most: A and B in 2025, or the target of 5 in 2025."""
    scarce = tiny_pack(
        kegiatan=[{"kegiatan": "A"}, {"kegiatan": "B", "berulang": True}],
        pertanyaan=[{"pertanyaan": "PA", "poin_maks": 5}, {"pertanyaan": "PB", "poin_maks": 9}],
        biaya=[("A", 0, 2 * JUTA), ("B", 0, 2 * JUTA)],
        dampak=[("A", "PA", "1"), ("B", "PB", "1")],
        pagu=[{"batas_atas": 2 * JUTA}],
        years=(2025, 2026),
    )
    free = solved(scarce, bobot_tahun={2025: 5})
    assert totals(free) == [9, 0]
    held = solved(scarce, bobot_tahun={2025: 5}, target=[{"tahun": 2026, "poin": 5}])
    assert totals(held) == [5, 5]


def test_more_than_everything_is_impossible() -> None:
    impossible(PACK, target=[{"tahun": 2027, "poin": "20.5"}])
    impossible(PACK, target=[{"tahun": 2027, "poin": 18, "dasar": "verifikasi"}])


def test_what_a_target_needs_is_exact() -> None:
    case = Case(
        PACK,
        scenario(
            diskon_verifikasi="0.15",
            target=[
                {"tahun": 2027, "predikat": "Pratama", "dasar": "verifikasi"},
                {"tahun": 2027, "predikat": "Madya"},
            ],
        ),
    )
    first, second = case.scenario.target
    assert needed(case, first) == Fraction(10) / Fraction(85, 100)
    assert needed(case, second) == 15 + ABOVE
