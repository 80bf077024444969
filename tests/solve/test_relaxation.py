"""The open relaxation: a bound on the whole problem, and no memory of the question before."""

import pytest
from support.randoms import random_pack

from kla_plan.explain.study import Study
from kla_plan.plan.make import InfeasibleError, make_plan
from kla_plan.problem.case import Case


def test_it_bounds_the_best_plan_and_forgets_every_question() -> None:
    for seed in range(30):
        pack, scenario = random_pack(seed)
        study = Study(Case(pack, scenario), 30)
        first = study.relaxation.value()
        assert first is not None
        try:
            value = make_plan(pack, scenario).proof.objective
        except InfeasibleError:
            continue
        bound = first * study.objective.unit
        assert study.sign * (bound - value) >= -1e-5 * max(1, abs(value)) - 10 * (study.sign < 0)
        for clause in study.rows_of:
            freed = study.relaxation.value(study.freed([clause]).rows)
            assert freed is not None
            assert study.sign * (freed - first) >= -1e-6 * max(1, abs(first))
        for activity in pack.activities:
            study.relaxation.value(columns=study.without(activity).columns)
        assert study.relaxation.value() == pytest.approx(first)


def test_no_solution_is_infinitely_bad() -> None:
    pack, scenario = random_pack(0)
    study = Study(Case(pack, scenario), 30)
    impossible = {0: (1e9, None)}
    value = study.relaxation.value(rows=impossible)
    assert value == -study.sign * float("inf")
