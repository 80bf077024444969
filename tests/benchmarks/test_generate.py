from collections import Counter
from dataclasses import replace
from itertools import product

import pulp
import pytest

from benchmarks.family.generate import SEEDS, instance
from benchmarks.family.money import FUNDS, TIGHTNESS
from benchmarks.textbook import Textbook
from kla_plan import greedy, load_pack
from kla_plan.findings import errors
from kla_plan.pack.read import inspect
from kla_plan.pack.write import write_folder
from kla_plan.plan.verify import verify_plan
from kla_plan.problem.build import build
from kla_plan.problem.case import Case
from kla_plan.solve import Limits, solve

KINDS = tuple(TIGHTNESS)


def test_the_same_arguments_give_the_same_pack_and_other_seeds_another():
    assert instance(60, "ketat", 3) == instance(60, "ketat", 3)
    assert instance(60, "ketat", 3)[0].activities != instance(60, "ketat", 4)[0].activities


def test_only_the_money_differs_between_kinds_of_ceilings():
    loose, tight, tightest = (instance(60, kind, 1)[0] for kind in KINDS)
    assert replace(loose, slug="", ceilings=()) == replace(tightest, slug="", ceilings=())
    totals = [sum(row.batas_atas or 0 for row in p.ceilings) for p in (loose, tight, tightest)]
    assert totals == sorted(totals, reverse=True)
    assert len(set(totals)) == 3


@pytest.mark.parametrize("number", [1, 50, 300])
def test_a_city_has_as_many_activities_as_asked_for_and_as_many_years(number):
    pack, scenario = instance(number, "ketat", 1, years=4)
    assert len(pack.activities) == number
    assert pack.years == (2024, 2025, 2026, 2027)
    assert scenario.weight(2027) == 3


def test_a_city_has_everything_that_makes_real_plans_hard():
    pack, _ = instance(300, "ketat", 2)
    activities = pack.activities.values()
    assert set(pack.funds) == set(FUNDS)
    assert {row.opd for row in pack.ceilings} - {""}
    assert any(row.seterusnya for row in pack.costs)
    assert pack.prerequisites
    assert any(a.wajib for a in activities)
    assert any(a.mulai_paling_awal for a in activities)
    assert any(a.mulai_paling_akhir for a in activities)
    assert any(a.berulang for a in activities)
    assert not all(a.bulat for a in activities)
    groups = Counter(a.kelompok_eksklusif for a in activities if a.kelompok_eksklusif)
    assert max(groups.values()) > 1
    bundles = Counter((e.pertanyaan, e.paket) for e in pack.effects if e.paket)
    assert max(bundles.values()) > 1
    assert {e.per for e in pack.effects} == {"unit", "aktif"}
    helpers = Counter(e.pertanyaan for e in pack.effects)
    assert max(helpers.values()) > 3
    assert any(o.kapasitas_per_tahun for o in pack.opds.values())


def test_a_city_passes_every_check_of_a_pack_and_comes_back_from_its_files(tmp_path):
    pack, _ = instance(300, "sangat_ketat", 5)
    write_folder(pack, tmp_path / "kota")
    assert [str(finding) for finding in errors(inspect(tmp_path / "kota"))] == []
    again = load_pack(tmp_path / "kota")
    assert replace(again, slug=pack.slug) == pack


@pytest.mark.parametrize("seed", SEEDS)
def test_even_the_tightest_ceilings_leave_a_plan(seed):
    plan = greedy(*instance(50, "sangat_ketat", seed))
    assert [str(finding) for finding in verify_plan(plan)] == []


@pytest.mark.parametrize(
    ("size", "kind", "seed"), [*product([9], KINDS, [1, 2, 3]), *product([20], ["ketat"], [4, 5])]
)
def test_the_textbook_model_has_the_same_optimum_as_ours(size, kind, seed):
    pack, scenario = instance(size, kind, seed, years=3)
    problem = build(Case(pack, scenario)).problem
    ours = solve(problem, problem.objectives[0], Limits(gap=0.0, seconds=60))
    book = Textbook(pack, scenario)
    book.model.solve(pulp.HiGHS(msg=False, threads=1, gapRel=0.0, timeLimit=60))
    assert ours.gap == pytest.approx(0, abs=1e-6)
    assert book.model.objective is not None
    assert book.model.objective.value() == pytest.approx(
        ours.objective * problem.objectives[0].unit, rel=1e-6
    )


def test_the_textbook_model_keeps_windows():
    pack, scenario = instance(60, "longgar", 2, years=4)
    book = Textbook(pack, scenario)
    book.model.solve(pulp.HiGHS(msg=False, threads=1, gapRel=0.05, timeLimit=30))
    for activity in pack.activities.values():
        active = [t for t in pack.years if (book.y[activity.kegiatan, t].varValue or 0) > 0.5]
        if active and activity.mulai_paling_awal:
            assert active[0] >= activity.mulai_paling_awal
        if active and activity.mulai_paling_akhir:
            assert active[0] <= activity.mulai_paling_akhir
