"""Which fund pays what: the exact split of a plan's costs, in whole rupiah.

A small linear problem per plan, of sums only: its coefficients are ones and its bounds whole
rupiah, so a vertex is whole as well. Earmarked funds are used first: a fund that may pay for
many things costs more in the objective than one that may pay for few.
"""

from collections import Counter
from collections.abc import Mapping

from kla_plan.problem.case import Case
from kla_plan.problem.fundgroups import Group, fund_groups
from kla_plan.problem.linear import Linear, Objective, Problem, Row, total
from kla_plan.problem.rules.ceilings import matching_years, pagu_key
from kla_plan.solve import Limits, solve

type Spending = dict[tuple[str, int, str], int]


def split(
    case: Case, costs: Mapping[tuple[str, int], int], *, floors: bool = True
) -> Spending | None:
    """Split costs over funds within every ceiling and floor; ``None`` if that is impossible.

    Realised years keep their rupiah, without a fund. Without ``floors`` only the ceilings of the
    funds are kept.
    """
    spending: Spending = {
        (activity, year, ""): rupiah
        for (activity, year), rupiah in costs.items()
        if year not in case.planned
    }
    shares = _shares(case, costs, floors=floors)
    if shares is None:
        return None
    for (group, year), paid in shares.items():
        spending.update(_hand_out(group, year, paid, costs))
    return spending


def _shares(
    case: Case, costs: Mapping[tuple[str, int], int], *, floors: bool
) -> dict[tuple[Group, int], dict[str, int]] | None:
    groups = fund_groups(case.pack)
    due = {
        (group, year): sum(costs.get((a, year), 0) for a in group.activities)
        for group in groups
        for year in case.planned
    }
    keys = [(g, f, year) for (g, year), rupiah in due.items() if rupiah for f in g.funds]
    index = {key: number for number, key in enumerate(keys)}
    rows = [
        Row(f"dana{number}", {index[g, f, year]: 1.0 for f in g.funds}, rupiah, rupiah)
        for number, ((g, year), rupiah) in enumerate(due.items())
        if rupiah
    ]
    bounds = _bounds(case, index, floors=floors)
    if bounds is None:
        return None
    problem = Problem(
        tuple(f"x{number}" for number in range(len(keys))),
        (0.0,) * len(keys),
        (None,) * len(keys),
        (False,) * len(keys),
        (*rows, *bounds),
        (),
    )
    if not keys:
        return {}
    solution = solve(problem, _earmarked_first(keys), Limits(seconds=30.0))
    if not solution.found:
        return None
    shares: dict[tuple[Group, int], dict[str, int]] = {}
    for (group, fund, year), number in index.items():
        shares.setdefault((group, year), {})[fund] = round(solution.values[number])
    return shares


def _bounds(
    case: Case, index: Mapping[tuple[Group, str, int], int], *, floors: bool
) -> list[Row] | None:
    rows: list[Row] = []
    for ceiling in sorted(case.pack.ceilings, key=pagu_key):
        years = matching_years(ceiling, case.planned)
        if not years or not ceiling.sumber_dana:
            continue  # without a fund, the split does not matter: the costs themselves are bound
        terms = {
            number: 1.0
            for (group, fund, year), number in index.items()
            if fund == ceiling.sumber_dana and year in years and ceiling.opd in {"", group.opd}
        }
        top = None
        if ceiling.batas_atas is not None:
            top = float(int(case.scenario.ceiling(ceiling.batas_atas)))
        floor = float(ceiling.batas_bawah) if ceiling.batas_bawah and floors else None
        if not terms:
            if floor:
                return None
            continue
        rows.append(Row(f"pagu{len(rows)}", terms, floor, top))
    return rows


def _earmarked_first(keys: list[tuple[Group, str, int]]) -> Objective:
    reach = Counter(fund for _, fund, _ in keys)
    order = {fund: rank for rank, (fund, _) in enumerate(sorted(reach.items(), key=_by_reach), 1)}
    cost = total(Linear({number: float(order[f])}) for number, (_, f, _) in enumerate(keys))
    return Objective("dana", maximise=False, expression=cost)


def _by_reach(item: tuple[str, int]) -> tuple[int, str]:
    fund, reach = item
    return reach, fund


def _hand_out(
    group: Group, year: int, paid: Mapping[str, int], costs: Mapping[tuple[str, int], int]
) -> Spending:
    """Divide a group's funds among its activities, in order of their codes."""
    spending: Spending = {}
    left = dict(paid)
    for activity in group.activities:
        open_bill = costs.get((activity, year), 0)
        for fund in group.funds:
            share = min(open_bill, left.get(fund, 0))
            if share > 0:
                spending[activity, year, fund] = share
                left[fund] -= share
                open_bill -= share
    return spending
