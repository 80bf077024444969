"""What agencies disagree on is shown side by side and not applied."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from support.forms import ADDITIONS, Form
from support.tiny import TABLES, write_tiny

from kla_plan.feedback import Outcome, write_outcome
from kla_plan.feedback.book import CHANGES_BOOK, write_book
from kla_plan.feedback.ceilings import region_limit
from kla_plan.feedback.refusals import obstacle
from kla_plan.pack.read import load_pack

type Read = Callable[..., Outcome]
type Fill = Callable[[str], Form]


def test_two_agencies_that_want_a_cell_differently(read: Read, fill: Fill, tmp_path: Path) -> None:
    with fill("Dinas B") as form:
        form.answer("A3", 2026, setuju="ubah", usulan_biaya_per_unit=40_000_000, alasan="SSH")
    with fill("Dinas A") as form:
        form.answer("A3", 2026, setuju="ubah", usulan_biaya_per_unit=25_000_000, alasan="hemat")
    outcome = read()
    assert outcome.changes == ()
    (conflict,) = outcome.conflicts
    assert conflict.kind == "Usulan berbeda antar-OPD"
    assert conflict.current == "Rp30.000.000"
    assert [(side.who, side.says, side.why) for side in conflict.sides] == [
        ("Dinas B", "mengusulkan Rp40.000.000", "SSH"),
        ("Dinas A", "mengusulkan Rp25.000.000", "hemat"),
    ]
    write_outcome(outcome, tmp_path / "baru")
    assert load_pack(tmp_path / "baru").costs_of("A3")[0].biaya_per_unit == 30_000_000
    sheet = load_workbook(tmp_path / "baru" / CHANGES_BOOK)["Perlu keputusan"]
    line = [cell.value for cell in sheet[5]]
    assert line[3].startswith("Rp30.000.000")
    assert line[5] == "mengusulkan Rp40.000.000"
    assert line[8] == "mengusulkan Rp25.000.000"


def test_two_agencies_that_want_the_same_agree(read: Read, fill: Fill) -> None:
    for opd in ("Dinas A", "Dinas B"):
        with fill(opd) as form:
            form.answer("A3", 2026, setuju="ubah", usulan_biaya_per_unit=31_000_000, alasan=opd)
    outcome = read()
    assert outcome.conflicts == ()
    (change,) = outcome.changes
    assert (change.who, change.why) == ("Dinas B, Dinas A", "Dinas B; Dinas A")


@pytest.mark.parametrize("returned", [True, False])
def test_a_supporter_alone_changes_nothing(read: Read, fill: Fill, returned: bool) -> None:
    with fill("Dinas A") as form:
        form.answer("A3", 2027, setuju="ubah", usulan_volume=1, alasan="ruang terbatas")
    if returned:
        with fill("Dinas B") as form:
            form.answer("A3", 2027, setuju="ya")
    outcome = read(["Dinas A", "Dinas B"] if returned else ["Dinas A"])
    assert outcome.changes == ()
    (conflict,) = outcome.conflicts
    stand = "setuju dengan rencana" if returned else "belum mengembalikan formulir"
    assert [side.says for side in conflict.sides] == [stand, "mengusulkan 1 angkatan"]
    assert "Dinas B sebagai penanggung jawab" in conflict.by


def test_a_supporter_that_refuses(read: Read, fill: Fill) -> None:
    with fill("Dinas A") as form:
        form.answer("A3", 2026, setuju="tolak", alasan="bukan kewenangan kami")
    (conflict,) = read().conflicts
    assert conflict.kind == "OPD pendukung menolak"
    assert conflict.sides[1].says == "menolak tahun 2026"
    assert conflict.sides[1].why == "bukan kewenangan kami"


def test_a_supporter_that_is_replaced_may_refuse(read: Read, fill: Fill) -> None:
    with fill("Dinas A") as form:
        form.answer("A3", 2026, setuju="tolak", alasan="bukan kewenangan kami")
    with fill("Dinas B") as form:
        form.answer("A3", 2026, setuju="ubah", usulan_opd_pendukung="Polres", alasan="diganti")
    outcome = read()
    assert outcome.conflicts == ()
    assert [change.new for change in outcome.changes] == ["Polres"]


def test_a_prerequisite_that_is_refused_stays(read: Read, fill: Fill) -> None:
    with fill("Dinas A") as form:
        form.answer("A1", 2026, setuju="tolak", alasan="sudah ada Perwali")
    outcome = read()
    assert outcome.changes == ()
    (conflict,) = outcome.conflicts
    assert conflict.kind == "Kegiatan yang ditolak dibutuhkan kegiatan lain"
    assert [side.who for side in conflict.sides] == ["Dinas A", "Dinas B"]
    assert "A3 Pelatihan petugas layanan" in conflict.sides[1].says


def test_a_prerequisite_may_go_with_what_needs_it(read: Read, fill: Fill, tmp_path: Path) -> None:
    with fill("Dinas A") as form:
        form.answer("A1", 2026, setuju="tolak", alasan="sudah ada Perwali")
    with fill("Dinas B") as form:
        for year in (2026, 2027):
            form.answer("A3", year, setuju="tolak", alasan="dialihkan")
    outcome = read()
    assert outcome.conflicts == ()
    assert {change.key[0] for change in outcome.changes} == {"A1", "A3"}
    write_outcome(outcome, tmp_path / "baru")
    assert set(load_pack(tmp_path / "baru").activities) == {"A2", "A4", "A5"}


def test_an_activity_that_a_scenario_demands_stays(read: Read, fill: Fill) -> None:
    with fill("Polres") as form:
        form.answer("A5", 2028, setuju="tolak", alasan="tidak ada personel")
    (conflict,) = read(locked={"A5": "hemat"}).conflicts
    assert conflict.kind == "Kegiatan yang ditolak tidak dapat dilepas"
    assert "dikunci skenario hemat" in conflict.current


def test_rises_above_the_regions_ceiling_wait_and_cuts_do_not(
    read: Read, fill: Fill, tmp_path: Path
) -> None:
    """2026: DAU 150 and DAK 50 million; the agencies have 120 and 70, and ask for 150 and 60."""
    with fill("Dinas A") as form:
        form.ceiling(2026, usulan_batas_atas=150_000_000, alasan="gedung")
    with fill("Dinas B") as form:
        form.ceiling(2026, usulan_batas_atas=60_000_000, alasan="pemotongan")
    outcome = read()
    assert [change.new for change in outcome.changes] == ["60000000"]
    (conflict,) = outcome.conflicts
    assert conflict.kind == "Jumlah pagu OPD melampaui batas daerah"
    assert "batas daerah Rp200.000.000" in conflict.current
    assert "sekarang Rp190.000.000, dengan usulan Rp210.000.000" in conflict.current
    assert "kelebihannya Rp10.000.000" in conflict.decision
    assert [side.says for side in conflict.sides] == ["Rp120.000.000 menjadi Rp150.000.000"]
    (added,) = outcome.sums
    assert (added.before, added.after, added.limit) == (190_000_000, 210_000_000, 200_000_000)
    target = write_book(outcome, tmp_path / "perubahan.xlsx")
    line = [cell.value for cell in load_workbook(target)["Jumlah pagu"][5]]
    assert line[1:] == [190_000_000, 210_000_000, 200_000_000, -10_000_000]


def test_the_regions_ceiling_is_the_tighter_one(tmp_path: Path) -> None:
    pack = load_pack(write_tiny(tmp_path / "contoh"))
    assert region_limit(pack, (2026, "")) == 200_000_000
    assert region_limit(pack, (2026, "DAU")) == 150_000_000
    assert region_limit(pack, (2031, "")) is None
    rows = [*TABLES["pagu"], {"tahun": 2026, "batas_atas": 170_000_000}]
    whole = load_pack(write_tiny(tmp_path / "lain", {**TABLES, "pagu": rows}))
    assert region_limit(whole, (2026, "")) == 170_000_000


def test_the_same_new_activity_from_two_agencies_waits(read: Read, fill: Fill) -> None:
    for opd in ("Dinas A", "Dinas B"):
        with fill(opd) as form:
            form.put(
                ADDITIONS, 2, nama="Ruang Bermain", indikator="I3", satuan="unit", volume_maks=1,
                alasan=opd,
            )  # fmt: skip
    outcome = read()
    assert outcome.changes == ()
    (conflict,) = outcome.conflicts
    assert [side.who for side in conflict.sides] == ["Dinas A", "Dinas B"]


def test_a_new_activity_that_is_there_already_waits(read: Read, fill: Fill) -> None:
    with fill("Polres") as form:
        form.put(
            ADDITIONS, 2, nama="pendampingan  kelurahan", indikator="I3", satuan="unit",
            volume_maks=1, alasan="x",
        )  # fmt: skip
    (conflict,) = read().conflicts
    assert conflict.current == "A4 oleh Dinas B"


def test_who_has_not_answered_is_known_from_the_plan(read: Read, plan: object) -> None:
    outcome = read(["Dinas B"], plan=plan)
    assert [(one.opd, bool(one.returned)) for one in outcome.tallies] == [
        ("Dinas A", False), ("Dinas B", True), ("Polres", False),
    ]  # fmt: skip


def test_what_keeps_an_activity_in_the_pack(tmp_path: Path) -> None:
    kegiatan = [dict(row) for row in TABLES["kegiatan"]]
    kegiatan[4]["wajib"] = "ya"
    bundle = [
        {"kegiatan": code, "pertanyaan": "P1.2", "kenaikan": "0.5", "paket": "SK"}
        for code in ("A2", "A4")
    ]
    dampak = [row for row in TABLES["dampak"] if row["kegiatan"] != "A2"]
    done = [{"tahun": 2025, "kegiatan": "A1", "volume": 1, "rupiah": 90_000_000}]
    tables = {**TABLES, "kegiatan": kegiatan, "dampak": [*dampak, *bundle], "realisasi": done}
    pack = load_pack(write_tiny(tmp_path / "contoh", tables))
    assert "wajib" in obstacle(pack, "A5", {})
    assert "realisasinya" in obstacle(pack, "A1", {})
    assert "paket bukti SK" in obstacle(pack, "A4", {})
    assert obstacle(pack, "A3", {}) == ""
