"""The problem of a case again after its ceilings have moved: only right sides change.

Writing a problem takes longer than moving its ceilings; a planner who draws a slider waits for it
at every step.
"""

from dataclasses import fields, replace

from kla_plan.pack.model import Pack
from kla_plan.problem.build import Model
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Row
from kla_plan.problem.rules.ceilings import RULE_TOP, pagu_key, top_of
from kla_plan.scenario import Scenario

#: Upper ceilings in money units by the key of their row.
type Tops = dict[tuple[str | int, ...], float]
#: Parts of a scenario that no row is written from, but the ceilings' right sides.
_FREE = frozenset({"nama", "pemecah", "pagu_faktor"})


def moved(model: Model, case: Case) -> Model | None:
    """Return the model of a case that differs in its upper ceilings only; else ``None``."""
    before = model.case
    if not (_same_pack(before.pack, case.pack) and _same_rules(before.scenario, case.scenario)):
        return None
    old, new = _tops(before), _tops(case)
    if old.keys() != new.keys():
        return None
    rows = tuple(_moved(row, old, new) for row in model.problem.rows)
    return replace(model, case=case, problem=replace(model.problem, rows=rows))


def _moved(row: Row, old: Tops, new: Tops) -> Row:
    if row.clause is None or row.clause.rule != RULE_TOP or row.upper is None:
        return row
    top, before = new[row.clause.key], old[row.clause.key]
    # what is spent already stands on the right side as well
    return replace(row, upper=top if row.upper == before else top - (before - row.upper))


def _tops(case: Case) -> Tops:
    return {
        pagu_key(ceiling): top_of(case, ceiling.batas_atas)
        for ceiling in case.pack.ceilings
        if ceiling.batas_atas is not None
    }


def _same_pack(one: Pack, other: Pack) -> bool:
    """Whether two packs share all of their tables but the upper ceilings."""
    if one is other:
        return True
    shared = (field.name for field in fields(Pack) if field.init and field.name != "ceilings")
    return all(getattr(one, name) is getattr(other, name) for name in shared) and [
        replace(ceiling, batas_atas=None) for ceiling in one.ceilings
    ] == [replace(ceiling, batas_atas=None) for ceiling in other.ceilings]


def _same_rules(one: Scenario, other: Scenario) -> bool:
    """Whether two scenarios write the same rows; robust costs take ceilings into theirs."""
    kept = set(Scenario.model_fields) - _FREE
    same = all(getattr(one, name) == getattr(other, name) for name in kept)
    return same and not one.ketahanan.biaya_terburuk
