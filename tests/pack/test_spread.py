"""Scores are spread where answers are missing; sums are kept exactly."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_plan.instrument import Indikator, Instrument, Klaster, Pertanyaan
from kla_plan.pack.columns import Jawaban, Skor
from kla_plan.pack.spread import UNKNOWN, spread


def _instrument(questions, maxima):
    clusters = {"KA": Klaster(klaster="KA", nama="A", poin_maks=Decimal(0))}
    clusters["KB"] = Klaster(klaster="KB", nama="B", poin_maks=Decimal(0))
    indicators = {
        code: Indikator(
            indikator=code, nomor="1", klaster=cluster, nama=code, poin_maks=Decimal(points)
        )
        for code, (cluster, points) in maxima.items()
    }
    asked = {
        code: Pertanyaan(
            pertanyaan=code, indikator=indicator, poin_maks=Decimal(points), tipe="x", label=code
        )
        for code, (indicator, points) in questions.items()
    }
    return Instrument("uji", clusters, indicators, asked, ())


SMALL = _instrument(
    {"P1": ("I1", 6), "P2": ("I1", 6), "P3": ("I2", 4), "P4": ("I3", 5), "P5": ("I3", 0)},
    {"I1": ("KA", 9), "I2": ("KA", 4), "I3": ("KB", 5)},
)


def _row(level, points, code=""):
    return Skor(tingkat=level, kode=code, poin=Decimal(points), sumber="rekap")


def _points(answers):
    return {code: answer.poin for code, answer in answers.items()}


def test_answers_win_and_an_indicator_shares_its_remainder():
    known = {"P1": Jawaban(pertanyaan="P1", poin=Decimal(2))}
    answers, misfits = spread(SMALL, known, [_row("indikator", "5", "I1")])
    assert misfits == []
    assert answers["P1"] is known["P1"]
    assert answers["P2"].poin == 3
    assert answers["P2"].sumber == "rekap"
    assert answers["P2"].asumsi.startswith("Sebaran dari skor indikator I1 5,")
    assert answers["P3"].asumsi == UNKNOWN


def test_the_finest_known_level_goes_first():
    scores = [_row("total", "10"), _row("klaster", "8", "KA"), _row("indikator", "6", "I1")]
    answers, misfits = spread(SMALL, {}, scores)
    assert misfits == []
    assert _points(answers) == {"P1": 3, "P2": 3, "P3": 2, "P4": 2, "P5": 0}
    assert "skor klaster KA 8," in answers["P3"].asumsi
    assert answers["P4"].asumsi.startswith("Sebaran dari skor total 10,")


def test_a_full_cluster_stays_within_the_indicator_maximum():
    answers, misfits = spread(SMALL, {}, [_row("klaster", "13", "KA")])
    assert misfits == []
    assert _points(answers) == {
        "P1": Decimal("4.5"), "P2": Decimal("4.5"), "P3": 4, "P4": 0, "P5": 0,
    }  # fmt: skip


def test_what_does_not_fit_is_told_and_cut():
    answers, (misfit,) = spread(SMALL, {}, [_row("indikator", "7", "I2")])
    assert (misfit.left, misfit.room, misfit.used) == (7, 4, True)
    assert answers["P3"].poin == 4


def test_a_score_below_its_parts_is_told():
    known = {"P1": Jawaban(pertanyaan="P1", poin=Decimal(6))}
    answers, (misfit,) = spread(SMALL, known, [_row("total", "5")])
    assert misfit.left == -1
    assert answers["P3"].poin == 0


def test_the_instrument_and_answers_are_left_alone():
    known = {"P1": Jawaban(pertanyaan="P1", poin=Decimal(2))}
    spread(SMALL, known, [_row("total", "5")])
    assert list(known) == ["P1"]


@given(st.integers(0, 18_000_000))
def test_a_total_of_any_size_is_kept_exactly(millionths):
    total = Decimal(millionths).scaleb(-6)
    answers, misfits = spread(SMALL, {}, [_row("total", str(total))])
    assert misfits == []
    assert sum(answer.poin for answer in answers.values()) == total
    assert all(0 <= a.poin <= SMALL.questions[code].poin_maks for code, a in answers.items())


@pytest.mark.parametrize("level", ["klaster", "indikator"])
def test_a_code_that_does_not_exist_spreads_nothing(level):
    answers, _ = spread(SMALL, {}, [_row(level, "5", "ZZ")])
    assert sum(answer.poin for answer in answers.values()) == 0
