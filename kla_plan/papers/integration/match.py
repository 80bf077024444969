"""Matching what the agencies run already with the plan's activities and the indicators."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kla_plan.pack.columns import Kegiatan
from kla_plan.pack.model import Pack
from kla_plan.pack.records import ProgramBerjalan

#: Likeness of two names (:class:`difflib.SequenceMatcher` on their words) from which they are
#: taken for the same thing until somebody says otherwise.
LIKE: Final = 0.72
#: Words that nearly every name has and that tell nothing.
_EMPTY: Final = frozenset({
    "program", "kegiatan", "sub", "dan", "di", "ke", "dari", "untuk", "bagi", "pada", "yang",
    "serta", "penyelenggaraan", "pelaksanaan", "pengelolaan", "kota", "kabupaten", "daerah",
})  # fmt: skip


class Ground(StrEnum):
    """Why a programme is taken to serve an indicator; the value is what a reader sees."""

    STATED = "dinyatakan OPD"
    CODE = "kode sub kegiatan sama"
    LIST = "usulan menurut nomenklatur"
    NAME = "nama mirip"
    NONE = "belum terkait"


#: Grounds that need no further confirmation.
SURE: Final = frozenset({Ground.STATED, Ground.CODE})


@dataclass(frozen=True, slots=True)
class Match:
    """What one running programme of one year has to do with KLA.

    Attributes
    ----------
    programme
        The row of ``program_berjalan``.
    indicators
        Codes of the indicators that it serves; empty where none was found.
    activities
        Codes of the activities of the pack that are the same work.
    ground
        Why; the surest that applies.
    """

    programme: ProgramBerjalan
    indicators: tuple[str, ...]
    activities: tuple[str, ...]
    ground: Ground

    @property
    def sure(self) -> bool:
        """Whether the agency or an official code says so, not a likeness."""
        return self.ground in SURE


def matches(pack: Pack) -> tuple[Match, ...]:
    """Return one match per row of ``program_berjalan``, in file order."""
    by_code: dict[str, list[str]] = {}
    for activity in pack.activities.values():
        if activity.sub_kegiatan:
            by_code.setdefault(activity.sub_kegiatan, []).append(activity.kegiatan)
    names = {code: words(row.nama) for code, row in pack.activities.items()}
    return tuple(_match(pack, row, by_code, names) for row in pack.records.running)


def _match(
    pack: Pack,
    row: ProgramBerjalan,
    by_code: Mapping[str, list[str]],
    names: Mapping[str, str],
) -> Match:
    if row.kegiatan or row.indikator:
        activities = (row.kegiatan,) if row.kegiatan else ()
        stated = row.indikator or _served(pack, activities)
        return Match(row, stated, activities, Ground.STATED)
    same = tuple(by_code.get(row.sub_kegiatan, ()))
    if same:
        return Match(row, _served(pack, same), same, Ground.CODE)
    listed = _listed(pack, row.sub_kegiatan)
    if listed:
        return Match(row, listed, (), Ground.LIST)
    like = _like(row, pack.activities, names)
    if like:
        return Match(row, _served(pack, like), like, Ground.NAME)
    return Match(row, (), (), Ground.NONE)


def _served(pack: Pack, activities: tuple[str, ...]) -> tuple[str, ...]:
    """Return the indicators whose questions the activities raise, else those they name."""
    found: dict[str, None] = {}
    for code in activities:
        questions = [effect.pertanyaan for effect in pack.effects_of(code)]
        raised = [pack.instrument.questions[q].indikator for q in questions]
        found |= dict.fromkeys(raised or [pack.activities[code].indikator])
    return tuple(code for code in pack.instrument.indicators if code in found)


def _listed(pack: Pack, code: str) -> tuple[str, ...]:
    """Return the indicators that the list of codes proposes for a sub-kegiatan."""
    row = pack.nomenclature.get(code)
    if row is None:
        return ()
    numbers = {part.strip() for part in row.indikator_kla_usulan.split(";") if part.strip()}
    return tuple(key for key in pack.instrument.indicators if key.removeprefix("I") in numbers)


def _like(
    row: ProgramBerjalan, activities: Mapping[str, Kegiatan], names: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the activity whose name is most like that of the programme, of its agency first."""
    mine = words(row.nama)
    if not mine:
        return ()
    best = max(
        activities,
        key=lambda code: (likeness(mine, names[code]), activities[code].opd == row.opd),
        default="",
    )
    return (best,) if best and likeness(mine, names[best]) >= LIKE else ()


def words(name: str) -> str:
    """Return the telling words of a name, in order and in small letters."""
    found = re.findall(r"\w+", name.casefold())
    return " ".join(word for word in found if word not in _EMPTY)


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1."""
    quick = difflib.SequenceMatcher(None, one, other, autojunk=False)
    if quick.real_quick_ratio() < LIKE or quick.quick_ratio() < LIKE:
        return 0.0
    return quick.ratio()
