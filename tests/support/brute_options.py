"""The oracle with the optional rules of a scenario: fairness, and the worst case looked at."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from random import Random
from typing import Any

from kla_plan.instrument import Klaster
from kla_plan.pack.model import Pack
from kla_plan.scenario import Scenario
from support.brute import BruteResult, Oracle
from support.brute_tables import Way


def two_clusters(pack: Pack, seed: int) -> Pack:
    """Return the pack with its second indicator, and some activities, in a second cluster."""
    draw = Random(seed)  # noqa: S311 - reproducible tests, not secrets
    sheet = pack.instrument
    codes = list(sheet.indicators)
    indicators = {
        code: replace(row, klaster="K1" if code == "I1" else "K2")
        for code, row in sheet.indicators.items()
    }
    clusters = {
        code: Klaster(
            klaster=code, nama=f"Klaster {code}", poin_maks=sheet.clusters["K1"].poin_maks
        )
        for code in ("K1", "K2")
    }
    activities = {
        code: replace(row, indikator=draw.choice(codes), satuan=draw.choice(["unit", "kecamatan"]))
        for code, row in pack.activities.items()
    }
    return replace(
        pack,
        instrument=replace(sheet, clusters=clusters, indicators=indicators),
        activities=activities,
    )


def random_fairness(pack: Pack, seed: int) -> dict[str, Any]:
    """Draw one or two wishes for fairness."""
    draw = Random(seed)  # noqa: S311 - reproducible tests, not secrets
    whole = sum(row.poin_maks for row in pack.instrument.indicators.values())
    cluster = draw.choice(["K1", "K2"])
    wishes: dict[str, Any] = {
        "min_poin_klaster": {cluster: str(whole * draw.randint(1, 5) / 10)},
        "min_porsi_klaster": {cluster: draw.choice(["0.2", "0.4", "0.7"])},
        "maks_porsi_opd": draw.choice(["0.5", "0.6", "0.8"]),
        "sebaran_kecamatan": {"min_porsi": draw.choice(["0.5", "0.7", "1"])},
        "minimal_perlindungan_khusus": draw.choice(
            [
                {"klaster": cluster, "rupiah_per_tahun": draw.randrange(500_000, 4_000_000)},
                {"klaster": cluster, "porsi": draw.choice(["0.25", "0.5"])},
            ]
        ),
    }
    return {key: wishes[key] for key in draw.sample(sorted(wishes), draw.randint(1, 2))}


class FairOracle(Oracle):
    """All plans that also keep ``keadilan``."""

    def allowed(self, chosen: Sequence[Way]) -> bool:
        return super().allowed(chosen) and self._fair(chosen)

    def _fair(self, chosen: Sequence[Way]) -> bool:
        wish = self.scenario.keadilan
        spent = self._spending(chosen)
        whole = sum(spent.values())
        cluster = {
            code: self.pack.instrument.indicators[row.indikator].klaster
            for code, row in self.pack.activities.items()
        }
        for name, share in wish.min_porsi_klaster.items():
            if (
                sum(r for (a, _), r in spent.items() if cluster[a] == name)
                < Fraction(share) * whole
            ):
                return False
        for agency in self.pack.opds:
            own = sum(r for (a, _), r in spent.items() if self.agency[a] == agency)
            if own > Fraction(wish.maks_porsi_opd) * whole:
                return False
        floor = wish.minimal_perlindungan_khusus
        for year in self.planned:
            yearly = {a: r for (a, t), r in spent.items() if t == year}
            own = sum(r for a, r in yearly.items() if cluster[a] == floor.klaster)
            least = max(floor.rupiah_per_tahun, Fraction(floor.porsi) * sum(yearly.values()))
            if own < least:
                return False
        return self._reaches(chosen) and self._points_enough(chosen)

    def _spending(self, chosen: Sequence[Way]) -> dict[tuple[str, int], int]:
        spent = self._costs(chosen)
        for row in self.pack.realised:
            if row.tahun in self.years:
                spent[row.kegiatan, row.tahun] = row.rupiah
        return spent

    def _reaches(self, chosen: Sequence[Way]) -> bool:
        wish = self.scenario.keadilan.sebaran_kecamatan
        for (code, row), mine in zip(self.pack.activities.items(), chosen, strict=True):
            done = [v for v in mine.pattern if v is not None]
            if row.satuan not in wish.satuan or not done:
                continue
            if row.berulang:
                most = min(row.volume_maks, row.volume_maks_per_tahun or row.volume_maks)
                if min(done) < Fraction(wish.min_porsi) * Fraction(most):
                    return False
                continue
            past = sum(Fraction(r.volume) for r in self.pack.realised if r.kegiatan == code)
            if sum(done) + past < Fraction(wish.min_porsi) * Fraction(row.volume_maks):
                return False
        return True

    def _points_enough(self, chosen: Sequence[Way]) -> bool:
        floors = self.scenario.keadilan.min_poin_klaster
        if not floors:
            return True
        answers = self.scoring.fractions(self.scoring.progress(chosen))
        last = self.years[-1]
        for name, least in floors.items():
            points = Fraction(0)
            for code, row in self.pack.instrument.indicators.items():
                if row.klaster == name:
                    own = sum(
                        Fraction(q.poin_maks) * answers[last, q.pertanyaan]
                        for q in self.pack.instrument.questions.values()
                        if q.indikator == code
                    )
                    points += min(Fraction(row.poin_maks), own)
            if points < Fraction(least):
                return False
        return True


class ToughOracle(Oracle):
    """All plans whose costs can be paid whichever k activities cost so much more."""

    def allowed(self, chosen: Sequence[Way]) -> bool:
        if not super().allowed(chosen):
            return False
        wish = self.scenario.ketahanan
        return all(
            self.fund(
                [self._dearer(c, code in hit) for c, code in zip(chosen, self.codes, strict=True)]
            )
            is not None
            for size in range(1, wish.biaya_terburuk + 1)
            for hit in combinations(self.codes, min(size, len(self.codes)))
        )

    def _dearer(self, mine: Way, hit: bool) -> Way:
        factor = 1 + (self.scenario.ketahanan.lonjakan_biaya if hit else 0)
        return replace(mine, costs=tuple(int(rupiah * factor) for rupiah in mine.costs))


class ShakyOracle(Oracle):
    """All plans that meet their targets whichever k answers do not rise (no capped indicator)."""

    def allowed(self, chosen: Sequence[Way]) -> bool:
        return super().allowed(chosen) and self._holds(chosen)

    def _holds(self, chosen: Sequence[Way]) -> bool:
        progress, k = self.scoring.progress(chosen), self.scenario.ketahanan.jawaban_gagal
        questions = range(len(self.scoring.questions))
        years = len(self.years)
        for lost in combinations(questions, min(k, len(questions))):
            fallen = list(progress)
            for question in lost:
                span = slice(question * years, (question + 1) * years)
                fallen[span] = self.scoring.starts[span]
            if not self.scoring.on_target(fallen):
                return False
        return True


def best_with(oracle: type[Oracle], pack: Pack, scenario: Scenario) -> BruteResult | None:
    """Return the best plan that keeps the optional rules of an oracle, or ``None``."""
    return oracle(pack, scenario).best()
