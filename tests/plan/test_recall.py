"""Plans made one after the other with what the one before has left."""

from decimal import Decimal

import pytest
from support.randoms import random_pack

from kla_plan import make_plan
from kla_plan.plan.make import InfeasibleError
from kla_plan.plan.recall import Recall
from kla_plan.problem.case import Case


@pytest.mark.parametrize("seed", range(30))
def test_a_plan_is_as_good_as_one_made_alone(seed: int) -> None:
    pack, scenario = random_pack(seed)
    recall = Recall()
    for factor in ("1", "0.7", "1.2"):
        wanted = scenario.model_copy(update={"pagu_faktor": Decimal(factor)})
        try:
            alone = make_plan(pack, wanted)
        except InfeasibleError:
            with pytest.raises(InfeasibleError):
                make_plan(pack, wanted, recall=recall)
            continue
        plan = make_plan(pack, wanted, recall=recall)
        assert plan.proof.status == alone.proof.status
        assert plan.proof.objective == pytest.approx(alone.proof.objective, rel=1e-6, abs=1e-5)


def test_a_moved_ceiling_is_not_written_anew() -> None:
    pack, scenario = random_pack(0)
    recall = Recall()
    first = recall.model(Case(pack, scenario))
    wanted = scenario.model_copy(update={"pagu_faktor": Decimal("1.1")})
    assert recall.model(Case(pack, wanted)).decisions is first.decisions
    other = scenario.model_copy(update={"inflasi": Decimal("0.09")})
    assert recall.model(Case(pack, other)).decisions is not first.decisions
