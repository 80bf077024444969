"""Ceilings, floors, capacities and targets in words."""

from collections.abc import Mapping
from typing import Final

from kla_plan.explain.words.entry import Entry, hundredths_up, place, rupiah_up
from kla_plan.indonesian import number, rupiah
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Clause
from kla_plan.problem.rules import capacity, ceilings, targets
from kla_plan.problem.rules.ceilings import pagu_key


def _ceiling(clause: Clause) -> str:
    year, fund, opd = clause.key
    return place(year, fund, opd, everything=True)


def _bounds(case: Case, clause: Clause) -> tuple[int, int]:
    for row in case.pack.ceilings:
        if pagu_key(row) == clause.key:
            top = int(case.scenario.ceiling(row.batas_atas or 0))
            return top, row.batas_bawah or 0
    raise KeyError(clause)


def _factor(case: Case) -> str:
    factor = case.scenario.pagu_faktor
    return "" if factor == 1 else f" (setelah dikalikan pagu_faktor {number(factor)})"


def _raise(case: Case, clause: Clause, amount: float) -> str:
    top, more = _bounds(case, clause)[0], rupiah_up(case, amount)
    return f"naikkan batas atas sebesar {rupiah(more)} menjadi {rupiah(top + more)}"


def _lower(case: Case, clause: Clause, amount: float) -> str:
    floor, less = _bounds(case, clause)[1], rupiah_up(case, amount)
    return f"turunkan batas bawah sebesar {rupiah(less)} menjadi {rupiah(max(0, floor - less))}"


def _capacity(case: Case, clause: Clause) -> str:
    have = case.pack.opds[str(clause.key[0])].kapasitas_per_tahun or 0
    return f"{number(have)} satuan per tahun"


def _target(case: Case, clause: Clause) -> str:
    target = case.scenario.target[int(clause.key[0]) - 1]
    asked = f"predikat {target.predikat}" if target.predikat else f"{number(target.poin or 0)} poin"
    basis = "nilai verifikasi" if target.dasar == "verifikasi" else "nilai mandiri"
    needed = number(targets.needed(case, target))
    return f"{asked} pada {basis} tahun {target.tahun}, setara nilai mandiri {needed}"


MONEY: Final[Mapping[str, Entry]] = {
    ceilings.RULE_TOP: Entry(
        "KLA-T-001",
        "pagu",
        "Batas atas sebuah pagu",
        lambda _, clause: f"Pagu {_ceiling(clause)}",
        lambda case, clause: f"batas atas {rupiah(_bounds(case, clause)[0])}{_factor(case)}",
        _raise,
    ),
    ceilings.RULE_FLOOR: Entry(
        "KLA-T-002",
        "pagu",
        "Belanja minimum sebuah pagu",
        lambda _, clause: f"Belanja minimum {_ceiling(clause)}",
        lambda case, clause: f"batas bawah {rupiah(_bounds(case, clause)[1])}",
        _lower,
    ),
    capacity.RULE: Entry(
        "KLA-T-003",
        "opd",
        "Kapasitas suatu OPD dalam satu tahun",
        lambda _, clause: f"Kapasitas {clause.key[0]} tahun {clause.key[1]}",
        _capacity,
        lambda _, __, amount: f"tambah kapasitas sebesar {hundredths_up(amount)}",
    ),
    targets.RULE: Entry(
        "KLA-T-004",
        "skenario",
        "Target predikat atau poin",
        lambda _, clause: f"Target ke-{clause.key[0]}",
        _target,
        lambda _, __, amount: (
            f"turunkan target sebesar {hundredths_up(amount)} poin nilai mandiri, atau mundurkan "
            "tahunnya"
        ),
    ),
}
