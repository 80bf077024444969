"""The single change that an explanation proposes, made: is there a plan then?"""

import math
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from kla_plan.explain import Conflict
from kla_plan.pack.columns import Pagu
from kla_plan.pack.model import Pack
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Clause
from kla_plan.problem.rules.ceilings import pagu_key
from kla_plan.problem.rules.targets import needed
from kla_plan.scenario import Scenario
from support.packs import with_activity


def repaired(pack: Pack, scenario: Scenario, conflict: Conflict) -> tuple[Pack, Scenario]:
    """Return pack and scenario with the rule of a conflict giving way as far as was said.

    Not for an exclusive group: which member to take out is for the planner to say.
    """
    amount = conflict.alone
    assert amount is not None
    clause, case = conflict.clause, Case(pack, scenario)
    if clause.rule in {"pagu_atas", "pagu_bawah"}:
        rupiah = math.ceil(amount * case.unit)
        pack = _with_bound(pack, clause, rupiah, Fraction(scenario.pagu_faktor))
    elif clause.rule == "target":
        scenario = _with_target(case, int(clause.key[0]) - 1, amount)
    elif clause.rule in {"kunci", "larang"}:
        scenario = _with_list(scenario, clause)
    else:
        pack = _with_record(pack, clause, amount)
    return pack, scenario


def _with_record(pack: Pack, clause: Clause, amount: float) -> Pack:
    code = str(clause.key[0])
    if clause.rule == "kapasitas":
        have = pack.opds[code].kapasitas_per_tahun
        more = have + Decimal(math.ceil(amount * 100)) / 100
        return replace(
            pack, opds={**pack.opds, code: replace(pack.opds[code], kapasitas_per_tahun=more)}
        )
    if clause.rule == "prasyarat":
        rest = tuple(p for p in pack.prerequisites if (p.kegiatan, p.butuh) != clause.key)
        return replace(pack, prerequisites=rest)
    if clause.rule == "jendela":
        column = {"awal": "mulai_paling_awal", "akhir": "mulai_paling_akhir"}[clause.key[1]]
        return with_activity(pack, code, **{column: None})
    assert clause.rule == "wajib"
    return with_activity(pack, code, wajib=False)


def _with_bound(pack: Pack, clause: Clause, rupiah: int, factor: Fraction) -> Pack:
    def change(row: Pagu) -> Pagu:
        if pagu_key(row) != clause.key:
            return row
        if clause.rule == "pagu_bawah":
            return replace(row, batas_bawah=max(0, row.batas_bawah - rupiah))
        return replace(row, batas_atas=math.ceil((row.batas_atas * factor + rupiah) / factor))

    return replace(pack, ceilings=tuple(change(row) for row in pack.ceilings))


def _with_target(case: Case, place: int, amount: float) -> Scenario:
    targets = list(case.scenario.target)
    points = float(needed(case, targets[place])) - math.ceil(amount * 100) / 100
    changes = {"predikat": None, "poin": Decimal(repr(points)), "dasar": "mandiri"}
    targets[place] = targets[place].model_copy(update=changes)
    return case.scenario.model_copy(update={"target": tuple(targets)})


def _with_list(scenario: Scenario, clause: Clause) -> Scenario:
    if clause.rule == "larang":
        rest = tuple(code for code in scenario.larang if code != clause.key[0])
        return scenario.model_copy(update={"larang": rest})
    kept = tuple(
        lock
        for lock in scenario.kunci
        if ((lock,) if isinstance(lock, str) else (lock.kegiatan, lock.tahun)) != clause.key
    )
    return scenario.model_copy(update={"kunci": kept})
