"""The dossiers of all agencies of a plan: those with something to do, and those that answer."""

from kla_plan.pack.columns import Opd
from kla_plan.pack.model import Pack
from kla_plan.papers.agency.dossier import Dossier
from kla_plan.papers.agency.duties import duties
from kla_plan.papers.agency.owed import owed
from kla_plan.papers.agency.stakes import lost_without, raisers, stakes
from kla_plan.papers.evidence.facts import facts
from kla_plan.papers.paper import Brief
from kla_plan.problem.case import Case


def dossiers(brief: Brief) -> tuple[Dossier, ...]:
    """Return a dossier for every agency that acts, supports, or is named by a question.

    They come in the pack's order, agencies that only the instrument knows last. The rupiah of
    all of them together are the plan's.
    """
    plan = brief.plan
    case, raised, known = Case(plan.pack, plan.scenario), raisers(plan), facts(brief)
    start, scores = plan.pack.start_score(), {year: plan.score(year) for year in plan.years}
    found = []
    for agency in _agencies(plan.pack):
        tasks = duties(plan, agency.opd)
        held = stakes(plan.pack, agency.opd, raised, start, scores)
        if tasks or held:
            found.append(
                Dossier(
                    agency=agency,
                    years=plan.years,
                    duties=tasks,
                    stakes=held,
                    lost=lost_without(plan, case, agency.opd, scores),
                    owed=owed(known, plan.pack, agency.opd),
                )
            )
    return tuple(found)


def _agencies(pack: Pack) -> list[Opd]:
    named = dict.fromkeys(code for q in pack.instrument.questions.values() for code in q.opd)
    strange = [Opd(opd=code, nama=code) for code in named if code not in pack.opds]
    return [*pack.opds.values(), *strange]
