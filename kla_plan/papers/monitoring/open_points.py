"""What monitoring leaves open."""

from kla_plan.indonesian import number
from kla_plan.papers.monitoring.facts import Monitoring
from kla_plan.papers.monitoring.reported import QUARTERS
from kla_plan.papers.monitoring.words import late
from kla_plan.papers.paper import OpenPoint
from kla_plan.report.word.facts import women_and_children_agency

_TABLE = "lembar realisasi_triwulan"


def open_points(found: Monitoring) -> tuple[OpenPoint, ...]:
    """Return what only reports of the agencies can fill."""
    secretariat = women_and_children_agency(found.plan.pack.profile)
    if found.known.last is None:
        what = (
            f"Realisasi volume dan belanja setiap kegiatan tahun {found.year} menurut triwulan; "
            "formulir per OPD tersedia"
        )
        return (OpenPoint(_TABLE, what, f"Seluruh OPD, dihimpun {secretariat}"), *_sheets(found))
    return (
        *_late(found, secretariat),
        *_silent(found),
        *_sums(found, secretariat),
        *_sheets(found),
    )


def _late(found: Monitoring, who: str) -> tuple[OpenPoint, ...]:
    said = late(found)
    return (OpenPoint(_TABLE, said, who),) if "belum ada laporan" in said else ()


def _silent(found: Monitoring) -> tuple[OpenPoint, ...]:
    return tuple(
        OpenPoint(
            f"{_TABLE}, {group.code}",
            f"{number(group.missing)} dari {number(group.awaited)} laporan triwulan kegiatan tahun "
            f"{found.year} belum diterima",
            group.name,
        )
        for group in found.agencies(found.year)
        if group.missing
    )


def _sums(found: Monitoring, who: str) -> tuple[OpenPoint, ...]:
    return tuple(
        OpenPoint(
            f"lembar realisasi, {line.code} ({line.year})",
            "Jumlah triwulan berbeda dengan realisasi tahunan",
            who,
        )
        for line in found.lines
        if line.closed and _differs(found, line.code, line.year)
    )


def _differs(found: Monitoring, code: str, year: int) -> bool:
    reported = any(found.known.quarter(code, year, quarter) for quarter in QUARTERS)
    return reported and found.known.in_quarters(code, year) != found.known.done(code, year)


def _sheets(found: Monitoring) -> tuple[OpenPoint, ...]:
    """Ask for the score sheets of years that are over."""
    over = {line.year for line in found.lines if line.elapsed == len(QUARTERS)}
    return tuple(
        OpenPoint(
            f"lembar jawaban_{one.year}",
            f"Nilai penilaian untuk tahun {one.year}, agar capaian poin dapat dibandingkan",
            women_and_children_agency(found.plan.pack.profile),
        )
        for one in found.points
        if one.year in over and one.reached is None
    )
