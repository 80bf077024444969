"""Seeded conflicts: exactly the rules that clash are named, and the change proposed helps."""

from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from support.packs import tiny_pack
from support.randoms import random_pack
from support.repairs import repaired
from support.toys import JUTA, scenario

from kla_plan.explain import Conflict, why_infeasible
from kla_plan.explain.clock import Clock
from kla_plan.explain.elastic import only
from kla_plan.explain.infeasible import findings, head, sentences, smallest
from kla_plan.explain.infeasible.core import core
from kla_plan.explain.infeasible.report import explain_impossible, learned
from kla_plan.pack.model import Pack
from kla_plan.plan.make import InfeasibleError, make_plan
from kla_plan.problem.build import build
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Clause, Linear, Objective, Problem
from kla_plan.scenario import Scenario
from kla_plan.solve import Limits, solve

TARGET = {"tahun": 2027, "poin": 10}


@dataclass(frozen=True)
class Clash:
    """A pack that cannot be planned, and the rules that are the reason."""

    name: str
    clauses: set[tuple[str, tuple[Any, ...]]]
    tables: dict[str, Any]
    settings: dict[str, Any] = field(default_factory=dict)

    def build(self) -> tuple[Pack, Scenario]:
        """Return pack and scenario; Z and its own rules have nothing to do with the clash."""
        tables = {
            "pagu": [{"batas_atas": 90 * JUTA}],
            "opd": [{"opd": "DP3A"}, {"opd": "LAIN", "kapasitas_per_tahun": 1}],
            "pertanyaan": [{"pertanyaan": "P1"}, {"pertanyaan": "P2"}],
            "dampak": [("A", "P1", "1")],
        } | self.tables
        bystander = {"kegiatan": "Z", "opd": "LAIN", "wajib": True, "kapasitas_per_unit": 1,
                     "mulai_paling_awal": 2026}  # fmt: skip
        tables["kegiatan"] = [*tables["kegiatan"], bystander]
        tables["pagu"] = [*tables["pagu"], {"opd": "LAIN", "batas_atas": 90 * JUTA}]
        return tiny_pack(**tables), scenario(**self.settings)


A = [{"kegiatan": "A"}]
AB = [{"kegiatan": "A"}, {"kegiatan": "B"}]
ABC = [*AB, {"kegiatan": "C"}]
COST = [("A", 0, 3 * JUTA), ("B", 0, 3 * JUTA)]
ALL = (0, "", "")

