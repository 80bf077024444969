"""Gap analysis and candidate matching as two CSV files."""

import csv
import io
import math
from pathlib import Path

import pandas as pd

from kla_plan.candidates import candidates, coverage
from kla_plan.gaps import question_gaps
from kla_plan.indonesian import half_up, plain_number
from kla_plan.pack.model import Pack
from kla_plan.runs.staging import staged_files
from kla_plan.scenario import Scenario

GAPS, CANDIDATES = "kesenjangan.csv", "kandidat.csv"
#: Written where points cost nothing, so that points per rupiah have no number.
NO_COST = "tanpa biaya APBD"
_DECIMALS = 6


def write_gaps(pack: Pack, scenario: Scenario, target: Path) -> tuple[Path, Path]:
    """Write ``kesenjangan.csv`` and ``kandidat.csv`` into a folder and return their paths.

    ``kesenjangan.csv`` is :func:`kla_plan.gaps.question_gaps` with the columns ``kandidat,
    terjangkau, sisa, alasan`` of :func:`kla_plan.candidates.coverage`; ``kandidat.csv`` is
    :func:`kla_plan.candidates.candidates`. Numbers have a decimal point and at most six decimals.
    """
    gaps = question_gaps(pack, scenario.diskon_verifikasi)
    reach = coverage(pack, scenario)[["pertanyaan", "kandidat", "terjangkau", "sisa", "alasan"]]
    with staged_files(target) as work:
        (work / GAPS).write_bytes(table_bytes(gaps.merge(reach, on="pertanyaan", how="left")))
        (work / CANDIDATES).write_bytes(table_bytes(candidates(pack, scenario)))
    return target / GAPS, target / CANDIDATES


def table_bytes(table: pd.DataFrame) -> bytes:
    """Return a table as a CSV file: UTF-8, commas, one line feed per row, plain numbers."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(table.columns)
    for row in table.astype(object).itertuples(index=False, name=None):
        writer.writerow([_cell(value) for value in row])
    return stream.getvalue().encode("utf-8")


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, float):
        if math.isnan(value):
            return ""
        return NO_COST if math.isinf(value) else plain_number(half_up(float(value), _DECIMALS))
    return str(value)
