"""The store: one state, told to those who asked, with a way back."""

import asyncio
import threading

import pytest
from support.packs import tiny_pack

from kla_plan.pack.model import Pack
from kla_plan.scenario import Scenario, make_scenario
from kla_plan.workbench.state import Kind, Notice, State
from kla_plan.workbench.store import Store


def pack() -> Pack:
    return tiny_pack(kegiatan=[{"kegiatan": "A"}], dampak=[("A", "P1", "1")])


def named(name: str) -> Scenario:
    return make_scenario({"nama": name})


def test_only_subscribers_of_changed_fields_are_called() -> None:
    store = Store()
    seen: list[str] = []
    store.on("indicator", lambda state: seen.append(f"indikator {state.indicator}"))
    store.on(("verified", "source"), lambda _: seen.append("lain"))
    store.update(indicator="I1", verified=False)
    assert seen == ["indikator I1"]
    store.update(indicator="I1")
    assert seen == ["indikator I1"]


def test_a_field_that_does_not_exist_is_refused() -> None:
    store = Store()
    with pytest.raises(TypeError):
        store.update(indikator="I1")
    with pytest.raises(ValueError, match="indikator"):
        store.on("indikator", print)


def test_states_are_replaced_and_never_changed() -> None:
    store = Store()
    before = store.state
    store.update(indicator="I1")
    assert before.indicator is None
    assert store.state is not before


def test_undo_and_redo_go_through_the_scenarios() -> None:
    subject = pack()
    store = Store(State(pack=subject, loaded=subject, scenario=named("satu")))
    assert not store.can_undo
    store.update(scenario=named("dua"))
    store.update(scenario=named("tiga"))
    store.undo()
    store.undo()
    assert store.state.scenario == named("satu")
    assert not store.can_undo
    store.redo()
    assert store.state.scenario == named("dua")
    store.update(scenario=named("empat"))
    assert not store.can_redo
    store.undo()
    assert store.state.scenario == named("dua")


def test_undo_brings_back_the_ceilings_too() -> None:
    first, second = pack(), tiny_pack(kegiatan=[{"kegiatan": "A"}], pagu=[{"batas_atas": 5}])
    store = Store(State(pack=first, loaded=first, scenario=named("satu")))
    store.update(pack=second)
    store.undo()
    assert store.state.pack is first


def test_another_file_begins_a_new_history() -> None:
    first, second = pack(), pack()
    store = Store(State(pack=first, loaded=first, scenario=named("satu")))
    store.update(scenario=named("dua"))
    store.update(pack=second, loaded=second, scenario=named("lain"))
    assert not store.can_undo


def test_one_failing_subscriber_does_not_silence_the_others() -> None:
    store = Store()
    seen: list[str | None] = []

    def fails(_: State) -> None:
        message = "rusak"
        raise RuntimeError(message)

    store.on("indicator", fails)
    store.on("indicator", lambda state: seen.append(state.indicator))
    store.update(indicator="I2")
    assert seen == ["I2"]
    assert store.state.notice is not None
    assert store.state.notice.kind is Kind.ERROR


def test_later_comes_back_to_the_loop_from_a_thread() -> None:
    async def session() -> tuple[threading.Thread, Notice | None]:
        store = Store()
        told: list[threading.Thread] = []
        store.on("notice", lambda _: told.append(threading.current_thread()))
        news = Notice(Kind.INFO, "halo")
        work = threading.Thread(target=lambda: store.later(lambda: store.update(notice=news)))
        work.start()
        work.join()
        assert store.state.notice is None, "nothing may change outside the loop"
        await asyncio.sleep(0.05)
        return told[0], store.state.notice

    thread, notice = asyncio.run(session())
    assert thread is threading.main_thread()
    assert notice == Notice(Kind.INFO, "halo")


def test_after_waits_where_a_loop_is_running() -> None:
    async def session() -> list[str]:
        store, seen = Store(), []
        store.after(0.05, lambda: seen.append("kemudian"))
        assert seen == []
        await asyncio.sleep(0.2)
        return seen

    assert asyncio.run(session()) == ["kemudian"]
