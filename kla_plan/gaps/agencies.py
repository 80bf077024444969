"""Which OPD holds how many points."""

from collections import defaultdict
from fractions import Fraction

import pandas as pd

from kla_plan.pack.model import Pack

#: Row for questions whose instrument text names no agency (kecamatan and desa/kelurahan).
NO_OPD = "(tidak disebut)"
_NO_OPD_NAME = "Pertanyaan yang tidak menyebut OPD"


def opd_gaps(pack: Pack) -> pd.DataFrame:
    """Return one row per agency: the points of a question are shared equally among those it names.

    Agencies that no question names are left out; the row :data:`NO_OPD` holds the questions that
    name none, so that the columns add up to the sums over the questions.

    Returns
    -------
    pandas.DataFrame
        ``opd, nama, jenis`` (empty where the pack's ``opd`` table does not know the agency),
        ``pertanyaan`` (questions that name it), ``belum_penuh``, ``poin_maks, poin, selisih``;
        the largest gap first.
    """
    score = pack.start_score()
    sums: dict[str, dict[str, Fraction]] = defaultdict(lambda: defaultdict(Fraction))
    for code, question in pack.instrument.questions.items():
        named = question.opd or (NO_OPD,)
        missing = Fraction(question.poin_maks) - score.questions[code]
        for opd in named:
            row = sums[opd]
            row["pertanyaan"] += 1
            row["belum_penuh"] += missing > 0
            row["poin_maks"] += Fraction(question.poin_maks) / len(named)
            row["poin"] += score.questions[code] / len(named)
            row["selisih"] += missing / len(named)
    rows = [_row(pack, opd, row) for opd, row in sums.items()]
    columns = [
        "opd", "nama", "jenis", "pertanyaan", "belum_penuh", "poin_maks", "poin", "selisih",
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values(["selisih", "opd"], ascending=[False, True], ignore_index=True)


def _row(pack: Pack, opd: str, sums: dict[str, Fraction]) -> dict[str, object]:
    known = pack.opds.get(opd)
    return {
        "opd": opd,
        "nama": known.nama if known else _NO_OPD_NAME if opd == NO_OPD else opd,
        "jenis": known.jenis if known else "",
        "pertanyaan": int(sums["pertanyaan"]),
        "belum_penuh": int(sums["belum_penuh"]),
        **{name: float(sums[name]) for name in ("poin_maks", "poin", "selisih")},
    }
