"""BAB II Gambaran Umum."""

from collections.abc import Hashable, Mapping
from typing import Any

from kla_plan.gaps import cluster_gaps, indicator_gaps
from kla_plan.indonesian import number, percent
from kla_plan.plan.plan import Plan
from kla_plan.report.charts import gap_chart
from kla_plan.report.sentences import gaps, score
from kla_plan.report.word.facts import last_predicate, profile_facts
from kla_plan.report.word.picture import Picture


def bab2(plan: Plan, picture: Picture) -> dict[str, object]:
    """Return the values of BAB II."""
    pack = plan.pack
    clusters = cluster_gaps(pack).to_dict("records")
    indicators = indicator_gaps(pack)
    start = pack.start_score()
    maximum = pack.instrument.maximum
    return {
        "pengantar_profil": _introduction(plan),
        "profil": profile_facts(pack.profile),
        "hasil": score.start(plan),
        "dasar_nilai": _basis(plan),
        "klaster": [
            {
                "nama": row["nama"],
                "maks": number(row["poin_maks"]),
                "poin": number(row["poin"], 2),
                "capaian": percent(row["capaian"]),
                "selisih": number(row["selisih"], 2),
            }
            for row in clusters
        ],
        "jumlah": {
            "maks": number(maximum),
            "poin": number(start.total, 2),
            "capaian": percent(start.total / maximum),
            "selisih": number(maximum - start.total, 2),
        },
        "uraian": [
            {
                "judul": f"2.3.{place} {row['nama']}",
                "nama": row["nama"],
                "teks": gaps.cluster_result(row, inside),
                "indikator": [_indicator(plan, line) for line in inside.to_dict("records")],
            }
            for place, row in enumerate(clusters, start=1)
            for inside in (indicators[indicators["klaster"] == row["klaster"]],)
        ],
        "gambar_kesenjangan": picture(gap_chart(pack)),
    }


def _indicator(plan: Plan, row: Mapping[Hashable, Any]) -> dict[str, str]:
    return {
        "nomor": plan.pack.instrument.indicators[str(row["indikator"])].indikator.removeprefix("I"),
        "nama": str(row["nama"]),
        "maks": number(float(str(row["poin_maks"]))),
        "poin": number(float(str(row["poin"])), 2),
        "selisih": number(float(str(row["selisih"])), 2),
    }


def _introduction(plan: Plan) -> str:
    profile = plan.pack.profile
    text = (
        f"{profile.full_name} merupakan bagian dari Provinsi {profile.province}. Data pokok yang "
        "dipakai dalam penyusunan RAD KLA ini disajikan pada Tabel 2.1."
    )
    last = last_predicate(profile)
    return f"{text} {last}" if last else text


def _basis(plan: Plan) -> str:
    assumed = [row for row in plan.pack.answers.values() if row.asumsi]
    if not assumed:
        return "Rincian menurut klaster disajikan pada Tabel 2.2."
    everything = len(assumed) == len(plan.pack.answers)
    which = "Nilai seluruh" if everything else f"Nilai {number(len(assumed))} dari"
    return (
        f"Rincian menurut klaster disajikan pada Tabel 2.2. {which} "
        f"{number(len(plan.pack.answers))} pertanyaan masih bersandar pada asumsi sebagaimana "
        "dijelaskan pada Lampiran II."
    )
