"""``Pack``: one region's data, typed, complete and immutable.

A pack is made by :func:`kla_plan.pack.read.load_pack` only: it has passed every check, the
catalogue is merged in, and scores are spread where answers were missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from kla_plan.findings import Finding
from kla_plan.instrument import Instrument, Score
from kla_plan.pack.columns import (
    Biaya,
    Dampak,
    Jawaban,
    Kegiatan,
    Nomenklatur,
    Opd,
    Pagu,
    Prasyarat,
    ProfilRow,
    Realisasi,
)
from kla_plan.pack.records import Records

#: Fund of a pack whose ceilings name no fund at all.
SINGLE_FUND = "APBD"


@dataclass(frozen=True, slots=True)
class Profil:
    """Who and when: the facts of ``profil`` that the model needs, and all the others.

    Attributes
    ----------
    facts
        Every row of ``profil`` by its ``kunci``, in file order.
    """

    code: str
    name: str
    kind: str
    province: str
    instrument: str
    base_year: int
    first_year: int
    last_year: int
    facts: Mapping[str, ProfilRow]

    def fact(self, key: str, default: str = "") -> str:
        """Return the value of a fact, or ``default`` where it is not given."""
        row = self.facts.get(key)
        return row.nilai if row is not None and row.nilai else default

    @property
    def full_name(self) -> str:
        """Official form of the name: ``Kota Metro``, ``Kabupaten Ogan Ilir``."""
        return f"{self.kind.capitalize()} {self.name}"

    @property
    def years(self) -> tuple[int, ...]:
        """Years of the plan."""
        return tuple(range(self.first_year, self.last_year + 1))


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything known about one region, checked.

    Attributes
    ----------
    slug
        Short name of the pack (folder or workbook name).
    answers
        One answer per question of the instrument; spread values carry ``asumsi``.
    activities, opds
        Records by code.
    costs, effects, prerequisites, ceilings, realised
        Rows of the tables, in file order.
    later_answers
        Score sheets of later years (``jawaban_<tahun>``), by year.
    unreachable
        Reason by question that no spending can raise it.
    nomenclature
        Official names by programme, kegiatan and sub-kegiatan code.
    records
        Rows of the tables that only the papers read.
    warnings
        Findings that did not stop the reading; they are about the files, so two packs that
        differ only in them are equal.
    """

    slug: str
    profile: Profil
    instrument: Instrument
    answers: Mapping[str, Jawaban]
    opds: Mapping[str, Opd]
    activities: Mapping[str, Kegiatan]
    costs: tuple[Biaya, ...]
    effects: tuple[Dampak, ...]
    prerequisites: tuple[Prasyarat, ...]
    ceilings: tuple[Pagu, ...]
    realised: tuple[Realisasi, ...]
    later_answers: Mapping[int, tuple[Jawaban, ...]]
    unreachable: Mapping[str, str]
    nomenclature: Mapping[str, Nomenklatur]
    records: Records = field(default_factory=Records, repr=False)
    warnings: tuple[Finding, ...] = field(default=(), compare=False)
    _costs_of: Mapping[str, tuple[Biaya, ...]] = field(init=False, repr=False)
    _effects_of: Mapping[str, tuple[Dampak, ...]] = field(init=False, repr=False)
    #: The start's score once it was asked for: the papers ask for it hundreds of times.
    _start_score: Score | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        costs: dict[str, list[Biaya]] = {}
        for cost in self.costs:
            costs.setdefault(cost.kegiatan, []).append(cost)
        effects: dict[str, list[Dampak]] = {}
        for effect in self.effects:
            effects.setdefault(effect.kegiatan, []).append(effect)
        by_year = {a: tuple(sorted(rows, key=lambda r: r.tahun_ke)) for a, rows in costs.items()}
        object.__setattr__(self, "_costs_of", by_year)
        object.__setattr__(self, "_effects_of", {a: tuple(rows) for a, rows in effects.items()})

    @property
    def years(self) -> tuple[int, ...]:
        """Years of the plan, tahun_awal … tahun_akhir."""
        return self.profile.years

    @property
    def funds(self) -> tuple[str, ...]:
        """Funds that exist: those a ceiling names; one unnamed fund where none is named."""
        named = dict.fromkeys(row.sumber_dana for row in self.ceilings if row.sumber_dana)
        return tuple(named) or (SINGLE_FUND,)

    def eligible_funds(self, activity: str) -> tuple[str, ...]:
        """Return the existing funds that may pay an activity."""
        allowed = self.activities[activity].sumber_dana
        if not allowed or not any(row.sumber_dana for row in self.ceilings):
            return self.funds
        return tuple(fund for fund in self.funds if fund in allowed)

    def costs_of(self, activity: str) -> tuple[Biaya, ...]:
        """Return the price rows of an activity by ``tahun_ke``."""
        return self._costs_of.get(activity, ())

    def effects_of(self, activity: str) -> tuple[Dampak, ...]:
        """Return the effects of an activity."""
        return self._effects_of.get(activity, ())

    @property
    def last_realised_year(self) -> int:
        """Last year of the horizon that is a fact; the year before the horizon if none is."""
        done = [row.tahun for row in self.realised if row.tahun in self.years]
        return max(done, default=self.profile.first_year - 1)

    @property
    def planned_years(self) -> tuple[int, ...]:
        """Years of the horizon in which something can still be decided."""
        return tuple(year for year in self.years if year > self.last_realised_year)

    def start(self, question: str) -> Fraction:
        """Return *g0*: the fraction of a question's points earned at the end of the base year."""
        maximum = self.instrument.questions[question].poin_maks
        if maximum == 0:
            return Fraction(1)
        return Fraction(self.answers[question].poin) / Fraction(maximum)

    def start_score(self) -> Score:
        """Return the self-assessed score at the end of the base year."""
        if self._start_score is None:
            score = self.instrument.score({q: self.start(q) for q in self.instrument.questions})
            object.__setattr__(self, "_start_score", score)
            return score
        return self._start_score
