"""BAB VII Kelembagaan dan Peran Pemangku Kepentingan."""

from collections.abc import Iterator

from kla_plan.indonesian import number
from kla_plan.plan.plan import Plan
from kla_plan.plan.spent import spent_by_activity
from kla_plan.report.roles import AgencyRole, GroupRole, agency_roles, group_roles
from kla_plan.report.sentences import roles
from kla_plan.report.sentences.words import count, spans

_KINDS = (
    ("apbd", "Perangkat daerah"),
    ("vertikal", "Instansi vertikal"),
    ("mitra", "Mitra"),
)


def bab7(plan: Plan) -> dict[str, object]:
    """Return the values of BAB VII."""
    agencies = agency_roles(plan)
    chair = plan.pack.profile.fact("gugus_tugas_ketua")
    return {
        "ketua": f" yang diketuai {chair}" if chair else "",
        "perangkat": roles.agencies(plan, agencies),
        "lembaga": [
            {"nama": title, "baris": rows}
            for kind, title in _KINDS
            if (rows := [_agency(plan, r) for r in agencies if _kind(plan, r) == kind])
        ],
        "jumlah": {
            "utama": number(sum(len(role.led) for role in agencies)),
            "pendukung": number(sum(len(role.supported) for role in agencies)),
            "poin": number(sum(role.points for role in agencies), 2),
            "rupiah": number(sum(role.rupiah for role in agencies)),
        },
        "kelompok": {role.group.key: _group(plan, role) for role in group_roles(plan)},
    }


def _kind(plan: Plan, role: AgencyRole) -> str:
    return plan.pack.opds[role.opd].jenis


def _agency(plan: Plan, role: AgencyRole) -> dict[str, str]:
    return {
        "nama": plan.pack.opds[role.opd].nama,
        "utama": number(len(role.led)),
        "pendukung": number(len(role.supported)),
        "poin": number(role.points, 2),
        "rupiah": number(role.rupiah),
    }


#: Supported activities that a table lists; the others stand in Lampiran I beside their OPD.
LISTED = 8


def _group(plan: Plan, role: GroupRole) -> dict[str, object]:
    key = role.group.key
    if key == "gugus_tugas":
        text = roles.task_force(role)
    elif key == "dprd":
        text = roles.council(plan, role)
    else:
        text = roles.group(plan, role)
    rest = len(role.supported) - LISTED
    if rest > 0:
        text += (
            f" Tabel berikut memuat {count(LISTED, 'aksi')} yang didukung dengan anggaran "
            f"terbesar; {count(rest, 'aksi')} lainnya tercantum pada Lampiran I."
        )
    return {"teks": text, "aksi": list(_activities(plan, role))}


def _largest(plan: Plan, activities: tuple[str, ...]) -> list[str]:
    """Return the activities with the most money, in the plan's order."""
    spent = spent_by_activity(plan)
    chosen = sorted(activities, key=lambda a: -spent[a])[:LISTED]
    return [a for a in activities if a in chosen]


def _activities(plan: Plan, role: GroupRole) -> Iterator[dict[str, str]]:
    for place, found in (
        ("pelaksana", role.led),
        ("pendukung", _largest(plan, role.supported)),
        ("mitra", role.named),
    ):
        for code in found:
            record = plan.pack.activities[code]
            yield {
                "nama": record.nama,
                "kedudukan": place,
                "opd": record.opd,
                "tahun": spans([year for a, year in plan.volumes if a == code]),
            }
