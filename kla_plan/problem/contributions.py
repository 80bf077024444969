"""Contributions to the progress of a question (contract 3.5), as linear expressions."""

from decimal import Decimal

from kla_plan.pack.columns import Dampak
from kla_plan.problem.draft import Draft
from kla_plan.problem.linear import Linear


def contributions(draft: Draft, question: str, year: int) -> Linear:
    """Return ``Σ contributions`` to ``g[q,t]``.

    What was realised up to the base year is already in the answers and adds nothing.
    """
    result = Linear()
    bundles: dict[str, list[Dampak]] = {}
    for effect in draft.case.effects[question]:
        if effect.paket:
            bundles.setdefault(effect.paket, []).append(effect)
        else:
            result.add(_single(draft, effect, year), float(effect.kenaikan))
    for bundle, effects in sorted(bundles.items()):
        result.add(_complete(draft, bundle, effects, year), float(effects[0].kenaikan))
    return result


def _single(draft: Draft, effect: Dampak, year: int) -> Linear:
    base = draft.case.pack.profile.base_year
    seen = year - effect.jeda
    lasts = draft.case.lasts(effect)
    if not lasts and seen <= base:
        return Linear()
    if effect.per == "unit":
        if lasts:
            return draft.delivered(effect.kegiatan, seen, since=base)
        return draft.volume(effect.kegiatan, seen)
    if lasts:
        return draft.ever(effect.kegiatan, seen, since=base)
    return draft.active(effect.kegiatan, seen)


def _complete(draft: Draft, bundle: str, effects: list[Dampak], year: int) -> Linear:
    """Return whether every activity of a bundle has delivered what the bundle needs."""
    base = draft.case.pack.profile.base_year
    delivered = [
        (draft.delivered(e.kegiatan, year - e.jeda, since=base), e.volume_perlu) for e in effects
    ]
    if any(draft.upper_bound(done) < float(need) - 1e-9 for done, need in delivered):
        return Linear()
    open_parts = [(done, need) for done, need in delivered if not _met(done, need)]
    if not open_parts:
        return Linear(constant=1.0)
    name = f"{effects[0].pertanyaan},{bundle},{year}"
    complete = draft.column(f"p[{name}]", 0.0, 1.0, integer=True)
    for number, (done, need) in enumerate(open_parts, 1):
        draft.at_most(f"paket[{name},{number}]", complete * float(need), done)
        switch = draft.switch(done)
        if switch is not None and not done.constant:
            draft.at_most(f"sakelar_paket[{name},{number}]", complete, switch)
    return complete


def _met(done: Linear, need: Decimal) -> bool:
    return done.is_constant and done.constant >= float(need)
