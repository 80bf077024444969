"""Kecamatan with their kelurahan and desa, from the table ``wilayah``."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from kla_plan.pack.records import Wilayah
from kla_plan.papers.paper import Brief

KECAMATAN: Final = "kecamatan"


@dataclass(frozen=True, slots=True)
class Places:
    """The regions of a kabupaten or kota, by code.

    Attributes
    ----------
    tops
        The kecamatan.
    parts
        The kelurahan and desa; the parent of each is one of the kecamatan.
    """

    tops: tuple[Wilayah, ...] = ()
    parts: tuple[Wilayah, ...] = ()

    def __bool__(self) -> bool:
        """Whether any kecamatan is known."""
        return bool(self.tops)

    def of(self, kinds: Collection[str]) -> tuple[Wilayah, ...]:
        """Return the regions of these kinds."""
        return tuple(row for row in (*self.tops, *self.parts) if row.tingkat in kinds)

    def within(self, top: str) -> tuple[Wilayah, ...]:
        """Return the kelurahan and desa of a kecamatan."""
        return tuple(row for row in self.parts if row.induk == top)

    @property
    def part_word(self) -> str:
        """What the smallest regions are called here: ``kelurahan``, ``desa`` or both."""
        kinds = {row.tingkat for row in self.parts}
        return kinds.pop() if len(kinds) == 1 else "desa/kelurahan"


def places(brief: Brief) -> Places:
    """Return the regions as they are known now, else as they were when the plan was saved."""
    return arrange(brief.current.records.regions or brief.plan.pack.records.regions)


def arrange(rows: Sequence[Wilayah]) -> Places:
    """Sort the rows of the table by level and code."""
    ordered = sorted(rows, key=lambda row: row.wilayah)
    tops = tuple(row for row in ordered if row.tingkat == KECAMATAN)
    return Places(tops, tuple(row for row in ordered if row.tingkat != KECAMATAN))


def top_of(row: Wilayah) -> str:
    """Return the kecamatan that a region is, or belongs to."""
    return row.induk or row.wilayah


def full_name(row: Wilayah) -> str:
    """Return a region's name with its kind: ``Kelurahan Imopuro``."""
    return f"{row.tingkat.capitalize()} {row.nama}"


def head_of(row: Wilayah) -> str:
    """Return who leads a region: camat, lurah or kepala desa."""
    return {"kecamatan": "Camat", "kelurahan": "Lurah"}.get(row.tingkat, "Kepala Desa")
