"""Step 8: the papers."""

from kla_plan.workbench.panels.export.panel import panel

__all__ = ["panel"]
