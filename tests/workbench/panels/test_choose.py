"""Step 1 as a planner sees it: choose, upload, read the findings, go back."""

from pathlib import Path

import pytest
from support.grids import edited, write_book
from support.panels import control, has, of_type, press, text
from support.tiny import write_tiny

from kla_plan.plan.make import make_plan
from kla_plan.workbench.panels.choose import panel
from kla_plan.workbench.state import State
from kla_plan.workbench.store import Store
from kla_plan.workbench.widgets import Table
from kla_plan.workbench.widgets.upload import Upload


@pytest.fixture
def store(tmp_path: Path) -> Store:
    for name in ("alfa", "beta"):
        write_tiny(tmp_path / name)
    return Store(State(folder=tmp_path))


def send(shown: object, name: str, content: bytes, size: int = 1000) -> None:
    """Send a file as the browser does: in parts."""
    parts = [content[at : at + size] for at in range(0, len(content), size)]
    for number, part in enumerate(parts):
        message = {"kind": "bagian", "name": name, "part": number, "parts": len(parts)}
        of_type(shown, Upload)._receive(None, message, [memoryview(part)])


def open_(store: Store, shown: object, name: str) -> None:
    control(shown, "Paket data").value = str(store.state.folder / name)
    press(shown, "Buka")
    store.worker.wait()


def test_a_chosen_pack_is_opened_and_described(store: Store) -> None:
    shown = panel(store)
    assert "Belum ada paket" in text(shown)
    open_(store, shown, "alfa")
    assert store.state.pack is not None
    assert "(alfa)" in text(shown)
    assert "Tidak ada temuan pada alfa" in text(shown) or "Temuan pada alfa" in text(shown)


def test_findings_of_a_bad_upload_can_be_filtered_by_their_columns(
    store: Store, tmp_path: Path
) -> None:
    shown = panel(store)
    open_(store, shown, "alfa")
    grids = edited({"jawaban!B2": "", "pagu!D2": "1,5 miliar"})
    send(shown, "rusak.xlsx", write_book(tmp_path / "rusak.xlsx", grids).read_bytes())
    store.worker.wait()
    assert "Temuan pada rusak.xlsx (berkas ditolak): dua galat" in text(shown)
    assert "(alfa)" in text(shown), "the pack in use is still described"
    table = of_type(shown, Table)
    rows = {(row["kode"], row["lembar"], row["sel"]) for row in table.rows}
    assert rows == {("KLA-K-001", "jawaban", "B2"), ("KLA-K-002", "pagu", "D2")}
    assert all(row["saran"] for row in table.rows)
    kinds = {column["key"]: column["kind"] for column in table.columns}
    assert {kinds["berat"], kinds["kode"], kinds["lembar"]} == {"pilihan"}


def test_a_refused_file_can_be_put_aside_with_its_news(store: Store) -> None:
    shown = panel(store)
    open_(store, shown, "alfa")
    before = text(shown)
    send(shown, "surat.docx", b"x")
    store.worker.wait()
    assert "surat.docx (berkas ditolak): satu galat" in text(shown)
    press(shown, "Kembali ke temuan paket yang terbuka")
    assert text(shown) == before
    assert store.state.notice is None
    assert not has(shown, "Kembali ke temuan paket yang terbuka")


def test_another_pack_takes_the_place_of_a_refused_file(store: Store) -> None:
    shown = panel(store)
    send(shown, "surat.docx", b"x")
    store.worker.wait()
    assert has(shown, "Tutup temuan berkas ini")
    open_(store, shown, "alfa")
    assert "surat.docx" not in text(shown)
    send(shown, "surat.docx", b"x")
    store.worker.wait()
    open_(store, shown, "beta")
    press(shown, f"Kembali ke {store.state.source.replace('beta', 'alfa')}")
    assert "surat.docx" not in text(shown)


def test_an_upload_arrives_whole_and_can_be_chosen_afterwards(store: Store, tmp_path: Path) -> None:
    shown = panel(store)
    content = write_book(tmp_path.parent / "gamma.xlsx", edited({})).read_bytes()
    assert len(content) > 3000
    send(shown, "gamma.xlsx", content)
    store.worker.wait()
    assert store.state.pack is not None
    assert store.state.pack.slug == "gamma"
    assert control(shown, "Paket data").value == store.state.path


def test_there_is_a_way_back_to_the_pack_before(store: Store) -> None:
    shown = panel(store)
    open_(store, shown, "alfa")
    pack, scenario = store.state.pack, store.state.scenario
    assert pack is not None
    assert scenario is not None
    wish = scenario.model_copy(update={"nama": "hemat"})
    plan = make_plan(pack, wish)
    store.update(scenario=wish, plan=plan)
    open_(store, shown, "beta")
    assert store.state.plan is None
    [back] = [word for word in (f"Kembali ke {pack.profile.full_name} (alfa)",) if has(shown, word)]
    press(shown, back)
    assert store.state.pack is pack
    assert store.state.plan is plan
    assert store.state.scenario == wish
