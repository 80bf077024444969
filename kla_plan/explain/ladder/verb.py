"""What each rule costs: the score (or the rupiah) that would be won without it.

Every rule is first let go in the relaxation, where an answer takes milliseconds and bounds the
price from above. Those that bind there are then let go in the whole-number problem: whole kinds
first, then single rules, the most promising first, each search starting from the plan. A price is
never a dual value: it is the difference of two optima, stated as the least and the most it can be.
"""

from collections import Counter
from collections.abc import Collection, Sequence

from kla_plan.explain.ladder.ask import Ask
from kla_plan.explain.ladder.consistent import consistent
from kla_plan.explain.ladder.kinds import KINDS
from kla_plan.explain.ladder.result import RulePrice, RulePrices
from kla_plan.explain.ladder.screen import Screened, screen
from kla_plan.explain.search import GAP, polish_share, polished
from kla_plan.explain.study import study_of
from kla_plan.explain.without import Rule, rules
from kla_plan.plan.plan import Plan
from kla_plan.solve.door import OnProgress, Stop

#: A rule whose absence lifts the relaxation by less than this share of it does not bind there.
BINDING = 1e-6
#: Share of the time for whole kinds of rules; the rest goes to single rules.
KINDS_SHARE = 0.3
#: Rules of every kind that are asked about before the hints alone decide the order.
OF_EACH = 2


def rule_prices(
    plan: Plan,
    *,
    seconds: float = 60.0,
    kinds: Collection[str] | None = None,
    gap: float = GAP,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> RulePrices:
    """Return what each rule costs, as a ladder.

    Parameters
    ----------
    seconds
        Time for all searches together; what it does not suffice for is only bounded.
    kinds
        Kinds of rules to look at, keys of :data:`KINDS`; all by default.
    gap
        Relative gap at which one search stops.

    Notes
    -----
    The plan stays allowed when a rule is let go, so a price is never negative. Both optima are
    known within their gaps only; from the plan's value *o* and bound *b* and the values *o'* and
    *b'* without the rule, the price lies between ``o' − b`` and ``b' − o``. Without all rules of
    a kind no less is won than without one of them, which narrows both.
    """
    study = study_of(plan, seconds, on_progress=on_progress, stop=stop)
    study.tell("Menyaring aturan dengan relaksasi")
    chosen = [rule for rule in rules(study.rows_of) if kinds is None or rule.kind in kinds]
    together = _together(chosen)
    screened = screen(study, [*together, *chosen])
    plan = polished(study, plan, study.clock.left * polish_share(plan))
    least = max(1.0, abs(plan.proof.objective)) * BINDING
    whole = [rule for rule in together if screened.gain(rule) > least]
    binding = _ordered([rule for rule in chosen if screened.gain(rule) > least], screened)
    ask = Ask(study, plan, gap, screened)
    kinds_priced = ask.whole(whole, study.clock.part(KINDS_SHARE))
    kinds_priced, prices = consistent(kinds_priced, ask.single(binding))
    return RulePrices(
        plan,
        tuple(sorted(kinds_priced, key=_dearest)),
        tuple(sorted(prices, key=_dearest)),
        len(chosen) - len(binding),
        study.clock.elapsed,
        screened.rest(plan.proof.objective),
    )


def _together(chosen: Sequence[Rule]) -> list[Rule]:
    """Return one rule per kind that holds all rules of the kind, in the order of the kinds."""
    return [
        Rule(kind, tuple(clause for rule in chosen if rule.kind == kind for clause in rule.clauses))
        for kind in KINDS
        if any(rule.kind == kind for rule in chosen)
    ]


def _ordered(binding: Sequence[Rule], screened: Screened) -> list[Rule]:
    """Put the likely dearest first, after a few of every kind: each kind is to be heard."""
    ranked = sorted(binding, key=lambda rule: (-screened.gain(rule), rule.clauses))
    seen, early, late = Counter[str](), list[Rule](), list[Rule]()
    for rule in ranked:
        (early if seen[rule.kind] < OF_EACH else late).append(rule)
        seen[rule.kind] += 1
    return [*early, *late]


def _dearest(price: RulePrice) -> tuple[bool, float, float, float]:
    band = price.price
    if band is None:
        return (True, 0.0, 0.0, -price.relaxed)
    return (False, -price.seen, -band.least, -price.relaxed)
