"""What the records say: measures per run, medians per class, who won where.

A run that did not prove a gap within the limit has no time; in medians and comparisons it counts
as slower than any time. Gaps are relative to the plan found; the gap *to the best known bound* uses
the best bound that any exact opponent proved for the instance.

A claim is checked before it counts: a run whose bound lies below the exact value of a plan that
somebody found, or that calls an instance infeasible which has a plan, is ``keliru`` and has no
times. A run that crashed (``gagal``) is counted and takes no part in medians and comparisons.

Greedy proves nothing. Against it the question is who first has a plan as good as greedy's.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from benchmarks.family.medians import middle
from benchmarks.family.opponents import OPPONENTS, OURS, REFERENCE
from benchmarks.family.trajectory import (
    Point,
    at,
    gap,
    seconds_to_gap,
    seconds_to_value,
)

type Record = Mapping[str, Any]
type Instance = tuple[int, str, int, int]

#: A first plan counts when it is this close to the best known bound.
FIRST = 0.05
#: A bound may lie below a plan's exact value by a solver's noise, relatively.
CLAIM = 1e-5
#: Ends that are said and do not count: a false claim, a crash.
WRONG, FAILED = "keliru", "gagal"
#: What is measured per run, and how a missing one counts in a median.
MEASURES = (
    "ke_1_persen",
    "ke_0_5_persen",
    "celah_1_detik",
    "celah_10_detik",
    "celah_akhir",
    "celah_ke_batas_terbaik",
    "rencana_pertama_5_persen",
    "ke_nilai_rakus",
    "memori_puncak_mib",
    "detik_menyusun",
)


@dataclass(frozen=True, slots=True)
class Run:
    """One run: where, who, and its measures (``None``: not reached, not known)."""

    instance: Instance
    opponent: str
    status: str
    measures: Mapping[str, float | None]

    def seconds(self, measure: str = "ke_1_persen") -> float:
        """Return the seconds to something; infinite where it was not reached."""
        found = self.measures[measure]
        return math.inf if found is None else found


def runs(records: Iterable[Record]) -> list[Run]:
    """Return the measures of every record, the bounds of an instance taken together."""
    by_instance: dict[Instance, list[Record]] = defaultdict(list)
    for record in records:
        by_instance[_instance(record)].append(record)
    found = []
    for instance, group in by_instance.items():
        best = best_value(group)
        right = [record for record in group if not is_wrong(record, best)]
        marks = best_bound(right), _value_of("greedy", group)
        for record in group:
            told = record if record in right else {**record, "status": WRONG, "lintasan": ()}
            found.append(Run(instance, told["lawan"], told["status"], _measures(told, marks)))
    return found


def best_value(records: Iterable[Record]) -> float | None:
    """Return the largest exact value of a plan that keeps every rule."""
    values = [r["nilai_tepat"] for r in records if r.get("aturan_dilanggar") == 0]
    return max(values, default=None)


def is_wrong(record: Record, best: float | None) -> bool:
    """Whether a run claims that a plan which was found cannot exist."""
    if best is None:
        return False
    if record["status"] == "mustahil":
        return True
    points = points_of(record)
    bound = points[-1].bound if points else None
    exact = OPPONENTS[record["lawan"]].exact
    return exact and bound is not None and bound < best * (1 - CLAIM)


def best_bound(records: Iterable[Record]) -> float | None:
    """Return the best bound that exact opponents proved for one instance."""
    bounds = [
        points[-1].bound
        for record in records
        if OPPONENTS[record["lawan"]].exact and (points := points_of(record))
    ]
    return min((bound for bound in bounds if bound is not None), default=None)


def _value_of(opponent: str, records: Iterable[Record]) -> float | None:
    """Return the last value of one opponent."""
    points = [p for r in records if r["lawan"] == opponent for p in points_of(r)]
    return points[-1].value if points else None


def points_of(record: Record) -> list[Point]:
    """Return the points in time of a record."""
    return [Point(*point) for point in record.get("lintasan", ())]


def _instance(record: Record) -> Instance:
    return record["kegiatan"], record["pagu"], record["benih"], record["tahun"]


def _measures(
    record: Record, marks: tuple[float | None, float | None]
) -> Mapping[str, float | None]:
    """Return the measures of a record, beside the best bound and greedy's value."""
    bound, simple = marks
    everything = points_of(record)
    last = everything[-1] if everything else Point(0.0, None, None)
    # A solver may end a little late; what it proves then is its end, and no time within the limit.
    points = [point for point in everything if point.seconds <= record["batas_detik"]]
    return {
        "ke_1_persen": seconds_to_gap(points, 0.01),
        "ke_0_5_persen": seconds_to_gap(points, 0.005),
        "celah_1_detik": at(points, 1.0).gap,
        "celah_10_detik": at(points, 10.0).gap,
        "celah_akhir": last.gap,
        "celah_ke_batas_terbaik": gap(last.value, bound),
        "rencana_pertama_5_persen": None
        if bound is None
        else seconds_to_value(points, bound / (1 + FIRST)),
        "ke_nilai_rakus": None if simple is None else seconds_to_value(points, simple),
        "memori_puncak_mib": record.get("memori_puncak_mib"),
        "detik_menyusun": record.get("detik_menyusun"),
    }


