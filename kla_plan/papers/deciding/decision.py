"""``Decision``: one question that a meeting or a head of region has to answer."""

from dataclasses import dataclass
from fractions import Fraction

from kla_plan.indonesian import tanggal
from kla_plan.papers.deciding.ground import Ground
from kla_plan.report.calendar import approval_day
from kla_plan.report.word.facts import head_of_region


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision that is needed.

    Attributes
    ----------
    rule
        Name of the rule that asks for it.
    matter
        What is to be decided and why, with its amounts.
    options
        What can be chosen.
    due
        Until when, or before what.
    who
        Who decides.
    rupiah, points
        What it is about; ``None`` where it is not about money or points. Points are those of the
        last year's self-assessed score.
    codes
        Activities or questions concerned.
    """

    rule: str
    matter: str
    options: tuple[str, ...]
    due: str
    who: str
    rupiah: int | None = None
    points: Fraction | None = None
    codes: tuple[str, ...] = ()


def chair(ground: Ground) -> str:
    """Return the chair of the task force, with the office where the pack states it."""
    office = ground.plan.pack.profile.fact("gugus_tugas_ketua")
    return f"Ketua Gugus Tugas KLA ({office})" if office else "Ketua Gugus Tugas KLA"


def head(ground: Ground) -> str:
    """Return the head of the region."""
    return head_of_region(ground.plan.pack.profile)


def leader(ground: Ground, agency: str) -> str:
    """Return who speaks for an agency."""
    if agency.startswith("Kecamatan"):
        return "Camat"
    own = ground.plan.pack.opds.get(agency)
    return f"{'Kepala' if own is None or own.jenis == 'apbd' else 'Pimpinan'} {agency}"


def before_budget(ground: Ground) -> str:
    """Return the date before which the next open budget can be agreed upon."""
    if not ground.years:
        return "dalam rapat ini"
    year = ground.years[0]
    return f"{tanggal(approval_day(year))} (persetujuan APBD {year})"


def options(*texts: str) -> tuple[str, ...]:
    """Letter the options: ``a.``, ``b.`` and so on; empty ones are left out."""
    kept = [text for text in texts if text]
    return tuple(f"{chr(97 + place)}. {text}" for place, text in enumerate(kept))
