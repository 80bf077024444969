"""``matriks.xlsx``: the whole plan as tables, totals as live formulas."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from kla_plan.plan.plan import Plan
from kla_plan.report.assumptions import assumptions
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
from kla_plan.report.sentences.assumed import share
from kla_plan.report.tables import (
    Dimension,
    budget,
    cluster_path,
    matrix,
    pagu_column,
    per_year,
    score_path,
    target_column,
)

_TEXTS = (
    ("klaster_nama", "Klaster", 22),
    ("indikator", "Kode indikator", 9),
    ("indikator_nama", "Indikator", 28),
    ("program_kode", "Kode program", 11),
    ("program", "Program", 26),
    ("giat_kode", "Kode kegiatan", 13),
    ("giat", "Kegiatan", 28),
    ("sub_kegiatan_kode", "Kode sub kegiatan", 18),
    ("sub_kegiatan", "Sub kegiatan", 30),
    ("program_rpjmd", "Program RPJMD", 24),
    ("kegiatan", "Kode aksi", 10),
    ("nama", "Aksi", 40),
    ("indikator_kinerja", "Indikator kinerja", 32),
    ("satuan", "Satuan", 12),
)
_ENDS = (
    ("sumber_dana", "Sumber dana", 18),
    ("opd", "OPD penanggung jawab", 18),
    ("opd_pendukung", "OPD pendukung", 24),
    ("data_dukung", "Data dukung", 32),
    ("asumsi", "Asumsi yang perlu dikonfirmasi", 36),
)


def write_matrix(plan: Plan, target: Path) -> Path:
    """Write the workbook of a plan to the file ``target``.

    Sheets: Matriks, Per tahun, Per OPD, Per klaster, Per sumber dana, Skor, Skor klaster, Asumsi.
    Totals are formulas whose stored values are the sums, so that they can be read without Excel.
    """
    span = f"{plan.years[0]}–{plan.years[-1]}"
    with workbook(target, f"RAD KLA {plan.pack.profile.full_name} {span}") as book:
        _matrix(book, plan)
        _per_year(book, plan)
        _budget(book, plan, "opd", "Per OPD", "OPD penanggung jawab")
        _budget(book, plan, "klaster", "Per klaster", "Klaster")
        _budget(book, plan, "sumber_dana", "Per sumber dana", "Sumber dana")
        _scores(book, plan)
        _clusters(book, plan)
        _assumptions(book, plan)
    return target


def _matrix(book: Book, plan: Plan) -> None:
    table = matrix(plan)
    columns = [
        *(Column(head, TEXT, width) for _, head, width in _TEXTS),
        Column("Baseline", VOLUME, 9),
        *(Column(f"Target {year}", VOLUME, 10) for year in plan.years),
        *(Column(f"Pagu {year} (Rp)", RUPIAH, 16, total=True) for year in plan.years),
        Column("Jumlah pagu (Rp)", RUPIAH, 17, total=True),
        *(Column(head, TEXT, width) for _, head, width in _ENDS),
    ]
    names = [
        *(name for name, _, _ in _TEXTS),
        "baseline",
        *(target_column(year) for year in plan.years),
        *(pagu_column(year) for year in plan.years),
        "pagu_total",
        *(name for name, _, _ in _ENDS),
    ]
    note = "Target dalam satuan volume; pagu dalam rupiah menurut tahun pembayaran."
    book.sheet("Matriks", note, columns, _rows(table, names), frozen=2)


def _per_year(book: Book, plan: Plan) -> None:
    columns = [
        Column("Tahun", WHOLE, 9),
        Column("Keadaan", TEXT, 14),
        Column("Kegiatan dilaksanakan", WHOLE, 14),
        Column("Anggaran (Rp)", RUPIAH, 20, total=True),
    ]
    rows = _rows(per_year(plan), ["tahun", "jenis", "kegiatan", "rupiah"])
    book.sheet("Per tahun", "Jumlah anggaran setiap tahun.", columns, rows)


def _budget(book: Book, plan: Plan, by: Dimension, name: str, head: str) -> None:
    columns = [
        Column("Kode", TEXT, 18),
        Column(head, TEXT, 44),
        *(Column(f"{year} (Rp)", RUPIAH, 17, total=True) for year in plan.years),
        Column("Jumlah (Rp)", RUPIAH, 18, total=True),
    ]
    rows = _rows(budget(plan, by), ["kode", "nama", *plan.years, "jumlah"])
    book.sheet(name, "Anggaran dalam rupiah menurut tahun pembayaran.", columns, rows, frozen=2)


def _scores(book: Book, plan: Plan) -> None:
    columns = [
        Column("Tahun", WHOLE, 9),
        Column("Keadaan", TEXT, 14),
        Column("Penilaian mandiri (poin)", POINTS, 18),
        Column("Predikat mandiri", TEXT, 20),
        Column("Perkiraan setelah verifikasi (poin)", POINTS, 20),
        Column("Predikat setelah verifikasi", TEXT, 20),
    ]
    names = [
        "tahun", "jenis", "mandiri", "predikat_mandiri", "verifikasi", "predikat_verifikasi",
    ]  # fmt: skip
    note = "Predikat resmi ditetapkan melalui evaluasi nasional."
    book.sheet("Skor", note, columns, _rows(score_path(plan), names))


def _clusters(book: Book, plan: Plan) -> None:
    years = [plan.pack.profile.base_year, *plan.years]
    columns = [
        Column("Klaster", TEXT, 46),
        Column("Poin maksimum", POINTS, 12, total=True),
        *(Column(f"{year} (poin)", POINTS, 12, total=True) for year in years),
    ]
    rows = _rows(cluster_path(plan), ["nama", "poin_maks", *years])
    book.sheet("Skor klaster", "Poin penilaian mandiri pada akhir tahun.", columns, rows)


def _assumptions(book: Book, plan: Plan) -> None:
    columns = [
        Column("Kelompok", TEXT, 22),
        Column("Asumsi", TEXT, 80),
        Column("Jumlah data", WHOLE, 12, total=True),
        Column("Berlaku untuk", TEXT, 50),
    ]
    rows = _rows(assumptions(plan), ["kelompok", "asumsi", "jumlah", "rincian"])
    book.sheet("Asumsi", share(plan), columns, rows)


def _rows(table: pd.DataFrame, names: Sequence[object]) -> list[list[object]]:
    return [[row[name] for name in names] for row in table.to_dict("records")]
