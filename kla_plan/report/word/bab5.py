"""BAB V Rencana Aksi."""

import pandas as pd

from kla_plan.indonesian import number
from kla_plan.plan.plan import Plan
from kla_plan.report.charts import budget_chart, timeline_chart
from kla_plan.report.charts.cluster_charts import gains_chart, outlook_chart
from kla_plan.report.sentences import activities, budget, effects
from kla_plan.report.sentences.effects import level
from kla_plan.report.tables import Dimension, cluster_path, matrix
from kla_plan.report.tables import budget as budget_table
from kla_plan.report.tables.progress import rises
from kla_plan.report.tables.rest import cluster_outlook, remaining
from kla_plan.report.word.bab5_cluster import cluster_actions
from kla_plan.report.word.picture import Picture

#: Activities drawn in the timeline, so that it stands on the first page of the chapter.
DRAWN = 20
#: Parts of the budget that are drawn because they are few enough to be told apart, and the height
#: of the charts in centimetres: both stand on one page.
DRAWN_BY: tuple[Dimension, ...] = ("klaster", "sumber_dana")
DRAWN_HIGH = 6.6
#: Rows per cluster of the table of questions that stay open.
OPEN = 4


def bab5(plan: Plan, picture: Picture) -> dict[str, object]:
    """Return the values of BAB V."""
    table, left, found = matrix(plan), remaining(plan), rises(plan)
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
            cluster_actions(
                plan, row, place, _own(table, row["klaster"]), found, _own(left, row["klaster"])
            )
            for place, row in enumerate(cluster_path(plan).to_dict("records"), start=1)
        ],
        **_effects(plan, picture, ada=bool(found)),
        **_open(plan, left),
        "anggaran": " ".join(text for text in money if text),
        "klaster_anggaran": _money(plan, "klaster", picture),
        "opd_anggaran": _money(plan, "opd", picture),
        "dana_anggaran": _money(plan, "sumber_dana", picture),
    }


def _own(table: pd.DataFrame, cluster: str) -> pd.DataFrame:
    return table[table["klaster"] == cluster] if len(table) else table


def _effects(plan: Plan, picture: Picture, *, ada: bool) -> dict[str, object]:
    outlook = cluster_outlook(plan)
    keys = ("awal", "tambahan", "sisa_terjangkau", "sisa_di_luar")
    return {
        "dampak": effects.whole(plan, outlook),
        "ada_dampak": ada,
        "gambar_dampak": picture(outlook_chart(plan)),
        "gambar_tambahan": picture(gains_chart(plan)) if ada else "",
        "sisa": [
            {
                "nama": row["nama"],
                "maks": number(row["poin_maks"]),
                **{key: number(row[key], 2) for key in keys},
            }
            for row in outlook.to_dict("records")
        ],
        "jumlah_sisa": {
            "maks": number(float(outlook["poin_maks"].sum())),
            **{key: number(float(outlook[key].sum()), 2) for key in keys},
        },
    }


def _open(plan: Plan, left: pd.DataFrame) -> dict[str, object]:
    """Return the questions that stay open, the heaviest of each cluster."""
    clusters = plan.pack.instrument.clusters
    shown = {code: _own(left, code).head(OPEN) for code in clusters}
    rest = len(left) - sum(len(rows) for rows in shown.values())
    return {
        "belum": [
            {
                "nama": clusters[code].nama,
                "belum": [
                    {
                        "kode": row["pertanyaan"],
                        "bunyi": row["label"],
                        "jawaban": level(row["jawaban"]),
                        "sisa": number(row["sisa"], 2),
                        "sebab": row["sebab"],
                    }
                    for row in rows.to_dict("records")
                ],
            }
            for code, rows in shown.items()
            if len(rows)
        ],
        "catatan_belum": (
            f"{number(rest)} pertanyaan lain dengan sisa poin lebih kecil tidak dimuat."
            if rest > 0
            else ""
        ),
    }


def _money(plan: Plan, by: Dimension, picture: Picture) -> dict[str, object]:
    table = budget_table(plan, by)
    drawn = len(table) and by in DRAWN_BY
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
        "gambar": picture(budget_chart(plan, by, height=DRAWN_HIGH)) if drawn else "",
    }
