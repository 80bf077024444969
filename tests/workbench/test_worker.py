"""Jobs in threads: real searches, stopped and begun anew, and errands beside them."""

import asyncio
import threading
import time

import pytest
from support.panels import until
from support.randoms import random_pack

from kla_plan.plan.make import make_plan
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify import verify_plan
from kla_plan.solve.door import OnProgress, Progress, Stop
from kla_plan.workbench import worker as module
from kla_plan.workbench.state import Kind
from kla_plan.workbench.store import Store


def report(number: int) -> Progress:
    return Progress("skor", float(number), 100.0, 0.5, 0.0)


def waiting(on_progress: OnProgress, stop: Stop) -> str:
    """Work until asked to stop."""
    while not stop():
        on_progress(report(1))
        time.sleep(0.01)
    return "dihentikan"


def test_a_real_search_runs_in_a_thread_and_delivers_a_checked_plan() -> None:
    pack, scenario = random_pack(3)
    store, found, threads = Store(), [], []

    def job(on_progress: OnProgress, stop: Stop) -> Plan:
        threads.append(threading.current_thread())
        return make_plan(pack, scenario, on_progress=on_progress, stop=stop)

    store.worker.start(job, found.append)
    assert store.state.running
    store.worker.wait(30)
    assert not store.state.running
    assert threads[0] is not threading.main_thread()
    assert verify_plan(found[0]) == ()


def test_stop_ends_the_job_and_keeps_its_result() -> None:
    store, results = Store(), []
    store.worker.start(waiting, results.append)
    time.sleep(0.05)
    store.worker.stop()
    store.worker.wait(5)
    assert results == ["dihentikan"]
    assert not store.state.running


def test_a_new_start_stops_the_old_one_and_finds_its_result_in_the_state() -> None:
    store, seen = Store(), []
    store.worker.start(waiting, lambda _: store.update(source="rencana pertama"))

    def second(_: OnProgress, __: Stop) -> str:
        return f"mulai dari {store.state.source}"

    store.worker.start(second, seen.append)
    store.worker.wait(5)
    assert seen == ["mulai dari rencana pertama"]


def test_of_several_new_starts_only_the_last_is_run() -> None:
    store, seen = Store(), []
    store.worker.start(waiting, lambda _: None)
    for number in range(5):
        store.worker.start(lambda _, __, n=number: n, seen.append)
    store.worker.wait(5)
    assert seen == [4]


def test_a_stop_also_forgets_what_was_to_follow() -> None:
    store, seen = Store(), []
    store.worker.start(waiting, lambda _: seen.append("pertama"))
    store.worker.start(lambda _, __: "kedua", seen.append)
    store.worker.stop()
    store.worker.wait(5)
    assert seen == ["pertama"]


def test_progress_reaches_the_store_at_most_five_times_a_second() -> None:
    store, sizes = Store(), []
    store.on("progress", lambda state: sizes.append(len(state.progress)))
    store.worker.start(waiting, lambda _: None)
    time.sleep(1.0)
    store.worker.stop()
    store.worker.wait(5)
    assert 2 <= max(sizes) <= 6
    seconds = [seen.seconds for seen in store.state.progress]
    assert seconds == sorted(seconds)
    assert seconds[-1] > 0.3, "seconds count from the beginning of the job"


def test_time_goes_on_while_the_solver_has_nothing_new(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "QUIET", 0.1)
    store = Store()

    def silent(on_progress: OnProgress, stop: Stop) -> None:
        on_progress(report(7))
        while not stop():
            time.sleep(0.01)

    store.worker.start(silent, lambda _: None)
    until(lambda: len(store.state.progress) >= 3, 5)
    store.worker.stop()
    store.worker.wait(5)
    assert {seen.objective for seen in store.state.progress} == {7.0}


def test_reports_are_thinned_out_and_not_kept_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PAUSE", 0.0)
    monkeypatch.setattr(module, "MOST_REPORTS", 10)
    store = Store()

    def talkative(on_progress: OnProgress, _: Stop) -> None:
        for number in range(200):
            on_progress(report(number))

    store.worker.start(talkative, lambda _: None)
    store.worker.wait(5)
    assert len(store.state.progress) <= 10
    assert store.state.progress[-1].objective == 199.0


def test_a_failing_job_is_told_and_leaves_the_worker_free() -> None:
    store, seen = Store(), []

    def fails(_: OnProgress, __: Stop) -> None:
        message = "rusak"
        raise OSError(message)

    store.worker.start(fails, seen.append)
    store.worker.wait(5)
    assert seen == []
    assert not store.state.running
    assert store.state.notice is not None
    assert store.state.notice.kind is Kind.ERROR
    store.worker.start(lambda _, __: "lagi", seen.append)
    store.worker.wait(5)
    assert seen == ["lagi"]


def test_errands_run_beside_a_search_and_only_the_newest_of_a_name_counts() -> None:
    store, seen = Store(), []
    gate = threading.Event()
    store.worker.start(waiting, lambda _: None)
    store.worker.run(gate.wait, lambda _: seen.append("pintu"))
    for number in range(3):
        store.worker.run(lambda n=number: n, seen.append, only="gambar")
    gate.set()
    until(lambda: 2 in seen, 5)
    assert seen == ["pintu", 2]
    assert store.state.running
    store.worker.stop()
    store.worker.wait(5)


def test_a_failing_errand_is_told_unless_somebody_asked_for_it() -> None:
    store, failures = Store(), []

    def fails() -> None:
        raise KeyError

    store.worker.run(fails, lambda _: None, failed=failures.append)
    store.worker.wait(5)
    assert [type(error) for error in failures] == [KeyError]
    assert store.state.notice is None
    store.worker.run(fails, lambda _: None)
    store.worker.wait(5)
    assert store.state.notice is not None


def test_results_come_back_to_the_main_loop() -> None:
    async def session() -> list[threading.Thread]:
        store, threads = Store(), []
        store.worker.start(lambda _, __: 1, lambda _: threads.append(threading.current_thread()))
        store.worker.run(lambda: 1, lambda _: threads.append(threading.current_thread()))
        while len(threads) < 2:
            await asyncio.sleep(0.01)
        return threads

    assert set(asyncio.run(session())) == {threading.main_thread()}
