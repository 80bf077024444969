"""The frontier: cheapest paths against brute force, and what is said of what cannot be reached."""

import pytest
from support.brute import best, plans
from support.packs import tiny_pack
from support.randoms import random_pack
from support.toys import JUTA, scenario

from kla_plan.explain.aims import targets_of
from kla_plan.explain.paths import frontier
from kla_plan.pack.model import Pack
from kla_plan.plan.verify import verify_plan
from kla_plan.report.charts.paths import frontier_chart
from kla_plan.report.charts.save import png

MANY = 60_000


def test_every_cell_is_what_exhaustive_search_finds() -> None:
    reached = barred = 0
    for seed in range(40):
        pack, asked = random_pack(seed)
        if plans(pack, asked) > MANY:
            continue
        free = asked.model_copy(update={"kunci": (), "larang": ()})
        if best(pack, free.model_copy(update={"tujuan": "min_biaya", "target": ()})) is None:
            continue
        found = frontier(pack, free, predicates=("Pratama", "Madya"), seconds=30)
        for cell in found.cells:
            wish = {"tujuan": "min_biaya", "target": targets_of(pack, cell.aim)}
            expected = best(pack, free.model_copy(update=wish))
            if expected is None:
                assert cell.impossible, (seed, cell.aim)
                barred += 1
                continue
            assert cell.cost is not None, (seed, cell.aim)
            assert cell.plan is not None
            assert verify_plan(cell.plan) == ()
            assert expected.cost <= cell.cost <= expected.cost * 1.0051 + 10
            assert cell.bound <= expected.cost + 10
            reached += 1
    assert reached > 20
    assert barred > 20


def toy() -> Pack:
    """Return one activity of ten points for three million that can begin in the second year."""
    return tiny_pack(
        kegiatan=[{"kegiatan": "A", "mulai_paling_awal": 2026}],
        biaya=[("A", 0, 3 * JUTA)],
        dampak=[("A", "P1", "1")],
        pagu=[{"batas_atas": 3 * JUTA}],
    )


def test_a_predicate_from_the_second_year_on() -> None:
    found = frontier(toy(), scenario(diskon_verifikasi="0.4"), seconds=20)
    first = found.cell("Pratama", 2025, "mandiri")
    assert first.impossible
    assert first.most == pytest.approx(0)
    second = found.cell("Pratama", 2026, "verifikasi")
    assert (second.cost, second.status) == (3 * JUTA, "terbukti termurah")
    assert found.cell("Madya", 2027, "verifikasi").impossible  # six points are not 7.5
    text = " ".join(found.sentences())
    assert "Predikat Pratama menurut nilai mandiri tercapai paling awal tahun 2026" in text
    assert "Predikat Madya menurut nilai verifikasi terbukti tidak mungkin" in text
    assert list(found.table()["dasar"].unique()) == ["mandiri", "verifikasi"]
    assert len(png(frontier_chart(found))) > 1000
    with pytest.raises(KeyError):
        found.cell("Utama", 2026, "mandiri")


def test_without_time_nothing_is_claimed() -> None:
    found = frontier(toy(), scenario(), seconds=20, stop=lambda: True)
    cell = found.cell("Pratama", 2026, "mandiri")
    assert cell.status in {"ditemukan", "belum ditemukan", "terbukti termurah"}
    assert not cell.impossible
