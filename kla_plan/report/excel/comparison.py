"""``perbandingan.xlsx``: several plans side by side, one sheet per question."""

from itertools import chain
from pathlib import Path

from kla_plan.plan.plan import Plan
from kla_plan.report.excel.book import POINTS, RUPIAH, TEXT, WHOLE, Book, Column, workbook
from kla_plan.report.sentences.comparison import MET, NOTHING, settings_beside, since, wanted
from kla_plan.report.sentences.score import BASES
from kla_plan.report.sentences.words import spans
from kla_plan.report.tables import score_path
from kla_plan.report.tables.comparison import (
    Plans,
    activities_beside,
    ceilings_beside,
    predicates_beside,
    targets_beside,
)


def write_comparison_workbook(plans: Plans, target: Path) -> Path:
    """Write the workbook to the file ``target``.

    Sheets: Ringkasan, Per tahun, Predikat, Sasaran, Pengaturan, Pagu, Kegiatan; the last five
    hold only what differs or was asked for.
    """
    with workbook(target, "Perbandingan rencana KLA") as book:
        _overview(book, plans)
        _years(book, plans)
        _predicates(book, plans)
        _targets(book, plans)
        _settings(book, plans)
        _ceilings(book, plans)
        _activities(book, plans)
    return target


def _overview(book: Book, plans: Plans) -> None:
    columns = [
        Column("Rencana", TEXT, 28),
        Column("Skenario", TEXT, 20),
        Column("Tahun terakhir", WHOLE, 10),
        Column("Nilai mandiri (poin)", POINTS, 14),
        Column("Predikat mandiri", TEXT, 16),
        Column("Setelah verifikasi (poin)", POINTS, 16),
        Column("Predikat setelah verifikasi", TEXT, 16),
        Column("Anggaran seluruhnya (Rp)", RUPIAH, 20),
        Column("Kegiatan", WHOLE, 10),
        Column("Jarak terjauh dari rencana terbaik (%)", POINTS, 18),
    ]
    rows = [_overview_row(name, plan) for name, plan in plans.items()]
    book.sheet("Ringkasan", "Nilai dan predikat pada tahun terakhir.", columns, rows)


def _overview_row(name: str, plan: Plan) -> list[object]:
    last = plan.years[-1]
    gap = plan.proof.gap
    return [
        name,
        plan.scenario.nama,
        last,
        float(plan.score(last).total),
        plan.predicate(last),
        float(plan.verified_total(last)),
        plan.predicate(last, after_verification=True),
        plan.cost(),
        len(plan.activities),
        None if gap is None else round(100 * gap, 4),
    ]


def _years(book: Book, plans: Plans) -> None:
    columns = [
        Column("Rencana", TEXT, 28),
        Column("Tahun", WHOLE, 9),
        Column("Nilai mandiri (poin)", POINTS, 14),
        Column("Predikat mandiri", TEXT, 18),
        Column("Setelah verifikasi (poin)", POINTS, 16),
        Column("Predikat setelah verifikasi", TEXT, 18),
        Column("Anggaran (Rp)", RUPIAH, 20),
    ]
    names = [
        "tahun", "mandiri", "predikat_mandiri", "verifikasi", "predikat_verifikasi", "rupiah",
    ]  # fmt: skip
    rows = [
        [plan_name, *(row[name] for name in names)]
        for plan_name, plan in plans.items()
        for row in score_path(plan).iloc[1:].to_dict("records")
    ]
    book.sheet("Per tahun", "Anggaran menurut tahun pembayaran.", columns, rows)


def _predicates(book: Book, plans: Plans) -> None:
    columns = [Column("Menurut", TEXT, 36), Column("Predikat", TEXT, 18), *_plan_columns(plans)]
    rows = [
        [BASES[row.basis], row.predicate, *(since(*cell) for cell in row.since)]
        for row in predicates_beside(plans)
    ]
    note = "Tahun pertama predikat itu atau yang lebih tinggi diraih."
    book.sheet("Predikat", note, columns, rows, frozen=2)


def _targets(book: Book, plans: Plans) -> None:
    pairs = [(Column(f"{n}: poin", POINTS, 14), Column(n, TEXT, 14)) for n in plans]
    columns = [
        Column("Tahun", WHOLE, 9),
        Column("Menurut", TEXT, 36),
        Column("Sasaran", TEXT, 22),
        *chain(*pairs),
    ]
    rows = [
        [
            row.target.tahun,
            BASES[row.target.dasar],
            wanted(row.target),
            *chain(*((cell[0], MET[cell[1]]) if cell else (None, None) for cell in row.reached)),
        ]
        for row in targets_beside(plans)
    ]
    note = "Setiap sasaran salah satu skenario, diukur pada semua rencana."
    book.sheet("Sasaran", note, columns, rows, frozen=3)


def _settings(book: Book, plans: Plans) -> None:
    columns = [Column("Pengaturan", TEXT, 24), *_plan_columns(plans, 30)]
    rows = [[name, *values] for name, values in settings_beside(plans)]
    book.sheet("Pengaturan", "Hanya pengaturan skenario yang berbeda.", columns, rows)


def _ceilings(book: Book, plans: Plans) -> None:
    columns = [
        Column("Tahun", TEXT, 10),
        Column("Sumber dana", TEXT, 18),
        Column("OPD", TEXT, 24),
        *(Column(f"{name} (Rp)", RUPIAH, 20) for name in plans),
    ]
    rows = [
        [str(row.year or "semua"), row.fund or "semua", row.opd or "semua", *row.tops]
        for row in ceilings_beside(plans)
    ]
    note = "Hanya batas atas pagu yang berbeda, sesudah dikalikan faktor pagu."
    book.sheet("Pagu", note, columns, rows, frozen=3)


def _activities(book: Book, plans: Plans) -> None:
    pairs = [
        (Column(f"{n}: tahun", TEXT, 16), Column(f"{n} (Rp)", RUPIAH, 18, total=True))
        for n in plans
    ]
    columns = [
        Column("Kode", TEXT, 10),
        Column("Kegiatan", TEXT, 44),
        Column("OPD", TEXT, 20),
        Column("Klaster", TEXT, 10),
        *chain(*pairs),
    ]
    rows = [
        [
            row.code,
            row.name,
            row.opd,
            row.cluster,
            *chain(*((spans(c[0]), c[1]) if c else (NOTHING, None) for c in row.planned)),
        ]
        for row in activities_beside(plans)
    ]
    note = "Hanya kegiatan yang tidak direncanakan sama pada semua rencana."
    book.sheet("Kegiatan", note, columns, rows, frozen=2)


def _plan_columns(plans: Plans, width: float = 20) -> list[Column]:
    return [Column(name, TEXT, width) for name in plans]
