"""A saved plan: every file is needed, every number is checked, every changed byte is seen."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.brute import best
from support.brute_plan import as_plan
from support.handmade import plan
from support.randoms import random_pack
from support.saved import change_manifest, change_text, save

from kla_plan.plan.verify import CODES, verify_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return save(plan(), tmp_path / "rencana")


def _codes(folder: Path) -> set[str]:
    return {finding.code for finding in verify_folder(folder)}


def test_a_saved_plan_holds(folder: Path) -> None:
    assert verify_folder(folder) == ()
    assert verify_folder(str(folder)) == ()


def test_best_plans_of_random_packs_hold_when_saved(tmp_path: Path) -> None:
    checked = 0
    for seed in range(12):
        pack, scenario = random_pack(seed)
        result = best(pack, scenario)
        if result is None:
            continue
        target = save(as_plan(pack, scenario, result), tmp_path / str(seed))
        assert verify_folder(target) == (), seed
        checked += 1
    assert checked > 5


@pytest.mark.parametrize(
    "name", ["manifest.json", "volume.csv", "belanja.csv", "skor.csv", "skor_indikator.csv"]
)
def test_missing_file(folder: Path, name: str) -> None:
    (folder / name).unlink()
    (finding,) = verify_folder(folder)
    assert finding.code == "KLA-P-050"
    assert name in finding.message


def test_missing_pack(folder: Path) -> None:
    (folder / "paket").rename(folder / "lain")
    assert "KLA-P-050" in _codes(folder)


def test_missing_input_file(folder: Path) -> None:
    (folder / "paket" / "pagu.csv").unlink()
    assert "KLA-P-050" in _codes(folder)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("manifest.json", "{"),
        ("manifest.json", "[]"),
        ("volume.csv", ""),
        ("volume.csv", "kegiatan;tahun;volume;aktif\n"),
        ("volume.csv", "kegiatan,tahun,volume,aktif\nA,2025,dua,1\n"),
        ("volume.csv", "kegiatan,tahun,volume,aktif\nA,2025,NaN,1\n"),
        ("belanja.csv", "kegiatan,tahun,sumber_dana,rupiah\nA,2025,PAD\n"),
        ("belanja.csv", "kegiatan,tahun,sumber_dana,rupiah\nA,2025,PAD,1.5\n"),
        ("skor.csv", "tahun,pertanyaan,fraksi,poin\n2025,P1,Infinity,5\n"),
    ],
)
def test_broken_file(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    assert "KLA-P-051" in _codes(folder)


def test_file_in_another_encoding(folder: Path) -> None:
    (folder / "belanja.csv").write_bytes(b"\xff\xfe\x00\x00")
    assert _codes(folder) == {"KLA-P-051"}


def test_bad_cell_is_named(folder: Path) -> None:
    change_text(folder / "volume.csv", "A,2025,2,1", "A,2025,dua,1")
    (finding,) = verify_folder(folder)
    assert (finding.place.sheet, finding.place.cell) == ("volume", "C2")


def test_changed_input_is_seen_even_where_it_changes_no_number(folder: Path) -> None:
    path = folder / "paket" / "profil.csv"
    path.write_bytes(path.read_bytes() + b"\n")
    assert "KLA-P-052" in _codes(folder)


def test_changed_price_with_a_matching_hash_is_still_seen(folder: Path) -> None:
    """Whoever also rewrites the hash meets the recomputed costs."""
    path = folder / "paket" / "biaya.csv"
    change_text(path, "300001", "300002")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    change_manifest(folder, lambda content: content["masukan"].update({"biaya.csv": digest}))
    assert _codes(folder) == {"KLA-P-023"}


def test_unreadable_pack_reports_its_own_findings(folder: Path) -> None:
    change_text(folder / "paket" / "biaya.csv", "300001", "tiga ratus")
    found = _codes(folder)
    assert "KLA-P-052" in found
    assert any(not code.startswith("KLA-P") for code in found)


def test_input_that_the_manifest_does_not_list(folder: Path) -> None:
    change_manifest(folder, lambda content: content["masukan"].pop("pagu.csv"))
    assert _codes(folder) == {"KLA-P-053"}
    change_manifest(folder, lambda content: content.update(masukan={}))
    assert _codes(folder) == {"KLA-P-053"}


@pytest.mark.parametrize("key", ["versi", "pemecah", "seconds", "objective", "skenario", "gap"])
def test_missing_manifest_key(folder: Path, key: str) -> None:
    change_manifest(folder, lambda content: content.pop(key))
    assert _codes(folder) == {"KLA-P-054"}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("objective", "37"),
        ("bound", True),
        ("objective", float("inf")),
        ("biaya_setelah_cakrawala", {"2028": 0.5}),
        ("biaya_per_tahun", {"dua ribu": 1}),
        ("skor_per_tahun", [7, 10, 10]),
    ],
)
def test_manifest_of_another_shape(folder: Path, key: str, value: object) -> None:
    change_manifest(folder, lambda content: content.update({key: value}))
    assert _codes(folder) == {"KLA-P-054"}


NUMBERS: list[tuple[Callable[[dict[str, Any]], object], set[str]]] = [
    (lambda c: c["biaya_per_tahun"].update({"2026": 550_002}), {"KLA-P-055"}),
    (lambda c: c["biaya_per_tahun"].pop("2026"), {"KLA-P-055"}),
    (lambda c: c["biaya_per_tahun"].update({"2031": 0}), {"KLA-P-055"}),
    (lambda c: c["skor_per_tahun"].update({"2025": 7.00001}), {"KLA-P-055"}),
    (lambda c: c["biaya_setelah_cakrawala"].update({"2028": 266_201}), {"KLA-P-029"}),
    (lambda c: c.update(gap=0.001), {"KLA-P-055"}),
    (lambda c: c.update(gap=None), {"KLA-P-055"}),
    (lambda c: c.update(objective=36.0), {"KLA-P-040", "KLA-P-055"}),
    (lambda c: c.update(bound=None, gap=None), {"KLA-P-042"}),
    (lambda c: c.update(bound=38.0, gap=1 / 38), {"KLA-P-042"}),
    (lambda c: c.update(status="no_solution"), {"KLA-P-042"}),
    (lambda c: c.update(verified=False), {"KLA-P-059"}),
    (lambda c: c["skenario"].update(inflasi="0.11"), {"KLA-P-023", "KLA-P-029"}),
    (lambda c: c["skenario"].update(larang=["A"]), {"KLA-P-016"}),
    (lambda c: c["skenario"].update(inflasii="0.1"), {"KLA-S-001"}),
    (lambda c: c["tahap"][0].update(objective=37.5), {"KLA-P-043"}),
]


@pytest.mark.parametrize(("change", "expected"), NUMBERS)
def test_changed_number_in_the_manifest(
    folder: Path, change: Callable[[dict[str, Any]], object], expected: set[str]
) -> None:
    change_manifest(folder, change)
    assert _codes(folder) == expected


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("volume.csv", "B,2027,3,1", "B,2027,2,1", {"KLA-P-023"}),
        ("volume.csv", "A,2025,2,1", "A,2025,2,0", {"KLA-P-056"}),
        ("belanja.csv", "A,2025,DAU,500000", "A,2025,DAU,500001", {"KLA-P-023", "KLA-P-055"}),
        ("belanja.csv", "A,2025,DAU,500000", "A,2025,CSR,500000", {"KLA-P-020", "KLA-P-026"}),
        ("skor.csv", "2025,P3,0.333333,2", "2025,P3,0.333334,2", {"KLA-P-057"}),
        ("skor.csv", "2026,P1,0.500000,5", "2026,P1,0.500000,6", {"KLA-P-057"}),
        ("skor.csv", "2026,P1,", "2026,P9,", {"KLA-P-056"}),
        ("skor_indikator.csv", "2026,I2,5", "2026,I2,6", {"KLA-P-058"}),
        ("skor_indikator.csv", "2026,I2,", "2029,I2,", {"KLA-P-056"}),
        ("skor_indikator.csv", "2026,I2,", "2026,I1,", {"KLA-P-056"}),
    ],
)
def test_changed_number_in_a_table(
    folder: Path, name: str, old: str, new: str, expected: set[str]
) -> None:
    change_text(folder / name, old, new)
    assert expected <= _codes(folder)
    if name.startswith("skor"):
        assert _codes(folder) <= expected | {"KLA-P-058"}


def test_every_digit_of_every_table_counts(folder: Path) -> None:
    """Change the last digit of every row: always found."""
    for name in ("volume.csv", "belanja.csv", "skor.csv", "skor_indikator.csv"):
        path = folder / name
        original = path.read_text(encoding="utf-8")
        lines = original.splitlines()
        for number, line in enumerate(lines[1:], start=1):
            digit = (int(line[-1]) + 1) % 10
            changed = [*lines[:number], f"{line[:-1]}{digit}", *lines[number + 1 :]]
            path.write_text("\n".join(changed) + "\n", encoding="utf-8")
            assert verify_folder(folder), (name, line)
        path.write_text(original, encoding="utf-8")
    assert verify_folder(folder) == ()


def test_findings_are_complete_sentences_with_a_remedy(folder: Path) -> None:
    (folder / "skor.csv").unlink()
    content = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert content["verified"] is True
    for code, entry in CODES.items():
        assert code.startswith("KLA-P-")
        assert entry.meaning.endswith(".")
        assert entry.remedy.endswith(".")
    for finding in verify_folder(folder):
        assert finding.remedy == CODES[finding.code].remedy
        assert finding.message.endswith(".")


def test_rupiah_of_the_manifest_are_told_without_decimals(folder: Path) -> None:
    change_manifest(folder, lambda content: content["biaya_per_tahun"].update({"2026": 550_002}))
    (finding,) = verify_folder(folder)
    assert "tertulis Rp550.002; seharusnya Rp550.001." in finding.message
