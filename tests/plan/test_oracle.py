"""The oracle itself: by hand, against plain enumeration, on packs that use every rule."""

import random
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest
from support.brute import BruteResult, best, plans
from support.brute_funds import Arc, circulation
from support.packs import tiny_pack
from support.randoms import random_pack
from support.rules_seen import every_rule_seeds

from kla_plan.findings import errors
from kla_plan.pack.model import Pack
from kla_plan.pack.read import inspect
from kla_plan.pack.write import write_folder
from kla_plan.scenario import Scenario


def test_every_rule_occurs_in_the_first_300_seeds() -> None:
    rare = {name: len(seeds) for name, seeds in every_rule_seeds(range(300)).items()}
    assert min(rare.values()) >= 5, {name: n for name, n in rare.items() if n < 5}


def test_random_packs_are_reproducible_and_small() -> None:
    for seed in range(40):
        pack, scenario = random_pack(seed)
        assert (pack, scenario) == random_pack(seed)
        assert 2 <= len(pack.instrument.questions) <= 4
        assert len(pack.years) in {2, 3}
        assert 2 <= len(pack.activities) <= 5
        assert plans(pack, scenario) <= 10_000
        assert all(a.bulat for a in pack.activities.values())


def test_random_packs_may_have_volumes_that_need_not_be_whole() -> None:
    for seed in range(10):
        pack, _ = random_pack(seed, whole=False)
        assert any(not a.bulat for a in pack.activities.values())


def test_random_packs_pass_the_checks_of_data(tmp_path: Path) -> None:
    for seed in range(60):
        pack, _ = random_pack(seed)
        write_folder(pack, tmp_path / str(seed))
        assert errors(inspect(tmp_path / str(seed))) == (), seed


def test_by_hand() -> None:
    """Two years, 10 million each. A: 4 million for half of P1; B: 7 million for all of P2.

    Both A cost 8 million, so B does not fit beside them: one year for A twice, the other for B,
    20 + 10 points in either order. Prices rise by 10 %: B later (8 + 7.7) is cheaper than both A
    later (7 + 8.8).
    """
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "volume_maks": 2}, {"kegiatan": "B"}],
        pertanyaan=[{"pertanyaan": "P1", "skala": "1/2;1"}, {"pertanyaan": "P2"}],
        biaya=[("A", 0, 4_000_000), ("B", 0, 7_000_000)],
        dampak=[("A", "P1", "0.5"), ("B", "P2", "1")],
        pagu=[(2025, "", "", 10_000_000), (2026, "", "", 10_000_000)],
        years=(2025, 2026),
    )
    result = best(pack, Scenario(inflasi=Decimal("0.1")))
    assert result is not None
    assert result.objective == 30
    assert result.volumes == {("A", 2025): 2, ("B", 2026): 1}
    assert result.cost == 8_000_000 + 7_700_000


def test_cheapest_plan_by_hand() -> None:
    """10 points in 2026: B alone, in 2025, before prices rise; A would cost 8 million."""
    pack = tiny_pack(
        kegiatan=[{"kegiatan": "A", "volume_maks": 2}, {"kegiatan": "B"}],
        pertanyaan=[{"pertanyaan": "P1", "skala": "1/2;1"}, {"pertanyaan": "P2"}],
        biaya=[("A", 0, 4_000_000), ("B", 0, 7_000_000)],
        dampak=[("A", "P1", "0.5"), ("B", "P2", "1")],
        years=(2025, 2026),
    )
    wish = {"tujuan": "min_biaya", "target": [{"tahun": 2026, "poin": 10}]}
    result = best(pack, Scenario.model_validate(wish))
    assert result is not None
    assert (result.objective, result.cost) == (7_000_000, 7_000_000)
    assert result.volumes == {("B", 2025): 1}
    out_of_reach = wish | {"target": [{"tahun": 2026, "poin": 21}]}
    assert best(pack, Scenario.model_validate(out_of_reach)) is None


def test_circulation_against_plain_enumeration() -> None:
    draw = random.Random(7)  # noqa: S311 - reproducible
    seen = set()
    for _ in range(400):
        arcs: list[Arc] = []
        for tail, head in [(0, 1), (0, 2), (1, 3), (1, 4), (2, 3), (2, 4), (3, 0), (4, 0)]:
            low = draw.randint(0, 2)
            arcs.append((tail, head, low, low + draw.randint(0, 1)))
        exists = any(_conserves(arcs, flow) for flow in _flows(arcs))
        answer = circulation(5, arcs)
        assert (answer is not None) == exists
        if answer is not None:
            assert _conserves(arcs, answer)
            assert all(a[2] <= f <= a[3] for a, f in zip(arcs, answer, strict=True))
        seen.add(exists)
    assert seen == {True, False}