CLASHES = [
    Clash("target dan pagu", {("target", (1,)), ("pagu_atas", ALL)},
          {"kegiatan": A, "biaya": COST[:1], "pagu": [{"batas_atas": 2 * JUTA}]},
          {"target": [TARGET]}),
    Clash("target di luar jangkauan", {("target", (1,))},
          {"kegiatan": A, "biaya": COST[:1]}, {"target": [{"tahun": 2027, "poin": 15}]}),
    Clash("target dan larangan", {("target", (1,)), ("larang", ("A",))},
          {"kegiatan": AB, "dampak": [("A", "P1", "1"), ("B", "P2", "1")]},
          {"target": [{"tahun": 2026, "poin": 12}], "larang": ["A"]}),
    Clash("target terlalu dini", {("target", (1,)), ("jendela", ("A", "awal"))},
          {"kegiatan": [{"kegiatan": "A", "mulai_paling_awal": 2027}]},
          {"target": [{"tahun": 2026, "poin": 10}]}),
    Clash("wajib dan larangan", {("wajib", ("A",)), ("larang", ("A",))},
          {"kegiatan": [{"kegiatan": "A", "wajib": True}]}, {"larang": ["A"]}),
    Clash("wajib dan pagu OPD", {("wajib", ("A",)), ("pagu_atas", (0, "", "DP3A"))},
          {"kegiatan": [{"kegiatan": "A", "wajib": True}], "biaya": COST[:1],
           "pagu": [{"batas_atas": 90 * JUTA}, {"opd": "DP3A", "batas_atas": JUTA}]}),
    Clash("wajib yang prasyaratnya dilarang",
          {("wajib", ("B",)), ("prasyarat", ("B", "A")), ("larang", ("A",))},
          {"kegiatan": [{"kegiatan": "A"}, {"kegiatan": "B", "wajib": True}],
           "prasyarat": [("B", "A")]}, {"larang": ["A"]}),
    Clash("dua wajib sekelompok", {("wajib", ("A",)), ("wajib", ("B",)), ("eksklusif", ("G",))},
          {"kegiatan": [{"kegiatan": c, "wajib": True, "kelompok_eksklusif": "G"} for c in "AB"]}),
    Clash("kunci sebelum jendela", {("kunci", ("A", 2025)), ("jendela", ("A", "awal"))},
          {"kegiatan": [{"kegiatan": "A", "mulai_paling_awal": 2026}]},
          {"kunci": [{"kegiatan": "A", "tahun": 2025}]}),
    Clash("kunci sesudah jendela", {("kunci", ("A", 2026)), ("jendela", ("A", "akhir"))},
          {"kegiatan": [{"kegiatan": "A", "mulai_paling_akhir": 2025}]},
          {"kunci": [{"kegiatan": "A", "tahun": 2026}]}),
    Clash("rantai prasyarat melewati akhir",
          {("kunci", ("C",)), ("prasyarat", ("B", "A")), ("prasyarat", ("C", "B"))},
          {"kegiatan": ABC, "prasyarat": [("B", "A", 1), ("C", "B", 2)]}, {"kunci": ["C"]}),
    Clash("kunci dan kapasitas", {("kunci", ("A", 2025)), ("kapasitas", ("DP3A", 2025))},
          {"kegiatan": [{"kegiatan": "A", "kapasitas_per_unit": 2}],
           "opd": [{"opd": "DP3A", "kapasitas_per_tahun": "1.5"}, {"opd": "LAIN"}]},
          {"kunci": [{"kegiatan": "A", "tahun": 2025}]}),
    Clash("dua kunci dan kapasitas",
          {("kunci", ("A", 2026)), ("kunci", ("B", 2026)), ("kapasitas", ("DP3A", 2026))},
          {"kegiatan": [{"kegiatan": c, "kapasitas_per_unit": 2} for c in "AB"],
           "opd": [{"opd": "DP3A", "kapasitas_per_tahun": 3}, {"opd": "LAIN"}]},
          {"kunci": [{"kegiatan": c, "tahun": 2026} for c in "AB"]}),
    Clash("dua kunci dan pagu", {("kunci", ("A",)), ("kunci", ("B",)), ("pagu_atas", ALL)},
          {"kegiatan": AB, "biaya": COST, "pagu": [{"batas_atas": 5 * JUTA}]},
          {"kunci": ["A", "B"]}),
    Clash("kunci dan dana khusus", {("kunci", ("A",)), ("pagu_atas", (0, "PAD", ""))},
          {"kegiatan": [{"kegiatan": "A", "sumber_dana": "PAD"}], "biaya": COST[:1],
           "pagu": [{"sumber_dana": "PAD", "batas_atas": JUTA},
                    {"sumber_dana": "DAK", "batas_atas": 90 * JUTA}]}, {"kunci": ["A"]}),
    Clash("lantai di atas yang dapat dibelanjakan", {("pagu_bawah", ALL)},
          {"kegiatan": A, "biaya": COST[:1],
           "pagu": [{"batas_atas": 90 * JUTA, "batas_bawah": 4 * JUTA}]}),
    Clash("lantai dan pagu lain", {("pagu_bawah", (2025, "", "")), ("pagu_atas", ALL)},
          {"kegiatan": AB, "biaya": COST,
           "pagu": [{"batas_atas": 4 * JUTA},
                    {"tahun": 2025, "batas_atas": 90 * JUTA, "batas_bawah": 5 * JUTA}]}),
    Clash("hanya bilangan bulat: lantai dan pagu", {("pagu_bawah", ALL), ("pagu_atas", ALL)},
          {"kegiatan": [{"kegiatan": "A", "volume_maks": 4}], "biaya": [("A", 0, 2 * JUTA)],
           "pagu": [{"batas_atas": 3_500_000, "batas_bawah": 2_500_000}]}),
    Clash("hanya bilangan bulat: target dan pagu", {("target", (1,)), ("pagu_atas", ALL)},
          {"kegiatan": ABC, "pertanyaan": [{"pertanyaan": f"P{c}"} for c in "ABC"],
           "biaya": [(c, 0, 2 * JUTA) for c in "ABC"], "dampak": [(c, f"P{c}", "1") for c in "ABC"],
           "pagu": [{"batas_atas": 5 * JUTA}]}, {"target": [{"tahun": 2027, "poin": 25}]}),
    Clash("realisasi melampaui pagu semua tahun", {("pagu_atas", ALL)},
          {"kegiatan": A, "biaya": COST[:1], "realisasi": [(2025, "A", 1, 3 * JUTA)],
           "pagu": [{"batas_atas": 2 * JUTA}]}),
    Clash("target verifikasi dan pagu setahun", {("target", (2,)), ("pagu_atas", (2025, "", ""))},
          {"kegiatan": A, "biaya": COST[:1], "pertanyaan": [{"pertanyaan": "P1"}],
           "pagu": [{"batas_atas": 90 * JUTA}, {"tahun": 2025, "batas_atas": JUTA}]},
          {"target": [{"tahun": 2027, "poin": 1},
                      {"tahun": 2025, "predikat": "Pratama", "dasar": "verifikasi"}]}),
]  # fmt: skip


