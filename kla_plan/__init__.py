"""Planning workbench for Kota Layak Anak: from a score sheet to a proven plan and its documents.

The verbs below are the public interface; notebooks use nothing else. Each is imported when it
is first asked for, so that ``import kla_plan`` costs nothing.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kla_plan.candidates import candidates, integrators, near_duplicates, uncovered
    from kla_plan.explain import why_infeasible
    from kla_plan.gaps import (
        cluster_gaps,
        indicator_gaps,
        opd_gaps,
        predicate_gaps,
        question_gaps,
    )
    from kla_plan.pack.read import inspect, load_pack
    from kla_plan.plan.baselines import even_split, greedy
    from kla_plan.plan.files import load_plan, save_plan
    from kla_plan.plan.make import make_plan
    from kla_plan.plan.verify import verify_folder, verify_plan
    from kla_plan.scenario import load_scenario, make_scenario

_HOMES = {
    "candidates": "candidates",
    "cluster_gaps": "gaps",
    "even_split": "plan.baselines",
    "greedy": "plan.baselines",
    "indicator_gaps": "gaps",
    "inspect": "pack.read",
    "integrators": "candidates",
    "load_pack": "pack.read",
    "load_plan": "plan.files",
    "load_scenario": "scenario",
    "make_plan": "plan.make",
    "make_scenario": "scenario",
    "near_duplicates": "candidates",
    "opd_gaps": "gaps",
    "predicate_gaps": "gaps",
    "question_gaps": "gaps",
    "save_plan": "plan.files",
    "uncovered": "candidates",
    "verify_folder": "plan.verify",
    "verify_plan": "plan.verify",
    "why_infeasible": "explain",
}

__all__ = [
    "candidates",
    "cluster_gaps",
    "even_split",
    "greedy",
    "indicator_gaps",
    "inspect",
    "integrators",
    "load_pack",
    "load_plan",
    "load_scenario",
    "make_plan",
    "make_scenario",
    "near_duplicates",
    "opd_gaps",
    "predicate_gaps",
    "question_gaps",
    "save_plan",
    "uncovered",
    "verify_folder",
    "verify_plan",
    "why_infeasible",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        message = f"module 'kla_plan' has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(importlib.import_module(f"kla_plan.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
