"""Points that were claimed but are not proven yet: what verification may take away."""

import pandas as pd

from kla_plan.pack.model import Pack

#: How an empty ``status_bukti`` is called in tables.
NOT_STATED = "belum dicatat"
_ORDER = {"belum": 0, "sebagian": 1, NOT_STATED: 2}


def evidence_gaps(pack: Pack) -> pd.DataFrame:
    """Return one row per question that claims points without complete evidence.

    Returns
    -------
    pandas.DataFrame
        ``klaster, indikator, pertanyaan, label, opd, poin`` (claimed, at risk), ``status_bukti``
        (``belum``, ``sebagian`` or ``belum dicatat``), ``data_dukung`` (evidence produced by the
        activities that serve the question; empty where none says). Missing evidence first, then
        by points.
    """
    evidence = _evidence_of(pack)
    score = pack.start_score()
    rows = []
    for code, question in pack.instrument.questions.items():
        status = pack.answers[code].status_bukti or NOT_STATED
        if status == "lengkap" or score.questions[code] == 0:
            continue
        rows.append(
            {
                "klaster": pack.instrument.cluster_of(question.indikator),
                "indikator": question.indikator,
                "pertanyaan": code,
                "label": question.label,
                "opd": ";".join(question.opd),
                "poin": float(score.questions[code]),
                "status_bukti": status,
                "data_dukung": "; ".join(evidence.get(code, ())),
            }
        )
    columns = [
        "klaster", "indikator", "pertanyaan", "label", "opd", "poin", "status_bukti", "data_dukung",
    ]  # fmt: skip
    rows.sort(key=lambda row: (_ORDER[str(row["status_bukti"])], -float(str(row["poin"]))))
    return pd.DataFrame(rows, columns=columns)


def _evidence_of(pack: Pack) -> dict[str, list[str]]:
    """Return the pieces of evidence by question, each once, as the activities list them."""
    found: dict[str, dict[str, str]] = {}
    for effect in pack.effects:
        known = found.setdefault(effect.pertanyaan, {})
        for piece in pack.activities[effect.kegiatan].data_dukung.split(";"):
            if piece.strip():
                known.setdefault(piece.strip().casefold(), piece.strip())
    return {question: list(pieces.values()) for question, pieces in found.items()}
