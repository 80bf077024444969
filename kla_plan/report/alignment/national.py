"""References to Perpres 25/2021: only those that the pack gives; nothing of its text is invented.

The pack may give them as facts of ``profil``: ``perpres_lampiran_1_<klaster>`` (the policy of
Lampiran I that a cluster serves) and ``perpres_lampiran_2_<indikator>`` or ``…_<klaster>`` (the
action of Lampiran II), codes in small letters: ``perpres_lampiran_2_i14``.
"""

from dataclasses import dataclass

from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan
from kla_plan.plan.spent import spent_by_activity

POLICY, ACTION_PLAN = "perpres_lampiran_1_", "perpres_lampiran_2_"


@dataclass(frozen=True, slots=True)
class Reference:
    """What the pack says about one indicator and Perpres 25/2021; empty: not given.

    Attributes
    ----------
    activities
        Activities of the plan that serve the indicator.
    rupiah
        What the plan spends on them.
    policy, action_plan
        Reference to Lampiran I and Lampiran II.
    """

    cluster: str
    indicator: str
    activities: tuple[str, ...]
    rupiah: int
    policy: str
    action_plan: str


def references(plan: Plan, pack: Pack | None = None) -> tuple[Reference, ...]:
    """Return one reference per indicator that the plan serves, in the instrument's order."""
    now = pack or plan.pack
    rupiah = spent_by_activity(plan)
    found = []
    for code, indicator in plan.pack.instrument.indicators.items():
        serving = tuple(a for a in plan.activities if plan.pack.activities[a].indikator == code)
        if serving:
            spent = sum(rupiah[a] for a in serving)
            policy = _fact(now, POLICY, indicator.klaster)
            own = _fact(now, ACTION_PLAN, code) or _fact(now, ACTION_PLAN, indicator.klaster)
            found.append(Reference(indicator.klaster, code, serving, spent, policy, own))
    return tuple(found)


def _fact(pack: Pack, prefix: str, code: str) -> str:
    return pack.profile.fact(f"{prefix}{code.lower()}")
