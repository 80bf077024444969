"""BAB VI Penyelarasan dengan Kebijakan Nasional dan Dokumen Perencanaan Daerah."""

from kla_plan.indonesian import number
from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan
from kla_plan.report.alignment import (
    KINDS,
    Alignment,
    Change,
    Excess,
    Reference,
    Status,
    align,
    changes,
    document_counts,
    missing_documents,
    programmes,
    references,
)
from kla_plan.report.sentences import alignment
from kla_plan.report.sentences.words import capital, spans

#: What stands where the reference to Perpres 25/2021 is still to be filled in.
NO_REFERENCE = "belum dirujuk"
_NO_CODE = "–"


def bab6(plan: Plan, current: Pack) -> dict[str, object]:
    """Return the values of BAB VI; ``current`` holds the planning documents."""
    found = align(plan, current)
    rows = references(plan, current)
    documents = (*(alignment.document(found, kind) for kind in KINDS), alignment.not_given(found))
    return {
        "cakupan": alignment.coverage(plan, rows),
        "rujukan": alignment.references_open(rows),
        "klaster": _clusters(plan, rows),
        "jumlah_aksi": number(sum(len(row.activities) for row in rows)),
        "jumlah_rupiah": number(sum(row.rupiah for row in rows)),
        "hasil": [text for text in (*documents, alignment.undated(found)) if text],
        "dokumen": _counts(found),
        **_programmes(plan, found),
        "usulan": _changes(plan, changes(plan, found)),
        "lampau": _excesses(plan, found),
        "belum_ada": alignment.all_missing(found, missing_documents(plan, found)),
        "dapat_diperiksa": bool(found.given),
    }


def _clusters(plan: Plan, rows: tuple[Reference, ...]) -> list[dict[str, object]]:
    instrument = plan.pack.instrument
    return [
        {
            "nama": instrument.clusters[cluster].nama,
            "baris": [
                {
                    "indikator": (
                        f"{row.indicator.removeprefix('I')} "
                        f"{instrument.indicators[row.indicator].nama}"
                    ),
                    "aksi": number(len(row.activities)),
                    "rupiah": number(row.rupiah),
                    "kebijakan": row.policy or NO_REFERENCE,
                    "rencana": row.action_plan or NO_REFERENCE,
                }
                for row in rows
                if row.cluster == cluster
            ],
        }
        for cluster in dict.fromkeys(row.cluster for row in rows)
    ]


def _counts(found: Alignment) -> list[dict[str, str]]:
    return [
        {
            "nama": KINDS[row["dokumen"]],
            "selaras": number(row[Status.ALIGNED]),
            "lebih": number(row[Status.OVER]),
            "belum": number(row[Status.MISSING]),
            "tidak_diketahui": number(row[Status.UNKNOWN]),
            "di_luar": number(row[Status.OUTSIDE]),
            "jumlah": number(row["jumlah"]),
        }
        for row in document_counts(found).to_dict("records")
        if row["jumlah"]
    ]


def _programmes(plan: Plan, found: Alignment) -> dict[str, object]:
    rows = programmes(plan, found)
    return {
        "program": [
            {
                "kode": row.code or _NO_CODE,
                "nama": capital(row.name) or "–",
                "opd": ", ".join(row.opds),
                "aksi": number(len(row.activities)),
                "rupiah": number(row.rupiah),
                "status": alignment.LETTERS[row.status],
            }
            for row in rows
        ],
        "program_aksi": number(sum(len(row.activities) for row in rows)),
        "program_rupiah": number(sum(row.rupiah for row in rows)),
    }


def _changes(plan: Plan, rows: tuple[Change, ...]) -> list[dict[str, object]]:
    return [
        {
            "nama": alignment.proposal(kind),
            "baris": [_change(plan, one) for one in rows if one.kind == kind],
        }
        for kind in dict.fromkeys(one.kind for one in rows)
    ]


def _change(plan: Plan, one: Change) -> dict[str, str]:
    return {
        "opd": one.opd,
        "kode": alignment.change(plan, one),
        "tahun": spans(one.years),
        "aksi": number(len(one.activities)),
        "rupiah": number(one.rupiah),
    }


def _excesses(plan: Plan, found: Alignment) -> list[dict[str, object]]:
    kinds = list(KINDS)
    groups: dict[tuple[int, int], list[dict[str, str]]] = {}
    for one in found.excesses:
        key = (kinds.index(one.line.dokumen), one.year)
        groups.setdefault(key, []).append(_excess(plan, one))
    return [
        {"nama": f"{KINDS[kinds[place]]} {year}", "baris": rows}
        for (place, year), rows in sorted(groups.items(), key=lambda item: item[0])
    ]


def _excess(plan: Plan, one: Excess) -> dict[str, str]:
    name = capital(one.line.nama)
    return {
        "opd": one.line.opd or "seluruh daerah",
        "kode": (
            f"{one.line.kode} {name}" if name else alignment.code_name(plan.pack, one.line.kode)
        ),
        "rencana": number(one.needed),
        "pagu": number(one.pagu),
        "lebih": number(one.more),
    }
