"""BAB IV Tujuan, Sasaran, Strategi, dan Target."""

from kla_plan.indonesian import join, number, percent
from kla_plan.plan.plan import Plan
from kla_plan.report.charts import score_chart
from kla_plan.report.sentences import score
from kla_plan.report.sentences.words import points
from kla_plan.report.tables import BASE, REALISED, cluster_path, score_path
from kla_plan.report.word.picture import Picture

_KINDS = {BASE: "keadaan awal", REALISED: "realisasi"}


def bab4(plan: Plan, picture: Picture) -> dict[str, object]:
    """Return the values of BAB IV."""
    path = score_path(plan)
    clusters = cluster_path(plan)
    years = [plan.pack.profile.base_year, *plan.years]
    milestones = [*score.milestones(plan), score.falls(plan)]
    return {
        "tujuan": _goal(plan),
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
