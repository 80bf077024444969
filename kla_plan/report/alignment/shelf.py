"""The rows of ``dokumen_rencana``, found by document, OPD and year."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from kla_plan.pack.records import DokumenRencana
from kla_plan.report.alignment.codes import PROGRAMME, SUB_KEGIATAN, depth, programme, under

#: Level down to which a document has to name what it provides for.
_LEVEL = {"rpjmd": PROGRAMME, "renstra": SUB_KEGIATAN, "rkpd": SUB_KEGIATAN, "renja": SUB_KEGIATAN}


class Shelf:
    """What the documents say; it is asked, never changed."""

    def __init__(self, lines: Iterable[DokumenRencana]) -> None:
        self.lines = tuple(lines)

    @cached_property
    def _by_kind(self) -> dict[str, list[DokumenRencana]]:
        found: dict[str, list[DokumenRencana]] = defaultdict(list)
        for line in self.lines:
            found[line.dokumen].append(line)
        return found

    def kinds(self) -> frozenset[str]:
        """Return the documents of which at least one row is given."""
        return frozenset(self._by_kind)

    def scope(self, kind: str, opd: str, year: int) -> tuple[DokumenRencana, ...]:
        """Return the rows that speak about an OPD and a year: its own and those of the region."""
        return tuple(
            line
            for line in self._by_kind.get(kind, ())
            if line.opd in {"", opd} and line.tahun in {None, year}
        )

    def providing(self, kind: str, opd: str, year: int, code: str) -> tuple[DokumenRencana, ...]:
        """Return the rows of a document that provide for a code.

        A row provides for what lies beneath it unless the document itself goes deeper there: where
        it lists the sub-kegiatan of a programme, the heading row of that programme proves nothing
        about one that is not in the list. The RPJMD is asked for the programme only.
        """
        rows = self.scope(kind, opd, year)
        wanted = programme(code) if _LEVEL[kind] == PROGRAMME else code
        if depth(wanted) <= PROGRAMME:
            return tuple(row for row in rows if under(row.kode, wanted) or under(wanted, row.kode))
        return tuple(
            row
            for row in rows
            if row.kode == wanted or (under(wanted, row.kode) and not _deeper(rows, row.kode))
        )

    def elsewhere(self, kind: str, opd: str, year: int, code: str) -> tuple[str, ...]:
        """Return the other OPD under which a document provides for a code, in file order."""
        others = dict.fromkeys(
            line.opd for line in self._by_kind.get(kind, ()) if line.opd not in {"", opd}
        )
        return tuple(
            other
            for other in others
            if any(row.opd == other for row in self.providing(kind, other, year, code))
        )


def _deeper(rows: Iterable[DokumenRencana], code: str) -> bool:
    return any(row.kode != code and under(row.kode, code) for row in rows)
