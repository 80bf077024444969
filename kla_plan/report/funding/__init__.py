"""Where the money of a plan comes from and what is left of it; facts only."""

from kla_plan.report.funding.ceilings import CeilingUse, ceiling_uses, fund_uses, opd_uses
from kla_plan.report.funding.sources import FundUse, funds_used

__all__ = ["CeilingUse", "FundUse", "ceiling_uses", "fund_uses", "funds_used", "opd_uses"]
