"""Turn volumes and rupiah found by the oracle into a ``Plan`` that can be checked and saved."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan, Proof
from kla_plan.scenario import Scenario
from support.brute import BruteResult
from support.brute_tables import cost, frame


def as_plan(pack: Pack, scenario: Scenario, result: BruteResult) -> Plan:
    """Return the oracle's answer as a plan with a closed proof."""
    return Plan(
        pack=pack,
        scenario=scenario,
        volumes={pair: Decimal(volume) for pair, volume in result.volumes.items()},
        spending=result.spending,
        fractions=result.fractions,
        after_horizon=_later(pack, scenario, result.volumes),
        proof=proof(result.objective),
    )


def proof(objective: Fraction) -> Proof:
    """Return the proof of an objective that is known to be the best."""
    return Proof(
        status="optimal",
        objective=float(objective),
        bound=float(objective),
        seconds={"pencacahan": 0.0},
        solver="pencacahan",
        options={},
        size={},
    )


def _later(
    pack: Pack, scenario: Scenario, volumes: Mapping[tuple[str, int], int]
) -> dict[int, int]:
    setting, last = frame(pack, scenario), pack.profile.last_year
    reach = max((row.tahun_ke for row in pack.costs), default=0)
    result = {}
    for year in range(last + 1, last + max(reach, 1) + 1):
        total = 0
        for code in pack.activities:
            planned = {t: Decimal(v) for (a, t), v in volumes.items() if a == code}
            total += cost(setting, code, {**setting.facts(code), **planned}, year)
        if total:
            result[year] = total
    return result
