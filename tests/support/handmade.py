"""A plan worked out by hand, on which every rule can be broken one at a time.

Horizon 2025–2027, base year 2024, inflation 10 %. A builds (upkeep every later year), B serves
and needs A a year before, C was done in 2023; D and E are never done.

===========  =====================  ====================  ====================
rupiah        2025                  2026                  2027
===========  =====================  ====================  ====================
A (2 built)   2·1.000.000+500.000   2·110.000             2·121.000
B (1, 3)                            330.001               3·363.001
===========  =====================  ====================  ====================

B costs 300.001 a unit in 2025: 330.001,1 in 2026 and 363.001,21 in 2027, rounded before they are
multiplied. After the horizon A costs 2·133.100 in 2028.

P1 (10 points, halves) gains a quarter per unit of A: 0.5 in every year, 5 points. P2 (4 points)
is answered while B is active: 0, 4, 4. P3 (6 points, thirds) starts at 2 and never falls. P2 and
P3 together give I2 2, 6 and 6 points, capped at 5: totals 7, 10 and 10. With weight 2 on 2027 the
objective is 37.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kla_plan.findings import Finding
from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan, Proof
from kla_plan.plan.verify import verify_plan
from kla_plan.scenario import Scenario
from support.packs import tiny_pack

OBJECTIVE = 37.0
COST = 2_500_000 + 220_000 + 330_001 + 242_000 + 1_089_003


def pack(**changes: Any) -> Pack:
    """Return the pack; ``changes`` replace whole tables."""
    tables: dict[str, Any] = {
        "pertanyaan": [
            {"pertanyaan": "P1", "indikator": "I1", "poin_maks": 10, "skala": "1/2;1"},
            {"pertanyaan": "P2", "indikator": "I2", "poin_maks": 4, "skala": "1"},
            {"pertanyaan": "P3", "indikator": "I2", "poin_maks": 6, "skala": "1/3;2/3;1"},
        ],
        "jawaban": {"P3": 2},
        "indikator_maks": {"I2": 5},
        "predikat": [("Pratama", 6, ">="), ("Madya", 10, ">")],
        "opd": [{"opd": "DP3A", "kapasitas_per_tahun": 3}, {"opd": "DINKES"}],
        "kegiatan": [
            {"kegiatan": "A", "volume_maks": 2, "kapasitas_per_unit": "1.5"},
            {"kegiatan": "B", "volume_maks": 3, "berulang": True, "opd": "DINKES"},
            {"kegiatan": "C", "volume_maks": 3},
            {"kegiatan": "D"},
            {"kegiatan": "E", "bulat": False, "volume_maks": 2},
        ],
        "biaya": [
            ("A", 0, 1_000_000, 500_000),
            ("A", 1, 100_000, 0, True),
            ("B", 0, 300_001),
        ],
        "dampak": [
            {"kegiatan": "A", "pertanyaan": "P1", "kenaikan": "0.25"},
            {"kegiatan": "B", "pertanyaan": "P2", "kenaikan": "1", "per": "aktif"},
        ],
        "prasyarat": [("B", "A", 1)],
        "pagu": [
            {"sumber_dana": "PAD", "batas_atas": 10_000_000},
            {"sumber_dana": "DAU", "batas_atas": 10_000_000},
        ],
        "realisasi": [(2023, "C", 2, 5_000_000)],
    }
    return tiny_pack(**(tables | changes))


def scenario(**changes: Any) -> Scenario:
    """Return the scenario with some keys changed."""
    chosen: dict[str, Any] = {
        "inflasi": "0.1",
        "bobot_tahun": {2027: 2},
        "target": [{"tahun": 2026, "predikat": "Pratama"}],
    }
    return Scenario.model_validate(chosen | changes)


def plan(
    *,
    tables: Mapping[str, Any] | None = None,
    settings: Mapping[str, Any] | None = None,
    **changes: Any,
) -> Plan:
    """Return the plan; ``tables`` change the pack, ``settings`` the scenario."""
    parts: dict[str, Any] = {
        "pack": pack(**(tables or {})),
        "scenario": scenario(**(settings or {})),
        "volumes": VOLUMES,
        "spending": SPENDING,
        "fractions": FRACTIONS,
        "after_horizon": {2028: 266_200},
        "proof": PROOF,
    }
    return Plan(**(parts | changes))


VOLUMES = {("A", 2025): Decimal(2), ("B", 2026): Decimal(1), ("B", 2027): Decimal(3)}
SPENDING = {
    ("A", 2025, "PAD"): 2_000_000,
    ("A", 2025, "DAU"): 500_000,
    ("A", 2026, "PAD"): 220_000,
    ("A", 2027, "PAD"): 242_000,
    ("B", 2026, "DAU"): 330_001,
    ("B", 2027, "DAU"): 1_089_003,
}
_THIRD = Fraction(1, 3)
FRACTIONS = {
    (2025, "P1"): Fraction(1, 2), (2025, "P2"): Fraction(0), (2025, "P3"): _THIRD,
    (2026, "P1"): Fraction(1, 2), (2026, "P2"): Fraction(1), (2026, "P3"): _THIRD,
    (2027, "P1"): Fraction(1, 2), (2027, "P2"): Fraction(1), (2027, "P3"): _THIRD,
}  # fmt: skip
PROOF = Proof(
    status="optimal",
    objective=OBJECTIVE,
    bound=OBJECTIVE,
    seconds={"tahap 1": 0.1},
    solver="uji",
    options={},
    size={},
    stages=({"nama": "skor", "objective": OBJECTIVE}, {"nama": "biaya", "objective": COST}),
)


def codes(subject: Plan) -> set[str]:
    """Return the codes of what verification finds."""
    return {finding.code for finding in verify_plan(subject)}


def messages(subject: Plan, code: str) -> list[str]:
    """Return the messages of one code."""
    return [f.message for f in verify_plan(subject) if f.code == code]


def only(findings: tuple[Finding, ...]) -> Finding:
    """Return the single finding."""
    (finding,) = findings
    return finding


def with_row(mapping: Mapping[Any, Any], key: Any, value: Any) -> dict[Any, Any]:
    """Return a mapping with one entry set, or dropped where ``value`` is ``None``."""
    changed = {**mapping, key: value}
    if value is None:
        del changed[key]
    return changed


def with_proof(**changes: Any) -> Plan:
    """Return the plan with parts of its proof changed."""
    return plan(proof=replace(PROOF, **changes))
