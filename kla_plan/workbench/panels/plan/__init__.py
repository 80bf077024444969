"""Step 5: read the plan."""

from kla_plan.workbench.panels.plan.panel import panel

__all__ = ["panel"]
