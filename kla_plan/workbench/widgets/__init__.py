"""Our own small widgets: an editable grid, a searchable table and a heat map.

Their scripts and styles stand beside them and are read from there; nothing comes from a network.
"""

from kla_plan.workbench.widgets.grid import Grid
from kla_plan.workbench.widgets.heat_map import HeatMap
from kla_plan.workbench.widgets.table import Table

__all__ = ["Grid", "HeatMap", "Table"]
