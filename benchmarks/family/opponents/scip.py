"""The textbook model solved by SCIP, handed over column by column and row by row."""

import pulp
from pyscipopt import Eventhdlr, Model, quicksum
from pyscipopt.scip import PY_SCIP_EVENTTYPE as SCIP_EVENTTYPE
from pyscipopt.scip import Variable

from benchmarks.family.opponents.textbook_lp import goal, read_plan
from benchmarks.family.outcome import Ask, Outcome, status_of
from benchmarks.family.trajectory import Trajectory
from benchmarks.textbook import Textbook
from kla_plan.pack.model import Pack
from kla_plan.scenario import Scenario

#: A level counts as reached when it is missed by 10⁻⁶ (contract 3.6). SCIP's default tolerance is
#: as large, and its presolve then calls instances infeasible that have plans. HiGHS is asked for
#: the same (``textbook_highs.py``).
TOLERANCE = 1e-7
_EVENTS = (SCIP_EVENTTYPE.BESTSOLFOUND, SCIP_EVENTTYPE.DUALBOUNDIMPROVED)


class _Report(Eventhdlr):
    """Reports whenever SCIP has found or proven something better."""

    def __init__(self, seen: Trajectory) -> None:
        self._seen = seen

    def eventinit(self) -> None:
        """Ask SCIP to be told."""
        for event in _EVENTS:
            self.model.catchEvent(event, self)

    def eventexec(self, _event: object) -> None:
        """Pass on what SCIP knows."""
        infinity = self.model.infinity()
        known = (self.model.getPrimalbound(), self.model.getDualbound())
        self._seen.saw(*(number if abs(number) < infinity else None for number in known))


def run(pack: Pack, scenario: Scenario, ask: Ask, seen: Trajectory) -> Outcome:
    """Build, solve and report."""
    book = Textbook(pack, scenario)
    model, columns = translate(book.model)
    model.setParam("numerics/feastol", TOLERANCE)
    model.setParam("limits/gap", ask.gap)
    model.setParam("lp/threads", ask.threads)
    model.setParam("parallel/maxnthreads", ask.threads)
    model.setParam("timing/clocktype", 2)  # wall time, as for all
    model.includeEventhdlr(_Report(seen), "lintasan", "values and bounds as they come")
    built = seen.seconds()
    model.setParam("limits/time", max(1.0, ask.seconds - built))
    model.optimize()
    if model.getStatus() == "infeasible":
        return Outcome("mustahil", None, built)
    plan = None
    if model.getNSols() > 0:
        best = model.getBestSol()
        seen.saw(model.getSolObjVal(best), model.getDualbound())
        plan = read_plan(book, lambda variable: model.getSolVal(best, columns[variable.id]))
    return Outcome(status_of(plan, stopped=model.getStatus() == "timelimit"), plan, built)


def translate(linear: pulp.LpProblem) -> tuple[Model, dict[int, Variable]]:
    """Return a PuLP model as SCIP's, and its columns by the variables' ids."""
    model = Model()
    model.hideOutput()
    columns = {
        variable.id: model.addVar(
            vtype="I" if variable.cat == pulp.LpInteger else "C",
            lb=variable.lowBound,
            ub=variable.upBound,
        )
        for variable in linear.variables()
    }
    for row in linear.constraints():
        left = quicksum(coefficient * columns[v.id] for v, coefficient in row.items())
        low, high = row.getLb(), row.getUb()
        if low is not None and low == high:
            model.addCons(left == low)
            continue
        if low is not None:
            model.addCons(left >= low)
        if high is not None:
            model.addCons(left <= high)
    wanted = goal(linear)
    total = quicksum(c * columns[v.id] for v, c in wanted.items())
    model.setObjective(total + wanted.constant, "maximize")
    return model, columns
