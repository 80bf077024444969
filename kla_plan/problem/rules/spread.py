"""Fairness, reach (``keadilan.sebaran_kecamatan``): no pilot that stays in a few kecamatan.

The tables count areas but do not name them, so what can be asked for is reach: an activity whose
``satuan`` is an area and that is started delivers at least a share of ``volume_maks`` by the end
of the horizon, ``Σ_t v[a,t] >= min_porsi·volume_maks·started[a]``; one that is ``berulang``
delivers that share of its yearly maximum in every year it is active.
"""

from decimal import Decimal

from kla_plan.pack.columns import Kegiatan
from kla_plan.problem.draft import Draft
from kla_plan.problem.linear import Clause

RULE = "sebaran_kecamatan"
#: Volumes that need not be whole are rounded down to this step afterwards.
STEP = 1e-6


def add(draft: Draft) -> None:
    """Write one row per activity that serves areas (per year where it is yearly)."""
    wish = draft.case.scenario.keadilan.sebaran_kecamatan
    planned = draft.case.planned
    if wish.min_porsi == 0 or not planned:
        return
    for activity in draft.case.activities:
        if activity.satuan not in wish.satuan or activity.yearly_maximum == 0:
            continue
        clause = Clause(RULE, (activity.kegiatan,))
        code, least = activity.kegiatan, _least(activity, wish.min_porsi)
        if not activity.berulang:
            reached = draft.delivered(code, planned[-1])
            begun = draft.started(code, planned[-1])
            draft.at_most(f"sebaran[{code}]", begun * least, reached, clause)
            continue
        for year in planned:
            name = f"sebaran[{code},{year}]"
            switch = draft.active(code, year)
            draft.at_most(name, switch * least, draft.volume(code, year), clause)


def _least(activity: Kegiatan, share: Decimal) -> float:
    whole = activity.yearly_maximum if activity.berulang else activity.volume_maks
    asked = float(share * whole)
    return asked if activity.bulat else min(float(whole), asked + STEP)
