"""Roles, funding and risks: each number worked out again from the plan's own parts."""

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from support import toy_plan
from support.toy_plan import MILLION

from kla_plan.pack.columns import Opd, Pagu, Prasyarat
from kla_plan.plan.plan import Plan
from kla_plan.report import risks
from kla_plan.report.alignment import align
from kla_plan.report.funding import CeilingUse, ceiling_uses, fund_uses, funds_used, opd_uses
from kla_plan.report.roles import GroupRole, agency_roles, gained, group_roles, points_by_agency
from kla_plan.report.sentences import funding as funding_said
from kla_plan.report.sentences import risks as register
from kla_plan.report.sentences import roles as roles_said
from kla_plan.scenario import Scenario


def groups(plan: Plan) -> dict[str, GroupRole]:
    return {role.group.key: role for role in group_roles(plan)}


def test_points_hang_on_those_who_raise_the_question() -> None:
    """P1.1 rises from 20 to 40, P1.2 from 0 to 20, P2.1 from 5 to 20; P3.1 stays."""
    plan = toy_plan.plan()
    assert gained(plan) == {"P1.1": 20, "P1.2": 20, "P2.1": 15}
    # P1.1 by A1 (D1), P1.2 by A2 (V1; A4 is not in the plan), P2.1 by A3 (D1)
    assert points_by_agency(plan) == {"D1": 35, "V1": 20}


def test_a_question_of_two_agencies_is_shared() -> None:
    plan = toy_plan.plan()
    effect = replace(plan.pack.effects[0], kegiatan="A2")
    shared = replace(plan, pack=replace(plan.pack, effects=(*plan.pack.effects, effect)))
    assert points_by_agency(shared) == {"D1": 10 + 15, "V1": 10 + 20}


def test_roles_of_the_toy() -> None:
    rows = agency_roles(toy_plan.plan())
    assert [(r.opd, r.led, r.supported, r.points, r.rupiah) for r in rows] == [
        ("D1", ("A1", "A3"), (), 35, 164 * MILLION),
        ("V1", ("A2",), ("A1",), 20, 0),
        ("D2", (), ("A1",), 0, 0),
    ]


def test_roles_of_a_real_plan_add_up(real: Plan) -> None:
    rows = agency_roles(real)
    assert sum(len(row.led) for row in rows) == len(real.activities)
    assert sum(row.rupiah for row in rows) == real.cost()
    assert sum(row.points for row in rows) == sum(gained(real).values())
    supports = sum(len(real.pack.activities[a].opd_pendukung) for a in real.activities)
    assert sum(len(row.supported) for row in rows) == supports
    raised = {e.pertanyaan for a in real.activities for e in real.pack.effects_of(a)}
    assert set(gained(real)) <= raised


def test_groups_are_read_from_names(real: Plan) -> None:
    found = groups(real)
    assert found["hukum"].members == (
        "Polres", "Polres (Unit PPA)", "Kejaksaan", "BNN", "Pengadilan Agama",
    )  # fmt: skip
    assert found["usaha"].members == ("Dunia Usaha",)
    assert found["forum_anak"].members == ("Forum Anak",)
    for role in found.values():
        everyone = [*role.led, *role.supported, *role.named]
        assert len(set(everyone)) == len(everyone)
        records = real.pack.activities
        assert all(records[a].opd in role.members for a in role.led)
        assert all(set(records[a].opd_pendukung) & set(role.members) for a in role.supported)
    business = [
        a for a in real.activities if "Dunia Usaha" in real.pack.activities[a].opd_pendukung
    ]
    assert list(found["usaha"].supported) == business
    names = [real.pack.activities[a].nama for a in found["gugus_tugas"].activities]
    assert names
    assert not any("Usia Dini" in name for name in names)


def test_a_group_without_a_part_is_said_to_have_none() -> None:
    plan = toy_plan.plan()
    found = groups(plan)
    assert found["media"].activities == ()
    assert "belum memuat aksi yang menugaskan media massa" in roles_said.group(plan, found["media"])
    assert "menugaskan Forum Anak" in roles_said.group(plan, found["forum_anak"])
    assert found["dprd"].named == ("A1",)
    assert "Rp164.000.000" in roles_said.council(plan, found["dprd"])
    assert "Satu aksi menyangkut" in roles_said.council(plan, found["dprd"])


def test_ceilings_of_the_toy() -> None:
    plan = toy_plan.plan()
    assert ceiling_uses(plan) == (
        CeilingUse(None, "DAU", "", 900 * MILLION, 130 * MILLION),
        CeilingUse(None, "CSR", "", 200 * MILLION, 34 * MILLION),
    )
    halved = replace(plan, scenario=Scenario(pagu_faktor=Decimal("0.5")))
    assert [use.top for use in ceiling_uses(halved)] == [450 * MILLION, 100 * MILLION]
    use = CeilingUse(2024, "DAU", "", 0, 0)
    assert (use.left, use.share) == (0, 1)


