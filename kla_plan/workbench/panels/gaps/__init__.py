"""Step 2: see where points are missing, and open one indicator."""

from kla_plan.workbench.panels.gaps.panel import panel

__all__ = ["panel"]
