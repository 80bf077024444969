"""What notebooks 08 and 09 ask: cautious plans within seconds, replanning as an illustration."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pandas as pd
from IPython.display import DisplayObject

from kla_plan.explain.fairness import Fairness, price_of_fairness
from kla_plan.explain.replan import Replan, as_if_done, replan
from kla_plan.explain.risk import TooRiskyError, chance_plan
from kla_plan.explain.risk.curve import Toughness, price_of_robustness
from kla_plan.explain.stable import NotStableError, Stable, stable
from kla_plan.indonesian import number, percent
from kla_plan.pack.read import load_pack
from kla_plan.plan.baselines import rough_start
from kla_plan.plan.make import InfeasibleError, NoPlanInTimeError, make_plan
from kla_plan.plan.plan import Plan
from kla_plan.report.charts.change import stable_chart
from kla_plan.runs.inputs import find_scenario
from kla_plan.runs.pages.show import chart, say
from kla_plan.runs.plans import open_plan
from kla_plan.scenario import Target, with_settings

_LATE = "Belum ditemukan rencana dalam batas waktu; naikkan parameter detik lalu ulangi."


def quick_plan(directory: str | Path, pack: str | Path, scenario: str, seconds: float) -> Plan:
    """Return the saved plan, or one made in twice the seconds; later solves get the seconds."""
    limit = [f"pemecah.batas_detik={seconds}"]
    if str(directory):
        plan = open_plan(directory)
    else:
        loaded = load_pack(pack)
        asked = with_settings(find_scenario(pack, scenario), limit)
        longer = with_settings(asked, [f"pemecah.batas_detik={2 * seconds}"])
        plan = make_plan(loaded, longer, start=rough_start(loaded, longer))
    return _with(plan, limit)


def _with(plan: Plan, settings: list[str]) -> Plan:
    return replace(plan, scenario=with_settings(plan.scenario, settings))


def sure(plan: Plan, predicate: str, year: int, level: float) -> list[str]:
    """Return what the cheapest plan for a predicate costs, without and with certainty."""
    target = Target(tahun=year, predikat=predicate, dasar="verifikasi")
    try:
        found = chance_plan(plan, target, level=level, cheapest=True, rounds=4)
    except TooRiskyError as error:
        best = max((attempt.probability for attempt in error.attempts), default=0.0)
        return [
            (
                f"Tidak ditemukan rencana yang meraih {predicate} pada {year} dengan peluang "
                f"{percent(level, 0)} dalam pagu ini. Peluang tertinggi yang ditemukan "
                f"{percent(best)}; nilai mandiri yang diperlukan {number(error.asked)} poin."
            )
        ]
    except InfeasibleError:
        return [f"{predicate} pada {year} tidak dapat dicapai dalam pagu ini."]
    except NoPlanInTimeError:
        return [_LATE]
    return found.sentences()


def toughness(plan: Plan, most: int, jump: float) -> Toughness:
    """Return the price of surviving one jump in cost, half as many as asked for, and all."""
    counts = sorted({1, max(1, most // 2), most})
    return price_of_robustness(plan, Decimal(str(jump)), counts)


def fairness(plan: Plan, rules: str) -> Fairness:
    """Return the price of rules, ``kunci=nilai;kunci=nilai``; without any, of the usual ones."""
    settings = [f"keadilan.{rule.strip()}" for rule in rules.split(";") if rule.strip()]
    wish = with_settings(plan.scenario, settings).keadilan if settings else None
    return price_of_fairness(plan, wish)


def kept(plan: Plan, factor: float, loss: float) -> Stable | None:
    """Return the plan for another budget that keeps this one; ``None`` if time was too short."""
    try:
        return stable(plan, pagu_faktor=str(factor), loss=loss)
    except (InfeasibleError, NotStableError, NoPlanInTimeError):
        return None


def keeping(found: Stable | None) -> list[str]:
    """Say what was kept."""
    return [_LATE] if found is None else found.sentences()


def before_and_after(found: Stable | None) -> DisplayObject:
    """Draw the money of the known plan beside that of the plan that keeps it, if there is one."""
    if found is None:
        return say(_LATE)
    return chart(stable_chart(found), "Belanja rencana lama dan rencana untuk pagu baru")


def difference(found: Stable | None) -> pd.DataFrame:
    """Return what the plan for the other budget adds."""
    return pd.DataFrame() if found is None else found.added()


def illustration(plan: Plan, until: int, factor: float, most: int) -> Replan:
    """Replan as if the plan had been carried out until a year, with another budget after it.

    Parameters
    ----------
    until
        Last year that counts as carried out; 0 is the second year of the plan.
    most
        Most changes of (kegiatan, tahun).
    """
    year = until or plan.pack.planned_years[1]
    settings = with_settings(plan.scenario, [f"pagu_faktor={factor}"])
    return replan(plan, as_if_done(plan, year), settings, max_changes=most)
