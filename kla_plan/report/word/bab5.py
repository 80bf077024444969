"""BAB V Rencana Aksi."""

import pandas as pd

from kla_plan.indonesian import number
from kla_plan.plan.plan import Plan
from kla_plan.report.charts import budget_chart, timeline_chart
from kla_plan.report.sentences import activities, budget
from kla_plan.report.sentences.words import spans
from kla_plan.report.tables import Dimension, matrix
from kla_plan.report.tables import budget as budget_table
from kla_plan.report.word.picture import Picture

#: Activities drawn in the timeline, so that it stands on the first page of the chapter.
DRAWN = 20


def bab5(plan: Plan, picture: Picture) -> dict[str, object]:
    """Return the values of BAB V."""
    table = matrix(plan)
    overview = [activities.overview(plan)]
    if plan.activities:
        overview += [activities.first_year(plan), budget.unfunded(plan)]
    money = [budget.total(plan), budget.by_year(plan), budget.realised(plan), budget.after(plan)]
    drawn = min(DRAWN, len(plan.activities))
    return {
        "gambaran": " ".join(text for text in overview if text),
        "ada_kegiatan": bool(plan.activities),
        "gambar_jadwal": picture(timeline_chart(plan, DRAWN)) if plan.activities else "",
        "judul_jadwal": (
            f"Jadwal {number(drawn)} kegiatan dengan anggaran terbesar"
            if drawn < len(plan.activities)
            else "Jadwal kegiatan"
        ),
        "klaster": [
            _cluster(plan, code, table[table["klaster"] == code] if len(table) else table, place)
            for place, code in enumerate(plan.pack.instrument.clusters, start=1)
        ],
        "anggaran": " ".join(text for text in money if text),
        "klaster_anggaran": _money(plan, "klaster", picture),
        "opd_anggaran": _money(plan, "opd", picture),
        "dana_anggaran": _money(plan, "sumber_dana", picture),
    }


def _cluster(plan: Plan, code: str, rows: pd.DataFrame, place: int) -> dict[str, object]:
    name = plan.pack.instrument.clusters[code].nama
    return {
        "judul": f"5.2.{place} {name}",
        "nama": name,
        "teks": activities.cluster_plan(plan, code, rows),
        "kegiatan": [
            {
                "nomor": number(line),
                "nama": row["nama"],
                "opd": row["opd"],
                "tahun": spans([t for a, t in plan.volumes if a == row["kegiatan"]]),
                "pagu": number(row["pagu_total"]),
            }
            for line, row in enumerate(rows.to_dict("records"), start=1)
        ],
        "pagu": number(int(rows["pagu_total"].sum())) if len(rows) else "0",
    }


def _money(plan: Plan, by: Dimension, picture: Picture) -> dict[str, object]:
    table = budget_table(plan, by)
    return {
        "teks": budget.by_group(plan, by),
        "baris": [
            {
                "nama": row["nama"],
                "tahun": [number(row[year]) for year in plan.years],
                "jumlah": number(row["jumlah"]),
            }
            for row in table.to_dict("records")
        ],
        "tahun": [number(plan.cost(year)) for year in plan.years],
        "jumlah": number(plan.cost()),
        "gambar": picture(budget_chart(plan, by)) if len(table) else "",
    }
