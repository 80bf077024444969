"""Fairness and robustness: each breach is found with its code, each wish that is kept is not."""

from dataclasses import replace
from typing import Any

import pytest
from support.brute_options import two_clusters
from support.packs import tiny_pack
from support.toys import JUTA, scenario, solved

from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify import CODES, verify_plan


def pack() -> Pack:
    """A (X, K1): 6 of 10 million, 6 points; B (Y, K2), two of four kecamatan: 4 million, 2."""
    built = tiny_pack(
        kegiatan=[
            {"kegiatan": "A", "opd": "X"},
            {"kegiatan": "B", "opd": "Y", "indikator": "I2", "satuan": "kecamatan",
             "volume_maks": 4},
        ],
        pertanyaan=[
            {"pertanyaan": "P1", "poin_maks": 6},
            {"pertanyaan": "P2", "poin_maks": 4, "indikator": "I2", "skala": "1/4;1/2;3/4;1"},
        ],
        biaya=[("A", 0, 6 * JUTA), ("B", 0, 2 * JUTA)],
        dampak=[("A", "P1", "1"), ("B", "P2", "0.25")],
        pagu=[{"tahun": 2025, "sumber_dana": "DAU", "batas_atas": 10 * JUTA}],
        opd=[{"opd": "X"}, {"opd": "Y"}],
        years=(2025, 2025),
    )  # fmt: skip
    split = two_clusters(built, 0)
    return replace(split, activities=built.activities)


def under(**wishes: Any) -> set[str]:
    """Return the codes found in the plan without wishes when it is judged under some."""
    plan = solved(pack())
    return {f.code for f in verify_plan(replace(plan, scenario=scenario(**wishes)))}


@pytest.mark.parametrize(
    ("kept", "broken", "code"),
    [
        ({"min_poin_klaster": {"K2": 2}}, {"min_poin_klaster": {"K2": "2.01"}}, "060"),
        ({"min_porsi_klaster": {"K2": "0.4"}}, {"min_porsi_klaster": {"K2": "0.4001"}}, "061"),
        ({"maks_porsi_opd": "0.6"}, {"maks_porsi_opd": "0.5999"}, "062"),
        ({"sebaran_kecamatan": {"min_porsi": "0.5"}},
         {"sebaran_kecamatan": {"min_porsi": "0.51"}}, "063"),
        ({"minimal_perlindungan_khusus": {"klaster": "K2", "rupiah_per_tahun": 4_000_000}},
         {"minimal_perlindungan_khusus": {"klaster": "K2", "rupiah_per_tahun": 4_000_001}}, "064"),
        ({"minimal_perlindungan_khusus": {"klaster": "K2", "porsi": "0.4"}},
         {"minimal_perlindungan_khusus": {"klaster": "K2", "porsi": "0.41"}}, "064"),
    ],
)  # fmt: skip
def test_a_wish_is_kept_up_to_its_bound(kept: Any, broken: Any, code: str) -> None:
    assert under(keadilan=kept) == set()
    assert under(keadilan=broken) == {f"KLA-P-{code}"}
    assert f"KLA-P-{code}" in CODES


def test_units_that_are_no_areas_may_reach_little() -> None:
    wish = {"sebaran_kecamatan": {"min_porsi": "1", "satuan": ["desa/kelurahan"]}}
    assert under(keadilan=wish) == set()


def test_an_overrun_that_does_not_fit_is_found() -> None:
    """10 of 10 million: nothing fits; with no overrun at all everything does."""
    assert under(ketahanan={"biaya_terburuk": 1, "lonjakan_biaya": "0.001"}) == {"KLA-P-065"}
    assert under(ketahanan={"biaya_terburuk": 1, "lonjakan_biaya": "0"}) == set()
    assert under(ketahanan={"biaya_terburuk": 0, "lonjakan_biaya": "9"}) == set()


def test_a_target_that_one_answer_carries_is_found() -> None:
    """8 points; without A's six, 2 are left."""
    wish = {"jawaban_gagal": 1}
    assert under(target=[{"tahun": 2025, "poin": 2}], ketahanan=wish) == set()
    found = under(target=[{"tahun": 2025, "poin": "2.5"}], ketahanan=wish)
    assert found == {"KLA-P-066"}
    assert under(target=[{"tahun": 2025, "poin": 0}], ketahanan={"jawaban_gagal": 9}) == set()


def test_a_capped_indicator_hides_part_of_a_loss() -> None:
    """Two answers of 6 and 5 points in an indicator capped at 8: losing the larger leaves 5."""
    capped = tiny_pack(
        kegiatan=[{"kegiatan": "A"}, {"kegiatan": "B"}],
        pertanyaan=[{"pertanyaan": "P1", "poin_maks": 6}, {"pertanyaan": "P2", "poin_maks": 5}],
        dampak=[("A", "P1", "1"), ("B", "P2", "1")],
        indikator_maks={"I1": 8},
        years=(2025, 2025),
    )
    plan: Plan = solved(capped)
    for poin, codes in ((5, set()), (6, {"KLA-P-066"})):
        wish = scenario(target=[{"tahun": 2025, "poin": poin}], ketahanan={"jawaban_gagal": 1})
        assert {f.code for f in verify_plan(replace(plan, scenario=wish))} == codes
