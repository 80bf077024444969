"""Who does what in a plan: agencies of the region, and the groups beside them; facts only."""

from kla_plan.report.roles.agencies import AgencyRole, agency_roles
from kla_plan.report.roles.groups import GROUPS, Group, GroupRole, group_roles
from kla_plan.report.roles.points import gained, points_by_agency

__all__ = [
    "GROUPS",
    "AgencyRole",
    "Group",
    "GroupRole",
    "agency_roles",
    "gained",
    "group_roles",
    "points_by_agency",
]
