"""Opening packs: shipped, local, uploaded; a bad one never loses the one in use."""

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from support.grids import edited, write_book
from support.tiny import write_tiny

from kla_plan.findings import FindingsError
from kla_plan.workbench.opening import choices, open_pack, open_upload, own_pack
from kla_plan.workbench.state import Kind, State
from kla_plan.workbench.store import Store
from kla_plan.workbench.uploads import UPLOADS, unpacked


@pytest.fixture
def store(tmp_path: Path) -> Store:
    folder = tmp_path / "kerja"
    folder.mkdir()
    return Store(State(folder=folder))


def finished(store: Store) -> Store:
    store.worker.wait()
    return store


def zipped(folder: Path, within: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path in sorted(folder.rglob("*.csv")):
            archive.write(path, f"{within}{path.relative_to(folder).as_posix()}")
    return buffer.getvalue()


def book(path: Path, **edits: str) -> bytes:
    return write_book(
        path, edited({key.replace("_", "!"): text for key, text in edits.items()})
    ).read_bytes()


def test_shipped_and_local_packs_can_be_chosen(store: Store) -> None:
    folder = store.state.folder
    write_tiny(folder / "contoh")
    (folder / "bukan-paket").mkdir()
    listed = choices(folder)
    assert listed[0].label.startswith("contoh")
    assert "kota-metro" in {choice.path for choice in listed}
    assert all("bukan-paket" not in choice.path for choice in listed)


def test_a_working_folder_that_is_a_pack_is_its_own(store: Store) -> None:
    assert own_pack(store.state.folder) == ""
    write_tiny(store.state.folder)
    assert own_pack(store.state.folder) == str(store.state.folder)
    assert choices(store.state.folder)[0].label.startswith("kerja")


def test_opening_a_pack_takes_its_scenario_and_forgets_the_old_plan(store: Store) -> None:
    source = write_tiny(store.state.folder / "contoh")
    (source / "skenario").mkdir()
    (source / "skenario" / "dasar.yaml").write_text("inflasi: 0.05\n", encoding="utf-8")
    open_pack(store, str(source))
    state = finished(store).state
    assert state.pack is state.loaded
    assert state.pack is not None
    assert state.pack.slug == "contoh"
    assert state.scenario is not None
    assert str(state.scenario.inflasi) == "0.05"
    assert state.notice is None
    open_pack(store, str(source))
    notice = finished(store).state.notice
    assert notice is not None, "that another file was opened is told"
    assert notice.kind is Kind.INFO


def test_a_bad_scenario_does_not_keep_a_pack_closed(store: Store) -> None:
    source = write_tiny(store.state.folder / "contoh")
    (source / "skenario").mkdir()
    (source / "skenario" / "dasar.yaml").write_text("inflasii: 0.05\n", encoding="utf-8")
    open_pack(store, str(source))
    state = finished(store).state
    assert state.pack is not None
    assert state.notice is not None
    assert state.notice.kind is Kind.WARNING
    assert "KLA-S-001" in {finding.code for finding in state.findings}


def test_a_bad_upload_changes_nothing_but_the_findings(store: Store, tmp_path: Path) -> None:
    open_pack(store, str(write_tiny(store.state.folder / "contoh")))
    before = finished(store).state
    open_upload(store, "rusak.xlsx", book(tmp_path / "rusak.xlsx", jawaban_B2=""))
    state = finished(store).state
    assert state.pack is before.pack
    assert state.scenario == before.scenario
    assert state.findings == before.findings, "they are those of the pack in use"
    assert state.read == before.read
    assert state.refused is not None
    [finding] = [f for f in state.refused.findings if f.code == "KLA-K-001"]
    assert (finding.place.sheet, finding.place.cell) == ("jawaban", "B2")
    assert finding.place.file == "rusak.xlsx"
    assert state.refused.name == "rusak.xlsx"
    assert state.notice is not None
    assert "tidak berubah" in state.notice.text
    assert not (store.state.folder / UPLOADS).exists()


def test_a_good_workbook_is_kept_and_never_written_over(store: Store, tmp_path: Path) -> None:
    content = book(tmp_path / "kota.xlsx")
    for _ in range(2):
        open_upload(store, "C:\\Unduhan\\kota.xlsx", content)
        assert finished(store).state.pack is not None
    kept = sorted(path.name for path in (store.state.folder / UPLOADS).iterdir())
    assert kept == ["kota-2.xlsx", "kota.xlsx"]
    assert (store.state.folder / UPLOADS / "kota.xlsx").read_bytes() == content
    assert store.state.path == str(store.state.folder / UPLOADS / "kota-2.xlsx")


@pytest.mark.parametrize("within", ["", "paketku/", "a/b/paketku/"])
def test_a_zipped_folder_is_opened_wherever_the_pack_lies_in_it(
    store: Store, tmp_path: Path, within: str
) -> None:
    content = zipped(write_tiny(tmp_path / "contoh"), within)
    open_upload(store, "kiriman.zip", content)
    state = finished(store).state
    assert state.pack is not None, state.notice
    assert Path(state.path).is_dir()
    assert state.pack.slug == ("paketku" if within else "kiriman")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("surat.docx", b"x", "KLA-U-001"),
        ("rusak.zip", b"bukan zip", "KLA-U-003"),
        ("kosong.zip", zipped(Path(__file__).parent / "tidak-ada"), "KLA-U-004"),
    ],
)
def test_files_that_are_no_pack_are_refused_in_words(
    store: Store, name: str, content: bytes, code: str
) -> None:
    open_upload(store, name, content)
    state = finished(store).state
    assert state.pack is None
    assert state.refused is not None
    assert [finding.code for finding in state.refused.findings] == [code]


def test_a_zip_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("kla_plan.workbench.uploads.MOST_BYTES", 100)
    content = zipped(write_tiny(tmp_path / "contoh"))
    with pytest.raises(FindingsError) as refused, unpacked("besar.zip", content):
        pass
    assert refused.value.findings[0].code == "KLA-U-002"


def test_nothing_is_unpacked_outside_of_its_place(tmp_path: Path) -> None:
    content = zipped(write_tiny(tmp_path / "contoh"), "../../luar/")
    with unpacked("nakal.zip", content) as found:
        place = found
        assert (found / "profil.csv").is_file()
        assert "kla-unggah-" in str(found)
    assert not place.exists()
    shutil.rmtree(tmp_path / "contoh")
    assert list(tmp_path.iterdir()) == []
