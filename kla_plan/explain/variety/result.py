"""``Alternatives``: plans nearly as good, what each leaves out, what all have in common."""

from dataclasses import dataclass

import pandas as pd

from kla_plan.explain.distance import Measure
from kla_plan.explain.variety.sentences import sentences
from kla_plan.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Alternative:
    """A plan nearly as good as the best known.

    Attributes
    ----------
    plan
        The plan, checked outside the solver.
    loss
        Relative loss against the best known plan; negative where it is better.
    without, instead
        Activities of the first plan that it leaves out, and those it has in their place.
    moved
        Activities in both plans whose volumes differ in some year.
    measure
        What was kept different: ``kegiatan``, or ``tahun`` (deliveries in single years).
    """

    plan: Plan
    loss: float
    without: tuple[str, ...]
    instead: tuple[str, ...]
    moved: tuple[str, ...]
    measure: Measure


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Different plans that are nearly as good.

    Attributes
    ----------
    plan
        The plan they are compared with.
    found
        The alternatives, in the order in which they were found.
    allowed
        Relative loss that was allowed.
    complete
        Whether it is proven that there is no further plan within the loss.
    seconds
        Wall time spent.
    """

    plan: Plan
    found: tuple[Alternative, ...]
    allowed: float
    complete: bool
    seconds: float

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plan itself and its alternatives."""
        return (self.plan, *(other.plan for other in self.found))

    @property
    def always(self) -> tuple[str, ...]:
        """Activities that are in every one of the plans: nothing to regret."""
        return tuple(
            code for code in self.plan.pack.activities
            if all(code in plan.activities for plan in self.plans)
        )  # fmt: skip

    def frequency(self) -> dict[str, float]:
        """Return the share of the plans that hold each activity."""
        return {
            code: sum(code in plan.activities for plan in self.plans) / len(self.plans)
            for code in self.plan.pack.activities
        }

    def table(self) -> pd.DataFrame:
        """Return one row per plan: ``rencana, kehilangan, mandiri, rupiah, kegiatan_dipakai,
        tanpa, sebagai_gantinya, bergeser`` (codes and a count).
        """  # noqa: D205 - one sentence, too long for one line
        rows: list[dict[str, object]] = [_row("Rencana ini", self.plan, None)]
        rows += [
            _row(f"Pilihan {place}", other.plan, other) for place, other in enumerate(self.found, 1)
        ]
        return pd.DataFrame(rows)

    def presence(self) -> pd.DataFrame:
        """Return ``kegiatan, nama, muncul`` (share of the plans), the surest first."""
        share = self.frequency()
        rows = [
            (code, activity.nama, share[code])
            for code, activity in self.plan.pack.activities.items()
            if share[code] > 0
        ]
        table = pd.DataFrame(rows, columns=["kegiatan", "nama", "muncul"])
        return table.sort_values(["muncul", "kegiatan"], ascending=[False, True], ignore_index=True)

    def sentences(self) -> list[str]:
        """Say what distinguishes each plan and what all have in common."""
        return sentences(self)


def _row(name: str, plan: Plan, other: Alternative | None) -> dict[str, object]:
    return {
        "rencana": name,
        "kehilangan": 0.0 if other is None else other.loss,
        "mandiri": float(plan.score(plan.years[-1]).total),
        "rupiah": plan.cost(),
        "kegiatan_dipakai": len(plan.activities),
        "tanpa": "" if other is None else ";".join(other.without),
        "sebagai_gantinya": "" if other is None else ";".join(other.instead),
        "bergeser": 0 if other is None else len(other.moved),
    }
