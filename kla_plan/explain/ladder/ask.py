"""Searches without one rule after another, as long as there is time."""

from collections.abc import Sequence

from kla_plan.explain.band import Band, improvement
from kla_plan.explain.clock import Clock
from kla_plan.explain.fill import filled, open_steps
from kla_plan.explain.ladder.result import RulePrice
from kla_plan.explain.ladder.screen import Screened
from kla_plan.explain.search import search
from kla_plan.explain.study import Study
from kla_plan.explain.without import Rule, without
from kla_plan.explain.words import in_words
from kla_plan.plan.evaluate import Volumes
from kla_plan.plan.plan import Plan
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Clause

#: Seconds below which a search without a rule is not begun.
LEAST = 1.0


class Ask:
    """Searches without one rule after another, as long as there is time."""

    def __init__(self, study: Study, plan: Plan, gap: float, screened: Screened) -> None:
        self._study, self._plan, self._gap, self._screened = study, plan, gap, screened
        self._known: dict[tuple[Clause, ...], tuple[Band, Plan | None]] = {}
        self._steps = open_steps(study.case)

    def whole(self, kinds: Sequence[Rule], clock: Clock) -> list[RulePrice]:
        """Return the prices of whole kinds, which share the time of a clock evenly."""
        prices = []
        for done, kind in enumerate(kinds):
            label = f"Harga jenis aturan {done + 1} dari {len(kinds)}"
            known = self._price(kind, label, clock, len(kinds) - done)
            prices.append(self._put(kind, "", "", known))
        return prices

    def single(self, rules: Sequence[Rule]) -> list[RulePrice]:
        """Return the prices of single rules, which share the time that is left evenly."""
        prices = []
        for done, rule in enumerate(rules):
            label = f"Harga aturan {done + 1} dari {len(rules)}"
            known = self._price(rule, label, self._study.clock, len(rules) - done)
            words = in_words(self._study.case, rule.clauses[0], None, None)
            title = words.title if len(rule.clauses) == 1 else _several(rule)
            prices.append(self._put(rule, title, words.have, known))
        return prices

    def _put(
        self, rule: Rule, title: str, have: str, known: tuple[Band, Plan | None] | None
    ) -> RulePrice:
        band, plan = known or (None, None)
        limit = self._screened.most(rule, self._plan.proof.objective)
        gain = self._screened.gain(rule)
        return RulePrice(rule.kind, rule.clauses, title, have, gain, band, plan, limit)

    def _price(
        self, rule: Rule, label: str, clock: Clock, searches: int
    ) -> tuple[Band, Plan | None] | None:
        """Return what was found without a rule; a kind of one rule is searched for once."""
        if rule.clauses not in self._known and min(clock.left, self._study.clock.left) >= LEAST:
            seconds = max(LEAST, clock.share(searches))
            self._known[rule.clauses] = self._search(rule, label, seconds)
        return self._known.get(rule.clauses)

    def _search(self, rule: Rule, label: str, seconds: float) -> tuple[Band, Plan | None]:
        study, plan = self._study, self._plan
        case = Case(*without(plan.pack, plan.scenario, rule.clauses))
        answer = search(
            study,
            study.freed(rule.clauses),
            label,
            seconds=seconds,
            case=case,
            start=self._start(case),
            gap=self._gap,
            aim="grow",
        )
        return improvement(plan, answer), answer.plan

    def _start(self, case: Case) -> Volumes:
        """Spend by hand what the loosened rule allows; the steps are known if they are the same."""
        mine, own = self._study.case, case.pack.activities is self._plan.pack.activities
        same = own and case.scenario.larang == mine.scenario.larang
        return filled(case, self._plan, self._steps if same else None)


def _several(rule: Rule) -> str:
    """Name a rule of several clauses: the capacity of one OPD in all years."""
    return f"Kapasitas {rule.clauses[0].key[0]}, {len(rule.clauses)} tahun"
