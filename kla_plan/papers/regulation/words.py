"""Numbers and lists as a regulation writes them: figures with words, items with letters."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import count, product
from string import ascii_lowercase

from kla_plan.indonesian import Number, number, rupiah, terbilang

#: What the drafting form leaves open until the regulation is enacted.
DOTS = "…"


def spelled(value: Number) -> str:
    """Write a number with its words: ``832,54 (delapan ratus tiga puluh dua koma lima empat)``.

    Decimals, at most two, are read digit by digit; a whole number has none.
    """
    figures = number(value)
    whole, _, decimals = figures.partition(",")
    words = terbilang(int(whole.replace(".", "")))
    if decimals:
        words = f"{words} koma {' '.join(terbilang(int(digit)) for digit in decimals)}"
    return f"{figures} ({words})"


def percent_spelled(share: Decimal) -> str:
    """Write a share as a percentage with its words: ``15 % (lima belas persen)``."""
    return spelled(share * 100).replace(" (", " % (").replace(")", " persen)")


def money(amount: int) -> str:
    """Write whole rupiah with their words: ``Rp500 (lima ratus rupiah)``."""
    return f"{rupiah(amount)} ({terbilang(amount)} rupiah)"


def letters() -> Iterator[str]:
    """Yield ``a`` … ``z``, then ``aa``, ``ab`` and so on."""
    for length in count(1):
        for letter in product(ascii_lowercase, repeat=length):
            yield "".join(letter)


def items(texts: Sequence[str]) -> list[dict[str, str]]:
    """Return the items of a list that all apply: ``;`` after each, ``; dan``, and a full stop."""
    ends = [";"] * (len(texts) - 2) + ["; dan", "."]
    rows = zip(letters(), texts, ends[-len(texts) :], strict=False)
    return [{"huruf": mark, "teks": f"{text}{end}"} for mark, text, end in rows]
