"""The page of one activity: what it is made of."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from kla_plan.explain.activity.sentences import sentences
from kla_plan.explain.band import Band
from kla_plan.explain.infeasible import Conflict
from kla_plan.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Earned:
    """What the activity does for one question in the last year: fractions with and without it.

    ``rivals`` are the other activities that raise the same question; those in the plan first.
    """

    question: str
    label: str
    points: float
    with_it: float
    without_it: float
    rivals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """A ceiling that the activity would draw on: what it allows and what the plan leaves of it."""

    year: int | None
    fund: str
    opd: str
    top: int
    left: int


@dataclass(frozen=True, slots=True)
class Forced:
    """What changes when the activity is forced in, or out.

    Attributes
    ----------
    way
        ``masuk`` or ``keluar``.
    band
        What is lost.
    plan
        The best plan found that way; ``None`` if none was found.
    added, dropped
        Activities that come in and go out with it.
    clash
        The rules that make it impossible, where that is proven.
    """

    way: str
    band: Band
    plan: Plan | None
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    clash: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class ActivityPage:
    """The page of one activity.

    Attributes
    ----------
    plan, code
        The plan (or a better one found on the way) and the activity.
    volumes
        Volume by year in which it is active.
    spending
        Rupiah by (year, fund).
    at_once
        Weighted points lost if it simply falls away.
    earned
        Questions that it can raise.
    needs, needed_by
        Prerequisites, and activities of the plan that need it.
    room
        Ceilings that it draws on, the tightest first.
    forced
        What changes if it is forced out (where it is in the plan) or in (where it is not).
    """

    plan: Plan
    code: str
    volumes: Mapping[int, float]
    spending: Mapping[tuple[int, str], int]
    at_once: float
    earned: tuple[Earned, ...]
    needs: tuple[str, ...]
    needed_by: tuple[str, ...]
    room: tuple[Room, ...]
    forced: Forced

    @property
    def funded(self) -> bool:
        """Whether the activity is in the plan."""
        return bool(self.volumes)

    def sentences(self) -> list[str]:
        """Write the page as sentences."""
        return sentences(self)

    def questions(self) -> pd.DataFrame:
        """Return ``pertanyaan, label, fraksi_tanpa, fraksi_dengan, poin, pesaing``."""
        rows = [
            (e.question, e.label, e.without_it, e.with_it, e.points, ";".join(e.rivals))
            for e in self.earned
        ]
        columns = ["pertanyaan", "label", "fraksi_tanpa", "fraksi_dengan", "poin", "pesaing"]
        return pd.DataFrame(rows, columns=columns)

    def ceilings(self) -> pd.DataFrame:
        """Return ``tahun, sumber_dana, opd, batas_atas, sisa_pagu`` of the ceilings it draws on."""
        rows = [(r.year, r.fund, r.opd, r.top, r.left) for r in self.room]
        columns = ["tahun", "sumber_dana", "opd", "batas_atas", "sisa_pagu"]
        return pd.DataFrame(rows, columns=columns)
