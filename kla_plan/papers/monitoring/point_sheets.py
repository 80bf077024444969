"""The sheets of the workbook that hold points: planned, on the score sheet, and as expected."""

from fractions import Fraction
from typing import Final

from kla_plan.papers.monitoring.facts import Monitoring
from kla_plan.report.excel.book import POINTS, TEXT, WHOLE, Book, Column

_POINT_HEADS: Final = (
    "Rencana", "Lembar skor", "Selisih lembar skor", "Perkiraan", "Selisih perkiraan",
)  # fmt: skip
_POINT_NOTE: Final = (
    "Poin penilaian mandiri. Perkiraan: dari volume yang dilaporkan menurut asumsi dampak rencana, "
    "bukan hasil penilaian."
)


def points(book: Book, found: Monitoring) -> None:
    """Write the points of every cluster and year."""
    columns = (
        Column("Tahun", WHOLE, 8), Column("Klaster", TEXT, 60),
        *(Column(head, POINTS, 14) for head in _POINT_HEADS),
    )  # fmt: skip
    rows: list[tuple[object, ...]] = []
    for one in found.points:
        for code, cluster in found.plan.pack.instrument.clusters.items():
            reached = one.reached.score.clusters[code] if one.reached else None
            expected = one.expected.clusters[code] if one.expected else None
            rows.append(
                (one.year, cluster.nama, *_compared(one.planned.clusters[code], reached, expected))
            )
        reached = one.reached.score.total if one.reached else None
        expected = one.expected.total if one.expected else None
        total = (one.year, "Jumlah", *_compared(one.planned.total, reached, expected))
        rows.append(total)
    book.sheet("Poin", _POINT_NOTE, columns, rows, frozen=2)


def _compared(
    planned: Fraction, reached: Fraction | None, expected: Fraction | None
) -> tuple[object, ...]:
    parts = [
        (None, None) if value is None else (value, value - planned) for value in (reached, expected)
    ]
    return (planned, *parts[0], *parts[1])


def indicators(book: Book, found: Monitoring) -> None:
    """Write the points of every indicator and year."""
    columns = (
        Column("Tahun", WHOLE, 8), Column("Indikator", TEXT, 10), Column("Nama", TEXT, 60),
        *(Column(head, POINTS, 14) for head in _POINT_HEADS),
    )  # fmt: skip
    rows = [
        (one.year, code, row.nama,
         *_compared(
             one.planned.indicators[code],
             one.reached.score.indicators[code] if one.reached else None,
             one.expected.indicators[code] if one.expected else None,
         ))
        for one in found.points
        for code, row in found.plan.pack.instrument.indicators.items()
    ]  # fmt: skip
    book.sheet("Poin indikator", _POINT_NOTE, columns, rows, frozen=3)
