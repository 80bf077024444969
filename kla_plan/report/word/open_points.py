"""What the RAD KLA leaves open: planning documents, references, codes, roles, legal titles."""

from collections.abc import Iterator

from kla_plan.indonesian import join, number
from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan
from kla_plan.report.alignment import Alignment, align, missing_documents, references
from kla_plan.report.open_point import OpenPoint
from kla_plan.report.roles import group_roles
from kla_plan.report.sentences import alignment
from kla_plan.report.sentences.words import cluster_in_text, count, listed
from kla_plan.report.word.lampiran2 import to_check

_PLANNING = "Bappeda"
_SECRETARIAT = "Sekretariat Gugus Tugas KLA"


def open_points(plan: Plan, current: Pack | None = None) -> tuple[OpenPoint, ...]:
    """Return what the RAD KLA of a plan leaves to be filled in or checked.

    Parameters
    ----------
    current
        The pack as known now; default: the plan's own.
    """
    found = align(plan, current)
    return (
        *_references(plan, current),
        *_documents(plan, found),
        *_codes(plan, found),
        *_roles(plan),
        *(OpenPoint("Lampiran II bagian C", text, _PLANNING) for text in to_check(plan)),
    )


def _references(plan: Plan, current: Pack | None) -> Iterator[OpenPoint]:
    rows = references(plan, current)
    for cluster in dict.fromkeys(row.cluster for row in rows):
        inside = [row for row in rows if row.cluster == cluster]
        name = cluster_in_text(plan.pack.instrument.clusters[cluster].nama)
        lacking = [] if inside[0].policy else [f"rujukan Lampiran I untuk {name}"]
        without = [row.indicator.removeprefix("I") for row in inside if not row.action_plan]
        if without:
            lacking.append(f"rujukan Lampiran II untuk indikator {join(without)} pada {name}")
        if lacking:
            what = f"Perpres Nomor 25 Tahun 2021: isi {join(lacking)}."
            yield OpenPoint("BAB VI, Tabel 6.1, dan Lampiran IV", what, _PLANNING)


def _documents(plan: Plan, found: Alignment) -> Iterator[OpenPoint]:
    for one in missing_documents(plan, found):
        who = plan.pack.opds[one.opd].nama if one.opd else _PLANNING
        yield OpenPoint("BAB VI dan Lampiran IV", alignment.missing(plan, one), who)


def _codes(plan: Plan, found: Alignment) -> Iterator[OpenPoint]:
    for opd in plan.pack.opds:
        if plan.pack.opds[opd].jenis != "apbd":
            continue
        lacking = [
            a for a, action in found.actions.items()
            if action.opd == opd and (not action.coded.code or action.coded.by_name)
        ]  # fmt: skip
        if lacking:
            what = (
                f"{count(len(lacking), 'aksi', start=True)} belum memiliki kode sub kegiatan: "
                f"{listed(lacking)}."
            )
            yield OpenPoint("Lampiran I dan IV", what, plan.pack.opds[opd].nama)


def _roles(plan: Plan) -> Iterator[OpenPoint]:
    yield OpenPoint(
        "BAB VII, 7.1",
        "Nomor dan susunan keputusan pembentukan Gugus Tugas KLA tidak ada dalam data rencana.",
        _SECRETARIAT,
    )
    for place, role in enumerate(group_roles(plan), start=2):
        if not role.activities and role.group.key not in {"gugus_tugas", "dprd"}:
            what = f"Rencana belum memuat peran {role.group.title}; sepakati dalam Gugus Tugas KLA."
            yield OpenPoint(f"BAB VII, 7.{number(place)}", what, _SECRETARIAT)
