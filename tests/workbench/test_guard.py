"""Whatever a callback raises is told in words, with a way on."""

from pathlib import Path

import pytest
from support.packs import tiny_pack
from support.toys import scenario

from kla_plan.findings import Finding, FindingsError, Place
from kla_plan.plan.make import InfeasibleError, NoPlanInTimeError, RejectedPlanError
from kla_plan.problem.case import Case
from kla_plan.workbench.guard import LOG, guarded, quietly, told
from kla_plan.workbench.notices import notice_html
from kla_plan.workbench.state import Kind, State
from kla_plan.workbench.store import Store

FINDING = Finding("KLA-K-001", "Kolom wajib diisi.", "Isi sel itu.", Place("jawaban", "B2"), "x")
CASE = Case(tiny_pack(kegiatan=[{"kegiatan": "A"}]), scenario())


def failing(error: BaseException, folder: Path) -> Store:
    store = Store(State(folder=folder, indicator="I1"))

    @guarded(store)
    def callback() -> int:
        raise error

    assert callback() is None
    return store


def test_a_callback_that_works_returns_its_value(tmp_path: Path) -> None:
    store = Store(State(folder=tmp_path))
    assert guarded(store)(lambda x: x + 1)(2) == 3
    assert store.state.notice is None


def test_an_unexpected_failure_is_told_and_logged(tmp_path: Path) -> None:
    store = failing(ZeroDivisionError("bagi nol"), tmp_path)
    notice = store.state.notice
    assert notice is not None
    assert notice.kind is Kind.ERROR
    assert "ZeroDivisionError" in notice.text
    assert LOG in notice.way_on
    assert "Traceback" in notice.details
    assert "bagi nol" in (tmp_path / LOG).read_text(encoding="utf-8")
    assert store.state.indicator == "I1"


def test_the_log_grows_and_never_fails(tmp_path: Path) -> None:
    failing(ValueError("satu"), tmp_path)
    failing(ValueError("dua"), tmp_path)
    text = (tmp_path / LOG).read_text(encoding="utf-8")
    assert text.index("satu") < text.index("dua")
    blocked = tmp_path / "berkas"
    blocked.write_text("bukan folder", encoding="utf-8")
    notice = failing(ValueError("tiga"), blocked).state.notice
    assert notice is not None
    assert "rincian di bawah" in notice.way_on


@pytest.mark.parametrize(
    ("error", "kind", "says", "way_on"),
    [
        (FindingsError([FINDING]), Kind.ERROR, "lembar jawaban, sel B2", "Isi sel itu."),
        (FindingsError([FINDING, FINDING]), Kind.ERROR, "1 temuan lain", "Isi sel itu."),
        (InfeasibleError(CASE), Kind.WARNING, "Tidak ada rencana", "langkah 4"),
        (NoPlanInTimeError("time_limit"), Kind.WARNING, "sebelum ada", "batas waktu"),
        (RejectedPlanError((FINDING,)), Kind.ERROR, "tidak lolos", "celah"),
        (PermissionError(13, "Permission denied", "a.xlsx"), Kind.ERROR, "a.xlsx", "Tutup"),
    ],
)
def test_failures_with_a_reason_say_it(
    tmp_path: Path, error: BaseException, kind: Kind, says: str, way_on: str
) -> None:
    notice = told(error, tmp_path)
    assert notice.kind is kind
    assert says in notice.text
    assert way_on in notice.way_on
    assert not (tmp_path / LOG).exists()


def test_a_notice_is_written_safely(tmp_path: Path) -> None:
    page = notice_html(told(ValueError("<b>"), tmp_path))
    assert 'role="alert"' in page
    assert "<b>" not in page


def test_events_are_passed_over() -> None:
    seen: list[str] = []
    quietly(lambda: seen.append("ya"))({"new": 1}, "lagi")
    assert seen == ["ya"]
