"""``integrasi_program.xlsx``: every running programme with what it is matched to."""

from pathlib import Path

from kla_plan.pack.model import Pack
from kla_plan.papers.integration.facts import Integration
from kla_plan.plan.plan import Plan
from kla_plan.plan.spent import spent_by_year
from kla_plan.report.excel.book import RUPIAH, TEXT, WHOLE, Column, workbook

_PROGRAMMES = (
    Column("Program", TEXT, 12), Column("Tahun", WHOLE, 8), Column("OPD", TEXT, 18),
    Column("Nama", TEXT, 50), Column("Sub kegiatan", TEXT, 20),
    Column("Anggaran (Rp)", RUPIAH, 18, total=True), Column("Sumber dana", TEXT, 14),
    Column("Dasar keterkaitan", TEXT, 26), Column("Pasti", TEXT, 8),
    Column("Indikator KLA", TEXT, 22), Column("Kegiatan RAD KLA", TEXT, 50),
    Column("Konfirmasi OPD", TEXT, 20),
)  # fmt: skip
_OVERLAPS = (
    Column("Kegiatan", TEXT, 12), Column("Nama", TEXT, 60), Column("OPD", TEXT, 18),
    Column("Tahun", WHOLE, 8), Column("Menurut RAD KLA (Rp)", RUPIAH, 20, total=True),
    Column("Program berjalan (Rp)", RUPIAH, 20, total=True),
    Column("Paling banyak tertutup (Rp)", RUPIAH, 20, total=True),
)  # fmt: skip
_NEW = (
    Column("Kegiatan", TEXT, 12), Column("Nama", TEXT, 60), Column("OPD", TEXT, 18),
    Column("Tahun", WHOLE, 8), Column("Menurut RAD KLA (Rp)", RUPIAH, 20, total=True),
    Column("Paling banyak tertutup (Rp)", RUPIAH, 20, total=True),
    Column("Belanja baru sekurangnya (Rp)", RUPIAH, 20, total=True),
)  # fmt: skip


def write_book(plan: Plan, current: Pack, facts: Integration, folder: Path) -> Path:
    """Write the workbook; sums of *Belanja baru* are those of the plan to the rupiah."""
    path = folder / "integrasi_program.xlsx"
    with workbook(path, f"Integrasi program {plan.pack.profile.full_name}") as book:
        book.sheet(
            "Program berjalan",
            "Kolom terakhir diisi OPD; yang belum pasti ditulis pada lembar program_berjalan.",
            _PROGRAMMES,
            [
                (row.program, row.tahun, row.opd, row.nama, row.sub_kegiatan, row.pagu,
                 row.sumber_dana, str(match.ground), "ya" if match.sure else "tidak",
                 ";".join(match.indicators), _names(current, match.activities), None)
                for match in facts.matches for row in (match.programme,)
            ],
            frozen=4,
        )  # fmt: skip
        activities = plan.pack.activities
        book.sheet(
            "Sudah berjalan",
            "Kegiatan RAD KLA yang pasti sama dengan program berjalan pada tahun yang sama.",
            _OVERLAPS,
            [
                (row.activity, activities[row.activity].nama, activities[row.activity].opd,
                 row.year, row.planned, row.running, row.covered)
                for row in facts.overlaps
            ],
            frozen=2,
        )  # fmt: skip
        book.sheet(
            "Belanja baru",
            "Seluruh belanja RAD KLA menurut kegiatan dan tahun.",
            _NEW,
            _new(plan, facts),
            frozen=2,
        )
    return path


def _names(pack: Pack, codes: tuple[str, ...]) -> str:
    return "; ".join(f"{code} {pack.activities[code].nama}" for code in codes)


def _new(plan: Plan, facts: Integration) -> list[tuple[object, ...]]:
    covered = {(row.activity, row.year): row.covered for row in facts.overlaps}
    rows: list[tuple[object, ...]] = []
    for (activity, year), rupiah in sorted(spent_by_year(plan).items()):
        row, taken = plan.pack.activities[activity], covered.get((activity, year), 0)
        rows.append((activity, row.nama, row.opd, year, rupiah, taken, rupiah - taken))
    return rows
