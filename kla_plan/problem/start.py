"""Where a search begins: column values for a plan that is known already."""

from collections.abc import Mapping
from decimal import Decimal

from kla_plan.problem.build import Model


def start_values(
    model: Model, volumes: Mapping[tuple[str, int], Decimal]
) -> tuple[float | None, ...]:
    """Return values for the columns that known volumes decide; ``None`` for the others.

    The solver completes the rest (levels, funds). Volumes of unknown activities and of years that
    are no longer planned are left out: the start is a hint and never a restriction.
    """
    values: dict[str, float] = {}
    planned = model.case.planned
    for activity in model.case.activities:
        code, delivered = activity.kegiatan, 0.0
        for year in planned:
            volume = float(volumes.get((code, year), 0))
            delivered += volume
            key = f"[{code},{year}]"
            values["v" + key] = volume
            values["V" + key] = delivered
            values["y" + key] = float((code, year) in volumes)
            values["z" + key] = float(any((code, t) in volumes for t in planned if t <= year))
    return tuple(values.get(name) for name in model.problem.names)
