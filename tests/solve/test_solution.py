"""What a gap proves."""

import pytest

from kla_plan.solve.solution import OPTIMAL_GAP, Status, proven


@pytest.mark.parametrize(
    ("gap", "asked", "status"),
    [
        (None, 0.01, Status.TIME_LIMIT),
        (0.0, 0.0, Status.OPTIMAL),
        (OPTIMAL_GAP, 0.01, Status.OPTIMAL),
        (2 * OPTIMAL_GAP, 0.0, Status.TIME_LIMIT),
        (2 * OPTIMAL_GAP, 0.01, Status.GAP_LIMIT),
        (0.01, 0.01, Status.GAP_LIMIT),
        (0.01 + 2 * OPTIMAL_GAP, 0.01, Status.TIME_LIMIT),
    ],
)
def test_a_gap_proves_no_more_than_it_says(gap: float | None, asked: float, status: Status) -> None:
    assert proven(gap, asked) is status
