"""How far the next predicate is, on both scores."""

from fractions import Fraction

import pandas as pd

from kla_plan.gaps.verification import KNOWN, verified_points
from kla_plan.pack.model import Pack
from kla_plan.scenario import Scenario


def predicate_gaps(pack: Pack, scenario: Scenario) -> pd.DataFrame:
    """Return two rows, ``mandiri`` and ``verifikasi``: the state at the end of the base year.

    Returns
    -------
    pandas.DataFrame
        ``dasar, total, predikat, predikat_berikut`` (empty at the top), ``batas`` (its lower
        bound), ``termasuk`` (whether the bound itself is enough), ``kurang`` (points missing to
        the bound; where the bound itself is not enough, any more than that), ``cara`` (where the
        total comes from: ``jawaban``, ``hasil verifikasi`` or ``perkiraan``).
    """
    score = pack.start_score()
    checked = verified_points(pack, score, scenario.diskon_verifikasi)
    expected = checked.total
    assert expected is not None  # noqa: S101 - a discount leaves nothing unknown
    measured = all(origin == KNOWN for origin in checked.origin.values())
    return pd.DataFrame(
        [
            _row(pack, "mandiri", score.total, "jawaban"),
            _row(
                pack, "verifikasi", expected, "hasil verifikasi" if measured else "perkiraan"
            ),
        ]
    )  # fmt: skip


def _row(pack: Pack, basis: str, total: Fraction, origin: str) -> dict[str, object]:
    following = pack.instrument.next_predicate(total)
    bound = None if following is None else Fraction(following.batas_bawah)
    return {
        "dasar": basis,
        "total": float(total),
        "predikat": pack.instrument.predicate(total),
        "predikat_berikut": following.predikat if following else "",
        "batas": float("nan") if bound is None else float(bound),
        "termasuk": following is not None and following.dasar == ">=",
        "kurang": 0.0 if bound is None else float(bound - total),
        "cara": origin,
    }
