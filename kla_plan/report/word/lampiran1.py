"""Lampiran I: the full action matrix."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from kla_plan.indonesian import number
from kla_plan.plan.plan import Plan
from kla_plan.report.tables import matrix, pagu_column, target_column

#: Columns beside the years.
_OTHERS = 9
NONE = "–"


def lampiran1(plan: Plan) -> dict[str, object]:
    """Return the values of Lampiran I."""
    table = matrix(plan)
    lines = _lines(plan, table)
    return {
        "kolom": _OTHERS + len(plan.years),
        "klaster": _grouped(lines),
        "tahun": [number(plan.cost(year)) for year in plan.years],
        "jumlah": number(plan.cost()),
    }


def _lines(plan: Plan, table: pd.DataFrame) -> list[dict[str, object]]:
    return [
        {
            "klaster": row["klaster_nama"],
            "indikator": " ".join(
                ("Indikator", str(row["indikator"]).removeprefix("I"), str(row["indikator_nama"]))
            ),
            "nomor": number(place),
            "program": _program(row),
            "sub_kegiatan": _sub_kegiatan(row),
            "nama": row["nama"],
            "indikator_kinerja": row["indikator_kinerja"] or NONE,
            "satuan": row["satuan"],
            "baseline": NONE if row["baseline"] is None else number(row["baseline"]),
            "tahun": [_cell(row, year) for year in plan.years],
            "pagu": number(row["pagu_total"]),
            "sumber_dana": row["sumber_dana"] or NONE,
            "opd": row["opd"],
            "pendukung": row["opd_pendukung"] or NONE,
        }
        for place, row in enumerate(table.to_dict("records"), start=1)
    ]


def _program(row: Mapping[Hashable, Any]) -> str:
    if row["program_kode"]:
        name = row["program"]
        # The official list writes programmes in capitals throughout; the pack's own spelling of
        # the same name is shorter and easier to read.
        given = str(row["program_rpjmd"])
        same = given.casefold() == str(name).casefold()
        return f"{row['program_kode']} {given if same else name}".rstrip()
    return str(row["program_rpjmd"] or "Program: belum ditentukan")


def _sub_kegiatan(row: Mapping[Hashable, Any]) -> str:
    code, name = row["sub_kegiatan_kode"], row["sub_kegiatan"]
    return f"{code} {name}".rstrip() if code else "Sub kegiatan: kode belum ditentukan"


def _cell(row: Mapping[Hashable, Any], year: int) -> dict[str, str]:
    volume, rupiah = row[target_column(year)], row[pagu_column(year)]
    return {
        "target": NONE if volume is None else number(volume),
        "pagu": number(rupiah) if rupiah else NONE,
    }


def _grouped(lines: list[dict[str, object]]) -> list[dict[str, object]]:
    clusters: dict[object, dict[object, list[dict[str, object]]]] = {}
    for line in lines:
        clusters.setdefault(line["klaster"], {}).setdefault(line["indikator"], []).append(line)
    return [
        {
            "nama": str(cluster).upper(),
            "indikator": [{"nama": name, "kegiatan": rows} for name, rows in inside.items()],
        }
        for cluster, inside in clusters.items()
    ]
