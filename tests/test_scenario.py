"""What the planner asks for: defaults, exactness, and every mistake named at once."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kla_plan.findings import Finding, FindingsError
from kla_plan.resources import regions
from kla_plan.scenario import (
    Kunci,
    Pemecah,
    Scenario,
    Target,
    load_scenario,
    make_scenario,
    with_settings,
)

#: Contract section 4, the example with its defaults.
CONTRACT = {
    "nama": "dasar",
    "tujuan": "maks_skor",
    "pagu_faktor": Decimal("1.0"),
    "inflasi": Decimal("0.03"),
    "diskon_verifikasi": Decimal("0.15"),
    "kunci": (),
    "larang": (),
    "target": (),
    "bobot_tahun": {},
    "skala": "bertangga",
    "pemecah": Pemecah(nama="highs", celah=0.005, batas_detik=60),
}


def found(raw: dict[Any, Any]) -> tuple[Finding, ...]:
    with pytest.raises(FindingsError) as caught:
        make_scenario(raw)
    return caught.value.findings


def test_the_defaults_are_those_of_the_contract() -> None:
    scenario = Scenario()
    assert {key: getattr(scenario, key) for key in CONTRACT} == CONTRACT
    assert make_scenario({}) == scenario
    assert scenario.stepped
    assert scenario.weight(2030) == 1


def test_the_example_of_the_contract_is_read(tmp_path: Path) -> None:
    path = tmp_path / "dasar.yaml"
    path.write_text(
        "nama: dasar\n"
        "tujuan: maks_skor            # or min_biaya\n"
        "bobot_tahun: {2030: 3}       # others 1\n"
        "target: [{tahun: 2027, predikat: Madya, dasar: verifikasi}]\n"
        "pagu_faktor: 1.0\n"
        "inflasi: 0.03\n"
        "diskon_verifikasi: 0.15\n"
        "kunci: [A1, {kegiatan: A2, tahun: 2026}]\n"
        "larang: []\n"
        "skala: kontinu\n"
        "pemecah: {nama: highs, celah: 0.005, batas_detik: 60}\n",
        encoding="utf-8-sig",
    )
    scenario = load_scenario(path)
    assert scenario.bobot_tahun == {2030: 3}
    assert scenario.weight(2030) == 3
    assert scenario.weight(2029) == 1
    assert scenario.target == (Target(tahun=2027, predikat="Madya", dasar="verifikasi"),)
    assert scenario.kunci == ("A1", Kunci(kegiatan="A2", tahun=2026))
    assert scenario.pagu_faktor == 1
    assert not scenario.stepped


def test_numbers_are_the_decimals_that_were_written(tmp_path: Path) -> None:
    """0.1 + 0.2 in floating point is not 0.3; here it is."""
    path = tmp_path / "s.yaml"
    path.write_text(
        "inflasi: 0.1\ndiskon_verifikasi: 0.2\npagu_faktor: 1.15\n"
        "target: [{tahun: 2027, poin: 612.35}]\nbobot_tahun: {2030: 0.3}\n",
        encoding="utf-8",
    )
    scenario = load_scenario(path)
    assert scenario.inflasi + scenario.diskon_verifikasi == Decimal("0.3")
    assert scenario.pagu_faktor == Decimal("1.15")
    assert scenario.target[0].poin == Decimal("612.35")
    assert scenario.bobot_tahun[2030] == Decimal("0.3")


def test_as_written_comes_back_as_the_same_scenario() -> None:
    scenario = make_scenario(
        {
            "bobot_tahun": {2030: "2.5"},
            "target": [{"tahun": 2027, "poin": "600.5"}],
            "kunci": ["A", {"kegiatan": "B", "tahun": 2026}],
            "inflasi": "0.0333",
        }
    )
    assert make_scenario(scenario.as_written()) == scenario


@pytest.mark.parametrize(
    ("raw", "cell", "near"),
    [
        ({"inflassi": 1}, "inflassi", "inflasi"),
        ({"Target": []}, "Target", "target"),
        ({"pemecah": {"batas": 3}}, "pemecah.batas", "batas_detik"),
        ({"target": [{"tahun": 2027, "predicat": "x"}]}, "target.0.predicat", "predikat"),
        ({"kunci": [{"kegiatn": "A", "tahun": 2027}]}, "kunci.0.Kunci.kegiatn", "kegiatan"),
    ],
)
def test_an_unknown_key_names_the_nearest_known_one(
    raw: dict[str, Any], cell: str, near: str
) -> None:
    (finding,) = [f for f in found(raw) if f.code == "KLA-S-001"]
    assert finding.place.cell == cell
    assert f'Apakah maksud Anda "{near}"?' in finding.message
    assert near in finding.remedy


def test_a_key_like_no_other_gets_the_whole_list() -> None:
    (finding,) = found({"zzz": 1})
    assert "Apakah" not in finding.message
    for key in CONTRACT:
        assert key in finding.remedy


def test_every_mistake_is_named_at_once() -> None:
    findings = found(
        {
            "tujuan": "maks",
            "pagu_faktor": -1,
            "inflasi": "tiga persen",
            "diskon_verifikasi": 1,
            "skala": "halus",
            "salah": 1,
            "bobot_tahun": {2030: -1, "akhir": 2},
            "larang": "A",
            "target": [{"poin": 3}, {"tahun": "dua ribu", "dasar": "resmi"}],
            "pemecah": {"nama": "gurobi", "celah": 2, "batas_detik": 0},
        }
    )
    cells = {finding.place.cell for finding in findings}
    assert cells == {
        "tujuan", "pagu_faktor", "inflasi", "diskon_verifikasi", "skala", "salah",
        "bobot_tahun.2030", "bobot_tahun.akhir.[key]", "larang", "target.0.tahun",
        "target.1.tahun", "target.1.dasar", "pemecah.nama", "pemecah.celah",
        "pemecah.batas_detik",
    }  # fmt: skip
    assert {finding.code for finding in findings} == {"KLA-S-001", "KLA-S-002"}
    assert all(finding.message.endswith(("?", ".")) for finding in findings)


@pytest.mark.parametrize(
    ("raw", "message", "remedy"),
    [
        ({"pagu_faktor": -1}, "Terlalu kecil.", "Batasnya: ≥ 0."),
        ({"inflasi": 2}, "Terlalu besar.", "Batasnya: ≤ 1."),
        ({"inflasi": -1}, "Terlalu kecil.", "Batasnya: > -1."),
        ({"diskon_verifikasi": 1}, "Terlalu besar.", "Batasnya: < 1."),
        ({"tujuan": "x"}, "Pilihan tidak dikenal.", "Pilih 'maks_skor' atau 'min_biaya'."),
        ({"target": [{}]}, "Kunci ini wajib ada.", "Lihat contoh skenario pada docs/panduan.md."),
        ({"inflasi": float("nan")}, "Nilai ini bukan bentuk yang diminta.", "Lihat contoh"),
        ({"pagu_faktor": True}, "Harus bilangan; tulis desimal dengan titik", "Lihat contoh"),
    ],
)
def test_the_reason_and_the_remedy(raw: dict[str, Any], message: str, remedy: str) -> None:
    (finding,) = found(raw)
    assert finding.message.startswith(message)
    assert finding.remedy.startswith(remedy)


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("inflasi=0.045", {"inflasi": Decimal("0.045")}),
        ("tujuan=min_biaya", {"tujuan": "min_biaya"}),
        (" skala =kontinu", {"skala": "kontinu"}),
        ("bobot_tahun.2030=5", {"bobot_tahun": {2029: 2, 2030: 5}}),
        ("bobot_tahun.2028=0.5", {"bobot_tahun": {2028: Decimal("0.5"), 2029: 2, 2030: 3}}),
        ("larang=[A, B]", {"larang": ("A", "B")}),
        ("kunci=[C, {kegiatan: D, tahun: 2026}]",
         {"kunci": ("C", Kunci(kegiatan="D", tahun=2026))}),
        ("target=[]", {"target": ()}),
        ("target.0.tahun=2029", {"target": (Target(tahun=2029, poin=Decimal(600)),)}),
        ("target.0={tahun: 2030, predikat: Utama}",
         {"target": (Target(tahun=2030, predikat="Utama"),)}),
        ("pemecah.celah=0.01", {"pemecah": Pemecah(celah=0.01)}),
        ("pemecah.nama=cbc", {"pemecah": Pemecah(nama="cbc")}),
        ("nama=a=b", {"nama": "a=b"}),
    ],
)  # fmt: skip
def test_settings_of_the_command_line(setting: str, expected: dict[str, Any]) -> None:
    base = make_scenario(
        {"bobot_tahun": {2029: 2, 2030: 3}, "target": [{"tahun": 2027, "poin": 600}]}
    )
    changed = with_settings(base, [setting])
    assert changed == base.model_copy(update=expected)


def test_settings_add_up_and_leave_the_scenario_alone() -> None:
    base = Scenario()
    changed = with_settings(base, ["pagu_faktor=1.1", "pagu_faktor=1.2", "larang=[A]"])
    assert changed.pagu_faktor == Decimal("1.2")
    assert changed.larang == ("A",)
    assert base == Scenario()


@pytest.mark.parametrize(
    ("setting", "code"),
    [
        ("pagu_faktor", "KLA-S-003"),
        ("nama.x=3", "KLA-S-003"),
        ("nama.x.y=3", "KLA-S-003"),
        ("target.0.tahun=2027", "KLA-S-003"),
        ("target.0=2027", "KLA-S-003"),
        ("target.x.tahun=2027", "KLA-S-003"),
        ("target=[", "KLA-S-004"),
        ("inflassi=1", "KLA-S-001"),
        ("pemecah.cela=1", "KLA-S-001"),
        ("=3", "KLA-S-001"),
        ("inflasi=", "KLA-S-002"),
        ("bobot_tahun.akhir=2", "KLA-S-002"),
        ("pemecah=3", "KLA-S-002"),
    ],
)
def test_settings_that_are_wrong_are_refused_and_never_ignored(setting: str, code: str) -> None:
    with pytest.raises(FindingsError) as caught:
        with_settings(Scenario(), [setting])
    assert [finding.code for finding in caught.value.findings] == [code]
    assert caught.value.findings[0].place.sheet == "--set"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"target: [tahun: 2027", "KLA-S-004"),
        (b"- a\n- b\n", "KLA-S-004"),
        (b"halo", "KLA-S-004"),
        (b"nama: \xff\xfe", "KLA-S-004"),
        (b"inflassi: 1", "KLA-S-001"),
    ],
)
def test_files_that_are_no_scenario(tmp_path: Path, text: bytes, code: str) -> None:
    path = tmp_path / "rusak.yaml"
    path.write_bytes(text)
    with pytest.raises(FindingsError) as caught:
        load_scenario(path)
    (finding,) = caught.value.findings
    assert finding.code == code
    assert finding.place.sheet == "rusak.yaml"
    assert finding.place.file == str(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FindingsError) as caught:
        load_scenario(tmp_path / "tidak-ada.yaml")
    (finding,) = caught.value.findings
    assert finding.code == "KLA-S-005"
    assert "tidak-ada.yaml" in finding.value


def test_an_empty_file_is_the_default(tmp_path: Path) -> None:
    path = tmp_path / "kosong.yaml"
    path.write_text("# belum diisi\n", encoding="utf-8")
    assert load_scenario(path) == Scenario()


@pytest.mark.parametrize(
    "path", sorted(regions().glob("*/skenario/*.yaml")), ids=lambda p: f"{p.parts[-3]}-{p.stem}"
)
def test_every_shipped_scenario_is_read(path: Path) -> None:
    assert load_scenario(path).nama == path.stem
