"""The textbook formulation of the model in PuLP: what a careful first version would look like.

Every decision of the contract is a variable of its own — volume ``v[a,t]``, active ``y[a,t]``,
rupiah ``x[a,f,t]`` per activity, fund and year, progress ``g[q,t]``, and one 0/1 variable and one
row per level of an answer. It shares no code with :mod:`kla_plan.problem` and is what our own
formulation is measured against.
"""

from collections import defaultdict
from fractions import Fraction

import pulp

from kla_plan.pack.columns import Kegiatan
from kla_plan.pack.model import Pack
from kla_plan.prices import Prices
from kla_plan.scenario import Scenario


class Textbook:
    """The model of a pack without realised years, for ``maks_skor``."""

    def __init__(self, pack: Pack, scenario: Scenario, unit: int = 1_000_000) -> None:
        self.pack, self.scenario, self.unit = pack, scenario, unit
        self.years = pack.years
        self.model = pulp.LpProblem("buku_teks", pulp.LpMaximize)
        self._prices = Prices(pack, scenario)
        self._number = 0
        self._volumes()
        self._order()
        self._money()
        self._answers()

    def _variable(
        self, lower: float = 0.0, upper: float | None = None, *, whole: bool = False
    ) -> pulp.LpVariable:
        self._number += 1
        return self.model.add_variable(
            f"c{self._number}", lower, upper, "Integer" if whole else "Continuous"
        )

    def _volumes(self) -> None:
        self.v, self.y = {}, {}
        for code, activity in self.pack.activities.items():
            top, bottom = float(activity.yearly_maximum), float(activity.yearly_minimum)
            for year in self.years:
                self.v[code, year] = self._variable(0, top, whole=activity.bulat)
                self.y[code, year] = self._variable(0, 1, whole=True)
                self.model += self.v[code, year] <= top * self.y[code, year]
                self.model += self.v[code, year] >= bottom * self.y[code, year]
            if not activity.berulang:
                delivered = pulp.lpSum(self.v[code, t] for t in self.years)
                self.model += delivered <= float(activity.volume_maks)
        for code, opd in self.pack.opds.items():
            users = [a for a in self.pack.activities.values() if a.opd == code]
            if opd.kapasitas_per_tahun is not None:
                for year in self.years:
                    load = pulp.lpSum(
                        float(a.kapasitas_per_unit) * self.v[a.kegiatan, year] for a in users
                    )
                    self.model += load <= float(opd.kapasitas_per_tahun)

    def _order(self) -> None:
        groups = defaultdict(list)
        for code, activity in self.pack.activities.items():
            if activity.wajib:
                self.model += pulp.lpSum(self.y[code, t] for t in self.years) >= 1
            if activity.kelompok_eksklusif:
                chosen = self._variable(0, 1, whole=True)
                groups[activity.kelompok_eksklusif].append(chosen)
                for year in self.years:
                    self.model += self.y[code, year] <= chosen
            self._window(activity)
        for members in groups.values():
            self.model += pulp.lpSum(members) <= 1
        for need in self.pack.prerequisites:
            for year in self.years:
                before = [t for t in self.years if t <= year - need.jeda]
                self.model += self.y[need.kegiatan, year] <= pulp.lpSum(
                    self.y[need.butuh, t] for t in before
                )

    def _window(self, activity: Kegiatan) -> None:
        """Keep the first active year within the window."""
        code = activity.kegiatan
        earliest = activity.mulai_paling_awal or self.years[0]
        latest = activity.mulai_paling_akhir or self.years[-1]
        in_window = pulp.lpSum(self.y[code, t] for t in self.years if earliest <= t <= latest)
        for year in self.years:
            if year < earliest:
                self.model += self.y[code, year] <= 0
            elif year > latest:
                self.model += self.y[code, year] <= in_window

    def _money(self) -> None:
        self.x = defaultdict(list)
        for code, activity in self.pack.activities.items():
            for year in self.years:
                cost = pulp.lpSum(
                    price[0] / self.unit * self.v[code, s] + price[1] / self.unit * self.y[code, s]
                    for s in self.years
                    if s <= year and any(price := self._prices.at(code, year - s, year))
                )
                paid = []
                for fund in self.pack.eligible_funds(code):
                    share = self._variable()
                    self.x[year, fund, activity.opd].append(share)
                    paid.append(share)
                self.model += pulp.lpSum(paid) == cost
        factor = Fraction(self.scenario.pagu_faktor)
        for row in self.pack.ceilings:
            spent = pulp.lpSum(
                share
                for (year, fund, opd), shares in self.x.items()
                if row.tahun in {None, year}
                and row.sumber_dana in {"", fund}
                and row.opd in {"", opd}
                for share in shares
            )
            if row.batas_atas is not None:
                self.model += spent <= float(row.batas_atas * factor) / self.unit
            if row.batas_bawah:
                self.model += spent >= row.batas_bawah / self.unit

    def _answers(self) -> None:
        instrument = self.pack.instrument
        objective = []
        for indicator in instrument.indicators.values():
            for year in self.years:
                points = self._variable(0, float(indicator.poin_maks))
                earned = [
                    float(q.poin_maks) * self._answer(q.pertanyaan, year)
                    for q in instrument.questions_of(indicator.indikator)
                ]
                self.model += points <= pulp.lpSum(earned)
                objective.append(float(self.scenario.weight(year)) * points)
        self.model.setObjective(pulp.lpSum(objective))

    def _answer(self, question: str, year: int) -> pulp.LpAffineExpression:
        start = self.pack.start(question)
        progress = float(start) + self._contributions(question, year)
        earned = pulp.LpAffineExpression.from_constant(float(start))
        low, before = start, None
        for level in self.pack.instrument.questions[question].skala:
            if level <= start:
                continue
            reached = self._variable(0, 1, whole=True)
            self.model += progress + 1e-6 >= float(level) * reached
            if before is not None:
                self.model += reached <= before
            earned = earned + float(level - low) * reached
            low, before = level, reached
        return earned

    def _contributions(self, question: str, year: int) -> pulp.LpAffineExpression:
        terms = []
        bundles = defaultdict(list)
        for effect in self.pack.effects:
            if effect.pertanyaan != question:
                continue
            code, seen = effect.kegiatan, [t for t in self.years if t <= year - effect.jeda]
            if effect.paket:
                bundles[effect.paket].append(effect)
                continue
            decided = self.v if effect.per == "unit" else self.y
            if not self._lasts(effect):
                seen = [t for t in seen if t == year - effect.jeda]
            given = pulp.lpSum(decided[code, t] for t in seen)
            if effect.per == "aktif" and self._lasts(effect) and seen:
                once = self._variable(0, 1)
                self.model += once <= given
                given = pulp.lpSum([once])
            terms.append(float(effect.kenaikan) * given)
        for effects in bundles.values():
            complete = self._variable(0, 1, whole=True)
            for effect in effects:
                seen = [t for t in self.years if t <= year - effect.jeda]
                done = pulp.lpSum(self.v[effect.kegiatan, t] for t in seen)
                self.model += done >= float(effect.volume_perlu) * complete
            terms.append(float(effects[0].kenaikan) * complete)
        return pulp.lpSum(terms)

    def _lasts(self, effect: object) -> bool:
        lasts = effect.bertahan  # type: ignore[attr-defined]
        if lasts is None:
            return not self.pack.activities[effect.kegiatan].berulang  # type: ignore[attr-defined]
        return bool(lasts)
