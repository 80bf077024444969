"""``Dossier``: everything that a plan asks of one agency, and what hangs on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kla_plan.pack.columns import Kegiatan, Opd
from kla_plan.papers.agency.owed import Owed


@dataclass(frozen=True, slots=True)
class Duty:
    """One activity of the plan that an agency carries out or supports.

    Attributes
    ----------
    own
        Whether the agency is responsible; otherwise it supports.
    volumes
        Volume by year in which the activity is carried out.
    spending
        Rupiah by (tahun, sumber_dana), payments after the delivery included; of a supported
        activity this is the responsible agency's money.
    waits, awaited
        Activities that must come first, and those that need this one.
    """

    activity: Kegiatan
    own: bool
    volumes: Mapping[int, Decimal]
    spending: Mapping[tuple[int, str], int]
    waits: tuple["Link", ...] = ()
    awaited: tuple["Link", ...] = ()

    @property
    def code(self) -> str:
        """Code of the activity."""
        return self.activity.kegiatan

    @property
    def rupiah(self) -> int:
        """Rupiah over all years."""
        return sum(self.spending.values())

    def paid(self, year: int) -> int:
        """Return the rupiah of one year."""
        return sum(rupiah for (t, _), rupiah in self.spending.items() if t == year)


@dataclass(frozen=True, slots=True)
class Link:
    """A prerequisite between an activity of the agency and another one of the plan.

    Attributes
    ----------
    code, name, opd
        The other activity and its agency.
    start
        First year in which the other one is carried out; ``None``: before the plan's years.
    latest
        Last year in which the earlier one of the two may be carried out first: the start of the
        later one less the ``jeda``.
    """

    code: str
    name: str
    opd: str
    start: int | None
    latest: int


@dataclass(frozen=True, slots=True)
class QuestionStake:
    """A question that an agency raises or answers.

    Attributes
    ----------
    raised_by
        Codes of the agency's own planned activities that have an effect on it; empty: none.
    answers
        Whether the instrument names the agency for it.
    others
        Further agencies whose planned activities raise it.
    start
        Points at the end of the base year: what remains if nothing is done.
    points
        Points that the plan reaches, by year.
    """

    code: str
    label: str
    indicator: str
    maximum: Fraction
    raised_by: tuple[str, ...]
    answers: bool
    others: tuple[str, ...]
    start: Fraction
    points: Mapping[int, Fraction]

    def gain(self, year: int) -> Fraction:
        """Return the points of a year beyond the status quo."""
        return self.points[year] - self.start


@dataclass(frozen=True, slots=True)
class Dossier:
    """One agency.

    Attributes
    ----------
    years
        Years of the plan.
    duties
        Activities it is responsible for, then those that it supports, each in the plan's order.
    stakes
        Questions it raises or answers, in the instrument's order.
    lost
        By year: points of the total score that are lost if none of its own activities is carried
        out and everything else is, indicator caps respected.
    owed
        Evidence it owes.
    """

    agency: Opd
    years: tuple[int, ...]
    duties: tuple[Duty, ...]
    stakes: tuple[QuestionStake, ...]
    lost: Mapping[int, Fraction]
    owed: tuple[Owed, ...]

    @property
    def own(self) -> tuple[Duty, ...]:
        """Activities it is responsible for."""
        return tuple(duty for duty in self.duties if duty.own)

    @property
    def supported(self) -> tuple[Duty, ...]:
        """Activities of others that it supports."""
        return tuple(duty for duty in self.duties if not duty.own)

    @property
    def raised(self) -> tuple[QuestionStake, ...]:
        """Questions that its own activities raise."""
        return tuple(stake for stake in self.stakes if stake.raised_by)

    @property
    def answered(self) -> tuple[QuestionStake, ...]:
        """Questions that the instrument names it for."""
        return tuple(stake for stake in self.stakes if stake.answers)

    @property
    def rupiah(self) -> int:
        """Rupiah of its own activities over all years."""
        return sum(duty.rupiah for duty in self.own)

    def paid(self, year: int) -> int:
        """Return the rupiah of its own activities in one year."""
        return sum(duty.paid(year) for duty in self.own)

    def active(self, year: int) -> int:
        """Return how many of its own activities are carried out in one year."""
        return sum(1 for duty in self.own if year in duty.volumes)

    def gain(self, year: int) -> Fraction:
        """Return the points, beyond the status quo, of the questions that it raises.

        Points of a question count here for every agency that raises it, without the caps of
        indicators; sums over agencies therefore mean nothing.
        """
        return sum((stake.gain(year) for stake in self.raised), Fraction(0))
