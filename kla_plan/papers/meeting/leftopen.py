"""What the meeting pack cannot know."""

from collections.abc import Iterator, Sequence

from kla_plan.gaps.evidence import NOT_STATED
from kla_plan.indonesian import number
from kla_plan.papers.deciding.ground import Ground
from kla_plan.papers.meeting.components import GOVERNMENT
from kla_plan.papers.meeting.facts import Agenda
from kla_plan.papers.paper import OpenPoint
from kla_plan.report.sentences.words import spans
from kla_plan.report.word.facts import women_and_children_agency


def open_points(ground: Ground, agendas: Sequence[Agenda]) -> tuple[OpenPoint, ...]:
    """Return what is left to be filled in or checked."""
    return tuple(_found(ground, agendas))


def _found(ground: Ground, agendas: Sequence[Agenda]) -> Iterator[OpenPoint]:
    secretariat = women_and_children_agency(ground.plan.pack.profile)
    yield OpenPoint(
        "Kepala setiap bahan",
        f"Hari, tanggal, dan tempat {number(len(agendas))} rapat",
        secretariat,
    )
    everything = agendas[-1]
    for component in everything.components:
        if component.name != GOVERNMENT and not component.leads and not component.supports:
            yield OpenPoint(
                "Unsur yang diundang",
                f"Wakil unsur {component.name.lower()}: belum ada pada tabel opd",
                secretariat,
            )
    unknown = sum(row.status == NOT_STATED for row in everything.unproven)
    if unknown:
        yield OpenPoint(
            "Data dukung yang perlu dibawa ke rapat",
            f"Status data dukung {number(unknown)} pertanyaan (tabel bukti atau kolom "
            "status_bukti)",
            "Pemegang data dukung",
        )
    if any(row.rule == "bukti" for row in everything.decisions):
        yield OpenPoint(
            "Keputusan yang diperlukan",
            "Tanggal penilaian mandiri berikutnya menurut jadwal resmi",
            secretariat,
        )
    if any(row.rule == "dukungan" for row in everything.decisions):
        yield OpenPoint(
            "Keputusan yang diperlukan",
            "Kesepakatan tertulis antara penanggung jawab dan OPD pendukung, bila sudah ada",
            "Sekretaris Daerah",
        )
    if ground.missed:
        yield OpenPoint(
            "Usulan kegiatan",
            f"Realisasi tahun {spans(ground.missed)} (tabel realisasi)",
            "Bappeda dan OPD",
        )
