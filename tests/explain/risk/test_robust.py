"""The robust plan on a toy solved by hand, and its price."""

from decimal import Decimal

import pytest
from support.packs import tiny_pack
from support.toys import JUTA, impossible, solved, volumes

from kla_plan.explain.risk.price import prices_table
from kla_plan.explain.risk.robust import robust_plan
from kla_plan.plan.make import InfeasibleError
from kla_plan.plan.verify import verify_plan
from kla_plan.scenario import Ketahanan


def pack(top: int = 10, fund: str = "") -> object:
    """Three activities of 5, 3 and 2 million worth 5, 3 and 2 points, and one year."""
    row = {"tahun": 2025, "batas_atas": top * JUTA, "sumber_dana": fund}
    return tiny_pack(
        kegiatan=[{"kegiatan": a} for a in "ABC"],
        pertanyaan=[
            {"pertanyaan": f"P{a}", "poin_maks": p} for a, p in zip("ABC", (5, 3, 2), strict=True)
        ],
        biaya=[("A", 0, 5 * JUTA), ("B", 0, 3 * JUTA), ("C", 0, 2 * JUTA)],
        dampak=[(a, f"P{a}", "1") for a in "ABC"],
        pagu=[row],
        years=(2025, 2025),
    )


@pytest.mark.parametrize("fund", ["", "DAU"])
@pytest.mark.parametrize(
    ("k", "jump", "expected"),
    [
        # All three cost 10 of 10: any overrun breaks it. A+B = 8, one more 40 %: 8 + 2 = 10.
        (1, "0.4", {"A", "B"}),
        # Two overruns: 8 + 0.4 * 8 = 11.2; A+C = 7 + 2.8 = 9.8 fits.
        (2, "0.4", {"A", "C"}),
        # One that doubles: A alone becomes 10; B+C = 5 + 3 = 8, the same five points.
        (1, "1", {"A"}),
        (3, "0", {"A", "B", "C"}),
    ],
)
def test_the_worst_k_fit_under_the_ceiling(
    k: int, jump: str, expected: set[str], fund: str
) -> None:
    nominal = solved(pack(fund=fund))
    wish = Ketahanan(biaya_terburuk=k, lonjakan_biaya=Decimal(jump))
    found = robust_plan(nominal, wish)
    assert verify_plan(found.plan) == ()
    chosen = {a for a, _ in volumes(found.plan)}
    if jump == "1":
        assert chosen in ({"A"}, {"B", "C"})
    else:
        assert chosen == expected
    assert found.price.points == 10 - float(found.plan.score(2025).total)
    assert prices_table({"tahan": found.price}).loc[0, "rupiah_tambahan"] == found.price.rupiah
    assert found.unprotected == ()


def test_a_floor_for_what_must_be_done_can_make_it_impossible() -> None:
    nominal = solved(pack(), kunci=["A"])
    with pytest.raises(InfeasibleError):
        robust_plan(nominal, Ketahanan(biaya_terburuk=1, lonjakan_biaya=Decimal("1.5")))


def test_targets_hold_without_the_best_answer() -> None:
    """Losing A's five points leaves five: a target of 5 holds, one of 6 cannot."""
    target = [{"tahun": 2025, "poin": 5}]
    nominal = solved(pack(), target=target, tujuan="min_biaya")
    assert {a for a, _ in volumes(nominal)} in ({"A"}, {"B", "C"})
    found = robust_plan(nominal, Ketahanan(jawaban_gagal=1))
    assert {a for a, _ in volumes(found.plan)} == {"A", "B", "C"}
    assert found.price.rupiah == 5 * JUTA
    assert "1 jawaban" in found.sentences()[0]
    higher = [{"tahun": 2025, "poin": 6}]
    impossible(pack(), target=higher, ketahanan={"jawaban_gagal": 1})


def test_rows_that_name_a_fund_and_an_agency_are_said_not_to_be_protected() -> None:
    rows = [{"tahun": 2025, "batas_atas": 20 * JUTA, "sumber_dana": "DAU"},
            {"tahun": 2025, "batas_atas": 10 * JUTA, "sumber_dana": "DAU",
             "opd": "DP3A"}]  # fmt: skip
    both = tiny_pack(
        kegiatan=[{"kegiatan": "A"}], biaya=[("A", 0, JUTA)], dampak=[("A", "P1", "1")],
        pagu=rows, years=(2025, 2025),
    )  # fmt: skip
    found = robust_plan(solved(both), Ketahanan(biaya_terburuk=1))
    assert [row.opd for row in found.unprotected] == ["DP3A"]
    assert "tidak ikut dilindungi" in found.sentences()[-1]
