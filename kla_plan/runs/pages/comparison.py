"""Tables of several plans as text, one column per plan: for the page, and for the screen."""

from dataclasses import dataclass
from html import escape

from kla_plan.indonesian import number, percent, rupiah, rupiah_short
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences.comparison import MET, NOTHING, settings_beside, since, wanted
from kla_plan.report.sentences.score import BASES
from kla_plan.report.sentences.words import capital, spans
from kla_plan.report.tables.comparison import (
    CeilingRow,
    Plans,
    TargetRow,
    activities_beside,
    ceilings_beside,
    meets,
    predicates_beside,
    targets_beside,
)
from kla_plan.runs.pages.show import CELL, HEAD

_HEAD = f"text-align:left;{HEAD}"


@dataclass(frozen=True, slots=True)
class Beside:
    """A table of texts: headings (the first ones say what, the others name the plans), rows."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def html(self, nothing: str = "") -> str:
        """Write it as HTML; ``nothing`` is said where there are no rows."""
        if not self.rows:
            return f"<p>{escape(nothing)}</p>"
        head = "".join(f'<th scope="col" style="{_HEAD}">{escape(name)}</th>' for name in self.head)
        body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in self.rows)
        inside = f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
        return f'<table style="border-collapse:collapse;margin-left:0">{inside}</table>'


def _cell(text: str) -> str:
    return f'<td style="{CELL}">{escape(text)}</td>'


def key_figures(plans: Plans) -> Beside:
    """Return scores, cost, targets and first years of the predicates: one row per measure.

    Predicates that every plan never has, or has from the base year on, are left out.
    """
    base = {(plan.pack.profile.base_year, None) for plan in plans.values()}
    own = [_figures(plan) for plan in plans.values()]
    measures = dict.fromkeys(measure for figures in own for measure in figures)
    rows = [(m, *(figures.get(m, NOTHING) for figures in own)) for m in measures]
    rows += [
        (
            f"{row.predicate} menurut {BASES[row.basis]}, sejak tahun",
            *(since(*cell) for cell in row.since),
        )
        for row in predicates_beside(plans)
        if set(row.since) != {(None, None)} and not set(row.since) <= base
    ]
    return Beside(("Ukuran", *plans), tuple(rows))


def _figures(plan: Plan) -> dict[str, str]:
    last, gap, targets = plan.years[-1], plan.proof.gap, plan.scenario.target
    met = sum(1 for target in targets if meets(plan, target))
    checked = plan.predicate(last, after_verification=True)
    return {
        f"Nilai mandiri {last}": (
            f"{number(float(plan.score(last).total), 2)} ({plan.predicate(last)})"
        ),
        f"Perkiraan nilai setelah verifikasi {last}": (
            f"{number(float(plan.verified_total(last)), 2)} ({checked})"
        ),
        "Anggaran seluruhnya": rupiah(plan.cost()),
        "Kewajiban setelah tahun terakhir": rupiah(sum(plan.after_horizon.values())),
        "Kegiatan": number(len(plan.activities)),
        "Sasaran skenario tercapai": f"{met} dari {len(targets)}" if targets else "tanpa sasaran",
        "Jarak terjauh dari rencana terbaik": NOTHING if gap is None else percent(gap, 2),
    }


def by_year(plans: Plans) -> Beside:
    """Return for every year the verified score with its predicate, and the rupiah, per plan."""
    years = sorted({year for plan in plans.values() for year in plan.years})
    rows = ((str(year), *(_year(plan, year) for plan in plans.values())) for year in years)
    return Beside(("Tahun", *plans), tuple(rows))


def _year(plan: Plan, year: int) -> str:
    if year not in plan.years:
        return NOTHING
    predicate = plan.predicate(year, after_verification=True)
    score = number(float(plan.verified_total(year)), 2)
    return f"{score} ({predicate}); {rupiah_short(plan.cost(year))}"


def targets(plans: Plans) -> Beside:
    """Return every target that one of the scenarios asks for, and whether each plan meets it."""
    rows = ((_wish(row), *map(_standing, row.reached)) for row in targets_beside(plans))
    return Beside(("Sasaran", *plans), tuple(rows))


def _wish(row: TargetRow) -> str:
    target = row.target
    return f"{capital(wanted(target))} pada {target.tahun} menurut {BASES[target.dasar]}"


def _standing(cell: tuple[float, bool] | None) -> str:
    if cell is None:
        return NOTHING
    points, met = cell
    return f"{'✓' if met else '✗'} {MET[met]} ({number(points, 2)})"


def settings(plans: Plans) -> Beside:
    """Return the settings and ceilings in which the plans differ.

    Ceilings that differ by the factor alone are not listed one by one.
    """
    rows = [(name, *values) for name, values in settings_beside(plans)]
    if len({plan.scenario.pagu_faktor for plan in plans.values()}) == 1:
        rows += [
            (_ceiling(row), *(NOTHING if top is None else rupiah(top) for top in row.tops))
            for row in ceilings_beside(plans)
        ]
    return Beside(("Pengaturan", *plans), tuple(rows))


def _ceiling(row: CeilingRow) -> str:
    year = f"tahun {row.year}" if row.year else "semua tahun"
    return f"Pagu {', '.join(part for part in (year, row.fund, row.opd) if part)}"


def activities(plans: Plans) -> Beside:
    """Return the activities that are not planned alike: years and rupiah per plan."""
    rows = (
        (row.code, row.name, row.opd, *map(_planned, row.planned))
        for row in activities_beside(plans)
    )
    return Beside(("Kode", "Kegiatan", "OPD", *plans), tuple(rows))


def _planned(cell: tuple[tuple[int, ...], int] | None) -> str:
    if cell is None:
        return NOTHING
    years, amount = cell
    return f"{spans(years)}: {rupiah_short(amount) if amount else 'tanpa biaya'}"
