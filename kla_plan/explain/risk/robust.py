"""A plan that survives the worst case (Bertsimas and Sim), and its price.

The rules are :mod:`kla_plan.problem.rules.robust_costs` and
:mod:`kla_plan.problem.rules.robust_answers`; they stand in the scenario (``ketahanan``), so that
a robust plan can be saved, verified and made again like any other.
"""

from dataclasses import dataclass

from kla_plan.explain.risk.price import Price
from kla_plan.indonesian import number, percent
from kla_plan.pack.columns import Pagu
from kla_plan.pack.model import Pack
from kla_plan.plan.baselines import rough_start
from kla_plan.plan.evaluate import Volumes
from kla_plan.plan.make import InfeasibleError, NoPlanInTimeError, make_plan
from kla_plan.plan.plan import Plan
from kla_plan.problem.rules.robust_costs import unprotected
from kla_plan.scenario import Ketahanan, Scenario

#: Share of the scenario's time for a plan to begin from, on top of it.
SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Robust:
    """A robust plan with its price against the plan without caution.

    Attributes
    ----------
    unprotected
        Ceilings that the rule on costs does not protect.
    """

    wish: Ketahanan
    plan: Plan
    price: Price
    unprotected: tuple[Pagu, ...]

    def sentences(self) -> list[str]:
        """Say what the plan survives, and the price."""
        wish, parts = self.wish, []
        if wish.biaya_terburuk:
            parts.append(
                f"biaya {number(wish.biaya_terburuk)} kegiatan mana pun naik "
                f"{percent(wish.lonjakan_biaya)}"
            )
        if wish.jawaban_gagal:
            parts.append(f"{number(wish.jawaban_gagal)} jawaban mana pun tidak naik")
        text = [
            f"Rencana ini tetap memenuhi semua aturan walaupun {' dan '.join(parts)}.",
            self.price.sentence("Harga ketahanan itu"),
        ]
        if wish.biaya_terburuk and self.unprotected:
            text.append(
                f"{number(len(self.unprotected))} baris pagu yang menyebut sumber dana bersama "
                "OPD, atau sumber dana tanpa tahun, tidak ikut dilindungi."
            )
        return text


def robust_plan(plan: Plan, wish: Ketahanan) -> Robust:
    """Return the best plan that survives the worst case.

    Parameters
    ----------
    plan
        The plan of a scenario without caution.

    Raises
    ------
    InfeasibleError, NoPlanInTimeError
        If no plan survives it, or none was found in the scenario's time.
    """
    tough = plan.scenario.model_copy(update={"ketahanan": wish})
    start = _survivor(plan.pack, plan.scenario, wish)
    found = make_plan(plan.pack, tough, start=start)
    return Robust(wish, found, Price(plan, found), unprotected(plan.pack.ceilings))


def _survivor(pack: Pack, scenario: Scenario, wish: Ketahanan) -> Volumes:
    """Return a plan to begin from: under ceilings so much lower that every cost may rise.

    It is an ordinary plan, which the solver finds far faster than a robust one.
    """
    factor = scenario.pagu_faktor
    if wish.biaya_terburuk:
        factor /= 1 + wish.lonjakan_biaya
    solver = scenario.pemecah
    shorter = solver.model_copy(update={"batas_detik": solver.batas_detik * SHARE})
    lower = scenario.model_copy(update={"pagu_faktor": factor, "pemecah": shorter})
    simple = rough_start(pack, lower)
    try:
        return make_plan(pack, lower, start=simple).volumes
    except (InfeasibleError, NoPlanInTimeError):
        return simple
