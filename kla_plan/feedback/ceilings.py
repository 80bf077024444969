"""Ceilings that agencies propose for themselves, measured against the ceilings of the region."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kla_plan.feedback.form import PaguOpd
from kla_plan.feedback.read import Returned
from kla_plan.feedback.result import CeilingSum, Change, Conflict, Decided, Side
from kla_plan.indonesian import rupiah
from kla_plan.pack.columns import Pagu
from kla_plan.pack.draft import Entry
from kla_plan.pack.model import Pack
from kla_plan.pack.text import text_of

_SUM: Final = "Jumlah pagu OPD melampaui batas daerah"

type Key = tuple[int | None, str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One ceiling that an agency would like to be otherwise."""

    opd: str
    entry: Entry[PaguOpd]

    @property
    def key(self) -> Key:
        """Year and fund."""
        return self.entry.record.tahun, self.entry.record.sumber_dana

    @property
    def rise(self) -> bool:
        """Whether more is asked for; a first ceiling is a limit, hence none."""
        row = self.entry.record
        return row.batas_atas is not None and (row.usulan_batas_atas or 0) > row.batas_atas


def ceilings(forms: Sequence[Returned], pack: Pack) -> Decided:
    """Return the ceilings that change, and the rises that together are more than there is.

    Per year and fund the ceilings of all agencies after the proposals are added up. Where a
    proposal raises the sum and the sum is above the region's own ceiling, none of the rises of
    that year and fund is applied. Cuts always are.
    """
    wanted = [
        Wanted(form.opd, entry)
        for form in sorted(forms, key=lambda one: one.opd)
        for entry in form.ceilings
        if entry.record.usulan_batas_atas not in {None, entry.record.batas_atas}
    ]
    sums = {key: _sum(pack, key, wanted) for key in dict.fromkeys(one.key for one in wanted)}
    over = {
        key: conflict
        for key in dict.fromkeys(one.key for one in wanted if one.rise)
        if (conflict := _over(sums[key], key, wanted)) is not None
    }
    changes = tuple(_change(one) for one in wanted if not (one.rise and one.key in over))
    return Decided(changes, tuple(over.values()), sums=tuple(sums.values()))


def _sum(pack: Pack, key: Key, wanted: Sequence[Wanted]) -> CeilingSum:
    """Return what the agencies' ceilings of a year and fund add up to, now and as proposed."""
    before = sum(row.batas_atas or 0 for row in pack.ceilings if row.opd and _key(row) == key)
    added = sum(
        (one.entry.record.usulan_batas_atas or 0) - (one.entry.record.batas_atas or 0)
        for one in wanted
        if one.key == key
    )
    return CeilingSum(_name(key), before, before + added, region_limit(pack, key))


def _over(sums: CeilingSum, key: Key, wanted: Sequence[Wanted]) -> Conflict | None:
    if sums.limit is None or sums.after <= max(sums.before, sums.limit):
        return None
    rises = [one for one in wanted if one.key == key and one.rise]
    return Conflict(
        _SUM,
        sums.name,
        f"batas daerah {rupiah(sums.limit)}; jumlah pagu OPD sekarang {rupiah(sums.before)}, "
        f"dengan usulan {rupiah(sums.after)}",
        tuple(_sides(rises)),
        f"Tetapkan kenaikan mana yang didanai; kelebihannya {rupiah(sums.after - sums.limit)}.",
        "Tim Anggaran Pemerintah Daerah dan Ketua Gugus Tugas KLA",
    )


def region_limit(pack: Pack, key: Key) -> int | None:
    """Return the region's own ceiling of a year and fund; ``None`` where there is none.

    Over all funds that is the smaller one of the ceiling of the year itself and of the sum of the
    ceilings of all funds, as far as they are given.
    """
    year, fund = key
    own = {_key(row): row.batas_atas for row in pack.ceilings if not row.opd}
    every = [_top(own, year, one) for one in ((fund,) if fund else pack.funds)]
    known = [top for top in every if top is not None]
    limits = [sum(known)] if known and len(known) == len(every) else []
    whole = _top(own, year, "")
    if whole is not None:
        limits.append(whole)
    return min(limits, default=None)


def _top(own: dict[Key, int | None], year: int | None, fund: str) -> int | None:
    """Return the ceiling of a year, or the one that holds for every year."""
    found = own.get((year, fund))
    return own.get((None, fund)) if found is None else found


def _key(row: Pagu) -> Key:
    return row.tahun, row.sumber_dana


def _name(key: Key) -> str:
    year, fund = key
    return f"Pagu {year or 'setiap tahun'}, {fund or 'semua sumber dana'}"


def _sides(rises: Sequence[Wanted]) -> Iterator[Side]:
    for one in rises:
        row = one.entry.record
        says = f"{rupiah(row.batas_atas or 0)} menjadi {rupiah(row.usulan_batas_atas or 0)}"
        yield Side(one.opd, says, row.alasan, one.entry.at("usulan_batas_atas"))


def _change(one: Wanted) -> Change:
    row = one.entry.record
    return Change(
        "pagu",
        (text_of(row.tahun), row.sumber_dana, one.opd),
        "batas_atas",
        subject=f"{_name(one.key)}, {one.opd}",
        old=text_of(row.batas_atas),
        new=text_of(row.usulan_batas_atas),
        who=one.opd,
        why=row.alasan,
        place=one.entry.at("usulan_batas_atas"),
    )
