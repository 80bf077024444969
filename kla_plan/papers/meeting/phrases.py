"""Sentences of the meeting pack."""

from collections.abc import Sequence
from fractions import Fraction

from kla_plan.indonesian import number, percent, rupiah
from kla_plan.papers.deciding.ground import Ground
from kla_plan.papers.meeting.facts import Agenda
from kla_plan.papers.meeting.rounds import in_text
from kla_plan.report.sentences import assumed, score
from kla_plan.report.sentences.words import capital, count, from_to, points, spans

ANNEX = "lampiran_rakor.xlsx"


def standing(ground: Ground, agenda: Agenda) -> str:
    """Say where the clusters stand, on both scores, and where the plan leads."""
    plan, here = ground.plan, agenda.standing
    subject = in_text(agenda.meeting, plan.pack.instrument)
    text = (
        f"{capital(subject)} meraih {number(here.now, 2)} dari {number(here.maximum)} poin atau "
        f"{percent(here.share)} pada akhir tahun {plan.pack.profile.base_year}; setelah verifikasi "
        f"diperkirakan {number(here.verified, 2)} poin. Menurut rencana, nilai mandirinya "
        f"{from_to(float(here.now), float(here.after))} ({percent(here.share_after)}) pada "
        f"{ground.last}."
    )
    return f"{text} {' '.join(score.distance(plan))}" if agenda.meeting.plenary else text


def shortfall(agenda: Agenda) -> str:
    """Say how much is missing altogether; empty where rows follow that need no opening."""
    missing = agenda.standing.maximum - agenda.standing.now
    if not agenda.shortfalls:
        return "Tidak ada pertanyaan yang masih kekurangan poin."
    return (
        f"{capital(points(float(missing)))} belum diraih pada "
        f"{count(len(agenda.shortfalls), 'pertanyaan')}."
    )


def evidence(agenda: Agenda) -> str:
    """Say how many points are claimed without complete evidence."""
    if not agenda.unproven:
        return "Seluruh poin yang diakui sudah ditopang data dukung lengkap."
    claimed = sum((row.points for row in agenda.unproven), Fraction(0))
    return (
        f"{capital(points(float(claimed)))} pada {count(len(agenda.unproven), 'pertanyaan')} "
        "sudah diakui, tetapi data dukungnya belum lengkap atau belum dicatat."
    )


def proposals(ground: Ground, agenda: Agenda) -> str:
    """Say how much is proposed for which years, and which years are left out."""
    missed = (
        f" Tahun {spans(ground.missed)} tidak dimuat karena tenggat persetujuan APBD-nya sudah "
        "lewat."
        if ground.missed
        else ""
    )
    if not agenda.proposals:
        return f"Tidak ada kegiatan pada tahun yang APBD-nya belum disetujui.{missed}"
    total = ground.rupiah([row.activity for row in agenda.proposals])
    money = f"senilai {rupiah(total)}" if total else "tanpa kebutuhan anggaran"
    how_many = count(len(agenda.proposals), "kegiatan", start=True)
    return (
        f"{how_many} {money} diusulkan untuk {spans(ground.years)}. "
        f"Poin adalah penurunan nilai mandiri {ground.last} bila kegiatan itu, beserta yang "
        f"menunggunya, tidak dilaksanakan; poin antarkegiatan tidak dapat dijumlahkan.{missed}"
    )


def leaning(agenda: Agenda) -> str:
    """Say what the table of dependencies holds."""
    if not agenda.leanings:
        return "Tidak ada kegiatan yang harus menunggu kegiatan pelaksana lain."
    how_many = count(len({row.needed for row in agenda.leanings}), "kegiatan", start=True)
    return (
        f"{how_many} ditunggu pelaksana lain: sebagai prasyarat, atau sebagai paket yang poinnya "
        "baru diperoleh bila seluruh anggotanya selesai."
    )


def rest(left: Sequence[object], noun: str, sheet: str) -> str:
    """Say how many rows are not shown and where they stand; empty where all are."""
    if not left:
        return ""
    return f"… dan {count(len(left), noun)} lainnya, lihat lembar {sheet} pada {ANNEX}."


def note(ground: Ground) -> str:
    """Say where all rows stand and how much rests on assumptions."""
    return f"Seluruh baris dan kodenya dimuat pada {ANNEX}. {assumed.share(ground.plan)}"
