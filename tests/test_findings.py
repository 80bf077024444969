"""Findings: said once, with place, reason and remedy; raised once, all together."""

import pytest

from kla_plan.findings import (
    Finding,
    FindingsError,
    Place,
    Severity,
    did_you_mean,
    errors,
    raise_errors,
)

WRONG = Finding("KLA-X-001", "Salah.", "Perbaiki.", Place("pagu", "D7", "pagu.csv"), "-5")
DOUBTFUL = Finding("KLA-X-002", "Ragu.", "Periksa.", severity=Severity.WARNING)


def test_how_a_finding_reads() -> None:
    assert str(WRONG) == "KLA-X-001 · lembar pagu, sel D7 (nilai: -5): Salah. Perbaiki."
    assert str(DOUBTFUL) == "KLA-X-002 · paket: Ragu. Periksa."
    assert str(Place("opd")) == "lembar opd"
    assert str(Place(cell="B2")) == "paket, sel B2"


def test_the_error_carries_everything_in_reading_order() -> None:
    with pytest.raises(FindingsError) as caught:
        raise_errors([DOUBTFUL, WRONG])
    assert caught.value.findings == (DOUBTFUL, WRONG)
    assert str(caught.value).splitlines() == [str(DOUBTFUL), str(WRONG)]


def test_warnings_alone_stop_nothing() -> None:
    raise_errors([DOUBTFUL])
    raise_errors([])
    assert errors([DOUBTFUL, WRONG]) == (WRONG,)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("infalsi", ' Apakah maksud Anda "inflasi"?'),
        ("INFLASI", ' Apakah maksud Anda "inflasi"?'),
        ("dinas kesehatan", ' Apakah maksud Anda "Dinas Kesehatan"?'),
        ("qwerty", ""),
        ("", ""),
    ],
)
def test_the_nearest_known_name(word: str, expected: str) -> None:
    assert did_you_mean(word, ["inflasi", "Dinas Kesehatan", "target"]) == expected


def test_nothing_is_near_where_nothing_is_known() -> None:
    assert did_you_mean("inflasi", []) == ""
