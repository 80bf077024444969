"""A frontier in words: how early each predicate is possible, and what it costs."""

from collections.abc import Sequence

from kla_plan.explain.paths.cell import Cell
from kla_plan.indonesian import join, number, rupiah


def sentences(cells: Sequence[Cell]) -> list[str]:
    """Say for each predicate and score how early it is possible and what it costs."""
    pairs = dict.fromkeys((cell.aim.predicate, cell.aim.basis) for cell in cells)
    return [_sentence(cells, predicate, basis) for predicate, basis in pairs]


def _sentence(cells: Sequence[Cell], predicate: str, basis: str) -> str:
    mine = [c for c in cells if (c.aim.predicate, c.aim.basis) == (predicate, basis)]
    name = f"Predikat {predicate} menurut nilai {basis}"
    found = [cell for cell in mine if cell.plan is not None]
    barred = [cell for cell in mine if cell.impossible]
    if not found:
        if len(barred) == len(mine):
            most = barred[-1].most
            top = "" if most is None else (
                f"; nilai mandiri tahun {barred[-1].aim.year} paling tinggi {number(most)}"
            )  # fmt: skip
            return f"{name} terbukti tidak mungkin dicapai dengan aturan dan pagu ini{top}."
        return f"{name} belum ditemukan jalannya dalam waktu yang tersedia; belum tentu mustahil."
    first, cheapest = found[0], min(found, key=lambda c: c.cost or 0)
    text = f"{name} tercapai paling awal tahun {first.aim.year} dengan {_price(first)}"
    if cheapest.aim.year != first.aim.year and (cheapest.cost or 0) < (first.cost or 0):
        text += f"; bila ditunggu sampai {cheapest.aim.year} cukup {_price(cheapest)}"
    if barred:
        text += f". Sampai tahun {barred[-1].aim.year} terbukti tidak mungkin"
    open_ = [c.aim.year for c in mine if c.aim.year < first.aim.year and not c.impossible]
    if open_:
        text += f". Untuk tahun {join(list(map(str, open_)))} belum diketahui"
    return text + "."


def _price(cell: Cell) -> str:
    proof = "" if cell.status == "terbukti termurah" else f", sekurangnya {rupiah(cell.bound)}"
    return f"{rupiah(cell.cost or 0)} ({cell.status}{proof})"
