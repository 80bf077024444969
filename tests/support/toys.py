"""Toys solved by hand: a pack of two to four activities, one call to the optimiser, small numbers.

Money is counted in millions of rupiah (``JUTA``), prices do not rise and no gap is left, unless a
toy says otherwise.
"""

from fractions import Fraction
from typing import Any

import pytest

from kla_plan.pack.model import Pack
from kla_plan.plan.make import InfeasibleError, make_plan
from kla_plan.plan.plan import Plan
from kla_plan.problem.build import Model, build
from kla_plan.problem.case import Case
from kla_plan.scenario import Scenario, make_scenario

JUTA = 1_000_000

#: Quarter steps, the usual scale of a toy.
QUARTERS = "1/4;1/2;3/4;1"


def scenario(**settings: Any) -> Scenario:
    """Return a scenario without price rise and without a gap."""
    exact = {"inflasi": "0", "pemecah": {"celah": 0, "batas_detik": 30}}
    return make_scenario({**exact, **settings})


def solved(pack: Pack, **settings: Any) -> Plan:
    """Return the proven best plan of a toy."""
    plan = make_plan(pack, scenario(**settings))
    assert plan.proof.status == "optimal"
    return plan


def model_of(pack: Pack, **settings: Any) -> Model:
    """Return the model of a toy."""
    return build(Case(pack, scenario(**settings)))


def impossible(pack: Pack, **settings: Any) -> None:
    """Assert that no plan meets the rules of a toy."""
    with pytest.raises(InfeasibleError):
        make_plan(pack, scenario(**settings))


def volumes(plan: Plan) -> dict[tuple[str, int], Any]:
    """Return the volumes."""
    return dict(plan.volumes)


def totals(plan: Plan) -> list[Fraction]:
    """Return the totals by year."""
    return [plan.score(year).total for year in plan.years]


def juta(plan: Plan, year: int | None = None) -> Fraction:
    """Return the cost in millions."""
    return Fraction(plan.cost(year), JUTA)


def row_names(pack: Pack, **settings: Any) -> set[str]:
    """Return the names of the problem's rows."""
    return {row.name for row in model_of(pack, **settings).problem.rows}
