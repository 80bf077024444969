"""Packs as used, fresh folders, and reference pages."""

import csv
from pathlib import Path

import pytest
import yaml
from support.grids import edited, tiny_grids, write_csv_folder

from kla_plan import resources
from kla_plan.findings import FindingsError
from kla_plan.pack import inspect, load_pack, new_folder, write_folder
from kla_plan.pack.checks import all_rules
from kla_plan.pack.columns import INSTRUMENT_TABLES, PACK_TABLES
from kla_plan.pack.docs import dictionary_page, findings_page, write_docs
from kla_plan.scenario import Scenario, load_scenario

SHIPPED = sorted(folder.name for folder in resources.regions().iterdir() if folder.is_dir())
DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize("slug", SHIPPED)
def test_a_pack_as_used_loads_back_alone(slug, tmp_path, monkeypatch):
    pack = load_pack(slug)
    write_folder(pack, tmp_path / "paket")
    monkeypatch.setattr("kla_plan.resources.catalogue", lambda: tmp_path / "tidak ada")
    monkeypatch.setattr("kla_plan.resources.instruments", lambda: tmp_path / "tidak ada")
    assert load_pack(tmp_path / "paket") == pack


def test_everything_a_tiny_pack_can_say_is_written(tmp_path):
    grids = edited(
        {
            "pertanyaan!G2": "1/3;2/3;1",
            "realisasi!A2": "2026", "realisasi!B2": "A4", "realisasi!C2": "2,5",
            "realisasi!D2": "25000000", "kegiatan!K5": "tidak",
            "jawaban_2026": [["pertanyaan", "poin"], ["P1.1", "4"]],
            "nomenklatur": [["kode", "level", "nama"], ["2.08", "urusan", "PPPA"]],
        }
    )  # fmt: skip
    pack = load_pack(write_csv_folder(tmp_path / "kecil", grids))
    write_folder(pack, tmp_path / "paket")
    assert load_pack(tmp_path / "paket") == pack
    names = {path.name for path in (tmp_path / "paket").rglob("*.csv")}
    assert {f"{s.name}.csv" for s in (*PACK_TABLES, *INSTRUMENT_TABLES)} < names


def test_a_written_pack_is_replaced_whole(tmp_path):
    grids = tiny_grids() | {"jawaban_2026": [["pertanyaan", "poin"], ["P1.1", "4"]]}
    write_folder(load_pack(write_csv_folder(tmp_path / "a", grids)), tmp_path / "paket")
    plain = load_pack(write_csv_folder(tmp_path / "b", tiny_grids()))
    write_folder(plain, tmp_path / "paket")
    assert load_pack(tmp_path / "paket") == plain


def test_a_planners_folder_is_never_replaced(tmp_path):
    own = write_csv_folder(tmp_path / "kecil", tiny_grids())
    before = sorted((path, path.read_bytes()) for path in own.rglob("*.csv"))
    with pytest.raises(FindingsError, match="KLA-B-015"):
        write_folder(load_pack(own), own)
    assert sorted((path, path.read_bytes()) for path in own.rglob("*.csv")) == before


def test_a_failed_write_leaves_nothing_behind(tmp_path, monkeypatch):
    pack = load_pack(write_csv_folder(tmp_path / "kecil", tiny_grids()))

    def full(*_args):
        raise OSError(28, "disk penuh")

    monkeypatch.setattr("kla_plan.pack.write.csv_bytes", full)
    with pytest.raises(OSError, match="disk penuh"):
        write_folder(pack, tmp_path / "paket")
    assert [path.name for path in tmp_path.iterdir()] == ["kecil"]


def test_a_new_folder_only_asks_for_what_nobody_else_knows(tmp_path):
    new_folder(tmp_path / "kota")
    codes = [found.code for found in inspect(tmp_path / "kota")]
    assert set(codes) == {"KLA-D-020", "KLA-B-014"}
    scenario = load_scenario(tmp_path / "kota" / "skenario" / "dasar.yaml")
    assert scenario == Scenario()
    text = (tmp_path / "kota" / "skenario" / "dasar.yaml").read_text(encoding="utf-8")
    assert set(yaml.safe_load(text)) == set(Scenario.model_fields)
    assert (tmp_path / "kota" / "README.md").is_file()


def test_a_new_folder_filled_in_is_a_pack(tmp_path):
    folder = tmp_path / "kota"
    new_folder(folder)
    facts = {"kode_wilayah": "99.99", "nama": "Baru", "jenis": "kota", "provinsi": "Contoh",
             "tahun_dasar": "2025", "tahun_awal": "2026", "tahun_akhir": "2030"}  # fmt: skip
    profile = folder / "profil.csv"
    with profile.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    with profile.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerows([row[0], facts.get(row[0], row[1]), *row[2:]] for row in rows)
    with (folder / "skor.csv").open("a", encoding="utf-8") as stream:
        stream.write("total,,512.5,rekap,\n")
    with (folder / "pagu.csv").open("a", encoding="utf-8") as stream:
        funds = {f for row in load_pack("ogan-ilir").activities.values() for f in row.sumber_dana}
        stream.writelines(f",{fund},,9000000000,,,\n" for fund in sorted(funds))
    pack = load_pack(folder)
    assert pack.start_score().total == 512.5
    assert pack.activities.keys() == load_pack("ogan-ilir").activities.keys()
    assert pack.warnings == ()


def test_a_new_folder_never_covers_another(tmp_path):
    (tmp_path / "x.txt").write_text("x", encoding="utf-8")
    with pytest.raises(FindingsError, match="KLA-B-015"):
        new_folder(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["x.txt"]


@pytest.mark.parametrize(
    ("name", "page"), [("temuan.md", findings_page), ("kamus_data.md", dictionary_page)]
)
def test_the_committed_page_is_what_the_code_says(name, page):
    assert (DOCS / name).read_text(encoding="utf-8") == page()


def test_the_pages_name_every_code_and_every_column(tmp_path):
    write_docs(tmp_path)
    findings = (tmp_path / "temuan.md").read_text(encoding="utf-8")
    assert all(f"### {rule.code} · {rule.title}" in findings for rule in all_rules())
    words = (tmp_path / "kamus_data.md").read_text(encoding="utf-8")
    assert all(f"| `{c.name}` |" in words for spec in PACK_TABLES for c in spec.columns)
    assert "| `dipakai` |" in words


def test_a_new_folder_holds_the_word_templates(tmp_path):
    new_folder(tmp_path / "kota")
    for name in ("rad_kla.docx", "rencana_tahunan.docx"):
        copied = (tmp_path / "kota" / "templat" / name).read_bytes()
        assert copied == (resources.templates() / name).read_bytes()
