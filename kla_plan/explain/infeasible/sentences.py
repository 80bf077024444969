"""A clash in words: how many rules of each kind, the smallest single change, and how sure it is."""

from collections import Counter
from collections.abc import Sequence

from kla_plan.explain.infeasible.conflict import Conflict
from kla_plan.explain.ladder.kinds import KINDS
from kla_plan.explain.listing import listed
from kla_plan.indonesian import join, number

#: Rules that a sentence names; the others are counted.
NAMED = 4


def smallest(conflicts: Sequence[Conflict]) -> Conflict | None:
    """Return the rule whose single change is smallest, relative to what it asks for."""
    enough = [c for c in conflicts if c.alone is not None and c.share is not None]
    return min(enough, key=lambda c: (c.share, c.words.code, c.words.title), default=None)


def head(conflicts: Sequence[Conflict]) -> str:
    """Say what kinds of rules clash, as a heading of their list."""
    kinds = Counter(conflict.clause.rule for conflict in conflicts)
    parts = [f"{number(kinds[kind])} {_small(name)}" for kind, name in KINDS.items() if kinds[kind]]
    return f"Aturan berikut tidak dapat dipenuhi bersama-sama ({join(parts)}):"


def _small(name: str) -> str:
    return name[0].lower() + name[1:]


def sentences(conflicts: Sequence[Conflict]) -> list[str]:
    """Say how sure the set is and which single change is the smallest; nothing without a clash."""
    return [line for line in (_caution(conflicts), _single(conflicts)) if line]


def _caution(conflicts: Sequence[Conflict]) -> str:
    doubtful = [c.words.title for c in conflicts if not c.needed]
    if not doubtful:
        return ""
    text = "Kumpulan aturan ini belum dipastikan sekecil mungkin karena waktunya habis: "
    if len(doubtful) == len(conflicts):
        return f"{text}sebagian dari {number(len(doubtful))} aturan itu mungkin tidak diperlukan."
    return (
        f"{text}{number(len(doubtful))} aturan mungkin tidak ikut bertentangan, yaitu "
        f"{listed([f'“{title}”' for title in doubtful], NAMED)}."
    )


def _single(conflicts: Sequence[Conflict]) -> str:
    if not conflicts:
        return ""
    best = smallest(conflicts)
    if best is None:
        if all(c.least for c in conflicts):
            return "Tidak ada satu perubahan pun yang cukup sendirian; perlu gabungan perubahan."
        return "Belum ditemukan satu perubahan yang cukup sendirian dalam waktu yang tersedia."
    sure = "" if all(c.least for c in conflicts) else " yang ditemukan"
    return f"Perubahan tunggal terkecil{sure}: {best.words.title}: {best.single}."
