"""A plan's files: written all or not at all, read back as the same plan."""

import json
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from support.packs import tiny_pack
from support.tiny import write_tiny
from support.toys import JUTA, scenario

from kla_plan.pack.read import load_pack
from kla_plan.plan import files
from kla_plan.plan.baselines import greedy
from kla_plan.plan.files import hashes, load_plan, save_plan, versions
from kla_plan.plan.make import make_plan
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify import verify_folder, verify_plan
from kla_plan.scenario import make_scenario

WRITTEN = {"manifest.json", "volume.csv", "belanja.csv", "skor.csv", "skor_indikator.csv"}


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    folder = write_tiny(tmp_path_factory.mktemp("asal") / "contoh")
    settings = make_scenario(
        {
            "nama": "uji",
            "bobot_tahun": {2028: 2},
            "target": [{"tahun": 2028, "poin": "9.5"}],
            "kunci": [{"kegiatan": "A2", "tahun": 2027}],
            "pemecah": {"celah": 0, "batas_detik": 30},
        }
    )
    return make_plan(load_pack(folder), settings)


def test_what_is_saved_is_loaded(plan: Plan, tmp_path: Path) -> None:
    save_plan(plan, tmp_path / "rencana")
    assert load_plan(tmp_path / "rencana") == plan
    assert verify_folder(tmp_path / "rencana") == ()


def test_a_baseline_without_a_bound_survives_too(plan: Plan, tmp_path: Path) -> None:
    by_hand = greedy(plan.pack, plan.scenario.model_copy(update={"target": (), "kunci": ()}))
    save_plan(by_hand, tmp_path / "rakus")
    loaded = load_plan(tmp_path / "rakus")
    assert loaded == by_hand
    assert loaded.proof.gap is None


def test_two_savings_are_the_same_byte_for_byte(plan: Plan, tmp_path: Path) -> None:
    for name in ("satu", "dua"):
        save_plan(plan, tmp_path / name)
    assert hashes(tmp_path / "satu") == hashes(tmp_path / "dua")
    assert {p.name for p in (tmp_path / "satu").iterdir()} == {*WRITTEN, "paket"}


def test_two_runs_differ_in_seconds_only(plan: Plan, tmp_path: Path) -> None:
    save_plan(plan, tmp_path / "satu")
    save_plan(make_plan(plan.pack, plan.scenario), tmp_path / "dua")
    one, other = hashes(tmp_path / "satu"), hashes(tmp_path / "dua")
    assert {name for name in one if one[name] != other[name]} <= {"manifest.json"}
    manifests = [_without_seconds(tmp_path / name) for name in ("satu", "dua")]
    assert manifests[0] == manifests[1]


def _without_seconds(folder: Path) -> dict[str, object]:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    del manifest["seconds"]
    for stage in manifest["tahap"]:
        del stage["seconds"]
    return manifest


