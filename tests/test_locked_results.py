"""What every shipped pack amounts to, stored: a number that moves is noticed and explained.

The stored figures are exact and need no solver. After a change that is meant to move them, run
pytest with ``--update-golden`` and say in CHANGELOG.md which numbers changed, and why.
"""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from kla_plan.indonesian import half_up, plain_number
from kla_plan.pack.model import Pack
from kla_plan.pack.read import load_pack
from kla_plan.plan.baselines import even_split, greedy
from kla_plan.plan.plan import Plan
from kla_plan.resources import regions
from kla_plan.scenario import load_scenario

LOCKED = Path(__file__).parent / "locked"
SLUGS = sorted(path.parent.name for path in regions().glob("*/profil.csv"))


@pytest.mark.parametrize("slug", SLUGS)
def test_the_pack_amounts_to_what_is_stored(slug: str, golden: Callable[[Path, str], None]) -> None:
    pack = load_pack(slug)
    scenario = load_scenario(regions() / slug / "skenario" / "dasar.yaml")
    summary = _summary(pack)
    for name, plan in (
        ("rakus", greedy(pack, scenario)),
        ("bagi_rata", even_split(pack, scenario)),
    ):
        summary[name] = _outcome(plan)
    golden(LOCKED / f"{slug}.yaml", yaml.safe_dump(summary, allow_unicode=True, sort_keys=False))


def test_nothing_is_stored_for_packs_that_are_gone() -> None:
    assert sorted(path.stem for path in LOCKED.glob("*.yaml")) == SLUGS


def _summary(pack: Pack) -> dict[str, Any]:
    return {
        "daerah": pack.profile.full_name,
        "tahun": f"{pack.years[0]}-{pack.years[-1]}",
        "kegiatan": len(pack.activities),
        "baris_dampak": len(pack.effects),
        "nilai_awal": _points(pack.start_score().total),
        "nilai_maks": _points(pack.instrument.maximum),
        "asumsi_jawaban": sum(bool(answer.asumsi) for answer in pack.answers.values()),
        "tidak_terjangkau": len(pack.unreachable),
    }


def _outcome(plan: Plan) -> dict[str, Any]:
    return {
        "kegiatan": len(plan.activities),
        "nilai": {year: _points(plan.score(year).total) for year in plan.years},
        "predikat_akhir": plan.predicate(plan.years[-1]),
        "biaya": {year: plan.cost(year) for year in plan.years},
        "biaya_setelah_cakrawala": sum(plan.after_horizon.values()),
    }


def _points(value: Fraction) -> str:
    return plain_number(half_up(value, 6))
