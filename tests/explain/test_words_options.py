"""An impossible optional rule is named, in words, with the change that would help."""

from typing import Any

import pytest
from support.packs import tiny_pack
from support.toys import JUTA, scenario

from kla_plan.explain import why_infeasible
from kla_plan.explain.words.options import OPTIONS
from kla_plan.pack.model import Pack
from kla_plan.problem.rules import OPTIONAL


def pack() -> Pack:
    return tiny_pack(
        kegiatan=[{"kegiatan": "A", "opd": "X", "satuan": "kecamatan", "volume_maks": 4},
                  {"kegiatan": "B", "opd": "Y"}],
        pertanyaan=[{"pertanyaan": "P1"}, {"pertanyaan": "P2"}],
        biaya=[("A", 0, JUTA), ("B", 0, 2 * JUTA)],
        dampak=[("A", "P1", "0.25"), ("B", "P2", "1")],
        pagu=[{"tahun": 2025, "batas_atas": 3 * JUTA}],
        opd=[{"opd": "X"}, {"opd": "Y"}],
        years=(2025, 2025),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("wish", "rule", "says"),
    [
        ({"keadilan": {"min_poin_klaster": {"K1": 30}}}, "min_poin_klaster", "30 poin"),
        ({"keadilan": {"min_porsi_klaster": {"K2": "0.5"}}, "kunci": ["B"]},
         "min_porsi_klaster", "50,0 %"),
        ({"keadilan": {"maks_porsi_opd": "0.1"}, "kunci": ["B"]}, "maks_porsi_opd", "10,0 %"),
        ({"keadilan": {"sebaran_kecamatan": {"min_porsi": 1}}, "kunci": ["A"]},
         "sebaran_kecamatan", "4 kecamatan"),
        ({"keadilan": {"minimal_perlindungan_khusus":
                       {"klaster": "K1", "rupiah_per_tahun": 9 * JUTA}}},
         "perlindungan_khusus", "Rp9.000.000"),
        ({"ketahanan": {"biaya_terburuk": 1, "lonjakan_biaya": 1}, "kunci": ["B"]},
         "tahan_biaya", "100,0 %"),
        ({"ketahanan": {"jawaban_gagal": 1}, "target": [{"tahun": 2025, "poin": 10}]},
         "tahan_jawaban", "1 jawaban"),
    ],
)  # fmt: skip
def test_the_rule_is_named_with_what_it_asks(wish: dict[str, Any], rule: str, says: str) -> None:
    found = {c.clause.rule: c.words for c in why_infeasible(pack(), scenario(**wish))}
    assert rule in found
    assert says in found[rule].have
    assert found[rule].sheet == "skenario"
    assert found[rule].change


def test_every_optional_rule_has_words() -> None:
    assert {rule.RULE for rule in OPTIONAL} == OPTIONS.keys()
