"""Known volumes as the beginning of a search."""

from decimal import Decimal

import pytest
from support.every_rule import every_rule
from support.randoms import random_pack

from kla_plan.plan.make import InfeasibleError, make_plan
from kla_plan.problem.build import build
from kla_plan.problem.case import Case
from kla_plan.problem.start import start_values


def test_values_of_every_kind_of_column() -> None:
    model = build(Case(*every_rule()))
    volumes = {("A", 2026): Decimal(2), ("A", 2027): Decimal(1), ("B", 2027): Decimal(2)}
    values = dict(zip(model.problem.names, start_values(model, volumes), strict=True))
    assert (values["V[A,2026]"], values["V[A,2027]"]) == (2.0, 3.0)
    assert (values["v[B,2026]"], values["v[B,2027]"]) == (0.0, 2.0)
    assert (values["y[B,2026]"], values["y[B,2027]"]) == (0.0, 1.0)
    assert (values["z[A,2026]"], values["z[E,2027]"]) == (1.0, 0.0)
    assert values["u[P1,2026,1]"] is None


def test_volumes_of_another_pack_are_only_a_hint() -> None:
    pack, scenario = every_rule()
    stray = {("TIDAK ADA", 2026): Decimal(1), ("A", 2019): Decimal(9), ("D", 2026): Decimal(1)}
    assert make_plan(pack, scenario, start=stray).volumes == make_plan(pack, scenario).volumes


@pytest.mark.parametrize("seed", range(200, 220))
def test_the_volumes_of_a_plan_keep_every_row_they_decide(seed: int) -> None:
    """Rows over volumes, switches and starts alone hold at the start values."""
    pack, scenario = random_pack(seed)
    try:
        plan = make_plan(pack, scenario)
    except InfeasibleError:
        return
    model = build(Case(pack, scenario))
    values = start_values(model, plan.volumes)
    for row in model.problem.rows:
        known = [values[v] for v in row.terms]
        if None in known:
            continue
        left = sum(c * (values[v] or 0.0) for v, c in row.terms.items())
        assert row.lower is None or left >= row.lower - 1e-6, row.name
        assert row.upper is None or left <= row.upper + 1e-6, row.name
