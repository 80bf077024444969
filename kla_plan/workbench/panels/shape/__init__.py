"""Step 3: the scenario is shaped; each change makes a new, checked scenario.

Nothing that the planner entered in a file is changed: other ceilings make another pack in the
state, and it is kept beside the scenario when that is saved.
"""

from kla_plan.workbench.panels.shape.panel import panel

__all__ = ["panel"]
