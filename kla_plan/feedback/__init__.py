"""What agencies answer to a plan, and how their answers become changes of the pack.

The road through the room: ``form`` specifies the sheets that an agency fills in, ``rows`` fills
them from a plan, ``write`` lays them out, ``identity`` says which plan they belong to. On the way
back ``read`` reads a returned workbook and ``look`` checks every row; ``answers`` gathers them by
activity; ``agree``, ``refusals``, ``additions`` and ``ceilings`` decide what can be applied and
what is a conflict; ``apply`` lays the changes over the pack's own tables; ``book`` writes the list
of changes. Nothing that anybody handed in is changed in place.
"""

from kla_plan.feedback.result import Outcome
from kla_plan.feedback.verb import read_feedback, write_outcome

__all__ = ["Outcome", "read_feedback", "write_outcome"]
