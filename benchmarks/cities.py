"""The shipped city packs: size of the model, time to a proven gap, and what optimising is worth."""

import time
from pathlib import Path

from kla_plan import even_split, greedy, load_pack, load_scenario, make_plan
from kla_plan.pack.model import Pack
from kla_plan.plan.evaluate import weighted_points
from kla_plan.plan.plan import Plan
from kla_plan.problem.build import build
from kla_plan.problem.case import Case
from kla_plan.resources import regions
from kla_plan.scenario import Scenario
from kla_plan.solve import Limits, solve

#: Seconds after which the search for a gap is given up.
LIMIT = 60.0
GAPS = (0.01, 0.005)


def measure() -> list[dict[str, object]]:
    """Measure every shipped pack under its scenario `dasar`, one after the other."""
    return [_city(folder) for folder in shipped()]


def shipped() -> list[Path]:
    """Return the folders of the shipped packs."""
    return [folder for folder in sorted(regions().iterdir()) if folder.is_dir()]


def _city(folder: Path) -> dict[str, object]:
    pack = load_pack(folder.name)
    scenario = load_scenario(folder / "skenario" / "dasar.yaml")
    begun = time.perf_counter()
    model = build(Case(pack, scenario))
    built = time.perf_counter() - begun
    result: dict[str, object] = {
        "paket": folder.name,
        "kegiatan": len(pack.activities),
        "ukuran": model.problem.size,
        "detik_menyusun": round(built, 3),
        "waktu_ke_celah": {},
    }
    for gap in GAPS:
        solution = solve(model.problem, model.problem.objectives[0], Limits(gap=gap, seconds=LIMIT))
        reached = solution.gap is not None and solution.gap <= gap
        result["waktu_ke_celah"][str(gap)] = {  # type: ignore[index]
            "detik": round(solution.seconds, 2) if reached else None,
            "celah_tercapai": solution.gap,
        }
    return result | {"perbandingan": _comparison(pack, scenario)}


def _comparison(pack: Pack, scenario: Scenario) -> dict[str, dict[str, object]]:
    plans = {
        "optimasi": make_plan(pack, scenario),
        "rakus": greedy(pack, scenario),
        "bagi_rata": even_split(pack, scenario),
    }
    return {name: _figures(pack, plan) for name, plan in plans.items()}


def _figures(pack: Pack, plan: Plan) -> dict[str, object]:
    case = Case(pack, plan.scenario)
    return {
        "nilai_berbobot": float(weighted_points(case, plan.fractions)),
        "nilai_tahun_akhir": float(plan.score(plan.years[-1]).total),
        "rupiah": plan.cost(),
        "status": plan.proof.status,
        "celah": plan.proof.gap,
    }
