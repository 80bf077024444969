"""``Frontier``: cost, score and year, as cells, as a table and in words."""

from dataclasses import dataclass

import pandas as pd

from kla_plan.explain.aims import Aim
from kla_plan.explain.paths.cell import Cell
from kla_plan.explain.paths.sentences import sentences


@dataclass(frozen=True, slots=True)
class Frontier:
    """Cost, score and year: one cell per predicate, first year and score."""

    cells: tuple[Cell, ...]
    seconds: float

    def cell(self, predicate: str, year: int, basis: str) -> Cell:
        """Return one cell.

        Raises
        ------
        KeyError
            If it was not asked for.
        """
        for cell in self.cells:
            if cell.aim == Aim(predicate, year, basis):
                return cell
        raise KeyError(predicate, year, basis)

    def table(self) -> pd.DataFrame:
        """Return one row per cell.

        Returns
        -------
        pandas.DataFrame
            ``dasar, predikat, tahun, status, rupiah, paling_sedikit_rupiah`` (what every such plan
            costs at least), ``celah, nilai_mandiri`` (total of that year in the plan found).
        """
        rows = [
            {
                "dasar": cell.aim.basis,
                "predikat": cell.aim.predicate,
                "tahun": cell.aim.year,
                "status": cell.status,
                "rupiah": cell.cost,
                "paling_sedikit_rupiah": None
                if cell.bound == float("inf")
                else max(0.0, cell.bound),
                "celah": cell.gap,
                "nilai_mandiri": None
                if cell.plan is None
                else float(cell.plan.score(cell.aim.year).total),
            }
            for cell in self.cells
        ]
        return pd.DataFrame(rows, columns=_COLUMNS)

    def sentences(self) -> list[str]:
        """Say for each predicate and score how early it is possible and what it costs."""
        return sentences(self.cells)


_COLUMNS = [
    "dasar",
    "predikat",
    "tahun",
    "status",
    "rupiah",
    "paling_sedikit_rupiah",
    "celah",
    "nilai_mandiri",
]
