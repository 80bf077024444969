"""The commands that advise on a saved plan: what they write, say and return."""

from pathlib import Path

import pandas as pd
import pytest
from support.tiny import TABLES, save_tiny_plan, with_rows, write_tiny

from kla_plan.cli import main
from kla_plan.plan.files import load_plan
from kla_plan.plan.verify import verify_folder


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny_plan(tmp_path_factory.mktemp("saran"))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    def call(*words: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main([str(word) for word in words])
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out, said.err

    return call


@pytest.mark.parametrize("name", ["risk", "sure", "robust", "stable", "replan", "fair"])
def test_help_is_indonesian(run, name: str) -> None:
    code, out, _ = run(name, "--help")
    assert code == 0
    assert "Pemakaian: kla-plan" in out
    assert "[bawaan" in out or "[wajib]" in out


def test_risk_writes_tables_and_charts_beside_what_it_says(
    run, saved: Path, tmp_path: Path
) -> None:
    code, out, _ = run("risk", saved, "--out", tmp_path / "r", "--draws", 200)
    assert code == 0
    assert "4 pasangan" in out
    assert {path.name for path in (tmp_path / "r").iterdir()} == {
        "nilai_sebaran.csv", "nilai_sebaran.png", "pagu_peluang.csv", "predikat_peluang.csv",
        "predikat_peluang.png",
    }  # fmt: skip
    table = pd.read_csv(tmp_path / "r" / "predikat_peluang.csv")
    assert table.groupby("tahun")["peluang"].sum().round(9).eq(1).all()
    assert run("risk", saved, "--draws", 200)[0] == 0


def test_sure_saves_a_plan_that_holds_or_says_why_not(run, saved: Path, tmp_path: Path) -> None:
    where = tmp_path / "pasti"
    code, out, _ = run("sure", saved, "--goal", "8", "--year", 2028, "--out", where, "--level", 0.6)
    assert code == 0
    assert "Harga kepastian" in out
    assert verify_folder(where) == ()
    code, _, err = run(
        "sure", saved, "--goal", "19.5", "--year", 2028, "--out", tmp_path / "x", "--level", 0.95
    )
    assert code == 4
    assert "poin" in err
    assert not (tmp_path / "x").exists()
    assert run("sure", saved, "--goal", "8", "--year", 2050, "--out", tmp_path / "x")[0] == 2


def test_robust_saves_a_plan_that_holds(run, saved: Path, tmp_path: Path) -> None:
    code, out, _ = run("robust", saved, "--biaya", 1, "--lonjakan", "0.3", "--out", tmp_path / "t")
    assert code == 0
    assert "1 kegiatan mana pun naik 30,0 %" in out
    assert verify_folder(tmp_path / "t") == ()
    assert load_plan(tmp_path / "t").scenario.ketahanan.biaya_terburuk == 1
    assert run("robust", saved, "--out", tmp_path / "u")[0] == 2


def test_stable_keeps_the_plan_when_money_is_added(run, saved: Path, tmp_path: Path) -> None:
    code, out, _ = run("stable", saved, "--pagu", "1.2", "--out", tmp_path / "s", "--loss", 1)
    assert code == 0
    assert "memuat seluruh rencana lama" in out
    old, new = load_plan(saved), load_plan(tmp_path / "s")
    assert all(new.volumes.get(key, 0) >= volume for key, volume in old.volumes.items())
    assert (tmp_path / "s" / "rencana_lama_dan_baru.png").read_bytes()[:4] == b"\x89PNG"
    assert pd.read_csv(tmp_path / "s" / "pengurangan.csv").empty
    assert verify_folder(tmp_path / "s") == ()


def test_replan_from_what_was_done(run, saved: Path, tmp_path: Path) -> None:
    old = load_plan(saved)
    done = [
        {"tahun": year, "kegiatan": code, "volume": volume, "rupiah": 1_000_000}
        for (code, year), volume in old.volumes.items()
        if year == 2026
    ]
    sheet = [{"pertanyaan": row["pertanyaan"], "poin": row["poin"]} for row in TABLES["jawaban"]]
    tables = {**with_rows("realisasi", done), "jawaban_2026": sheet}
    pack = write_tiny(tmp_path / "paket", tables)
    code, out, _ = run("replan", pack, "--plan", saved, "--out", tmp_path / "n")
    assert code == 0
    assert "lembar skor" in out
    assert verify_folder(tmp_path / "n") == ()
    assert load_plan(tmp_path / "n").years == (2027, 2028)
    pictures = {path.name for path in (tmp_path / "n").glob("*.png")}
    assert pictures == {"rencana_lama_dan_baru.png", "sebab_perubahan.png"}
    causes = pd.read_csv(tmp_path / "n" / "sebab_perubahan.csv")
    assert causes["beda_poin_akhir"].sum() == pytest.approx(
        causes["poin_akhir"].iloc[-1] - causes["poin_akhir"].iloc[0]
    )
    both = ("--max-changes", 1, "--loss", 0.1)
    assert run("replan", pack, "--plan", saved, "--out", tmp_path / "m", *both)[0] == 2
    bare = write_tiny(tmp_path / "belum")
    assert run("replan", bare, "--plan", saved, "--out", tmp_path / "m")[0] == 2


def test_fair_prices_what_is_asked(run, saved: Path, tmp_path: Path) -> None:
    code, out, _ = run("fair", saved, "--set", "maks_porsi_opd=0.6", "--out", tmp_path / "f")
    assert code == 0
    assert "Porsi OPD paling banyak 60,0 %" in out
    assert len(pd.read_csv(tmp_path / "f" / "harga_keadilan.csv")) == 1
    assert (tmp_path / "f" / "harga_keadilan.png").read_bytes()[:4] == b"\x89PNG"
    code, _, err = run("fair", saved, "--set", "maks_porsi=0.6")
    assert code in {2, 3}
    assert "maks_porsi_opd" in err
