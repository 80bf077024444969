"""What a pack changes in the catalogue or takes out of it, and what still leans on it."""

from collections.abc import Iterator
from typing import Final

from kla_plan.findings import Finding
from kla_plan.pack.columns import Dampak, Prasyarat
from kla_plan.pack.draft import Draft
from kla_plan.pack.rules import check, rule, warning

NOTHING_TO_DROP: Final = warning(
    "KLA-D-010",
    "Baris yang dibuang tidak ada di katalog",
    reason="Kode salah ketik, atau katalog sudah berubah.",
    remedy="Periksa kodenya, atau hapus baris itu.",
    example='dipakai "tidak" pada kegiatan K1-999',
)
NEEDED_BUT_DROPPED: Final = rule(
    "KLA-D-011",
    "Kegiatan yang disyaratkan sudah dibuang",
    reason="Kegiatan lain masih membutuhkannya sebagai prasyarat.",
    remedy="Buang juga baris prasyarat itu (dipakai = tidak), atau kegiatan yang membutuhkannya.",
    example="PUSPAGA butuh SK pembentukan, tetapi SK dibuang dari paket",
)
MANDATORY_BUT_DROPPED: Final = rule(
    "KLA-D-012",
    "Kegiatan wajib tetapi dibuang",
    reason='Baris yang sama berisi wajib "ya" dan dipakai "tidak".',
    remedy="Pilih salah satu: wajib dilaksanakan, atau tidak dipakai.",
    example='wajib "ya" dan dipakai "tidak"',
)
ROW_OF_DROPPED: Final = rule(
    "KLA-D-013",
    "Baris untuk kegiatan yang dibuang",
    reason="Paket mengisi biaya, dampak, prasyarat, atau realisasi kegiatan yang tidak dipakai.",
    remedy="Hapus baris ini, atau pakai kembali kegiatannya.",
    example="harga baru untuk kegiatan yang dipakai = tidak",
)
BUNDLE_CUT: Final = warning(
    "KLA-D-014",
    "Paket bukti kehilangan satu kegiatan",
    reason="Semua kegiatan paket disyaratkan; membuang satu membuat kenaikannya lebih mudah.",
    remedy="Buang juga baris dampak lain dari paket itu, atau pakai kembali kegiatannya.",
    example="satu dari tiga kegiatan paket SK+dana+laporan dibuang",
)
UNKNOWN_OVERRIDE: Final = rule(
    "KLA-D-015",
    "Kegiatan yang diubah tidak ada di katalog",
    reason="Kodenya salah ketik, atau baris kegiatan baru belum diisi lengkap.",
    remedy="Perbaiki kodenya; bila ini kegiatan baru, isi semua kolom wajib.",
    example="kegiatan K1-999 yang hanya berisi volume_maks",
)


def _gone(draft: Draft) -> set[str]:
    return {row.text("kegiatan") for row in draft.dropped.get("kegiatan", ())}


@check(NEEDED_BUT_DROPPED)
def needed_but_dropped(draft: Draft) -> Iterator[Finding]:
    """Check that no prerequisite of a used activity is dropped."""
    gone = _gone(draft)
    for entry in draft.rows(Prasyarat):
        row = entry.record
        if row.butuh in gone and row.kegiatan not in gone:
            reason = f"Kegiatan {row.kegiatan} membutuhkan {row.butuh}, yang tidak dipakai."
            yield NEEDED_BUT_DROPPED.at(entry.at("butuh"), row.butuh, reason)


@check(MANDATORY_BUT_DROPPED)
def mandatory_but_dropped(draft: Draft) -> Iterator[Finding]:
    """Check that no row is both mandatory and dropped."""
    for row in draft.dropped.get("kegiatan", ()):
        if row.text("wajib").casefold() == "ya":
            code = row.text("kegiatan")
            reason = f"Kegiatan {code} wajib, tetapi dipakai = tidak."
            yield MANDATORY_BUT_DROPPED.at(row.cell("wajib").place, code, reason)


@check(ROW_OF_DROPPED)
def row_of_dropped(draft: Draft) -> Iterator[Finding]:
    """Check that the pack says nothing about an activity that it does not use."""
    gone = _gone(draft)
    for name in ("biaya", "dampak", "prasyarat", "realisasi"):
        for row in draft.raw[name].rows if name in draft.raw else ():
            code = row.text("kegiatan")
            if code in gone:
                reason = f"Kegiatan {code} tidak dipakai, tetapi masih ada barisnya di {name}."
                yield ROW_OF_DROPPED.at(row.cell("kegiatan").place, code, reason)


@check(BUNDLE_CUT)
def bundle_cut(draft: Draft) -> Iterator[Finding]:
    """Check that a bundle of evidence loses no member without notice."""
    left = {(e.record.pertanyaan, e.record.paket) for e in draft.rows(Dampak) if e.record.paket}
    for row in draft.dropped.get("dampak", ()):
        question, bundle = row.text("pertanyaan"), row.text("paket")
        if bundle and (question, bundle) in left:
            code = row.text("kegiatan")
            reason = f"Paket {bundle} untuk {question} tidak lagi mensyaratkan kegiatan {code}."
            yield BUNDLE_CUT.at(row.cell("kegiatan").place, code, reason)
