"""Ceilings that are nearly used up leave nothing for a price that rises."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kla_plan.indonesian import percent, rupiah
from kla_plan.papers.deciding.decision import Decision, before_budget, options
from kla_plan.papers.deciding.ground import Ground
from kla_plan.plan.spent import bounded_years, spent_under
from kla_plan.report.sentences.words import period, points, spans

#: Share of a ceiling above which it counts as used up.
NEARLY = Fraction(95, 100)


@dataclass(frozen=True, slots=True)
class Used:
    """One ceiling of an agency: its years, what it allows, what the plan spends under it."""

    agency: str
    years: tuple[int, ...]
    top: int
    spent: int

    @property
    def share(self) -> Fraction:
        """Part of the ceiling that is spent."""
        return Fraction(self.spent, self.top)

    @property
    def short(self) -> int:
        """Whole rupiah by which the ceiling must rise for no more than :data:`NEARLY` of it."""
        needed = -(-self.spent * NEARLY.denominator // NEARLY.numerator)
        return max(0, needed - self.top)


def used_ceilings(ground: Ground) -> tuple[Used, ...]:
    """Return the ceilings of single agencies that reach into the open years and allow anything."""
    found = []
    for row in ground.plan.pack.ceilings:
        years = ground.plan.pack.planned_years if row.tahun is None else (row.tahun,)
        if row.opd and row.batas_atas and set(years) & set(ground.years):
            top = int(ground.plan.scenario.ceiling(row.batas_atas))
            if top > 0:
                found.append(
                    Used(
                        row.opd,
                        years,
                        top,
                        spent_under(ground.plan, row, bounded_years(ground.plan, row)),
                    )
                )
    return tuple(found)


def ask(ground: Ground, clusters: Collection[str]) -> Iterable[Decision]:
    """Ask for room in the ceilings of each agency that acts in clusters, the fullest first."""
    acting = {ground.plan.pack.activities[code].opd for code in ground.activities(clusters)}
    full = [row for row in used_ceilings(ground) if row.agency in acting and row.share > NEARLY]
    agencies = dict.fromkeys(row.agency for row in sorted(full, key=lambda row: -row.share))
    for agency in agencies:
        yield _room(ground, clusters, [row for row in full if row.agency == agency])


def _room(ground: Ground, clusters: Collection[str], rows: Sequence[Used]) -> Decision:
    agency, short = rows[0].agency, sum(row.short for row in rows)
    shares = sorted(row.share for row in rows)
    parts = list(dict.fromkeys([percent(shares[0]), percent(shares[-1])]))
    return Decision(
        rule="pagu",
        matter=(
            f"Pagu {agency} terpakai {'–'.join(parts)} pada {_years(rows)}; sisanya "
            f"{rupiah(sum(row.top - row.spent for row in rows))}."
        ),
        options=options(
            f"pagu ditambah {rupiah(short)} agar tersisa {percent(1 - NEARLY, 0)}",
            _postpone(ground, clusters, agency, [year for row in rows for year in row.years]),
            "tetap; kenaikan harga mengurangi volume",
        ),
        due=before_budget(ground),
        who=f"TAPD dan Kepala {agency}",
        rupiah=short,
        codes=tuple(period(row.years) for row in rows),
    )


def _years(rows: Sequence[Used]) -> str:
    single = [row.years[0] for row in rows if len(row.years) == 1]
    longer = [period(row.years) for row in rows if len(row.years) > 1]
    return ", ".join([*([spans(single)] if single else []), *longer])


def _postpone(
    ground: Ground, clusters: Collection[str], agency: str, years: Collection[int]
) -> str:
    """Name the agency's activity of these years that earns the fewest points per rupiah."""
    paid = {
        code for code, year, _ in ground.plan.spending if year in years and year in ground.years
    }
    own = [
        (ground.lost((code,)) / ground.rupiah((code,)), code)
        for code in ground.activities(clusters)
        if code in paid and ground.plan.pack.activities[code].opd == agency
    ]
    if not own:
        return ""
    code = min(own)[1]
    lost = ground.lost((code,))
    less = f"nilai {ground.last} turun {points(float(lost))}" if lost else "nilai tidak turun"
    return f"{code} dilepas: hemat {rupiah(ground.rupiah((code,)))}, {less}"
