"""What several processes of one run share: one makes it, and if that fails all hear of it."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from support.once import once


def test_one_makes_it_and_the_others_wait_for_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    made: list[Path] = []

    def make(folder: Path) -> Path:
        made.append(folder)
        (folder / "berkas").write_text("isi")
        return folder / "berkas"

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: once(tmp_path_factory, "percobaan", make), range(4)))
    assert len(made) == 1
    assert found == [made[0] / "berkas"] * 4
    assert found[0].read_text() == "isi"


def test_a_failure_is_told_to_everybody_who_asks(tmp_path_factory: pytest.TempPathFactory) -> None:
    def fail(folder: Path) -> Path:
        message = f"{folder.name} tidak jadi"
        raise ValueError(message)

    with pytest.raises(ValueError, match="tidak jadi"):
        once(tmp_path_factory, "gagal", fail)
    with pytest.raises(RuntimeError, match=r"gagal: .*tidak jadi"):
        once(tmp_path_factory, "gagal", fail)
