"""Planning workbench for Kota Layak Anak: from a score sheet to a proven plan and its documents.

The verbs below are the public interface; notebooks use nothing else. Each is imported when it
is first asked for, so that ``import kla_plan`` costs nothing.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kla_plan.candidates import candidates, integrators, near_duplicates, uncovered
    from kla_plan.explain import (
        activity_worth,
        alternatives,
        cheapest_repair,
        frontier,
        rule_prices,
        value_of_money,
        why_activity,
        why_infeasible,
    )
    from kla_plan.explain.fairness import price_of_fairness
    from kla_plan.explain.replan.rebase import rebase
    from kla_plan.explain.replan.replan import replan
    from kla_plan.explain.risk import chance_plan, fit_discount, robust_plan
    from kla_plan.explain.risk.simulate import simulate
    from kla_plan.explain.stable import stable
    from kla_plan.gaps import (
        cluster_gaps,
        indicator_gaps,
        opd_gaps,
        predicate_gaps,
        question_gaps,
    )
    from kla_plan.pack.read import inspect, load_pack
    from kla_plan.papers.monitoring import monitor
    from kla_plan.plan.baselines import even_split, greedy
    from kla_plan.plan.files import load_plan, save_plan
    from kla_plan.plan.make import make_plan
    from kla_plan.plan.verify import verify_folder, verify_plan
    from kla_plan.scenario import load_scenario, make_scenario
    from kla_plan.workbench import open_workbench

_HOMES = {
    "activity_worth": "explain",
    "alternatives": "explain",
    "candidates": "candidates",
    "chance_plan": "explain.risk",
    "cheapest_repair": "explain",
    "cluster_gaps": "gaps",
    "even_split": "plan.baselines",
    "fit_discount": "explain.risk",
    "frontier": "explain",
    "greedy": "plan.baselines",
    "indicator_gaps": "gaps",
    "inspect": "pack.read",
    "integrators": "candidates",
    "load_pack": "pack.read",
    "load_plan": "plan.files",
    "load_scenario": "scenario",
    "make_plan": "plan.make",
    "make_scenario": "scenario",
    "monitor": "papers.monitoring",
    "near_duplicates": "candidates",
    "open_workbench": "workbench",
    "opd_gaps": "gaps",
    "predicate_gaps": "gaps",
    "price_of_fairness": "explain.fairness",
    "question_gaps": "gaps",
    "rebase": "explain.replan",
    "replan": "explain.replan",
    "robust_plan": "explain.risk",
    "rule_prices": "explain",
    "save_plan": "plan.files",
    "simulate": "explain.risk",
    "stable": "explain.stable",
    "uncovered": "candidates",
    "value_of_money": "explain",
    "verify_folder": "plan.verify",
    "verify_plan": "plan.verify",
    "why_activity": "explain",
    "why_infeasible": "explain",
}

__all__ = [
    "activity_worth",
    "alternatives",
    "candidates",
    "chance_plan",
    "cheapest_repair",
    "cluster_gaps",
    "even_split",
    "fit_discount",
    "frontier",
    "greedy",
    "indicator_gaps",
    "inspect",
    "integrators",
    "load_pack",
    "load_plan",
    "load_scenario",
    "make_plan",
    "make_scenario",
    "monitor",
    "near_duplicates",
    "opd_gaps",
    "open_workbench",
    "predicate_gaps",
    "price_of_fairness",
    "question_gaps",
    "rebase",
    "replan",
    "robust_plan",
    "rule_prices",
    "save_plan",
    "simulate",
    "stable",
    "uncovered",
    "value_of_money",
    "verify_folder",
    "verify_plan",
    "why_activity",
    "why_infeasible",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        message = f"module 'kla_plan' has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(importlib.import_module(f"kla_plan.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