def test_ceilings_of_agencies_and_years() -> None:
    plan = toy_plan.plan()
    rows = (
        Pagu(tahun=2024, opd="D1", batas_atas=120 * MILLION),
        Pagu(tahun=2025, opd="D2", batas_atas=5 * MILLION),
        Pagu(tahun=2023, sumber_dana="DAU", batas_atas=1),
        Pagu(tahun=2025, sumber_dana="CSR", batas_bawah=1),
    )
    plan = replace(plan, pack=replace(plan.pack, ceilings=rows))
    uses = ceiling_uses(plan)
    assert [(u.year, u.opd, u.used, u.left) for u in opd_uses(uses)] == [
        (2024, "D1", 120 * MILLION, 0), (2025, "D2", 0, 5 * MILLION),
    ]  # fmt: skip
    assert fund_uses(uses) == ()
    assert risks.ceilings(plan).tight == (uses[0],)
    assert "terpakai 95 % atau lebih" in funding_said.agency_ceilings(uses, uses[:1])


def test_every_ceiling_of_a_real_plan(real: Plan) -> None:
    uses = ceiling_uses(real)
    assert len(uses) == sum(row.batas_atas is not None for row in real.pack.ceilings)
    spent: dict[tuple[int, str], int] = defaultdict(int)
    for (_, year, fund), rupiah in real.spending.items():
        spent[year, fund] += rupiah
    by_fund = [use for use in fund_uses(uses) if use.year and use.fund]
    assert by_fund
    assert all(use.used == spent[use.year or 0, use.fund] <= use.top for use in by_fund)
    assert sum(use.used for use in by_fund) == real.cost()


def test_funds_add_up(real: Plan) -> None:
    rows = funds_used(real)
    assert sum(row.rupiah for row in rows) == real.cost()
    for row in rows:
        payers = {a: {f for (b, _, f) in real.spending if b == a} for a in row.activities}
        assert all(row.fund in funds for funds in payers.values())
        assert set(row.alone) == {a for a, funds in payers.items() if funds == {row.fund}}


def test_chains_by_hand() -> None:
    """A1 → A3 → A2, and A4 (not in the plan) needs A1."""
    plan = toy_plan.plan()
    pairs = (("A3", "A1"), ("A2", "A3"), ("A4", "A1"))
    rows = tuple(Prasyarat(kegiatan=a, butuh=b) for a, b in pairs)
    found = risks.chains(replace(plan, pack=replace(plan.pack, prerequisites=rows)))
    assert (found.pairs, found.longest) == (2, ("A1", "A3", "A2"))
    assert (found.key, found.waiting) == ("A1", ("A2", "A3"))
    none = risks.chains(plan)
    assert (none.pairs, none.longest, none.key, none.waiting) == (0, (), "", ())


def test_points_at_risk_of_the_toy() -> None:
    plan = toy_plan.plan()
    found = risks.verification(plan)
    keep = 1 - Fraction(plan.scenario.diskon_verifikasi)
    assert (found.claimed, found.verified) == (95, 95 * keep)
    assert (found.predicate, found.predicate_after) == ("Utama", "Madya")
    assert found.margin == 95 * keep - 70
    late = risks.late_start(plan)
    assert (late.gained, late.whole, late.starting) == (20, 55, ("A2",))
    evidence = risks.evidence(plan.pack)
    assert (evidence.questions, evidence.points, evidence.unrecorded) == (3, 40, 3)
    heaviest = risks.concentration(plan)
    assert heaviest is not None
    assert (heaviest.role.opd, heaviest.points, heaviest.rupiah) == ("D1", Fraction(35, 55), 1)
    assert risks.outside(plan) == risks.Outside(("V1",), ("A2",), Fraction(20))
    assert risks.concentration(toy_plan.empty_plan()) is None


def test_the_register_says_the_numbers(real: Plan) -> None:
    lines = register.register(register.Ground(real, real.pack, align(real)))
    text = {line.name: line.measure for line in lines}
    assert f"dari {len(real.activities)}" in text["Beban terpusat pada satu perangkat daerah"]
    due = f"{sum(real.after_horizon.values()):,}".replace(",", ".")
    assert f"Rp{due}" in text["Biaya berlanjut setelah periode rencana"]
    full = sum(u.left <= 0 for u in ceiling_uses(real) if u.top)
    assert f", {full} di antaranya habis" in text["Pagu tidak menyisakan ruang"]
    assert all(line.answer and line.owner and line.measure for line in lines)


def test_an_empty_plan_has_few_risks() -> None:
    plan = toy_plan.empty_plan()
    names = [r.name for r in register.register(register.Ground(plan, plan.pack, align(plan)))]
    assert "Beban terpusat pada satu perangkat daerah" not in names
    assert "Keterlambatan menjalar melalui prasyarat" not in names
    assert "Biaya berlanjut setelah periode rencana" not in names


@pytest.mark.parametrize(
    ("name", "kind", "key"),
    [
        ("Kejaksaan Negeri Contoh", "vertikal", "hukum"),
        ("Yayasan Sayap Ibu", "mitra", "masyarakat"),
        ("Kadin Contoh", "mitra", "usaha"),
        ("Radio Suara Contoh", "mitra", "media"),
    ],
)
def test_a_partner_is_known_by_its_name(name: str, kind: str, key: str) -> None:
    plan = toy_plan.plan()
    opds = {**plan.pack.opds, "X": Opd(opd="X", nama=name, jenis=kind)}
    found = groups(replace(plan, pack=replace(plan.pack, opds=opds)))
    assert [k for k, role in found.items() if "X" in role.members] == [key]
