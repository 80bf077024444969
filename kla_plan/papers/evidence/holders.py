"""Who holds a piece of evidence: agencies, a kecamatan, or nobody yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kla_plan.gaps import NO_OPD
from kla_plan.pack.model import Pack
from kla_plan.pack.records import Wilayah


class Level(StrEnum):
    """What a holder is; the value is the word of the tables."""

    AGENCY = "OPD"
    KECAMATAN = "Kecamatan"
    NOBODY = "Belum ditetapkan"


@dataclass(frozen=True, slots=True)
class Holder:
    """One holder: code in the pack, name as shown, and what it is."""

    code: str
    name: str
    level: Level

    @property
    def short(self) -> str:
        """Name for narrow places: an agency goes by its code."""
        return self.code if self.level is Level.AGENCY else self.name


NOBODY = Holder(NO_OPD, "Belum ditetapkan", Level.NOBODY)


def holders(pack: Pack, question: str, agency: str = "", region: str = "") -> tuple[Holder, ...]:
    """Return who holds a piece of evidence of a question.

    Parameters
    ----------
    agency
        The agency named for the piece (``bukti.pemegang``).
    region
        The kecamatan, kelurahan or desa named for it; a kelurahan or desa hands in through its
        kecamatan.

    Returns
    -------
    tuple of Holder
        The agency and region named; where neither is, every agency that the instrument names for
        the question; where it names none, :data:`NOBODY`.
    """
    named = [agency_holder(pack, agency)] if agency else []
    if region:
        named.append(region_holder(pack, region))
    if named:
        return tuple(named)
    opds = pack.instrument.questions[question].opd
    return tuple(agency_holder(pack, code) for code in opds) or (NOBODY,)


def agency_holder(pack: Pack, code: str) -> Holder:
    """Return an agency as holder; one that the pack does not list goes by its code."""
    known = pack.opds.get(code)
    return Holder(code, known.nama if known else code, Level.AGENCY)


def region_holder(pack: Pack, code: str) -> Holder:
    """Return the kecamatan that answers for a region."""
    regions = regions_of(pack)
    region = regions[code]
    if region.tingkat != "kecamatan" and region.induk in regions:
        region = regions[region.induk]
    word = "Kecamatan" if region.tingkat == "kecamatan" else region.tingkat.capitalize()
    return Holder(region.wilayah, f"{word} {region.nama}", Level.KECAMATAN)


def regions_of(pack: Pack) -> Mapping[str, Wilayah]:
    """Return the regions of a pack by code."""
    return {row.wilayah: row for row in pack.records.regions}


def kecamatan_of(pack: Pack) -> tuple[Wilayah, ...]:
    """Return the kecamatan of a pack, in file order."""
    return tuple(row for row in pack.records.regions if row.tingkat == "kecamatan")
