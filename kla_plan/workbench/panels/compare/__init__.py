"""Step 6: up to six plans side by side."""

from kla_plan.workbench.panels.compare.panel import panel

__all__ = ["panel"]
