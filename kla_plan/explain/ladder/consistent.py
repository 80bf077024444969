"""Prices that inform each other: without all rules of a kind is at least as good as without one."""

from collections.abc import Sequence
from dataclasses import replace

from kla_plan.explain.band import Band
from kla_plan.explain.ladder.result import RulePrice


def consistent(
    kinds: Sequence[RulePrice], prices: Sequence[RulePrice]
) -> tuple[list[RulePrice], list[RulePrice]]:
    """Let a kind cost no less than each of its rules, and a rule no more than its kind."""
    known = {kind.kind: _raised(kind, [p for p in prices if p.kind == kind.kind]) for kind in kinds}
    return list(known.values()), [_lowered(price, known.get(price.kind)) for price in prices]


def _raised(kind: RulePrice, members: Sequence[RulePrice]) -> RulePrice:
    best = max(
        (m for m in members if m.price is not None and m.price.seen is not None),
        key=lambda m: (m.seen, m.clauses),
        default=None,
    )
    if best is None or best.price is None:
        return kind
    least = max((m.price.least for m in members if m.price is not None), default=0.0)
    if kind.price is None:
        band = Band(best.seen, least, max(kind.limit, best.seen), best.price.unit)
        return replace(kind, price=band, plan=best.plan)
    own = kind.price
    seen = max(own.seen or 0.0, best.seen)
    band = replace(own, seen=seen, least=max(own.least, least), most=max(own.most, seen))
    return replace(kind, price=band, plan=best.plan if best.seen > kind.seen else kind.plan)


def _lowered(price: RulePrice, kind: RulePrice | None) -> RulePrice:
    if kind is None or kind.price is None:
        return price
    most = kind.price.most
    if price.price is None:
        return replace(price, limit=min(price.limit, most))
    own = price.price
    top = max(own.least, own.seen or 0.0, min(own.most, most))
    return replace(price, price=replace(own, most=top))
