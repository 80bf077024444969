"""The shared catalogue under a pack (contract section 2)."""

import dataclasses

import pytest
from support.grids import write_csv_folder

from kla_plan import resources
from kla_plan.findings import FindingsError, errors
from kla_plan.pack import inspect, load_pack, write_folder
from kla_plan.pack.read_csv import read_csv

BASE = {
    "kegiatan": [
        ["kegiatan", "nama", "opd", "indikator", "satuan", "volume_maks"],
        ["A", "Satu", "Dinas A", "I1", "dokumen", "1"],
        ["B", "Dua", "Dinas A", "I1", "dokumen", "2"],
        ["C", "Tiga", "Dinas A", "I1", "dokumen", "3"],
    ],
    "biaya": [["kegiatan", "tahun_ke", "biaya_tetap"], ["A", "0", "1000000"], ["B", "0", "2000000"],
              ["C", "0", "3000000"]],
    "dampak": [["kegiatan", "pertanyaan", "kenaikan", "paket"], ["A", "P1", "0.5", "K"],
               ["B", "P1", "0.5", "K"], ["C", "P1", "0.25", ""]],
    "prasyarat": [["kegiatan", "butuh"], ["B", "A"]],
    "nomenklatur": [["kode", "level", "nama"], ["2.08", "urusan", "PPPA"]],
    "tidak_terjangkau": [["pertanyaan", "alasan"], ["P2", "Diputus di tempat lain"]],
}  # fmt: skip
OWN = {
    "profil": [
        ["kunci", "nilai"], ["kode_wilayah", "99.99"], ["nama", "Contoh"], ["jenis", "kota"],
        ["provinsi", "Contoh"], ["instrumen", "uji"], ["tahun_dasar", "2025"],
        ["tahun_awal", "2026"], ["tahun_akhir", "2028"],
    ],
    "klaster": [["klaster", "nama", "poin_maks"], ["K1", "Satu", "15"]],
    "indikator": [["indikator", "nomor", "klaster", "nama", "poin_maks"],
                  ["I1", "1", "K1", "Satu", "15"]],
    "pertanyaan": [["pertanyaan", "indikator", "poin_maks", "tipe", "label"],
                   ["P1", "I1", "10", "x", "y"], ["P2", "I1", "5", "x", "y"]],
    "predikat": [["predikat", "batas_bawah", "dasar"], ["Baik", "5", ">="]],
    "jawaban": [["pertanyaan", "poin"], ["P1", "0"], ["P2", "0"]],
    "opd": [["opd", "nama"], ["Dinas A", "Alfa"], ["Dinas B", "Beta"]],
    "pagu": [["tahun", "sumber_dana", "opd", "batas_atas"], ["", "DAU", "", "5000000000"]],
}  # fmt: skip


@pytest.fixture
def load(tmp_path, monkeypatch):
    """Load a pack over a small catalogue; tables given replace or add to the pack's own."""
    base = write_csv_folder(tmp_path / "katalog", BASE)
    monkeypatch.setattr("kla_plan.resources.catalogue", lambda: base)

    def run(reader=load_pack, **tables):
        return reader(write_csv_folder(tmp_path / "kota", OWN | tables))

    return run


def test_a_pack_takes_the_catalogue_as_it_is(load):
    pack = load()
    assert list(pack.activities) == ["A", "B", "C"]
    assert [row.biaya_tetap for row in pack.costs] == [1_000_000, 2_000_000, 3_000_000]
    assert pack.prerequisites[0].butuh == "A"
    assert pack.unreachable == {"P2": "Diputus di tempat lain"}
    assert pack.nomenclature["2.08"].nama == "PPPA"


def test_the_same_key_overrides_and_an_empty_cell_keeps_the_value(load):
    pack = load(
        kegiatan=[["kegiatan", "opd", "volume_maks"], ["B", "Dinas B", ""]],
        biaya=[["kegiatan", "tahun_ke", "biaya_tetap"], ["B", "0", "2500000"]],
    )
    assert pack.activities["B"].opd == "Dinas B"
    assert pack.activities["B"].nama == "Dua"
    assert pack.activities["B"].volume_maks == 2
    assert [row.biaya_tetap for row in pack.costs] == [1_000_000, 2_500_000, 3_000_000]


