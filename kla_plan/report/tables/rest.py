"""What a plan leaves unreached in its last year, and why."""

from fractions import Fraction

import pandas as pd

from kla_plan.candidates import coverage, indicator_coverage
from kla_plan.plan.plan import Plan

#: Why points of a question are left; the first is joined with the reason that the pack gives.
BEYOND = "Di luar jangkauan kegiatan calon"
NOT_CHOSEN = "Kegiatan calon tidak terpilih dalam batas pagu dan aturan rencana"
TOO_FEW = "Volume atau banyaknya kegiatan terpilih belum mencapai anak tangga jawaban berikutnya"
LAPSED = "Jawaban turun kembali setelah kegiatannya berhenti"
#: Differences below this are rounding of floats, not points.
_NOTHING = 1e-9


def remaining(plan: Plan) -> pd.DataFrame:
    """Return one row per question that still misses points that count in the last year.

    Returns
    -------
    pandas.DataFrame
        ``klaster, indikator, pertanyaan, label, tipe``; ``jawaban`` (fraction in the last year),
        ``sisa`` (points below the question's maximum), ``sebab`` (one of the reasons of this
        module, or the pack's own where no spending can raise the question), ``kegiatan`` (usable
        candidates). Questions of an indicator that reached its own maximum are left out.
    """
    pack, last = plan.pack, plan.years[-1]
    score = plan.score(last)
    best = coverage(pack, plan.scenario).set_index("pertanyaan")
    served = _served(plan)
    rows = []
    for code, question in pack.instrument.questions.items():
        maximum = Fraction(question.poin_maks)
        left = maximum - score.questions[code]
        indicator = pack.instrument.indicators[question.indikator]
        if left <= 0 or score.indicators[question.indikator] >= Fraction(indicator.poin_maks):
            continue
        reachable = float(best["terjangkau"].get(code, 0.0))
        gained = float(maximum * (plan.fractions[last, code] - pack.start(code)))
        rows.append(
            {
                "klaster": indicator.klaster,
                "indikator": question.indikator,
                "pertanyaan": code,
                "label": question.label,
                "tipe": question.tipe,
                "jawaban": float(plan.fractions[last, code]),
                "sisa": float(left),
                "sebab": _reason(plan, code, str(best["alasan"].get(code, "")),
                                 more=reachable > gained + _NOTHING, served=code in served),
                "kegiatan": int(best["kandidat"].get(code, 0)),
            }
        )  # fmt: skip
    columns = [
        "klaster", "indikator", "pertanyaan", "label", "tipe", "jawaban", "sisa", "sebab",
        "kegiatan",
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values("sisa", ascending=False, kind="stable", ignore_index=True)


def _served(plan: Plan) -> set[str]:
    return {row.pertanyaan for code in plan.activities for row in plan.pack.effects_of(code)}


def _reason(plan: Plan, code: str, beyond: str, *, more: bool, served: bool) -> str:
    if code in plan.pack.unreachable:
        return plan.pack.unreachable[code].rstrip(".")
    answers = [plan.fractions[year, code] for year in plan.years]
    if max(answers) > answers[-1]:
        return LAPSED
    if more:
        return TOO_FEW if served else NOT_CHOSEN
    return beyond.rstrip(".") or BEYOND


def cluster_outlook(plan: Plan) -> pd.DataFrame:
    """Return how each cluster's maximum splits up: reached, gained by the plan, and left.

    Returns
    -------
    pandas.DataFrame
        ``klaster, nama, poin_maks``; ``awal`` (base year), ``tambahan`` (gained by the last
        year), ``sisa_terjangkau`` (left, although candidate activities could reach it if money and
        rules did not matter), ``sisa_di_luar`` (left, and no candidate reaches it). The four add
        up to ``poin_maks``; the caps of indicators are respected.
    """
    pack = plan.pack
    start, end = pack.start_score(), plan.score(plan.years[-1])
    beyond = indicator_coverage(pack, plan.scenario).set_index("indikator")["sisa"]
    rows = []
    for code, cluster in pack.instrument.clusters.items():
        inside = [i for i in pack.instrument.indicators.values() if i.klaster == code]
        left = {
            i.indikator: float(Fraction(i.poin_maks) - end.indicators[i.indikator]) for i in inside
        }
        out = sum(min(left[i], float(beyond.get(i, 0.0))) for i in left)
        rows.append(
            {
                "klaster": code,
                "nama": cluster.nama,
                "poin_maks": float(sum(i.poin_maks for i in inside)),
                "awal": float(start.clusters[code]),
                "tambahan": float(end.clusters[code] - start.clusters[code]),
                "sisa_terjangkau": sum(left.values()) - out,
                "sisa_di_luar": out,
            }
        )
    return pd.DataFrame(rows)
