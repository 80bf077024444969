"""Contract 3.3, capacity: ``Σ kapasitas_per_unit·v`` per OPD and year."""

from decimal import Decimal
from fractions import Fraction

from support.packs import tiny_pack
from support.toys import JUTA, impossible, juta, row_names, solved, totals, volumes


def test_staff_not_money_decides() -> None:
    """Capacity 3 a year; A takes 2 a unit (5 points), B 1 (2 points). All: 12 points.

    2025: A and B (7). 2026 and 2027: the second A (5 more) beside the second B... B has one unit
    only, so 2026 brings the second A: 7, 12, 12.
    """
    pack = tiny_pack(
        kegiatan=[
            {"kegiatan": "A", "volume_maks": 2, "kapasitas_per_unit": 2},
            {"kegiatan": "B", "kapasitas_per_unit": 1},
        ],
        pertanyaan=[
            {"pertanyaan": "P1", "skala": "1/2;1"},
            {"pertanyaan": "P2", "poin_maks": 2},
        ],
        biaya=[("A", 0, JUTA), ("B", 0, JUTA)],
        dampak=[("A", "P1", "0.5"), ("B", "P2", "1")],
        opd=[{"opd": "DP3A", "kapasitas_per_tahun": 3}],
    )
    plan = solved(pack)
    assert volumes(plan) == {("A", 2025): 1, ("A", 2026): 1, ("B", 2025): 1}
    assert totals(plan) == [7, 12, 12]
    assert juta(plan) == 3


def test_fractions_of_capacity_are_kept_exactly() -> None:
    """1.5 of capacity at 0.4 a unit: 3.75 units, in whole units 3."""
    for whole, expected in ((True, Decimal(3)), (False, Decimal("3.75"))):
        pack = tiny_pack(
            kegiatan=[
                {"kegiatan": "A", "volume_maks": 9, "kapasitas_per_unit": "0.4", "bulat": whole}
            ],
            dampak=[("A", "P1", "0.1")],
            opd=[{"opd": "DP3A", "kapasitas_per_tahun": "1.5"}],
            years=(2025, 2025),
        )
        plan = solved(pack, skala="kontinu")
        assert volumes(plan) == {("A", 2025): expected}
        assert totals(plan) == [Fraction(expected)]


def test_each_agency_has_its_own_and_no_limit_is_no_row() -> None:
    pack = tiny_pack(
        kegiatan=[
            {"kegiatan": "A", "opd": "X", "kapasitas_per_unit": 2},
            {"kegiatan": "B", "opd": "Y", "kapasitas_per_unit": 2},
            {"kegiatan": "C", "opd": "Z"},
        ],
        pertanyaan=[{"pertanyaan": p} for p in ("P1", "P2", "P3")],
        dampak=[("A", "P1", "1"), ("B", "P2", "1"), ("C", "P3", "1")],
        opd=[
            {"opd": "X", "kapasitas_per_tahun": 1},
            {"opd": "Y"},
            {"opd": "Z", "kapasitas_per_tahun": 1},
        ],
    )
    assert set(volumes(solved(pack))) == {("B", 2025), ("C", 2025)}
    assert {n for n in row_names(pack) if n.startswith("kapasitas")} == {
        f"kapasitas[X,{t}]" for t in (2025, 2026, 2027)
    }
    impossible(pack, kunci=["A"])
