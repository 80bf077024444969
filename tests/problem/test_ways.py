"""The least amounts that reach each level, against counting all amounts."""

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from kla_plan.problem.ways import MOST_WAYS, Supply, Way, exact, ways


def test_two_sources_by_hand() -> None:
    """0.6 and 0.4: either one reaches 0.25, only both reach 0.9."""
    found = ways((Supply(0.6, 1), Supply(0.4, 1)), (Fraction(1, 4), Fraction(9, 10)))
    assert found == (Way(0, (0, 1)), Way(0, (1, 0)), Way(1, (1, 1)))


def test_a_source_gives_its_least_or_nothing() -> None:
    """6 units at least: 0.1 a unit is enough with 3, but 3 cannot be had."""
    assert ways((Supply(0.1, 12, 6),), (Fraction(3, 10),)) == (Way(0, (6,)),)


def test_levels_that_take_the_same_amount_are_one_way() -> None:
    assert ways((Supply(0.5, 2),), (Fraction(1, 4), Fraction(1, 2))) == (Way(1, (1,)),)


def test_too_many_ways_are_not_listed() -> None:
    supplies = tuple(Supply(0.01, 50) for _ in range(4))
    assert ways(supplies, (Fraction(1, 2),)) is None


SUPPLIES = st.lists(
    st.tuples(st.sampled_from([0.1, 0.2, 0.25, 0.3, 0.5]), st.integers(1, 4), st.integers(1, 2)),
    min_size=1,
    max_size=3,
)
NEEDS = st.lists(st.fractions(Fraction(1, 20), 1, max_denominator=20), min_size=1, max_size=3)


@given(SUPPLIES, NEEDS)
def test_every_amount_reaches_what_the_ways_below_it_reach(
    raw: list[tuple[float, int, int]], needs: list[Fraction]
) -> None:
    supplies = tuple(Supply(rise, max(most, least), least) for rise, most, least in raw)
    needs = sorted(set(needs))
    found = ways(supplies, tuple(needs))
    assert found is None or len(found) <= MOST_WAYS
    for amounts in product(*(range(s.most + 1) for s in supplies)):
        if found is None or any(0 < a < s.least for a, s in zip(amounts, supplies, strict=True)):
            continue
        progress = sum(exact(s.rise) * a for s, a in zip(supplies, amounts, strict=True))
        reached = max((n for n, need in enumerate(needs) if need <= progress), default=-1)
        below = [
            w.level for w in found if all(a <= b for a, b in zip(w.amounts, amounts, strict=True))
        ]
        assert max(below, default=-1) == reached