def test_the_manifest_says_how_the_plan_was_made(plan: Plan, tmp_path: Path) -> None:
    save_plan(plan, tmp_path / "rencana")
    manifest = json.loads((tmp_path / "rencana" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["versi"] == versions()
    assert manifest["masukan"] == hashes(tmp_path / "rencana" / "paket")
    assert manifest["skenario"]["bobot_tahun"] == {"2028": "2"}
    assert manifest["daerah"] == "Kota Contoh"
    assert manifest["verified"] is True
    assert manifest["status"] == "optimal"
    assert manifest["objective"] == manifest["bound"]
    assert manifest["gap"] == 0
    assert set(manifest["seconds"]) == {"menyusun", "memecahkan_skor", "memecahkan_biaya"}
    assert [stage["nama"] for stage in manifest["tahap"]] == ["skor", "biaya"]
    assert manifest["pemecah"]["nama"].startswith("HiGHS")
    assert manifest["pemecah"]["pilihan"]["celah"] == 0.0
    assert manifest["ukuran"]["kolom"] > 0
    totals = {str(t): float(plan.score(t).total) for t in plan.years}
    assert manifest["skor_per_tahun"] == totals
    assert manifest["biaya_per_tahun"] == {str(t): plan.cost(t) for t in plan.years}


def test_numbers_in_the_tables_read_back_exactly(tmp_path: Path) -> None:
    """A volume of 1.125 is written 1.1250, so that nobody reads 1125; thirds have six decimals."""
    pack = load_pack(write_tiny(tmp_path / "asal"))
    plan = make_plan(pack, scenario())
    odd = {**plan.volumes, ("A3", 2026): Decimal("1.125")}
    files.write_plan(replace(plan, volumes=odd), _new(tmp_path / "rencana"))
    assert "A3,2026,1.1250,1\n" in (tmp_path / "rencana" / "volume.csv").read_text("utf-8")
    for name in WRITTEN:
        assert b"\r" not in (tmp_path / "rencana" / name).read_bytes()


def _new(path: Path) -> Path:
    path.mkdir()
    return path


def test_an_existing_folder_is_never_touched(plan: Plan, tmp_path: Path) -> None:
    target = _new(tmp_path / "rencana")
    (target / "catatan.txt").write_text("jangan hilang", encoding="utf-8")
    with pytest.raises(FileExistsError, match="sudah ada"):
        save_plan(plan, target)
    assert [p.name for p in target.iterdir()] == ["catatan.txt"]


def test_missing_parents_are_made(plan: Plan, tmp_path: Path) -> None:
    save_plan(plan, tmp_path / "hasil" / "contoh" / "rencana")
    assert verify_folder(tmp_path / "hasil" / "contoh" / "rencana") == ()


@pytest.mark.parametrize("error", [OSError("disk penuh"), KeyboardInterrupt()])
@pytest.mark.parametrize("writer", ["_manifest", "_write_csv", "write_folder"])
def test_nothing_is_left_of_a_writing_that_failed(
    plan: Plan,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    writer: str,
    error: BaseException,
) -> None:
    def fail(*_args: object, **_kwargs: object) -> None:
        raise error

    monkeypatch.setattr(files, writer, fail)
    with pytest.raises(type(error)):
        save_plan(plan, tmp_path / "rencana")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_no_plan(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "tidak-ada"):
        with pytest.raises(FileNotFoundError, match=r"tidak berisi rencana"):
            load_plan(folder)


def test_tables_of_a_plan_are_its_files(plan: Plan, tmp_path: Path) -> None:
    save_plan(plan, tmp_path / "rencana")
    tables = {
        "volume.csv": plan.volume_table(),
        "belanja.csv": plan.spending_table(),
        "skor.csv": plan.score_table(),
        "skor_indikator.csv": plan.indicator_table(),
    }
    for name, table in tables.items():
        lines = (tmp_path / "rencana" / name).read_text(encoding="utf-8").splitlines()
        assert lines[0].split(",") == list(table.columns)
        assert len(lines) == len(table) + 1
    assert plan.spending_table()["rupiah"].sum() == plan.cost()


def test_what_a_plan_says_of_a_year(plan: Plan) -> None:
    last = plan.years[-1]
    assert plan.predicate(last) == plan.pack.instrument.predicate(plan.score(last).total)
    assert plan.verified_total(last) == plan.score(last).total * Fraction(85, 100)
    assert plan.predicate(last, after_verification=True) == plan.pack.instrument.predicate(
        plan.verified_total(last)
    )
    assert set(plan.activities) == {code for code, _ in plan.volumes}
    assert plan.cost() == sum(plan.cost(year) for year in plan.years)


def test_an_empty_plan_is_a_plan(tmp_path: Path) -> None:
    pack = tiny_pack(kegiatan=[{"kegiatan": "A"}], biaya=[("A", 0, JUTA)])
    plan = make_plan(pack, scenario())
    assert plan.activities == ()
    assert plan.volume_table().empty
    assert list(plan.spending_table().columns) == ["kegiatan", "tahun", "sumber_dana", "rupiah"]
    assert verify_plan(plan) == ()
