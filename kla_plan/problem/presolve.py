"""What can be said before solving, in the planner's words: probable slips, and plain dead ends.

Each check looks at one thing, needs no solver, and is cheap. A finding of severity *galat* means
that no plan can exist; the solver would say so too, only later and with less to go on.
"""

from collections.abc import Callable, Iterator

from kla_plan.findings import Finding, Place, Severity
from kla_plan.indonesian import number, rupiah
from kla_plan.pack.columns import Pagu
from kla_plan.problem.case import Case
from kla_plan.problem.draft import Draft
from kla_plan.problem.linear import total
from kla_plan.problem.rules import RULES
from kla_plan.problem.rules.ceilings import matching_years
from kla_plan.problem.rules.targets import needed


def presolve(case: Case) -> tuple[Finding, ...]:
    """Return everything that the checks find, dead ends and warnings."""
    draft = Draft(case)
    for rule in RULES:
        rule.add(draft)
    return tuple(finding for check in _CHECKS for finding in check(draft))


def _unreachable_targets(draft: Draft) -> Iterator[Finding]:
    case = draft.case
    for ordinal, target in enumerate(case.scenario.target, 1):
        most = draft.upper_bound(draft.points[target.tahun])
        asked = float(needed(case, target))
        if most < asked:
            yield Finding(
                "KLA-M-001",
                f"Target ke-{ordinal} (tahun {target.tahun}) setara nilai mandiri "
                f"{number(asked)}, padahal dengan seluruh kegiatan pun nilai tertinggi tahun itu "
                f"hanya {number(most)}.",
                "Mundurkan tahun target, turunkan targetnya, atau tambahkan kegiatan untuk "
                "pertanyaan yang belum terjangkau.",
                Place(sheet="skenario", cell=f"target.{ordinal}"),
                str(target.predikat or target.poin),
            )


def _floors_above_costs(draft: Draft) -> Iterator[Finding]:
    for row in draft.case.pack.ceilings:
        if row.batas_bawah and (most := _most_spending(draft, row)) < row.batas_bawah:
            yield Finding(
                "KLA-M-002",
                f"Batas bawah {rupiah(row.batas_bawah)} tidak mungkin tercapai: seluruh kegiatan "
                f"yang cocok hanya dapat menghabiskan {rupiah(int(most))}.",
                "Turunkan batas bawah atau tambahkan kegiatan.",
                Place(sheet="pagu"),
                f"tahun {row.tahun or 'semua'}, dana {row.sumber_dana or 'semua'}, "
                f"OPD {row.opd or 'semua'}",
            )


def _generous_budget(draft: Draft) -> Iterator[Finding]:
    """Warn of a budget larger than everything together costs: perhaps a slip in the zeros."""
    case = draft.case
    everything = _most_spending(draft, Pagu())
    tops = [row for row in case.pack.ceilings if row.batas_atas is not None and not row.opd]
    offered = sum(
        case.scenario.ceiling(row.batas_atas or 0) for row in tops if row.tahun in case.planned
    )
    if tops and 0 < everything < offered:
        yield Finding(
            "KLA-M-003",
            f"Pagu seluruh tahun ({rupiah(offered)}) lebih besar daripada biaya seluruh kegiatan "
            f"pada volume penuh ({rupiah(int(everything))}).",
            "Periksa jumlah nol pada lembar pagu; bila memang benar, tambahkan kegiatan.",
            Place(sheet="pagu"),
            severity=Severity.WARNING,
        )


def _nothing_to_decide(draft: Draft) -> Iterator[Finding]:
    case = draft.case
    if not case.planned:
        yield Finding(
            "KLA-M-004",
            "Semua tahun sudah terisi realisasi; tidak ada tahun yang masih dapat direncanakan.",
            "Perpanjang tahun_akhir pada lembar profil.",
            Place(sheet="realisasi"),
        )
    elif not draft.gains and case.scenario.tujuan == "maks_skor":
        yield Finding(
            "KLA-M-005",
            "Tidak ada kegiatan yang dapat menaikkan nilai: semua pertanyaan sudah penuh atau "
            "tidak terjangkau.",
            "Periksa lembar jawaban dan dampak.",
            Place(sheet="dampak"),
            severity=Severity.WARNING,
        )


def _no_target(draft: Draft) -> Iterator[Finding]:
    scenario = draft.case.scenario
    if scenario.tujuan == "min_biaya" and not scenario.target:
        yield Finding(
            "KLA-M-006",
            "Tujuan min_biaya tanpa target: rencana termurah adalah tidak melakukan apa pun.",
            "Tambahkan target pada skenario, atau pakai tujuan maks_skor.",
            Place(sheet="skenario", cell="target"),
            severity=Severity.WARNING,
        )


def _most_spending(draft: Draft, row: Pagu) -> float:
    """Return the most rupiah that the activities a row matches could cost in its years."""
    case = draft.case
    spending = total(
        draft.spending(activity.kegiatan, year)
        for activity in case.activities
        if row.opd in {"", activity.opd}
        and (not row.sumber_dana or row.sumber_dana in case.pack.eligible_funds(activity.kegiatan))
        for year in matching_years(row, case.planned)
    )
    return draft.upper_bound(spending) * case.unit


_CHECKS: tuple[Callable[[Draft], Iterator[Finding]], ...] = (
    _unreachable_targets,
    _floors_above_costs,
    _generous_budget,
    _nothing_to_decide,
    _no_target,
)
