"""From the form to the pack: nothing said, nothing changed; every kind of change arrives."""

import csv
import hashlib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from support.forms import ADDITIONS, Form, issue

from kla_plan.feedback import Outcome, read_feedback, write_outcome
from kla_plan.feedback.book import CHANGES_BOOK
from kla_plan.findings import FindingsError
from kla_plan.pack.read import inspect, load_pack
from kla_plan.plan.baselines import greedy
from kla_plan.plan.plan import Plan
from kla_plan.scenario import Scenario

type Read = Callable[..., Outcome]
type Fill = Callable[[str], Form]


def cells(outcome: Outcome) -> dict[tuple[str, tuple[str, ...], str], tuple[str, str]]:
    return {change.cell: (change.old, change.new) for change in outcome.changes}


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_untouched_forms_change_nothing(read: Read, pack: Path, tmp_path: Path) -> None:
    outcome = read()
    assert (outcome.changes, outcome.conflicts, outcome.notes) == ((), (), ())
    write_outcome(outcome, tmp_path / "baru" / "contoh")
    assert load_pack(tmp_path / "baru" / "contoh") == load_pack(pack)
    assert [one.silent for one in outcome.tallies] == [6, 4, 1]


def test_agreeing_changes_nothing_either(read: Read, fill: Fill) -> None:
    with fill("Dinas A") as form:
        for year in (2026, 2027, 2028):
            form.answer("A2", year, setuju="ya")
    outcome = read()
    assert outcome.changes == outcome.conflicts == ()
    assert outcome.tallies[0].yes == 3


def test_a_proposal_that_says_the_same_is_no_change(read: Read, fill: Fill) -> None:
    with fill("Dinas B") as form:
        form.answer("A4", 2026, setuju="ubah", usulan_volume=1, alasan="tetap satu")
    assert read().changes == ()


def test_every_cell_of_an_activity_arrives(read: Read, fill: Fill, tmp_path: Path) -> None:
    with fill("Dinas B") as form:
        form.answer(
            "A4",
            2027,
            setuju="ubah",
            usulan_biaya_per_unit=12_500_000,
            usulan_biaya_tetap=1_000_000,
            usulan_tahun_mulai_paling_awal=2027,
            usulan_opd_pendukung="Polres; Dinas A",
            usulan_data_dukung="Berita acara; foto",
            alasan="harga setempat",
        )
    outcome = read()
    assert cells(outcome) == {
        ("biaya", ("A4", "0"), "biaya_per_unit"): ("10000000", "12500000"),
        ("biaya", ("A4", "0"), "biaya_tetap"): ("0", "1000000"),
        ("kegiatan", ("A4",), "mulai_paling_awal"): ("", "2027"),
        ("kegiatan", ("A4",), "opd_pendukung"): ("", "Polres;Dinas A"),
        ("kegiatan", ("A4",), "data_dukung"): ("", "Berita acara; foto"),
    }
    assert {(one.who, one.why) for one in outcome.changes} == {("Dinas B", "harga setempat")}
    write_outcome(outcome, tmp_path / "baru")
    new = load_pack(tmp_path / "baru")
    (cost,) = new.costs_of("A4")
    assert (cost.biaya_per_unit, cost.biaya_tetap, cost.sumber) == (
        12_500_000, 1_000_000, "Usulan Dinas B",
    )  # fmt: skip
    activity = new.activities["A4"]
    assert activity.mulai_paling_awal == 2027
    assert activity.opd_pendukung == ("Polres", "Dinas A")
    assert activity.data_dukung == "Berita acara; foto"


def test_a_volume_moves_the_bounds(read: Read, fill: Fill, tmp_path: Path) -> None:
    with fill("Dinas B") as form:
        form.answer("A3", 2026, setuju="ubah", usulan_volume=1, alasan="pelatih kurang")
        form.answer("A3", 2027, setuju="ubah", usulan_volume=1, alasan="pelatih kurang")
    outcome = read()
    assert cells(outcome) == {
        ("kegiatan", ("A3",), "volume_maks_per_tahun"): ("2", "1"),
        ("kegiatan", ("A3",), "volume_maks"): ("4", "2"),
    }
    write_outcome(outcome, tmp_path / "baru")
    assert load_pack(tmp_path / "baru").activities["A3"].volume_maks == Decimal(2)


