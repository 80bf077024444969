"""The oracle's scoring: progress, answers, totals and targets in whole numbers.

Third reading of contract 3.5 to 3.7, for tests only.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import lcm

from support.brute_tables import Frame, Way


class Scoring:
    """The score of any combination of ways, counted in multiples of the frame's unit."""

    def __init__(self, setting: Frame) -> None:
        self.pack, self.scenario, self.unit = setting.pack, setting.scenario, setting.unit
        self.frame, self.years = setting, setting.pack.years
        pack, unit = setting.pack, setting.unit
        self.codes, self.questions = list(pack.activities), list(pack.instrument.questions)
        sheet = pack.instrument
        numbers = [Fraction(q.poin_maks) for q in sheet.questions.values()]
        numbers += [Fraction(i.poin_maks) for i in sheet.indicators.values()]
        self.point_unit = lcm(*(number.denominator for number in numbers))
        self.points = [int(q.poin_maks * self.point_unit) for q in sheet.questions.values()]
        self.owners = [q.indikator for q in sheet.questions.values()]
        self.caps = {
            code: int(row.poin_maks * self.point_unit) * unit
            for code, row in sheet.indicators.items()
        }
        self.levels = [[int(s * unit) for s in q.skala] for q in sheet.questions.values()]
        self.starts = [
            self.frame.scaled(Fraction(pack.answers[code].poin) / Fraction(q.poin_maks))
            for code, q in sheet.questions.items()
            for _ in self.years
        ]
        weights = [Fraction(self.scenario.bobot_tahun.get(year, 1)) for year in self.years]
        self.weight_unit = lcm(*(weight.denominator for weight in weights))
        self.weights = [int(weight * self.weight_unit) for weight in weights]
        self.bundles = list(self._bundles())

    def _bundles(self) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
        keys = dict.fromkeys((r.pertanyaan, r.paket) for r in self.pack.effects if r.paket)
        for question, name in keys:
            rows = [
                (i, row)
                for i, row in enumerate(self.pack.effects)
                if (row.pertanyaan, row.paket) == (question, name)
            ]
            members = [(self.codes.index(row.kegiatan), i) for i, row in rows]
            gain = self.frame.scaled(rows[0][1].kenaikan)
            yield self.questions.index(question), gain, members

    def progress(self, chosen: Sequence[Way]) -> list[int]:
        """Return *g* by question and year, scaled and cut at one."""
        sums = [sum(parts) for parts in zip(self.starts, *(c.gains for c in chosen), strict=True)]
        for question, gain, rows in self.bundles:
            for i in range(len(self.years)):
                if all(chosen[owner].shares[row][i] for owner, row in rows):
                    sums[question * len(self.years) + i] += gain
        return [min(total, self.unit) for total in sums]

    def answer(self, question: int, progress: int) -> int:
        """Return *f*, scaled."""
        start = self.starts[question * len(self.years)]
        if self.scenario.skala == "kontinu":
            return max(progress, start)
        tolerance = self.unit // 10**6
        reached = [level for level in self.levels[question] if level <= progress + tolerance]
        return max([start, *reached])

    def totals(self, progress: Sequence[int]) -> list[int]:
        """Return the total of each year, scaled by the units of progress and points."""
        result = []
        for i in range(len(self.years)):
            got = dict.fromkeys(self.caps, 0)
            for question, points in enumerate(self.points):
                share = self.answer(question, progress[question * len(self.years) + i])
                got[self.owners[question]] += points * share
            result.append(sum(min(value, self.caps[code]) for code, value in got.items()))
        return result

    def weighted(self, progress: Sequence[int]) -> int:
        """Return the objective, scaled."""
        return sum(w * t for w, t in zip(self.weights, self.totals(progress), strict=True))

    def on_target(self, progress: Sequence[int]) -> bool:
        """Whether every target is met."""
        if not self.scenario.target:
            return True
        totals = dict(zip(self.years, self.totals(progress), strict=True))
        for target in self.scenario.target:
            total = Fraction(totals[target.tahun], self.unit * self.point_unit)
            if target.dasar == "verifikasi":
                total *= 1 - Fraction(self.scenario.diskon_verifikasi)
            if target.poin is not None and total < Fraction(target.poin):
                return False
            for level in self.pack.instrument.predicates:
                if level.predikat == target.predikat:
                    least = Fraction(level.batas_bawah)
                    if total < least or (level.dasar == ">" and total == least):
                        return False
        return True

    def points_of(self, progress: Sequence[int]) -> Fraction:
        """Return the objective in weighted points, exact."""
        return Fraction(self.weighted(progress), self.unit * self.point_unit * self.weight_unit)

    def fractions(self, progress: Sequence[int]) -> dict[tuple[int, str], Fraction]:
        """Return *f* by year and question, exact."""
        return {
            (year, code): Fraction(self.answer(q, progress[q * len(self.years) + i]), self.unit)
            for q, code in enumerate(self.questions)
            for i, year in enumerate(self.years)
        }
