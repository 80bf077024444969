"""A pack and a scenario in which some rules give way by an amount."""

import math
from collections.abc import Mapping
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction

from kla_plan.explain.without import without
from kla_plan.pack.columns import Opd, Pagu
from kla_plan.pack.model import Pack
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Clause
from kla_plan.problem.rules import capacity, ceilings, targets
from kla_plan.problem.rules.ceilings import pagu_key
from kla_plan.problem.rules.targets import needed
from kla_plan.scenario import Scenario, Target

_HUNDREDTH = Decimal("0.01")
_AMOUNTS = frozenset({ceilings.RULE_TOP, ceilings.RULE_FLOOR, capacity.RULE, targets.RULE})


def give_way(case: Case, amounts: Mapping[Clause, float]) -> tuple[Pack, Scenario]:
    """Return pack and scenario with each rule moved by its amount, in the model's units.

    Ceilings, floors, capacities and targets move, rounded so that they give way by at least the
    amount, in steps that people write (whole rupiah, hundredths); other rules are taken away.
    """
    gone = [clause for clause in amounts if clause.rule not in _AMOUNTS]
    pack, scenario = case.pack, case.scenario
    moved = {clause: amount for clause, amount in amounts.items() if clause.rule in _AMOUNTS}
    pack = replace(
        pack,
        ceilings=tuple(_ceiling(case, row, moved) for row in pack.ceilings),
        opds={code: _capacity(opd, moved) for code, opd in pack.opds.items()},
    )
    aims = tuple(_target(case, number, t, moved) for number, t in enumerate(scenario.target, 1))
    return without(pack, scenario.model_copy(update={"target": aims}), gone)


def _ceiling(case: Case, row: Pagu, moved: Mapping[Clause, float]) -> Pagu:
    key = pagu_key(row)
    up = moved.get(Clause(ceilings.RULE_TOP, key))
    down = moved.get(Clause(ceilings.RULE_FLOOR, key))
    if up is not None and row.batas_atas is not None:
        factor = Fraction(case.scenario.pagu_faktor)
        if factor == 0:
            return replace(row, batas_atas=None)
        top = math.floor(case.scenario.ceiling(row.batas_atas)) + math.ceil(up * case.unit)
        row = replace(row, batas_atas=math.ceil(top / factor))
    if down is not None and row.batas_bawah is not None:
        row = replace(row, batas_bawah=max(0, row.batas_bawah - math.ceil(down * case.unit)))
    return row


def _capacity(opd: Opd, moved: Mapping[Clause, float]) -> Opd:
    amounts = [a for c, a in moved.items() if c.rule == capacity.RULE and c.key[0] == opd.opd]
    if opd.kapasitas_per_tahun is None or not amounts:
        return opd
    more = Decimal(repr(max(amounts))).quantize(_HUNDREDTH, ROUND_CEILING)
    return replace(opd, kapasitas_per_tahun=opd.kapasitas_per_tahun + more)


def _target(case: Case, number: int, target: Target, moved: Mapping[Clause, float]) -> Target:
    less = moved.get(Clause(targets.RULE, (number,)))
    if less is None:
        return target
    lowest = needed(case, target) - Fraction(less)
    points = (Decimal(lowest.numerator) / Decimal(lowest.denominator)).quantize(
        _HUNDREDTH, ROUND_FLOOR
    )
    return Target(tahun=target.tahun, poin=points, dasar="mandiri")
