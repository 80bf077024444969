"""What the planning documents provide for, held against what a plan wants: facts, no sentences.

``align`` asks for every activity and year whether RPJMD, Renstra, RKPD and Renja hold it,
``excesses`` where the plan needs more than a document's pagu, ``changes`` what must be proposed
where, ``missing_documents`` what could not be looked up at all. The documents are rows of the table
``dokumen_rencana``; what is not there is unknown and never guessed.
"""

from kla_plan.report.alignment.changes import Change, changes
from kla_plan.report.alignment.codes import Coded, coded, programme, programme_name
from kla_plan.report.alignment.excess import Excess, excesses
from kla_plan.report.alignment.facts import KINDS, YEARLY, ActionAlignment, Match, Status
from kla_plan.report.alignment.match import Alignment, align
from kla_plan.report.alignment.missing import MissingDocument, missing_documents
from kla_plan.report.alignment.national import Reference, references
from kla_plan.report.alignment.programmes import ProgrammeRow, programmes
from kla_plan.report.alignment.tables import alignment_table, document_counts

__all__ = [
    "KINDS",
    "YEARLY",
    "ActionAlignment",
    "Alignment",
    "Change",
    "Coded",
    "Excess",
    "Match",
    "MissingDocument",
    "ProgrammeRow",
    "Reference",
    "Status",
    "align",
    "alignment_table",
    "changes",
    "coded",
    "document_counts",
    "excesses",
    "missing_documents",
    "programme",
    "programme_name",
    "programmes",
    "references",
]
