"""The page of one activity: funded or not, what it earns, what holds it back, what if."""

import pytest
from support.packs import tiny_pack
from support.toys import JUTA, solved

from kla_plan.explain.activity import why_activity
from kla_plan.findings import FindingsError
from kla_plan.pack.model import Pack
from kla_plan.plan.verify import verify_plan


def toy(**settings: bool) -> Pack:
    """Return A and B for one question each, money for one, and C that needs A."""
    return tiny_pack(
        kegiatan=[{"kegiatan": "A", **settings}, {"kegiatan": "B"}, {"kegiatan": "C"}],
        pertanyaan=[{"pertanyaan": "P1"}, {"pertanyaan": "P2", "poin_maks": 4}],
        biaya=[("A", 0, 3 * JUTA), ("B", 0, 3 * JUTA), ("C", 0, JUTA)],
        dampak=[("A", "P1", "1"), ("B", "P2", "1"), ("C", "P2", "0.25")],
        prasyarat=[("C", "A")],
        pagu=[{"batas_atas": 3 * JUTA}],
    )


def test_a_funded_activity() -> None:
    page = why_activity(solved(toy()), "A", seconds=20, gap=0.0)
    assert page.funded
    assert page.volumes == {2025: 1}
    assert page.at_once == pytest.approx(30)
    assert page.forced.way == "keluar"
    assert page.forced.band.seen == pytest.approx(18)
    assert (page.forced.added, page.forced.dropped) == (("B",), ("A",))
    text = " ".join(page.sentences())
    assert "didanai sejak 2025" in text
    assert "Biayanya Rp3.000.000" in text
    assert "P1 (10 poin)" in text
    assert "Bila dikeluarkan" in text
    assert "kehilangan 18 poin" in text
    assert list(page.questions()["pertanyaan"]) == ["P1"]


def test_an_activity_that_is_not_funded() -> None:
    page = why_activity(solved(toy()), "B", seconds=20, gap=0.0)
    assert not page.funded
    assert page.forced.way == "masuk"
    assert page.forced.plan is not None
    assert verify_plan(page.forced.plan) == ()
    assert page.forced.band.seen == pytest.approx(18)
    assert [room.left for room in page.room] == [0]
    text = " ".join(page.sentences())
    assert "tidak didanai" in text
    assert "habis terpakai: semua tahun (sisa Rp0)" in text
    assert "yang tidak dipilih C" in text


def test_an_activity_that_must_stay_names_the_rule() -> None:
    page = why_activity(solved(toy(wajib=True)), "A", seconds=20, gap=0.0)
    assert {c.clause.rule for c in page.forced.clash} == {"wajib", "larang"}
    assert any("Kegiatan wajib A" in line for line in page.sentences())


def test_prerequisites_are_named() -> None:
    page = why_activity(solved(toy()), "C", seconds=20)
    assert page.needs == ("A",)
    assert any("membutuhkan A lebih dahulu" in line for line in page.sentences())


def test_an_unknown_activity_is_refused_with_the_nearest() -> None:
    with pytest.raises(FindingsError) as caught:
        why_activity(solved(toy()), "a", seconds=5)
    assert caught.value.findings[0].code == "KLA-J-001"