def classes(found: Sequence[Run], years: int) -> list[dict[str, Any]]:
    """Return one row per class and opponent: medians, and how many runs proved 1 %."""
    grouped: dict[tuple[int, str, str], list[Run]] = defaultdict(list)
    for run in found:
        size, kind, _, horizon = run.instance
        if horizon == years:
            grouped[size, kind, run.opponent].append(run)
    return [
        {"kegiatan": size, "pagu": kind, "lawan": opponent, **medians(group)}
        for (size, kind, opponent), group in grouped.items()
    ]


def medians(group: Sequence[Run]) -> dict[str, Any]:
    """Return the medians of some runs; ``None`` where at least half did not get there."""
    counted = [run for run in group if run.status != FAILED]
    return {
        "banyak": len(counted),
        "gagal": len(group) - len(counted),
        "keliru": sum(run.status == WRONG for run in counted),
        "mencapai_1_persen": sum(math.isfinite(run.seconds()) for run in counted),
        **{measure: middle(run.measures[measure] for run in counted) for measure in MEASURES},
    }


def duels(found: Sequence[Run], limit: float) -> list[dict[str, Any]]:
    """Return our time beside each opponent's: wins, losses, median ratio per class.

    The time is that to 1 %, against greedy that to greedy's value. The ratio is theirs to ours.
    Where they did not get there, the limit stands for their time and the ratio is a lower bound;
    instances where neither did count as neither.
    """
    counted = [run for run in found if run.status != FAILED]
    ours = {run.instance: run for run in counted if run.opponent == OURS}
    grouped: dict[tuple[int, str, int, str], list[tuple[Run, Run]]] = defaultdict(list)
    for run in counted:
        size, kind, _, years = run.instance
        if run.opponent != OURS and run.instance in ours:
            grouped[size, kind, years, run.opponent].append((ours[run.instance], run))
    return [
        {"kegiatan": size, "pagu": kind, "tahun": years, "lawan": name, **_duel(pairs, limit)}
        for (size, kind, years, name), pairs in grouped.items()
    ]


def _duel(pairs: Sequence[tuple[Run, Run]], limit: float) -> dict[str, Any]:
    proves = OPPONENTS[pairs[0][1].opponent].proves
    measure = "ke_1_persen" if proves else "ke_nilai_rakus"
    times = [(ours.seconds(measure), theirs.seconds(measure)) for ours, theirs in pairs]
    ratios = [ratio for pair in times if (ratio := _ratio(*pair, limit)) is not None]
    return {
        "ukuran": measure,
        "menang": sum(mine < other for mine, other in times),
        "kalah": sum(mine > other for mine, other in times),
        "rasio_median": median(ratios) if ratios else None,
        "sekurangnya": any(math.isfinite(mine) and math.isinf(other) for mine, other in times),
        "kalah_pada": [
            list(pair[0].instance)
            for pair, (mine, other) in zip(pairs, times, strict=True)
            if mine > other
        ],
    }


def _ratio(mine: float, other: float, limit: float) -> float | None:
    if math.isinf(mine) and math.isinf(other):
        return None
    return min(other, limit) / min(mine, limit)


def middle_ratio(
    found: Sequence[Run], limit: float, sizes: Sequence[int] = (150, 300)
) -> float | None:
    """Return the median ratio against the reference over all instances of some sizes."""
    times: dict[Instance, dict[str, float]] = defaultdict(dict)
    for run in found:
        if run.instance[0] in sizes and run.status != FAILED:
            times[run.instance][run.opponent] = run.seconds()
    both = [pair for pair in times.values() if OURS in pair and REFERENCE in pair]
    ratios = [_ratio(pair[OURS], pair[REFERENCE], limit) for pair in both]
    known = [ratio for ratio in ratios if ratio is not None]
    return median(known) if known else None


def summary(records: Sequence[Record], limit: float, years: int) -> dict[str, Any]:
    """Return everything that tables and charts show."""
    found = runs(records)
    return {
        "lari": [
            {
                **dict(zip(("kegiatan", "pagu", "benih", "tahun"), run.instance, strict=True)),
                "lawan": run.opponent,
                "status": run.status,
                **run.measures,
            }
            for run in found
        ],
        "kelas": classes(found, years),
        "duel": duels(found, limit),
        "rasio_median_150_300": middle_ratio([r for r in found if r.instance[3] == years], limit),
    }
