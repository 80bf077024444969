"""Small words that depend on a number: naik/turun/tetap, satu/beberapa/tidak ada."""

from collections.abc import Sequence

from kla_plan.indonesian import join, number, terbilang

#: Up to this number counts are written in words, as running text does.
_IN_WORDS = 10
#: Differences below half of the last shown decimal are no difference to a reader.
_SAME = 0.005


def change(before: float, after: float) -> str:
    """Return ``naik``, ``turun`` or ``tetap``, judged at the two decimals a reader sees."""
    if abs(after - before) < _SAME:
        return "tetap"
    return "naik" if after > before else "turun"


def points(value: float) -> str:
    """Write points: ``771,81 poin``; whole numbers without decimals."""
    return f"{number(value)} poin"


def from_to(before: float, after: float) -> str:
    """Say how points change: ``naik dari 80 poin menjadi 95 poin`` or ``tetap 80 poin``."""
    word = change(before, after)
    if word == "tetap":
        return f"tetap {points(after)}"
    return f"{word} dari {points(before)} menjadi {points(after)}"


def count(how_many: int, noun: str, *, start: bool = False) -> str:
    """Write a count with its noun: ``tidak ada kegiatan``, ``satu kegiatan``, ``12 kegiatan``.

    Parameters
    ----------
    start
        Whether the phrase opens a sentence.
    """
    if how_many == 0:
        text = f"tidak ada {noun}"
    elif how_many <= _IN_WORDS:
        text = f"{terbilang(how_many)} {noun}"
    else:
        text = f"{number(how_many)} {noun}"
    if not start:
        return text
    return f"Sebanyak {text}" if text[0].isdigit() else capital(text)


def amount(how_many: int) -> str:
    """Write a count as running text does: up to ten in words, then in figures."""
    return terbilang(how_many) if how_many <= _IN_WORDS else number(how_many)


def capital(text: str) -> str:
    """Write the first letter large and leave the others alone."""
    return text[:1].upper() + text[1:]


def uncapital(text: str) -> str:
    """Write the first letter small, but leave abbreviations (``SK``, ``APBD``) alone."""
    first = text.partition(" ")[0]
    return text if first.isupper() and len(first) > 1 else text[:1].lower() + text[1:]


def listed(names: Sequence[str], limit: int = 5) -> str:
    """Join names; beyond ``limit`` the rest is counted: ``a, b, dan tiga lainnya``."""
    rest = len(names) - limit
    if rest <= 1:
        return join(list(names))
    return join([*names[:limit], count(rest, "lainnya")])


def series(names: Sequence[str]) -> str:
    """Join phrases; with semicolons where a phrase has commas of its own."""
    if len(names) > 1 and any("," in name.partition(" (")[0] for name in names):
        return f"{'; '.join(names[:-1])}; dan {names[-1]}"
    return join(list(names))


def apart(names: Sequence[str]) -> str:
    """Join names; with semicolons where a name has commas or its own ``dan``."""
    if len(names) > 1 and any("," in name or " dan " in name for name in names):
        return f"{'; '.join(names[:-1])}; serta {names[-1]}"
    return join(list(names))


def period(years: Sequence[int]) -> str:
    """Write a span of years: ``2024–2030``, or ``2024`` alone."""
    return str(years[0]) if years[0] == years[-1] else f"{years[0]}–{years[-1]}"


def cluster_in_text(name: str) -> str:
    """Write a cluster's name as running text does: ``Klaster I (Hak Sipil dan Kebebasan)``."""
    head, dash, tail = name.partition(" — ")
    return f"{head} ({tail})" if dash else head


def spans(years: Sequence[int]) -> str:
    """Write years with runs joined: ``2024–2026, 2028``."""
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
