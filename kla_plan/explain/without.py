"""A pack and a scenario without some of their rules, as if the planner had never written them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from kla_plan.pack.columns import Kegiatan, Pagu
from kla_plan.pack.model import Pack
from kla_plan.problem.linear import Clause
from kla_plan.problem.rules import (
    capacity,
    ceilings,
    exclusive,
    forbidden,
    locked,
    mandatory,
    prerequisites,
    robust_answers,
    robust_costs,
    targets,
    window,
)
from kla_plan.problem.rules.ceilings import pagu_key
from kla_plan.scenario import Kunci, Scenario

#: Rupiah that no region can spend: a ceiling that is gone, where every fund must have one.
PLENTY = 10**15


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as the planner wrote it: usually one clause; a capacity is one per OPD."""

    kind: str
    clauses: tuple[Clause, ...]


def rules(clauses: Iterable[Clause]) -> tuple[Rule, ...]:
    """Group clauses into the rules that a planner can take back one by one."""
    groups: dict[tuple[object, ...], list[Clause]] = {}
    for clause in clauses:
        own = clause.key[:1] if clause.rule == capacity.RULE else clause.key
        groups.setdefault((clause.rule, *own), []).append(clause)
    return tuple(Rule(members[0].rule, tuple(members)) for members in groups.values())


def without(pack: Pack, scenario: Scenario, clauses: Iterable[Clause]) -> tuple[Pack, Scenario]:
    """Return pack and scenario without the rules that these clauses stand for."""
    dropped: dict[str, set[tuple[str | int, ...]]] = {}
    for clause in clauses:
        dropped.setdefault(clause.rule, set()).add(clause.key)
    for rule, keys in dropped.items():
        if rule in _PACK:
            pack = _PACK[rule](pack, keys)
        elif rule in _SCENARIO:
            scenario = _SCENARIO[rule](scenario, keys)
        else:
            scenario = _no_option(scenario, rule)
    return pack, scenario


type _Keys = set[tuple[str | int, ...]]


def _ceilings(pack: Pack, change: Callable[[Pagu], Pagu], keys: _Keys) -> Pack:
    rows = tuple(change(row) if pagu_key(row) in keys else row for row in pack.ceilings)
    return replace(pack, ceilings=rows)


def _no_top(pack: Pack, keys: _Keys) -> Pack:
    return _ceilings(pack, lambda row: replace(row, batas_atas=PLENTY), keys)


def _no_floor(pack: Pack, keys: _Keys) -> Pack:
    return _ceilings(pack, lambda row: replace(row, batas_bawah=None), keys)


def _no_capacity(pack: Pack, keys: _Keys) -> Pack:
    names = {key[0] for key in keys}
    opds = {
        code: replace(opd, kapasitas_per_tahun=None) if code in names else opd
        for code, opd in pack.opds.items()
    }
    return replace(pack, opds=opds)


def _activities(pack: Pack, change: Callable[[Kegiatan], Kegiatan], names: set[str | int]) -> Pack:
    activities = {
        code: change(activity) if code in names else activity
        for code, activity in pack.activities.items()
    }
    return replace(pack, activities=activities)


def _not_mandatory(pack: Pack, keys: _Keys) -> Pack:
    return _activities(pack, lambda a: replace(a, wajib=False), {key[0] for key in keys})


def _no_group(pack: Pack, keys: _Keys) -> Pack:
    names = {key[0] for key in keys}
    members: set[str | int] = {
        code for code, a in pack.activities.items() if a.kelompok_eksklusif in names
    }
    return _activities(pack, lambda a: replace(a, kelompok_eksklusif=""), members)


def _no_window(pack: Pack, keys: _Keys) -> Pack:
    early = {code for code, side in keys if side == "awal"}
    late = {code for code, side in keys if side == "akhir"}
    pack = _activities(pack, lambda a: replace(a, mulai_paling_awal=None), early)
    return _activities(pack, lambda a: replace(a, mulai_paling_akhir=None), late)


def _no_prerequisite(pack: Pack, keys: _Keys) -> Pack:
    rows = tuple(row for row in pack.prerequisites if (row.kegiatan, row.butuh) not in keys)
    return replace(pack, prerequisites=rows)


def _no_target(scenario: Scenario, keys: _Keys) -> Scenario:
    kept = tuple(t for number, t in enumerate(scenario.target, 1) if (number,) not in keys)
    return scenario.model_copy(update={"target": kept})


def _no_lock(scenario: Scenario, keys: _Keys) -> Scenario:
    kept = tuple(
        lock
        for lock in scenario.kunci
        if ((lock.kegiatan, lock.tahun) if isinstance(lock, Kunci) else (lock,)) not in keys
    )
    return scenario.model_copy(update={"kunci": kept})


def _no_ban(scenario: Scenario, keys: _Keys) -> Scenario:
    kept = tuple(code for code in scenario.larang if (code,) not in keys)
    return scenario.model_copy(update={"larang": kept})


def _no_option(scenario: Scenario, rule: str) -> Scenario:
    """Take an optional rule back with all of its block: the exact check then asks less."""
    block = "ketahanan" if rule in {robust_costs.RULE, robust_answers.RULE} else "keadilan"
    empty = type(getattr(scenario, block))()
    return scenario.model_copy(update={block: empty})


_PACK: dict[str, Callable[[Pack, _Keys], Pack]] = {
    ceilings.RULE_TOP: _no_top,
    ceilings.RULE_FLOOR: _no_floor,
    capacity.RULE: _no_capacity,
    mandatory.RULE: _not_mandatory,
    exclusive.RULE: _no_group,
    window.RULE: _no_window,
    prerequisites.RULE: _no_prerequisite,
}
_SCENARIO: dict[str, Callable[[Scenario, _Keys], Scenario]] = {
    targets.RULE: _no_target,
    locked.RULE: _no_lock,
    forbidden.RULE: _no_ban,
}