def test_new_rows_come_after_the_catalogue(load):
    pack = load(
        kegiatan=[["kegiatan", "nama", "opd", "indikator", "satuan", "volume_maks"],
                  ["Z", "Baru", "Dinas B", "I1", "unit", "4"]],
        dampak=[["kegiatan", "pertanyaan", "kenaikan"], ["Z", "P1", "0.1"]],
    )  # fmt: skip
    assert list(pack.activities) == ["A", "B", "C", "Z"]
    assert pack.effects[-1].kegiatan == "Z"


def test_dropping_an_activity_takes_its_catalogue_rows_along(load):
    pack = load(kegiatan=[["kegiatan", "dipakai"], ["C", "tidak"]])
    assert list(pack.activities) == ["A", "B"]
    assert {row.kegiatan for row in pack.costs} == {"A", "B"}
    assert {row.kegiatan for row in pack.effects} == {"A", "B"}
    assert pack.warnings == ()


def test_dropping_single_rows_leaves_the_activity(load):
    pack = load(
        prasyarat=[["kegiatan", "butuh", "dipakai"], ["B", "A", "tidak"]],
        biaya=[["kegiatan", "tahun_ke", "dipakai"], ["A", "0", "tidak"]],
    )
    assert pack.prerequisites == ()
    assert {row.kegiatan for row in pack.costs} == {"B", "C"}
    assert list(pack.activities) == ["A", "B", "C"]
    assert [found.code for found in pack.warnings] == ["KLA-D-065"]


def test_a_dropped_prerequisite_and_a_cut_bundle_are_told(load):
    found = load(inspect, kegiatan=[["kegiatan", "dipakai"], ["A", "tidak"]])
    places = {(f.code, f.place.sheet, f.place.cell) for f in found}
    assert ("KLA-D-011", "katalog/prasyarat", "B2") in places
    assert ("KLA-D-014", "katalog/dampak", "A2") in places


def test_dropping_both_sides_of_a_bundle_is_quiet(load):
    pack = load(kegiatan=[["kegiatan", "dipakai"], ["A", "tidak"], ["B", "tidak"]])
    assert list(pack.activities) == ["C"]
    assert pack.warnings == ()


def test_dropping_what_is_not_there_is_told(load):
    found = load(inspect, kegiatan=[["kegiatan", "dipakai"], ["Q", "tidak"]])
    assert [(f.code, f.place.sheet, f.place.cell) for f in found] == [
        ("KLA-D-010", "kegiatan", "B2")
    ]


def test_an_incomplete_new_row_cites_the_pack(load):
    found = load(inspect, kegiatan=[["kegiatan", "nama"], ["Z", "Baru"]])
    missing = [f for f in found if f.code == "KLA-K-001"]
    assert {f.place.sheet for f in missing} == {"kegiatan"}
    assert {f.place.cell for f in missing} == {"A2"}
    assert len(missing) == 4


def test_a_fault_in_the_catalogue_cites_the_catalogue(load):
    found = load(inspect, opd=[["opd", "nama"], ["Dinas B", "Beta"]])
    assert {(f.code, f.place.sheet) for f in found} == {("KLA-D-001", "katalog/kegiatan")}


def test_a_pack_can_stand_alone(load):
    alone = [*OWN["profil"], ["katalog", "tidak"]]
    found = load(inspect, profil=alone)
    assert {(f.code, f.place.sheet) for f in found if f.code == "KLA-B-007"} == {
        ("KLA-B-007", "kegiatan"), ("KLA-B-007", "biaya"), ("KLA-B-007", "dampak"),
    }  # fmt: skip
    tables = {name: BASE[name] for name in ("kegiatan", "biaya", "dampak")}
    pack = load(profil=alone, **tables)
    assert pack.prerequisites == ()
    assert pack.nomenclature == {}


def test_own_facts_replace_those_of_the_catalogue(load):
    own = [["pertanyaan", "alasan"], ["P2", "Menunggu provinsi"]]
    assert load(tidak_terjangkau=own).unreachable == {"P2": "Menunggu provinsi"}


