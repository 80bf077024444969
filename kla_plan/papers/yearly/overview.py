"""The sheets that sum up a year: agencies, funds, the way into the budget, what is bound, dates."""

from collections.abc import Mapping, Sequence
from datetime import date

from kla_plan.pack.columns import Kegiatan
from kla_plan.papers.yearly.line import Line, Year
from kla_plan.papers.yearly.route import Need, stage, ways
from kla_plan.papers.yearly.route_words import renja_words, rkpd_words, rule
from kla_plan.papers.yearly.sums import Sums, agency_sums, fund_sums
from kla_plan.papers.yearly.table import Field, field, write_table
from kla_plan.report.calendar import calendar
from kla_plan.report.excel.book import RUPIAH, TEXT, WHOLE, Book

ROUTE, BOUND, CALENDAR, AGENCIES, FUNDS = (
    "Jalur anggaran",
    "Kewajiban lanjutan",
    "Kalender",
    "Per OPD",
    "Per sumber dana",
)


def write_sums(book: Book, year: Year) -> None:
    """Write the sums by agency and by fund."""
    rows = agency_sums(year)
    write_table(
        book, AGENCIES, "Pagu menurut penanggung jawab; tahun di luar rencana dikosongkan.",
        (
            *_sums(year, "Perangkat daerah atau lembaga"),
            field("Berkode (Rp)", RUPIAH, 17, lambda row: row.coded, total=True),
            field("Belum berkode (Rp)", RUPIAH, 17, lambda row: row.uncoded, total=True),
            field("Di luar RKPD (Rp)", RUPIAH, 17, lambda row: row.outside, total=True),
            field("Kewajiban lanjutan (Rp)", RUPIAH, 17, lambda row: row.carried,
                  total=year.forward.split),
        ),
        rows, 1,
    )  # fmt: skip
    note = "Pagu menurut sumber dana; satu aksi dapat dibiayai beberapa sumber."
    write_table(book, FUNDS, note, _sums(year, "Sumber dana"), fund_sums(year), 1)


def _sums(year: Year, head: str) -> tuple[Field, ...]:
    def money(when: int, show: str) -> Field:
        def value(row: Sums) -> object:
            return getattr(row, show)

        known = when in year.plan.years
        return field(f"Pagu {when} (Rp)", RUPIAH, 18, value, total=known)

    return (
        field(head, TEXT, 44, lambda row: row.name),
        field("Aksi", WHOLE, 8, lambda row: row.actions),
        money(year.year - 1, "before"),
        money(year.year, "rupiah"),
        money(year.year + 1, "after"),
    )


def write_route(
    book: Book, year: Year, needs: Sequence[Need], day: date | None, *, agency: bool
) -> None:
    """Write which way each need enters the budget."""
    where = stage(year.year, day)
    names = year.plan.pack.nomenclature

    def title(row: Need) -> str:
        return names[row.code].nama if row.coded else row.lines[0].activity.nama

    own = field("Perangkat daerah", TEXT, 28, lambda row: row.agency.nama)
    condition = "" if day else " bila belum lewat"
    fields = (
        *((own,) if agency else ()),
        field("Kode", TEXT, 18, lambda row: row.code),
        field("Sub kegiatan atau aksi", TEXT, 42, title),
        field("Keadaan pada RKPD", TEXT, 24, rkpd_words),
        field("Keadaan pada Renja", TEXT, 24, renja_words),
        field("Kebutuhan (Rp)", RUPIAH, 17, lambda row: row.needed, total=True),
        field("Di luar APBD (Rp)", RUPIAH, 15, lambda row: row.outside, total=True),
        field("Sudah dalam RKPD (Rp)", RUPIAH, 17, lambda row: row.listed, total=True),
        field("Belum dalam RKPD (Rp)", RUPIAH, 17, lambda row: row.lacking, total=True),
        field(
            f"Masuk KUA-PPAS {year.year}{condition} (Rp)", RUPIAH, 19,
            lambda row: ways(where, row.lacking)[0], total=True,
        ),
        field(
            f"Hanya melalui perubahan APBD {year.year}{condition and ' bila sudah lewat'} (Rp)",
            RUPIAH, 19, lambda row: ways(where, row.lacking)[1], total=True,
        ),
    )  # fmt: skip
    rows = [row for row in needs if row.needed]
    write_table(book, ROUTE, rule(year.year), fields, rows, 2 + agency)


def write_bound(book: Book, year: Year, agency: str = "") -> None:
    """Write what earlier deliveries cost in the year and what is bound after it.

    Parameters
    ----------
    agency
        Code of the one agency to write; empty for all of them, with a column that names it.
    """
    pack, known = year.plan.pack, year.forward
    lines = {line.activity.kegiatan: line for line in year.lines}

    def bound(when: int) -> Field:
        return field(
            f"{when} (Rp)", RUPIAH, 15,
            lambda row: known.bound[when].get(row.kegiatan, 0), total=True,
        )  # fmt: skip

    own = field("Perangkat daerah", TEXT, 28, lambda row: pack.opds[row.opd].nama)
    fields = (
        *(() if agency else (own,)),
        field("Kode aksi", TEXT, 10, lambda row: row.kegiatan),
        field("Aksi", TEXT, 42, lambda row: row.nama),
        field("Keterangan", TEXT, 34, lambda row: _of(lines, row, "note", "")),
        field(
            f"Pagu {year.year} (Rp)", RUPIAH, 17,
            lambda row: _of(lines, row, "rupiah", 0), total=True,
        ),
        field(
            f"Kewajiban {year.year} (Rp)", RUPIAH, 16,
            lambda row: known.carried.get(row.kegiatan, 0), total=True,
        ),
        *(bound(when) for when in sorted(known.bound)),
    )  # fmt: skip
    order = list(pack.opds)
    rows = [
        record
        for record in pack.activities.values()
        if record.kegiatan in known.codes and agency in {"", record.opd}
    ]
    rows.sort(key=lambda record: order.index(record.opd))
    note = (
        f"Kewajiban {year.year} timbul dari pekerjaan tahun sebelumnya; kolom tahun berikutnya "
        f"adalah yang mengikat karena pekerjaan sampai dengan {year.year}, sampai lima tahun "
        "setelah masa rencana."
    )
    write_table(book, BOUND, note, fields, rows, 1 if agency else 2)


def _of(lines: Mapping[str, Line], record: Kegiatan, attribute: str, default: object) -> object:
    line = lines.get(record.kegiatan)
    return default if line is None else getattr(line, attribute)


def write_calendar(book: Book, year: Year) -> None:
    """Write the steps of the year with their sources."""
    fields = (
        field("Kelompok", TEXT, 15, lambda row: row.group),
        field("Tahap", TEXT, 36, lambda row: row.name),
        field("Waktu", TEXT, 26, lambda row: row.months),
        field("Status", TEXT, 11, lambda row: row.status),
        field("Ketentuan yang diketahui", TEXT, 48, lambda row: row.rule),
        field("Yang dilakukan", TEXT, 44, lambda row: row.task),
        field("Sumber", TEXT, 60, lambda row: row.source),
    )
    note = "Perkiraan: bulannya disimpulkan dan harus disesuaikan dengan agenda daerah."
    write_table(book, CALENDAR, note, fields, calendar(year.year), 2)
