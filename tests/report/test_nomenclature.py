"""Levels of official codes and their names."""

from support import toy_plan

from kla_plan.pack.columns import Nomenklatur
from kla_plan.pack.read import load_pack
from kla_plan.report.nomenclature import BIDANG_URUSAN, URUSAN, levels, why_not_official

SUB = "2.08.06.2.01.0001"


def test_levels_go_down_with_the_names_of_the_pack_and_of_the_fixed_lists() -> None:
    found = levels(toy_plan.pack(), SUB)
    assert [(level.name, level.code) for level in found] == [
        ("Urusan", "2"), ("Bidang urusan", "2.08"), ("Program", "2.08.06"),
        ("Kegiatan", "2.08.06.2.01"), ("Sub kegiatan", SUB),
    ]  # fmt: skip
    assert [level.title for level in found] == [
        "URUSAN PEMERINTAHAN WAJIB YANG TIDAK BERKAITAN DENGAN PELAYANAN DASAR",
        "URUSAN PEMERINTAHAN BIDANG PEMBERDAYAAN PEREMPUAN DAN PERLINDUNGAN ANAK",
        "PROGRAM PHA", "Pelembagaan PHA", "Advokasi Kebijakan PHA",
    ]  # fmt: skip


def test_a_shorter_code_has_fewer_levels_and_none_is_none() -> None:
    assert [level.code for level in levels(toy_plan.pack(), "2.08.06")] == ["2", "2.08", "2.08.06"]
    assert levels(toy_plan.pack(), "") == ()


def test_a_pack_may_name_the_upper_levels_itself() -> None:
    pack = toy_plan.pack()
    own = Nomenklatur(kode="2.08", level="urusan", nama="NAMA SENDIRI")
    pack.nomenclature["2.08"] = own  # type: ignore[index]
    assert levels(pack, SUB)[1].title == "NAMA SENDIRI"


def test_why_a_code_cannot_be_entered() -> None:
    pack = toy_plan.pack()
    assert why_not_official(pack, SUB) == ""
    assert why_not_official(pack, "") == "kode belum diisi"
    assert "tidak ada dalam daftar nomenklatur" in why_not_official(pack, "2.08.06.2.01.0009")
    assert "bukan kode sub kegiatan" in why_not_official(pack, "2.08.06.2.01")


def test_every_shipped_code_has_its_upper_levels_but_two_programmes_without_a_source() -> None:
    pack = load_pack("ogan-ilir")
    found = [level for code in pack.nomenclature for level in levels(pack, code)]
    assert {level.code for level in found if not level.title} == {"2.08.05", "2.23.03"}
    assert {code.split(".")[0] for code in BIDANG_URUSAN} == set(URUSAN)
