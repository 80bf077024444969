"""Shares and prices of fairness on a toy that can be counted by hand."""

from dataclasses import replace

import pytest
from support.brute_options import two_clusters
from support.packs import tiny_pack
from support.toys import JUTA, impossible, solved, volumes

from kla_plan.explain.fairness import agency_shares, area_reach, cluster_shares, price_of_fairness
from kla_plan.pack.model import Pack
from kla_plan.plan.verify import verify_plan
from kla_plan.scenario import Keadilan


def pack() -> Pack:
    """X delivers A (8 points, 6 million) and C, which serves 8 kecamatan; Y delivers B (4, 4).

    C brings a point per two kecamatan at half a million each. 11 million are there: A, B and two
    kecamatan (13 points). Clusters: A in K1; B and C in K2.
    """
    built = tiny_pack(
        kegiatan=[
            {"kegiatan": "A", "opd": "X"},
            {"kegiatan": "B", "opd": "Y", "indikator": "I2"},
            {"kegiatan": "C", "opd": "X", "indikator": "I2", "volume_maks": 8,
             "satuan": "kecamatan"},
        ],
        pertanyaan=[
            {"pertanyaan": "P1", "poin_maks": 8},
            {"pertanyaan": "P2", "poin_maks": 4, "indikator": "I2"},
            {"pertanyaan": "P3", "poin_maks": 4, "indikator": "I2", "skala": "1/4;1/2;3/4;1"},
        ],
        biaya=[("A", 0, 6 * JUTA), ("B", 0, 4 * JUTA), ("C", 0, JUTA // 2)],
        dampak=[("A", "P1", "1"), ("B", "P2", "1"), ("C", "P3", "0.125")],
        pagu=[{"tahun": 2025, "batas_atas": 11 * JUTA}],
        opd=[{"opd": "X"}, {"opd": "Y"}],
        years=(2025, 2025),
    )  # fmt: skip
    split = two_clusters(built, 0)
    units = {code: replace(row, satuan=built.activities[code].satuan,
                           indikator=built.activities[code].indikator)
             for code, row in split.activities.items()}  # fmt: skip
    return replace(split, activities=units)


def test_who_gets_what() -> None:
    plan = solved(pack())
    assert volumes(plan) == {("A", 2025): 1, ("B", 2025): 1, ("C", 2025): 2}
    clusters = cluster_shares(plan).set_index("klaster")
    assert clusters.loc["K1", "rupiah"] == 6 * JUTA
    assert clusters.loc["K2", "bagian"] == pytest.approx(5 / 11)
    assert clusters.loc["K2", "poin"] == 5
    agencies = agency_shares(plan)
    assert list(agencies["opd"]) == ["X", "Y"]
    assert agencies["bagian"].sum() == pytest.approx(1)
    assert list(area_reach(plan)["bagian"]) == [0.25]


@pytest.mark.parametrize(
    ("wish", "points"),
    [
        # At most 55 % for X: A and one B are 60 %, so A must go: B with all of C (50 %): 8.
        ({"maks_porsi_opd": "0.55"}, 8),
        # Half the kecamatan or none: A, B (12); C's four would cost 2 million.
        ({"sebaran_kecamatan": {"min_porsi": "0.5"}}, 12),
        # K2 half of the money: B and C are at most 5 beside A's 6; without A 8.
        ({"min_porsi_klaster": {"K2": "0.5"}}, 8),
        # K2 at least six points: B and four kecamatan, 6 million; A does not fit any more: 8.
        ({"min_poin_klaster": {"K2": "6"}}, 8),
        # 4.5 million a year for K2: the plan spends 5 on it already.
        ({"minimal_perlindungan_khusus": {"klaster": "K2", "rupiah_per_tahun": 4_500_000}}, 13),
        ({"minimal_perlindungan_khusus": {"klaster": "K2", "porsi": "0.5"}}, 8),
    ],
)
def test_the_price_of_each_rule(wish: dict[str, object], points: int) -> None:
    plan = solved(pack())
    result = price_of_fairness(plan, Keadilan.model_validate(wish))
    ((_, price),) = result.prices.items()
    assert price.points == 13 - points
    assert verify_plan(price.other) == ()
    kept = result.table().loc[0, "hasil"] == "sudah terpenuhi"
    assert kept == (points == 13)
    assert solved(pack(), keadilan=wish).score(2025).total == points


def test_usual_wishes_are_priced_alone_and_together() -> None:
    """X gets 7 of 11 million: 30 % at most for each of two OPDs is possible for no spending."""
    result = price_of_fairness(solved(pack()))
    assert list(result.prices)[-1] == "Semuanya bersama" or "Semuanya bersama" in result.without
    assert len(result.table()) == 4
    assert len(result.sentences()) == 4


def test_impossible_wishes_say_which_rule_stands_in_the_way() -> None:
    wish = {"min_poin_klaster": {"K1": "9"}}
    impossible(pack(), keadilan=wish)
    result = price_of_fairness(solved(pack()), Keadilan.model_validate(wish))
    assert result.prices == {}
    assert "tidak ada rencana" in result.sentences()[0]
