"""Generated cities: ``instance(activities, tightness, seed)`` is a pack and its scenario.

A city is drawn from the model city (:mod:`benchmarks.family.model_city`): the real instrument, and
activities that copy a real one's agency, funds, unit, kind of effect, prerequisites, exclusive
group and bundles, with volumes, prices, effects, windows and the first score of their own. Beyond
the size of the catalogue (257) a city lists further, smaller activities of the same kinds, as a
large city splits its work by agency and area; that makes answers need several activities each.

The three kinds of ceilings (:mod:`benchmarks.family.money`) are put on the *same* city: only the
money differs. Everything follows from the arguments: the same ones give the same pack anywhere.
"""

import random
from collections.abc import Mapping
from dataclasses import replace
from decimal import ROUND_CEILING, Decimal

from benchmarks.family.activities import Rows, draw_rows
from benchmarks.family.model_city import model_city
from benchmarks.family.money import TIGHTNESS, ceilings
from kla_plan.pack.columns import Jawaban, Opd, ProfilRow
from kla_plan.pack.model import Pack, Profil
from kla_plan.scenario import Scenario, make_scenario

SIZES = (50, 150, 300, 600, 1200)
SEEDS = (1, 2, 3, 4, 5)
FIRST_YEAR = 2024
YEARS = 7
#: Share of a question's points that a city has on average before the plan: drawn between these.
MATURITY = (0.3, 0.6)

__all__ = ["FIRST_YEAR", "SEEDS", "SIZES", "TIGHTNESS", "YEARS", "instance"]


def instance(
    activities: int, tightness: str, seed: int, *, years: int = YEARS
) -> tuple[Pack, Scenario]:
    """Return a generated city under its scenario ``maks_skor``.

    Parameters
    ----------
    activities
        Number of candidate activities, from 1.
    tightness
        ``longgar``, ``ketat`` or ``sangat_ketat``: how much of the demand the ceilings can pay
        (:data:`benchmarks.family.money.TIGHTNESS`).
    seed
        Which city of this size.
    years
        Length of the horizon from 2024.
    """
    draw = random.Random(f"kla-plan/{activities}/{seed}")
    model = model_city().pack
    answers = _answers(draw)
    span = tuple(range(FIRST_YEAR, FIRST_YEAR + years))
    rows = draw_rows(draw, activities, span)
    pack = Pack(
        slug=f"acak-{activities}-{tightness}-{seed}",
        profile=_profile(span, f"Acak {activities}-{seed}"),
        instrument=model.instrument,
        answers=answers,
        opds=_agencies(draw, rows, years),
        activities=rows.activities,
        costs=rows.costs,
        effects=rows.effects,
        prerequisites=rows.prerequisites,
        ceilings=ceilings(rows, span, TIGHTNESS[tightness]),
        realised=(),
        later_answers={},
        unreachable={},
        nomenclature={},
    )
    return pack, scenario(span)


def scenario(span: tuple[int, ...]) -> Scenario:
    """Return the scenario of every instance: most points, the last year weighing three times."""
    return make_scenario({"nama": "acak", "bobot_tahun": {span[-1]: 3}, "inflasi": "0.03"})


def _answers(draw: random.Random) -> Mapping[str, Jawaban]:
    """Draw every question's first answer: one of its levels, or none."""
    maturity = draw.uniform(*MATURITY)
    answers = {}
    for code, question in model_city().pack.instrument.questions.items():
        wish = draw.betavariate(2 * maturity, 2 * (1 - maturity))
        reached = [level for level in question.skala if level <= wish]
        level = reached[-1] if reached else 0
        points = Decimal(level.numerator) / level.denominator * question.poin_maks if level else 0
        answers[code] = Jawaban(pertanyaan=code, poin=Decimal(points))
    return answers


def _agencies(draw: random.Random, rows: Rows, years: int) -> Mapping[str, Opd]:
    """Return the model's agencies; those with a limit can do part of what they are asked."""
    return {
        code: _limited(agency, rows, years, Decimal(draw.randint(40, 70)) / 100)
        for code, agency in model_city().pack.opds.items()
    }


def _limited(agency: Opd, rows: Rows, years: int, share: Decimal) -> Opd:
    if agency.kapasitas_per_tahun is None:
        return agency
    mine = [a for a in rows.activities.values() if a.opd == agency.opd]
    yearly = (a.kapasitas_per_unit * a.volume_maks / (1 if a.berulang else years) for a in mine)
    least = max((a.kapasitas_per_unit * a.yearly_minimum for a in mine), default=Decimal(1))
    limit = max(share * sum(yearly, Decimal(0)), least)
    return replace(agency, kapasitas_per_tahun=limit.quantize(Decimal("0.1"), ROUND_CEILING))


def _profile(span: tuple[int, ...], name: str) -> Profil:
    facts = {
        "kode_wilayah": "99.99",
        "nama": name,
        "jenis": "kota",
        "provinsi": "Provinsi Contoh",
        "instrumen": model_city().pack.profile.instrument,
        "tahun_dasar": str(span[0] - 1),
        "tahun_awal": str(span[0]),
        "tahun_akhir": str(span[-1]),
    }
    return Profil(
        code=facts["kode_wilayah"],
        name=name,
        kind=facts["jenis"],
        province=facts["provinsi"],
        instrument=facts["instrumen"],
        base_year=span[0] - 1,
        first_year=span[0],
        last_year=span[-1],
        facts={key: ProfilRow(kunci=key, nilai=value) for key, value in facts.items()},
    )
