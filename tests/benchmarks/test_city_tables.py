"""README's tables of moved ceilings and of the papers say what was measured, or nothing."""

import json
from pathlib import Path

import pytest

from benchmarks import __main__ as bench
from benchmarks import readme
from benchmarks.city_tables import papers_part, sliders_part

MACHINE = {"prosesor": "Uji", "inti": 2, "python": "3.13.0"}
MOVED = {
    "mesin": MACHINE,
    "kota": [
        {
            "paket": "kota-contoh",
            "geseran": {"1.1": {"detik": 4.56}, "0.9": {"detik": 1.24}, "0.98": {"detik": None}},
            "median_detik": 2.9,
        },
        {
            "paket": "kota-lain",
            "geseran": {"1.1": {"detik": None}, "0.9": {"detik": None}, "0.98": {"detik": None}},
            "median_detik": None,
        },
    ],
}
WRITTEN = {
    "mesin": MACHINE,
    "kota": [
        {
            "paket": "kota-contoh",
            "detik": {"rad": 10.0, "opd": 4.0, "Membuat PDF": 5.0, "jumlah": 19.04},
            "berkas": {
                "rad": {"berkas": 2, "halaman": 61, "hal_terbuka": 12},
                "opd": {"berkas": 1200, "halaman": 40, "hal_terbuka": 0},
            },
        },
        {
            "paket": "kota-lain",
            "detik": {"rad": 13.0, "opd": 2.0, "Membuat PDF": 8.0, "jumlah": 23.0},
            "berkas": {
                "rad": {"berkas": 2, "halaman": 64, "hal_terbuka": 3},
                "opd": {"berkas": 7, "halaman": 6, "hal_terbuka": 1},
            },
        },
    ],
}


def test_moved_ceilings_stand_in_their_order_and_what_took_too_long_is_not_a_number() -> None:
    lines = sliders_part(MOVED).splitlines()

    assert lines[0] == ("| city pack | ceilings -10% | ceilings -2% | ceilings +10% | median, s |")
    assert lines[1] == "|---|--:|--:|--:|--:|"
    assert lines[2] == "| `kota-contoh` | 1.2 | – | 4.6 | 2.9 |"
    assert lines[3] == "| `kota-lain` | – | – | – | – |"
    assert lines[-1].endswith("Measured on Uji, 2 cores, Python 3.13.0.")


def test_papers_are_summed_by_city_and_their_seconds_told_by_paper() -> None:
    lines = papers_part(WRITTEN).splitlines()

    assert lines[0] == "| city pack | whole set, s | files | pages of PDF | points left open |"
    assert lines[2] == "| `kota-contoh` | 19.0 | 1,202 | 101 | 12 |"
    assert lines[3] == "| `kota-lain` | 23.0 | 9 | 70 | 4 |"
    assert "`rad` 11.5, `opd` 3.0, waiting for the last PDFs 6.5." in lines[-1]


@pytest.mark.parametrize(("name", "constant"), [("geser", "SLIDERS"), ("berkas", "PAPERS")])
def test_what_was_not_measured_is_not_told(
    name: str, constant: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = tmp_path / "hasil.json"
    monkeypatch.setattr(readme, constant, results)
    assert readme.parts()[name]() == ""

    results.write_text(json.dumps(MOVED if name == "geser" else WRITTEN), encoding="utf-8")
    assert "`kota-lain`" in readme.parts()[name]()


def test_the_long_family_is_measured_after_everything_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    monkeypatch.setattr(bench, "RESULTS", tmp_path)
    monkeypatch.setattr(bench.cities, "measure", lambda: done.append("kota") or [])
    monkeypatch.setattr(bench.sliders, "main", lambda: done.append("geser"))
    monkeypatch.setattr(bench.papers, "main", lambda: done.append("berkas"))
    monkeypatch.setattr(bench.whole, "main", lambda: done.append("keseluruhan"))
    monkeypatch.setattr(bench, "measure_family", lambda _arguments: done.append("keluarga"))
    bench.main()

    assert done == ["kota", "geser", "berkas", "keseluruhan", "keluarga"]
    assert json.loads((tmp_path / "kota.json").read_text(encoding="utf-8"))["kota"] == []
