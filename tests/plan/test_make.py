"""From a pack to a checked plan, and every way not to get there."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from support.every_rule import every_rule
from support.packs import tiny_pack
from support.randoms import random_pack
from support.toys import JUTA, QUARTERS, model_of, scenario, volumes

from kla_plan.findings import Finding
from kla_plan.plan import make
from kla_plan.plan.assemble import STEP, assemble, read_volumes
from kla_plan.plan.evaluate import evaluate, weighted_points
from kla_plan.plan.make import (
    InfeasibleError,
    NoPlanInTimeError,
    RejectedPlanError,
    draw_in,
    make_plan,
)
from kla_plan.plan.verify import verify_plan
from kla_plan.problem.build import build
from kla_plan.problem.case import Case
from kla_plan.problem.rules import ceilings
from kla_plan.scenario import Pemecah
from kla_plan.solve import Solution, Status

TOY = tiny_pack(
    kegiatan=[{"kegiatan": "A"}, {"kegiatan": "B"}],
    pertanyaan=[{"pertanyaan": "PA"}, {"pertanyaan": "PB", "poin_maks": 4}],
    biaya=[("A", 0, 3 * JUTA), ("B", 0, 2 * JUTA)],
    dampak=[("A", "PA", "1"), ("B", "PB", "1")],
    pagu=[{"batas_atas": 4 * JUTA}],
)


def test_ceilings_and_floors_are_drawn_in_and_nothing_else() -> None:
    problem = build(Case(*every_rule())).problem
    assert draw_in(problem, 0.0) is problem
    drawn = draw_in(problem, 0.5)
    changed = 0
    for row, new in zip(problem.rows, drawn.rows, strict=True):
        rule = row.clause.rule if row.clause else ""
        if rule == ceilings.RULE_TOP:
            assert (new.lower, new.upper) == (row.lower, row.upper - 0.5)
        elif rule == ceilings.RULE_FLOOR:
            assert (new.lower, new.upper) == (row.lower + 0.5, row.upper)
        else:
            assert new == row
            continue
        changed += 1
    assert changed == 7


@pytest.mark.parametrize("short", [1, 2, 10, 1000])
def test_one_rupiah_in_billions_is_not_rounded_away(short: int) -> None:
    """A solver that sees thousands of billions cannot tell; the plan keeps the ceiling anyway."""
    price = 5_000_000_000_000
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A"}, {"kegiatan": "B"}],
        pertanyaan=[{"pertanyaan": "PA"}, {"pertanyaan": "PB", "poin_maks": 9}],
        biaya=[("A", 0, price), ("B", 0, price - 2000)],
        dampak=[("A", "PA", "1"), ("B", "PB", "1")],
        pagu=[{"batas_atas": price - short}],
    )
    plan = make_plan(pack, scenario())
    assert volumes(plan) == {("B", 2025): 1}
    assert verify_plan(plan) == ()


def test_a_rejected_plan_is_never_returned(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the check finds stops the plan, after every margin has been tried."""
    finding = Finding("KLA-P-024", "Belanja melampaui pagu.", "Susun ulang.")
    asked: list[object] = []

    def reject(plan: object) -> tuple[Finding, ...]:
        asked.append(plan)
        return (finding,)

    monkeypatch.setattr(make, "verify_plan", reject)
    with pytest.raises(RejectedPlanError) as caught:
        make_plan(TOY, scenario())
    assert caught.value.findings == (finding,)
    assert "KLA-P-024" in str(caught.value)
    assert len(asked) >= len(make.MARGINS)


def test_the_first_stage_is_the_second_best_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where only the plan of the saving stage is rejected, that of the first stage is taken."""
    seen: list[object] = []

    def reject_first(plan: object) -> tuple[Finding, ...]:
        seen.append(plan)
        return (Finding("KLA-P-024", "x", "y"),) if len(seen) == 1 else ()

    monkeypatch.setattr(make, "verify_plan", reject_first)
    plan = make_plan(TOY, scenario())
    assert plan is seen[1]
    assert plan.score(2027).total == 10


def test_infeasible_carries_the_case() -> None:
    with pytest.raises(InfeasibleError, match="kecil") as caught:
        make_plan(TOY, scenario(kunci=["A", "B"]))
    assert caught.value.case.pack is TOY


def test_no_plan_in_time() -> None:
    """Stopped at once, on a pack whose start is not a plan: there may be one, we do not know."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": f"A{n}"} for n in range(60)],
        pertanyaan=[{"pertanyaan": f"P{n}"} for n in range(60)],
        biaya=[(f"A{n}", 0, 1000 + 7 * n * n % 997) for n in range(60)],
        dampak=[(f"A{n}", f"P{n}", "1") for n in range(60)],
        pagu=[{"tahun": t, "batas_atas": 9001, "batas_bawah": 9001} for t in (2025, 2026, 2027)],
    )
    with pytest.raises(NoPlanInTimeError):
        make_plan(pack, scenario(), stop=lambda: True)


def test_the_proof_is_about_the_plan() -> None:
    """Objective and bound are exact points and rupiah of the plan, whatever the solver's units."""
    for seed in (3, 9, 21, 40):
        pack, settings = random_pack(seed)
        try:
            plan = make_plan(pack, settings)
        except InfeasibleError:
            continue
        points = weighted_points(Case(pack, settings), plan.fractions)
        exact = plan.cost() if settings.tujuan == "min_biaya" else points
        assert plan.proof.objective == float(exact)
        assert plan.proof.gap is not None
        assert plan.proof.gap <= 1e-6
        assert plan.proof.size == build(Case(pack, settings)).problem.size


