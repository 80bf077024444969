"""What activities must, may and may not, in words."""

from collections.abc import Mapping
from typing import Final

from kla_plan.explain.words.entry import Entry, activity
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Clause
from kla_plan.problem.rules import exclusive, forbidden, locked, mandatory, prerequisites, window


def _when(clause: Clause) -> str:
    return f"tahun {clause.key[1]}" if len(clause.key) > 1 else "dalam cakrawala rencana"


def _members(case: Case, clause: Clause) -> str:
    group = clause.key[0]
    return ", ".join(a.kegiatan for a in case.activities if a.kelompok_eksklusif == group)


def _window(case: Case, clause: Clause) -> str:
    record = case.pack.activities[str(clause.key[0])]
    first, last = record.mulai_paling_awal, record.mulai_paling_akhir
    limits = [
        f"paling awal {first}" if first is not None else "",
        f"paling akhir {last}" if last is not None else "",
    ]
    return f"mulai {' dan '.join(limit for limit in limits if limit)}"


ACTIVITIES: Final[Mapping[str, Entry]] = {
    mandatory.RULE: Entry(
        "KLA-T-005",
        "kegiatan",
        "Kegiatan wajib",
        lambda case, clause: f"Kegiatan wajib {activity(case, clause.key[0])}",
        lambda _, __: "harus dilaksanakan sekurangnya sekali",
        lambda _, __, ___: "kosongkan kolom wajib kegiatan ini",
    ),
    locked.RULE: Entry(
        "KLA-T-006",
        "skenario",
        "Kegiatan yang dikunci skenario",
        lambda case, clause: f"Kunci {activity(case, clause.key[0])}",
        lambda _, clause: f"harus aktif {_when(clause)}",
        lambda _, __, ___: "lepaskan kunci ini",
    ),
    forbidden.RULE: Entry(
        "KLA-T-007",
        "skenario",
        "Kegiatan yang dilarang skenario",
        lambda case, clause: f"Larangan {activity(case, clause.key[0])}",
        lambda _, __: "tidak boleh dilaksanakan",
        lambda _, __, ___: "cabut larangan ini",
    ),
    exclusive.RULE: Entry(
        "KLA-T-008",
        "kegiatan",
        "Kelompok eksklusif",
        lambda _, clause: f"Kelompok eksklusif {clause.key[0]}",
        lambda case, clause: f"paling banyak satu dari {_members(case, clause)}",
        lambda _, __, ___: "keluarkan salah satu kegiatan dari kelompok ini",
    ),
    prerequisites.RULE: Entry(
        "KLA-T-009",
        "prasyarat",
        "Prasyarat suatu kegiatan",
        lambda case, clause: f"Prasyarat {activity(case, clause.key[0])}",
        lambda case, clause: f"membutuhkan {activity(case, clause.key[1])} lebih dahulu",
        lambda _, __, ___: "hapus prasyarat ini atau pendekkan jedanya",
    ),
    window.RULE: Entry(
        "KLA-T-010",
        "kegiatan",
        "Jendela waktu suatu kegiatan",
        lambda case, clause: f"Jendela waktu {activity(case, clause.key[0])}",
        _window,
        lambda _, clause, __: f"longgarkan kolom mulai_paling_{clause.key[1]}",
    ),
}
