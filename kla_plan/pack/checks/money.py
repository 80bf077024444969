"""Prices and who may pay them."""

from collections.abc import Iterator
from typing import Final

from kla_plan.findings import Finding, did_you_mean
from kla_plan.indonesian import join, rupiah
from kla_plan.pack.columns import Biaya, Kegiatan, Opd, Pagu
from kla_plan.pack.draft import Draft
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
    """Check that whatever costs money has a fund that exists."""
    funds = _funds(draft)
    costly = _costly(draft)
    for entry in draft.rows(Kegiatan):
        wanted = entry.record.sumber_dana
        if funds and wanted and entry.record.kegiatan in costly and not funds & set(wanted):
            reason = f"Lembar pagu tidak memuat {join(wanted)}."
            yield NO_FUND.at(entry.at("sumber_dana"), "; ".join(wanted), reason)


@check(FUND_WITHOUT_CEILING, whole=("pagu",))
def fund_without_ceiling(draft: Draft) -> Iterator[Finding]:
    """Check that a fund that activities may use is known, said once per fund."""
    funds = _funds(draft)
    if not funds:
        return
    said: set[str] = set(funds)
    for entry in draft.rows(Kegiatan):
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
