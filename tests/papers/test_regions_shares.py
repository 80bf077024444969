"""Whole numbers shared out, and whose turn it is: every unit lands once, in the stated order."""

from collections import Counter
from decimal import Decimal
from fractions import Fraction

import pytest

from kla_plan.pack.records import Wilayah
from kla_plan.papers.regions.shares import share, share_within
from kla_plan.papers.regions.turns import Turns


def region(code: str, children: int | None = None) -> Wilayah:
    top = ".".join(code.split(".")[:3])
    level = "kecamatan" if code == top else "kelurahan"
    induk = "" if code == top else top
    return Wilayah(wilayah=code, nama=code, tingkat=level, induk=induk, jumlah_anak=children)


def town(*sizes: int) -> list[Wilayah]:
    """Return so many kelurahan in each of several kecamatan."""
    return [
        region(f"9.9.{top:02}.10{part:02}")
        for top, many in enumerate(sizes, 1)
        for part in range(1, many + 1)
    ]


@pytest.mark.parametrize(
    ("whole", "weights", "expected"),
    [
        (10, {"a": 1, "b": 1, "c": 1}, {"a": 4, "b": 3, "c": 3}),
        (10, {"a": 6, "b": 3, "c": 1}, {"a": 6, "b": 3, "c": 1}),
        (7, {"a": 10, "b": 5, "c": 5}, {"a": 3, "b": 2, "c": 2}),  # 3,5 1,75 1,75
        (3, {"a": 0, "b": 0}, {"a": 2, "b": 1}),
        (0, {"a": 5, "b": 1}, {"a": 0, "b": 0}),
    ],
)
def test_largest_remainder(whole, weights, expected):
    given = {key: Fraction(weight) for key, weight in weights.items()}
    assert share(whole, given, str) == expected


def test_a_share_beyond_its_room_goes_to_the_others():
    weights = {"a": Fraction(8), "b": Fraction(1), "c": Fraction(1)}
    room = {"a": 2, "b": 3, "c": 3}
    assert share_within(6, weights, room, str) == {"a": 2, "b": 2, "c": 2}
    assert share_within(8, weights, room, str) == room
    with pytest.raises(ValueError, match="tidak muat"):
        share_within(9, weights, room, str)


def test_everybody_once_before_anybody_twice():
    regions = town(3, 2)
    turns = Turns(regions, repeated=False, given=Counter())
    first, second = turns.take(Decimal(3)), turns.take(Decimal(4))
    assert set(first.values()) == {Decimal(1)}
    total = Counter({row.wilayah: 0 for row in regions})
    for year in (first, second):
        total.update(year)
    assert sum(total.values()) == 7
    assert sorted(total.values()) == [1, 1, 1, 2, 2]


def test_new_regions_are_shared_over_the_kecamatan():
    """Six kelurahan in 3 + 2 + 1: of three turns 1,5 1 0,5; the tie falls to the smaller code."""
    turns = Turns(town(3, 2, 1), repeated=False, given=Counter())
    taken = Counter(code[:6] for code in turns.take(Decimal(3)))
    assert taken == {"9.9.01": 2, "9.9.02": 1}
    taken = Counter(code[:6] for code in turns.take(Decimal(3)))
    assert taken == {"9.9.01": 1, "9.9.02": 1, "9.9.03": 1}


def test_a_yearly_activity_stays_where_it_was_and_grows():
    turns = Turns(town(4, 4), repeated=True, given=Counter())
    years = [set(turns.take(Decimal(volume))) for volume in (2, 5, 3, 8)]
    assert years[0] < years[1] < years[3]
    assert years[0] < years[2] < years[1]
    assert [len(year) for year in years] == [2, 5, 3, 8]


def test_more_turns_than_regions_in_one_year():
    turns = Turns(town(2, 1), repeated=True, given=Counter())
    taken = turns.take(Decimal(7))
    assert sum(taken.values()) == 7
    assert sorted(taken.values()) == [2, 2, 3]


@pytest.mark.parametrize("repeated", [True, False])
def test_a_fraction_is_the_last_turn(repeated):
    turns = Turns(town(2, 2), repeated=repeated, given=Counter())
    taken = turns.take(Decimal("2.25"))
    assert sorted(taken.values()) == [Decimal("0.25"), Decimal(1), Decimal(1)]


def test_most_children_come_first_where_all_are_known():
    rows = [region(f"9.9.01.100{n}", n * 10) for n in range(1, 5)]
    rows += [region("9.9.02.1001", 100), region("9.9.02.1002", 0)]
    turns = Turns(rows, repeated=False, given=Counter())
    # 100 of 200 children on each side: one turn each, to the largest.
    assert set(turns.take(Decimal(2))) == {"9.9.01.1004", "9.9.02.1001"}


def test_who_was_given_least_by_other_activities_comes_first():
    rows, given = town(3), Counter({"9.9.01.1001": 2, "9.9.01.1002": 1, "9.9.01.1003": 1})
    turns = Turns(rows, repeated=False, given=given)
    assert list(turns.take(Decimal(2))) == ["9.9.01.1002", "9.9.01.1003"]
    assert given["9.9.01.1002"] == 2
