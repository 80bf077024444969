"""Decisions: every amount is the plan's, recomputed here from its volumes and rupiah."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from support import toy_plan
from support.city_sets import simple_plan

from kla_plan.candidates import uncovered
from kla_plan.pack.columns import Dampak, Pagu, Prasyarat
from kla_plan.pack.records import Bukti, Records
from kla_plan.papers.deciding.decision import Decision
from kla_plan.papers.deciding.ground import Ground
from kla_plan.papers.deciding.leaning import leanings, support
from kla_plan.papers.deciding.rules import RULES, decisions
from kla_plan.papers.deciding.rules.ceilings import NEARLY, used_ceilings
from kla_plan.papers.deciding.unproven import unproven
from kla_plan.plan.evaluate import evaluate
from kla_plan.plan.plan import Plan
from kla_plan.problem.case import Case

MILLION = toy_plan.MILLION
CLUSTERS = ("K0", "K1")
LATE = date(2026, 11, 23)


@pytest.fixture(scope="session")
def city() -> Plan:
    return simple_plan("ogan-ilir")


def ground(plan: Plan, day: date | None = None) -> Ground:
    return Ground(plan, plan.pack, day)


def changed(plan: Plan, **changes: object) -> Plan:
    return replace(plan, pack=replace(plan.pack, **changes))


def by_rule(found: tuple[Decision, ...]) -> dict[str, Decision]:
    return {row.rule: row for row in reversed(found)}


def rescored(plan: Plan, gone: set[str], since: int) -> Fraction:
    """Total of the last year without activities from a year on, scored from the volumes anew."""
    left = {k: v for k, v in plan.volumes.items() if k[0] not in gone or k[1] < since}
    found = evaluate(Case(plan.pack, plan.scenario), left).fractions
    last = plan.years[-1]
    questions = plan.pack.instrument.questions
    return plan.pack.instrument.score({q: found[last, q] for q in questions}).total


def needing(plan: Plan, code: str, since: int) -> set[str]:
    """The activity with all that needs it, walked forwards; what was begun before is free."""
    begun = {a for a, t in plan.volumes if t < since}
    gone, ahead = {code}, [code]
    while ahead:
        one = ahead.pop()
        for row in plan.pack.prerequisites:
            if row.butuh == one and one not in begun and row.kegiatan not in gone:
                gone.add(row.kegiatan)
                ahead.append(row.kegiatan)
    return gone


def test_points_of_the_toy_by_hand() -> None:
    """A1 earns 20 of 40 points, A2 20, A3 six tenths of 25; together everything above 40."""
    here = ground(toy_plan.plan())
    assert [here.lost((code,)) for code in ("A1", "A2", "A3")] == [20, 20, 15]
    assert here.lost(("A1", "A2", "A3")) == 55
    assert here.rupiah(("A1", "A3")) == 164 * MILLION
    assert here.active("A3") == (2024, 2025)


@pytest.mark.parametrize("day", [None, LATE])
def test_points_that_hang_on_an_activity_are_those_of_a_plan_without_it(
    city: Plan, day: date | None
) -> None:
    here, whole = ground(city, day), city.score(city.years[-1]).total
    opening = here.years[0]
    codes = here.activities(tuple(city.pack.instrument.clusters))
    assert len(codes) > 40
    for code in codes[::20]:
        gone = needing(city, code, opening)
        assert here.lost((code,)) == whole - rescored(city, gone, opening), code


def test_without_a_day_every_planned_year_is_open() -> None:
    here = ground(toy_plan.plan())
    assert here.years == (2024, 2025, 2026)
    assert here.missed == ()


@pytest.mark.parametrize(
    ("day", "years"),
    [
        (date(2024, 11, 30), (2025, 2026)),
        (date(2024, 12, 1), (2026,)),
        (date(2026, 1, 1), ()),
    ],
)
def test_a_year_is_open_until_a_month_before_it(day: date, years: tuple[int, ...]) -> None:
    here = ground(toy_plan.plan(), day)
    assert here.years == years
    assert here.missed == tuple(y for y in (2024, 2025, 2026) if y not in years)


def test_what_was_begun_before_no_longer_holds_up_what_needs_it() -> None:
    needs = (Prasyarat(kegiatan="A2", butuh="A1"), Prasyarat(kegiatan="A2", butuh="A3"))
    plan = changed(toy_plan.plan(), prerequisites=needs)
    assert ground(plan).waiting(("A1",)) == {"A1", "A2"}
    assert ground(plan).waiting(("A3",)) == {"A3"}  # A3 was realised in 2023
    assert ground(plan, date(2024, 6, 1)).waiting(("A1",)) == {"A1"}


def test_prerequisites_across_agencies_only() -> None:
    plan = toy_plan.plan()
    across = (Prasyarat(kegiatan="A2", butuh="A1"), Prasyarat(kegiatan="A3", butuh="A1"))
    (row,) = leanings(ground(changed(plan, prerequisites=across)), CLUSTERS)
    assert (row.kind, row.needed, row.waiting, row.year) == ("prasyarat", "A1", ("A2",), 2024)
    assert row.points == 20 + 20 + 15  # A1 with both that need it
    asked = by_rule(decisions(ground(changed(plan, prerequisites=across)), CLUSTERS))
    assert asked["rangkaian"].points == 55
    assert asked["rangkaian"].rupiah == 164 * MILLION


def test_bundles_across_agencies_need_both() -> None:
    plan = toy_plan.plan()
    rows = tuple(
        Dampak(kegiatan=code, pertanyaan="P1.2", kenaikan=Decimal(1), paket="PK")
        for code in ("A1", "A2")
    )
    found = leanings(ground(changed(plan, effects=(*plan.pack.effects, *rows))), CLUSTERS)
    assert {(row.kind, row.needed, row.waiting) for row in found} == {
        ("paket", "A1", ("A2",)),
        ("paket", "A2", ("A1",)),
    }


def test_the_next_budget_is_that_of_the_first_open_year(city: Plan) -> None:
    clusters = tuple(city.pack.instrument.clusters)
    for day, year in ((None, 2024), (LATE, 2027)):
        asked = by_rule(decisions(ground(city, day), clusters))["anggaran"]
        assert asked.rupiah == city.cost(year)
        paid = {code for code, t, _ in city.spending if t == year}
        assert set(asked.codes) == paid
        assert f"30 November {year - 1}" in asked.due
        begin = {c for c in paid if min(t for a, t in city.volumes if a == c) == year}
        gone = set().union(*(needing(city, code, year) for code in begin))
        assert asked.points == city.score(2030).total - rescored(city, gone, year)


def test_activities_without_code_are_counted_with_their_rupiah(city: Plan) -> None:
    clusters = tuple(city.pack.instrument.clusters)
    asked = by_rule(decisions(ground(city), clusters))["kode"]
    bare = {
        code
        for code in city.activities
        if not city.pack.activities[code].sub_kegiatan
        and city.pack.opds[city.pack.activities[code].opd].jenis == "apbd"
    }
    assert set(asked.codes) == bare
    assert asked.rupiah == sum(r for (a, _, _), r in city.spending.items() if a in bare)


def test_ceilings_that_are_nearly_used_and_what_is_short(city: Plan) -> None:
    found = {(row.agency, row.years): row for row in used_ceilings(ground(city))}
    rows = [row for row in city.pack.ceilings if row.opd and row.batas_atas]
    assert rows
    assert len(found) == len(rows)
    for row in rows:
        spent = sum(
            r
            for (a, t, _), r in city.spending.items()
            if t == row.tahun and city.pack.activities[a].opd == row.opd
        )
        used = found[row.opd, (row.tahun,)]
        assert (used.spent, used.top) == (spent, row.batas_atas)
        assert Fraction(spent, used.top + used.short) <= NEARLY
        if used.short:
            assert Fraction(spent, used.top + used.short - 1) > NEARLY


def test_a_full_ceiling_asks_for_room_and_names_the_least_activity() -> None:
    plan = toy_plan.plan()
    tight = (*plan.pack.ceilings, Pagu(tahun=2024, opd="D1", batas_atas=121 * MILLION))
    asked = by_rule(decisions(ground(changed(plan, ceilings=tight)), CLUSTERS))["pagu"]
    # 120 of 121 million: 95 % of 126 315 790 is 120 million.
    assert asked.rupiah == 5_315_790
    assert "A1 dilepas: hemat Rp100.000.000, nilai 2026 turun 20 poin" in asked.options[1]
    loose = (*plan.pack.ceilings, Pagu(tahun=2024, opd="D1", batas_atas=130 * MILLION))
    assert "pagu" not in by_rule(decisions(ground(changed(plan, ceilings=loose)), CLUSTERS))


def test_assumed_prices_and_effects(city: Plan) -> None:
    asked = by_rule(decisions(ground(toy_plan.plan()), CLUSTERS))
    assert asked["harga"].codes == ("A1",)  # the price of A3 is no assumption
    assert asked["harga"].rupiah == 100 * MILLION
    assert "dampak" not in asked
    real = by_rule(decisions(ground(city), tuple(city.pack.instrument.clusters)))
    assumed = {row.kegiatan for row in city.pack.costs if row.asumsi}
    assert real["harga"].rupiah == sum(r for (a, _, _), r in city.spending.items() if a in assumed)
    most = max(real["dampak"].codes, key=lambda c: (ground(city).lost((c,)), c))
    assert f"Terbesar {most} " in real["dampak"].matter


def test_agreements_partners_and_perda_of_the_toy() -> None:
    asked = by_rule(decisions(ground(toy_plan.plan()), CLUSTERS))
    assert asked["dukungan"].codes == ("A1",)
    assert asked["mitra"].codes == ("A2",)
    assert asked["mitra"].points == 20
    assert asked["perda"].codes == ("A1",)
    assert (asked["perda"].points, asked["perda"].rupiah) == (20, 100 * MILLION)
    assert "DPRD bersama Wali Kota Contoh" in asked["perda"].who
    assert support(ground(toy_plan.plan()), CLUSTERS) == (("D2", 1), ("V1", 1))


def test_questions_that_nobody_covers(city: Plan) -> None:
    clusters = tuple(city.pack.instrument.clusters)
    left = uncovered(city.pack, city.scenario)
    asked = by_rule(decisions(ground(city), clusters))["tanpa kegiatan"]
    assert set(asked.codes) == set(left["pertanyaan"])
    assert float(asked.points or 0) == pytest.approx(float(left["sisa"].sum()))


def test_evidence_follows_the_pack_as_it_is_known_now() -> None:
    plan = toy_plan.plan()
    bare = unproven(plan.pack, CLUSTERS)
    assert [(row.question, row.points, row.status) for row in bare] == [
        ("P1.1", 20, "belum dicatat"),
        ("P3.1", 15, "belum dicatat"),
        ("P2.1", 5, "belum dicatat"),
    ]
    rows = (
        Bukti(pertanyaan="P1.1", bukti="B1", uraian="Perda", status="lengkap"),
        Bukti(
            pertanyaan="P3.1", bukti="B1", uraian="Foto", pemegang="D2", tenggat=date(2024, 3, 1)
        ),
    )
    current = replace(plan.pack, records=Records(evidence=rows))
    here = Ground(plan, current, None)
    known = unproven(current, CLUSTERS)
    assert [(row.question, row.holders, row.status) for row in known] == [
        ("P3.1", ("D2",), "belum"),
        ("P2.1", ("D1",), "belum dicatat"),
    ]
    asked = by_rule(decisions(here, CLUSTERS))["bukti"]
    assert asked.points == 20
    assert asked.due == "1 Maret 2024"


def test_years_without_recorded_realisation_are_asked_for(city: Plan) -> None:
    asked = by_rule(decisions(ground(city, LATE), tuple(city.pack.instrument.clusters)))
    assert asked["realisasi"].rupiah == sum(city.cost(year) for year in (2024, 2025, 2026))
    assert "realisasi" not in by_rule(decisions(ground(city), CLUSTERS))


def test_a_plan_without_open_years_asks_for_no_money() -> None:
    asked = by_rule(decisions(ground(toy_plan.plan(), date(2030, 1, 1)), CLUSTERS))
    assert set(asked) == {"realisasi", "bukti", "tanpa kegiatan"}


def test_the_first_decision_of_every_rule_comes_first(city: Plan) -> None:
    found = decisions(ground(city), tuple(city.pack.instrument.clusters))
    kinds = [row.rule for row in found]
    first = len(set(kinds))
    assert len(set(kinds[:first])) == first
    assert first <= len(RULES)


def test_every_decision_says_who_until_when_and_between_what(city: Plan) -> None:
    for row in decisions(ground(city), tuple(city.pack.instrument.clusters)):
        assert len(row.options) >= 2
        assert row.who
        assert row.due
        assert row.rupiah is not None or row.points is not None
