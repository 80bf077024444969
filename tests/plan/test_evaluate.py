"""What volumes cost and score, against the oracle's own reading of the contract."""

import random
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from support.brute import Oracle
from support.brute_tables import Pattern
from support.handmade import FRACTIONS, OBJECTIVE, VOLUMES
from support.handmade import pack as handmade_pack
from support.handmade import scenario as handmade_scenario
from support.packs import tiny_pack
from support.randoms import random_pack
from support.toys import scenario

from kla_plan.plan.evaluate import REPORTED_AFTER, answers, costs, evaluate, weighted_points
from kla_plan.problem.case import Case
from kla_plan.scenario import Scenario


def _drawn(oracle: Oracle, draw: random.Random) -> dict[str, Pattern]:
    """Draw volumes for every activity, whether they keep the rules or not."""
    return {
        code: tuple(
            draw.choice([None, *range(int(activity.volume_maks) + 2)]) for _ in oracle.planned
        )
        for code, activity in oracle.pack.activities.items()
    }


@pytest.mark.parametrize("scale", ["bertangga", "kontinu"])
@pytest.mark.parametrize("seed", range(400, 430))
def test_costs_and_answers_are_the_oracles(seed: int, scale: str) -> None:
    pack, drawn = random_pack(seed)
    settings: Scenario = drawn.model_copy(update={"skala": scale, "tujuan": "maks_skor"})
    oracle, draw = Oracle(pack, settings), random.Random(seed)  # noqa: S311 - reproducible
    case = Case(pack, settings)
    for _ in range(5):
        patterns = _drawn(oracle, draw)
        volumes = {
            (code, year): Decimal(volume)
            for code, pattern in patterns.items()
            for year, volume in zip(oracle.planned, pattern, strict=True)
            if volume is not None
        }
        found = evaluate(case, volumes)
        planned = {k: v for k, v in found.costs.items() if k[1] in oracle.planned}
        assert planned == {k: v for k, v in oracle.costs(patterns).items() if v}
        result = oracle.result(patterns, {})
        assert found.fractions == result.fractions
        assert weighted_points(case, found.fractions) == result.objective
        past = {k: v for k, v in found.costs.items() if k[1] not in oracle.planned}
        facts = {(r.kegiatan, r.tahun): r.rupiah for r in pack.realised if r.tahun in pack.years}
        assert past == {key: rupiah for key, rupiah in facts.items() if rupiah}


def test_the_plan_worked_out_by_hand() -> None:
    case = Case(handmade_pack(), handmade_scenario())
    found = evaluate(case, VOLUMES)
    assert found.fractions == FRACTIONS
    assert weighted_points(case, found.fractions) == OBJECTIVE
    assert found.costs == {
        ("A", 2025): 2_500_000,
        ("A", 2026): 220_000,
        ("A", 2027): 242_000,
        ("B", 2026): 330_001,
        ("B", 2027): 1_089_003,
    }
    assert dict(found.after_horizon)[2028] == 266_200


def test_divisible_volumes_are_rounded_once_per_activity_and_year() -> None:
    """0.333333 × 1 000 001 + 0.5 × 3 (upkeep of last year's half unit): rounded together."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "volume_maks": 4, "bulat": False}],
        biaya=[("A", 0, 1_000_001), ("A", 1, 3)],
        dampak=[("A", "P1", "0.3")],
    )
    case = Case(pack, scenario(skala="kontinu"))
    volumes = {("A", 2025): Decimal("0.5"), ("A", 2026): Decimal("0.333333")}
    found = evaluate(case, volumes)
    exact = Fraction("0.333333") * 1_000_001 + Fraction(3, 2)
    assert found.costs == {("A", 2025): 500_001, ("A", 2026): int(exact + Fraction(1, 2)),
                           ("A", 2027): 1}  # fmt: skip
    assert found.fractions[2025, "P1"] == Fraction(15, 100)
    assert found.fractions[2026, "P1"] == Fraction("0.833333") * Fraction(3, 10)


def test_an_active_year_without_volume_costs_its_fixed_price_and_answers() -> None:
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "volume_min_per_tahun": 0}],
        biaya=[("A", 0, 7, 100)],
        dampak=[("A", "P1", "1", "aktif")],
    )
    found = evaluate(Case(pack, scenario()), {("A", 2026): Decimal(0)})
    assert found.costs == {("A", 2026): 100}
    assert [found.fractions[t, "P1"] for t in pack.years] == [0, 1, 1]


def test_what_falls_due_after_the_horizon() -> None:
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A"}, {"kegiatan": "B"}],
        biaya=[("A", 0, 100), ("A", 1, 10, 0, True), ("B", 0, 100), ("B", 2, 50)],
    )
    volumes = {("A", 2025): Decimal(1), ("B", 2027): Decimal(1)}
    after = evaluate(Case(pack, scenario()), volumes).after_horizon
    assert list(after) == list(range(2028, 2028 + REPORTED_AFTER))
    assert dict(after) == {2028: 10, 2029: 60, 2030: 10, 2031: 10, 2032: 10}


def test_only_the_questions_asked_for() -> None:
    pack, settings = random_pack(1)
    case = Case(pack, settings)
    everything = answers(case, case.realised)
    some = answers(case, case.realised, ["P2"])
    assert some == {key: value for key, value in everything.items() if key[1] == "P2"}


def test_what_is_costless_is_left_out() -> None:
    pack = tiny_pack(kegiatan=[{"kegiatan": "A"}], dampak=[("A", "P1", "1")])
    assert costs(Case(pack, scenario()), {("A", 2025): Decimal(1)}) == {}


def test_facts_are_not_counted_twice() -> None:
    """A realised year handed in again is the same fact."""
    pack = replace(handmade_pack(), realised=handmade_pack().realised)
    case = Case(pack, handmade_scenario())
    assert evaluate(case, {**VOLUMES, ("C", 2023): Decimal(2)}) == evaluate(case, VOLUMES)
