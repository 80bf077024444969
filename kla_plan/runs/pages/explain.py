"""What notebooks 06 and 07 ask: a quick plan, and one impossible wish to explain."""

from pathlib import Path

from kla_plan.explain.by_hand import volumes_by_hand
from kla_plan.explain.infeasible import head
from kla_plan.explain.infeasible.report import Impossible, explain_impossible
from kla_plan.pack.read import load_pack
from kla_plan.plan.make import make_plan
from kla_plan.plan.plan import Plan
from kla_plan.plan.spent import spent_by_activity
from kla_plan.runs.inputs import find_scenario
from kla_plan.runs.plans import open_plan
from kla_plan.scenario import Target, with_settings


def plan_within(directory: str | Path, pack: str | Path, scenario: str, seconds: float) -> Plan:
    """Return the saved plan, or the plan of a pack found within the seconds."""
    if str(directory):
        return open_plan(directory)
    loaded = load_pack(pack)
    limited = with_settings(find_scenario(pack, scenario), [f"pemecah.batas_detik={seconds}"])
    return make_plan(loaded, limited, start=volumes_by_hand(loaded, limited))


def impossible(plan: Plan, predicate: str, year: int, seconds: float) -> Impossible:
    """Return why a predicate cannot be had by a year (0: the first one), and what would help."""
    first = year or plan.pack.planned_years[0]
    target = Target(tahun=first, predikat=predicate, dasar="verifikasi")
    wish = plan.scenario.model_copy(update={"target": (target,)})
    return explain_impossible(plan.pack, wish, seconds=seconds)


def clash(found: Impossible) -> str:
    """Say which kinds of rules clash."""
    if found.conflicts:
        return head(found.conflicts)
    return (
        "Keinginan itu tidak bertentangan dengan aturan mana pun, atau pertentangannya tidak "
        "ditemukan dalam waktu yang tersedia."
    )


def one_of_each(plan: Plan, code: str) -> str:
    """Return the activity to look at: as asked, or the one with the largest budget."""
    if code:
        return code
    cost = spent_by_activity(plan)
    return max(cost, key=lambda a: (cost[a], a), default=next(iter(plan.pack.activities)))