def test_a_volume_of_one_year_that_no_bound_says_is_noted(read: Read, fill: Fill) -> None:
    with fill("Dinas B") as form:
        form.answer("A4", 2026, setuju="ubah", usulan_volume=2, alasan="sanggup lebih")
        form.answer("A3", 2026, setuju="ubah", usulan_volume=1, alasan="baru mulai")
    outcome = read()
    assert outcome.changes == ()
    assert [note.subject.split(":")[1] for note in outcome.notes] == [
        " volume tahun 2026",
        " volume tahun 2026",
    ]
    assert "sudah memuat" in outcome.notes[1].reason
    assert "bukan volume setiap tahun" in outcome.notes[0].reason


def test_refused_first_years_begin_later_and_refused_later_years_are_noted(
    read: Read, fill: Fill
) -> None:
    with fill("Dinas A") as form:
        form.answer("A2", 2026, setuju="tolak", alasan="APBD sudah ditetapkan")
        form.answer("A2", 2028, setuju="tolak", alasan="belum pasti")
    outcome = read()
    assert cells(outcome) == {("kegiatan", ("A2",), "mulai_paling_awal"): ("", "2027")}
    (note,) = outcome.notes
    assert note.subject.endswith("tahun 2028")


def test_a_refused_activity_leaves_the_pack_and_keeps_its_rows(
    read: Read, fill: Fill, tmp_path: Path
) -> None:
    with fill("Dinas B") as form:
        for year in (2026, 2027):
            form.answer("A4", year, setuju="tolak", alasan="tidak ada petugas")
    outcome = read()
    assert cells(outcome) == {("kegiatan", ("A4",), "dipakai"): ("ya", "tidak")}
    write_outcome(outcome, tmp_path / "baru")
    assert "A4" not in load_pack(tmp_path / "baru").activities
    kept = {row["kegiatan"]: row["dipakai"] for row in rows(tmp_path / "baru", "dampak")}
    assert (kept["A4"], kept["A3"]) == ("tidak", "")


def test_a_new_activity_becomes_rows_marked_as_assumptions(
    read: Read, fill: Fill, tmp_path: Path
) -> None:
    with fill("Dinas B") as form:
        form.put(
            ADDITIONS,
            2,
            nama="Ruang bermain kelurahan",
            indikator="I3",
            satuan="unit",
            volume_maks=5,
            biaya_per_unit=7_500_000,
            sumber_dana="DAU",
            opd_pendukung="Dinas A",
            pertanyaan="P3.1",
            kenaikan=0.1,
            alasan="diminta Forum Anak",
        )
    outcome = read()
    code = "DINAS-B-BARU-1"
    said = {(c.table, c.key, c.column): c.new for c in outcome.changes}
    assert {c.old for c in outcome.changes} == {""}
    assert said["kegiatan", (code,), "nama"] == "Ruang bermain kelurahan"
    assert said["biaya", (code, "0"), "biaya_per_unit"] == "7500000"
    assert said["dampak", (code, "P3.1"), "kenaikan"] == "0.1"
    write_outcome(outcome, tmp_path / "baru")
    new = load_pack(tmp_path / "baru")
    activity = new.activities["DINAS-B-BARU-1"]
    assert (activity.opd, activity.indikator, activity.volume_maks) == ("Dinas B", "I3", 5)
    assert activity.sumber_dana == ("DAU",)
    assert activity.asumsi
    (cost,) = new.costs_of("DINAS-B-BARU-1")
    assert (cost.biaya_per_unit, cost.tahun_ke) == (7_500_000, 0)
    (effect,) = new.effects_of("DINAS-B-BARU-1")
    assert (effect.pertanyaan, effect.kenaikan, bool(effect.asumsi)) == (
        "P3.1", Decimal("0.1"), True,
    )  # fmt: skip


