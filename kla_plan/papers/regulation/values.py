"""Values of the Word template ``rancangan_peraturan.docx``."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from kla_plan.indonesian import join, number, percent
from kla_plan.instrument import NO_PREDICATE
from kla_plan.papers.paper import OpenPoint
from kla_plan.papers.regulation.basis import legal_basis
from kla_plan.papers.regulation.facts import lowest, roles
from kla_plan.papers.regulation.systematics import ChapterOfRad
from kla_plan.papers.regulation.words import DOTS, items, money, percent_spelled, spelled
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences import budget as money_sentences
from kla_plan.report.sentences import score
from kla_plan.report.sentences.words import capital, cluster_in_text, spans
from kla_plan.report.tables import REALISED, budget, matrix, per_year, score_path
from kla_plan.report.word.common import dokumen
from kla_plan.report.word.facts import head_of_region

#: Names that the template may use.
NAMES = (
    "dokumen", "peraturan", "menimbang", "mengingat", "target", "dana", "lampiran", "periksa",
)  # fmt: skip


def values(
    plan: Plan, points: Sequence[OpenPoint], parts: Sequence[ChapterOfRad]
) -> dict[str, object]:
    """Return every value of the template.

    Parameters
    ----------
    points
        What the draft leaves open, for its checklist.
    parts
        Chapters of the RAD KLA, for the first annex.
    """
    return {
        "dokumen": dokumen(plan),
        "peraturan": _title(plan),
        "menimbang": {"keadaan": _standing(plan)},
        "mengingat": _basis(plan),
        "target": _target(plan),
        "dana": _money(plan),
        "lampiran": {
            "sistematika": [{"judul": one.title, "sub": list(one.sections)} for one in parts],
            "klaster": _clusters(plan),
            "jumlah": number(plan.cost()),
            "kolom": "5",
            "peran": _roles(plan),
            "kegiatan": number(len(plan.activities)),
        },
        "periksa": [
            {"nomor": number(place), "tempat": one.place, "uraian": one.what, "oleh": one.who}
            for place, one in enumerate(points, start=1)
        ],
    }


def _title(plan: Plan) -> dict[str, str]:
    profile = plan.pack.profile
    head = head_of_region(profile)
    office = head.removesuffix(f" {profile.name}")
    plain = f"{profile.kind.capitalize()} Layak Anak"
    return {
        "jabatan": office,
        "jabatan_besar": office.upper(),
        "kepala": head,
        "kepala_besar": head.upper(),
        "provinsi_besar": profile.province.upper(),
        "jenis": profile.kind,
        "layak": plain,
        "layak_besar": plain.upper(),
        "tempat": profile.fact("ibu_kota", DOTS),
    }


def _standing(plan: Plan) -> str:
    """Say the points at the end of the base year and where the largest distance is."""
    pack = plan.pack
    low = lowest(plan)
    plain = f"{pack.profile.kind.capitalize()} Layak Anak"
    points = number(float(pack.start_score().total))
    maximum = number(pack.instrument.maximum)
    opening = (
        f"hasil penilaian mandiri penyelenggaraan {plain} pada akhir tahun "
        f"{pack.profile.base_year} mencapai {points} dari {maximum} poin"
    )
    if pack.start_score().total >= pack.instrument.maximum:
        return f"{opening}, sehingga capaian tersebut perlu dipertahankan"
    named = [f"{cluster_in_text(one.name)} sebesar {percent(one.share)}" for one in low]
    where = f", dengan capaian terendah pada {join(named)} dari poin maksimumnya" if named else ""
    return (
        f"{opening}{where}, sehingga pemenuhan hak anak dan perlindungan khusus anak perlu "
        "dipercepat"
    )


def _basis(plan: Plan) -> dict[str, object]:
    first, *others = legal_basis(plan.pack.profile)
    return {
        "pertama": first,
        "berikutnya": [
            {"nomor": number(place), "teks": text} for place, text in enumerate(others, start=2)
        ],
    }


def _target(plan: Plan) -> dict[str, object]:
    table = score_path(plan).to_dict("records")[1:]
    targets = [f"{wish} pada tahun {years}" for years, wish in score.targets(plan.scenario)]
    last = table[-1]
    aim = join(targets) or (
        "nilai KLA setinggi mungkin dalam batas kemampuan keuangan Daerah, yaitu "
        f"{spelled(last['mandiri'])} poin menurut Penilaian Mandiri pada tahun {last['tahun']}"
    )
    return {
        "arah": aim,
        "mandiri": items([_reached(row, "mandiri") for row in table]),
        "verifikasi": items([_reached(row, "verifikasi") for row in table]),
        "potongan": percent_spelled(plan.scenario.diskon_verifikasi),
    }


def _reached(row: Mapping[Hashable, Any], basis: str) -> str:
    done = " (realisasi)" if row["jenis"] == REALISED else ""
    predicate = row[f"predikat_{basis}"]
    rank = "belum berpredikat" if predicate == NO_PREDICATE else f"Predikat {predicate}"
    return f"tahun {row['tahun']}{done}: {spelled(row[basis])} poin, {rank}"


def _money(plan: Plan) -> dict[str, object]:
    total = plan.cost()
    funds = budget(plan, "sumber_dana").to_dict("records")
    years = per_year(plan).to_dict("records")
    return {
        "ada": bool(total),
        "jumlah": money(total),
        "tahun": items([_year(row) for row in years]),
        "sumber": items([f"{row['nama']} sebesar {money(int(row['jumlah']))}" for row in funds]),
        "sesudah": money_sentences.after(plan),
        "rincian": [
            {
                "tahun": year,
                "sumber": [number(row[year]) for row in funds],
                "jumlah": number(plan.cost(year)),
            }
            for year in plan.years
        ],
        "nama": [row["nama"] for row in funds],
        "jumlah_sumber": [number(row["jumlah"]) for row in funds],
        "angka": number(total),
    }


def _year(row: Mapping[Hashable, Any]) -> str:
    done = " (realisasi)" if row["jenis"] == REALISED else ""
    amount = money(int(row["rupiah"])) if row["rupiah"] else "tanpa kebutuhan pendanaan"
    return f"tahun {row['tahun']}{done} {'sebesar ' if row['rupiah'] else ''}{amount}"


def _clusters(plan: Plan) -> list[dict[str, object]]:
    table = matrix(plan)
    rows = list(enumerate(table.to_dict("records"), start=1))
    groups = {
        cluster.nama: [_activity(plan, place, row) for place, row in rows if row["klaster"] == code]
        for code, cluster in plan.pack.instrument.clusters.items()
    }
    return [{"nama": name, "kegiatan": lines} for name, lines in groups.items() if lines]


def _activity(plan: Plan, place: int, row: Mapping[Hashable, Any]) -> dict[str, str]:
    years = [year for code, year in plan.volumes if code == row["kegiatan"]]
    return {
        "nomor": number(place),
        "nama": str(row["nama"]),
        "opd": str(row["opd_nama"]),
        "tahun": spans(years),
        "pagu": number(int(row["pagu_total"])),
    }


def _roles(plan: Plan) -> list[dict[str, str]]:
    return [
        {
            "nomor": number(place),
            "nama": role.name,
            "jenis": capital(role.kind),
            "penanggung": number(role.leads),
            "pendukung": number(role.supports),
            "pagu": number(role.rupiah),
        }
        for place, role in enumerate(roles(plan), start=1)
    ]
