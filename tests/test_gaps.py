"""Gaps of the tiny pack, every number worked out by hand."""

import math
from decimal import Decimal
from pathlib import Path

import pytest
from support.tiny import TABLES, with_rows, write_tiny

from kla_plan.gaps import (
    NO_OPD,
    cluster_gaps,
    evidence_gaps,
    indicator_gaps,
    kind_gaps,
    opd_gaps,
    predicate_gaps,
    question_gaps,
)
from kla_plan.pack.model import Pack
from kla_plan.pack.read import load_pack
from kla_plan.scenario import Scenario


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return load_pack(write_tiny(tmp_path / "contoh"))


@pytest.fixture
def verified(tmp_path: Path) -> Pack:
    points = {"P1.1": 2, "P1.2": 0, "P2.1": "0.5", "P3.1": 3, "P3.2": 2}
    rows = [{**row, "poin_verifikasi": points[str(row["pertanyaan"])]} for row in TABLES["jawaban"]]
    return load_pack(write_tiny(tmp_path / "contoh", with_rows("jawaban", rows)))


def test_question_gaps_name_the_missing_points_and_who_is_asked(pack: Pack) -> None:
    table = question_gaps(pack).set_index("pertanyaan")

    assert list(table.index) == ["P1.1", "P1.2", "P2.1", "P3.1", "P3.2"]
    assert table["selisih"].to_dict() == {
        "P1.1": 2.0, "P1.2": 4.0, "P2.1": 4.0, "P3.1": 3.0, "P3.2": 0.0,
    }  # fmt: skip
    assert table.loc["P1.1", "opd"] == "Dinas A;Dinas B"
    assert table.loc["P2.1", "status_bukti"] == "belum"
    assert table.loc["P3.2", "asumsi"] == "Perkiraan"


def test_a_question_cannot_gain_more_than_its_indicator(pack: Pack) -> None:
    table = question_gaps(pack).set_index("pertanyaan")

    assert table.loc["P3.1", "selisih"] == 3.0
    assert table.loc["P3.1", "selisih_efektif"] == 1.0


def test_indicator_gaps_respect_the_cap(pack: Pack) -> None:
    table = indicator_gaps(pack).set_index("indikator")

    assert table.loc["I3", ["poin_maks", "poin", "selisih"]].tolist() == [7.0, 6.0, 1.0]
    assert table.loc["I1", ["pertanyaan", "belum_penuh"]].tolist() == [2, 2]
    assert table.loc["I1", "capaian"] == pytest.approx(0.25)


def test_cluster_gaps_add_up_to_the_total(pack: Pack) -> None:
    table = cluster_gaps(pack).set_index("klaster")

    assert table.loc["KA", ["poin_maks", "poin", "selisih"]].tolist() == [13.0, 3.0, 10.0]
    assert table["poin"].sum() == float(pack.start_score().total)


def test_unknown_verified_points_stay_unknown_without_a_discount(pack: Pack) -> None:
    table = question_gaps(pack)

    assert table["poin_verifikasi"].isna().all()
    assert set(table["verifikasi"]) == {""}


def test_a_discount_gives_the_contracts_verified_total(pack: Pack) -> None:
    table = indicator_gaps(pack, Decimal("0.15"))

    assert table["poin_verifikasi"].sum() == pytest.approx(9 * 0.85)


def test_known_verified_points_win_over_the_discount(verified: Pack) -> None:
    table = question_gaps(verified, Decimal("0.15")).set_index("pertanyaan")

    assert table.loc["P2.1", "poin_verifikasi"] == 0.5
    assert set(table["verifikasi"]) == {"hasil"}


def test_predicate_gaps_on_both_scores(pack: Pack) -> None:
    own, checked = predicate_gaps(pack, Scenario()).to_dict("records")

    assert own["total"] == 9.0
    assert (own["predikat"], own["predikat_berikut"], own["kurang"]) == ("Cukup", "Baik", 5.0)
    assert not own["termasuk"]
    assert checked["total"] == pytest.approx(7.65)
    assert checked["predikat_berikut"] == "Cukup"
    assert checked["kurang"] == pytest.approx(0.35)
    assert checked["cara"] == "perkiraan"


def test_predicate_gaps_use_a_real_verification(verified: Pack) -> None:
    checked = predicate_gaps(verified, Scenario()).to_dict("records")[1]

    assert checked["total"] == 7.5
    assert checked["cara"] == "hasil verifikasi"


def test_at_the_top_there_is_no_next_predicate(tmp_path: Path) -> None:
    rows = [{"predikat": "Cukup", "batas_bawah": 8, "dasar": ">="}]
    pack = load_pack(write_tiny(tmp_path / "contoh", with_rows("instrumen/predikat", rows)))

    own = predicate_gaps(pack, Scenario()).to_dict("records")[0]

    assert own["predikat_berikut"] == ""
    assert math.isnan(own["batas"])
    assert own["kurang"] == 0.0


def test_opds_share_a_question_equally_and_nothing_is_lost(pack: Pack) -> None:
    table = opd_gaps(pack).set_index("opd")

    assert table.loc["Dinas A", ["poin_maks", "selisih"]].tolist() == [6.0, 5.0]
    assert table.loc["Dinas B", ["poin_maks", "selisih"]].tolist() == [10.0, 5.0]
    assert table.loc[NO_OPD, "selisih"] == 3.0
    assert table["selisih"].sum() == question_gaps(pack)["selisih"].sum()


def test_kinds_add_up_to_the_questions(pack: Pack) -> None:
    table = kind_gaps(pack)

    assert table["selisih"].sum() == 13.0
    assert set(table.head(2)["tipe"]) == {"anggaran", "lembaga_sarana"}


def test_evidence_lists_claimed_points_that_are_not_proven(pack: Pack) -> None:
    table = evidence_gaps(pack)

    assert list(table["pertanyaan"]) == ["P2.1", "P3.1", "P3.2"]
    assert list(table["status_bukti"]) == ["belum", "sebagian", "belum dicatat"]
    assert table.loc[0, "data_dukung"] == "Sertifikat"


def test_the_real_score_sheet_adds_up() -> None:
    pack = load_pack("ogan-ilir")

    assert cluster_gaps(pack)["poin"].sum() == pytest.approx(771.81)
    assert cluster_gaps(pack)["selisih"].sum() == pytest.approx(228.19)
    assert opd_gaps(pack)["poin_maks"].sum() == pytest.approx(1004.0)
