"""A pack as if the first years of a plan had been carried out as planned: for illustration only."""

from dataclasses import replace
from fractions import Fraction

from kla_plan.indonesian import half_up
from kla_plan.pack.columns import Jawaban, Realisasi
from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan
from kla_plan.plan.spent import spent_by_year

#: What every answer made up here carries.
LABEL = "Ilustrasi: seandainya rencana dilaksanakan persis sampai {year}; bukan data."


def as_if_done(plan: Plan, until: int) -> Pack:
    """Return the plan's pack with its years up to ``until`` as ``realisasi`` and a score sheet.

    Volumes, rupiah and answers are the plan's own; nothing else is invented, and every answer
    says in ``asumsi`` that it is an illustration. Years in which an activity only needs upkeep
    are no deliveries and stand in no row.
    """
    spent = spent_by_year(plan)
    facts = {(row.kegiatan, row.tahun) for row in plan.pack.realised}
    keys = sorted(plan.volumes.keys() - facts, key=lambda key: (key[1], key[0]))
    done = tuple(
        Realisasi(
            tahun=year,
            kegiatan=code,
            volume=plan.volumes[code, year],
            rupiah=spent.get((code, year), 0),
        )
        for code, year in keys
        if year <= until and plan.volumes[code, year] > 0
    )
    return replace(
        plan.pack,
        realised=(*plan.pack.realised, *done),
        later_answers={**plan.pack.later_answers, until: _sheet(plan, until)},
    )


def _sheet(plan: Plan, until: int) -> tuple[Jawaban, ...]:
    note = LABEL.format(year=until)
    questions = plan.pack.instrument.questions
    return tuple(
        Jawaban(
            pertanyaan=code,
            poin=half_up(plan.fractions[until, code] * Fraction(questions[code].poin_maks), 6),
            asumsi=note,
        )
        for code in questions
    )
