"""The yearly plan (rencana aksi tahunan) in Word."""

from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from kla_plan.indonesian import number, rupiah, terbilang
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences.words import count, from_to
from kla_plan.report.tables import cluster_path, score_path, year_activities
from kla_plan.report.word.common import dokumen
from kla_plan.report.word.layout import close_sections
from kla_plan.report.word.picture import Picture
from kla_plan.report.word.render import render, save
from kla_plan.report.word.template.books import YEARLY
from kla_plan.resources import templates

_ONLY_PAYMENT = "pembayaran lanjutan"


def write_year_docx(plan: Plan, year: int, target: Path, *, template: Path | None = None) -> Path:
    """Write the yearly plan of one year to the file ``target``.

    Raises
    ------
    ValueError
        If the year is not one of the plan's.
    FindingsError
        If the template cannot be filled in.
    """
    check_year(plan, year)
    document = render(template or templates() / YEARLY, lambda picture: values(plan, year, picture))
    close_sections(document)
    return save(document, target, f"Rencana Aksi Tahunan KLA {plan.pack.profile.full_name} {year}")


def check_year(plan: Plan, year: int) -> None:
    """Refuse a year outside the plan.

    Raises
    ------
    ValueError
        If the year is not one of the plan's.
    """
    if year not in plan.years:
        message = f"Tahun {year} tidak ada dalam rencana ({plan.years[0]}–{plan.years[-1]})."
        raise ValueError(message)


def values(plan: Plan, year: int, _picture: Picture) -> dict[str, object]:
    """Return every value of the yearly template."""
    common = dokumen(plan)
    table = year_activities(plan, year)
    return {
        "dokumen": {
            "nama": common.nama,
            "jenis_besar": common.jenis_besar,
            "asumsi": common.asumsi,
            "tahun": year,
            "tahun_lalu": year - 1,
        },
        "target": _target(plan, year),
        "anggaran": _money(plan, year, table),
        "kegiatan": _agencies(table),
    }


def _target(plan: Plan, year: int) -> dict[str, object]:
    scores = {row["tahun"]: row for row in score_path(plan).to_dict("records")}
    before = year - 1 if year - 1 in scores else plan.pack.profile.base_year
    clusters = cluster_path(plan)
    own = [float(scores[t]["mandiri"]) for t in (before, year)]
    return {
        "kalimat": (
            f"Nilai penilaian mandiri KLA {plan.pack.profile.full_name} pada tahun {year} "
            f"ditargetkan {from_to(*own)} (predikat: {scores[year]['predikat_mandiri']}). "
            f"Perkiraan nilai setelah verifikasi {number(scores[year]['verifikasi'], 2)} poin "
            f"(predikat: {scores[year]['predikat_verifikasi']})."
        ),
        "klaster": [
            {
                "nama": row["nama"],
                "awal": number(row[before], 2),
                "akhir": number(row[year], 2),
                "ubah": number(row[year] - row[before], 2),
            }
            for row in clusters.to_dict("records")
        ],
        "awal": number(own[0], 2),
        "akhir": number(own[1], 2),
        "ubah": number(own[1] - own[0], 2),
    }


def _money(plan: Plan, year: int, table: pd.DataFrame) -> dict[str, object]:
    amount = plan.cost(year)
    groups = table.groupby("opd_nama", sort=False)
    return {
        "kalimat": _needs(year, len(table), amount),
        "opd": [
            {"nama": name, "kegiatan": number(len(rows)), "pagu": number(int(rows["rupiah"].sum()))}
            for name, rows in groups
        ],
        "kegiatan": number(len(table)),
        "jumlah": number(amount),
    }


def _needs(year: int, activities: int, amount: int) -> str:
    if not activities:
        return f"Pada tahun {year} tidak ada kegiatan dan kebutuhan anggaran yang direncanakan."
    opening = f"Pada tahun {year} direncanakan {count(activities, 'kegiatan')}"
    if not amount:
        return f"{opening} tanpa kebutuhan anggaran."
    return f"{opening} dengan kebutuhan anggaran {rupiah(amount)} ({terbilang(amount)} rupiah)."


def _agencies(table: pd.DataFrame) -> list[dict[str, object]]:
    return [
        {
            "nama": name,
            "kegiatan": [_line(place, row) for place, row in enumerate(rows.to_dict("records"), 1)],
        }
        for name, rows in table.groupby("opd_nama", sort=False)
    ]


def _line(place: int, row: Mapping[Hashable, Any]) -> dict[str, str]:
    code = str(row["sub_kegiatan_kode"])
    volume = row["volume"]
    return {
        "nomor": number(place),
        "sub_kegiatan": f"{code} {row['sub_kegiatan']}".strip() or "kode belum ditentukan",
        "nama": str(row["nama"]),
        "indikator_kinerja": str(row["indikator_kinerja"] or "–"),
        "target": _ONLY_PAYMENT if volume is None else f"{number(volume)} {row['satuan']}",
        "pagu": number(int(str(row["rupiah"]))),
        "sumber_dana": str(row["sumber_dana"] or "–"),
        "data_dukung": str(row["data_dukung"] or "–"),
    }
