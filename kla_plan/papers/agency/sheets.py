"""The workbook of one agency: what it does, pays, raises and owes, and the form to return."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from kla_plan.feedback.identity import Marks
from kla_plan.feedback.write import write_form
from kla_plan.papers.agency.dossier import Dossier, Duty
from kla_plan.papers.agency.words import (
    awaited_text,
    due_text,
    fund_name,
    funds_of,
    waits_text,
)
from kla_plan.plan.plan import Plan
from kla_plan.report.excel.book import (
    POINTS,
    RUPIAH,
    TEXT,
    VOLUME,
    WHOLE,
    Book,
    Column,
    workbook,
)

_POINT_NOTE: Final = (
    "Tambahan: poin rencana dikurangi poin awal. Pertanyaan yang dinaikkan beberapa OPD tercantum "
    "pada setiap OPD, sehingga jumlah antar-OPD tidak bermakna."
)
_EVIDENCE_NOTE: Final = (
    "Bukti dari pertanyaan yang dijawab OPD ini dan dari kegiatannya sendiri. Asal usulan berarti "
    "belum ditetapkan daerah. Tenggat yang kosong mengikuti kalender evaluasi yang belum diketahui."
)


def write_agency_book(plan: Plan, dossier: Dossier, marks: Marks, target: Path) -> Path:
    """Write the workbook of an agency."""
    title = f"Paket OPD {dossier.agency.nama}"
    with workbook(target, title) as book:
        _summary(book, plan, dossier, marks)
        _activities(book, plan, dossier)
        _money(book, plan, dossier)
        _points(book, dossier)
        _evidence(book, dossier)
        write_form(book, plan, dossier.agency.opd, marks)
    return target


def _summary(book: Book, plan: Plan, dossier: Dossier, marks: Marks) -> None:
    columns = (
        Column("Tahun", WHOLE, 9),
        Column("Kegiatan dilaksanakan", WHOLE, 16),
        Column("Anggaran (Rp)", RUPIAH, 20, total=True),
        Column("Tambahan poin pertanyaan yang dinaikkan", POINTS, 24),
        Column("Poin total yang hilang bila tidak dilaksanakan", POINTS, 24),
        Column("Poin pertanyaan yang dijawab OPD ini", POINTS, 24),
    )
    rows = [
        (
            year,
            dossier.active(year),
            dossier.paid(year),
            dossier.gain(year),
            dossier.lost[year],
            sum(stake.points[year] for stake in dossier.answered),
        )
        for year in dossier.years
    ]
    note = (
        f"{plan.pack.profile.full_name}. Sidik rencana {marks.plan}. Isi lembar Usulan "
        "perubahan, Kegiatan baru, dan Pagu OPD (sel kuning), lalu kembalikan buku kerja ini."
    )
    book.sheet("Ringkasan", note, columns, rows)


def _activities(book: Book, plan: Plan, dossier: Dossier) -> None:
    columns = (
        Column("Kode aksi", TEXT, 10),
        Column("Kegiatan", TEXT, 44),
        Column("Peran OPD", TEXT, 16),
        Column("Kode sub kegiatan", TEXT, 18),
        Column("Indikator KLA", TEXT, 30),
        Column("Indikator kinerja", TEXT, 34),
        Column("Satuan", TEXT, 12),
        *(Column(f"Volume {year}", VOLUME, 10) for year in dossier.years),
        *(Column(f"Anggaran {year} (Rp)", RUPIAH, 17, total=True) for year in dossier.years),
        Column("Anggaran seluruhnya (Rp)", RUPIAH, 18, total=True),
        Column("Sumber dana", TEXT, 18),
        Column("Penanggung jawab", TEXT, 16),
        Column("OPD pendukung", TEXT, 24),
        Column("Menunggu kegiatan", TEXT, 40),
        Column("Ditunggu kegiatan", TEXT, 40),
        Column("Data dukung", TEXT, 36),
    )
    rows = [_activity(plan, dossier, duty) for duty in dossier.duties]
    note = "Anggaran hanya diisi pada kegiatan yang menjadi tanggung jawab OPD ini."
    book.sheet("Kegiatan", note, columns, rows, frozen=2)


def _activity(plan: Plan, dossier: Dossier, duty: Duty) -> tuple[object, ...]:
    row = duty.activity
    indicator = plan.pack.instrument.indicators[row.indikator]
    money = [duty.paid(year) if duty.own else None for year in dossier.years]
    return (
        row.kegiatan,
        row.nama,
        "penanggung jawab" if duty.own else "pendukung",
        row.sub_kegiatan or "belum ditentukan",
        f"{row.indikator} {indicator.nama}",
        row.indikator_kinerja,
        row.satuan,
        *(duty.volumes.get(year) for year in dossier.years),
        *money,
        duty.rupiah if duty.own else None,
        "; ".join(fund_name(fund) for fund in funds_of([duty], plan.pack.funds)),
        row.opd,
        "; ".join(row.opd_pendukung),
        "\n".join(waits_text(link) for link in duty.waits),
        "\n".join(awaited_text(link) for link in duty.awaited),
        row.data_dukung,
    )


def _money(book: Book, plan: Plan, dossier: Dossier) -> None:
    columns = (
        Column("Kode aksi", TEXT, 10),
        Column("Kegiatan", TEXT, 46),
        Column("Sumber dana", TEXT, 22),
        *(Column(str(year), RUPIAH, 17, total=True) for year in dossier.years),
        Column("Jumlah", RUPIAH, 18, total=True),
    )
    rows = [
        _money_row(duty, fund, dossier.years)
        for duty in dossier.own
        for fund in funds_of([duty], plan.pack.funds)
    ]
    note = "Rupiah menurut kegiatan, sumber dana, dan tahun; harga tahun pembayaran."
    book.sheet("Anggaran", note, columns, rows, frozen=3)


def _money_row(duty: Duty, fund: str, years: Sequence[int]) -> tuple[object, ...]:
    amounts = [duty.spending.get((year, fund), 0) for year in years]
    return (duty.code, duty.activity.nama, fund_name(fund), *amounts, sum(amounts))


def _points(book: Book, dossier: Dossier) -> None:
    columns = (
        Column("Pertanyaan", TEXT, 11),
        Column("Bunyi", TEXT, 50),
        Column("Indikator", TEXT, 10),
        Column("Dijawab OPD ini", TEXT, 10),
        Column("Dinaikkan kegiatan", TEXT, 22),
        Column("OPD lain yang menaikkan", TEXT, 24),
        Column("Poin maksimum", POINTS, 11),
        Column("Poin awal", POINTS, 10),
        *(Column(f"Poin {year}", POINTS, 10) for year in dossier.years),
        *(Column(f"Tambahan {year}", POINTS, 11) for year in dossier.years),
    )
    rows = [
        (
            stake.code,
            stake.label,
            stake.indicator,
            "ya" if stake.answers else "tidak",
            "; ".join(stake.raised_by),
            "; ".join(stake.others),
            stake.maximum,
            stake.start,
            *(stake.points[year] for year in dossier.years),
            *(stake.gain(year) for year in dossier.years),
        )
        for stake in dossier.stakes
    ]
    book.sheet("Poin", _POINT_NOTE, columns, rows, frozen=2)


def _evidence(book: Book, dossier: Dossier) -> None:
    columns = (
        Column("Data dukung", TEXT, 56),
        Column("Pertanyaan", TEXT, 26),
        Column("Kegiatan", TEXT, 11),
        Column("Status", TEXT, 16),
        Column("Tenggat", TEXT, 20),
        Column("Dipakai sejak nilai tahun", WHOLE, 12),
        Column("Asal", TEXT, 10),
    )
    rows = [
        (
            piece.text,
            "; ".join(piece.questions),
            piece.activity,
            piece.status or "belum dicatat",
            f"{due_text(piece)}{' (lewat)' if piece.overdue else ''}",
            piece.since,
            "usulan" if piece.proposed else "daerah",
        )
        for piece in dossier.owed
    ]
    book.sheet("Data dukung", _EVIDENCE_NOTE, columns, rows)
