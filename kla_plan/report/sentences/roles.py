"""Sentences about who does what."""

from kla_plan.indonesian import join, number, rupiah
from kla_plan.plan.plan import Plan
from kla_plan.report.roles import AgencyRole, GroupRole
from kla_plan.report.sentences.words import capital, count, series


def agencies(plan: Plan, roles: tuple[AgencyRole, ...]) -> str:
    """Say how many agencies lead, how many only support, and who leads most."""
    leading = [role for role in roles if role.led]
    if not leading:
        return "Rencana aksi ini tidak memuat kegiatan, sehingga belum ada pembagian peran."
    only = len(roles) - len(leading)
    text = f"{count(len(leading), 'lembaga', start=True)} menjadi penanggung jawab aksi"
    text += f" dan {count(only, 'lembaga')} lainnya menjadi pendukung." if only else "."
    most = max(leading, key=lambda role: len(role.led))
    share = f"{count(len(most.led), 'aksi')} dari {number(len(plan.activities))}"
    return f"{text} Beban terbesar berada pada {plan.pack.opds[most.opd].nama} ({share})."


def task_force(role: GroupRole) -> str:
    """Say which activities of the plan strengthen the task force."""
    if not role.activities:
        return "Rencana ini tidak memuat aksi khusus untuk penguatan Gugus Tugas KLA."
    return (
        f"{count(len(role.activities), 'aksi', start=True)} dalam rencana ini secara khusus "
        "memperkuat Gugus Tugas KLA, sebagaimana disajikan pada tabel berikut."
    )


def council(plan: Plan, role: GroupRole) -> str:
    """Say what the plan needs of the DPRD: money, and regulations where it has any."""
    money = plan.cost()
    text = (
        f"Rencana ini memerlukan pembahasan anggaran sebesar {rupiah(money)} selama cakrawala "
        "rencana, yang rinciannya menurut tahun dan sumber dana dimuat pada BAB VIII."
        if money
        else "Rencana ini tidak memerlukan pembahasan anggaran tambahan."
    )
    if role.activities:
        return (
            f"{text} {count(len(role.activities), 'aksi', start=True)} menyangkut pembentukan "
            "peraturan daerah."
        )
    return f"{text} Rencana ini tidak memuat aksi pembentukan peraturan daerah."


def group(plan: Plan, role: GroupRole) -> str:
    """Say who belongs to a group and what the plan has it do."""
    title = role.group.title
    if not role.activities:
        return (
            f"Rencana ini belum memuat aksi yang menugaskan {_in_text(title)}; perannya perlu "
            "disepakati dalam rapat Gugus Tugas KLA sebelum rencana ditetapkan."
        )
    parts = [
        f"{verb} {count(len(found), 'aksi')}"
        for verb, found in (
            ("menjadi pelaksana", role.led),
            ("menjadi pendukung", role.supported),
            ("menjadi mitra pada", role.named),
        )
        if found
    ]
    members = [plan.pack.opds[code].nama for code in role.members]
    who = f"{title} dalam rencana ini diwakili oleh {series(members)}. " if members else ""
    subject = "Lembaga tersebut" if len(members) > 1 else capital(title)
    return f"{who}{subject} {join(parts)}."


def _in_text(title: str) -> str:
    return title if title.isupper() or title[1:] != title[1:].lower() else title.lower()
