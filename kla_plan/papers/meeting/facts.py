"""Everything that one meeting is told, all rows of it; pages and sheets choose from this."""

from dataclasses import dataclass

from kla_plan.papers.deciding.decision import Decision
from kla_plan.papers.deciding.ground import Ground
from kla_plan.papers.deciding.leaning import Leaning, leanings
from kla_plan.papers.deciding.rules import decisions
from kla_plan.papers.deciding.unproven import Unproven, unproven
from kla_plan.papers.meeting.components import Component, components
from kla_plan.papers.meeting.proposals import Proposal, proposals
from kla_plan.papers.meeting.rounds import Round, rounds
from kla_plan.papers.meeting.shortfall import Shortfall, shortfalls
from kla_plan.papers.meeting.standing import Standing, standing


@dataclass(frozen=True, slots=True)
class Agenda:
    """One meeting with its facts."""

    meeting: Round
    standing: Standing
    shortfalls: tuple[Shortfall, ...]
    unproven: tuple[Unproven, ...]
    components: tuple[Component, ...]
    proposals: tuple[Proposal, ...]
    leanings: tuple[Leaning, ...]
    decisions: tuple[Decision, ...]


def agendas(ground: Ground) -> tuple[Agenda, ...]:
    """Return the agenda of every meeting, the plenary last."""
    return tuple(agenda(ground, one) for one in rounds(ground.plan.pack.instrument))


def agenda(ground: Ground, meeting: Round) -> Agenda:
    """Return the agenda of one meeting."""
    return Agenda(
        meeting,
        standing(ground.plan, meeting),
        shortfalls(ground.plan, meeting.clusters),
        unproven(ground.current, meeting.clusters),
        components(ground, meeting),
        proposals(ground, meeting.clusters),
        leanings(ground, meeting.clusters),
        decisions(ground, meeting.clusters),
    )
