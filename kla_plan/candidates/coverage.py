"""What the activities can close together, and which gaps nobody can close."""

from collections import defaultdict
from fractions import Fraction

import pandas as pd

from kla_plan.candidates.delivery import available
from kla_plan.candidates.reach import bundles, largest_rise, paket_rise
from kla_plan.gaps.heads import question_head
from kla_plan.gaps.points import indicator_gap
from kla_plan.instrument import answered
from kla_plan.pack.columns import Dampak
from kla_plan.pack.model import Pack
from kla_plan.scenario import Scenario

NO_CANDIDATE = "Belum ada kegiatan calon untuk pertanyaan ini."
FORBIDDEN = "Kegiatan yang melayaninya dilarang oleh skenario atau menunggu kegiatan yang dilarang."
TOO_LITTLE = "Seluruh kegiatan calon bersama-sama belum mencapai anak tangga jawaban berikutnya."
PARTLY = "Kegiatan calon hanya menutup sebagian; sisanya di luar jangkauan volume maksimum."


def coverage(pack: Pack, scenario: Scenario | None = None) -> pd.DataFrame:
    """Return one row per question with a gap: what all candidate activities reach together.

    Money, capacity and prerequisites are left aside: this is what the list of activities could do
    at best in the last year of the horizon. Of an exclusive group only the best one counts.

    Returns
    -------
    pandas.DataFrame
        ``klaster, indikator, pertanyaan, label, opd, selisih`` (missing points that count),
        ``kandidat`` (number of activities), ``terjangkau`` (points that can be gained), ``sisa``,
        ``alasan`` (why points are left; empty where none is).
    """
    scenario = scenario or Scenario()
    usable = set(available(pack, scenario))
    score = pack.start_score()
    served: dict[str, list[Dampak]] = defaultdict(list)
    for effect in pack.effects:
        served[effect.pertanyaan].append(effect)
    rows = []
    for code, question in pack.instrument.questions.items():
        maximum = Fraction(question.poin_maks)
        start = pack.start(code)
        missing = min(maximum * (1 - start), indicator_gap(pack, score, code))
        if missing <= 0:
            continue
        effects = [row for row in served[code] if row.kegiatan in usable]
        progress = start + combined_rise(pack, effects)
        answer = answered(progress, start, question.skala, stepped=scenario.stepped)
        reached = min(missing, maximum * (answer - start))
        rows.append(
            {
                **question_head(pack, code),
                "selisih": float(missing),
                "kandidat": len({row.kegiatan for row in effects}),
                "terjangkau": float(reached),
                "sisa": float(missing - reached),
                "alasan": _reason(pack, code, served[code], effects, reached)
                if reached < missing
                else "",
            }
        )
    columns = [
        "klaster", "indikator", "pertanyaan", "label", "opd", "selisih", "kandidat", "terjangkau",
        "sisa", "alasan",
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def indicator_coverage(pack: Pack, scenario: Scenario | None = None) -> pd.DataFrame:
    """Return :func:`coverage` by indicator, each indicator's own maximum respected.

    Returns
    -------
    pandas.DataFrame
        One row per indicator with a gap: ``klaster, indikator, nama, selisih, terjangkau, sisa``.
        Unlike the rows of questions these add up: to the points missing in the total.
    """
    score = pack.start_score()
    reached = coverage(pack, scenario).groupby("indikator")["terjangkau"].sum()
    rows = []
    for code, indicator in pack.instrument.indicators.items():
        missing = float(Fraction(indicator.poin_maks) - score.indicators[code])
        if missing <= 0:
            continue
        closed = min(missing, float(reached.get(code, 0.0)))
        rows.append(
            {
                "klaster": indicator.klaster,
                "indikator": code,
                "nama": indicator.nama,
                "selisih": missing,
                "terjangkau": closed,
                "sisa": missing - closed,
            }
        )
    columns = ["klaster", "indikator", "nama", "selisih", "terjangkau", "sisa"]
    return pd.DataFrame(rows, columns=columns)


def uncovered(pack: Pack, scenario: Scenario | None = None) -> pd.DataFrame:
    """Return the rows of :func:`coverage` with points left, the largest rest first."""
    table = coverage(pack, scenario)
    left = table[table["sisa"] > 0]
    return left.sort_values(["sisa", "pertanyaan"], ascending=[False, True], ignore_index=True)


def combined_rise(pack: Pack, effects: list[Dampak]) -> Fraction:
    """Return the rise of progress that rows of one question earn together, at best."""
    present = {(row.kegiatan, row.paket) for row in effects}
    total = Fraction(0)
    groups: dict[str, Fraction] = defaultdict(Fraction)
    for row in effects:
        if row.paket:
            continue
        rise = largest_rise(pack, row)
        group = pack.activities[row.kegiatan].kelompok_eksklusif
        if group:
            groups[group] = max(groups[group], rise)
        else:
            total += rise
    for (question, paket), members in bundles(pack).items():
        complete = all((row.kegiatan, paket) in present for row in members)
        if complete and effects and question == effects[0].pertanyaan:
            total += paket_rise(pack, members[0])
    return total + sum(groups.values(), Fraction(0))


def _reason(
    pack: Pack, question: str, served: list[Dampak], usable: list[Dampak], reached: Fraction
) -> str:
    if question in pack.unreachable:
        return pack.unreachable[question]
    if not served:
        return NO_CANDIDATE
    if not usable:
        return FORBIDDEN
    return PARTLY if reached > 0 else TOO_LITTLE
