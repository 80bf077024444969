"""Missing points per question, indicator and cluster."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

import pandas as pd

from kla_plan.gaps.evidence import evidence_status
from kla_plan.gaps.heads import question_head
from kla_plan.gaps.verification import verified_points
from kla_plan.instrument import Score
from kla_plan.pack.model import Pack


def question_gaps(pack: Pack, discount: Decimal | None = None) -> pd.DataFrame:
    """Return one row per question, in the instrument's order.

    Parameters
    ----------
    discount
        Verification discount for questions without verified points; ``None``: leave unknown.

    Returns
    -------
    pandas.DataFrame
        ``klaster, indikator, pertanyaan, label, tipe, opd`` (``;``-separated), ``poin_maks``,
        ``poin``, ``selisih`` (missing points), ``selisih_efektif`` (at most the gap of the
        indicator: what a better answer can add to the total), ``poin_verifikasi``,
        ``selisih_verifikasi``, ``verifikasi`` (``hasil``, ``perkiraan`` or empty),
        ``status_bukti``, ``asumsi``.
    """
    score = pack.start_score()
    checked = verified_points(pack, score, discount)
    proven = evidence_status(pack)
    rows = []
    for code, question in pack.instrument.questions.items():
        answer = pack.answers[code]
        missing = Fraction(question.poin_maks) - score.questions[code]
        rows.append(
            {
                **question_head(pack, code),
                **_points(Fraction(question.poin_maks), score.questions[code]),
                "selisih_efektif": float(min(missing, indicator_gap(pack, score, code))),
                **_verified(Fraction(question.poin_maks), checked.questions[code]),
                "verifikasi": checked.origin[code],
                "status_bukti": proven[code],
                "asumsi": answer.asumsi,
            }
        )
    return pd.DataFrame(rows)


def indicator_gap(pack: Pack, score: Score, question: str) -> Fraction:
    """Return the points that the indicator of a question can still gain, cap respected."""
    code = pack.instrument.questions[question].indikator
    return Fraction(pack.instrument.indicators[code].poin_maks) - score.indicators[code]


def indicator_gaps(pack: Pack, discount: Decimal | None = None) -> pd.DataFrame:
    """Return one row per indicator, in the instrument's order; the indicator's maximum is a cap.

    Returns
    -------
    pandas.DataFrame
        ``klaster, indikator, nama, pertanyaan`` (number of questions), ``belum_penuh`` (questions
        below their maximum), ``poin_maks, poin, selisih, capaian`` (share of the maximum),
        ``poin_verifikasi, selisih_verifikasi``, ``asumsi`` (answers that are assumptions).
    """
    score = pack.start_score()
    checked = verified_points(pack, score, discount)
    rows = []
    for code, indicator in pack.instrument.indicators.items():
        maximum = Fraction(indicator.poin_maks)
        questions = [q.pertanyaan for q in pack.instrument.questions_of(code)]
        rows.append(
            {
                "klaster": indicator.klaster,
                "indikator": code,
                "nama": indicator.nama,
                **_counts(pack, score, questions),
                **_points(maximum, score.indicators[code]),
                "capaian": _share(score.indicators[code], maximum),
                **_verified(maximum, checked.indicators[code]),
                "asumsi": _assumed(pack, questions),
            }
        )
    return pd.DataFrame(rows)


def cluster_gaps(pack: Pack, discount: Decimal | None = None) -> pd.DataFrame:
    """Return one row per cluster: sums over its indicators.

    Returns
    -------
    pandas.DataFrame
        ``klaster, nama, pertanyaan, belum_penuh, poin_maks, poin, selisih, capaian,
        poin_verifikasi, selisih_verifikasi, asumsi``; the meaning is that of
        :func:`indicator_gaps`.
    """
    score = pack.start_score()
    checked = verified_points(pack, score, discount)
    rows = []
    for code, cluster in pack.instrument.clusters.items():
        inside = [i for i in pack.instrument.indicators if pack.instrument.cluster_of(i) == code]
        maximum = Fraction(sum(pack.instrument.indicators[i].poin_maks for i in inside))
        questions = [q.pertanyaan for i in inside for q in pack.instrument.questions_of(i)]
        rows.append(
            {
                "klaster": code,
                "nama": cluster.nama,
                **_counts(pack, score, questions),
                **_points(maximum, score.clusters[code]),
                "capaian": _share(score.clusters[code], maximum),
                **_verified(maximum, checked.clusters[code]),
                "asumsi": _assumed(pack, questions),
            }
        )
    return pd.DataFrame(rows)


def kind_gaps(pack: Pack) -> pd.DataFrame:
    """Return one row per kind of question (``tipe``), the largest gap first.

    Returns
    -------
    pandas.DataFrame
        ``tipe, pertanyaan, belum_penuh, poin_maks, poin, selisih``; sums over the questions,
        without the caps of indicators.
    """
    score = pack.start_score()
    kinds: dict[str, list[str]] = {}
    for code, question in pack.instrument.questions.items():
        kinds.setdefault(question.tipe, []).append(code)
    rows = []
    for kind, codes in kinds.items():
        maximum = Fraction(sum(pack.instrument.questions[code].poin_maks for code in codes))
        points = sum((score.questions[code] for code in codes), Fraction(0))
        rows.append({"tipe": kind, **_counts(pack, score, codes), **_points(maximum, points)})
    table = pd.DataFrame(rows)
    return table.sort_values(["selisih", "tipe"], ascending=[False, True], ignore_index=True)


def _points(maximum: Fraction, points: Fraction) -> dict[str, float]:
    return {
        "poin_maks": float(maximum),
        "poin": float(points),
        "selisih": float(maximum - points),
    }


def _verified(maximum: Fraction, points: Fraction | None) -> dict[str, float]:
    if points is None:
        return {"poin_verifikasi": float("nan"), "selisih_verifikasi": float("nan")}
    return {"poin_verifikasi": float(points), "selisih_verifikasi": float(maximum - points)}


def _share(points: Fraction, maximum: Fraction) -> float:
    return float(points / maximum) if maximum else 1.0


def _counts(pack: Pack, score: Score, questions: Iterable[str]) -> dict[str, int]:
    codes = list(questions)
    below = [
        code for code in codes
        if score.questions[code] < Fraction(pack.instrument.questions[code].poin_maks)
    ]  # fmt: skip
    return {"pertanyaan": len(codes), "belum_penuh": len(below)}


def _assumed(pack: Pack, questions: Iterable[str]) -> int:
    return sum(bool(pack.answers[code].asumsi) for code in questions)
