"""The sheets that are handed over: the actions, the RKPD and Renja inserts, and what lacks a code.

Their columns are those of the planning forms that were read: codes and names from urusan to sub
kegiatan, indicator, target, unit, place, fund, and the pagu of the year with those of the years
before and after (``pagu_n_lalu``, ``pagu_n_depan`` in SIPD's own tables).
"""

from collections.abc import Iterable, Sequence

from kla_plan.indonesian import half_up
from kla_plan.papers.yearly.line import Line, Sub, Year, fund_text
from kla_plan.papers.yearly.lines import subs
from kla_plan.papers.yearly.table import Field, field, write_table
from kla_plan.report.excel.book import POINTS, RUPIAH, TEXT, VOLUME, Book
from kla_plan.report.nomenclature import LEVELS, levels

ACTIONS, RKPD, RENJA, UNCODED, ELSEWHERE = (
    "Rencana aksi",
    "RKPD",
    "Renja",
    "Belum berkode",
    "Di luar RKPD",
)


def hand_over(book: Book, year: Year, lines: Sequence[Line], *, agency: bool) -> None:
    """Write the sheets for these lines; ``agency`` adds the column of the agency."""
    inside = [line for line in lines if not line.outside]
    coded = [line for line in inside if line.code]
    write_table(book, ACTIONS, _note(year), _with(agency, _actions(year)), lines, 2)
    write_table(
        book, RKPD, _rkpd_note(year), _with(agency, _rkpd(year)), subs(year, coded), 2 + agency
    )
    write_table(book, RENJA, _renja_note(year), _with(agency, _renja(year)), coded, 2 + agency)
    uncoded = [line for line in inside if not line.code]
    write_table(book, UNCODED, _UNCODED_NOTE, _with(agency, _uncoded(year)), uncoded, 2)
    outside = [line for line in lines if line.outside]
    if agency:
        write_table(book, ELSEWHERE, _ELSEWHERE_NOTE, _with(agency, _actions(year)), outside, 2)


def _with(agency: bool, fields: Sequence[Field]) -> Sequence[Field]:  # noqa: FBT001 - a column or none
    own = field("Perangkat daerah", TEXT, 28, lambda row: row.agency.nama)
    return (own, *fields) if agency else fields


def _note(year: Year) -> str:
    return (
        f"Seluruh aksi tahun {year.year}, juga yang belum berkode. Target kosong berarti tahun ini "
        "hanya membayar kelanjutan pekerjaan sebelumnya."
    )


def _rkpd_note(year: Year) -> str:
    return (
        f"Satu baris satu sub kegiatan. Pagu {year.year - 1} dan {year.year + 1} memuat seluruh "
        "aksi rencana ini pada sub kegiatan itu; sub kegiatan yang baru mulai sesudahnya tidak "
        "tercantum. " + _after_note(year)
    )


def _renja_note(year: Year) -> str:
    return f"Satu baris satu keluaran. {_after_note(year)}"


def _after_note(year: Year) -> str:
    if year.year + 1 in year.plan.years:
        return ""
    return (
        f"Pagu {year.year + 1} berada sesudah masa rencana: hanya kewajiban lanjutan dari "
        "pekerjaan rencana ini."
    )


_UNCODED_NOTE = (
    "Aksi ini belum dapat dimasukkan ke SIPD. Tetapkan kode sub kegiatan bersama Bappeda, lalu isi "
    "pada paket daerah."
)
_ELSEWHERE_NOTE = (
    "Instansi vertikal dan mitra tidak menyusun RKPD dan Renja daerah; usulkan ke rencana kerja "
    "masing-masing."
)


def _actions(year: Year) -> Sequence[Field]:
    clusters = year.plan.pack.instrument.clusters
    titles = year.plan.pack.nomenclature
    return (
        field("Kode sub kegiatan", TEXT, 18, lambda row: row.activity.sub_kegiatan),
        field("Sub kegiatan", TEXT, 34, lambda row: titles[row.code].nama if row.code else ""),
        field("Kode aksi", TEXT, 10, lambda row: row.activity.kegiatan),
        field("Aksi", TEXT, 42, lambda row: row.activity.nama),
        field(
            "Klaster", TEXT, 24,
            lambda row: clusters[
                year.plan.pack.instrument.cluster_of(row.activity.indikator)
            ].nama,
        ),
        field("Indikator KLA", TEXT, 28, lambda row: row.indicator),
        field("Indikator kinerja", TEXT, 32, lambda row: row.activity.indikator_kinerja),
        field("Satuan", TEXT, 12, lambda row: row.activity.satuan),
        field("Target", VOLUME, 10, lambda row: row.volumes[1]),
        field("Pagu (Rp)", RUPIAH, 18, lambda row: row.rupiah, total=True),
        field("Sumber dana", TEXT, 18, lambda row: fund_text(row.funds)),
        field("OPD pendukung", TEXT, 26, lambda row: "; ".join(row.activity.opd_pendukung)),
        field("Data dukung", TEXT, 36, lambda row: row.activity.data_dukung),
    )  # fmt: skip


