"""What verification takes away: fitted to the regions whose two scores are known.

With ratios ``r = verified / self-assessed`` of n pairs, ``ln r`` is taken as normal with unknown
mean and spread. The ratio of the next region then follows, on the log scale, Student's t with
n − 1 degrees of freedom, located at the mean and scaled by ``s·sqrt(1 + 1/n)``: so few pairs
leave the spread itself uncertain, and the wide tails say so. Ratios above one are cut at one: a
verification does not add points.
"""

import csv
import math
import re
import statistics
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from kla_plan import resources
from kla_plan.explain.risk import student
from kla_plan.indonesian import number, percent

FILE = "skor_daerah.csv"


@dataclass(frozen=True, slots=True)
class Pair:
    """One region and year with both scores.

    Attributes
    ----------
    stage
        Which verification the second score is from, as the source says.
    """

    region: str
    year: str
    stage: str
    claimed: float
    verified: float
    source: str

    @property
    def ratio(self) -> float:
        """Share of the self-assessed score that was left."""
        return self.verified / self.claimed


@dataclass(frozen=True, slots=True)
class Discount:
    """The fitted discount: mean and standard deviation of ``ln r``, and the pairs."""

    pairs: tuple[Pair, ...]
    mean: float
    deviation: float

    @property
    def freedom(self) -> int:
        """Degrees of freedom."""
        return len(self.pairs) - 1

    @property
    def scale(self) -> float:
        """Scale of the predictive distribution of ``ln r``."""
        return self.deviation * math.sqrt(1 + 1 / len(self.pairs))

    @property
    def typical(self) -> float:
        """Median share of the score that is lost."""
        return 1 - min(1.0, math.exp(self.mean))

    def ratio(self, probability: float) -> float:
        """Return the ratio that the next region stays below with a probability."""
        at = student.quantile(probability, self.freedom)
        return min(1.0, math.exp(self.mean + self.scale * at))

    def interval(self, level: float = 0.8) -> tuple[float, float]:
        """Return the smallest and largest loss of the next region, at a level."""
        tail = (1 - level) / 2
        return 1 - self.ratio(1 - tail), 1 - self.ratio(tail)

    def draw(self, draws: int, generator: np.random.Generator) -> np.ndarray:
        """Draw ratios of the next region."""
        at = generator.standard_t(self.freedom, draws)
        return np.minimum(1.0, np.exp(self.mean + self.scale * at))

    def table(self) -> pd.DataFrame:
        """Return the pairs: daerah, tahun, tahap, mandiri, verifikasi, turun, sumber."""
        rows = [
            (p.region, p.year, p.stage, p.claimed, p.verified, 1 - p.ratio, p.source)
            for p in self.pairs
        ]
        columns = ["daerah", "tahun", "tahap", "mandiri", "verifikasi", "turun", "sumber"]
        return pd.DataFrame(rows, columns=columns)

    def sentences(self) -> list[str]:
        """Say what was fitted to how little."""
        low, high = self.interval()
        losses = sorted(1 - pair.ratio for pair in self.pairs)
        return [
            (
                f"Potongan verifikasi dicocokkan pada {number(len(self.pairs))} pasangan nilai "
                f"saja (turun {percent(losses[0])} sampai {percent(losses[-1])}); lebih banyak "
                "pasangan belum ditemukan dalam sumber terbuka."
            ),
            (
                f"Potongan tengah {percent(self.typical)}; untuk daerah berikutnya, dengan peluang "
                f"80 %, antara {percent(low)} dan {percent(high)}. Rentangnya lebar karena datanya "
                "sedikit."
            ),
            (
                "Pasangan berasal dari pemberitaan dan tahap verifikasi yang berbeda-beda; daerah "
                "yang nilainya turun banyak mungkin lebih sering diberitakan."
            ),
        ]


class TooFewPairsError(ValueError):
    """A discount cannot be fitted to fewer than two pairs."""


def fit_discount(path: Path | None = None) -> Discount:
    """Fit the discount to the pairs of a file (default: the shipped ``skor_daerah.csv``).

    Raises
    ------
    TooFewPairsError
        If the file holds fewer than two pairs.
    """
    pairs = verification_pairs(path)
    if len(pairs) < 2:
        message = f"{len(pairs)} pairs"
        raise TooFewPairsError(message)
    logs = [math.log(pair.ratio) for pair in pairs]
    return Discount(pairs, statistics.fmean(logs), statistics.stdev(logs))


def verification_pairs(path: Path | None = None) -> tuple[Pair, ...]:
    """Return the regions and years with a self-assessed and a later verified total.

    A row counts as self-assessed if its ``tahap`` begins with *mandiri*, as verified if it names
    a verification and no self-assessment; totals that are no plain number (``~785``) are left
    out, and of several verifications the last one in the file counts.
    """
    source = path or resources.instruments() / FILE
    claimed: dict[tuple[str, str], float] = {}
    pairs: dict[tuple[str, str], Pair] = {}
    with source.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            key, stage = (row["daerah"], row["tahun_evaluasi"]), row["tahap"]
            if not re.fullmatch(r"\d+(\.\d+)?", row["total"]):
                continue
            total = float(row["total"])
            if stage.startswith("mandiri") and "verif" not in stage:
                claimed[key] = total
            elif "verifikasi" in stage and "mandiri" not in stage and key in claimed:
                pairs[key] = Pair(*key, stage, claimed[key], total, row["sumber"])
    return tuple(pairs.values())
