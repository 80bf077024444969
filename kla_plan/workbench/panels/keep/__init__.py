"""Step 7: save, reopen, share."""

from kla_plan.workbench.panels.keep.panel import panel

__all__ = ["panel"]
