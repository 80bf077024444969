"""What the paper leaves open."""

from kla_plan.indonesian import number
from kla_plan.pack.checks.evidence import DEADLINE, OPENING
from kla_plan.papers.evidence.facts import Facts
from kla_plan.papers.evidence.holders import Level, kecamatan_of
from kla_plan.papers.evidence.kinds import COVERAGE
from kla_plan.papers.paper import OpenPoint
from kla_plan.report.sentences.words import listed
from kla_plan.report.word.facts import women_and_children_agency


def open_points(known: Facts) -> tuple[OpenPoint, ...]:
    """Return what nobody but the region can know."""
    found = (_calendar(known), _proposals(known), _kecamatan(known), _later(known))
    return (*(point for point in found if point is not None), *_nobody(known))


def _calendar(known: Facts) -> OpenPoint | None:
    if known.usual is not None:
        return None
    return OpenPoint(
        "Tenggat",
        f"Isikan fakta {DEADLINE} (tanggal) atau {OPENING} (hari pertama penilaian mandiri) pada "
        "lembar profil sesuai jadwal evaluasi tahun berjalan.",
        women_and_children_agency(known.pack.profile),
    )


def _proposals(known: Facts) -> OpenPoint | None:
    if not known.proposals:
        return None
    how_many = number(len(known.proposals))
    return OpenPoint(
        "Lembar pelacak, kolom Asal",
        f"Tetapkan {how_many} usulan bukti menurut petunjuk teknis evaluasi yang berlaku, lalu isi "
        "statusnya.",
        "Pemegang bukti masing-masing",
    )


def _kecamatan(known: Facts) -> OpenPoint | None:
    kinds = (question.tipe for question in known.pack.instrument.questions.values())
    if kecamatan_of(known.pack) or COVERAGE not in kinds:
        return None
    return OpenPoint(
        "Kesiapan kecamatan",
        "Isi lembar wilayah agar bukti dapat ditagih menurut kecamatan.",
        "Bappeda",
    )


def _later(known: Facts) -> OpenPoint | None:
    if not any(piece.since and piece.since > known.claimed.year for piece in known.pieces):
        return None
    return OpenPoint(
        "Tenggat bukti tahun berikutnya",
        "Tetapkan setelah jadwal evaluasi untuk tahun itu diumumkan; bulannya berbeda-beda.",
        women_and_children_agency(known.pack.profile),
    )


def _nobody(known: Facts) -> tuple[OpenPoint, ...]:
    codes = dict.fromkeys(
        piece.question
        for piece in known.pieces
        if any(holder.level is Level.NOBODY for holder in piece.holders)
    )
    if not codes:
        return ()
    what = (
        f"Tetapkan pemegang bukti untuk {number(len(codes))} pertanyaan yang tidak menyebut OPD: "
        f"{listed(list(codes), 12)}."
    )
    return (OpenPoint("Pemegang bukti", what, "Ketua gugus tugas"),)
