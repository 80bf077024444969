"""BAB III Isu Strategis."""

from kla_plan.gaps import NO_OPD, cluster_gaps, indicator_gaps, opd_gaps
from kla_plan.indonesian import number
from kla_plan.plan.plan import Plan
from kla_plan.report.charts.style import cluster_short
from kla_plan.report.sentences import gaps, score
from kla_plan.report.sentences.words import cluster_in_text, count

#: Rows of the tables of largest gaps.
LARGEST = 10
KINDS = {"apbd": "perangkat daerah", "vertikal": "instansi vertikal", "mitra": "mitra"}


def bab3(plan: Plan) -> dict[str, object]:
    """Return the values of BAB III."""
    pack = plan.pack
    indicators = indicator_gaps(pack)
    agencies = opd_gaps(pack)
    names = {code: cluster.nama for code, cluster in pack.instrument.clusters.items()}
    largest = indicators[indicators["selisih"] > 0].sort_values(
        "selisih", ascending=False, kind="stable"
    )
    held = agencies[(agencies["selisih"] > 0) & (agencies["opd"] != NO_OPD)]
    issues = _issues(plan)
    return {
        "indikator": gaps.indicators_most(indicators),
        "jenis": gaps.kinds(pack),
        "terbesar": [
            {
                "nama": row["nama"],
                "klaster": cluster_short(names[row["klaster"]]),
                "pertanyaan": number(row["belum_penuh"]),
                "selisih": number(row["selisih"], 2),
            }
            for row in largest.head(LARGEST).to_dict("records")
        ],
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
        "isu": issues,
        "pengantar_isu": _introduction(len(issues)),
        "tak_terjangkau": gaps.unreachable(pack),
    }


def _introduction(how_many: int) -> str:
    if not how_many:
        return (
            "Tidak ada klaster yang masih memiliki kesenjangan poin; isu utama adalah menjaga "
            "capaian dan kelengkapan data dukung."
        )
    issues = count(how_many, "isu strategis", start=True)
    return f"{issues} dirumuskan dari kesenjangan setiap klaster, mulai dari yang terbesar."


def _issues(plan: Plan) -> list[dict[str, object]]:
    indicators = indicator_gaps(plan.pack)
    clusters = cluster_gaps(plan.pack).sort_values("selisih", ascending=False, kind="stable")
    found: list[dict[str, object]] = []
    for row in clusters.to_dict("records"):
        text = gaps.issue(row, indicators[indicators["klaster"] == row["klaster"]])
        if text:
            name = cluster_in_text(row["nama"])
            found.append({"nomor": len(found) + 1, "klaster": name, "teks": text})
    return found
