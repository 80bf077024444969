"""Activities of different OPDs that look like the same thing proposed twice."""

import difflib
import re
from collections import defaultdict
from itertools import combinations

import pandas as pd

from kla_plan.candidates.reach import bundles
from kla_plan.pack.columns import Kegiatan
from kla_plan.pack.model import Pack

#: Share of common questions, and likeness of names, from which two activities look alike.
SAME_QUESTIONS = 0.5
SAME_NAME = 0.6


def near_duplicates(pack: Pack) -> pd.DataFrame:
    """Return pairs of activities of different OPDs that serve the same questions under like names.

    Two activities look alike when at least half of the questions that either serves are common,
    and their names agree by :data:`SAME_NAME` or more (:class:`difflib.SequenceMatcher`). Pairs
    that belong together are left out: one needs the other, or both are parts of one ``paket``.

    Returns
    -------
    pandas.DataFrame
        ``kegiatan_1, nama_1, opd_1, kegiatan_2, nama_2, opd_2, pertanyaan_bersama``
        (``;``-separated), ``kemiripan_nama`` and ``kesamaan_pertanyaan`` (shares), ``kelompok``
        (the exclusive group that already makes them alternatives, or empty); the most alike first.
    """
    served: dict[str, set[str]] = defaultdict(set)
    for effect in pack.effects:
        served[effect.kegiatan].add(effect.pertanyaan)
    together = _belong_together(pack)
    rows = []
    for one, other in combinations((a for a in pack.activities if a in served), 2):
        first, second = pack.activities[one], pack.activities[other]
        common = served[one] & served[other]
        share = len(common) / len(served[one] | served[other])
        if first.opd == second.opd or share < SAME_QUESTIONS or frozenset((one, other)) in together:
            continue
        likeness = _likeness(first.nama, second.nama)
        if likeness >= SAME_NAME:
            order = [q for q in pack.instrument.questions if q in common]
            rows.append(
                (one, first.nama, first.opd, other, second.nama, second.opd, ";".join(order),
                 round(likeness, 3), round(share, 3), _group(first, second))
            )  # fmt: skip
    columns = [
        "kegiatan_1", "nama_1", "opd_1", "kegiatan_2", "nama_2", "opd_2", "pertanyaan_bersama",
        "kemiripan_nama", "kesamaan_pertanyaan", "kelompok",
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values(
        ["kemiripan_nama", "kesamaan_pertanyaan", "kegiatan_1"],
        ascending=[False, False, True],
        ignore_index=True,
    )


def _belong_together(pack: Pack) -> set[frozenset[str]]:
    needs: dict[str, set[str]] = defaultdict(set)
    for row in pack.prerequisites:
        needs[row.kegiatan].add(row.butuh)
    pairs = {frozenset((one, needed)) for one in needs for needed in _all_needed(one, needs)}
    for members in bundles(pack).values():
        codes = [row.kegiatan for row in members]
        pairs |= {frozenset(pair) for pair in combinations(codes, 2)}
    return pairs


def _all_needed(activity: str, needs: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(needs.get(activity, ()))
    while waiting:
        needed = waiting.pop()
        if needed not in found:
            found.add(needed)
            waiting.extend(needs.get(needed, ()))
    return found


def _group(one: Kegiatan, other: Kegiatan) -> str:
    same = one.kelompok_eksklusif == other.kelompok_eksklusif
    return one.kelompok_eksklusif if same else ""


def _likeness(one: str, other: str) -> float:
    first, second = (" ".join(re.findall(r"\w+", name.casefold())) for name in (one, other))
    return difflib.SequenceMatcher(None, first, second, autojunk=False).ratio()
