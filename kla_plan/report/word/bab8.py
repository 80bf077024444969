"""BAB VIII Pendanaan dan Risiko."""

from collections.abc import Iterable

from kla_plan.indonesian import number, percent
from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan
from kla_plan.report.alignment import align
from kla_plan.report.funding import CeilingUse, ceiling_uses, fund_uses, funds_used, opd_uses
from kla_plan.report.risks.money import TIGHT
from kla_plan.report.sentences import budget, funding, risks
from kla_plan.report.sentences.words import spans
from kla_plan.report.tables import REALISED_FUND

_ALL_YEARS = "Seluruh tahun"


def bab8(plan: Plan, current: Pack) -> dict[str, object]:
    """Return the values of BAB VIII; ``current`` holds evidence and planning documents."""
    funds = funds_used(plan)
    uses = ceiling_uses(plan)
    general, own = fund_uses(uses), opd_uses(uses)
    tight = [use for use in own if use.top and use.share >= TIGHT]
    due = {year: amount for year, amount in sorted(plan.after_horizon.items()) if amount}
    return {
        "sumber": funding.sources(plan, funds),
        "dana": [
            {
                "nama": fund.fund or REALISED_FUND,
                "rupiah": number(fund.rupiah),
                "porsi": percent(fund.rupiah / plan.cost()),
                "aksi": number(len(fund.activities)),
                "hanya": number(len(fund.alone)),
                "opd": number(len(fund.opds)),
                "tahun": spans(fund.years),
            }
            for fund in funds
        ],
        "jumlah": number(plan.cost()),
        "pagu": funding.ceilings(general),
        "pagu_tahun": _years(plan, general),
        "pagu_opd": funding.agency_ceilings(own, tight),
        "pagu_ketat": [_use(plan, use) for use in tight],
        "sesudah": budget.after(plan)
        or f"Tidak ada kewajiban yang jatuh tempo setelah tahun {plan.years[-1]}.",
        "sesudah_tahun": [
            {"tahun": str(year), "rupiah": number(amount)} for year, amount in due.items()
        ],
        "sesudah_jumlah": number(sum(due.values())),
        "risiko": [
            {
                "nomor": number(place),
                "nama": risk.name,
                "ukuran": risk.measure,
                "mitigasi": risk.answer,
                "pemilik": risk.owner,
            }
            for place, risk in enumerate(
                risks.register(risks.Ground(plan, current, align(plan, current))), start=1
            )
        ],
    }


def _years(plan: Plan, uses: Iterable[CeilingUse]) -> list[dict[str, object]]:
    groups: dict[str, list[dict[str, str]]] = {}
    for use in uses:
        year = _ALL_YEARS if use.year is None else f"Tahun {use.year}"
        groups.setdefault(year, []).append(_use(plan, use))
    return [{"nama": year, "baris": rows} for year, rows in groups.items()]


def _use(plan: Plan, use: CeilingUse) -> dict[str, str]:
    return {
        "tahun": str(use.year or _ALL_YEARS),
        "nama": plan.pack.opds[use.opd].nama if use.opd else use.fund or "Seluruh sumber dana",
        "dana": use.fund or "seluruh sumber",
        "pagu": number(use.top),
        "terpakai": number(use.used),
        "sisa": number(use.left),
        "porsi": percent(use.share) if use.top else "–",
    }
