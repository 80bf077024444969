"""One page: the values of the template, and how high its chart may be."""

from collections.abc import Sequence
from fractions import Fraction

from kla_plan.indonesian import number, percent
from kla_plan.papers.columns import head_height, height_of
from kla_plan.papers.deciding.decision import Decision
from kla_plan.papers.deciding.ground import Ground
from kla_plan.papers.predicate import phrases
from kla_plan.papers.predicate.chances import Chances
from kla_plan.papers.predicate.decisions import three
from kla_plan.papers.predicate.facts import Step, Year, cheapest, least, steps, within_reach, years
from kla_plan.papers.predicate.template import DECISIONS, SMALL, WAY
from kla_plan.plan.plan import Plan
from kla_plan.report.charts import score_chart
from kla_plan.report.charts.style import short
from kla_plan.report.word.common import dokumen
from kla_plan.report.word.fit import POINT, paragraph_height
from kla_plan.report.word.picture import Picture
from kla_plan.report.word.template.compact import HEIGHT, TEXT_SIZE, WIDTH

type Line = dict[str, str]

#: Shown where there is nothing, and where the plan does not get there.
NONE, NEVER = "–", "belum"
#: Millimetres: title and subtitle, headings, the note, the chart's heading, and what is left free.
_TITLE, _HEADINGS, _NOTE, _CHART_HEAD, _SPARE = 11.5, 4 * 6.2, 3.5, 11.5, 4.0
#: Height of the drawing in centimetres: at least and at most.
_DRAWING = (3.4, 6.5)
#: Years beyond which rupiah are written in millions so that the columns hold them.
_MANY = 8


def values(
    ground: Ground, odds: Chances, others: dict[str, Plan], picture: Picture
) -> dict[str, object]:
    """Return every value of the template."""
    plan = ground.plan
    way, rows = steps(plan, odds), years(plan)
    common = dokumen(plan)
    texts = {
        "teks": phrases.standing(plan, odds),
        "jarak": phrases.distance(plan, way),
        "biaya": phrases.money(ground, least(ground), cheapest(plan, others)),
        "ragu": phrases.doubt(plan, way, odds),
    }
    way_lines = [_step(plan, step) for step in within_reach(way)]
    decided = [_decision(n, row) for n, row in enumerate(three(ground, way, odds), start=1)]
    table = yearly(rows, way, odds)
    height = _room(list(texts.values()), way_lines, len(table), decided)
    return {
        "dokumen": {
            "nama": common.nama,
            "jenis_besar": common.jenis_besar,
            "kepala_daerah": common.kepala_daerah,
            "keterangan": f"Kepada {common.kepala_daerah} · rencana {common.periode}",
        },
        "kedudukan": {"teks": texts["teks"], "jarak": texts["jarak"]},
        "jalur": {
            "predikat": way_lines,
            "gambar": picture(score_chart(plan, odds.simulation, height=height)),
            "tahun": [str(row.year) for row in rows],
            "baris": table,
        },
        "biaya": texts["biaya"],
        "ragu": texts["ragu"],
        "keputusan": decided,
        "catatan": (
            "Predikat resmi ditetapkan melalui evaluasi nasional. Poin dan rupiah berasal dari "
            "rencana tersimpan."
        ),
    }


def _room(texts: Sequence[str], way: list[Line], yearly: int, decided: list[Line]) -> float:
    """Return the height of the drawing in centimetres that the rest of the page leaves."""
    used = _TITLE + _HEADINGS + _NOTE + _CHART_HEAD
    used += sum(paragraph_height(text, WIDTH, TEXT_SIZE, 1.05) + 1.1 for text in texts)
    if way:
        used += head_height(WAY) + sum(height_of(WAY, line) for line in way)
    used += (yearly + 1) * (SMALL * POINT * 1.15 + 0.8)
    used += head_height(DECISIONS) + sum(height_of(DECISIONS, line) for line in decided)
    least_height, most = _DRAWING
    return min(most, max(least_height, (HEIGHT - _SPARE - used) / 10))


def _step(plan: Plan, step: Step) -> Line:
    sign = "≥" if step.record.dasar == ">=" else ">"
    return {
        "predikat": step.record.predikat,
        "batas": f"{sign} {number(step.record.batas_bawah)}",
        "kurang": number(step.missing, 2),
        "mandiri": NEVER if step.own is None else str(step.own),
        "verifikasi": NEVER if step.checked is None else str(step.checked),
        "belanja": NONE if step.cost is None else number(step.cost),
        "peluang": f"{percent(step.chance, 0)} ({step.checked or plan.years[-1]})",
    }


def yearly(rows: Sequence[Year], way: Sequence[Step], odds: Chances) -> list[dict[str, object]]:
    """Return the printed rows of the yearly table: points, rupiah, rupiah per point, chances."""
    unit = "juta rupiah" if len(rows) > _MANY else "Rp"
    table: list[dict[str, object]] = [
        {"nama": "Nilai mandiri (poin)", "isi": [number(row.own, 2) for row in rows]},
        {"nama": "Perkiraan verifikasi (poin)", "isi": [number(row.checked, 2) for row in rows]},
        {"nama": f"Anggaran ({unit})", "isi": _amounts([row.rupiah for row in rows])},
        {"nama": f"Per poin tambahan ({unit})", "isi": _amounts([row.price for row in rows])},
    ]
    for step in way[:2]:
        name = step.record.predikat
        chances = [percent(odds.at_least(name, row.year), 0) for row in rows]
        table.append({"nama": f"Peluang sekurangnya {name}", "isi": chances})
    return table


def _amounts(values: Sequence[int | Fraction | None]) -> list[str]:
    if len(values) > _MANY:
        millions = (None if value is None else Fraction(value) / 10**6 for value in values)
        return [NONE if value is None else number(value, 1) for value in millions]
    return [NONE if value is None else number(value, 0) for value in values]


def _decision(place: int, row: Decision) -> Line:
    return {
        "nomor": number(place),
        "hal": short(row.matter, 250),
        "pilihan": "\n".join(row.options),
        "batas": row.due,
    }
