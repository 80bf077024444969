"""Template of the sheets of the kelurahan and desa of one kecamatan."""

from kla_plan.papers.regions.template.pieces import (
    after_table,
    evidence_table,
    larger_matrix,
    question_table,
)
from kla_plan.report.word.template.parts import Builder, Col, Grid
from kla_plan.report.word.template.short import draft_notice, opening, running_head

#: File name of the template.
PART = "lembar_kelurahan.docx"


def part_sheets(book: Builder) -> None:
    """Write the whole template: what holds for all, then one sheet or one block each."""
    larger_matrix(book.document)
    running_head(book, "RAD KLA {{ dokumen.nama }} {{ dokumen.periode }} · {{ kecamatan.nama }}")
    opening(
        book,
        ("LEMBAR {{ kecamatan.sebutan_besar }}", "{{ kecamatan.nama_besar }}"),
        "{{ dokumen.nama }} · Tahun {{ dokumen.periode }}",
    )
    draft_notice(book)
    book.text(
        "{{ kecamatan.kalimat }} Giliran setiap {{ kecamatan.sebutan }} adalah usulan yang perlu "
        "disepakati; volume dan pagu rencana induk tidak berubah karenanya."
    )
    book.tag("if kegiatan")
    book.caption("Tabel", "1", "Kegiatan yang sampai ke {{ kecamatan.sebutan }} dan data dukungnya")
    book.grid(
        Grid(
            [
                Col("Kode", "{{ a.kode }}", 14),
                Col("Kegiatan", "{{ a.nama }}", 52),
                Col("Penanggung jawab", "{{ a.opd }}", 34),
                Col("Pertanyaan", "{{ a.pertanyaan }}", 20),
                Col("Data dukung yang disiapkan", "{{ a.bukti }}", 46),
            ],
            rows="a in kegiatan",
        )
    )
    book.tag("endif")
    book.tag("if pertanyaan")
    book.caption("Tabel", "1", "Pertanyaan yang dihitung dari setiap {{ kecamatan.sebutan }}")
    question_table(book, "q in pertanyaan", points=False)
    book.tag("endif")
    book.tag("if penuh")
    _pages(book)
    book.tag("else")
    _blocks(book)
    book.tag("endif")


def _pages(book: Builder) -> None:
    book.tag("for d in bagian")
    book.heading(1, "{{ d.judul }}", new_page=True)
    book.text("Kode {{ d.kode }} · {{ kecamatan.nama }} · Jumlah anak: {{ d.anak }}.")
    book.text("{{ d.kalimat }}")
    _table(book)
    after_table(book, "{{ d.pertanyaan }}")
    evidence_table(book, "d.bukti", "Data dukung yang dipegang {{ d.nama }}")
    book.heading(3, "Tanggapan")
    book.text(
        "Usulan ini disepakati / perlu diubah (coret yang tidak perlu). Perubahan yang diminta:"
    )
    for _ in range(3):
        book.text("_" * 70)
    book.text("{{ d.pimpinan }}, tanggal, nama, dan tanda tangan:")
    book.text("_" * 40)
    book.tag("endfor")


def _blocks(book: Builder) -> None:
    book.tag("for d in bagian")
    book.heading(3, "{{ d.nama }} ({{ d.kode }})")
    _table(book)
    book.tag("if not d.kegiatan")
    book.text("{{ d.kalimat }}", "Catatan")
    book.tag("endif")
    evidence_table(book, "d.bukti", "Data dukung yang dipegang {{ d.nama }}")
    book.tag("endfor")


def _table(book: Builder) -> None:
    book.tag("if d.kegiatan")
    book.grid(
        Grid(
            [
                Col("Kode", "{{ a.kode }}", 16),
                Col("Kegiatan", "{{ a.nama }}", 80, total="Jumlah"),
                Col("Tahun pelayanan", "{{ a.tahun }}", 28),
                Col("Anggaran (Rp)", "{{ a.rupiah }}", 36, number=True, total="{{ d.rupiah }}"),
            ],
            rows="a in d.kegiatan",
            total=True,
        )
    )
    book.tag("endif")
