"""What rules cost: against brute force with and without each rule, and on toys."""

from fractions import Fraction

import pytest
from support.brute import best, plans
from support.packs import tiny_pack
from support.randoms import random_pack
from support.toys import JUTA, solved

from kla_plan.explain.band import Band
from kla_plan.explain.ladder import KINDS, RulePrice, rule_prices
from kla_plan.explain.ladder.consistent import consistent
from kla_plan.explain.ladder.screen import screen
from kla_plan.explain.study import study_of
from kla_plan.explain.without import rules, without
from kla_plan.pack.model import Pack
from kla_plan.plan.make import InfeasibleError, make_plan
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify import verify_plan
from kla_plan.problem.linear import Clause
from kla_plan.report.charts.ladder import rule_price_chart
from kla_plan.report.charts.save import png
from kla_plan.scenario import Scenario

#: Enumeration of more plans than this takes too long for a test.
MANY = 60_000


def small(seeds: range) -> list[tuple[Pack, Scenario, Plan]]:
    """Return the random packs of some seeds that can be planned, with their proven best plans."""
    found = []
    for seed in seeds:
        pack, scenario = random_pack(seed)
        if plans(pack, scenario) > MANY:
            continue
        try:
            found.append((pack, scenario, make_plan(pack, scenario)))
        except InfeasibleError:
            continue
    return found


def test_prices_are_the_difference_of_two_exhaustive_searches() -> None:
    asked = 0
    for pack, scenario, plan in small(range(90)):
        found = rule_prices(plan, seconds=60, gap=0.0)
        assert not found.open
        for price in found.prices:
            freed = without(pack, scenario, price.clauses)
            if plans(*freed) > MANY:
                continue
            other, base = best(*freed), best(pack, scenario)
            assert other is not None
            assert base is not None
            sign = -1 if scenario.tujuan == "min_biaya" else 1
            difference = float(sign * (other.objective - base.objective))
            assert price.price is not None
            assert difference >= 0
            assert price.price.seen == pytest.approx(difference, abs=1e-3)
            assert price.price.least - 1e-2 <= difference <= price.price.most + 1e-2
            assert price.price.exact
            asked += 1
    assert asked > 40


def test_plans_without_a_rule_hold_without_it() -> None:
    for pack, scenario, plan in small(range(30, 36)):
        for price in rule_prices(plan, seconds=60, gap=0.0).prices:
            assert price.plan is not None
            assert verify_plan(price.plan) == ()
            assert (price.plan.pack, price.plan.scenario) == without(pack, scenario, price.clauses)


def toy() -> Pack:
    """Return two activities of 10 points each for 3 million, and money for one."""
    return tiny_pack(
        kegiatan=[{"kegiatan": "A"}, {"kegiatan": "B"}],
        pertanyaan=[{"pertanyaan": "P1"}, {"pertanyaan": "P2"}],
        biaya=[("A", 0, 3 * JUTA), ("B", 0, 3 * JUTA)],
        dampak=[("A", "P1", "1"), ("B", "P2", "1")],
        pagu=[{"batas_atas": 3 * JUTA}],
    )


def test_a_ceiling_that_keeps_one_of_two_activities_out() -> None:
    plan = solved(toy())
    found = rule_prices(plan, seconds=30, gap=0.0)
    (price,) = found.prices
    assert (price.kind, price.rule) == (
        "pagu_atas",
        "Pagu semua tahun, semua sumber dana, semua OPD",
    )
    assert price.price is not None
    assert price.price.seen == pytest.approx(30)  # ten points in each of three years
    assert price.price.words == "tepat 30 poin"
    assert Fraction(found.plan.cost()) == 3 * JUTA
    table = found.table()
    assert list(table["terlihat"]) == [30]
    assert list(table["terbukti"]) == [True]
    assert any("tepat 30 poin" in line for line in found.sentences())
    assert len(png(rule_price_chart(found))) > 1000


def test_what_is_left_out_is_said() -> None:
    found = rule_prices(solved(toy()), seconds=30, stop=lambda: True)
    assert [price.price for price in found.open] == [None]
    said = " ".join(found.sentences())
    assert "1 hanya diketahui batas atasnya" in said
    assert "belum dicari" in said
    assert list(found.table()["kepastian"]) == ["hanya batas atas"]


def test_a_price_that_was_not_searched_for_is_bounded_by_the_relaxation() -> None:
    """Screening is over at once; only the time for searches is missing."""
    asked = 0
    for pack, scenario, plan in small(range(40)):
        study = study_of(plan, 60)
        known = screen(study, rules(study.rows_of))
        for rule in rules(study.rows_of):
            freed = without(pack, scenario, rule.clauses)
            if plans(*freed) > MANY:
                continue
            other, base = best(*freed), best(pack, scenario)
            assert other is not None
            assert base is not None
            difference = float(study.sign * (other.objective - base.objective))
            assert difference <= known.most(rule, plan.proof.objective) + 1e-3
            if known.gain(rule) == 0:
                assert difference <= known.rest(plan.proof.objective) + 1e-3
            asked += 1
    assert asked > 60


def test_what_is_slack_in_the_relaxation_is_told_without_solving_it_again() -> None:
    for _, _, plan in small(range(20)):
        study = study_of(plan, 60)
        known = screen(study, rules(study.rows_of))
        for rule in rules(study.rows_of):
            again = study.limit(study.freed(rule.clauses))
            assert again is not None
            assert known.values[rule.clauses] == pytest.approx(again, abs=1e-4, rel=1e-6)


def priced(kind: str, name: str, band: Band | None, limit: float = 50.0) -> RulePrice:
    clauses = (Clause(kind, (name,)),)
    return RulePrice(kind, clauses, name, "", 1.0, band, None, limit)


def test_a_kind_costs_no_less_than_its_rules_and_a_rule_no_more_than_its_kind() -> None:
    kind = priced("wajib", "", Band(4.0, 2.0, 9.0, "poin"))
    first = priced("wajib", "A", Band(6.0, 5.0, 30.0, "poin"))
    second = priced("wajib", "B", None)
    other = priced("kunci", "C", None)
    (raised,), prices = consistent([kind], [first, second, other])
    assert raised.price == Band(6.0, 5.0, 9.0, "poin")
    assert prices[0].price == Band(6.0, 5.0, 9.0, "poin")
    assert prices[1].limit == 9.0
    assert prices[2] == other
    (unasked,), _ = consistent([priced("wajib", "", None)], [first])
    assert unasked.price == Band(6.0, 5.0, 50.0, "poin")


def test_only_the_kinds_asked_for() -> None:
    found = rule_prices(solved(toy()), seconds=30, kinds=("wajib",))
    assert found.prices == ()
    assert "wajib" in KINDS
