"""How an agency's duties are said: volumes by year, funds, dates."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from kla_plan.feedback.words import exact
from kla_plan.indonesian import tanggal
from kla_plan.papers.agency.dossier import Duty, Link
from kla_plan.papers.agency.owed import Owed
from kla_plan.report.sentences.words import spans
from kla_plan.report.tables.kinds import REALISED_FUND


def volumes_text(volumes: Mapping[int, Decimal]) -> str:
    """Write volumes by year, years of the same volume joined: ``2024–2026: 2; 2028: 1``."""
    by_volume: list[tuple[Decimal, list[int]]] = []
    for year, volume in sorted(volumes.items()):
        if by_volume and by_volume[-1][0] == volume and by_volume[-1][1][-1] == year - 1:
            by_volume[-1][1].append(year)
        else:
            by_volume.append((volume, [year]))
    return "; ".join(f"{spans(years)}: {exact(volume)}" for volume, years in by_volume)


def fund_name(fund: str) -> str:
    """Return the name of a fund; that of realised years is not known."""
    return fund or REALISED_FUND


def funds_of(duties: Sequence[Duty], order: Sequence[str]) -> list[str]:
    """Return the funds that pay these activities, in the pack's order, the unknown one last."""
    used = {fund for duty in duties for _, fund in duty.spending}
    return [*(fund for fund in order if fund in used), *([""] if "" in used else [])]


def waits_text(link: Link) -> str:
    """Write what must come first: code, agency, and until when."""
    done = "sudah terlaksana" if link.start is None else f"mulai {link.start}"
    return f"{link.code} ({link.opd}), {done}, paling lambat {link.latest}"


def awaited_text(link: Link) -> str:
    """Write who needs an activity, and until when."""
    return f"{link.code} ({link.opd}) mulai {link.start}, perlu selesai paling lambat {link.latest}"


def due_text(piece: Owed) -> str:
    """Write a deadline, or that none is set."""
    if piece.due is not None:
        return tanggal(piece.due)
    return "belum ditetapkan"
