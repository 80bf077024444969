"""Rules beside those of the scenario: a plan near, or above, another one.

Each returns a function that writes rows into a draft, for ``make_plan(..., also=[...])``.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from kla_plan.plan.evaluate import Volumes
from kla_plan.plan.plan import Plan
from kla_plan.problem.draft import Draft
from kla_plan.problem.linear import Linear

#: Key of the solver's options under which a plan says which rules were asked for besides.
ALSO = "aturan_tambahan"
#: What a difference of volumes must exceed to count, for volumes that need not be whole.
STEP = 1e-6


@dataclass(frozen=True, slots=True)
class Contains:
    """Every volume at least that of another plan, in the same year (``isi[a,t]``).

    Attributes
    ----------
    without
        Activities that need not be contained.
    elastic
        Whether any activity may be left out, counted by ``leftout``.
    """

    volumes: Volumes
    without: Collection[str] = ()
    elastic: bool = False
    leftout: dict[str, Linear] = field(default_factory=dict)

    def __call__(self, draft: Draft) -> None:
        """Write one row per activity and planned year with a volume."""
        self.leftout.clear()
        activities = draft.case.pack.activities
        for (code, year), volume in sorted(self.volumes.items()):
            if code in self.without or code not in activities or year not in draft.case.planned:
                continue
            least = float(volume)
            decide = draft.volume(code, year) if volume > 0 else draft.active(code, year)
            if volume == 0:
                least = 1.0
            if self.elastic:
                decide = decide + self._leave(draft, code) * least
            draft.row(f"isi[{code},{year}]", decide, least, None)

    def _leave(self, draft: Draft, code: str) -> Linear:
        if code not in self.leftout:
            self.leftout[code] = draft.column(f"kecuali[{code}]", 0.0, 1.0, integer=True)
        return self.leftout[code]


@dataclass(frozen=True, slots=True)
class FewChanges:
    """At most so many (kegiatan, tahun) whose volume differs from another plan's (``ubah``).

    ``|v[a,t] − old[a,t]| <= room·c[a,t]`` with 0/1 columns *c*, counted by ``changed``.

    Attributes
    ----------
    limit
        Most changes; ``None`` counts them only.
    """

    volumes: Volumes
    limit: int | None = None
    changed: dict[tuple[str, int], Linear] = field(default_factory=dict)

    def __call__(self, draft: Draft) -> None:
        """Write two rows per activity and planned year, and the limit."""
        self.changed.clear()
        for activity in draft.case.activities:
            code, most = activity.kegiatan, float(activity.yearly_maximum)
            for year in draft.case.planned:
                old = float(self.volumes.get((code, year), 0))
                volume = draft.volume(code, year)
                if volume.is_constant and volume.constant == old:
                    continue
                change = draft.column(f"ubah[{code},{year}]", 0.0, 1.0, integer=True)
                self.changed[code, year] = change
                slack = 0.0 if activity.bulat else STEP / 10
                moved = volume - Linear(constant=old)
                up = moved - change * max(most - old, 0.0)
                draft.row(f"ubah_naik[{code},{year}]", up, None, slack)
                down = moved + change * old
                draft.row(f"ubah_turun[{code},{year}]", down, -slack, None)
        if self.limit is not None:
            count = Linear()
            for change in self.changed.values():
                count.add(change)
            draft.row("ubah_paling_banyak", count, None, float(self.limit))


@dataclass(frozen=True, slots=True)
class NoMore:
    """No volume above another plan's, in any year."""

    volumes: Volumes

    def __call__(self, draft: Draft) -> None:
        """Write one row per activity and planned year."""
        for activity in draft.case.activities:
            for year in draft.case.planned:
                most = float(self.volumes.get((activity.kegiatan, year), 0))
                name = f"tidak_lebih[{activity.kegiatan},{year}]"
                draft.row(name, draft.volume(activity.kegiatan, year), None, most)


def noted(plan: Plan, words: str) -> Plan:
    """Return the plan with a note, in its proof's options, of the rules it was made under.

    They are not part of the scenario: without the note a manifest would promise that pack and
    scenario alone lead to this plan.
    """
    options = {**plan.proof.options, ALSO: words}
    return replace(plan, proof=replace(plan.proof, options=options))
