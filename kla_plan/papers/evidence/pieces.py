"""The pieces of evidence: those the region lists, and proposals where it lists none."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kla_plan.pack.records import Bukti
from kla_plan.papers.evidence.claims import Claims
from kla_plan.papers.evidence.holders import Holder, holders
from kla_plan.papers.evidence.kinds import proposed_rows
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences.words import capital


class Origin(StrEnum):
    """Where a piece comes from; the value is the word of the tracker."""

    LISTED = "daerah"
    KIND = "usulan"
    ACTIVITY = "usulan kegiatan"


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence.

    Attributes
    ----------
    row
        As it stands, or would stand, in the table ``bukti``.
    status
        ``lengkap``, ``sebagian``, ``belum``, or empty where nobody has stated it.
    holders
        Everybody who holds it.
    origin
        Everything but :attr:`Origin.LISTED` is a proposal, hence an assumption.
    since
        The first year whose score rests on it; ``None``: no score does.
    activity
        The planned activity that produces it, if one does.
    """

    row: Bukti
    status: str
    holders: tuple[Holder, ...]
    origin: Origin
    since: int | None
    activity: str = ""

    @property
    def question(self) -> str:
        """Code of its question."""
        return self.row.pertanyaan

    @property
    def key(self) -> tuple[str, str]:
        """What identifies it in the table ``bukti``."""
        return self.row.pertanyaan, self.row.bukti

    @property
    def due(self) -> date | None:
        """Its own deadline, if the region has set one."""
        return self.row.tenggat


def pieces(plan: Plan, claimed: Claims) -> tuple[Piece, ...]:
    """Return every piece of evidence, question by question.

    A question has the pieces that the region lists. Where it lists none and the question claims
    points now or in the plan, pieces are proposed from its kind; a question about kecamatan and
    desa/kelurahan gets one more for each kecamatan that the pack knows. Beside them stand the
    pieces that the planned activities will produce (``kegiatan.data_dukung``), each from the
    first year in which one of its activities is carried out, unless the region lists a piece of
    the same code or wording.
    """
    listed: dict[str, list[Bukti]] = {}
    for row in claimed.pack.records.evidence:
        listed.setdefault(row.pertanyaan, []).append(row)
    produced = _produced(plan, claimed)
    found: list[Piece] = []
    for question in claimed.questions:
        mine = listed.get(question, [])
        found.extend(_listed(claimed, row) for row in mine)
        if not mine:
            found.extend(_of_kind(claimed, question))
        taken = {row.bukti for row in mine} | {row.uraian.casefold() for row in mine}
        found.extend(
            piece
            for piece in produced.get(question, ())
            if not taken & {piece.row.bukti, piece.row.uraian.casefold()}
        )
    return tuple(found)


def _listed(claimed: Claims, row: Bukti) -> Piece:
    who = holders(claimed.pack, row.pertanyaan, row.pemegang, row.wilayah)
    return Piece(row, row.status, who, Origin.LISTED, claimed.since(row.pertanyaan))


def _of_kind(claimed: Claims, question: str) -> Iterator[Piece]:
    """Propose pieces; their status is that of the answer, which holds for the whole question."""
    since = claimed.since(question)
    if since is None:
        return
    status = claimed.pack.answers[question].status_bukti
    for row in proposed_rows(claimed.pack, question):
        who = holders(claimed.pack, question, region=row.wilayah)
        yield Piece(row, status, who, Origin.KIND, since)


def _produced(plan: Plan, claimed: Claims) -> dict[str, list[Piece]]:
    """Return what the planned activities will produce, by question; earliest first, each once."""
    found: dict[str, dict[str, Piece]] = {}
    for activity, year in sorted(_beginnings(plan).items(), key=lambda item: (item[1], item[0])):
        if year <= claimed.year:
            continue  # what was carried out by now stands behind the answers already
        for place, text in enumerate(_texts(plan, activity), start=1):
            for question in dict.fromkeys(e.pertanyaan for e in plan.pack.effects_of(activity)):
                row = Bukti(pertanyaan=question, bukti=f"{activity}-{place}", uraian=text)
                who = holders(claimed.pack, question)
                piece = Piece(row, "", who, Origin.ACTIVITY, year, activity)
                found.setdefault(question, {}).setdefault(text.casefold(), piece)
    return {question: list(by_text.values()) for question, by_text in found.items()}


def _beginnings(plan: Plan) -> dict[str, int]:
    """Return the first year in which each activity is carried out."""
    first: dict[str, int] = {}
    for activity, year in plan.volumes:
        first[activity] = min(year, first.get(activity, year))
    return first


def _texts(plan: Plan, activity: str) -> tuple[str, ...]:
    parts = plan.pack.activities[activity].data_dukung.split(";")
    return tuple(dict.fromkeys(capital(part.strip()) for part in parts if part.strip()))
