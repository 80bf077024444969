"""Points that were claimed but are not proven yet: what verification may take away."""

from collections.abc import Iterable

import pandas as pd

from kla_plan.gaps.heads import question_head
from kla_plan.pack.model import Pack

#: How an empty ``status_bukti`` is called in tables.
NOT_STATED = "belum dicatat"
_ORDER = {"belum": 0, "sebagian": 1, NOT_STATED: 2}


def evidence_status(pack: Pack) -> dict[str, str]:
    """Return how complete the evidence of every question is.

    Where the table ``bukti`` lists pieces of a question they decide (:func:`together`); elsewhere
    the answer's own ``status_bukti`` does. Empty where nobody has stated it.
    """
    listed: dict[str, list[str]] = {}
    for piece in pack.records.evidence:
        listed.setdefault(piece.pertanyaan, []).append(piece.status)
    return {
        code: together(listed[code]) if code in listed else pack.answers[code].status_bukti
        for code in pack.instrument.questions
    }


def together(statuses: Iterable[str]) -> str:
    """Return the status of a question from those of its pieces.

    All of one status: that one; different ones: ``sebagian``, since something is there and
    something is not.
    """
    different = set(statuses)
    return different.pop() if len(different) == 1 else "sebagian"


def evidence_gaps(pack: Pack) -> pd.DataFrame:
    """Return one row per question that claims points without complete evidence.

    Returns
    -------
    pandas.DataFrame
        ``klaster, indikator, pertanyaan, label, opd, poin`` (claimed, at risk), ``status_bukti``
        (``belum``, ``sebagian`` or ``belum dicatat``), ``data_dukung`` (the pieces that the table
        ``bukti`` lists; where it lists none, what the activities that serve the question
        produce; empty where none says). Missing evidence first, then
        by points.
    """
    evidence = _evidence_of(pack)
    known = evidence_status(pack)
    score = pack.start_score()
    rows = []
    for code in pack.instrument.questions:
        status = known[code] or NOT_STATED
        if status == "lengkap" or score.questions[code] == 0:
            continue
        rows.append(
            {
                **question_head(pack, code),
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
    listed: dict[str, list[str]] = {}
    for row in pack.records.evidence:
        listed.setdefault(row.pertanyaan, []).append(row.uraian)
    return {question: list(pieces.values()) for question, pieces in found.items()} | listed
