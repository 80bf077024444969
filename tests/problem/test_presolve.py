"""What is said before solving: dead ends are dead ends, warnings are only warnings."""

import pytest
from support.packs import tiny_pack
from support.randoms import random_pack

from kla_plan.findings import Severity, errors
from kla_plan.pack.model import Pack
from kla_plan.plan.make import InfeasibleError, make_plan
from kla_plan.problem.case import Case
from kla_plan.problem.presolve import presolve
from kla_plan.scenario import make_scenario


def codes(pack: Pack, **scenario: object) -> list[str]:
    return [finding.code for finding in presolve(Case(pack, make_scenario(scenario)))]


def one_activity(**changes: object) -> Pack:
    """One activity of Rp1 million that earns half of the ten points."""
    rows: dict[str, object] = {
        "kegiatan": [{"kegiatan": "A", "volume_maks": 1}],
        "biaya": [("A", 0, 1_000_000)],
        "dampak": [("A", "P1", "0.5")],
        "pertanyaan": [{"pertanyaan": "P1", "skala": "0.5;1"}],
        "pagu": [{"batas_atas": 1_000_000}],
    }
    return tiny_pack(**{**rows, **changes})  # type: ignore[arg-type]


def test_nothing_is_said_of_a_sound_case() -> None:
    assert codes(one_activity()) == []


def test_a_target_above_everything_together() -> None:
    target = [{"tahun": 2027, "poin": 6}]

    assert codes(one_activity(), target=target) == ["KLA-M-001"]
    with pytest.raises(InfeasibleError):
        make_plan(one_activity(), make_scenario({"target": target}))


def test_a_target_within_reach_is_not_a_dead_end() -> None:
    assert codes(one_activity(), target=[{"tahun": 2027, "poin": 5}]) == []


def test_a_floor_that_nothing_can_cost() -> None:
    pack = one_activity(pagu=[{"batas_atas": 9_000_000, "batas_bawah": 5_000_000}])

    found = presolve(Case(pack, make_scenario({})))

    assert "KLA-M-002" in [finding.code for finding in errors(found)]
    with pytest.raises(InfeasibleError):
        make_plan(pack, make_scenario({}))


def test_a_budget_beyond_every_cost_is_a_warning() -> None:
    pack = one_activity(pagu=[{"tahun": year, "batas_atas": 10**9} for year in (2025, 2026, 2027)])

    (finding,) = presolve(Case(pack, make_scenario({})))

    assert (finding.code, finding.severity) == ("KLA-M-003", Severity.WARNING)


def test_no_year_left_to_plan() -> None:
    pack = one_activity(realisasi=[(2027, "A", 1, 1_000_000)])

    assert codes(pack) == ["KLA-M-004"]


def test_nothing_to_gain() -> None:
    assert codes(one_activity(jawaban={"P1": 10})) == ["KLA-M-005"]


def test_least_cost_without_a_target_is_to_do_nothing() -> None:
    assert codes(one_activity(), tujuan="min_biaya") == ["KLA-M-006"]


@pytest.mark.parametrize("seed", range(80))
def test_a_dead_end_is_never_feasible(seed: int) -> None:
    pack, scenario = random_pack(seed)
    if errors(presolve(Case(pack, scenario))):
        with pytest.raises(InfeasibleError):
            make_plan(pack, scenario)
