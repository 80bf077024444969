"""``Plan``: volumes, rupiah and points, with the proof of how good it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

import pandas as pd

from kla_plan.instrument import Score, verified
from kla_plan.pack.model import Pack
from kla_plan.scenario import Scenario
from kla_plan.solve.solution import relative_gap


@dataclass(frozen=True, slots=True)
class Proof:
    """How good a plan is known to be.

    Attributes
    ----------
    status
        ``optimal``: no better plan exists (gap 0 within the solver's tolerance);
        ``gap_limit``: proven within the gap asked for; ``time_limit``: stopped by time or by the
        planner, with the gap reached by then.
    objective, bound
        Weighted points (``maks_skor``) or rupiah (``min_biaya``) of this plan, recomputed
        exactly, and the best that any plan could have. ``bound`` is ``None`` where no solver
        proved one (baselines).
    seconds
        Wall time by stage.
    solver, options, size
        Solver and version, its options, and the size of the model.
    stages
        One entry per lexicographic stage: its name, status, objective, bound and gap.
    """

    status: str
    objective: float
    bound: float | None
    seconds: Mapping[str, float]
    solver: str
    options: Mapping[str, object]
    size: Mapping[str, int]
    stages: tuple[Mapping[str, object], ...] = ()

    @property
    def gap(self) -> float | None:
        """Relative distance to the bound, as share of the bound or objective, whichever larger."""
        return relative_gap(self.objective, self.bound)


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan over the years of a pack; every number in it is exact.

    Attributes
    ----------
    volumes
        Volume by (kegiatan, tahun); only active pairs appear, realised years included.
    spending
        Whole rupiah by (kegiatan, tahun, sumber_dana); only positive amounts appear. The fund of
        a realised year is not known and is the empty text.
    fractions
        Answer *f* by (tahun, pertanyaan).
    after_horizon
        Rupiah by year that falls due after the last year (upkeep, later instalments).
    """

    pack: Pack
    scenario: Scenario
    volumes: Mapping[tuple[str, int], Decimal]
    spending: Mapping[tuple[str, int, str], int]
    fractions: Mapping[tuple[int, str], Fraction]
    after_horizon: Mapping[int, int]
    proof: Proof
    #: Scores by year that have been asked for: documents ask for the same ones hundreds of times.
    _scores: dict[int, Score] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def years(self) -> tuple[int, ...]:
        """Years of the plan."""
        return self.pack.years

    def score(self, year: int) -> Score:
        """Return the self-assessed score of a year."""
        if year not in self._scores:
            instrument = self.pack.instrument
            answers = {q: self.fractions[year, q] for q in instrument.questions}
            self._scores[year] = instrument.score(answers)
        return self._scores[year]

    def verified_total(self, year: int) -> Fraction:
        """Return the expected verified total of a year."""
        return verified(self.score(year).total, self.scenario.diskon_verifikasi)

    def predicate(self, year: int, *, after_verification: bool = False) -> str:
        """Return the predicate of a year, on the self-assessed or the verified score."""
        total = self.verified_total(year) if after_verification else self.score(year).total
        return self.pack.instrument.predicate(total)

    def cost(self, year: int | None = None) -> int:
        """Return the rupiah of one year, or of the whole horizon."""
        return sum(r for (_, t, _), r in self.spending.items() if year is None or t == year)

    @property
    def activities(self) -> tuple[str, ...]:
        """Codes of the activities that are active in some year, in the pack's order."""
        used = {activity for activity, _ in self.volumes}
        return tuple(code for code in self.pack.activities if code in used)

    @property
    def active_or_paid(self) -> tuple[str, ...]:
        """Codes of :attr:`activities` and of those that only cost: upkeep of earlier work."""
        used = {*self.activities, *(activity for activity, _, _ in self.spending)}
        return tuple(code for code in self.pack.activities if code in used)

    def volume_table(self) -> pd.DataFrame:
        """Return ``volume.csv``: kegiatan, tahun, volume, aktif."""
        rows = [(a, t, v, 1) for (a, t), v in sorted(self.volumes.items())]
        return pd.DataFrame(rows, columns=["kegiatan", "tahun", "volume", "aktif"])

    def spending_table(self) -> pd.DataFrame:
        """Return ``belanja.csv``: kegiatan, tahun, sumber_dana, rupiah."""
        rows = [(*key, rupiah) for key, rupiah in sorted(self.spending.items())]
        return pd.DataFrame(rows, columns=["kegiatan", "tahun", "sumber_dana", "rupiah"])

    def score_table(self) -> pd.DataFrame:
        """Return ``skor.csv``: tahun, pertanyaan, fraksi, poin (exact values)."""
        rows = [
            (year, code, self.fractions[year, code], points)
            for year in self.years
            for code, points in self.score(year).questions.items()
        ]
        return pd.DataFrame(rows, columns=["tahun", "pertanyaan", "fraksi", "poin"])

    def indicator_table(self) -> pd.DataFrame:
        """Return ``skor_indikator.csv``: tahun, indikator, poin (exact values)."""
        rows = [
            (year, code, points)
            for year in self.years
            for code, points in self.score(year).indicators.items()
        ]
        return pd.DataFrame(rows, columns=["tahun", "indikator", "poin"])
