"""A scenario is checked against the pack it is meant for."""

import re
from pathlib import Path

import pytest
from support.grids import edited, tiny_grids, write_csv_folder

from kla_plan import scenario as scenario_module
from kla_plan.pack import check_scenario, load_pack
from kla_plan.pack.rules import RULES
from kla_plan.scenario import make_scenario


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    return load_pack(write_csv_folder(tmp_path_factory.mktemp("p") / "kecil", tiny_grids()))


@pytest.mark.parametrize(
    ("raw", "code", "key", "says"),
    [
        ({"kunci": ["A9"]}, "KLA-S-101", "kunci", '"A9" tidak ada'),
        ({"larang": ["A1", "a3"]}, "KLA-S-101", "larang", 'maksud Anda "A3"'),
        ({"kunci": ["A4"], "larang": ["A4"]}, "KLA-S-102", "larang", "dikunci"),
        ({"target": [{"tahun": 2035, "poin": 9}]}, "KLA-S-103", "target.0.tahun", "2026–2028"),
        ({"bobot_tahun": {2025: 2}}, "KLA-S-103", "bobot_tahun.2025", "2026–2028"),
        ({"kunci": [{"kegiatan": "A4", "tahun": 2029}]}, "KLA-S-103", "kunci", "2029"),
        ({"target": [{"tahun": 2027, "predikat": "Baikk"}]}, "KLA-S-104", "target.0", '"Baik"'),
        ({"target": [{"tahun": 2027}]}, "KLA-S-105", "target.0", "maupun"),
        ({"target": [{"tahun": 2027, "poin": 9, "predikat": "Baik"}]}, "KLA-S-105", "target.0",
         "sekaligus"),
        ({"target": [{"tahun": 2027, "poin": 21}]}, "KLA-S-106", "target.0", "tertinggi"),
        ({"tujuan": "min_biaya"}, "KLA-S-107", "tujuan", "target"),
        ({"kunci": ["A3"], "larang": ["A1"]}, "KLA-S-108", "larang", "A3 membutuhkan A1"),
        ({"keadilan": {"min_porsi_klaster": {"KC": "0.2"}}}, "KLA-S-109",
         "keadilan.min_porsi_klaster", '"KC" tidak ada'),
        ({"keadilan": {"minimal_perlindungan_khusus": {"porsi": "0.1"}}}, "KLA-S-109",
         "keadilan.minimal_perlindungan_khusus.klaster", '"K5"'),
    ],
)  # fmt: skip
def test_a_wish_that_cannot_be_is_named(pack, raw, code, key, says):
    found = [f for f in check_scenario(pack, make_scenario(raw)) if f.code == code]
    assert found
    assert found[0].place.cell == key
    assert says in f"{found[0].message} {found[0].remedy}"


def test_a_mandatory_activity_cannot_be_forbidden(tmp_path):
    pack = load_pack(write_csv_folder(tmp_path / "k", edited({"kegiatan!Q2": "ya"})))
    found = check_scenario(pack, make_scenario({"larang": ["A1"]}))
    assert [(f.code, f.value) for f in found] == [("KLA-S-102", "A1")]
    assert "wajib" in found[0].message


def test_a_lock_on_a_realised_year_is_named(tmp_path):
    done = {"realisasi!A2": "2026", "realisasi!B2": "A4", "realisasi!C2": "1",
            "realisasi!D2": "10000000"}  # fmt: skip
    pack = load_pack(write_csv_folder(tmp_path / "k", edited(done)))
    lock = make_scenario({"kunci": [{"kegiatan": "A4", "tahun": 2026}]})
    assert [f.code for f in check_scenario(pack, lock)] == ["KLA-S-103"]


def test_a_scenario_that_fits_has_no_findings(pack):
    raw = {
        "bobot_tahun": {2028: 3},
        "target": [{"tahun": 2027, "predikat": "Baik"}, {"tahun": 2028, "poin": 15}],
        "kunci": ["A1", {"kegiatan": "A3", "tahun": 2027}],
        "larang": ["A5"],
    }
    assert check_scenario(pack, make_scenario(raw)) == ()


def test_codes_of_the_scenario_reader_are_documented():
    source = Path(scenario_module.__file__).read_text(encoding="utf-8")
    assert set(re.findall(r"KLA-S-\d{3}", source)) <= RULES.keys()
