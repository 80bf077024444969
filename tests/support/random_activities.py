"""Random activities with their facts, for :mod:`support.randoms`."""

import random
from collections import Counter
from itertools import product
from typing import Any

FIRST = 2025
#: Most plans that an oracle should have to look at in one pack.
_PLANS = 10_000

type Rows = list[dict[str, Any]]


def activities(draw: random.Random, years: list[int], agencies: Rows, funds: list[str]) -> Rows:
    """Draw 2–5 activities with the rules that concern them alone, and at times a group."""
    rows: Rows = []
    for code in "ABCDE"[: draw.randint(2, 5)]:
        most = draw.choice([1, 1, 2, 3])
        row: dict[str, Any] = {
            "kegiatan": code,
            "opd": draw.choice(agencies)["opd"],
            "volume_maks": most,
            "berulang": draw.random() < 0.3,
            "wajib": draw.random() < 0.08,
            "kapasitas_per_unit": draw.choice([0, 0, 1, "0.5", 2]),
        }
        if most > 1 and draw.random() < 0.4:
            row["volume_maks_per_tahun"] = draw.randint(1, most - 1)
        if draw.random() < 0.25:
            row["volume_min_per_tahun"] = draw.choice([0, min(2, _yearly(row)), _yearly(row)])
        if draw.random() < 0.2:
            row["mulai_paling_awal"] = draw.choice(years)
        if draw.random() < 0.2:
            first = row.get("mulai_paling_awal", years[0])
            row["mulai_paling_akhir"] = draw.choice([year for year in years if year >= first])
        if funds and draw.random() < 0.4:
            row["sumber_dana"] = draw.sample(funds, draw.randint(1, len(funds)))
        rows.append(row)
    if len(rows) > 2 and draw.random() < 0.3:
        for row in draw.sample(rows, 2):
            row["kelompok_eksklusif"] = "PILIH"
    return rows


def _yearly(row: dict[str, Any]) -> int:
    return min(row["volume_maks"], row.get("volume_maks_per_tahun", row["volume_maks"]))


def realised(draw: random.Random, years: list[int], activities: Rows) -> tuple[int, Rows]:
    """Draw facts: up to the base year, between base year and horizon, or in its first year."""
    where = draw.choice([None, None, None, "before", "between", "in", "in"])
    base = FIRST - 2 if where == "between" else FIRST - 1
    if where is None:
        return base, []
    grouped = [a for a in activities if "kelompok_eksklusif" in a]
    candidates = [a for a in activities if a not in grouped[1:]]
    done: Rows = []
    for activity in draw.sample(candidates, draw.randint(1, 2)):
        left = activity["volume_maks"]
        spread = {"before": [FIRST - 2, FIRST - 1], "between": [FIRST - 2, FIRST - 1]}
        for year in spread.get(where, [FIRST]):
            volume = draw.randint(0, left)
            if volume:
                left -= 0 if activity["berulang"] else volume
                done.append(
                    {
                        "tahun": year,
                        "kegiatan": activity["kegiatan"],
                        "volume": volume,
                        "rupiah": draw.randrange(1_000_000, 9_000_000),
                    }
                )
        activity.pop("mulai_paling_awal", None)
        if where != "in":
            activity.pop("mulai_paling_akhir", None)
    return base, done


def shrink(activities: Rows, years: int, realised: Rows) -> None:
    """Take freedom away until few enough plans remain."""
    planned = years - any(row["tahun"] >= FIRST for row in realised)
    done = Counter[str]()
    for row in realised:
        done[row["kegiatan"]] += row["volume"]

    def plans(row: dict[str, Any]) -> int:
        return _count(row, planned)

    while True:
        number = 1
        for row in activities:
            number *= plans(row)
        if number <= _PLANS:
            return
        row = max(activities, key=plans)
        if row.get("volume_min_per_tahun") == 0:
            del row["volume_min_per_tahun"]
        elif row["volume_maks"] > max(1, done[row["kegiatan"]]):
            row["volume_maks"] -= 1
            for bound in {"volume_min_per_tahun", "volume_maks_per_tahun"} & row.keys():
                row[bound] = min(row[bound], row["volume_maks"])
        elif row["berulang"] and done[row["kegiatan"]] <= row["volume_maks"]:
            row["berulang"] = False
        else:
            activities.remove(row)
            realised[:] = [r for r in realised if r["kegiatan"] != row["kegiatan"]]


def _count(row: dict[str, Any], years: int) -> int:
    low = row.get("volume_min_per_tahun", 1)
    options = [None, *range(low, _yearly(row) + 1)]
    return sum(
        row["berulang"] or sum(v or 0 for v in plan) <= row["volume_maks"]
        for plan in product(options, repeat=years)
    )