def test_a_ceiling_that_fits_is_changed_and_a_first_one_is_set(
    read: Read, fill: Fill, tmp_path: Path
) -> None:
    with fill("Dinas A") as form:
        form.ceiling(2026, usulan_batas_atas=130_000_000, alasan="hasil asistensi")
        form.ceiling(2027, usulan_batas_atas=90_000_000, alasan="pagu indikatif")
    with fill("Dinas B") as form:
        form.ceiling(2026, usulan_batas_atas=60_000_000, alasan="pemotongan")
    outcome = read()
    assert cells(outcome) == {
        ("pagu", ("2026", "", "Dinas A"), "batas_atas"): ("120000000", "130000000"),
        ("pagu", ("2027", "", "Dinas A"), "batas_atas"): ("", "90000000"),
        ("pagu", ("2026", "", "Dinas B"), "batas_atas"): ("70000000", "60000000"),
    }
    write_outcome(outcome, tmp_path / "baru")
    tops = {(c.tahun, c.opd): c.batas_atas for c in load_pack(tmp_path / "baru").ceilings if c.opd}
    assert tops == {
        (2026, "Dinas A"): 130_000_000,
        (2027, "Dinas A"): 90_000_000,
        (2026, "Dinas B"): 60_000_000,
    }


def test_what_was_handed_in_is_not_touched(
    read: Read, fill: Fill, forms: dict[str, Path], pack: Path, tmp_path: Path
) -> None:
    with fill("Dinas B") as form:
        form.answer("A4", 2027, setuju="ubah", usulan_biaya_per_unit=1_000_000, alasan="x")
    files = [*forms.values(), *sorted(pack.rglob("*.csv"))]
    before = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]
    write_outcome(read(), tmp_path / "baru")
    assert [hashlib.sha256(path.read_bytes()).hexdigest() for path in files] == before
    with pytest.raises(FindingsError, match="KLA-B"):
        write_outcome(read(), pack)


def test_same_forms_same_bytes(read: Read, fill: Fill, tmp_path: Path) -> None:
    with fill("Dinas B") as form:
        form.answer("A4", 2027, setuju="ubah", usulan_biaya_per_unit=1_000_000, alasan="x")
    for name in ("a", "b"):
        write_outcome(read(), tmp_path / name)
    first, second = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir() if path.is_file()}
        for name in ("a", "b")
    )
    assert first == second
    book = load_workbook(tmp_path / "a" / CHANGES_BOOK)
    assert book.sheetnames == [
        "Jawaban OPD", "Perubahan", "Perlu keputusan", "Jumlah pagu", "Catatan",
    ]  # fmt: skip
    line = [cell.value for cell in book["Perubahan"][5]]
    assert line[4:8] == ["Rp10.000.000", "Rp1.000.000", "Dinas B", "x"]


@pytest.fixture(scope="module")
def city() -> Plan:
    return greedy(load_pack("ogan-ilir"), Scenario())


def test_a_pack_over_the_catalogue_is_overridden_row_by_row(city: Plan, tmp_path: Path) -> None:
    """Only key and changed cells are written; the catalogue keeps the rest."""
    own = [a for a in city.activities if city.pack.activities[a].opd == "Dinkes"]
    needed = {row.butuh for row in city.pack.prerequisites}
    bundled = {row.kegiatan for row in city.pack.effects if row.paket}
    free = [a for a in own if a not in needed | bundled and not city.pack.activities[a].wajib]
    out, kept = free[:2]
    path = issue(city, "Dinkes", tmp_path / "dinkes.xlsx")
    with Form(path) as form:
        for code, year in city.volumes:
            if code == out:
                form.answer(out, year, setuju="tolak", alasan="dialihkan")
        year = min(t for a, t in city.volumes if a == kept)
        form.answer(kept, year, setuju="ubah", usulan_biaya_tetap=123_456_789, alasan="SSH")
    outcome = read_feedback("ogan-ilir", [path], plan=city)
    write_outcome(outcome, tmp_path / "baru")
    assert not [f for f in inspect(tmp_path / "baru") if f.severity == "galat"]
    new = load_pack(tmp_path / "baru")
    assert set(city.pack.activities) - set(new.activities) == {out}
    changed = {cost.kegiatan for cost in new.costs if cost not in city.pack.costs}
    assert changed == {kept}
    assert new.costs_of(kept)[0].biaya_tetap == 123_456_789
    assert [row for row in rows(tmp_path / "baru", "biaya") if row["kegiatan"]] == [
        {**dict.fromkeys(rows(tmp_path / "baru", "biaya")[0], ""), "kegiatan": kept,
         "tahun_ke": "0", "biaya_tetap": "123456789", "sumber": "Usulan Dinkes"}
    ]  # fmt: skip
