"""The words of a long job."""

import io
import re
import time

import pytest
from rich.console import Console

from kla_plan.runs.clock import Clock, Phase, duration
from kla_plan.runs.progress import reporting, solver_note
from kla_plan.solve.door import Progress


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 detik"), (42.4, "42 detik"), (60, "1 menit"), (125, "2 menit 5 detik")],
)
def test_durations_in_words(seconds: float, words: str) -> None:
    assert duration(seconds) == words


def test_time_left_is_the_rest_of_the_phase_and_the_later_ones() -> None:
    clock = Clock([Phase("baca", 10), Phase("cari", 20, limit=True), Phase("tulis", 30)])

    assert clock.left == 60
    clock.enter("cari")
    assert clock.left == pytest.approx(50, abs=1)
    assert clock.remaining().startswith("sisa paling lama 50 detik")
    clock.enter("tulis")
    assert clock.remaining().startswith("sisa kira-kira 30 detik")
    assert 0 <= clock.share < 0.1


def test_a_phase_that_takes_longer_never_owes_negative_time() -> None:
    clock = Clock([Phase("baca", 0)])
    clock.enter("baca")
    time.sleep(0.01)

    assert clock.left == 0
    assert clock.remaining() == "hampir selesai"


def test_without_a_terminal_there_are_plain_lines_from_time_to_time() -> None:
    stream = io.StringIO()

    with reporting([Phase("Mencari", 3)], stream=stream, every=0.05) as reporter:
        reporter.phase("Mencari")
        reporter.note("rencana pertama")
        time.sleep(0.2)

    lines = stream.getvalue().splitlines()
    assert re.fullmatch(r"\[0 detik\] Mencari \(sisa kira-kira 3 detik\)", lines[0])
    assert any("rencana pertama" in line for line in lines[1:])
    assert "\x1b" not in stream.getvalue()


def test_on_a_terminal_the_line_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(
        "kla_plan.runs.progress.Console",
        lambda **_: Console(file=stream, force_terminal=True, width=100),
    )

    with reporting([Phase("Mencari", 3)]) as reporter:
        reporter.phase("Mencari")
        reporter.note("rencana pertama")
        time.sleep(0.3)

    assert "Mencari" in stream.getvalue()
    assert "rencana pertama" in stream.getvalue()


def test_solver_notes_say_how_far_the_best_plan_is() -> None:
    nothing = Progress("skor", None, 9.0, None, 1.0)
    first = Progress("skor", 8415.85, 8426.44, 0.00126, 4.0)
    second = Progress("biaya", 223476.0, 202154.0, 0.0954, 9.0)

    assert "sedang disiapkan" in solver_note(nothing)
    assert "8.415,9 poin tertimbang" in solver_note(first)
    assert "0,13 %" in solver_note(first)
    assert "223" not in solver_note(second)
    assert "9,54 %" in solver_note(second)


def test_a_phase_far_beyond_its_time_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock([Phase("tulis", 5)])
    clock.enter("tulis")
    now = time.monotonic()
    monkeypatch.setattr("kla_plan.runs.clock.time.monotonic", lambda: now + 7)
    assert clock.remaining() == "hampir selesai"
    monkeypatch.setattr("kla_plan.runs.clock.time.monotonic", lambda: now + 20)
    assert clock.remaining() == "lebih lama dari perkiraan"
