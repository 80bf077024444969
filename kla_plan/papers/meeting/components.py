"""The five components that act together: government, business, media, parents, community.

Partners are told apart by words in their name or code; who is none of the others speaks for the
community, as the children's forum does.
"""

import re
from collections import Counter
from dataclasses import dataclass

from kla_plan.papers.deciding.ground import Ground
from kla_plan.papers.meeting.rounds import Round

GOVERNMENT, BUSINESS, MEDIA, PARENTS, COMMUNITY = (
    "Pemerintah",
    "Dunia usaha",
    "Media massa",
    "Orang tua",
    "Masyarakat dan anak",
)
_WORDS = (
    (BUSINESS, r"usaha|perusahaan|apsai|csr|kadin|industri"),
    (MEDIA, r"media|pers|wartawan|jurnalis|radio|televisi"),
    (PARENTS, r"orang tua|wali murid|komite sekolah|keluarga|pkk|parenting"),
)


@dataclass(frozen=True, slots=True)
class Component:
    """One of the five components and its agencies that have a part in a meeting's activities.

    Attributes
    ----------
    leads
        Activities of the open years by responsible agency, most first.
    supports
        Activities by supporting agency that leads none, most first.
    """

    name: str
    leads: tuple[tuple[str, int], ...]
    supports: tuple[tuple[str, int], ...]


def components(ground: Ground, meeting: Round) -> tuple[Component, ...]:
    """Return the five components with those who have a part; some may have nobody."""
    activities = ground.plan.pack.activities
    codes = ground.activities(meeting.clusters)
    leads = Counter(activities[code].opd for code in codes)
    supports = Counter(
        agency for code in codes for agency in activities[code].opd_pendukung if agency not in leads
    )
    return tuple(
        Component(name, _of(ground, name, leads), _of(ground, name, supports))
        for name in (GOVERNMENT, BUSINESS, MEDIA, PARENTS, COMMUNITY)
    )


def _of(ground: Ground, name: str, counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    mine = [(code, count) for code, count in counts.items() if component_of(ground, code) == name]
    return tuple(sorted(mine, key=lambda item: (-item[1], item[0])))


def component_of(ground: Ground, agency: str) -> str:
    """Return the component that an agency belongs to."""
    record = ground.plan.pack.opds.get(agency)
    if record is None or record.jenis != "mitra":
        return GOVERNMENT
    text = f"{agency} {record.nama}".casefold()
    return next((name for name, words in _WORDS if re.search(rf"\b({words})", text)), COMMUNITY)
