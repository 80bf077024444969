"""What the notebooks show: tables with readable headings, charts as pictures, sentences.

Nothing is calculated here; every number comes from the room that made the table.
"""

from kla_plan.runs.pages.show import chart, say, show

__all__ = ["chart", "say", "show"]
