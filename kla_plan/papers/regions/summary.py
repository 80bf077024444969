"""Sentences of the overview: how much is spread, what depends on it, what stays, what lacks."""

from fractions import Fraction

from kla_plan.indonesian import number, percent, rupiah
from kla_plan.papers.regions.sheet import Sheet


def spread_money(sheet: Sheet) -> str:
    """Say how many activities and how much money is spread."""
    amount = sum(sheet.spread.rupiah.values())
    whole = sum(sheet.plan.cost(year) for year in sheet.years)
    if not sheet.spread.activities:
        return "Rencana ini tidak memuat kegiatan yang satuannya menghitung wilayah."
    share = f" atau {percent(Fraction(amount, whole))} dari anggaran rencana" if whole else ""
    return (
        f"Sebanyak {number(len(sheet.spread.activities))} dari "
        f"{number(len(sheet.plan.activities))} kegiatan disebar, dengan anggaran "
        f"{rupiah(amount)}{share}."
    )


def points(sheet: Sheet) -> str:
    """Say how many points the indicators that count regions hold, now and in the end."""
    plan, codes = sheet.plan, list(sheet.questions)
    known = plan.pack.instrument.indicators
    most = sum((Fraction(known[code].poin_maks) for code in codes), Fraction(0))
    scores = (plan.pack.start_score(), plan.score(plan.years[-1]))
    start, end = (sum((s.indicators[code] for code in codes), Fraction(0)) for s in scores)
    return (
        f"Penyelenggaraan KLA di wilayah bernilai paling banyak {number(most, 2)} poin. Pada "
        f"akhir tahun {plan.pack.profile.base_year} nilainya {number(start, 2)} poin dan menurut "
        f"rencana menjadi {number(end, 2)} poin pada tahun {plan.years[-1]}. Jawaban dihitung "
        "dari bagian kecamatan atau desa/kelurahan yang memenuhi, sehingga setiap wilayah turut "
        "menentukan."
    )


def kept(sheet: Sheet) -> str:
    """Say how much stays with the kabupaten or kota."""
    kind = sheet.plan.pack.profile.kind
    amount = sum(sheet.spread.city.values())
    return (
        f"Anggaran {rupiah(amount)} tetap direncanakan di tingkat {kind}: kegiatan yang satuannya "
        "bukan wilayah, serta biaya tetap dari kegiatan yang disebar. Lokasi kegiatan semacam itu "
        "ditetapkan perangkat daerah pelaksana."
    )


def lacking(sheet: Sheet) -> str:
    """Say what the profile knows of the regions where the table does not name them."""
    profile = sheet.plan.pack.profile
    facts = [
        f"{number(int(value))} {noun}"
        for key, noun in (
            ("jumlah_kecamatan", "kecamatan"),
            ("jumlah_desa_kelurahan", "desa/kelurahan"),
        )
        if (value := profile.fact(key)).isdigit()
    ]
    if not facts:
        return "Banyaknya kecamatan, kelurahan, dan desa juga belum tercatat pada profil."
    return f"Profil mencatat {' dan '.join(facts)}; nama dan kodenya belum ada."
