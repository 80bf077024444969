"""The ladder in words: which prices are exact, which lie in a range, which are only bounded."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kla_plan.explain.band import measure, unit_of
from kla_plan.indonesian import number

if TYPE_CHECKING:
    from kla_plan.explain.ladder.result import RulePrices

#: Rules that are told one by one.
TOLD = 3


def sentences(found: "RulePrices") -> list[str]:
    """Say what was asked, what was found and what was left out."""
    return [*_count(found), *_dearest(found), *_slack(found)]


def _count(found: "RulePrices") -> Iterator[str]:
    known = Counter(price.known for price in found.prices)
    exact, ranged, bounded = (known[w] for w in ("tepat", "rentang", "hanya batas atas"))
    yield (
        f"{number(len(found.prices) + found.slack)} aturan ditinjau dalam "
        f"{number(found.seconds, 1)} detik. Dari {number(len(found.prices))} aturan yang mengikat: "
        f"{number(exact)} diketahui harganya dengan tepat, {number(ranged)} diketahui rentangnya, "
        f"{number(bounded)} hanya diketahui batas atasnya."
    )
    if bounded:
        yield (
            f"Untuk {number(bounded)} aturan itu rencana tanpa aturannya belum dicari karena "
            "waktunya habis; batas atasnya terbukti dari relaksasi. Naikkan batas waktunya bila "
            "aturan itu penting."
        )


def _dearest(found: "RulePrices") -> Iterator[str]:
    unit = unit_of(found.plan)
    for price in [price for price in found.prices if price.price is not None][:TOLD]:
        assert price.price is not None  # noqa: S101 - chosen so
        yield (
            f"Tanpa aturan “{price.rule}” rencana yang ditemukan lebih baik "
            f"{measure(price.seen, unit)}; harga aturan ini {price.price.words}."
        )


def _slack(found: "RulePrices") -> Iterator[str]:
    if not found.slack:
        return
    most = ""
    if found.rest < float("inf"):
        most = f", masing-masing paling banyak {measure(found.rest, unit_of(found.plan))}"
    yield (
        f"{number(found.slack)} aturan lain tidak mengikat pada relaksasi; harganya tidak dicari, "
        f"tetapi pada bilangan bulat masih mungkin ada{most}."
    )
