"""``kla-plan explain`` and ``kla-plan why``: what they say, write, and end with."""

from pathlib import Path

import pytest
from support.tiny import write_tiny

from kla_plan.cli import main
from kla_plan.pack.read import load_pack
from kla_plan.plan.files import save_plan
from kla_plan.plan.make import make_plan
from kla_plan.scenario import make_scenario


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny(tmp_path_factory.mktemp("paket") / "contoh")


@pytest.fixture(scope="module")
def saved(pack: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rencana") / "rencana"
    save_plan(make_plan(load_pack(pack), make_scenario({})), folder)
    return folder


def run(*words: object) -> int:
    with pytest.raises(SystemExit) as ended:
        main([str(word) for word in words])
    assert isinstance(ended.value.code, int)
    return ended.value.code


FILES = {
    "aturan": {"harga_aturan.csv", "harga_jenis_aturan.csv", "harga_aturan.png",
               "harga_jenis_aturan.png"},
    "uang": {"nilai_uang.csv", "nilai_pagu.png", "tambahan_uang.png"},
    "nilai": {"nilai_kegiatan.csv", "nilai_kegiatan.png"},
    "pilihan": {"pilihan.csv", "pilihan_kegiatan.csv", "pilihan.png"},
    "predikat": {"predikat.csv", "predikat_mandiri.png", "predikat_verifikasi.png"},
}  # fmt: skip


@pytest.mark.parametrize("what", FILES)
def test_every_explanation_is_said_and_written(
    what: str, saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("explain", saved, "--what", what, "--seconds", 8, "--out", tmp_path) == 0
    assert {path.name for path in tmp_path.iterdir()} == FILES[what]
    assert "- " in capsys.readouterr().out


def test_one_activity(saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ("--what", "kegiatan", "--activity", "A3", "--seconds", 5, "--out", tmp_path)
    assert run("explain", saved, *options) == 0
    assert {path.name for path in tmp_path.iterdir()} == {
        "kegiatan_A3.csv",
        "kegiatan_A3.png",
        "kegiatan_A3_pagu.csv",
    }
    assert "Pelatihan petugas layanan" in capsys.readouterr().out


def test_mistakes_are_usage_errors(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", saved, "--what", "kegiatan") == 2
    assert run("explain", saved, "--what", "semua") == 2
    assert run("explain", saved / "tidak-ada") == 2
    capsys.readouterr()


def test_why_a_scenario_is_impossible(
    pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wish = "target=[{tahun: 2026, poin: 20}]"
    assert run("why", pack, "--set", wish, "--seconds", 10, "--out", tmp_path) == 4
    said = capsys.readouterr().out
    assert "Perubahan tunggal terkecil: Target ke-1: turunkan target sebesar" in said
    assert {path.name for path in tmp_path.iterdir()} == {"pertentangan.csv", "pertentangan.png"}
    assert "Target ke-1" in said
    assert "Gabungan perubahan termurah" in said


def test_nothing_is_impossible(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("why", pack, "--seconds", 10) == 0
    assert "Tidak ditemukan aturan yang bertentangan" in capsys.readouterr().out
