"""The discount fitted to the real pairs, against the arithmetic done by hand."""

import csv
import math
from pathlib import Path

import numpy as np
import pytest

from kla_plan.explain.risk import student
from kla_plan.explain.risk.discount import TooFewPairsError, fit_discount, verification_pairs


@pytest.mark.parametrize(
    ("probability", "freedom", "expected"),
    [(0.975, 1, 12.7062), (0.975, 2, 4.3027), (0.975, 3, 3.1824), (0.9, 7, 1.4149),
     (0.95, 10, 1.8125), (0.8, 3, 0.9785), (0.5, 4, 0.0)],
)  # fmt: skip
def test_students_quantiles_are_those_of_the_table(
    probability: float, freedom: int, expected: float
) -> None:
    assert student.quantile(probability, freedom) == pytest.approx(expected, abs=5e-5)
    assert student.quantile(1 - probability, freedom) == pytest.approx(-expected, abs=5e-5)


@pytest.mark.parametrize("probability", [0.0, 1.0, -0.2])
def test_no_quantile_of_the_impossible(probability: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        student.quantile(probability, 3)


def test_the_pairs_are_the_regions_with_both_scores_of_one_year() -> None:
    pairs = {(p.region, p.year): (p.claimed, p.verified) for p in verification_pairs()}
    assert pairs == {
        ("Kab. Lombok Tengah", "2023"): (779.05, 597.928),
        ("Kab. Kotawaringin Timur", "2023"): (721.0, 588.40),
        ("Kab. Way Kanan", "2022"): (927.1, 688.0),
        ("Kota Sawahlunto", "2022"): (991.7, 867.0),
    }


def test_the_fit_is_the_mean_and_spread_of_the_logarithms() -> None:
    found = fit_discount()
    logs = [
        math.log(v / c) for c, v in ((779.05, 597.928), (721, 588.4), (927.1, 688), (991.7, 867))
    ]
    mean = sum(logs) / 4
    assert found.mean == pytest.approx(mean)
    assert found.deviation == pytest.approx(math.sqrt(sum((x - mean) ** 2 for x in logs) / 3))
    assert found.freedom == 3
    assert found.ratio(0.5) == pytest.approx(math.exp(mean))
    expected = math.exp(mean - 0.97847 * found.deviation * math.sqrt(1.25))
    assert found.ratio(0.2) == pytest.approx(expected, rel=1e-5)
    low, high = found.interval(0.8)
    assert low < found.typical < high


def test_draws_follow_the_quantiles_and_never_add_points() -> None:
    found = fit_discount()
    drawn = found.draw(40_000, np.random.default_rng(5))
    assert drawn.max() <= 1.0
    assert float(np.quantile(drawn, 0.2)) == pytest.approx(found.ratio(0.2), abs=0.004)
    assert found.ratio(0.9999) == 1.0


def test_words_say_how_few_pairs_there_are() -> None:
    assert "4 pasangan" in fit_discount().sentences()[0]
    assert list(fit_discount().table()["turun"].round(2)) == [0.23, 0.18, 0.26, 0.13]


def test_other_stages_and_uncertain_numbers_are_no_pairs(tmp_path: Path) -> None:
    path = tmp_path / "skor.csv"
    rows = [
        ("A", "2023", "mandiri", "900"), ("A", "2023", "verifikasi", "~700"),
        ("B", "2023", "verifikasi", "600"), ("C", "2023", "mandiri/verif", "800"),
        ("C", "2023", "verifikasi lapangan", "700"), ("D", "2022", "mandiri", "800"),
        ("D", "2023", "verifikasi", "700"), ("E", "2023", "mandiri", "800"),
        ("E", "2023", "verifikasi administrasi", "700"),
        ("E", "2023", "verifikasi lapangan", "720"),
    ]  # fmt: skip
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["daerah", "tahun_evaluasi", "tahap", "total", "sumber"])
        writer.writerows([*row, "uji"] for row in rows)
    assert [(p.region, p.verified) for p in verification_pairs(path)] == [("E", 720.0)]
    with pytest.raises(TooFewPairsError):
        fit_discount(path)
