"""BAB IV Tujuan, Sasaran, Strategi, dan Target."""

from collections.abc import Sequence

import pandas as pd

from kla_plan.indonesian import join, number, percent
from kla_plan.plan.plan import Plan
from kla_plan.report.charts import score_chart
from kla_plan.report.charts.cluster_charts import share_chart
from kla_plan.report.sentences import direction, score, strategy
from kla_plan.report.sentences.kinds import kind_words
from kla_plan.report.sentences.words import points
from kla_plan.report.tables import BASE, REALISED, cluster_path, score_path
from kla_plan.report.tables.progress import Rise, indicator_path, rises
from kla_plan.report.tables.strategies import strategies
from kla_plan.report.word.picture import Picture

_KINDS = {BASE: "keadaan awal", REALISED: "realisasi"}


def bab4(plan: Plan, picture: Picture) -> dict[str, object]:
    """Return the values of BAB IV."""
    path = score_path(plan)
    clusters = cluster_path(plan)
    indicators = indicator_path(plan)
    years = [plan.pack.profile.base_year, *plan.years]
    milestones = [*score.milestones(plan), score.falls(plan)]
    found = rises(plan)
    made = strategies(plan, found)
    general = [direction.overall(plan, made), direction.order(plan), direction.together(plan)]
    return {
        "tujuan": _goal(plan),
        "laju": direction.pace(plan, clusters),
        "tahun": years,
        "klaster": [
            {
                "nama": row["nama"],
                "maks": number(row["poin_maks"]),
                "poin": [number(row[year], 2) for year in years],
            }
            for row in clusters.to_dict("records")
        ],
        "jumlah_maks": number(plan.pack.instrument.maximum),
        "jumlah": [number(value, 2) for value in path["mandiri"]],
        "gambar_capaian": picture(share_chart(plan)),
        "jalur": score.path(plan),
        "tonggak": [text for text in milestones if text],
        "target": [
            {
                "tahun": row["tahun"],
                "jenis": _KINDS.get(row["jenis"], "target"),
                "mandiri": number(row["mandiri"], 2),
                "predikat_mandiri": row["predikat_mandiri"],
                "verifikasi": number(row["verifikasi"], 2),
                "predikat_verifikasi": row["predikat_verifikasi"],
            }
            for row in path.to_dict("records")
        ],
        "catatan_verifikasi": _note(plan),
        "gambar_nilai": picture(score_chart(plan)),
        "arah_strategi": [text for text in general if text],
        "strategi": [
            {
                "nama": kind_words(one.kind).strategy,
                "kegiatan": number(len(one.activities)),
                "rupiah": number(one.rupiah),
                "pertanyaan": number(len(one.rises)),
                "poin": number(one.points, 2),
            }
            for one in made
        ],
        "jumlah_strategi": {
            "kegiatan": number(len(plan.activities)),
            "rupiah": number(plan.cost()),
            "pertanyaan": number(sum(len(one.rises) for one in made)),
            "poin": number(sum(one.points for one in made), 2),
        },
        "uraian": [
            _cluster(plan, code, place, indicators[indicators["klaster"] == code], found)
            for place, code in enumerate(plan.pack.instrument.clusters, start=1)
        ],
        "kolom_indikator": len(years) + 3,
    }


def _cluster(
    plan: Plan, code: str, place: int, indicators: pd.DataFrame, found: Sequence[Rise]
) -> dict[str, object]:
    name = plan.pack.instrument.clusters[code].nama
    years = [plan.pack.profile.base_year, *plan.years]
    return {
        "judul": f"4.5.{place} {name}",
        "nama": name,
        "sasaran": direction.aim(plan, code, indicators),
        "strategi": [
            {
                "nama": kind_words(one.kind).strategy,
                "uraian": strategy.strategy(plan, one, found),
            }
            for one in strategies(plan, found, code)
        ],
        "indikator": [
            {
                "nomor": str(row["indikator"]).removeprefix("I"),
                "nama": row["nama"],
                "maks": number(row["poin_maks"]),
                "poin": [number(row[year], 2) for year in years],
            }
            for row in indicators.to_dict("records")
        ],
    }


def _note(plan: Plan) -> str:
    return (
        "Nilai setelah verifikasi merupakan perkiraan, yaitu nilai penilaian mandiri dikurangi "
        f"{percent(plan.scenario.diskon_verifikasi)}. Predikat resmi ditetapkan melalui evaluasi "
        "nasional."
    )


def _goal(plan: Plan) -> str:
    targets = [f"{wish} pada tahun {years}" for years, wish in score.targets(plan.scenario)]
    last = plan.years[-1]
    if targets:
        return (
            f"Secara khusus ditetapkan pencapaian {join(targets)}, dengan biaya dalam batas pagu."
        )
    return (
        "Secara khusus diupayakan nilai setinggi mungkin dalam batas pagu indikatif, sehingga "
        f"pada tahun {last} tercapai {points(float(plan.score(last).total))} menurut penilaian "
        "mandiri."
    )
