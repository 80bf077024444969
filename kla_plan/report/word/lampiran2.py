"""Lampiran II: what is assumed, and what else must be checked."""

from kla_plan.indonesian import number
from kla_plan.plan.plan import Plan
from kla_plan.report.assumptions import assumption_counts, assumptions
from kla_plan.report.sentences.words import capital, count
from kla_plan.report.word.legal import TO_CHECK


def lampiran2(plan: Plan) -> dict[str, object]:
    """Return the values of Lampiran II."""
    counts = assumption_counts(plan)
    table = assumptions(plan)
    return {
        "penjelasan": (
            "Yang dihitung adalah data masukan: poin jawaban, skala jawaban, volume, harga, dan "
            "dampak kegiatan dalam rencana, pagu, fakta daerah, serta parameter skenario. Angka "
            "hasil tidak dihitung karena diturunkan dari data tersebut."
        ),
        "kelompok": [
            {
                "kelompok": row["kelompok"],
                "angka": number(row["angka"]),
                "asumsi": number(row["asumsi"]),
            }
            for row in counts.to_dict("records")
        ],
        "angka": number(int(counts["angka"].sum())),
        "asumsi": number(int(counts["asumsi"].sum())),
        "rincian": [
            {
                "kelompok": group,
                "baris": [
                    {
                        "asumsi": row["asumsi"].rstrip("."),
                        "jumlah": number(row["jumlah"]),
                        "rincian": row["rincian"],
                    }
                    for row in table[table["kelompok"] == group].to_dict("records")
                ],
            }
            for group in dict.fromkeys(table["kelompok"])
        ],
        "periksa": to_check(plan),
    }


def to_check(plan: Plan) -> list[str]:
    """Return what else must be looked up before the document is printed."""
    return [*_missing(plan), *TO_CHECK]


def _missing(plan: Plan) -> list[str]:
    texts = [
        f"{capital(key.replace('_', ' '))}: {row.asumsi.rstrip('.')}."
        for key, row in plan.pack.profile.facts.items()
        if not row.nilai and row.asumsi
    ]
    uncoded = [c for c in plan.activities if not plan.pack.activities[c].sub_kegiatan]
    if uncoded:
        texts.append(
            f"{count(len(uncoded), 'kegiatan', start=True)} dalam matriks belum memiliki kode sub "
            "kegiatan; tentukan melalui SIPD."
        )
    return texts
