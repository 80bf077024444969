"""Nomenclature codes: programme, kegiatan and sub-kegiatan by the parts between the dots."""

from dataclasses import dataclass

from kla_plan.pack.model import Pack

#: Parts of a programme, kegiatan and sub-kegiatan code: ``2.08.06``, ``2.08.06.2.01``,
#: ``2.08.06.2.01.0001``.
PROGRAMME, KEGIATAN, SUB_KEGIATAN = 3, 5, 6


@dataclass(frozen=True, slots=True)
class Coded:
    """The finest official code known of an activity.

    Attributes
    ----------
    code
        Sub-kegiatan code, else the code of the programme it names, else empty.
    by_name
        Whether the code was found by the name of the programme (``program_rpjmd``).
    """

    code: str
    by_name: bool = False

    @property
    def programme(self) -> str:
        """Code of the programme; empty where none is known."""
        return programme(self.code)


def depth(code: str) -> int:
    """Return how many parts a code has; 0 for the empty code."""
    return len(code.split(".")) if code else 0


def programme(code: str) -> str:
    """Return the programme of a code; empty where the code is shorter than that."""
    return ".".join(code.split(".")[:PROGRAMME]) if depth(code) >= PROGRAMME else ""


def under(code: str, top: str) -> bool:
    """Whether ``code`` is ``top`` or lies beneath it, part by part: 2.08.060 is not in 2.08.06."""
    return code == top or code.startswith(f"{top}.")


def coded(pack: Pack, activity: str) -> Coded:
    """Return the code of an activity.

    An activity without sub-kegiatan takes the programme that ``program_rpjmd`` names, if the
    nomenclature has exactly one of that name; two of the same name would be a guess.
    """
    record = pack.activities[activity]
    if record.sub_kegiatan:
        return Coded(record.sub_kegiatan)
    name = _plain(record.program_rpjmd)
    found = [
        row.kode
        for row in pack.nomenclature.values()
        if name and row.level == "program" and _plain(row.nama) == name
    ]
    return Coded(found[0], by_name=True) if len(found) == 1 else Coded("")


def programme_name(pack: Pack, code: str, given: str = "") -> str:
    """Return the name of a programme; in ``given`` spelling where that is the same name.

    The official list writes programmes in capitals throughout, which reads badly in a table.
    """
    record = pack.nomenclature.get(code)
    if record is None:
        return given
    return given if _plain(given) == _plain(record.nama) else record.nama


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
