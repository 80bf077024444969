"""Groups beside the region's agencies, and what the plan has them do.

Who belongs to a group is read from the names that the pack gives: of the ``opd`` table's vertical
bodies and partners, of the activities, and of the indicators that they serve. A group of which
nothing is found has no part in the plan yet; that is said, not filled in.
"""

import re
from dataclasses import dataclass, field

from kla_plan.pack.columns import Opd
from kla_plan.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Group:
    """How the members of a group and the activities that concern it are known.

    Attributes
    ----------
    member
        Words in the name of a member; empty: the group has no members in the ``opd`` table.
    named
        Words in the name of an activity that concerns the group, or in that of its indicator.
    kinds
        Kinds of agency that may be members.
    """

    key: str
    title: str
    member: str = ""
    named: str = ""
    kinds: frozenset[str] = field(default=frozenset({"vertikal", "mitra"}))


_ANY = frozenset({"apbd", "vertikal", "mitra"})
_LAW = r"kepolisian|polres\w*|polda|kejaksaan|pengadilan|pemasyarakatan|bapas|lpka|narkotika|bnn\w?"
_SOCIETY = r"lembaga masyarakat|lsm|organisasi|yayasan|pkk|ormas|lembaga swadaya|kemasyarakatan"
_BUSINESS = r"dunia usaha|apsai|perusahaan|pengusaha|kadin"
_MEDIA = r"media|pers|wartawan|jurnalis\w*|radio|televisi"
_REGION = r"kecamatan|kelurahan|desa|desa/kelurahan"
#: A task force of its own, not that of the KLA.
_OTHER_FORCE = r"(?:pengembangan )?(?:anak usia dini|paud)"

#: The groups, in the order of the chapter.
GROUPS = (
    Group("gugus_tugas", "Gugus Tugas KLA", named=rf"gugus tugas(?! {_OTHER_FORCE})"),
    Group("dprd", "DPRD", named=r"peraturan daerah|perda|dprd"),
    Group("hukum", "Aparat penegak hukum", member=_LAW, named=r"diversi|penegak hukum|aph"),
    Group("masyarakat", "Lembaga masyarakat", member=_SOCIETY, named=_SOCIETY),
    Group("usaha", "Dunia usaha", member=_BUSINESS, named=_BUSINESS),
    Group("media", "Media massa", member=_MEDIA, named=r"media massa|media komunikasi|siaran"),
    Group("forum_anak", "Forum Anak", member=r"forum anak", named=r"forum anak"),
    Group("wilayah", "Kecamatan dan kelurahan/desa", member=_REGION, named=_REGION, kinds=_ANY),
)


@dataclass(frozen=True, slots=True)
class GroupRole:
    """A group in a plan; each activity stands in one place only, the first that applies.

    Attributes
    ----------
    members
        Its members in the ``opd`` table.
    led, supported, named
        Activities that a member is responsible for, that a member supports, and others whose name
        concerns the group.
    """

    group: Group
    members: tuple[str, ...]
    led: tuple[str, ...]
    supported: tuple[str, ...]
    named: tuple[str, ...]

    @property
    def activities(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.led, *self.supported, *self.named)


def group_roles(plan: Plan) -> tuple[GroupRole, ...]:
    """Return every group, those without a part in the plan too."""
    return tuple(_role(plan, group) for group in GROUPS)


def _role(plan: Plan, group: Group) -> GroupRole:
    records = plan.pack.activities
    members = tuple(code for code, opd in plan.pack.opds.items() if _is_member(group, opd))
    led = [a for a in plan.activities if records[a].opd in members]
    supported = [
        a for a in plan.activities if a not in led and set(records[a].opd_pendukung) & set(members)
    ]
    named = [
        a
        for a in plan.activities
        if a not in led and a not in supported and _says(group.named, _names(plan, a))
    ]
    return GroupRole(group, members, tuple(led), tuple(supported), tuple(named))


def _names(plan: Plan, activity: str) -> str:
    record = plan.pack.activities[activity]
    return f"{record.nama} · {plan.pack.instrument.indicators[record.indikator].nama}"


def _is_member(group: Group, opd: Opd) -> bool:
    return opd.jenis in group.kinds and _says(group.member, f"{opd.opd} {opd.nama}")


def _says(words: str, text: str) -> bool:
    return bool(words) and re.search(rf"\b(?:{words})\b", text, re.IGNORECASE) is not None
