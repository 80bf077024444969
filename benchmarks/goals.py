"""README's last table: the goals for speed beside what was measured, from the results alone."""

from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from benchmarks.family.opponents import OURS
from benchmarks.whole import SHARE, SIZE, START_UP, TIGHTNESS

#: What was aimed at, in the units of the table.
RATIO, TO_1_PERCENT, FIRST_PLAN, MOVED, BUILDING = 10.0, 3.0, 0.3, 1.0, 0.15

type Results = Mapping[str, Any]
type Line = tuple[str, str, str, bool]


def goals_part(family: Results, moved: Results, whole: Results) -> str:
    """Return the table of goals, what was measured, and whether each was reached.

    Parameters
    ----------
    family, moved, whole
        What ``benchmarks.family``, ``benchmarks.sliders`` and ``benchmarks.whole`` wrote.
    """
    lines = [*_family(family), *_moved(moved), _beside(whole)]
    head = ("goal", "aimed at", "measured", "reached")
    rows = [head, ("---", "--:", "--:", "---")]
    rows += [(what, aim, found, "yes" if reached else "no") for what, aim, found, reached in lines]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _family(family: Results) -> list[Line]:
    years, limit = family["setelan"]["tahun"], family["setelan"]["batas_detik"]
    ratio = family["rasio_median_150_300"]
    duels = [duel for duel in family["duel"] if duel["tahun"] == years]
    tight = _class(family["kelas"], SIZE, TIGHTNESS)
    runs = [run for run in family["lari"] if run["lawan"] == OURS and run["ke_1_persen"]]
    share = median(run["detik_menyusun"] / run["ke_1_persen"] for run in runs)
    return [
        (
            f"150 and 300 activities: textbook's s to 1 %, {limit:.0f} s at most, ÷ ours, median",
            f"{RATIO:.0f}×",
            "–" if ratio is None else f"≥ {ratio:.1f}×",
            ratio is not None and ratio >= RATIO,
        ),
        _lost("times that another way proved 1 % sooner", duels, "ke_1_persen"),
        _lost(
            "times that greedy, which proves nothing, had its plan before kla-plan one as good",
            duels,
            "ke_nilai_rakus",
        ),
        _at_most(f"{SIZE} activities, tight: s to 1 %, median", TO_1_PERCENT, tight["ke_1_persen"]),
        _at_most(
            f"{SIZE} activities, tight: s to a first plan within 5 % of the best bound, median",
            FIRST_PLAN,
            tight["rencana_pertama_5_persen"],
        ),
        (
            "building the model, share of the time to 1 %, median",
            f"{BUILDING:.0%}",
            f"{share:.0%}",
            share <= BUILDING,
        ),
    ]


def _lost(what: str, duels: Sequence[Results], measure: str) -> Line:
    mine = [duel for duel in duels if duel["ukuran"] == measure]
    lost = sum(duel["kalah"] for duel in mine)
    beside = lost + sum(duel["menang"] for duel in mine)
    return what, "0", f"{lost} of {beside}", lost == 0


def _class(rows: Sequence[Results], size: int, kind: str) -> Results:
    wanted = (size, kind, OURS)
    return next(r for r in rows if (r["kegiatan"], r["pagu"], r["lawan"]) == wanted)


def _moved(moved: Results) -> list[Line]:
    return [
        _at_most(
            f"`{city['paket']}`, ceilings moved: s to 1 %, median", MOVED, city["median_detik"]
        )
        for city in moved["kota"]
    ]


def _beside(whole: Results) -> Line:
    worst = max(whole["kota"], key=lambda run: run["detik"] - run["batas"])
    aim = f"{SHARE} × the solver's time + {START_UP:.0f} s"
    return (
        f"`kla-plan plan`, {SIZE} activities: at most {aim}, worst run",
        f"{worst['batas']:.1f} s",
        f"{worst['detik']:.1f} s",
        worst["detik"] <= worst["batas"],
    )


def _at_most(what: str, aim: float, found: float | None) -> Line:
    text = "–" if found is None else f"{found:.1f}"
    return what, f"{aim:g}", text, found is not None and found <= aim
