"""Rows of planning documents whose pagu is below what the plan needs for the same thing."""

from dataclasses import dataclass

from kla_plan.pack.model import Pack
from kla_plan.pack.records import DokumenRencana
from kla_plan.plan.plan import Plan
from kla_plan.plan.spent import spent_by_year
from kla_plan.report.alignment.codes import coded, under


@dataclass(frozen=True, slots=True)
class Excess:
    """A row of a document, what the plan needs under it, and by how much that is more.

    All in whole rupiah. What else the OPD does under the same row is not known here, so ``more``
    is the least by which the pagu falls short.
    """

    line: DokumenRencana
    year: int
    needed: int
    pagu: int
    activities: tuple[str, ...]

    @property
    def more(self) -> int:
        """Rupiah above the pagu."""
        return self.needed - self.pagu


def excesses(plan: Plan, pack: Pack) -> tuple[Excess, ...]:
    """Return the rows with pagu and year that the plan overruns, in file order.

    Compared is the plan's spending of that year, all funds, of the activities whose code is the
    row's or lies beneath it and whose OPD is the row's (any OPD of the region's budget where the
    row names none). A pagu without a year covers a span that the table does not tell, so it is
    not compared.
    """
    spent = spent_by_year(plan)
    codes = {activity: coded(plan.pack, activity).code for activity in plan.active_or_paid}
    planned = set(plan.pack.planned_years)
    found = []
    for line in pack.records.documents:
        if line.pagu is None or line.tahun not in planned:
            continue
        beneath = tuple(
            activity
            for activity in plan.active_or_paid
            if _belongs(plan, activity, codes[activity], line) and spent[activity, line.tahun]
        )
        needed = sum(spent[activity, line.tahun] for activity in beneath)
        if needed > line.pagu:
            found.append(Excess(line, line.tahun, needed, line.pagu, beneath))
    return tuple(found)


def _belongs(plan: Plan, activity: str, code: str, line: DokumenRencana) -> bool:
    opd = plan.pack.activities[activity].opd
    mine = line.opd == opd if line.opd else plan.pack.opds[opd].jenis == "apbd"
    return mine and under(code, line.kode)
