"""How much the next predicate costs, and by when: the cheapest path to each, on both scores.

A cell of the frontier asks for a predicate from a year on until the end of the horizon. The cells
help each other: a plan that reaches more, or earlier, is a plan for every easier cell, and what
an easier cell costs at least, a harder one does too. The relaxation bounds all of them at once;
searches then go where least is known.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from kla_plan.explain.aims import Aim, aims, meets, reachable, targets_of
from kla_plan.explain.by_hand import plan_by_hand
from kla_plan.explain.search import search
from kla_plan.explain.study import Change, Study, planned_volumes
from kla_plan.indonesian import number, rupiah
from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify import verify_plan
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Clause
from kla_plan.problem.rules import targets
from kla_plan.problem.rules.targets import needed
from kla_plan.scenario import Scenario
from kla_plan.solve.door import OnProgress, Stop

#: Seconds below which a search is not begun.
LEAST = 3.0
#: Seconds of one search, as share of the time left, and at most.
SHARE, MOST = 0.12, 15.0
#: Relative gap at which a cell counts as settled.
GAP = 0.005


@dataclass(frozen=True, slots=True)
class Cell:
    """The cheapest way to one aim.

    Attributes
    ----------
    aim
        Predicate, first year and score.
    plan
        The cheapest plan found; ``None`` if none is known.
    bound
        Rupiah that every such plan costs at least; infinite if it is proven that there is none.
    most
        Highest self-assessed total that is possible in the first year, where the aim was not
        reached; it is proven by the relaxation.
    """

    aim: Aim
    plan: Plan | None
    bound: float
    most: float | None = None

    @property
    def cost(self) -> int | None:
        """Rupiah of the horizon of the cheapest plan found."""
        return None if self.plan is None else self.plan.cost()

    @property
    def total(self) -> float | None:
        """Self-assessed total of the first year in the plan found."""
        return None if self.plan is None else float(self.plan.score(self.aim.year).total)

    @property
    def impossible(self) -> bool:
        """Whether it is proven that no plan reaches the aim."""
        return self.plan is None and self.bound == float("inf")

    @property
    def gap(self) -> float | None:
        """How far the plan may be from the cheapest, relatively."""
        if self.plan is None:
            return None
        cost = self.plan.cost()
        return max(0.0, cost - self.bound) / cost if cost else 0.0

    @property
    def status(self) -> str:
        """Say in a word or two what is known."""
        if self.impossible:
            return "terbukti tidak mungkin"
        if self.plan is None:
            return "belum ditemukan"
        return "terbukti termurah" if (self.gap or 0.0) <= GAP else "ditemukan"


@dataclass(frozen=True, slots=True)
class Frontier:
    """Cost, score and year: one cell per predicate, first year and score."""

    cells: tuple[Cell, ...]
    seconds: float

    def cell(self, predicate: str, year: int, basis: str) -> Cell:
        """Return one cell.

        Raises
        ------
        KeyError
            If it was not asked for.
        """
        for cell in self.cells:
            if cell.aim == Aim(predicate, year, basis):
                return cell
        raise KeyError(predicate, year, basis)

    def table(self) -> pd.DataFrame:
        """Return one row per cell.

        Returns
        -------
        pandas.DataFrame
            ``dasar, predikat, tahun, status, rupiah, paling_sedikit_rupiah`` (what every such plan
            costs at least), ``celah, nilai_mandiri`` (total of that year in the plan found).
        """
        rows = [
            {
                "dasar": cell.aim.basis,
                "predikat": cell.aim.predicate,
                "tahun": cell.aim.year,
                "status": cell.status,
                "rupiah": cell.cost,
                "paling_sedikit_rupiah": None
                if cell.bound == float("inf")
                else max(0.0, cell.bound),
                "celah": cell.gap,
                "nilai_mandiri": None
                if cell.plan is None
                else float(cell.plan.score(cell.aim.year).total),
            }
            for cell in self.cells
        ]
        return pd.DataFrame(rows, columns=_COLUMNS)

    def sentences(self) -> list[str]:
        """Say for each predicate and score how early it is possible and what it costs."""
        pairs = dict.fromkeys((cell.aim.predicate, cell.aim.basis) for cell in self.cells)
        return [self._sentence(predicate, basis) for predicate, basis in pairs]

    def _sentence(self, predicate: str, basis: str) -> str:
        mine = [c for c in self.cells if (c.aim.predicate, c.aim.basis) == (predicate, basis)]
        name = f"Predikat {predicate} menurut nilai {basis}"
        found = [cell for cell in mine if cell.plan is not None]
        barred = [cell for cell in mine if cell.impossible]
        if not found:
            if len(barred) == len(mine):
                most = barred[-1].most
                top = "" if most is None else (
                    f"; nilai mandiri tahun {barred[-1].aim.year} paling tinggi {number(most)}"
                )  # fmt: skip
                return f"{name} terbukti tidak mungkin dicapai dengan aturan dan pagu ini{top}."
            return (
                f"{name} belum ditemukan jalannya dalam waktu yang tersedia; belum tentu mustahil."
            )
        first, cheapest = found[0], min(found, key=lambda c: c.cost or 0)
        text = f"{name} tercapai paling awal tahun {first.aim.year} dengan {_price(first)}"
        if cheapest.aim.year != first.aim.year and (cheapest.cost or 0) < (first.cost or 0):
            text += f"; bila ditunggu sampai {cheapest.aim.year} cukup {_price(cheapest)}"
        if barred:
            text += f". Sampai tahun {barred[-1].aim.year} terbukti tidak mungkin"
        return text + "."


_COLUMNS = [
    "dasar",
    "predikat",
    "tahun",
    "status",
    "rupiah",
    "paling_sedikit_rupiah",
    "celah",
    "nilai_mandiri",
]


def _price(cell: Cell) -> str:
    proof = "" if cell.status == "terbukti termurah" else f", sekurangnya {rupiah(cell.bound)}"
    return f"{rupiah(cell.cost or 0)} ({cell.status}{proof})"


def frontier(  # noqa: PLR0913 - every wish has a name
    pack: Pack,
    scenario: Scenario,
    *,
    predicates: Sequence[str] | None = None,
    years: Sequence[int] | None = None,
    bases: Sequence[str] = ("mandiri", "verifikasi"),
    plan: Plan | None = None,
    seconds: float = 60.0,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> Frontier:
    """Return the cheapest path to each predicate by each year.

    Parameters
    ----------
    scenario
        Prices, ceilings, locks and the discount; its own objective and targets are left aside.
    predicates, years
        By default every predicate that the region does not have yet on the verified score, and
        every year that is still to be decided.
    plan
        A plan of this pack to begin from, best one with a high score.
    seconds
        Time for everything.
    """
    asked = aims(pack, scenario, predicates, years, bases)
    lowest = scenario.model_copy(update={"tujuan": "min_biaya", "target": targets_of(pack, None)})
    study = Study(Case(pack, lowest), seconds, on_progress=on_progress, stop=stop)
    board = _Board(study, asked, plan if plan is not None else plan_by_hand(pack, scenario))
    board.bound_all()
    tried: dict[Aim, int] = {}
    while study.clock.left >= LEAST:
        aim = board.least_known(tried)
        if aim is None:
            break
        tried[aim] = tried.get(aim, 0) + 1
        board.ask(aim, min(MOST, max(LEAST, study.clock.left * SHARE)))
    return Frontier(board.cells(), study.clock.elapsed)


class _Board:
    """What is known of every cell: plans and bounds."""

    def __init__(self, study: Study, asked: Sequence[Aim], first: Plan | None) -> None:
        self._study, self._asked, self._first = study, asked, first
        self._known = [] if first is None or not _holds(study.case, first) else [first]
        self._bounds: dict[Aim, float] = dict.fromkeys(asked, 0.0)
        self._reached: dict[int, float | None] = {}

    def bound_all(self) -> None:
        """Bound every cell by the relaxation."""
        self._study.tell("Membatasi setiap sasaran dengan relaksasi")
        for aim in self._asked:
            limit = self._study.limit(self._change(aim))
            self._raise(aim, 0.0 if limit is None else limit)

    def least_known(self, tried: dict[Aim, int]) -> Aim | None:
        """Return the aim of which least is known, each twice at most."""
        open_ = [a for a in self._asked if self._bounds[a] < float("inf") and tried.get(a, 0) < 2]
        width = {aim: self._width(aim) for aim in open_}
        wide = [aim for aim in open_ if width[aim] > GAP]
        return max(wide, key=lambda a: (-tried.get(a, 0), width[a], a.year), default=None)

    def _width(self, aim: Aim) -> float:
        plan = self._plan(aim)
        if plan is None:
            return 1.0
        cost = plan.cost()
        return max(0.0, cost - self._bounds[aim]) / cost if cost else 0.0

    def ask(self, aim: Aim, seconds: float) -> None:
        """Search for the cheapest plan of one aim."""
        study, known = self._study, self._plan(aim)
        scenario = study.case.scenario.model_copy(
            update={"target": targets_of(study.case.pack, aim)}
        )
        start = known or self._first
        answer = search(
            study,
            self._change(aim),
            f"{aim.predicate} ({aim.basis}) sejak {aim.year}",
            seconds=seconds,
            case=Case(study.case.pack, scenario),
            start=None if start is None else planned_volumes(start),
            gap=GAP / 2,
            aim="free" if known is None else "shrink",
        )
        if answer.plan is not None:
            self._known.append(answer.plan)
        if answer.bound is not None:
            self._raise(aim, answer.bound)

    def cells(self) -> tuple[Cell, ...]:
        """Return what is known of every cell."""
        result = []
        for aim in self._asked:
            plan = self._plan(aim)
            most = None if plan is not None else self._most(aim.year)
            result.append(Cell(aim, plan, self._bounds[aim], most))
        return tuple(result)

    def _most(self, year: int) -> float | None:
        if year not in self._reached:
            self._reached[year] = reachable(self._study, year)
        return self._reached[year]

    def _plan(self, aim: Aim) -> Plan | None:
        """Return the cheapest known plan that reaches an aim."""
        good = [p for p in self._known if meets(self._study.case, p, aim)]
        plan = min(good, key=lambda p: p.cost(), default=None)
        if plan is None:
            return None
        scenario = self._study.case.scenario.model_copy(
            update={"target": targets_of(self._study.case.pack, aim)}
        )
        proof = replace(
            plan.proof,
            status="time_limit",
            objective=float(plan.cost()),
            bound=min(self._bounds[aim], float(plan.cost())),
            stages=(),
        )
        return replace(plan, scenario=scenario, proof=proof)

    def _raise(self, aim: Aim, bound: float) -> None:
        """Take note of a bound: whatever is harder costs at least as much."""
        for other in self._asked:
            if other.harder_than(aim, self._study.case):
                self._bounds[other] = max(self._bounds[other], bound)

    def _change(self, aim: Aim) -> Change:
        case, rows = self._study.case, {}
        wanted = {t.tahun: t for t in targets_of(case.pack, aim)}
        for place, target in enumerate(case.scenario.target, 1):
            (row,) = self._study.rows_of[Clause(targets.RULE, (place,))]
            constant = -(self._study.model.problem.rows[row].lower or 0.0)
            aimed = wanted.get(target.tahun)
            low = None if aimed is None else float(needed(case, aimed)) - constant
            rows[row] = (low, None)
        return Change(rows=rows)


def _holds(case: Case, plan: Plan) -> bool:
    """Whether a plan keeps every rule when no target is set."""
    scenario = case.scenario.model_copy(update={"target": ()})
    proof = replace(plan.proof, status="time_limit", objective=float(plan.cost()), bound=None)
    return not verify_plan(replace(plan, scenario=scenario, proof=replace(proof, stages=())))
