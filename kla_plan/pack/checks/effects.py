"""Effects on questions and bundles of evidence."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from kla_plan.findings import Finding
from kla_plan.indonesian import number
from kla_plan.pack.columns import Dampak, Jawaban, Kegiatan, Prasyarat, Skor, TidakTerjangkau
from kla_plan.pack.draft import Draft, Entry
from kla_plan.pack.rules import check, rule, warning
from kla_plan.pack.spread import spread

NO_GAIN: Final = rule(
    "KLA-D-050",
    "Kenaikan harus lebih dari nol",
    reason="Baris dampak tanpa kenaikan tidak berarti apa-apa.",
    remedy="Isi kenaikan sebagai pecahan poin maksimum, misalnya 0.25, atau hapus barisnya.",
    example="kenaikan 0",
)
BUNDLE_DIFFERS: Final = rule(
    "KLA-D-051",
    "Kenaikan satu paket bukti berbeda-beda",
    reason="Kenaikan diraih sekali untuk seluruh paket, sehingga harus sama pada semua barisnya.",
    remedy="Samakan kenaikan pada semua baris paket itu.",
    example="paket A untuk P3.1: kenaikan 0,5 dan 0,25",
)
BUNDLE_OUT_OF_REACH: Final = rule(
    "KLA-D-052",
    "Volume perlu di atas volume terbesar",
    reason="Paket itu tidak akan pernah terpenuhi.",
    remedy="Turunkan volume_perlu atau naikkan volume_maks.",
    example="volume_perlu 20, volume_maks 10",
)
UNCOVERED: Final = warning(
    "KLA-D-053",
    "Pertanyaan tidak terjangkau kegiatan mana pun",
    reason="Masih ada poin yang dapat diraih, tetapi tidak ada kegiatan yang menaikkannya.",
    remedy="Tambahkan baris dampak, atau catat alasannya pada lembar tidak_terjangkau.",
    example="P7.2 tanpa baris dampak",
)
COVERED_AFTER_ALL: Final = warning(
    "KLA-D-054",
    "Pertanyaan tidak_terjangkau ternyata mempunyai kegiatan",
    reason="Lembar tidak_terjangkau belum diperbarui.",
    remedy="Hapus barisnya dari tidak_terjangkau, atau hapus dampaknya.",
    example="P7.2 pada tidak_terjangkau dan pada dampak",
)
USELESS: Final = warning(
    "KLA-D-055",
    "Kegiatan tanpa dampak",
    reason="Kegiatan ini tidak menaikkan jawaban, tidak disyaratkan kegiatan lain, tidak wajib.",
    remedy="Tambahkan baris dampak, atau buang kegiatannya.",
    example="kegiatan tanpa satu pun baris dampak",
)


@check(NO_GAIN)
def no_gain(draft: Draft) -> Iterator[Finding]:
    """Check that every effect raises an answer."""
    for entry in draft.rows(Dampak):
        if entry.record.kenaikan <= 0:
            reason = f"Kenaikan {entry.record.kegiatan} untuk {entry.record.pertanyaan} nol."
            yield NO_GAIN.at(entry.at("kenaikan"), entry.text("kenaikan"), reason)


@check(BUNDLE_DIFFERS)
def bundle_differs(draft: Draft) -> Iterator[Finding]:
    """Check that the rows of a bundle share one gain."""
    first: dict[tuple[str, str], Entry[Dampak]] = {}
    for entry in draft.rows(Dampak):
        row = entry.record
        if not row.paket:
            continue
        other = first.setdefault((row.pertanyaan, row.paket), entry)
        if other.record.kenaikan != row.kenaikan:
            there = f"{number(other.record.kenaikan, 4)} pada {other.at('kenaikan')}"
            reason = f"Paket {row.paket} untuk {row.pertanyaan} berkenaikan {there}."
            yield BUNDLE_DIFFERS.at(entry.at("kenaikan"), entry.text("kenaikan"), reason)


@check(BUNDLE_OUT_OF_REACH)
def bundle_out_of_reach(draft: Draft) -> Iterator[Finding]:
    """Check that a bundle asks for no more than its activities can deliver."""
    activities = {entry.record.kegiatan: entry.record for entry in draft.rows(Kegiatan)}
    years = len(draft.horizon.years)
    for entry in draft.rows(Dampak):
        activity = activities.get(entry.record.kegiatan)
        if activity is None or not entry.record.paket:
            continue
        total = activity.yearly_maximum * years
        reach = total if activity.berulang else min(activity.volume_maks, total)
        if entry.record.volume_perlu > reach:
            reason = f"Kegiatan {activity.kegiatan} paling banyak {number(reach)} satuan."
            place = entry.at("volume_perlu")
            yield BUNDLE_OUT_OF_REACH.at(place, entry.text("volume_perlu"), reason)


@check(UNCOVERED, whole=("dampak", "kegiatan", "jawaban", "skor", "tidak_terjangkau"))
def uncovered(draft: Draft) -> Iterator[Finding]:
    """Check that every question that can gain is reached, or it is said why not."""
    instrument = draft.scored
    given = {entry.record.pertanyaan: entry.record for entry in draft.rows(Jawaban)}
    answers, _ = spread(instrument, given, [entry.record for entry in draft.rows(Skor)])
    reached = {entry.record.pertanyaan for entry in draft.rows(Dampak)}
    excused = {entry.record.pertanyaan for entry in draft.rows(TidakTerjangkau)}
    for code, question in instrument.questions.items():
        gap = Fraction(question.poin_maks) - Fraction(answers[code].poin)
        if gap > 0 and code not in reached and code not in excused:
            reason = f"Pertanyaan {code} masih kurang {number(gap)} poin tanpa kegiatan."
            yield UNCOVERED.at(draft.raw["profil"].place, code, reason)


@check(COVERED_AFTER_ALL)
def covered_after_all(draft: Draft) -> Iterator[Finding]:
    """Check that what is called unreachable is not reached."""
    reached = {entry.record.pertanyaan for entry in draft.rows(Dampak)}
    for entry in draft.rows(TidakTerjangkau):
        code = entry.record.pertanyaan
        if code in reached:
            reason = f"Pertanyaan {code} mempunyai baris dampak."
            yield COVERED_AFTER_ALL.at(entry.at("pertanyaan"), code, reason)


@check(USELESS, whole=("dampak", "prasyarat"))
def useless(draft: Draft) -> Iterator[Finding]:
    """Check that an activity raises an answer, opens the way for another one, or is mandatory."""
    useful = {entry.record.kegiatan for entry in draft.rows(Dampak)}
    useful |= {entry.record.butuh for entry in draft.rows(Prasyarat)}
    for entry in draft.rows(Kegiatan):
        code = entry.record.kegiatan
        if code not in useful and not entry.record.wajib:
            reason = f"Kegiatan {code} tidak akan pernah terpilih."
            yield USELESS.at(entry.at("kegiatan"), code, reason)
