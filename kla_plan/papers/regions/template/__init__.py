"""The Word templates of the region sheets."""

from kla_plan.papers.regions.template.kecamatan import REGION, region_sheets
from kla_plan.papers.regions.template.parts import PART, part_sheets

__all__ = ["PART", "REGION", "part_sheets", "region_sheets"]
