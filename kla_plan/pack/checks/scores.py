"""Answers and scores: nothing above its maximum, sums that fit."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from kla_plan.findings import Finding, did_you_mean
from kla_plan.indonesian import number
from kla_plan.pack.columns import LATER_ANSWERS, Jawaban, Skor
from kla_plan.pack.draft import Draft, Entry
from kla_plan.pack.rules import check, rule, warning
from kla_plan.pack.spread import Misfit, indicators_of, spread

#: Published sums are rounded to hundredths; a smaller difference is no contradiction.
ROUNDING: Final = Fraction(1, 100)

ABOVE_QUESTION: Final = rule(
    "KLA-D-030",
    "Poin di atas maksimum pertanyaan",
    reason="Poin salah ketik, atau poin satu indikator dimasukkan pada satu pertanyaan.",
    remedy="Periksa poin terhadap poin_maks pertanyaan itu.",
    example="poin 12 untuk pertanyaan dengan maksimum 3",
)
VERIFIED_HIGHER: Final = warning(
    "KLA-D-031",
    "Poin verifikasi lebih tinggi daripada penilaian mandiri",
    reason="Kedua kolom mungkin tertukar; verifikasi hampir selalu mengurangi poin.",
    remedy="Periksa kedua kolom.",
    example="poin 2, poin_verifikasi 3",
)
SCORE_CODE: Final = rule(
    "KLA-D-032",
    "Kode skor tidak sesuai tingkatnya",
    reason="Tingkat klaster dan indikator memerlukan kode instrumen; tingkat total tanpa kode.",
    remedy="Isi kode klaster atau indikator; kosongkan kode untuk tingkat total.",
    example='tingkat "klaster" dengan kode I4',
)
ABOVE_SCORE: Final = rule(
    "KLA-D-033",
    "Skor di atas maksimum",
    reason="Skor salah ketik, atau menurut instrumen tahun lain.",
    remedy="Periksa skor terhadap poin maksimum indikator, klaster, atau instrumen.",
    example="skor klaster K1 150, padahal maksimumnya 115",
)
SCORE_MISFIT: Final = rule(
    "KLA-D-034",
    "Skor tidak cocok dengan rinciannya",
    reason="Jumlah jawaban atau skor yang lebih rinci bertentangan dengan skor ini.",
    remedy="Perbaiki skor ini atau rinciannya; jawaban lalu skor terinci selalu diutamakan.",
    example="skor total 300, padahal skor klaster berjumlah 420",
)
SCORE_UNUSED: Final = warning(
    "KLA-D-035",
    "Skor berbeda dari jumlah jawaban",
    reason="Semua jawaban sudah diisi, sehingga skor ini tidak dipakai; jumlahnya berbeda.",
    remedy="Periksa jawaban, atau hapus baris skor ini.",
    example="skor total 640, padahal jawaban berjumlah 620",
)
LATER_TOO_EARLY: Final = warning(
    "KLA-D-036",
    "Lembar jawaban tahun itu tidak setelah tahun dasar",
    reason="Jawaban tahun dasar berada di lembar jawaban; lembar bertahun untuk sesudahnya.",
    remedy="Periksa tahun pada nama lembar.",
    example="jawaban_2022 padahal tahun_dasar 2023",
)


def _sheets(draft: Draft) -> Iterator[tuple[str, tuple[Entry[Jawaban], ...]]]:
    for name, entries in draft.entries.items():
        if name == "jawaban" or name.startswith(LATER_ANSWERS):
            yield name, entries


@check(ABOVE_QUESTION)
def above_question(draft: Draft) -> Iterator[Finding]:
    """Check that no answer has more points than its question."""
    questions = draft.scored.questions
    for _, entries in _sheets(draft):
        for entry in entries:
            question = questions.get(entry.record.pertanyaan)
            if question is None:
                continue
            for name in ("poin", "poin_verifikasi"):
                points = getattr(entry.record, name)
                if points is not None and points > question.poin_maks:
                    limit = number(question.poin_maks)
                    reason = f"Poin maksimum {question.pertanyaan} adalah {limit}."
                    yield ABOVE_QUESTION.at(entry.at(name), entry.text(name), reason)


@check(VERIFIED_HIGHER)
def verified_higher(draft: Draft) -> Iterator[Finding]:
    """Check that verification does not add points."""
    for _, entries in _sheets(draft):
        for entry in entries:
            checked = entry.record.poin_verifikasi
            if checked is not None and checked > entry.record.poin:
                reason = f"Poin penilaian mandiri hanya {number(entry.record.poin)}."
                place = entry.at("poin_verifikasi")
                yield VERIFIED_HIGHER.at(place, entry.text("poin_verifikasi"), reason)


@check(SCORE_CODE)
def score_code(draft: Draft) -> Iterator[Finding]:
    """Check that a score row names a cluster, an indicator, or (the total) nothing."""
    known = {
        "klaster": draft.scored.clusters,
        "indikator": draft.scored.indicators,
        "total": {},
    }
    for entry in draft.rows(Skor):
        row = entry.record
        codes = known[row.tingkat]
        if row.tingkat == "total" and row.kode:
            yield SCORE_CODE.at(entry.at("kode"), row.kode, "Tingkat total ditulis tanpa kode.")
        elif row.tingkat != "total" and row.kode not in codes:
            hint = did_you_mean(row.kode, codes)
            reason = f'"{row.kode}" bukan kode {row.tingkat} instrumen ini.{hint}'
            yield SCORE_CODE.at(entry.at("kode"), row.kode, reason)


@check(ABOVE_SCORE)
def above_score(draft: Draft) -> Iterator[Finding]:
    """Check that no score is above what its indicators can reach."""
    instrument = draft.scored
    for entry in draft.rows(Skor):
        codes = indicators_of(instrument, entry.record)
        limit = sum(instrument.indicators[code].poin_maks for code in codes)
        if codes and entry.record.poin > limit:
            reason = f"Maksimumnya {number(limit)} poin."
            yield ABOVE_SCORE.at(entry.at("poin"), entry.text("poin"), reason)


def _misfits(draft: Draft) -> Iterator[tuple[Entry[Skor], Misfit]]:
    answers = {entry.record.pertanyaan: entry.record for entry in draft.rows(Jawaban)}
    rows = {id(entry.record): entry for entry in draft.rows(Skor)}
    _, misfits = spread(draft.scored, answers, [entry.record for entry in rows.values()])
    for misfit in misfits:
        yield rows[id(misfit.row)], misfit


@check(SCORE_MISFIT, whole=("jawaban", "skor"))
def score_misfit(draft: Draft) -> Iterator[Finding]:
    """Check that what is left of a score fits the questions that are left."""
    for entry, misfit in _misfits(draft):
        if not misfit.used or -ROUNDING <= misfit.left <= misfit.room + ROUNDING:
            continue
        finer = number(Fraction(misfit.row.poin) - misfit.left)
        reason = (
            f"Rinciannya sudah berjumlah {finer} poin."
            if misfit.left < 0
            else f"Tersisa {number(misfit.left)} poin, tetapi pertanyaan tanpa jawaban hanya "
            f"memuat {number(misfit.room)}."
        )
        yield SCORE_MISFIT.at(entry.at("poin"), entry.text("poin"), reason)


@check(SCORE_UNUSED, whole=("jawaban", "skor"))
def score_unused(draft: Draft) -> Iterator[Finding]:
    """Check that a score that is not needed agrees with the answers."""
    for entry, misfit in _misfits(draft):
        if not misfit.used and abs(misfit.left) > ROUNDING:
            finer = number(Fraction(misfit.row.poin) - misfit.left)
            reason = f"Jawaban dan skor yang lebih rinci berjumlah {finer} poin."
            yield SCORE_UNUSED.at(entry.at("poin"), entry.text("poin"), reason)


@check(LATER_TOO_EARLY)
def later_too_early(draft: Draft) -> Iterator[Finding]:
    """Check that a dated answer sheet lies after the base year."""
    for name, _ in _sheets(draft):
        year = name.removeprefix(LATER_ANSWERS)
        if name != "jawaban" and int(year) <= draft.horizon.base_year:
            reason = f"Tahun dasar paket ini {draft.horizon.base_year}."
            yield LATER_TOO_EARLY.at(draft.raw[name].place, year, reason)
