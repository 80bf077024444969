"""``kla-plan feedback``: exit codes, files, and words of the command."""

from collections.abc import Callable
from pathlib import Path

import pytest
from support.forms import Form, issue
from support.tiny import save_tiny_plan

from kla_plan.cli import main
from kla_plan.feedback.book import CHANGES_BOOK
from kla_plan.plan.files import load_plan

type Fill = Callable[[str], Form]


def run(*words: str | Path) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["feedback", *(str(word) for word in words)])
    return int(ended.value.code or 0)


def test_forms_become_a_pack_that_passes_the_check(
    pack: Path,
    forms: dict[str, Path],
    fill: Fill,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (pack / "skenario").mkdir()
    (pack / "skenario" / "hemat.yaml").write_text("nama: hemat\nkunci: [A5]\n", encoding="utf-8")
    with fill("Polres") as form:
        form.answer("A5", 2028, setuju="tolak", alasan="tidak ada personel")
    target = tmp_path / "baru"
    assert run(pack, *forms.values(), "--out", target) == 0
    said = capsys.readouterr().out
    assert "Perlu keputusan: 1" in said
    assert "Kegiatan yang ditolak tidak dapat dilepas: 1" in said
    assert (target / CHANGES_BOOK).is_file()
    assert (target / "skenario" / "hemat.yaml").is_file()
    with pytest.raises(SystemExit) as ended:
        main(["check", str(target)])
    assert not ended.value.code


def test_a_taken_folder_and_a_missing_file_are_mistakes_of_use(
    pack: Path, forms: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(pack, *forms.values(), "--out", pack) == 2
    assert run(pack, tmp_path / "tidak-ada.xlsx", "--out", tmp_path / "baru") == 2
    assert not (tmp_path / "baru").exists()
    assert "Traceback" not in capsys.readouterr().err


def test_wrong_data_are_said_and_nothing_is_written(
    pack: Path,
    forms: dict[str, Path],
    fill: Fill,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with fill("Polres") as form:
        form.answer("A5", 2028, setuju="tolak")
    assert run(pack, *forms.values(), "--out", tmp_path / "baru") == 3
    assert not (tmp_path / "baru").exists()
    said = capsys.readouterr().err
    assert "KLA-U-113" in said
    assert "Usulan perubahan (Polres.xlsx), sel" in said


def test_the_plan_of_the_forms_may_be_named(tmp_path: Path) -> None:
    saved = save_tiny_plan(tmp_path)
    form = issue(load_plan(saved), "Dinas A", tmp_path / "a.xlsx")
    assert run(saved / "paket", form, "--plan", saved, "--out", tmp_path / "baru") == 0
