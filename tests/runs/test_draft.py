"""The main job on the tiny pack: all files, one folder, the same numbers."""

import hashlib
import json
from pathlib import Path

import nbformat
import pytest
from support.tiny import write_tiny

from kla_plan.pack.read import load_pack
from kla_plan.plan.make import InfeasibleError
from kla_plan.plan.verify import verify_folder
from kla_plan.runs.beside import EVEN, GREEDY
from kla_plan.runs.draft import NOTEBOOKS, Draft, draft, phases
from kla_plan.runs.inputs import find_scenario
from kla_plan.runs.year import yearly
from kla_plan.scenario import Scenario, Target


class Listener:
    """A reporter that remembers."""

    def __init__(self) -> None:
        self.phases: list[str] = []
        self.notes: list[str] = []

    def phase(self, name: str) -> None:
        self.phases.append(name)

    def note(self, text: str) -> None:
        self.notes.append(text)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Draft, Listener]:
    folder = tmp_path_factory.mktemp("draf")
    listener = Listener()
    pack = load_pack(write_tiny(folder / "contoh"))
    return draft(pack, Scenario(), folder / "hasil", reporter=listener), listener


@pytest.mark.slow
def test_everything_of_the_contract_is_there(made: tuple[Draft, Listener]) -> None:
    folder = made[0].folder
    names = {path.name for path in folder.iterdir()}

    assert {
        "manifest.json", "paket", "volume.csv", "belanja.csv", "skor.csv", "skor_indikator.csv",
        "matriks.xlsx", "RAD_KLA_Contoh_2026-2028.docx", "notebook",
    } <= names  # fmt: skip
    assert sorted(path.name for path in (folder / NOTEBOOKS).iterdir()) == [
        "01_kesenjangan.ipynb",
        "02_kandidat.ipynb",
        "03_optimasi.ipynb",
        "04_dokumen_rad.ipynb",
        "05_rencana_tahunan_2026.ipynb",
        "05_rencana_tahunan_2027.ipynb",
        "05_rencana_tahunan_2028.ipynb",
    ]


@pytest.mark.slow
def test_there_is_a_pdf_or_a_reason_why_not(made: tuple[Draft, Listener]) -> None:
    pdf = made[0].folder / "RAD_KLA_Contoh_2026-2028.pdf"

    assert pdf.is_file() != bool(made[0].notes)


@pytest.mark.slow
def test_the_saved_plan_holds(made: tuple[Draft, Listener]) -> None:
    assert verify_folder(made[0].folder) == ()
    assert set(made[0].others) == {GREEDY, EVEN}


@pytest.mark.slow
def test_the_scenario_as_used_stands_beside_the_pack(made: tuple[Draft, Listener]) -> None:
    folder = made[0].folder

    assert (
        find_scenario(folder / "paket", folder / "paket" / "skenario" / "dasar.yaml") == Scenario()
    )


@pytest.mark.slow
def test_the_notebooks_name_no_place_of_this_machine(made: tuple[Draft, Listener]) -> None:
    folder = made[0].folder
    for path in (folder / NOTEBOOKS).iterdir():
        notebook = nbformat.read(path, as_version=4)
        assert str(folder.parent) not in json.dumps(notebook), path.name


@pytest.mark.slow
def test_the_phases_are_told_in_order(made: tuple[Draft, Listener]) -> None:
    names = [phase.name for phase in phases(Scenario())]

    assert made[1].phases == names[1:]
    assert any("PDF" in note or "nomor halaman" in note for note in made[1].notes)


@pytest.mark.slow
def test_the_yearly_papers_come_from_the_saved_plan(
    made: tuple[Draft, Listener], tmp_path: Path
) -> None:
    before = hashlib.sha256((made[0].folder / "manifest.json").read_bytes()).hexdigest()

    paths = yearly(made[0].folder, 2027, tmp_path / "tahun")

    names = {path.name for path in paths}
    assert {"rencana_2027.ipynb", "rencana_2027.docx"} <= names
    assert any(path.suffix == ".xlsx" for path in paths)
    assert all(path.is_file() for path in paths)
    after = hashlib.sha256((made[0].folder / "manifest.json").read_bytes()).hexdigest()
    assert before == after


@pytest.mark.slow
def test_where_no_plan_is_possible_nothing_is_left(tmp_path: Path) -> None:
    pack = load_pack(write_tiny(tmp_path / "contoh"))
    scenario = Scenario(target=(Target(tahun=2026, poin="20"),))

    with pytest.raises(InfeasibleError):
        draft(pack, scenario, tmp_path / "hasil")

    assert [path.name for path in tmp_path.iterdir()] == ["contoh"]


@pytest.mark.slow
def test_a_plan_that_does_nothing_still_gets_its_papers(tmp_path: Path) -> None:
    pack = load_pack(write_tiny(tmp_path / "contoh"))
    nothing = Scenario(larang=tuple(pack.activities))

    result = draft(pack, nothing, tmp_path / "hasil")

    assert result.plan.activities == ()
    assert verify_folder(result.folder) == ()
