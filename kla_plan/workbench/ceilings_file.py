"""The ceilings that belong to a saved scenario, as a table that Excel opens."""

import dataclasses
from collections.abc import Iterable
from pathlib import Path

from kla_plan.findings import raise_errors
from kla_plan.pack.columns import Pagu
from kla_plan.pack.output import csv_bytes
from kla_plan.pack.read_csv import read_csv
from kla_plan.pack.tables import check_columns
from kla_plan.pack.text import text_of
from kla_plan.pack.work import Work
from kla_plan.schema import table_of

#: What the name of the file ends in.
CEILINGS = ".pagu.csv"


def ceilings_bytes(ceilings: Iterable[Pagu]) -> bytes:
    """Return the ceilings as a CSV file with the columns of the sheet ``pagu``."""
    names = [column.name for column in table_of(Pagu).columns]
    return csv_bytes(names, ([text_of(getattr(row, name)) for name in names] for row in ceilings))


def read_ceilings(path: Path) -> tuple[Pagu, ...]:
    """Return the ceilings of a file.

    Raises
    ------
    FindingsError
        If it cannot be read as the sheet ``pagu``, with every fault and its cell.
    """
    spec = table_of(Pagu)
    table, found = read_csv(path)
    table = dataclasses.replace(table, name=spec.name)
    work = Work(found=[*found, *check_columns(table, spec)])
    work.read(table, spec)
    raise_errors(work.found)
    return tuple(entry.record for entry in work.entries[spec.name])
