"""BAB II Gambaran Umum."""

from kla_plan.gaps import NO_OPD, cluster_gaps, indicator_gaps, opd_gaps
from kla_plan.indonesian import number, percent
from kla_plan.plan.plan import Plan
from kla_plan.report.charts import gap_chart
from kla_plan.report.sentences import gaps, score
from kla_plan.report.word.facts import last_predicate, profile_facts
from kla_plan.report.word.picture import Picture

#: Rows of the table of agencies.
LARGEST = 10
KINDS = {"apbd": "perangkat daerah", "vertikal": "instansi vertikal", "mitra": "mitra"}


def bab2(plan: Plan, picture: Picture) -> dict[str, object]:
    """Return the values of BAB II."""
    pack = plan.pack
    start = pack.start_score()
    maximum = pack.instrument.maximum
    agencies = opd_gaps(pack)
    held = agencies[(agencies["selisih"] > 0) & (agencies["opd"] != NO_OPD)]
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
            for row in cluster_gaps(pack).to_dict("records")
        ],
        "jumlah": {
            "maks": number(maximum),
            "poin": number(start.total, 2),
            "capaian": percent(start.total / maximum),
            "selisih": number(maximum - start.total, 2),
        },
        "indikator": gaps.indicators_most(indicator_gaps(pack)),
        "gambar_kesenjangan": picture(gap_chart(pack)),
        "opd": gaps.agencies(agencies),
        "opd_terbesar": [
            {
                "nama": row["nama"],
                "jenis": KINDS.get(row["jenis"], "belum terdaftar"),
                "pertanyaan": number(row["belum_penuh"]),
                "selisih": number(row["selisih"], 2),
            }
            for row in held.head(LARGEST).to_dict("records")
        ],
        "jarak": score.distance(plan),
        "bukti": gaps.evidence(pack),
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
