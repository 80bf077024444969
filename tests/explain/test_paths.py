"""The frontier: cheapest paths against brute force, and what is said of what cannot be reached."""

from dataclasses import replace

import pytest
from support.brute import best, plans
from support.packs import tiny_pack
from support.randoms import random_pack
from support.toys import JUTA, scenario

from kla_plan.explain.aims import Aim, targets_of
from kla_plan.explain.clock import Clock
from kla_plan.explain.paths import frontier
from kla_plan.explain.paths.board import Board
from kla_plan.explain.paths.sentences import sentences
from kla_plan.explain.study import Study
from kla_plan.pack.model import Pack
from kla_plan.plan.make import make_plan
from kla_plan.plan.verify import verify_plan
from kla_plan.problem.case import Case
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


def test_a_year_of_which_nothing_is_known_is_said_to_be_open() -> None:
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A"}],
        biaya=[("A", 0, 3 * JUTA)],
        dampak=[("A", "P1", "1")],
        pagu=[{"batas_atas": 9 * JUTA}],
    )
    cells = frontier(pack, scenario(), predicates=["Pratama"], bases=["mandiri"], seconds=20).cells
    first, *rest = cells
    assert first.plan is not None
    unknown = replace(first, plan=None, bound=0.0)
    (said,) = sentences([unknown, *rest])
    assert said.endswith(f". Untuk tahun {first.aim.year} belum diketahui.")


def test_what_is_left_out_by_hand_is_a_cheaper_plan_of_the_aim() -> None:
    """Both activities are done; the lowest predicate needs one of them only."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A"}, {"kegiatan": "B"}],
        pertanyaan=[{"pertanyaan": "P1"}, {"pertanyaan": "P2"}],
        biaya=[("A", 0, 3 * JUTA), ("B", 0, 2 * JUTA)],
        dampak=[("A", "P1", "1"), ("B", "P2", "1")],
        pagu=[{"batas_atas": 9 * JUTA}],
    )
    known = make_plan(pack, scenario())
    lowest = scenario(tujuan="min_biaya").model_copy(update={"target": targets_of(pack, None)})
    aim = Aim("Pratama", 2026, "mandiri")
    board = Board(Study(Case(pack, lowest), 30), [aim], known)
    before = board.cells()[0].cost
    board.cheapen_all(Clock(30))
    assert before == 5 * JUTA
    assert board.reached(aim)
    assert board.cells()[0].cost == 2 * JUTA