@pytest.mark.parametrize("solver", ["highs", "cbc"])
@pytest.mark.parametrize("seed", range(700, 720))
def test_a_plan_within_a_gap_is_labelled_so(seed: int, solver: str) -> None:
    """The true optimum never lies outside [objective, bound]; "optimal" only where it is."""
    pack, drawn = random_pack(seed)
    settings = drawn.model_copy(update={"tujuan": "maks_skor"})
    loose = settings.model_copy(update={"pemecah": Pemecah(nama=solver, celah=0.3)})
    try:
        best = make_plan(pack, settings)
    except InfeasibleError:
        return
    plan = make_plan(pack, loose)
    assert plan.proof.bound is not None
    assert plan.proof.objective <= best.proof.objective + 1e-3
    assert best.proof.objective <= plan.proof.bound + 1e-3
    if plan.proof.status == "optimal":
        assert plan.proof.objective == pytest.approx(best.proof.objective, abs=1e-3)
    else:
        assert plan.proof.status == "gap_limit"


def test_a_known_plan_can_begin_the_search() -> None:
    plan = make_plan(TOY, scenario())
    again = make_plan(TOY, scenario(), start=plan.volumes)
    assert again.volumes == plan.volumes
    nothing = make_plan(TOY, scenario(), start={})
    assert nothing.volumes == plan.volumes


def test_progress_of_both_stages_is_reported() -> None:
    """Trivial problems are solved before anything can be reported: a larger one is used."""
    stages = {o.name for o in model_of(TOY).problem.objectives}
    assert stages == {"skor", "biaya"}
    plan = make_plan(TOY, scenario(), on_progress=lambda p: stages.discard(p.stage))
    assert [stage["nama"] for stage in plan.proof.stages] == ["skor", "biaya"]


def _solution(model: object, **values: float) -> Solution:
    names = model.problem.names
    row = [values.get(name.replace("[", "_").replace(",", "_").rstrip("]"), 0.0) for name in names]
    return Solution(Status.OPTIMAL, 0.0, 0.0, 0.0, 0.0, tuple(row))


def test_divisible_volumes_are_cut_to_their_step_and_never_below_the_minimum() -> None:
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "volume_maks": 3, "bulat": False, "berulang": True}],
        dampak=[("A", "P1", "0.1")],
    )
    model = model_of(pack)
    found = read_volumes(
        model, _solution(model, v_A_2025=1.23456789, v_A_2026=0.02999999, v_A_2027=0.01)
    )
    assert found == {("A", 2025): Decimal("1.234567"), ("A", 2026): Decimal("0.03")}
    noise = read_volumes(model, _solution(model, v_A_2025=0.9999999999))
    assert noise == {("A", 2025): Decimal(1)}
    assert Decimal("0.000001") == STEP


def test_whole_volumes_are_the_nearest_whole_number() -> None:
    model = model_of(TOY)
    found = read_volumes(model, _solution(model, V_A_2025=0.9999999, V_A_2026=1.0, V_A_2027=1.0))
    assert found == {("A", 2025): 1}


def test_no_split_of_the_funds_no_plan() -> None:
    case = Case(
        replace(TOY, ceilings=tuple(replace(r, sumber_dana="PAD") for r in TOY.ceilings)),
        scenario(),
    )
    both = {("A", 2025): Decimal(1), ("B", 2025): Decimal(1)}
    proof = make_plan(TOY, scenario()).proof
    assert assemble(case, both, proof) is None
    only = assemble(case, {("A", 2025): Decimal(1)}, proof)
    assert only is not None
    assert only.spending == {("A", 2025, "PAD"): 3 * JUTA}
    assert evaluate(case, both).fractions[2025, "PA"] == Fraction(1)


def test_deliveries_that_add_up_to_a_level_are_not_cut_below_it() -> None:
    """Deliveries of several years, each cut to millionths, would add up to less than is needed."""
    for seed in (220, 228, 232, 242):
        pack, wish = random_pack(seed, whole=False)
        exact = {"pemecah": wish.pemecah.model_copy(update={"celah": 0.0})}
        plan = make_plan(pack, wish.model_copy(update=exact))
        assert plan.proof.status == "optimal"
        assert verify_plan(plan) == ()


def test_a_level_a_hair_above_a_step_is_not_lost() -> None:
    """(1/4 − 10⁻⁶) / 0.005081 = 49.2027160008: a step of millionths is 8·10⁻¹⁰ too little."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "volume_maks": 60, "bulat": False}],
        pertanyaan=[{"pertanyaan": "P1", "skala": QUARTERS}],
        biaya=[("A", 0, JUTA)],
        dampak=[("A", "P1", "0.005081")],
    )
    plan = make_plan(pack, scenario())
    assert plan.volumes["A", 2025] == Decimal("49.202717")
    assert plan.fractions[2025, "P1"] == Fraction(1, 4)
    assert verify_plan(plan) == ()


@pytest.mark.parametrize("seed", [220, 227, 244, 697])
def test_what_rounding_overruns_is_sought_again_from_what_was_found(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack, wish = random_pack(seed, whole=False)
    exact = wish.model_copy(update={"pemecah": wish.pemecah.model_copy(update={"celah": 0.0})})
    begun: list[bool] = []
    spent: list[float] = []
    search = make.solve_in_order

    def seen(*args: object, **kwargs: object) -> tuple[Solution, ...]:
        begun.append(kwargs["start"] is not None)
        solutions = search(*args, **kwargs)
        spent.extend(solution.seconds for solution in solutions)
        return solutions

    monkeypatch.setattr(make, "solve_in_order", seen)
    plan = make_plan(pack, exact)
    assert verify_plan(plan) == ()
    assert begun[:2] == [False, True]
    assert all(begun[1:])
    told = sum(s for part, s in plan.proof.seconds.items() if part.startswith("memecahkan"))
    assert told == pytest.approx(sum(spent))
