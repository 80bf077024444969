"""Random small packs in which, across seeds, every rule of contract section 3 occurs.

All activities are whole (``bulat``) unless asked otherwise, so that
:mod:`support.brute` can enumerate every plan. What the contract leaves open is left out: a window
of an activity that had started before the horizon, and a realised volume of zero.
"""

import random
from decimal import Decimal
from typing import Any

from kla_plan.pack.model import Pack
from kla_plan.scenario import Scenario
from support.packs import tiny_pack
from support.random_activities import FIRST, Rows, activities, realised, shrink


def random_pack(seed: int, *, whole: bool = True) -> tuple[Pack, Scenario]:
    """Return a random pack and scenario: 2–5 activities, 2–3 years, 2–4 questions.

    Parameters
    ----------
    seed
        The same seed gives the same pack and scenario.
    whole
        Whether all volumes are whole; otherwise some activities take any volume, and no
        brute-force oracle exists.
    """
    draw = random.Random(seed)  # noqa: S311 - reproducible tests, not secrets
    years = list(range(FIRST, FIRST + draw.choice([2, 3, 3])))
    agencies = [{"opd": "DINAS"}, {"opd": "KANTOR"}][: draw.choice([1, 2, 2])]
    funds = draw.choice([[], ["PAD"], ["DAU", "PAD"], ["DAU", "PAD"], ["DAK", "DAU", "PAD"]])
    actors = activities(draw, years, agencies, funds)
    base, done = realised(draw, years, actors)
    shrink(actors, len(years), done)
    for agency in agencies:
        if draw.random() < 0.35:
            agency["kapasitas_per_tahun"] = draw.choice(["1", "1.5", "2", "3"])
    if not whole:
        for activity in draw.sample(actors, draw.randint(1, 2)):
            activity["bulat"] = False
    questions, answers, caps = _questions(draw)
    costs = _costs(draw, actors)
    pack = tiny_pack(
        kegiatan=actors,
        pertanyaan=questions,
        biaya=costs,
        dampak=_effects(draw, actors, questions),
        prasyarat=_prerequisites(draw, actors),
        pagu=_ceilings(draw, years, funds, agencies, costs),
        realisasi=done,
        opd=agencies,
        jawaban=answers,
        indikator_maks=caps,
        years=(years[0], years[-1]),
        base=base,
        slug=f"acak-{seed}",
    )
    return pack, _scenario(draw, pack)


def _questions(draw: random.Random) -> tuple[Rows, dict[str, Decimal], dict[str, Decimal]]:
    scales = ["1", "1/2;1", "1/3;2/3;1", "1/4;1/2;3/4;1", "1/5;2/5;3/5;4/5;1"]
    rows, answers = [], {}
    for number in range(1, draw.randint(2, 4) + 1):
        most = Decimal(draw.choice(["1", "2", "5", "10", "2.5"]))
        rows.append(
            {
                "pertanyaan": f"P{number}",
                "indikator": "I1" if number == 1 else draw.choice(["I1", "I2"]),
                "poin_maks": most,
                "skala": draw.choice(scales),
            }
        )
        start = draw.choice(["0", "0", "0", "0.25", "0.4", "0.5", "1"])
        answers[f"P{number}"] = most * Decimal(start)
    caps = {}
    for code in sorted({row["indikator"] for row in rows}):
        if draw.random() < 0.3:
            total = sum(row["poin_maks"] for row in rows if row["indikator"] == code)
            caps[code] = (total * Decimal("0.7")).quantize(Decimal("0.1"))
    return rows, answers, dict(sorted(caps.items()))


def _costs(draw: random.Random, actors: Rows) -> Rows:
    rows: Rows = []
    for activity in actors:
        if draw.random() < 0.06:
            continue  # work that costs nothing
        ages = draw.choice([[0], [0], [0, 1], [0, 2], [1]])
        for age in ages:
            fixed = draw.random() < 0.4
            rows.append(
                {
                    "kegiatan": activity["kegiatan"],
                    "tahun_ke": age,
                    "biaya_per_unit": draw.randrange(1_000_000, 9_000_000) // (1 + age),
                    "biaya_tetap": draw.randrange(500_000, 3_000_000) if fixed else 0,
                }
            )
        rows[-1]["seterusnya"] = len(ages) > 1 and draw.random() < 0.5
    return rows


