"""Searches begun from the workbench: the plan, a quick answer, a restart, an explanation."""

import threading
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from support.panels import until
from support.toys import JUTA, scenario
from support.two_questions import TARGET, opened, two_questions

from kla_plan.plan.make import NoPlanInTimeError
from kla_plan.plan.verify import verify_plan
from kla_plan.workbench import solving
from kla_plan.workbench.solving import QUICK, apply, best, solve
from kla_plan.workbench.state import Kind, State
from kla_plan.workbench.store import Store


def test_a_search_leads_to_a_checked_plan(tmp_path: Path) -> None:
    store = opened(tmp_path, scenario())
    solve(store)
    store.worker.wait()
    plan = store.state.plan
    assert plan is not None
    assert verify_plan(plan) == ()
    assert plan.proof.status == "optimal"
    assert store.state.current
    assert store.state.notice is None


def test_without_a_pack_nothing_is_sought_and_it_is_told(tmp_path: Path) -> None:
    store = Store(State(folder=tmp_path))
    solve(store)
    store.worker.wait()
    assert store.state.plan is None
    assert store.state.notice is not None


def test_a_quick_answer_has_its_own_limits_and_counts_as_current(tmp_path: Path) -> None:
    store = opened(tmp_path, scenario())
    solve(store, quick=True)
    store.worker.wait()
    plan = store.state.plan
    assert plan is not None
    assert plan.scenario.pemecah == QUICK
    assert store.state.current


def test_a_changed_wish_makes_the_plan_an_old_one(tmp_path: Path) -> None:
    store = opened(tmp_path, scenario())
    solve(store)
    store.worker.wait()
    store.update(scenario=scenario(pagu_faktor="2"))
    assert not store.state.current


def test_a_search_begins_from_the_last_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened(tmp_path, scenario())
    solve(store)
    store.worker.wait()
    seen = []
    real = solving.begin_from
    monkeypatch.setattr(
        solving, "begin_from", lambda p, s, known: seen.append(known) or real(p, s, known)
    )
    first = store.state.plan
    store.update(scenario=scenario(pagu_faktor="2"))
    solve(store)
    store.worker.wait()
    assert seen == [first]
    assert store.state.plan is not None
    assert store.state.plan.cost() == 8 * JUTA


def test_a_change_during_a_search_begins_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, wishes = threading.Event(), []

    def slow(
        state: State, on_progress: object, stop: object, *, quick: bool = False, **__: object
    ) -> object:
        wishes.append(state.scenario.pagu_faktor)
        gate.wait(10)
        return best(state, lambda _: None, lambda: False, quick=quick)

    monkeypatch.setattr(solving, "best", slow)
    store = opened(tmp_path, scenario())
    solve(store)
    until(lambda: wishes)
    store.update(scenario=scenario(pagu_faktor="2"))
    gate.set()
    store.worker.wait()
    assert wishes == [Decimal(1), Decimal(2)]
    assert store.state.plan is not None
    assert store.state.plan.scenario.pagu_faktor == 2
    assert store.state.current


def test_another_pack_stops_the_search_and_its_plan_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()

    def slow(state: State, *_: object, quick: bool = False, **__: object) -> object:
        gate.wait(10)
        return best(state, lambda _: None, lambda: False, quick=quick)

    monkeypatch.setattr(solving, "best", slow)
    store = opened(tmp_path, scenario())
    solve(store)
    other = two_questions(9 * JUTA)
    store.update(pack=other, loaded=other, plan=None)
    gate.set()
    store.worker.wait()
    assert store.state.plan is None


def test_an_impossible_wish_is_explained_and_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(solving, "WHY_SECONDS", 60.0)  # a busy machine may need longer
    store = opened(tmp_path, scenario(target=TARGET, tujuan="min_biaya"), 2 * JUTA)
    seen = []
    store.on("clash", lambda state: seen.append(state.clash))
    solve(store)
    store.worker.wait()
    clash = store.state.clash
    assert clash is not None
    assert clash.complete, store.state.notice
    assert store.state.notice is None
    assert {c.clause.rule for c in clash.conflicts} == {"target", "pagu_atas"}
    assert not seen[0].complete, "that there is no plan is told before the reason is known"
    assert clash.repair is not None
    apply(store, clash.repair.pack, clash.repair.scenario)
    store.worker.wait()
    assert store.state.clash is None
    assert store.state.plan is not None
    store.undo()
    assert store.state.pack == two_questions(2 * JUTA)


def test_a_changed_wish_drops_the_explanation_of_the_old_one(tmp_path: Path) -> None:
    store = opened(tmp_path, scenario(target=TARGET), 2 * JUTA)
    solve(store)
    store.worker.wait()
    assert store.state.clash is not None
    store.update(scenario=scenario())
    assert store.state.clash is None


def test_a_scenario_that_does_not_fit_the_pack_is_told(tmp_path: Path) -> None:
    store = opened(tmp_path, scenario(kunci=["TIDAK-ADA"]))
    solve(store)
    store.worker.wait()
    notice = store.state.notice
    assert notice is not None
    assert notice.kind is Kind.ERROR
    assert "TIDAK-ADA" in notice.text
    assert not store.state.running


def test_a_search_stopped_at_once_leaves_what_it_began_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing_found(*_: object, **__: object) -> None:
        raise NoPlanInTimeError

    wish = scenario()
    found = best(State(pack=two_questions(), scenario=wish), lambda _: None, lambda: False)
    monkeypatch.setattr(solving, "make_plan", nothing_found)
    first = State(folder=tmp_path, pack=two_questions(), scenario=wish)
    kept = best(first, lambda _: None, lambda: True)
    assert verify_plan(kept) == ()
    assert kept.proof.bound is None
    again = replace(first, plan=found)
    assert best(again, lambda _: None, lambda: True) is found, "a proven plan is not given away"
    hard = replace(first, scenario=scenario(target=TARGET))
    with pytest.raises(NoPlanInTimeError):
        best(hard, lambda _: None, lambda: True)
