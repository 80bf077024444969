"""Proposed volumes as bounds, each rule by hand."""

from decimal import Decimal

import pytest

from kla_plan.feedback.volumes import bounds
from kla_plan.feedback.words import exact
from kla_plan.pack.columns import Kegiatan

MAX, YEAR, LEAST = "volume_maks", "volume_maks_per_tahun", "volume_min_per_tahun"


def activity(*, repeated: bool = False, whole: int = 20, yearly: int = 8) -> Kegiatan:
    return Kegiatan(
        kegiatan="A",
        nama="x",
        opd="D",
        indikator="I1",
        satuan="unit",
        volume_maks=Decimal(whole),
        volume_maks_per_tahun=Decimal(yearly),
        volume_min_per_tahun=Decimal(2),
        berulang=repeated,
    )


@pytest.mark.parametrize(
    ("planned", "wished", "columns", "unsaid"),
    [
        ({2026: 5}, {2026: 5}, {}, ()),
        ({2026: 5}, {2026: 7}, {}, ()),  # within the bounds already
        ({2026: 5}, {2026: 9}, {YEAR: 9}, ()),  # above the yearly bound
        ({2026: 8, 2027: 8}, {2027: 14}, {YEAR: 14, MAX: 22}, ()),  # above both
        ({2026: 5}, {2026: 3}, {YEAR: 3, MAX: 3}, ()),  # the only year is lowered
        ({2026: 5, 2027: 5}, {2026: 3}, {}, (2026,)),  # one year of two: no bound says it
        ({2026: 5, 2027: 4}, {2026: 3}, {YEAR: 4}, (2026,)),  # the peak is too high
        ({2026: 5, 2027: 5}, {2026: 3, 2027: 4}, {YEAR: 4, MAX: 7}, (2026,)),
        ({2026: 5}, {2026: 1}, {YEAR: 1, MAX: 1, LEAST: 1}, ()),  # below the yearly minimum
    ],
)
def test_bounds(
    planned: dict[int, int],
    wished: dict[int, int],
    columns: dict[str, int],
    unsaid: tuple[int, ...],
) -> None:
    volumes, wishes = (
        {year: Decimal(value) for year, value in one.items()} for one in (planned, wished)
    )
    found = bounds(activity(), volumes, wishes)
    assert (found.columns, found.unsaid) == (columns, unsaid)


def test_a_repeated_activity_has_no_sum() -> None:
    planned = {2026: Decimal(5), 2027: Decimal(5)}
    lower = bounds(activity(repeated=True), planned, {2026: Decimal(3), 2027: Decimal(3)})
    assert lower.columns == {YEAR: 3}
    higher = bounds(activity(repeated=True, whole=8), planned, {2026: Decimal(12)})
    assert higher.columns == {YEAR: 12, MAX: 12}


def test_what_is_realised_counts_towards_the_sum() -> None:
    found = bounds(activity(), {2026: Decimal(5)}, {2026: Decimal(3)}, realised=Decimal(4))
    assert found.columns == {YEAR: 3, MAX: 7}


@pytest.mark.parametrize(
    ("value", "text"),
    [("0.0250", "0,025"), ("1500", "1.500"), ("1.5", "1,5"), ("1E+3", "1.000"), ("0", "0")],
)
def test_no_decimal_is_rounded_away(value: str, text: str) -> None:
    assert exact(Decimal(value)) == text
