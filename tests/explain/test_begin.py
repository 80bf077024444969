"""Where a changed scenario's search begins: at the known plan, if that is still allowed."""

from decimal import Decimal

from support.packs import tiny_pack
from support.toys import JUTA, scenario, solved

from kla_plan.explain.begin import begin_from, unproven
from kla_plan.pack.model import Pack
from kla_plan.plan.baselines import rough_start
from kla_plan.plan.verify import verify_plan


def pack() -> Pack:
    """Two questions, one activity for each; together they cost twice the yearly ceiling."""
    return tiny_pack(
        kegiatan=[{"kegiatan": "A"}, {"kegiatan": "B"}],
        pertanyaan=[{"pertanyaan": "P1"}, {"pertanyaan": "P2"}],
        biaya=[("A", 0, 4 * JUTA), ("B", 0, 4 * JUTA)],
        dampak=[("A", "P1", "1"), ("B", "P2", "1")],
        pagu=[{"batas_atas": 4 * JUTA}],
    )


def test_without_a_known_plan_it_is_the_rough_one() -> None:
    assert begin_from(pack(), scenario()) == rough_start(pack(), scenario())


def test_with_more_money_the_known_plan_is_kept_and_filled_up() -> None:
    known = solved(pack())
    assert len(known.activities) == 1
    begun = begin_from(pack(), scenario(pagu_faktor="2"), known)
    assert dict(known.volumes).items() <= dict(begun).items()
    assert {code for code, _ in begun} == {"A", "B"}


def test_with_less_money_the_known_plan_is_left() -> None:
    known = solved(pack(), pagu_faktor="2")
    assert len(known.activities) == 2
    less = scenario(pagu_faktor="1")
    assert begin_from(pack(), less, known) == rough_start(pack(), less)


def test_for_least_cost_nothing_is_added() -> None:
    target = [{"tahun": 2027, "poin": 10}]
    known = solved(pack(), tujuan="min_biaya", target=target)
    assert known.cost() == 4 * JUTA
    wish = scenario(tujuan="min_biaya", target=target, pagu_faktor=Decimal(2))
    assert begin_from(pack(), wish, known) == dict(known.volumes)


def test_the_place_to_begin_from_is_a_plan_of_which_nothing_is_proven() -> None:
    plan = unproven(pack(), scenario(), rough_start(pack(), scenario()))
    assert plan is not None
    assert verify_plan(plan) == ()
    assert plan.proof.bound is None
    assert plan.proof.objective == sum(plan.score(year).total for year in plan.years)


def test_volumes_that_miss_a_target_are_no_plan() -> None:
    wish = scenario(target=[{"tahun": 2027, "poin": 20}])
    assert unproven(pack(), wish, rough_start(pack(), wish)) is None
    cheap = scenario(tujuan="min_biaya", target=[{"tahun": 2027, "poin": 10}])
    kept = unproven(pack(), cheap, rough_start(pack(), cheap))
    assert kept is not None
    assert kept.proof.objective == kept.cost() == 4 * JUTA
