"""Step 1: choose or upload a pack, and read what was found in it."""

from kla_plan.workbench.panels.choose.panel import panel

__all__ = ["panel"]
