"""Prices and who may pay them."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from kla_plan.findings import Finding, did_you_mean
from kla_plan.indonesian import join, number, rupiah
from kla_plan.pack.columns import Biaya, Kegiatan, Opd, Pagu, Prasyarat, ProfilRow, Realisasi
from kla_plan.pack.draft import Draft, Entry
from kla_plan.pack.rules import check, rule, warning

#: No delivered unit of anything costs less; below it the price was meant in thousands or millions.
SMALL_PRICE: Final = 100
SMALL_CEILING: Final = 1_000_000

UPKEEP_NOT_LAST: Final = rule(
    "KLA-D-060",
    '"seterusnya" bukan pada baris terakhir',
    reason="Hanya baris biaya terakhir (tahun_ke terbesar) yang dapat berulang seterusnya.",
    remedy="Pindahkan ya ke baris dengan tahun_ke terbesar.",
    example="seterusnya ya pada tahun_ke 0, padahal ada tahun_ke 1",
)
NO_MONEY_OF_ITS_OWN: Final = warning(
    "KLA-D-061",
    "Kegiatan berbiaya, penanggung jawab bukan OPD APBD",
    reason="Instansi vertikal dan mitra tidak membelanjakan APBD.",
    remedy="Jadikan mereka pendukung, atau pastikan biayanya memang dibayar lewat OPD.",
    example="kegiatan Polres dengan biaya 100 juta rupiah",
)
NO_FUND: Final = rule(
    "KLA-D-062",
    "Kegiatan berbiaya tanpa sumber dana yang ada",
    reason="Tidak satu pun sumber_dana kegiatan ini disebut pada lembar pagu.",
    remedy="Tambahkan pagu untuk dana itu, atau ubah sumber_dana kegiatannya.",
    example='sumber_dana "DBH CHT", padahal pagu hanya memuat DAU dan PAD',
)
CATALOGUE_WITHOUT_FUND: Final = warning(
    "KLA-D-066",
    "Kegiatan katalog tanpa sumber dana yang ada",
    reason="Tidak satu pun sumber dana kegiatan katalog ini disebut pada lembar pagu.",
    remedy="Tambahkan dana itu pada lembar pagu, atau ubah sumber_dana kegiatannya pada lembar "
    "kegiatan. Selama itu kegiatan ini tidak akan dipilih.",
    example='pagu hanya memuat "APBD", padahal katalog memakai DAU dan PAD',
)
FUND_WITHOUT_CEILING: Final = warning(
    "KLA-D-063",
    "Sumber dana tidak disebut pada pagu",
    reason="Dana yang tidak mempunyai pagu tidak dapat dipakai.",
    remedy="Tambahkan pagunya bila dananya ada; bila tidak, abaikan.",
    example='sumber_dana "BOK" tanpa baris pagu BOK',
)
SMALL_MONEY: Final = warning(
    "KLA-D-064",
    "Jumlah uang terlalu kecil",
    reason="Nilainya mungkin ditulis dalam ribuan atau jutaan rupiah.",
    remedy="Tulis rupiah penuh: 250 juta ditulis 250000000.",
    example="batas_atas 250",
)
NO_PRICE: Final = warning(
    "KLA-D-065",
    "Kegiatan tanpa biaya",
    reason="Kegiatan OPD tanpa baris biaya dianggap gratis dan akan selalu menarik dipilih.",
    remedy="Isi lembar biaya; tulis 0 bila memang tanpa biaya.",
    example="kegiatan baru tanpa baris pada lembar biaya",
)


def _costly(draft: Draft) -> set[str]:
    rows = (entry.record for entry in draft.rows(Biaya))
    return {row.kegiatan for row in rows if row.biaya_per_unit or row.biaya_tetap}


@check(UPKEEP_NOT_LAST)
def upkeep_not_last(draft: Draft) -> Iterator[Finding]:
    """Check that only the last price of an activity goes on for ever."""
    last: dict[str, int] = {}
    for entry in draft.rows(Biaya):
        code = entry.record.kegiatan
        last[code] = max(last.get(code, 0), entry.record.tahun_ke)
    for entry in draft.rows(Biaya):
        row = entry.record
        if row.seterusnya and row.tahun_ke < last[row.kegiatan]:
            reason = f"Kegiatan {row.kegiatan} masih mempunyai tahun_ke {last[row.kegiatan]}."
            yield UPKEEP_NOT_LAST.at(entry.at("seterusnya"), str(row.tahun_ke), reason)


@check(NO_MONEY_OF_ITS_OWN)
def no_money_of_its_own(draft: Draft) -> Iterator[Finding]:
    """Check that who pays from the regional budget is an agency of the region."""
    outside = {e.record.opd: e.record for e in draft.rows(Opd) if e.record.jenis != "apbd"}
    costly = _costly(draft)
    for entry in draft.rows(Kegiatan):
        agency = outside.get(entry.record.opd)
        if agency is not None and entry.record.kegiatan in costly:
            reason = f"{agency.opd} ({agency.jenis}) menanggung {entry.record.kegiatan}."
            yield NO_MONEY_OF_ITS_OWN.at(entry.at("opd"), agency.opd, reason)


@check(NO_FUND, whole=("pagu",))
def no_fund(draft: Draft) -> Iterator[Finding]:
    """Check that what the planner adds or changes, or what must be done, can be paid."""
    needed = _must_be_done(draft)
    for entry in _unpayable(draft):
        wanted, must = entry.record.sumber_dana, entry.record.kegiatan in needed
        if must or not _of_catalogue(draft, entry):
            reason = f"Lembar pagu tidak memuat {join(wanted)}."
            if must:
                reason = f"{entry.record.kegiatan} wajib (atau prasyarat yang wajib). {reason}"
            yield NO_FUND.at(entry.at("sumber_dana"), "; ".join(wanted), reason)


@check(CATALOGUE_WITHOUT_FUND, whole=("pagu",))
def catalogue_without_fund(draft: Draft) -> Iterator[Finding]:
    """Say once per set of funds how many activities of the catalogue nobody can pay."""
    needed = _must_be_done(draft)
    rows = [
        entry
        for entry in _unpayable(draft)
        if _of_catalogue(draft, entry) and entry.record.kegiatan not in needed
    ]
    first = {frozenset(entry.record.sumber_dana): entry for entry in reversed(rows)}
    often = Counter(frozenset(entry.record.sumber_dana) for entry in rows)
    for wanted, many in often.items():
        names = first[wanted].record.sumber_dana
        reason = (
            f"{number(many)} kegiatan katalog tidak dapat dipakai karena sumber dananya "
            f"({', '.join(names)}) tidak ada pada lembar pagu."
        )
        place = first[wanted].at("sumber_dana")
        yield CATALOGUE_WITHOUT_FUND.at(place, "; ".join(names), reason)


def _unpayable(draft: Draft) -> list[Entry[Kegiatan]]:
    """Return the activities that cost money and name only funds without a ceiling."""
    funds, costly = _funds(draft), _costly(draft)
    return [
        entry
        for entry in draft.rows(Kegiatan)
        if funds
        and entry.record.sumber_dana
        and entry.record.kegiatan in costly
        and funds.isdisjoint(entry.record.sumber_dana)
    ]


def _must_be_done(draft: Draft) -> set[str]:
    """Return the mandatory activities that are still to come, and whatever they need before."""
    done = {entry.record.kegiatan for entry in draft.rows(Realisasi)}
    before = [(entry.record.kegiatan, entry.record.butuh) for entry in draft.rows(Prasyarat)]
    needed: set[str] = set()
    more = {e.record.kegiatan for e in draft.rows(Kegiatan) if e.record.wajib} - done
    while more:
        needed |= more
        more = {first for code, first in before if code in more} - needed - done
    return needed


def _of_catalogue(draft: Draft, entry: Entry[Kegiatan]) -> bool:
    """Whether the funds of an activity are the catalogue's word, not the planner's.

    A pack as used (written with a plan) holds the catalogue's rows among its own; it has a slug.
    """
    facts = {row.record.kunci: row.record.nilai for row in draft.rows(ProfilRow)}
    as_used = bool(facts.get("slug")) and facts.get("katalog", "").casefold() == "tidak"
    return as_used or entry.at("sumber_dana").sheet.startswith("katalog/")


@check(FUND_WITHOUT_CEILING, whole=("pagu",))
def fund_without_ceiling(draft: Draft) -> Iterator[Finding]:
    """Check that a fund that activities may use is known, said once per fund.

    What nobody can pay at all has a finding of its own.
    """
    funds = _funds(draft)
    if not funds:
        return
    said: set[str] = set(funds)
    unpayable = {entry.record.kegiatan for entry in _unpayable(draft)}
    for entry in draft.rows(Kegiatan):
        if entry.record.kegiatan in unpayable:
            continue
        for fund in entry.record.sumber_dana:
            if fund not in said:
                said.add(fund)
                reason = f'Dana "{fund}" tidak disebut pada pagu.{did_you_mean(fund, funds)}'
                yield FUND_WITHOUT_CEILING.at(entry.at("sumber_dana"), fund, reason)


@check(SMALL_MONEY)
def small_money(draft: Draft) -> Iterator[Finding]:
    """Check that money is written in full rupiah."""
    for price in draft.rows(Biaya):
        for column in ("biaya_per_unit", "biaya_tetap"):
            amount = getattr(price.record, column)
            if 0 < amount < SMALL_PRICE:
                reason = f"{rupiah(amount)} terlalu kecil untuk sebuah harga."
                yield SMALL_MONEY.at(price.at(column), price.text(column), reason)
    for ceiling in draft.rows(Pagu):
        for column in ("batas_atas", "batas_bawah"):
            amount = getattr(ceiling.record, column)
            if amount is not None and 0 < amount < SMALL_CEILING:
                reason = f"{rupiah(amount)} terlalu kecil untuk sebuah pagu."
                yield SMALL_MONEY.at(ceiling.at(column), ceiling.text(column), reason)


@check(NO_PRICE, whole=("biaya", "opd"))
def no_price(draft: Draft) -> Iterator[Finding]:
    """Check that an activity of a regional agency has a price, be it 0."""
    priced = {entry.record.kegiatan for entry in draft.rows(Biaya)}
    own = {entry.record.opd for entry in draft.rows(Opd) if entry.record.jenis == "apbd"}
    for entry in draft.rows(Kegiatan):
        if entry.record.opd in own and entry.record.kegiatan not in priced:
            reason = f"Kegiatan {entry.record.kegiatan} tidak mempunyai baris biaya."
            yield NO_PRICE.at(entry.at("kegiatan"), entry.record.kegiatan, reason)


def _funds(draft: Draft) -> set[str]:
    return {entry.record.sumber_dana for entry in draft.rows(Pagu) if entry.record.sumber_dana}
