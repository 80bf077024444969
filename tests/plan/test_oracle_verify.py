"""Two readings of the contract that share no code agree: the oracle's and the verifier's."""

import random
from dataclasses import replace
from functools import cache

import pytest
from support.brute import BruteResult, Oracle, best
from support.brute_funds import Split
from support.brute_plan import as_plan
from support.brute_tables import Pattern
from support.randoms import random_pack

from kla_plan.plan.verify import verify_plan

SEEDS = range(150)


@cache
def _best(seed: int) -> BruteResult | None:
    return best(*random_pack(seed))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_best_plan_passes_verification(seed: int) -> None:
    pack, scenario = random_pack(seed)
    result = _best(seed)
    if result is not None:
        assert verify_plan(as_plan(pack, scenario, result)) == ()


def test_some_packs_have_no_plan_and_most_have_one() -> None:
    without = sum(_best(seed) is None for seed in SEEDS)
    assert 10 < without < 60


@pytest.mark.parametrize("seed", SEEDS)
def test_any_plan_is_judged_alike(seed: int) -> None:
    """Volumes drawn at random: kept rules and broken rules are the same for both."""
    oracle, draw = Oracle(*random_pack(seed)), random.Random(seed)  # noqa: S311 - reproducible
    for _ in range(12):
        volumes = _volumes(oracle, draw)
        money = oracle.judge(volumes)
        split = _naive(oracle, volumes) if money is None else money
        plan = as_plan(oracle.pack, oracle.scenario, oracle.result(volumes, split))
        found = verify_plan(plan)
        assert (found == ()) == (money is not None), (volumes, found)


def test_both_verdicts_occur_among_random_plans() -> None:
    verdicts = []
    for seed in SEEDS:
        oracle, draw = Oracle(*random_pack(seed)), random.Random(seed)  # noqa: S311 - reproducible
        verdicts += [oracle.judge(_volumes(oracle, draw)) is not None for _ in range(12)]
    assert 0.1 < sum(verdicts) / len(verdicts) < 0.9


@pytest.mark.parametrize("seed", range(20))
def test_one_rupiah_more_is_never_overlooked(seed: int) -> None:
    pack, scenario = random_pack(seed)
    result = _best(seed)
    for key in () if result is None else result.spending:
        plan = as_plan(pack, scenario, result)
        assert verify_plan(replace(plan, spending={**plan.spending, key: plan.spending[key] + 1}))


def _volumes(oracle: Oracle, draw: random.Random) -> dict[str, Pattern]:
    """Draw volumes: mostly ways that keep an activity's own rules, sometimes any."""
    volumes: dict[str, Pattern] = {}
    for activity, ways in zip(oracle.pack.activities.values(), oracle.choices, strict=True):
        most = int(activity.volume_maks) + 1
        wild = tuple(draw.choice([None, None, *range(most + 1)]) for _ in oracle.planned)
        idle = tuple(None for _ in oracle.planned)
        roll = draw.random()
        if roll < 0.06:
            volumes[activity.kegiatan] = wild
        elif roll < 0.4 or not ways:
            volumes[activity.kegiatan] = idle
        else:
            volumes[activity.kegiatan] = draw.choice(ways).pattern
    return volumes


def _naive(oracle: Oracle, volumes: dict[str, Pattern]) -> Split:
    """Pay every cost from the first eligible fund, or from any fund where there is none."""
    spare = oracle.pack.funds[0]
    return {
        (code, year, (oracle.eligible[code] or (spare,))[0]): amount
        for (code, year), amount in oracle.costs(volumes).items()
        if amount
    }
