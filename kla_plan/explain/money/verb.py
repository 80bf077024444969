"""What one more rupiah is worth, and where: the plan sought again with other budgets.

Every figure comes from a search with the changed ceilings, never from dual values, and carries
the range in which the true optimum lies. More money can never be worth less: what is known of one
budget level bounds its neighbours.
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from kla_plan.explain.money.ask import Ask
from kla_plan.explain.money.result import ValueOfMoney
from kla_plan.explain.purse_changes import (
    extra_changes,
    scaled,
    with_extra_fund,
)
from kla_plan.explain.search import GAP, polish_share, polished
from kla_plan.explain.study import Study
from kla_plan.plan.plan import Plan
from kla_plan.problem.case import Case
from kla_plan.solve.door import OnProgress, Stop

#: Budget levels beside the plan's own, as factors on its ceilings.
LEVELS = (Fraction(4, 5), Fraction(9, 10), Fraction(11, 10), Fraction(5, 4), Fraction(3, 2))


def value_of_money(
    plan: Plan,
    *,
    seconds: float = 60.0,
    levels: Sequence[float | Fraction] = LEVELS,
    extra: int | None = None,
    gap: float = GAP,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> ValueOfMoney:
    """Return what more or less money is worth.

    Parameters
    ----------
    levels
        Budget levels as factors on the plan's ceilings.
    extra
        Rupiah of extra money per year for each year, OPD and fund in turn; by default a tenth of
        what the plan spends in an average year, in whole millions. Zero leaves this part out.
    gap
        Relative gap at which one search stops.
    """
    pack, scenario = with_extra_fund(plan.pack, plan.scenario)
    study = Study(Case(pack, scenario), seconds, on_progress=on_progress, stop=stop)
    base = replace(plan, pack=pack, scenario=scenario)
    base = polished(study, base, study.clock.left * polish_share(base))
    ask = Ask(study, base, gap)
    factors = sorted(
        {Fraction(level).limit_denominator(10_000) for level in levels} - {Fraction(1)}
    )
    curve = ask.levels([scaled(pack, plan.pack, factor) for factor in factors])
    amount = _amount(plan) if extra is None else extra
    extras = ask.extras(list(extra_changes(pack, plan.pack, amount))) if amount else []
    own = replace(base, pack=plan.pack, scenario=plan.scenario)
    return ValueOfMoney(own, tuple(curve), tuple(extras), study.clock.elapsed)


def _amount(plan: Plan) -> int:
    years = max(1, len(plan.pack.planned_years))
    spent = sum(plan.cost(year) for year in plan.pack.planned_years)
    return max(1_000_000, spent // years // 10 // 1_000_000 * 1_000_000)
