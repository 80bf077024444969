"""What one activity is worth on its own, and which activities serve many at once."""

from collections import defaultdict
from decimal import Decimal
from fractions import Fraction

import pandas as pd

from kla_plan.candidates.delivery import available, cost
from kla_plan.candidates.matching import points_per_million
from kla_plan.candidates.reach import reach
from kla_plan.gaps.points import indicator_gap
from kla_plan.pack.model import Pack
from kla_plan.scenario import Scenario


def activity_values(pack: Pack, scenario: Scenario | None = None) -> pd.DataFrame:
    """Return one row per usable activity that raises some answer: all it does on its own.

    Effects that need other activities of a ``paket`` are counted as questions served, but their
    points belong to the paket and are left out.

    Returns
    -------
    pandas.DataFrame
        ``kegiatan, nama, opd, opd_pendukung``; ``pertanyaan, indikator, klaster`` (how many it
        serves), ``daftar_indikator, daftar_opd`` (``;``-separated: indicators served, and OPDs
        that the questions name); ``poin`` (gained when all its effects are earned, caps
        respected), ``biaya`` (rupiah of the delivery that earns them all), ``poin_per_juta``.
        Sorted by points per rupiah, then by points.
    """
    scenario = scenario or Scenario()
    usable = available(pack, scenario)
    rows = [row for code in usable if (row := _value(pack, scenario, code))]
    columns = [
        "kegiatan", "nama", "opd", "opd_pendukung", "pertanyaan", "indikator", "klaster",
        "daftar_indikator", "daftar_opd", "poin", "biaya", "poin_per_juta",
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values(
        ["poin_per_juta", "poin", "kegiatan"], ascending=[False, False, True], ignore_index=True
    )


def integrators(pack: Pack, scenario: Scenario | None = None) -> pd.DataFrame:
    """Return the rows of :func:`activity_values` that serve several indicators or several OPDs.

    Several OPDs: at least two questions gain, and together they name two agencies or more. (One
    question that names many agencies is no integration: the instrument asks them jointly.) Most
    indicators first.
    """
    table = activity_values(pack, scenario)
    opds = table["daftar_opd"].map(lambda text: len(list(filter(None, text.split(";")))))
    chosen = table[(table["indikator"] >= 2) | ((table["pertanyaan"] >= 2) & (opds >= 2))]
    return chosen.sort_values(
        ["indikator", "pertanyaan", "poin", "kegiatan"],
        ascending=[False, False, False, True],
        ignore_index=True,
    )


def _value(pack: Pack, scenario: Scenario, activity: str) -> dict[str, object] | None:
    score = pack.start_score()
    questions, opds = {}, {}
    by_indicator: dict[str, Fraction] = defaultdict(Fraction)
    delivery: dict[int, Decimal] = {}
    for effect in pack.effects_of(activity):
        found = reach(pack, effect, stepped=scenario.stepped)
        room = indicator_gap(pack, score, effect.pertanyaan)
        if found is None or room <= 0:
            continue
        question = pack.instrument.questions[effect.pertanyaan]
        questions[effect.pertanyaan] = question.indikator
        opds.update(dict.fromkeys(question.opd))
        alone = Fraction(0) if effect.paket else found.answer - pack.start(effect.pertanyaan)
        by_indicator[question.indikator] = min(
            room, by_indicator[question.indikator] + Fraction(question.poin_maks) * alone
        )
        for year, volume in found.delivery.items():
            delivery[year] = max(delivery.get(year, Decimal(0)), volume)
    if not questions:
        return None
    row = pack.activities[activity]
    points = sum(by_indicator.values(), Fraction(0))
    rupiah = cost(pack, activity, delivery)
    clusters = {pack.instrument.cluster_of(code) for code in questions.values()}
    return {
        "kegiatan": activity,
        "nama": row.nama,
        "opd": row.opd,
        "opd_pendukung": ";".join(row.opd_pendukung),
        "pertanyaan": len(questions),
        "indikator": len(set(questions.values())),
        "klaster": len(clusters),
        "daftar_indikator": ";".join(dict.fromkeys(questions.values())),
        "daftar_opd": ";".join(opds),
        "poin": float(points),
        "biaya": rupiah,
        "poin_per_juta": points_per_million(points, rupiah),
    }
