"""Step 4: seek the best plan, watch it, stop it; or learn why there is none."""

from kla_plan.workbench.panels.solve.panel import panel

__all__ = ["panel"]
