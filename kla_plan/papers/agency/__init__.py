"""The OPD pack (paket OPD): what each agency must do, pay, raise and owe, and its answer.

``dossier`` says what is known of an agency; ``duties``, ``stakes`` and ``owed`` derive it,
``facts`` gathers it; ``sheets`` write the workbook, ``values`` and ``template`` the page. The form
in the workbook and its way back are :mod:`kla_plan.feedback`.
"""

from kla_plan.papers.agency.paper import write
from kla_plan.papers.agency.template import AGENCY, agency
from kla_plan.papers.agency.values import NAMES
from kla_plan.papers.paper import Paper, Template

PAPER = Paper(
    name="opd",
    title="Paket OPD",
    write=write,
    templates=(Template(AGENCY, "Templat lembar OPD KLA", agency, NAMES),),
    seconds=10,
)
