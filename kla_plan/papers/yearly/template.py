"""Template of the yearly plan (rencana aksi tahunan)."""

from kla_plan.papers.yearly.template_landscape import landscape_pages
from kla_plan.report.word.template.parts import Builder, Col, Grid
from kla_plan.report.word.template.short import draft_notice, opening, running_head


def yearly(book: Builder) -> None:
    """Write the whole template."""
    running_head(book, "Rencana Aksi Tahunan KLA {{ dokumen.nama }} {{ dokumen.tahun }}")
    opening(
        book,
        ("RENCANA AKSI TAHUNAN", "{{ dokumen.jenis_besar }} LAYAK ANAK"),
        "{{ dokumen.nama }} · Tahun {{ dokumen.tahun }}",
    )
    draft_notice(book)
    _target(book)
    _money(book)
    _bound(book)
    landscape_pages(book)


def _target(book: Builder) -> None:
    book.heading(2, "1. Target Tahun {{ dokumen.tahun }}")
    book.text("{{ target.kalimat }}")
    book.caption("Tabel", "1", "Target poin penilaian mandiri menurut klaster")
    book.grid(
        Grid(
            [
                Col("Klaster", "{{ baris.nama }}", 82, total="Jumlah"),
                Col(
                    "Akhir {{ dokumen.tahun_lalu }}", "{{ baris.awal }}", 26, number=True,
                    total="{{ target.awal }}",
                ),
                Col(
                    "Target {{ dokumen.tahun }}", "{{ baris.akhir }}", 26, number=True,
                    total="{{ target.akhir }}",
                ),
                Col("Perubahan", "{{ baris.ubah }}", 26, number=True, total="{{ target.ubah }}"),
            ],
            rows="baris in target.klaster",
            total=True,
        )
    )  # fmt: skip


def _money(book: Builder) -> None:
    book.heading(2, "2. Kebutuhan Anggaran")
    book.text("{{ anggaran.kalimat }}")
    book.tag("if anggaran.opd")
    book.caption("Tabel", "1", "Kebutuhan anggaran menurut penanggung jawab")
    book.grid(_sums("Penanggung jawab", "anggaran.opd", count="{{ anggaran.kegiatan }}"))
    book.tag("endif")
    book.tag("if dana")
    book.caption("Tabel", "1", "Kebutuhan anggaran menurut sumber dana")
    book.grid(_sums("Sumber dana", "dana", count=""))
    book.text(
        "Satu kegiatan dapat dibiayai beberapa sumber dana. Kolom tahun sebelum dan sesudahnya "
        "memuat seluruh kebutuhan rencana pada tahun itu, termasuk kegiatan yang baru dimulai.",
        "Catatan",
    )
    book.tag("endif")


def _sums(head: str, rows: str, count: str) -> Grid:
    return Grid(
        [
            Col(head, "{{ baris.nama }}", 64, total="Jumlah"),
            Col("Kegiatan", "{{ baris.kegiatan }}", 18, number=True, total=count),
            Col(
                "{{ dokumen.tahun_lalu }} (Rp)", "{{ baris.lalu }}", 26, number=True,
                total="{{ anggaran.lalu }}",
            ),
            Col(
                "Pagu {{ dokumen.tahun }} (Rp)", "{{ baris.pagu }}", 28, number=True,
                total="{{ anggaran.jumlah }}",
            ),
            Col(
                "{{ dokumen.tahun_depan }} (Rp)", "{{ baris.depan }}", 26, number=True,
                total="{{ anggaran.depan }}",
            ),
        ],
        rows=f"baris in {rows}",
        total=True,
    )  # fmt: skip


def _bound(book: Builder) -> None:
    book.heading(2, "3. Pembayaran Lanjutan dan Kewajiban Tahun Berikutnya")
    book.text("{{ lanjutan.kalimat }}")
    book.tag("if lanjutan.baris")
    book.caption("Tabel", "1", "Pembayaran lanjutan dan pemeliharaan tahun {{ dokumen.tahun }}")
    book.grid(
        Grid(
            [
                Col("Kegiatan", "{{ baris.nama }}", 49, total="Jumlah"),
                Col("Penanggung jawab", "{{ baris.opd }}", 33),
                Col("Keterangan", "{{ baris.catatan }}", 34),
                Col(
                    "Pagu (Rp)", "{{ baris.pagu }}", 23, number=True, total="{{ lanjutan.pagu }}"
                ),
                Col(
                    "Lanjutan (Rp)", "{{ baris.lanjutan }}", 23, number=True,
                    total="{{ lanjutan.jumlah }}",
                ),
            ],
            rows="baris in lanjutan.baris",
            total=True,
        )
    )  # fmt: skip
    book.tag("endif")
    book.tag("if lanjutan.kemudian")
    book.text("{{ lanjutan.kemudian }}")
    book.tag("endif")