def _flows(arcs: list[Arc]) -> list[tuple[int, ...]]:
    return list(product(*(range(low, high + 1) for _, _, low, high in arcs)))


def _conserves(arcs: list[Arc], flow: tuple[int, ...] | list[int]) -> bool:
    balance = [0] * 5
    for (tail, head, _, _), amount in zip(arcs, flow, strict=True):
        balance[tail] -= amount
        balance[head] += amount
    return not any(balance)


type Without = Callable[[Pack, Scenario], tuple[Pack, Scenario]]


def _activities(**changes: object) -> Without:
    def drop(pack: Pack, scenario: Scenario) -> tuple[Pack, Scenario]:
        rows = {code: replace(a, **changes) for code, a in pack.activities.items()}
        return replace(pack, activities=rows), scenario

    return drop


def _rows(table: str, **changes: object) -> Without:
    def drop(pack: Pack, scenario: Scenario) -> tuple[Pack, Scenario]:
        rows = tuple(replace(row, **changes) for row in getattr(pack, table))
        return replace(pack, **{table: rows}), scenario

    return drop


def _settings(**changes: object) -> Without:
    return lambda pack, scenario: (pack, scenario.model_copy(update=changes))


def _uncapped(pack: Pack, scenario: Scenario) -> tuple[Pack, Scenario]:
    sheet = pack.instrument
    high = {c: replace(i, poin_maks=Decimal(999)) for c, i in sheet.indicators.items()}
    return replace(pack, instrument=replace(sheet, indicators=high)), scenario


def _unlimited(pack: Pack, scenario: Scenario) -> tuple[Pack, Scenario]:
    agencies = {code: replace(o, kapasitas_per_tahun=None) for code, o in pack.opds.items()}
    return replace(pack, opds=agencies), scenario


def _without_facts(pack: Pack, scenario: Scenario) -> tuple[Pack, Scenario]:
    later = tuple(row for row in pack.realised if row.tahun >= pack.profile.first_year)
    return replace(pack, realised=later), scenario


#: What becomes of a pack when one rule is taken away.
WITHOUT: dict[str, Without] = {
    "volume_maks_per_tahun": _activities(volume_maks_per_tahun=None),
    "volume_min_per_tahun": _activities(volume_min_per_tahun=None),
    "berulang": _activities(berulang=False),
    "mulai_paling_awal": _activities(mulai_paling_awal=None),
    "mulai_paling_akhir": _activities(mulai_paling_akhir=None),
    "sumber_dana": _activities(sumber_dana=()),
    "wajib": _activities(wajib=False),
    "kelompok_eksklusif": _activities(kelompok_eksklusif=""),
    "kapasitas": _unlimited,
    "prasyarat": lambda pack, scenario: (replace(pack, prerequisites=()), scenario),
    "prasyarat: jeda": _rows("prerequisites", jeda=0),
    "biaya_tetap": _rows("costs", biaya_tetap=0),
    "seterusnya": _rows("costs", seterusnya=False),
    "batas_bawah": _rows("ceilings", batas_bawah=None),
    "batas_atas": _rows("ceilings", batas_atas=10**12),
    "dampak: jeda": _rows("effects", jeda=0),
    "dampak: bertahan": _rows("effects", bertahan=None),
    "dampak: per": _rows("effects", per="unit"),
    "dampak: volume_perlu": _rows("effects", volume_perlu=Decimal(1)),
    "batas indikator": _uncapped,
    "realisasi sebelum cakrawala": _without_facts,
    "pagu_faktor": _settings(pagu_faktor=Decimal(1)),
    "inflasi": _settings(inflasi=Decimal(0)),
    "kunci": _settings(kunci=()),
    "larang": _settings(larang=()),
    "target": _settings(target=()),
    "skala": _settings(skala="bertangga"),
    "bobot_tahun": _settings(bobot_tahun={}),
}


@pytest.mark.parametrize("rule", WITHOUT)
def test_every_rule_decides_some_plan(rule: str) -> None:
    """Take one rule away, and the best plan of some random pack becomes another one."""
    for seed in range(300):
        pack, scenario = random_pack(seed)
        changed = WITHOUT[rule](pack, scenario)
        if changed != (pack, scenario) and _key(*changed) != _key(pack, scenario):
            return
    pytest.fail(f"no plan changes without {rule}")


def _key(pack: Pack, scenario: Scenario) -> tuple[Fraction, int] | None:
    result: BruteResult | None = best(pack, scenario)
    return None if result is None else (result.objective, result.cost)
