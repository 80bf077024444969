"""The workbooks of the paper: one tracker for the task force, one for each holder."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Final

from kla_plan.indonesian import tanggal
from kla_plan.papers.evidence.facts import STATUSES, Facts, by_holder
from kla_plan.papers.evidence.holders import Level
from kla_plan.papers.evidence.ranking import Errand
from kla_plan.papers.evidence.readiness import Readiness
from kla_plan.papers.evidence.tracker import write_tracker_sheets
from kla_plan.report.excel.book import (
    POINTS,
    TEXT,
    WHOLE,
    Book,
    Column,
    file_name,
    free_path,
    workbook,
)
from kla_plan.report.sentences.words import capital

#: File name of the tracker of the task force.
TRACKER: Final = "pelacak_data_dukung.xlsx"
_FOLDERS: Final = {Level.AGENCY: "opd", Level.KECAMATAN: "kecamatan"}


def write_books(
    known: Facts, ready: Sequence[Readiness], ranked: Sequence[Errand], folder: Path
) -> tuple[Path, ...]:
    """Write the tracker of the task force first, then one workbook for each holder."""
    region = known.pack.profile.full_name
    paths = [folder / TRACKER]
    with workbook(paths[0], f"Pelacak data dukung KLA {region}") as book:
        write_tracker_sheets(book, known, known.pieces)
        _ranking(book, ranked)
        _questions(book, known)
        _readiness(book, known, ready)
    for holder, pieces in by_holder(known.pieces).items():
        if holder.level not in _FOLDERS:
            continue
        name = holder.code if holder.level is Level.AGENCY else holder.name
        place = folder / _FOLDERS[holder.level] / f"data_dukung_{file_name(name)}.xlsx"
        paths.append(free_path(place, [path for path in paths if path.parent == place.parent]))
        with workbook(paths[-1], f"Data dukung KLA {region} pada {holder.name}") as book:
            write_tracker_sheets(book, known, pieces)
    return tuple(paths)


def _ranking(book: Book, ranked: Sequence[Errand]) -> None:
    columns = (
        Column("Urutan", WHOLE, 8),
        Column("Bukti yang diambil", TEXT, 60),
        Column("Pemegang", TEXT, 50),
        Column("Melayani pertanyaan", TEXT, 40),
        Column("Banyaknya pertanyaan", WHOLE, 12),
        Column("Poin per bukti", POINTS, 12, total=True),
        Column("Tenggat", TEXT, 18),
    )
    rows = [
        (
            place,
            errand.text,
            "; ".join(holder.name for holder in errand.holders),
            ", ".join(errand.questions),
            len(errand.questions),
            errand.points,
            tanggal(errand.due) if errand.due else "belum diketahui",
        )
        for place, errand in enumerate(ranked, start=1)
    ]
    note = (
        "Poin setiap pertanyaan dibagi rata atas bukti yang belum lengkap; ukuran ini hanya untuk "
        "menyusun urutan."
    )
    book.sheet("Prioritas", note, columns, rows, frozen=2)


def _questions(book: Book, known: Facts) -> None:
    years, planned = known.claimed.years, known.claimed.planned
    columns = (
        Column("Pertanyaan", TEXT, 11),
        Column("Klaster", TEXT, 9),
        Column("Indikator", TEXT, 9),
        Column("Butir", TEXT, 56),
        Column("Status bukti", TEXT, 13),
        Column("Bukti terdaftar", WHOLE, 10),
        Column(f"Poin {known.claimed.year}", POINTS, 10, total=True),
        *(Column(f"Poin rencana {year}", POINTS, 10, total=True) for year in years),
        *(
            Column(f"Poin {known.claimed.year}: {word}", POINTS, 10, total=True)
            for word in STATUSES
        ),
    )
    pieces: dict[str, int] = {}
    for piece in known.pieces:
        pieces[piece.question] = pieces.get(piece.question, 0) + 1
    instrument = known.pack.instrument
    rows = []
    for code, question in instrument.questions.items():
        now, status = known.claimed.now[code], known.status[code]
        rows.append(
            (
                code,
                instrument.cluster_of(question.indikator),
                question.indikator,
                question.label,
                status,
                pieces.get(code, 0),
                now,
                *(planned[year].get(code, Fraction(0)) for year in years),
                *(now if status == word else None for word in STATUSES),
            )
        )
    note = (
        "Poin yang berstatus belum seluruhnya berisiko; yang berstatus sebagian dan belum dicatat "
        "ditunjukkan tersendiri karena bagian yang akan diakui tidak diketahui."
    )
    book.sheet("Pertanyaan", note, columns, rows, frozen=1)


def _readiness(book: Book, known: Facts, ready: Sequence[Readiness]) -> None:
    late = (Column("Lewat tenggat", WHOLE, 10, total=True),) if known.day is not None else ()
    columns = (
        Column("Pemegang", TEXT, 56),
        Column("Jenis", TEXT, 16),
        *(Column(f"Bukti {word}", WHOLE, 10, total=True) for word in STATUSES),
        *late,
        Column("Bukti untuk tahun berikutnya", WHOLE, 13, total=True),
        *(Column(f"Poin {word}", POINTS, 11, total=True) for word in STATUSES),
    )
    rows = [
        (
            capital(one.holder.name),
            one.holder.level.value,
            *(one.pieces[word] for word in STATUSES),
            *((one.overdue,) if late else ()),
            one.later,
            *(one.points[word] for word in STATUSES),
        )
        for one in ready
    ]
    note = (
        "Satu bukti dengan beberapa pemegang dihitung pada setiap pemegang; poin pertanyaan dibagi "
        "rata atas semua pemegang buktinya."
    )
    book.sheet("Kesiapan", note, columns, rows, frozen=1)
