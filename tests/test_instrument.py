"""The scoring rule: fractions → points → indicators → total → predikat."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_plan.instrument import (
    NO_PREDICATE,
    TOLERANCE,
    Indikator,
    Instrument,
    Klaster,
    Pertanyaan,
    Predikat,
    answered,
    verified,
)
from kla_plan.pack.read import load_pack

QUARTERS = tuple(Fraction(n, 4) for n in range(1, 5))


def _instrument() -> Instrument:
    """Two clusters, three indicators; I2 is capped at 5 of 4 + 6 points."""
    clusters = [("KA", "10"), ("KB", "8")]
    indicators = [("I1", "KA", "5"), ("I2", "KA", "5"), ("I3", "KB", "8")]
    questions = [("P1", "I1", "5"), ("P2", "I2", "4"), ("P3", "I2", "6"), ("P4", "I3", "8")]
    return Instrument(
        year="uji",
        clusters={c: Klaster(klaster=c, nama=c, poin_maks=Decimal(p)) for c, p in clusters},
        indicators={
            i: Indikator(indikator=i, nomor=i[1:], klaster=c, nama=i, poin_maks=Decimal(p))
            for i, c, p in indicators
        },
        questions={
            q: Pertanyaan(pertanyaan=q, indikator=i, poin_maks=Decimal(p), tipe="t", label=q)
            for q, i, p in questions
        },
        predicates=(
            Predikat(predikat="Pratama", batas_bawah=Decimal(8), dasar=">="),
            Predikat(predikat="Madya", batas_bawah=Decimal(12), dasar=">"),
        ),
    )


SHEET = _instrument()


@pytest.mark.parametrize(
    ("progress", "expected"),
    [
        ("0", "0"),
        ("0.24", "0"),
        ("0.25", "0.25"),
        ("0.249999", "0.25"),  # missed by exactly a millionth
        ("0.2499989", "0"),  # missed by more
        ("0.74", "0.5"),
        ("1", "1"),
        ("3.7", "1"),
    ],
)
def test_the_largest_level_that_is_reached(progress: str, expected: str) -> None:
    value = answered(Fraction(progress), Fraction(0), QUARTERS, stepped=True)
    assert value == Fraction(expected)


@pytest.mark.parametrize(
    ("start", "progress", "expected"),
    [("0.4", "0.4", "0.4"), ("0.4", "0.49", "0.4"), ("0.4", "0.5", "0.5"), ("1", "1.5", "1")],
)
def test_an_answer_never_falls_below_its_start(start: str, progress: str, expected: str) -> None:
    value = answered(Fraction(progress), Fraction(start), QUARTERS, stepped=True)
    assert value == Fraction(expected)


def test_on_the_continuous_scale_progress_is_the_answer() -> None:
    for progress, expected in (("0.33", "0.33"), ("1.2", "1"), ("0.1", "0.2")):
        value = answered(Fraction(progress), Fraction("0.2"), QUARTERS, stepped=False)
        assert value == Fraction(expected)


LEVELS = st.lists(st.fractions(min_value="0.01", max_value="0.99"), max_size=4, unique=True).map(
    lambda inner: (*sorted(inner), Fraction(1))
)
SHARES = st.fractions(min_value=0, max_value=1)


@given(SHARES, SHARES, SHARES, LEVELS, st.booleans())
def test_more_progress_is_never_worth_less(
    start: Fraction, one: Fraction, more: Fraction, levels: tuple[Fraction, ...], stepped: bool
) -> None:
    low = answered(start + one, start, levels, stepped=stepped)
    high = answered(start + one + more, start, levels, stepped=stepped)
    assert start <= low <= high <= 1
    if stepped:
        assert low in {start, *levels}
        assert low <= start + one + TOLERANCE
    else:
        assert low == min(1, start + one)


@given(st.dictionaries(st.sampled_from(list(SHEET.questions)), SHARES), st.data())
def test_a_better_answer_never_lowers_the_total(
    fractions: dict[str, Fraction], data: st.DataObject
) -> None:
    better = {q: data.draw(st.fractions(f, 1)) for q, f in fractions.items()}
    low, high = SHEET.score(fractions), SHEET.score(better)
    assert low.total <= high.total <= SHEET.maximum
    for code, points in low.indicators.items():
        assert points <= high.indicators[code] <= SHEET.indicators[code].poin_maks
    assert low.total == sum(low.indicators.values()) == sum(low.clusters.values())


def test_a_score_sheet_worked_out_by_hand() -> None:
    """P1 2.5 of 5; P2 4 and P3 3 make 7, capped at 5; P4 unanswered: 7.5."""
    score = SHEET.score({"P1": Fraction(1, 2), "P2": Fraction(1), "P3": Fraction(1, 2)})
    assert score.questions == {"P1": Fraction(5, 2), "P2": 4, "P3": 3, "P4": 0}
    assert score.indicators == {"I1": Fraction(5, 2), "I2": 5, "I3": 0}
    assert score.clusters == {"KA": Fraction(15, 2), "KB": 0}
    assert score.total == Fraction(15, 2)


def test_what_the_instrument_knows_of_itself() -> None:
    assert SHEET.maximum == 18
    assert [SHEET.capped(code) for code in SHEET.indicators] == [False, True, False]
    assert [q.pertanyaan for q in SHEET.questions_of("I2")] == ["P2", "P3"]
    assert SHEET.cluster_of("I3") == "KB"


@pytest.mark.parametrize(
    ("total", "predicate", "following"),
    [
        ("0", NO_PREDICATE, "Pratama"),
        ("7.999999", NO_PREDICATE, "Pratama"),
        ("8", "Pratama", "Madya"),  # >= : the bound itself is enough
        ("12", "Pratama", "Madya"),  # > : the bound itself is not
        ("12.000001", "Madya", None),
        ("18", "Madya", None),
    ],
)
def test_predicates_at_their_bounds(total: str, predicate: str, following: str | None) -> None:
    assert SHEET.predicate(Fraction(total)) == predicate
    upcoming = SHEET.next_predicate(Fraction(total))
    assert (upcoming.predikat if upcoming else None) == following


def test_the_verified_score_is_the_total_less_the_discount() -> None:
    assert verified(Fraction(1000), Decimal("0.15")) == 850
    assert verified(Fraction(7, 3), Decimal(0)) == Fraction(7, 3)


def test_the_instrument_of_2024_is_the_published_one() -> None:
    """7 clusters, 31 indicator rows, 274 questions, 1000 points; I19 and I21B are capped."""
    sheet = load_pack("ogan-ilir").instrument
    sizes = len(sheet.clusters), len(sheet.indicators), len(sheet.questions)
    assert sizes == (7, 31, 274)
    assert sheet.maximum == 1000
    assert {code for code in sheet.indicators if sheet.capped(code)} == {"I19", "I21B"}
    names = [row.predikat for row in sheet.predicates]
    assert names == ["Pratama", "Madya", "Nindya", "Utama", "KLA"]
    assert sum(k.poin_maks for k in sheet.clusters.values()) == 1000
