"""Contract 3.1: what may be delivered in a year and over the horizon."""

from decimal import Decimal
from fractions import Fraction

from support.packs import tiny_pack
from support.toys import JUTA, QUARTERS, impossible, juta, model_of, solved, totals, volumes

QUESTION = ({"pertanyaan": "P1", "skala": QUARTERS},)


def test_one_off_activity_is_bounded_per_year_and_over_the_horizon() -> None:
    """3 in all, 2 a year: 2 + 1 as early as possible. Quarters of 10 points: 5, 7.5, 7.5."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "volume_maks": 3, "volume_maks_per_tahun": 2}],
        pertanyaan=QUESTION,
        biaya=[("A", 0, JUTA)],
        dampak=[("A", "P1", "0.25")],
    )
    plan = solved(pack)
    assert volumes(plan) == {("A", 2025): 2, ("A", 2026): 1}
    assert totals(plan) == [5, Fraction(15, 2), Fraction(15, 2)]
    assert juta(plan) == 3


def test_recurrent_activity_is_bounded_each_year_and_serves_that_year() -> None:
    """3 every year, each year anew: 7.5 points a year for 9 million."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "volume_maks": 3, "berulang": True}],
        pertanyaan=QUESTION,
        biaya=[("A", 0, JUTA)],
        dampak=[("A", "P1", "0.25")],
    )
    plan = solved(pack)
    assert volumes(plan) == {("A", t): 3 for t in (2025, 2026, 2027)}
    assert totals(plan) == [Fraction(15, 2)] * 3
    assert juta(plan) == 9


def test_active_means_at_least_the_yearly_minimum() -> None:
    """Money for one unit a year, but at least two must be delivered at once: nothing is."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "volume_maks": 3, "volume_min_per_tahun": 2}],
        pertanyaan=QUESTION,
        biaya=[("A", 0, JUTA)],
        dampak=[("A", "P1", "0.25")],
        pagu=[{"tahun": t, "batas_atas": JUTA} for t in (2025, 2026, 2027)],
    )
    plan = solved(pack)
    assert volumes(plan) == {}
    assert totals(plan) == [0, 0, 0]
    impossible(pack, kunci=["A"])


def test_the_least_of_a_divisible_activity_is_one_percent_of_its_most() -> None:
    """5 % of a unit would do for the target; a hundredth of 10 units is 0.1."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "volume_maks": 10, "bulat": False}],
        biaya=[("A", 0, JUTA)],
        dampak=[("A", "P1", "0.1")],
        years=(2025, 2025),
    )
    target = {"tahun": 2025, "poin": "0.05"}
    plan = solved(pack, skala="kontinu", tujuan="min_biaya", target=[target])
    assert volumes(plan) == {("A", 2025): Decimal("0.1")}
    assert totals(plan) == [Fraction(1, 10)]
    assert plan.cost() == 100_000


def test_whole_volumes_stay_whole_and_others_do_not() -> None:
    """2.5 million buy two whole units, or two and a half that can be divided."""
    for whole, expected in ((True, Decimal(2)), (False, Decimal("2.5"))):
        pack = tiny_pack(
            kegiatan=[{"kegiatan": "A", "volume_maks": 4, "bulat": whole}],
            biaya=[("A", 0, JUTA)],
            dampak=[("A", "P1", "0.25")],
            pagu=[{"batas_atas": 2_500_000}],
            years=(2025, 2025),
        )
        plan = solved(pack, skala="kontinu")
        assert volumes(plan) == {("A", 2025): expected}
        assert totals(plan) == [Fraction(10, 4) * Fraction(expected)]


def test_what_was_realised_counts_towards_the_total() -> None:
    """2 of 3 were built before the base year; one is left, and it adds a quarter."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "volume_maks": 3}],
        pertanyaan=QUESTION,
        biaya=[("A", 0, JUTA)],
        dampak=[("A", "P1", "0.25")],
        jawaban={"P1": 5},
        realisasi=[(2023, "A", 2, 2 * JUTA)],
    )
    plan = solved(pack)
    assert volumes(plan) == {("A", 2025): 1}
    assert totals(plan) == [Fraction(15, 2)] * 3


def test_an_activity_without_any_volume_is_never_active() -> None:
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "volume_maks": 0}], dampak=[("A", "P1", "1", "aktif")]
    )
    assert volumes(solved(pack)) == {}
    impossible(pack, kunci=["A"])


def test_one_off_volumes_are_kept_as_running_totals() -> None:
    """The representation that the docstring of ``Draft`` promises."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A"}, {"kegiatan": "B", "berulang": True}],
        dampak=[("A", "P1", "0.5"), ("B", "P1", "0.5")],
    )
    names = model_of(pack).problem.names
    assert [n for n in names if n.startswith("V[")] == [f"V[A,{t}]" for t in (2025, 2026, 2027)]
    assert [n for n in names if n.startswith("v[A,")] == [f"v[A,{t}]" for t in (2026, 2027)]
    assert [n for n in names if "[B," in n] == [f"v[B,{t}]" for t in (2025, 2026, 2027)]
