"""Rows of the pack's tables as they are printed; texts are cut so that a row stays small."""

from collections.abc import Sequence

from kla_plan.indonesian import number
from kla_plan.papers.deciding.decision import Decision
from kla_plan.papers.deciding.ground import Ground
from kla_plan.papers.deciding.leaning import Leaning
from kla_plan.papers.deciding.unproven import Unproven
from kla_plan.papers.meeting.components import Component
from kla_plan.papers.meeting.proposals import Proposal
from kla_plan.papers.meeting.shortfall import Shortfall
from kla_plan.report.charts.style import short
from kla_plan.report.sentences.words import listed, spans

type Line = dict[str, str]

#: Shown where a cell has nothing to say.
NONE = "–"
#: Longest names, in letters: two lines of their column.
_LABEL, _NAME, _PIECES = 105, 92, 58
#: What a question without an agency is about in the instrument.
_NOBODY = "tidak disebut instrumen"


def shortfall_line(row: Shortfall, last: int) -> Line:
    """Return a printed row of the largest gaps."""
    return {
        "kode": row.question,
        "uraian": short(row.label, _LABEL),
        "pemegang": listed(row.holders, 3) or _NOBODY,
        "poin": number(row.missing, 2),
        "rencana": row.outlook(last),
    }


def evidence_line(row: Unproven) -> Line:
    """Return a printed row of missing evidence."""
    return {
        "kode": row.question,
        "uraian": short(row.label, 80),
        "pemegang": listed(row.holders, 2) or _NOBODY,
        "poin": number(row.points, 2),
        "status": row.status,
        "bukti": short(row.pieces, _PIECES) or "belum dirinci",
    }


def component_line(row: Component) -> Line:
    """Return a printed row of those who are invited."""
    nobody = "belum ada wakil dalam data" if not row.supports else NONE
    return {
        "nama": row.name,
        "utama": _counted(row.leads, 6) or nobody,
        "pendukung": _counted(row.supports, 4) or NONE,
    }


def _counted(rows: Sequence[tuple[str, int]], limit: int) -> str:
    return listed([f"{agency} ({number(count)})" for agency, count in rows], limit)


def proposal_line(row: Proposal) -> Line:
    """Return a printed row of proposed activities."""
    return {
        "kode": row.activity,
        "uraian": short(row.name, _NAME),
        "opd": row.agency,
        "tahun": spans(row.years) if row.years else "pembayaran lanjutan",
        "rupiah": number(row.rupiah),
        "poin": number(row.points, 2),
    }


def leaning_line(ground: Ground, row: Leaning) -> Line:
    """Return a printed row of what waits for another agency."""
    activities = ground.plan.pack.activities
    agencies = dict.fromkeys(activities[code].opd for code in row.waiting)
    waiting = [
        f"{agency} ({', '.join(code for code in row.waiting if activities[code].opd == agency)})"
        for agency in agencies
    ]
    name = short(activities[row.needed].nama, 70)
    return {
        "ditunggu": f"{row.needed} {name} ({row.agency}, {row.year})",
        "menunggu": listed(waiting, 4),
        "ikatan": row.kind,
        "poin": number(row.points, 2),
    }


def decision_line(place: int, row: Decision) -> Line:
    """Return a printed row of the decisions; each option stands on its own line."""
    return {
        "nomor": number(place),
        "hal": short(row.matter, 240),
        "pilihan": "\n".join(row.options),
        "batas": row.due,
        "pemutus": row.who,
    }


def blank_line(place: int) -> Line:
    """Return a row to be filled in by hand: high enough to write in."""
    return {"nomor": f"{place}.", "isi": "\n", "siapa": "", "kapan": ""}
