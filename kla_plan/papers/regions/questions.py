"""Questions that are answered by counting regions, and what each region owes for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from kla_plan.pack.model import Pack
from kla_plan.pack.records import Bukti, Wilayah
from kla_plan.papers.regions.levels import indicators
from kla_plan.papers.regions.places import Places
from kla_plan.papers.regions.spread import Spread
from kla_plan.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of the indicators for kecamatan and for desa/kelurahan.

    Attributes
    ----------
    code, label
        Question.
    maximum, start, end
        Its points: at most, at the end of the base year, in the last year of the plan.
    regions
        How many regions the answer counts.
    activities
        Activities of the plan that are spread and raise it.
    evidence
        What these activities leave as evidence, each piece once.
    """

    code: str
    label: str
    maximum: Fraction
    start: Fraction
    end: Fraction
    regions: int
    activities: tuple[str, ...]
    evidence: tuple[str, ...]

    @property
    def each(self) -> Fraction:
        """Points per region if all of them fulfil it: ``maximum / regions``.

        A measure only: the official answer climbs in steps of coverage.
        """
        return self.maximum / self.regions if self.regions else Fraction(0)


def asked(plan: Plan, spread: Spread) -> dict[str, tuple[Asked, ...]]:
    """Return the questions by indicator, those the instrument knows."""
    instrument = plan.pack.instrument
    return {
        indicator: _asked(plan, spread, indicator, len(spread.places.of(kinds)))
        for kinds, indicator in indicators().items()
        if indicator in instrument.indicators
    }


def indicator_of(row: Wilayah) -> str:
    """Return the indicator that counts a region; empty if none does."""
    return next((code for kinds, code in indicators().items() if row.tingkat in kinds), "")


def _asked(plan: Plan, spread: Spread, indicator: str, regions: int) -> tuple[Asked, ...]:
    pack, last = plan.pack, plan.years[-1]
    begin, end = pack.start_score().questions, plan.score(last).questions
    rows = []
    for question in pack.instrument.questions_of(indicator):
        code = question.pertanyaan
        serving = tuple(a for a in spread.activities if code in raised(pack, a))
        rows.append(
            Asked(
                code,
                question.label,
                Fraction(question.poin_maks),
                begin[code],
                end[code],
                regions,
                serving,
                pieces(pack, serving),
            )
        )
    return tuple(rows)


def raised(pack: Pack, activity: str) -> tuple[str, ...]:
    """Return the questions that an activity raises, each once."""
    return tuple(dict.fromkeys(row.pertanyaan for row in pack.effects_of(activity)))


def pieces(pack: Pack, activities: Sequence[str]) -> tuple[str, ...]:
    """Return what activities leave as evidence (``data_dukung``), each piece once."""
    found: dict[str, str] = {}
    for code in activities:
        for piece in pack.activities[code].data_dukung.split(";"):
            if piece.strip():
                found.setdefault(piece.strip().casefold(), piece.strip())
    return tuple(found.values())


def recorded(pack: Pack, places: Places) -> dict[str, tuple[Bukti, ...]]:
    """Return the evidence of the table ``bukti`` by the region that holds it."""
    known = {row.wilayah for row in (*places.tops, *places.parts)}
    found: dict[str, list[Bukti]] = {}
    for row in pack.records.evidence:
        if row.wilayah in known:
            found.setdefault(row.wilayah, []).append(row)
    return {code: tuple(rows) for code, rows in found.items()}