def named(conflicts: tuple[Conflict, ...]) -> set[tuple[str, tuple[Any, ...]]]:
    return {(conflict.clause.rule, conflict.clause.key) for conflict in conflicts}


@pytest.mark.parametrize("clash", CLASHES, ids=lambda clash: clash.name)
def test_exactly_the_clashing_rules_are_named(clash: Clash) -> None:
    pack, settings = clash.build()
    with pytest.raises(InfeasibleError):
        make_plan(pack, settings)
    conflicts = why_infeasible(pack, settings)
    assert named(conflicts) == clash.clauses
    assert len(conflicts) == len(clash.clauses)


@pytest.mark.parametrize("clash", CLASHES, ids=lambda clash: clash.name)
def test_the_change_proposed_makes_a_plan_possible(clash: Clash) -> None:
    """Each seeded clash is the only one: giving way on any of its rules alone is enough."""
    pack, settings = clash.build()
    conflicts = why_infeasible(pack, settings)
    for conflict in conflicts:
        assert conflict.alone is not None, conflict.clause
        assert "Perubahan terkecil:" in conflict.words.change
        if conflict.clause.rule != "eksklusif":
            assert make_plan(*repaired(pack, settings, conflict))


@pytest.mark.parametrize("clash", CLASHES, ids=lambda clash: clash.name)
def test_every_rule_is_put_into_words(clash: Clash) -> None:
    conflicts = why_infeasible(*clash.build())
    for finding, conflict in zip(findings(conflicts), conflicts, strict=True):
        assert finding.code == conflict.words.code
        assert finding.place.sheet == conflict.words.sheet
        assert finding.message.startswith(conflict.words.title)
        assert finding.message.endswith(".")
        assert finding.remedy.endswith(".")


def test_amounts_in_words() -> None:
    """One million is missing, 10 points are too many by 10; half a unit of capacity."""
    texts = {
        conflict.clause.rule: conflict.words
        for name in ("target dan pagu", "kunci dan kapasitas", "lantai dan pagu lain")
        for conflict in why_infeasible(*next(c for c in CLASHES if c.name == name).build())
        if (conflict.clause.rule, name) != ("pagu_atas", "lantai dan pagu lain")
    }
    assert texts["pagu_atas"].have == "batas atas Rp2.000.000."
    assert texts["pagu_atas"].change == (
        "Perubahan terkecil: naikkan batas atas sebesar Rp1.000.000 menjadi Rp3.000.000."
    )
    assert texts["pagu_bawah"].change.endswith(
        "turunkan batas bawah sebesar Rp2.000.000 menjadi Rp3.000.000."
    )
    assert texts["kapasitas"].change.endswith("tambah kapasitas sebesar 0,5.")
    assert "10 poin pada nilai mandiri tahun 2027" in texts["target"].have
    assert "turunkan target sebesar 10 poin" in texts["target"].change


def test_two_clashes_are_not_mixed_up_and_one_change_is_not_enough() -> None:
    """A is mandatory and forbidden; so is B: one clash is named, and neither change solves all."""
    pack = tiny_pack(kegiatan=[{"kegiatan": c, "wajib": True} for c in "AB"])
    conflicts = why_infeasible(pack, scenario(larang=["A", "B"]))
    names = named(conflicts)
    assert names in ({("wajib", (c,)), ("larang", (c,))} for c in "AB")
    for conflict in conflicts:
        assert conflict.alone is None
        assert conflict.words.change.startswith("Sekurangnya")
        assert "belum cukup" in conflict.words.change