def _rkpd(year: Year) -> Sequence[Field]:
    def title(place: int, attribute: str) -> Field:
        name, _ = LEVELS[place]
        head = name if attribute == "title" else f"Kode {name.lower()}"
        width = 30 if attribute == "title" else (18 if place > 3 else 13 if place > 1 else 8)

        def show(row: Sub) -> object:
            return getattr(levels(year.plan.pack, row.code)[place], attribute)

        return field(head, TEXT, width, show)

    codes = [title(place, part) for place in range(len(LEVELS)) for part in ("code", "title")]
    return (
        *codes[-2:],
        *codes[:-2],
        field("Indikator keluaran", TEXT, 40, _outputs),
        field(f"Target {year.year}", TEXT, 24, lambda row: _targets(row, 1)),
        field("Lokasi", TEXT, 26, lambda row: _joined(line.place for line in row.lines)),
        field("Sumber dana (Rp)", TEXT, 26, lambda row: fund_text(row.funds, amounts=True)),
        field(f"Pagu {year.year - 1} (Rp)", RUPIAH, 16, lambda row: row.before, total=True),
        field(f"Pagu {year.year} (Rp)", RUPIAH, 17, lambda row: row.rupiah, total=True),
        field(f"Target {year.year + 1}", TEXT, 24, lambda row: _targets(row, 2)),
        field(
            f"Prakiraan maju {year.year + 1} (Rp)", RUPIAH, 17, lambda row: row.after, total=True
        ),
        field("Catatan", TEXT, 36, lambda row: _joined(line.note for line in row.lines)),
    )


def _outputs(row: Sub) -> str:
    return _joined(line.output for line in row.lines)


def _targets(row: Sub, which: int) -> str:
    return _joined(line.target(which) for line in row.lines)


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))


def _renja(year: Year) -> Sequence[Field]:
    names = year.plan.pack.nomenclature
    return (
        field("Kode sub kegiatan", TEXT, 18, lambda row: row.code),
        field("Sub kegiatan", TEXT, 32, lambda row: names[row.code].nama),
        field("Kode aksi", TEXT, 10, lambda row: row.activity.kegiatan),
        field("Aksi", TEXT, 40, lambda row: row.activity.nama),
        field("Indikator keluaran", TEXT, 36, lambda row: row.output),
        field(f"Target {year.year - 1}", VOLUME, 10, lambda row: row.volumes[0]),
        field(f"Target {year.year}", VOLUME, 10, lambda row: row.volumes[1]),
        field(f"Target {year.year + 1}", VOLUME, 10, lambda row: row.volumes[2]),
        field("Satuan", TEXT, 13, lambda row: row.activity.satuan),
        field("Lokasi", TEXT, 24, lambda row: row.place),
        field("Sumber dana (Rp)", TEXT, 24, lambda row: fund_text(row.funds, amounts=True)),
        field(f"Pagu {year.year - 1} (Rp)", RUPIAH, 16, lambda row: row.before, total=True),
        field(f"Pagu {year.year} (Rp)", RUPIAH, 17, lambda row: row.rupiah, total=True),
        field("Di antaranya kewajiban lanjutan (Rp)", RUPIAH, 17, lambda row: row.carried,
              total=year.forward.split),
        field(
            f"Prakiraan maju {year.year + 1} (Rp)", RUPIAH, 17, lambda row: row.after, total=True
        ),
        field("Indikator hasil (KLA)", TEXT, 28, lambda row: row.indicator),
        field(f"Target poin indikator {year.year}", POINTS, 12, lambda row: half_up(row.points, 2)),
        field("Poin maksimum", POINTS, 11, lambda row: row.points_max),
        field("Program RPJMD", TEXT, 26, lambda row: row.activity.program_rpjmd),
        field("Catatan", TEXT, 34, lambda row: row.note),
    )  # fmt: skip


def _uncoded(year: Year) -> Sequence[Field]:
    return (
        field("Kode aksi", TEXT, 10, lambda row: row.activity.kegiatan),
        field("Aksi", TEXT, 42, lambda row: row.activity.nama),
        field("Sebab", TEXT, 30, lambda row: row.why_open),
        field("Program RPJMD", TEXT, 30, lambda row: row.activity.program_rpjmd),
        field("Indikator keluaran", TEXT, 36, lambda row: row.output),
        field(f"Target {year.year}", VOLUME, 10, lambda row: row.volumes[1]),
        field("Satuan", TEXT, 13, lambda row: row.activity.satuan),
        field("Sumber dana", TEXT, 18, lambda row: fund_text(row.funds)),
        field(f"Pagu {year.year} (Rp)", RUPIAH, 17, lambda row: row.rupiah, total=True),
        field("Kode sub kegiatan yang ditetapkan", TEXT, 22, lambda _row: None),
        field("Tanggal dan paraf", TEXT, 18, lambda _row: None),
    )
