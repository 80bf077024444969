"""Results appear whole or not at all."""

from pathlib import Path

import pytest

from kla_plan.findings import FindingsError
from kla_plan.runs.staging import MARK, refuse_foreign, replace_file, staged, staged_files


def code_of(caught: pytest.ExceptionInfo[FindingsError]) -> str:
    return caught.value.findings[0].code


def test_a_result_appears_at_the_end_of_the_block(tmp_path: Path) -> None:
    target = tmp_path / "baru" / "hasil"

    with staged(target) as work:
        (work / MARK).write_text("{}")
        assert not target.exists()

    assert [path.name for path in target.iterdir()] == [MARK]
    assert [path.name for path in target.parent.iterdir()] == ["hasil"]


def test_an_earlier_plan_is_replaced_as_a_whole(tmp_path: Path) -> None:
    target = tmp_path / "hasil"
    target.mkdir()
    (target / MARK).write_text("lama")
    (target / "lama.docx").write_text("lama")

    with staged(target) as work:
        (work / MARK).write_text("baru")

    assert [path.name for path in target.iterdir()] == [MARK]
    assert (target / MARK).read_text() == "baru"


@pytest.mark.parametrize("failure", [RuntimeError, KeyboardInterrupt])
def test_a_failed_or_cancelled_run_leaves_the_earlier_result(
    tmp_path: Path, failure: type[BaseException]
) -> None:
    target = tmp_path / "hasil"
    target.mkdir()
    (target / MARK).write_text("lama")

    def half_done() -> None:
        with staged(target) as work:
            (work / MARK).write_text("setengah")
            raise failure

    with pytest.raises(failure):
        half_done()

    assert (target / MARK).read_text() == "lama"
    assert [path.name for path in tmp_path.iterdir()] == ["hasil"]


def test_somebodys_folder_is_refused_untouched(tmp_path: Path) -> None:
    (tmp_path / "laporan.docx").write_text("milik orang")

    with pytest.raises(FindingsError) as caught, staged(tmp_path):
        pytest.fail("the block must not run")

    assert code_of(caught) == "KLA-R-001"
    assert [path.name for path in tmp_path.iterdir()] == ["laporan.docx"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    target = tmp_path / "hasil"
    target.write_text("berkas")

    with pytest.raises(FindingsError) as caught:
        refuse_foreign(target)

    assert code_of(caught) == "KLA-R-002"


def test_an_empty_folder_may_be_taken(tmp_path: Path) -> None:
    refuse_foreign(tmp_path)


def test_files_are_moved_in_beside_what_is_there(tmp_path: Path) -> None:
    target = tmp_path / "hasil"
    target.mkdir()
    (target / "lain.txt").write_text("tetap")
    (target / "a.csv").write_text("lama")

    with staged_files(target) as work:
        (work / "a.csv").write_text("baru")
        (work / "sub").mkdir()
        (work / "sub" / "b.csv").write_text("baru")

    assert (target / "lain.txt").read_text() == "tetap"
    assert (target / "a.csv").read_text() == "baru"
    assert (target / "sub" / "b.csv").read_text() == "baru"


def test_a_file_is_replaced_without_leftovers(tmp_path: Path) -> None:
    target = tmp_path / "hasil.csv"
    target.write_text("lama")

    replace_file(target, b"baru")

    assert target.read_text() == "baru"
    assert [path.name for path in tmp_path.iterdir()] == ["hasil.csv"]
