"""What every table about questions begins with."""

from kla_plan.pack.model import Pack


def question_head(pack: Pack, code: str) -> dict[str, object]:
    """Return ``klaster, indikator, pertanyaan, label, tipe, opd`` (``;``-separated) of a question.

    Tables that name their columns leave out what they do not show.
    """
    question = pack.instrument.questions[code]
    return {
        "klaster": pack.instrument.cluster_of(question.indikator),
        "indikator": question.indikator,
        "pertanyaan": code,
        "label": question.label,
        "tipe": question.tipe,
        "opd": ";".join(question.opd),
    }
