"""The yearly monitoring matrix of the Word report: one row per activity, by cluster."""

from fractions import Fraction
from typing import Final

from kla_plan.indonesian import number, percent
from kla_plan.papers.monitoring.facts import Monitoring
from kla_plan.papers.monitoring.line import Line
from kla_plan.papers.monitoring.reported import QUARTERS

_NONE: Final = "–"


def matrix(found: Monitoring) -> dict[str, object]:
    """Return the rows of the report's year; cells stay empty where nothing is reported."""
    number_of = 0
    clusters = []
    for group in found.clusters(found.year):
        rows = []
        for line in group.lines:
            number_of += 1
            rows.append(_row(line, number_of))
        clusters.append({"nama": group.name, "kegiatan": rows})
    whole = found.whole(found.year)
    told = any(line.reported for line in whole.lines)
    sums = {q.quarter: q for q in found.quarters(found.year)}
    return {
        "klaster": clusters,
        "pagu": number(whole.pagu),
        "realisasi": number(whole.rupiah) if told else "",
        "persen": percent(whole.money_share) if told and whole.money_share is not None else "",
        **{f"tw{q}": number(sums[q].rupiah) if sums[q].rupiah else "" for q in QUARTERS},
    }


def _row(line: Line, place: int) -> dict[str, object]:
    cells: dict[str, object] = {
        "nomor": place,
        "nama": line.activity.nama,
        "kode": line.code,
        "opd": line.activity.opd,
        "satuan": line.activity.satuan,
        "target": number(line.target) if line.target else _NONE,
        "pagu": number(line.pagu) if line.pagu else _NONE,
        "volume": number(line.done.volume) if line.reported else "",
        "rupiah": number(line.done.rupiah) if line.reported else "",
        "persen_volume": "" if not line.reported else _share(line.volume_share),
        "persen_belanja": "" if not line.reported else _share(line.money_share),
        "status": line.status.value if line.reported or line.elapsed else "",
        "keterangan": "; ".join(line.notes),
    }
    for quarter, amount in zip(QUARTERS, line.quarters, strict=True):
        cells[f"v{quarter}"] = "" if amount is None else number(amount.volume)
        cells[f"r{quarter}"] = "" if amount is None else number(amount.rupiah)
    return cells


def _share(value: Fraction | None) -> str:
    return _NONE if value is None else percent(value)
