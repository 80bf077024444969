"""What is asked of an opponent, and what it answers at the end."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from kla_plan.pack.model import Pack
from kla_plan.plan.assemble import assemble
from kla_plan.plan.evaluate import evaluate, weighted_points
from kla_plan.plan.plan import Proof
from kla_plan.plan.verify import verify_plan
from kla_plan.problem.case import Case
from kla_plan.scenario import Scenario

type Volumes = Mapping[tuple[str, int], Decimal]

_STEP = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Ask:
    """Gap at which to stop, wall time in seconds from the start of building, and threads."""

    gap: float
    seconds: float
    threads: int = 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended.

    Attributes
    ----------
    status
        ``selesai`` (stopped by itself), ``waktu`` (out of time), ``tanpa_solusi`` or
        ``mustahil``.
    volumes
        The plan found, by (kegiatan, tahun); active pairs only.
    built
        Seconds until the solver itself began.
    """

    status: str
    volumes: Volumes | None
    built: float


def status_of(found: object, *, stopped: bool) -> str:
    """Return the status of a run that did not prove infeasibility."""
    if found is None:
        return "tanpa_solusi"
    return "waktu" if stopped else "selesai"


def volume(pack: Pack, code: str, value: float) -> Decimal:
    """Return a solver's volume as a plan has it: whole, or rounded down to 10⁻⁶."""
    activity = pack.activities[code]
    if activity.bulat:
        return Decimal(round(value))
    cut = Decimal(repr(value + 1e-9)).quantize(_STEP, "ROUND_FLOOR")
    return min(max(cut, activity.yearly_minimum), activity.yearly_maximum)


def examined(pack: Pack, scenario: Scenario, volumes: Volumes) -> tuple[float, int | None]:
    """Return the exact value of a plan, and how many rules it breaks (``None``: no funds fit).

    Whole rupiah are exact here and a solver's tolerance is about a rupiah, so a plan that uses a
    ceiling up may be found to break it.
    """
    case = Case(pack, scenario)
    value = float(weighted_points(case, evaluate(case, volumes).fractions))
    plan = assemble(case, volumes, Proof("", value, None, {}, "", {}, {}))
    return value, None if plan is None else len(verify_plan(plan))
