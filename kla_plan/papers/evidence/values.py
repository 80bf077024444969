"""Values of the Word report."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from kla_plan.gaps.evidence import NOT_STATED
from kla_plan.indonesian import number, tanggal
from kla_plan.papers.evidence import sentences
from kla_plan.papers.evidence.charts import agency_chart, kecamatan_chart
from kla_plan.papers.evidence.facts import DONE, STATUSES, Facts, year_claims
from kla_plan.papers.evidence.holders import Level
from kla_plan.papers.evidence.ranking import Errand
from kla_plan.papers.evidence.readiness import Readiness, of_level
from kla_plan.papers.paper import Brief
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences.words import listed
from kla_plan.report.word.common import dokumen
from kla_plan.report.word.picture import Picture

NAMES: Final = ("dokumen", "ringkasan", "klaster", "pemegang", "kecamatan", "prioritas", "rencana",
                "tenggat")  # fmt: skip
#: Documents that the report lists; the tracker lists all of them.
_FIRST: Final = 15
_ONE: Final = Fraction(1)


def values(
    brief: Brief,
    known: Facts,
    ready: tuple[Readiness, ...],
    ranked: Sequence[Errand],
    picture: Picture,
) -> dict[str, object]:
    """Return every value of the template."""
    common = dokumen(brief.plan)
    return {
        "dokumen": {
            "nama": common.nama,
            "jenis_besar": common.jenis_besar,
            "dinas": common.dinas,
            "tahun": known.claimed.year,
            "hari": f"Keadaan per {tanggal(known.day)}" if known.day else "",
            "usulan": sentences.assumed(known),
        },
        "ringkasan": [
            text
            for text in (
                sentences.claimed(known),
                sentences.at_risk(known),
                sentences.deadline(known),
                sentences.lateness(known),
            )
            if text
        ],
        "klaster": _clusters(known),
        "pemegang": _holders(known, ready, picture),
        "kecamatan": _kecamatan(known, ready, picture),
        "prioritas": _ranking(known, ranked),
        "rencana": _years(known, brief.plan),
        "tenggat": _deadlines(known),
    }


def _clusters(known: Facts) -> dict[str, object]:
    instrument = known.pack.instrument
    rows = []
    for code, cluster in instrument.clusters.items():
        mine = {
            question
            for question, row in instrument.questions.items()
            if instrument.cluster_of(row.indikator) == code
        }
        points = [known.points(word, mine) for word in STATUSES]
        rows.append({"nama": cluster.nama, **_status_cells(points)})
    return {"baris": rows, **_status_cells([known.points(word) for word in STATUSES])}


def _status_cells(points: Sequence[Fraction]) -> dict[str, str]:
    names = ("lengkap", "sebagian", "belum", "tanpa")
    cells = {name: number(value, 2) for name, value in zip(names, points, strict=True)}
    return {"jumlah": number(sum(points, Fraction(0)), 2), **cells}


def _holders(known: Facts, ready: tuple[Readiness, ...], picture: Picture) -> dict[str, object]:
    agencies = of_level(ready, Level.AGENCY)
    others = of_level(ready, Level.AGENCY, Level.NOBODY)
    return {
        "kalimat": sentences.agencies(agencies),
        "grafik": picture(agency_chart(known, others)) if any(one.open for one in others) else "",
        "baris": [_holder(one) for one in others if one.total],
    }


def _holder(one: Readiness) -> dict[str, str]:
    counts = [number(one.pieces[word]) for word in STATUSES]
    cells = dict(zip(("lengkap", "sebagian", "belum", "tanpa"), counts, strict=True))
    return {
        "nama": one.holder.name,
        "bukti": number(one.total),
        **cells,
        "poin": number(one.claimed, 2),
        "terbuka": number(one.open, 2),
    }


def _kecamatan(known: Facts, ready: tuple[Readiness, ...], picture: Picture) -> dict[str, object]:
    mine = tuple(one for one in of_level(ready, Level.KECAMATAN) if one.total)
    return {
        "kalimat": sentences.kecamatan(known, mine),
        "grafik": picture(kecamatan_chart(known, mine)) if _recorded(mine) else "",
    }


def _recorded(ready: Sequence[Readiness]) -> bool:
    """Tell whether there is a status to draw; else every piece would be in one column."""
    return any(one.pieces[word] for one in ready for word in STATUSES if word != NOT_STATED)


def _ranking(known: Facts, ranked: Sequence[Errand]) -> list[dict[str, str]]:
    return [
        {
            "nomor": number(place),
            "bukti": errand.text,
            "butir": _serves(known, errand),
            "pemegang": listed([holder.short for holder in errand.holders], 4),
            "poin": number(errand.points, 2),
        }
        for place, errand in enumerate(ranked[:_FIRST], start=1)
    ]


def _serves(known: Facts, errand: Errand) -> str:
    codes = errand.questions
    if len(codes) == 1:
        return f"{codes[0]} {known.pack.instrument.questions[codes[0]].label}"
    return f"{number(len(codes))} pertanyaan: {listed(codes, 8)}"


def _years(known: Facts, plan: Plan) -> dict[str, object]:
    years = year_claims(known)
    pieces = {row.year: sum(p.since == row.year for p in known.pieces) for row in years}
    return {
        "kalimat": sentences.later(years, known),
        "baris": [
            {
                "tahun": row.year,
                "poin": number(plan.score(row.year).total, 2),
                "lengkap": number(row.proven, 2),
                "terbuka": number(row.open, 2),
                "baru": number(row.new, 2),
                "bukti": number(pieces[row.year]),
            }
            for row in years
        ],
    }


def _deadlines(known: Facts) -> list[dict[str, str]]:
    """Return the deadlines of what is not complete, the first one on top."""
    found: dict[object, int] = {}
    dated = [piece for piece in known.pieces if known.due(piece) and piece.status != DONE]
    for piece in sorted(dated, key=lambda one: str(known.due(one))):
        found[known.due(piece)] = found.get(known.due(piece), 0) + 1
    rows = []
    for piece_day, count in found.items():
        sample = next(piece for piece in dated if known.due(piece) == piece_day)
        left = known.days_left(sample)
        rows.append(
            {
                "tanggal": tanggal(piece_day),  # type: ignore[arg-type]
                "sisa": "–" if left is None else _left(left),
                "bukti": number(count),
            }
        )
    return rows


def _left(days: int) -> str:
    return f"{number(days)} hari lagi" if days >= 0 else f"lewat {number(-days)} hari"
