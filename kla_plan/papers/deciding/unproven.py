"""Points that are claimed without complete evidence, as the region's pack knows it now."""

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from kla_plan.gaps import evidence_gaps
from kla_plan.pack.model import Pack


@dataclass(frozen=True, slots=True)
class Unproven:
    """A question with claimed points and incomplete evidence.

    Attributes
    ----------
    holders
        Agencies that hold the evidence; those the instrument names where no row says so.
    status
        ``belum``, ``sebagian`` or ``belum dicatat``.
    pieces
        What is to be shown, in words; empty where nothing says.
    """

    question: str
    label: str
    holders: tuple[str, ...]
    points: Fraction
    status: str
    pieces: str


def unproven(pack: Pack, clusters: Collection[str]) -> tuple[Unproven, ...]:
    """Return the questions of clusters whose claimed points are not proven completely.

    The order is that of :func:`kla_plan.gaps.evidence_gaps`: missing evidence first, then half of
    it, then what is not recorded; within these most points.
    """
    holders: dict[str, list[str]] = {}
    for row in pack.records.evidence:
        if row.pemegang and row.status != "lengkap":
            holders.setdefault(row.pertanyaan, []).append(row.pemegang)
    score, questions = pack.start_score(), pack.instrument.questions
    return tuple(
        Unproven(
            code,
            questions[code].label,
            tuple(dict.fromkeys(holders.get(code, questions[code].opd))),
            score.questions[code],
            str(row["status_bukti"]),
            str(row["data_dukung"]),
        )
        for row in evidence_gaps(pack).to_dict("records")
        if row["klaster"] in clusters
        for code in (str(row["pertanyaan"]),)
    )
