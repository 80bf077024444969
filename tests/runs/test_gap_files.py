"""``kesenjangan.csv`` and ``kandidat.csv``."""

import csv
from pathlib import Path

from kla_plan.pack.read import load_pack
from kla_plan.runs.gap import NO_COST, write_gaps
from kla_plan.scenario import Scenario


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_one_row_per_question_with_what_is_reachable(contoh: Path, tmp_path: Path) -> None:
    gaps, _ = write_gaps(load_pack(contoh), Scenario(), tmp_path / "hasil")

    table = {row["pertanyaan"]: row for row in rows(gaps)}
    assert list(table) == ["P1.1", "P1.2", "P2.1", "P3.1", "P3.2"]
    assert (table["P3.1"]["selisih"], table["P3.1"]["selisih_efektif"]) == ("3", "1")
    assert table["P1.1"]["poin_verifikasi"] == "1.7"
    assert (table["P1.1"]["kandidat"], table["P3.2"]["kandidat"]) == ("2", "")


def test_points_without_cost_are_said_in_words(contoh: Path, tmp_path: Path) -> None:
    scenario = Scenario(skala="kontinu")
    _, found = write_gaps(load_pack(contoh), scenario, tmp_path / "hasil")

    table = {row["kegiatan"]: row for row in rows(found)}
    assert table["A5"]["poin_per_juta"] == NO_COST
    assert table["A1"]["poin_per_juta"] == "0.02"
    assert table["A3"]["biaya"] == "142000000"


def test_the_same_pack_gives_the_same_bytes(contoh: Path, tmp_path: Path) -> None:
    pack = load_pack(contoh)
    one = [path.read_bytes() for path in write_gaps(pack, Scenario(), tmp_path / "satu")]
    two = [path.read_bytes() for path in write_gaps(pack, Scenario(), tmp_path / "dua")]

    assert one == two
    assert b"\r" not in one[0]