def test_findings_carry_the_catalogue_only_where_it_is_used(load):
    with pytest.raises(FindingsError, match="KLA-D-002"):
        load(biaya=[["kegiatan", "tahun_ke"], ["A", "0"], ["A", "0"]])


def test_an_unreadable_profile_leaves_the_catalogue_out(load):
    found = load(inspect, profil=[*OWN["profil"], ["katalog", "barangkali"]])
    assert [f.code for f in found] == ["KLA-K-013"]


def test_merging_leaves_the_raw_tables_as_they_are(load, tmp_path):
    load(kegiatan=[["kegiatan", "opd"], ["B", "Dinas B"]])
    again, found = read_csv(tmp_path / "katalog" / "kegiatan.csv")
    assert found == ()
    assert [row.text("opd") for row in again.rows] == ["Dinas A"] * 3
    assert dataclasses.is_dataclass(again)


def test_a_catalogue_nobody_can_pay_is_one_warning_per_set_of_funds(load):
    paid = ["kegiatan", "sumber_dana"]
    rows = [["A", "DAU;PAD"], ["B", "DAU;PAD"], ["C", "BOK"]]
    base = [[*row, *rows[place][1:]] for place, row in enumerate(BASE["kegiatan"][1:])]
    write_csv_folder(
        resources.catalogue(),
        {"kegiatan": [[*BASE["kegiatan"][0], "sumber_dana"], *base]},
    )
    simple = [["tahun", "sumber_dana", "opd", "batas_atas"], ["", "APBD", "", "5000000000"]]

    pack = load(pagu=simple)
    found = [f for f in pack.warnings if f.code == "KLA-D-066"]
    assert [(f.place.sheet, f.value) for f in found] == [
        ("katalog/kegiatan", "DAU; PAD"), ("katalog/kegiatan", "BOK"),
    ]  # fmt: skip
    assert "2 kegiatan katalog tidak dapat dipakai" in found[0].message

    must = load(inspect, pagu=simple, kegiatan=[["kegiatan", "wajib"], ["B", "ya"]])
    assert [(f.code, f.place.cell) for f in errors(must)] == [
        ("KLA-D-062", "G2"), ("KLA-D-062", "G3"),
    ]  # fmt: skip
    assert "A wajib (atau prasyarat yang wajib)." in errors(must)[0].message

    wrong = load(inspect, pagu=simple, kegiatan=[paid, ["C", "CSR"]])
    assert [(f.code, f.place.sheet, f.place.cell) for f in errors(wrong)] == [
        ("KLA-D-062", "kegiatan", "B2")
    ]


def test_a_pack_as_used_keeps_what_nobody_can_pay_as_a_warning(load, tmp_path):
    base = [[*row, "DAU"] for row in BASE["kegiatan"][1:]]
    write_csv_folder(
        resources.catalogue(),
        {"kegiatan": [[*BASE["kegiatan"][0], "sumber_dana"], *base]},
    )
    simple = [["tahun", "sumber_dana", "opd", "batas_atas"], ["", "APBD", "", "5000000000"]]
    pack = load(pagu=simple)

    write_folder(pack, tmp_path / "dipakai")

    assert load_pack(tmp_path / "dipakai") == pack


def test_a_mistyped_override_is_one_finding_that_names_the_nearest(load):
    found = load(inspect, kegiatan=[["kegiatan", "nama", "volume_maks"], ["BB", "", "7"]])

    (wrong,) = errors(found)
    assert (wrong.code, wrong.place.cell, wrong.value) == ("KLA-D-015", "A2", "BB")
    assert 'tidak ada di katalog. Apakah maksud Anda "B"?' in wrong.message


def test_a_new_activity_with_a_cell_missing_is_told_that_cell(load):
    headings = ["kegiatan", "nama", "opd", "indikator", "satuan", "volume_maks"]
    found = load(inspect, kegiatan=[headings, ["Z", "Baru", "Dinas A", "I1", "", "7"]])

    assert [(f.code, f.place.cell) for f in errors(found)] == [("KLA-K-001", "E2")]
