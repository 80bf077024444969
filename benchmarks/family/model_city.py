"""The shipped catalogue as a model: what the activities of a real city look like.

The pack of Ogan Ilir (the whole catalogue with one real city's volumes, agencies and answers) is
taken apart into *clumps*: activities that belong together because one needs the other, excludes
it, or shares a bundle of evidence with it. A generated city draws whole clumps.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kla_plan import load_pack
from kla_plan.pack.model import Pack

MODEL = "ogan-ilir"


@dataclass(frozen=True, slots=True)
class ModelCity:
    """A real pack, and its activities by clump; within a clump what is needed comes first."""

    pack: Pack
    clumps: tuple[tuple[str, ...], ...]


@cache
def model_city() -> ModelCity:
    """Read the model city once."""
    pack = load_pack(MODEL)
    head = {code: code for code in pack.activities}

    def root(code: str) -> str:
        while head[code] != code:
            code = head[code]
        return code

    for first, second in _bonds(pack):
        head[root(second)] = root(first)
    clumps: dict[str, list[str]] = {}
    for code in _needed_first(pack):
        clumps.setdefault(root(code), []).append(code)
    return ModelCity(pack, tuple(tuple(clump) for _, clump in sorted(clumps.items())))


def _bonds(pack: Pack) -> Iterable[tuple[str, str]]:
    """Yield pairs of activities that belong together."""
    yield from ((need.butuh, need.kegiatan) for need in pack.prerequisites)
    met: dict[tuple[str, str], str] = {}
    for activity in pack.activities.values():
        if activity.kelompok_eksklusif:
            key = ("", activity.kelompok_eksklusif)
            yield met.setdefault(key, activity.kegiatan), activity.kegiatan
    for effect in pack.effects:
        if effect.paket:
            key = (effect.pertanyaan, effect.paket)
            yield met.setdefault(key, effect.kegiatan), effect.kegiatan


def _needed_first(pack: Pack) -> list[str]:
    """Return all activities, each after those it needs (the checks exclude circles)."""
    needs: dict[str, list[str]] = {}
    for need in pack.prerequisites:
        needs.setdefault(need.kegiatan, []).append(need.butuh)
    order: dict[str, None] = {}

    def put(code: str) -> None:
        if code not in order:
            for needed in sorted(needs.get(code, ())):
                put(needed)
            order[code] = None

    for code in sorted(pack.activities):
        put(code)
    return list(order)
