"""Charts of a pack and a plan, ready for slides; each verb returns a matplotlib ``Figure``.

Nothing here touches pyplot, so charts can be made in any thread and never pile up in memory.
"""

from kla_plan.report.charts.budget import budget_chart
from kla_plan.report.charts.gaps import gap_chart
from kla_plan.report.charts.save import png, save_chart, svg
from kla_plan.report.charts.score import score_chart
from kla_plan.report.charts.timeline import timeline_chart, timeline_charts, timeline_page

__all__ = [
    "budget_chart",
    "gap_chart",
    "png",
    "save_chart",
    "score_chart",
    "svg",
    "timeline_chart",
    "timeline_charts",
    "timeline_page",
]