def _effects(draw: random.Random, actors: Rows, questions: Rows) -> Rows:
    rows: Rows = []
    for question in questions:
        chosen = draw.sample(actors, min(len(actors), draw.randint(1, 3)))
        bundle = chosen[:2] if len(chosen) > 1 and draw.random() < 0.35 else []
        common = draw.choice(["0.5", "0.4", "1"])
        for activity in chosen:
            row = {"kegiatan": activity["kegiatan"], "pertanyaan": question["pertanyaan"]}
            row["jeda"] = draw.choice([0, 0, 0, 1])
            if activity in bundle:
                need = draw.randint(1, min(2, activity["volume_maks"]))
                row |= {"kenaikan": common, "paket": "BUKTI", "volume_perlu": need}
            else:
                row |= {
                    "kenaikan": draw.choice(["0.2", "0.25", "0.333333", "0.5", "0.6", "1"]),
                    "per": draw.choice(["unit", "unit", "aktif"]),
                    "bertahan": draw.choice([None, None, True, False]),
                }
            rows.append(row)
    return rows


def _prerequisites(draw: random.Random, actors: Rows) -> Rows:
    if draw.random() < 0.55:
        return []
    first, then = sorted(draw.sample(actors, 2), key=lambda row: str(row["kegiatan"]))
    if "kelompok_eksklusif" in first and "kelompok_eksklusif" in then:
        return []
    needs = {"kegiatan": then["kegiatan"], "butuh": first["kegiatan"]}
    return [needs | {"jeda": draw.choice([0, 0, 1])}]


def _ceilings(
    draw: random.Random, years: list[int], funds: list[str], agencies: Rows, costs: Rows
) -> Rows:
    scale = sum(row["biaya_per_unit"] for row in costs) or 1_000_000
    rows: dict[tuple[int | None, str, str], dict[str, Any]] = {}

    def bound(year: int | None, fund: str, agency: str, low: float, high: float) -> None:
        share = draw.uniform(low, high) * (len(years) if year is None else 1)
        key = (year, fund, agency)
        rows[key] = {"tahun": year, "sumber_dana": fund, "opd": agency}
        rows[key]["batas_atas"] = int(scale * share)

    for fund in funds or [""]:
        if draw.random() < 0.25 and len(funds) < 3:
            bound(None, fund, "", 0.1, 0.9)
        else:
            for year in years:
                bound(year, fund, "", 0.1, 1.2)
    one_year, agency = draw.choice(years), draw.choice(agencies)["opd"]
    fund = draw.choice(funds) if 0 < len(funds) < 3 else ""
    extras = [(None, "", ""), (one_year, "", agency), (None, "", agency)]
    extras += [(one_year, "", ""), (one_year, fund, agency), (None, fund, agency)]
    for extra in extras:
        if extra not in rows and draw.random() < 0.15:
            bound(*extra, 0.2, 0.8)
    if draw.random() < 0.25:
        narrow = [row for row in rows.values() if row["opd"]] if draw.random() < 0.5 else []
        row = draw.choice(narrow or list(rows.values()))
        row["batas_bawah"] = draw.randint(0, row["batas_atas"] // 3)
        if row["opd"] and draw.random() < 0.5:
            row["batas_atas"] = None
    return list(rows.values())


def _scenario(draw: random.Random, pack: Pack) -> Scenario:
    codes, years = list(pack.activities), pack.planned_years
    cheapest = draw.random() < 0.3
    chosen: dict[str, Any] = {
        "tujuan": "min_biaya" if cheapest else "maks_skor",
        "pagu_faktor": draw.choice(["1", "1", "0.9", "1.1", "0.85"]),
        "inflasi": draw.choice(["0", "0.03", "0.045", "-0.01"]),
        "diskon_verifikasi": draw.choice(["0", "0.1", "0.15"]),
        "skala": draw.choice(["bertangga", "bertangga", "bertangga", "kontinu"]),
        "pemecah": {"celah": 0, "batas_detik": 60},
    }
    if draw.random() < 0.5:
        chosen["bobot_tahun"] = {draw.choice(pack.years): draw.choice(["3", "0", "0.5", "2"])}
    if draw.random() < (0.9 if cheapest else 0.15):
        chosen["target"] = [_target(draw, pack)]
    if draw.random() < 0.12:
        code = draw.choice(codes)
        lock = {"kegiatan": code, "tahun": draw.choice(years)}
        chosen["kunci"] = [draw.choice([code, lock])]
    if draw.random() < 0.12:
        chosen["larang"] = [draw.choice(codes)]
    return Scenario.model_validate(chosen)


def _target(draw: random.Random, pack: Pack) -> dict[str, Any]:
    target = {"tahun": draw.choice(pack.years), "dasar": draw.choice(["mandiri", "verifikasi"])}
    if draw.random() < 0.5:
        return target | {"predikat": draw.choice(["Pratama", "Pratama", "Madya"])}
    whole = sum(row.poin_maks for row in pack.instrument.indicators.values())
    return target | {"poin": whole * Decimal(draw.choice(["0.3", "0.4", "0.5", "0.7"]))}
