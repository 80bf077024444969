"""The money of the next budget that can still be agreed upon."""

from collections.abc import Collection, Iterable

from kla_plan.indonesian import join, rupiah
from kla_plan.papers.deciding.decision import Decision, before_budget, head, options
from kla_plan.papers.deciding.ground import Ground
from kla_plan.plan.spent import spent_by_year
from kla_plan.report.sentences.words import count, points


def ask(ground: Ground, clusters: Collection[str]) -> Iterable[Decision]:
    """Ask for the money of the first open year.

    What would be lost is that of the activities which begin in that year and cost something in
    it; those that only go on are not counted, since part of their effect is earned.
    """
    if not ground.years:
        return
    year = ground.years[0]
    spent = spent_by_year(ground.plan)
    amounts = {code: spent[code, year] for code in ground.activities(clusters)}
    paid = tuple(code for code, amount in amounts.items() if amount)
    if not paid:
        return
    total = sum(amounts.values())
    begin = [c for c in paid if min(t for a, t in ground.plan.volumes if a == c) == year]
    lost = ground.lost(begin)
    agencies = {ground.plan.pack.activities[code].opd for code in paid}
    funds = dict.fromkeys(
        fund for (a, t, fund) in ground.plan.spending if a in paid and t == year and fund
    )
    yield Decision(
        rule="anggaran",
        matter=(
            f"Pagu tahun {year} sebesar {rupiah(total)} bagi {count(len(paid), 'kegiatan')} "
            f"pada {count(len(agencies), 'OPD')} (sumber: {join(sorted(funds))})."
        ),
        options=options(
            f"seluruhnya dimuat dalam APBD {year}",
            f"ditunda: {count(len(begin), 'kegiatan')} yang mulai {year} gugur dan nilai "
            f"{ground.last} turun {points(float(lost))} bila tidak diganti"
            if begin
            else f"sebagian ditunda sesudah {year}",
        ),
        due=before_budget(ground),
        who=f"TAPD, lalu {head(ground)} bersama DPRD",
        rupiah=total,
        points=lost,
        codes=paid,
    )
