"""``lampiran_rakor.xlsx``: every row of every meeting, of which the pages show the first ones."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from kla_plan.indonesian import join
from kla_plan.papers.deciding.ground import Ground
from kla_plan.papers.deciding.leaning import support
from kla_plan.papers.meeting.facts import Agenda
from kla_plan.papers.meeting.phrases import ANNEX
from kla_plan.report.excel.book import POINTS, RUPIAH, TEXT, WHOLE, Column, workbook
from kla_plan.report.sentences.words import spans

_MEETING = Column("Rapat", TEXT, 26)
type Rows = Iterable[Sequence[object]]


def write_annex(ground: Ground, agendas: Sequence[Agenda], folder: Path) -> Path:
    """Write the annex; rows of the cluster meetings are not repeated for the plenary."""
    profile = ground.plan.pack.profile
    with workbook(folder / ANNEX, f"Lampiran rakor {profile.full_name}") as book:
        for name, note, columns, rows, everywhere in _sheets(ground):
            chosen = [a for a in agendas if everywhere or not a.meeting.plenary]
            table = [
                (agenda.meeting.title, *row) for agenda in chosen for row in rows(ground, agenda)
            ]
            book.sheet(name, note, (_MEETING, *columns), table, frozen=2)
    return folder / ANNEX


def _sheets(
    ground: Ground,
) -> tuple[tuple[str, str, Sequence[Column], Callable[[Ground, Agenda], Rows], bool], ...]:
    base, last = ground.plan.pack.profile.base_year, ground.last
    points = f"Poin {last}"
    hang = f"Poin nilai mandiri {last} yang bergantung pada kegiatan; tidak dapat dijumlahkan."
    shared = " Pleno membahas seluruh baris."
    code, name = Column("Kode", TEXT, 10), Column("Kegiatan", TEXT, 50)
    return (
        (
            "Kedudukan",
            "Poin penilaian mandiri menurut indikator; pada pleno menurut klaster.",
            (code, Column("Nama", TEXT, 50), Column("Poin maks.", POINTS, 11),
             Column(f"Akhir {base}", POINTS, 11), Column(f"Rencana {last}", POINTS, 11)),
            _standing,
            True,
        ),
        (
            "Kesenjangan",
            f"Pertanyaan yang masih kekurangan poin, terbesar lebih dahulu.{shared}",
            (code, Column("Pertanyaan", TEXT, 60), Column("Pemegang", TEXT, 36),
             Column("Kurang", POINTS, 10), Column(f"Naik sampai {last}", POINTS, 11),
             Column("Menurut rencana", TEXT, 22)),
            _shortfalls,
            False,
        ),
        (
            "Data dukung",
            f"Poin yang sudah diakui tanpa data dukung lengkap.{shared}",
            (code, Column("Pertanyaan", TEXT, 60), Column("Pemegang", TEXT, 36),
             Column("Poin", POINTS, 10, total=True), Column("Status", TEXT, 14),
             Column("Bukti", TEXT, 60)),
            _unproven,
            False,
        ),
        (
            "Usulan kegiatan",
            hang + shared,
            (code, name, Column("OPD", TEXT, 20), Column("OPD pendukung", TEXT, 36),
             Column("Tahun", TEXT, 14), Column("Anggaran (Rp)", RUPIAH, 18, total=True),
             Column(points, POINTS, 10)),
            _proposals,
            False,
        ),
        (
            "Ketergantungan",
            hang,
            (code, name, Column("OPD", TEXT, 20), Column("Tahun", WHOLE, 8),
             Column("Ikatan", TEXT, 12), Column("Ditunggu oleh", TEXT, 60),
             Column(points, POINTS, 10)),
            _leanings,
            True,
        ),
        (
            "Dukungan OPD",
            "Banyaknya kegiatan yang menyebut OPD sebagai pendukung.",
            (Column("OPD", TEXT, 26), Column("Kegiatan", WHOLE, 10)),
            _support,
            True,
        ),
        (
            "Keputusan",
            "Hal yang perlu diputuskan; kolom terakhir diisi dalam rapat.",
            (Column("No.", WHOLE, 6), Column("Hal yang diputuskan", TEXT, 70),
             Column("Pilihan", TEXT, 60), Column("Batas waktu", TEXT, 26),
             Column("Pemutus", TEXT, 30), Column("Anggaran (Rp)", RUPIAH, 18),
             Column("Poin", POINTS, 10), Column("Rincian", TEXT, 40),
             Column("Keputusan rapat", TEXT, 40)),
            _decisions,
            True,
        ),
    )  # fmt: skip


def _standing(_: Ground, agenda: Agenda) -> Rows:
    for bar in agenda.standing.bars:
        yield bar.code, bar.name, float(bar.maximum), float(bar.now), float(bar.after)


def _shortfalls(ground: Ground, agenda: Agenda) -> Rows:
    for row in agenda.shortfalls:
        yield (
            row.question, row.label, join(row.holders), float(row.missing), float(row.gained),
            row.outlook(ground.last),
        )  # fmt: skip


def _unproven(_: Ground, agenda: Agenda) -> Rows:
    for row in agenda.unproven:
        yield (
            row.question, row.label, join(row.holders), float(row.points), row.status, row.pieces,
        )  # fmt: skip


def _proposals(_: Ground, agenda: Agenda) -> Rows:
    for row in agenda.proposals:
        yield (
            row.activity, row.name, row.agency, join(row.supporters), spans(row.years), row.rupiah,
            float(row.points),
        )  # fmt: skip


def _leanings(ground: Ground, agenda: Agenda) -> Rows:
    activities = ground.plan.pack.activities
    for row in agenda.leanings:
        waiting = [
            f"{code} {activities[code].nama} ({activities[code].opd})" for code in row.waiting
        ]
        yield (
            row.needed, activities[row.needed].nama, row.agency, row.year, row.kind,
            "; ".join(waiting), float(row.points),
        )  # fmt: skip


def _support(ground: Ground, agenda: Agenda) -> Rows:
    yield from support(ground, agenda.meeting.clusters)


def _decisions(_: Ground, agenda: Agenda) -> Rows:
    for place, row in enumerate(agenda.decisions, start=1):
        yield (
            place, row.matter, "\n".join(row.options), row.due, row.who, row.rupiah,
            None if row.points is None else float(row.points), "; ".join(row.codes), None,
        )  # fmt: skip