def test_where_there_is_a_plan_nothing_clashes() -> None:
    pack = tiny_pack(kegiatan=A, biaya=COST[:1], dampak=[("A", "P1", "1")])
    assert why_infeasible(pack, scenario()) == ()
    assert findings(()) == ()


def _possible(problem: Problem) -> bool:
    return solve(problem, Objective("layak", False, Linear()), Limits(gap=1.0)).found


def _infeasible() -> list[int]:
    seeds = []
    for seed in range(800, 860):
        try:
            make_plan(*random_pack(seed))
        except InfeasibleError:
            seeds.append(seed)
    return seeds


def test_random_clashes_are_infeasible_alone_and_minimal() -> None:
    """And whatever single change is proposed makes a plan possible."""
    seeds = _infeasible()
    assert len(seeds) >= 8
    for seed in seeds:
        pack, settings = random_pack(seed)
        problem = build(Case(pack, settings)).problem
        conflicts = why_infeasible(pack, settings)
        core: list[Clause] = [conflict.clause for conflict in conflicts]
        assert core, seed
        assert not _possible(only(problem, core)), seed
        for clause in core:
            rest = [other for other in core if other != clause]
            assert _possible(only(problem, rest)), (seed, clause)
        for conflict in conflicts:
            if conflict.alone is not None and conflict.clause.rule != "eksklusif":
                assert make_plan(*repaired(pack, settings, conflict)), (seed, conflict)


@pytest.mark.parametrize("clash", CLASHES, ids=lambda clash: clash.name)
def test_every_rule_of_a_seeded_clash_is_proven_to_be_needed(clash: Clash) -> None:
    conflicts = why_infeasible(*clash.build())
    assert all(conflict.needed for conflict in conflicts)
    best = smallest(conflicts)
    assert best is not None
    assert sentences(conflicts) == [
        f"Perubahan tunggal terkecil: {best.words.title}: {best.single}."
    ]
    assert best.share == min(c.share for c in conflicts if c.share is not None)


def test_the_seeded_clashes_are_of_at_least_fifteen_kinds() -> None:
    kinds = {frozenset(rule for rule, _ in clash.clauses) for clash in CLASHES}
    assert len(CLASHES) >= 15
    assert len({rule for kind in kinds for rule in kind}) == 10  # every rule that is not optional
    assert len(kinds) >= 13


def test_a_clash_that_time_did_not_narrow_says_so() -> None:
    pack, settings = next(c for c in CLASHES if c.name == "dua wajib sekelompok").build()
    doubtful = [replace(conflict, needed=False) for conflict in why_infeasible(pack, settings)]
    assert head(doubtful) == (
        "Aturan berikut tidak dapat dipenuhi bersama-sama (2 kegiatan wajib dan 1 kelompok "
        "eksklusif):"
    )
    assert "belum dipastikan sekecil mungkin" in sentences(doubtful)[0]
    assert "sebagian dari 3 aturan itu" in sentences(doubtful)[0]
    one = [replace(c, needed=c.clause.rule != "eksklusif") for c in doubtful]
    assert (
        "1 aturan mungkin tidak ikut bertentangan, yaitu “Kelompok eksklusif" in sentences(one)[0]
    )
    problem = build(Case(pack, settings)).problem
    late = core(problem, Clock(0.0))
    assert late.clauses
    assert not late.needed


def test_the_whole_explanation_names_the_single_change_and_the_combination() -> None:
    pack = tiny_pack(kegiatan=[{"kegiatan": c, "wajib": True} for c in "AB"])
    said = explain_impossible(pack, scenario(larang=["A", "B"])).sentences()
    assert said[0].startswith("Tidak ada satu perubahan pun yang cukup sendirian")
    assert said[1].startswith("Gabungan perubahan termurah: ")
    assert said[1].count(";") == 1
    assert explain_impossible(tiny_pack(kegiatan=A), scenario()).repair is None


def test_what_the_combination_learned_of_one_rule_is_told_of_that_rule() -> None:
    """A single change that is smaller than the one the clash came with takes its place."""
    pack, settings = next(c for c in CLASHES if c.name == "target di luar jangkauan").build()
    found = explain_impossible(pack, settings)
    assert found.repair is not None
    (step,) = found.repair.steps
    rough = replace(found.conflicts[0], alone=step.amount * 2, least=False)
    (better,) = learned([rough], found.repair)
    assert better.alone == step.amount
    assert better.single == step.change
    proven = replace(rough, least=True)
    assert learned([proven], found.repair) == (proven,)
