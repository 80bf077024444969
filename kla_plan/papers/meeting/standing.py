"""Where a meeting's clusters stand, and where the plan leads them."""

from dataclasses import dataclass
from fractions import Fraction

from kla_plan.gaps.verification import verified_points
from kla_plan.instrument import Score
from kla_plan.papers.meeting.rounds import Round
from kla_plan.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Bar:
    """One indicator, or one cluster in the plenary: points now, at the end, at most."""

    code: str
    name: str
    now: Fraction
    after: Fraction
    maximum: Fraction


@dataclass(frozen=True, slots=True)
class Standing:
    """Points of a meeting's clusters.

    Attributes
    ----------
    bars
        Indicators in the instrument's order; clusters in the plenary.
    now, after, maximum
        Self-assessed points at the end of the base year and of the plan's last year, and the most
        that can be reached.
    verified
        Verified points now: the pack's where it has them, else less the scenario's discount.
    """

    bars: tuple[Bar, ...]
    now: Fraction
    after: Fraction
    maximum: Fraction
    verified: Fraction

    @property
    def share(self) -> Fraction:
        """Part of the maximum that is reached now."""
        return self.now / self.maximum if self.maximum else Fraction(1)

    @property
    def share_after(self) -> Fraction:
        """Part of the maximum that the plan reaches."""
        return self.after / self.maximum if self.maximum else Fraction(1)


def standing(plan: Plan, meeting: Round) -> Standing:
    """Return where a meeting's clusters stand; indicators keep their own caps."""
    start, end = plan.pack.start_score(), plan.score(plan.years[-1])
    checked = verified_points(plan.pack, start, plan.scenario.diskon_verifikasi).clusters
    bars = _clusters(plan, start, end) if meeting.plenary else _indicators(plan, meeting, end)
    return Standing(
        bars,
        sum((start.clusters[c] for c in meeting.clusters), Fraction(0)),
        sum((end.clusters[c] for c in meeting.clusters), Fraction(0)),
        sum((bar.maximum for bar in bars), Fraction(0)),
        sum((checked[c] or Fraction(0) for c in meeting.clusters), Fraction(0)),
    )


def _indicators(plan: Plan, meeting: Round, end: Score) -> tuple[Bar, ...]:
    start = plan.pack.start_score()
    return tuple(
        Bar(
            code,
            indicator.nama,
            start.indicators[code],
            end.indicators[code],
            Fraction(indicator.poin_maks),
        )
        for code, indicator in plan.pack.instrument.indicators.items()
        if indicator.klaster in meeting.clusters
    )


def _clusters(plan: Plan, start: Score, end: Score) -> tuple[Bar, ...]:
    instrument = plan.pack.instrument
    most = {
        code: sum(
            (Fraction(i.poin_maks) for i in instrument.indicators.values() if i.klaster == code),
            Fraction(0),
        )
        for code in instrument.clusters
    }
    return tuple(
        Bar(code, cluster.nama, start.clusters[code], end.clusters[code], most[code])
        for code, cluster in instrument.clusters.items()
    )
