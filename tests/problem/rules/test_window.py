"""Contract 3.4, windows: the first active year lies in [mulai_paling_awal, mulai_paling_akhir]."""

import pytest
from support.packs import tiny_pack
from support.toys import JUTA, impossible, juta, row_names, solved, totals, volumes


def test_nothing_before_the_window() -> None:
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "mulai_paling_awal": 2026}],
        biaya=[("A", 0, JUTA)],
        dampak=[("A", "P1", "1")],
    )
    plan = solved(pack)
    assert volumes(plan) == {("A", 2026): 1}
    assert totals(plan) == [0, 10, 10]
    assert juta(plan) == 1


def test_no_beginning_after_the_window() -> None:
    """A must begin in 2025, when there is no money; B may begin when there is."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "mulai_paling_akhir": 2025}, {"kegiatan": "B"}],
        biaya=[("A", 0, JUTA), ("B", 0, JUTA)],
        dampak=[("A", "P1", "1"), ("B", "P1", "0.5")],
        pertanyaan=[{"pertanyaan": "P1", "skala": "1/2;1"}],
        pagu=[{"tahun": 2025, "batas_atas": 0}, {"tahun": 2026, "batas_atas": JUTA}],
    )
    plan = solved(pack)
    assert volumes(plan) == {("B", 2026): 1}
    assert totals(plan) == [0, 5, 5]
    impossible(pack, kunci=["A"])


def test_what_began_in_the_window_goes_on_after_it() -> None:
    """One unit a year: begun in 2025 (the last year to begin), finished in 2026."""
    pack = tiny_pack(
        kegiatan=[
            {
                "kegiatan": "A",
                "volume_maks": 2,
                "volume_maks_per_tahun": 1,
                "mulai_paling_akhir": 2025,
            }
        ],
        pertanyaan=[{"pertanyaan": "P1", "skala": "1/2;1"}],
        biaya=[("A", 0, JUTA)],
        dampak=[("A", "P1", "0.5")],
    )
    plan = solved(pack)
    assert volumes(plan) == {("A", 2025): 1, ("A", 2026): 1}
    assert totals(plan) == [5, 10, 10]


@pytest.mark.parametrize(
    ("bound", "expected"),
    [
        ({"mulai_paling_awal": 2027}, {("A", 2027)}),
        ({"mulai_paling_akhir": 2024}, set()),
        ({"mulai_paling_awal": 2025, "mulai_paling_akhir": 2025}, {("A", 2025)}),
    ],
)
def test_windows_bind_activity_even_where_nothing_need_be_delivered(
    bound: dict[str, int], expected: set[tuple[str, int]]
) -> None:
    """With a yearly minimum of 0, active is a decision of its own and the window binds it."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "volume_min_per_tahun": 0, **bound}],
        biaya=[("A", 0, 0, JUTA)],
        dampak=[("A", "P1", "1", "aktif")],
    )
    assert set(volumes(solved(pack))) == expected


def test_an_activity_that_is_a_fact_has_had_its_first_year() -> None:
    """Realised in 2024: the window of 2027 says nothing about going on."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "volume_maks": 2, "mulai_paling_awal": 2027}],
        dampak=[("A", "P1", "1", "aktif")],
        biaya=[("A", 0, JUTA)],
        realisasi=[(2024, "A", 1, JUTA)],
    )
    assert volumes(solved(pack)) == {("A", 2025): 1}
    assert not [name for name in row_names(pack) if name.startswith("jendela")]
