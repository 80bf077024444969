"""Sentences about how much of a document rests on assumptions."""

from kla_plan.indonesian import number, percent
from kla_plan.plan.plan import Plan
from kla_plan.report.assumptions import totals


def share(plan: Plan) -> str:
    """Say how many of the figures entered are assumptions."""
    used, assumed = totals(plan)
    if assumed == used:
        return (
            f"Seluruh {number(used)} data masukan yang dipakai naskah ini masih berupa asumsi dan "
            "perlu dikonfirmasi."
        )
    return (
        f"Dari {number(used)} data masukan yang dipakai naskah ini, {number(assumed)} "
        f"({percent(assumed / used)}) masih berupa asumsi dan perlu dikonfirmasi."
    )
