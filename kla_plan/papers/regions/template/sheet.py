"""The sheet of one kecamatan, repeated for all of them."""

from kla_plan.papers.regions.template.pieces import after_table, evidence_table
from kla_plan.report.word.template.parts import Band, Builder, Col, Grid


def kecamatan_sheets(book: Builder) -> None:
    """Write the sheet that is repeated for every kecamatan."""
    book.tag("for k in kecamatan")
    book.heading(1, "{{ k.judul }}", new_page=True)
    book.text(
        "Kode {{ k.kode }} · {{ k.isi }} · Jumlah anak: {{ k.anak }}. {{ k.kalimat }}",
    )
    book.tag("if k.kegiatan")
    book.caption("Tabel", "2", "Kegiatan yang diusulkan di {{ k.nama }}")
    book.grid(
        Grid(
            [
                Col("Kode", "{{ a.kode }}", 15),
                Col("Kegiatan", "{{ a.nama }}", 88, total="Jumlah"),
                Col(
                    "{{ t }}", "{{ v }}", 12, number=True,
                    head_loop="t in wilayah.tahun", loop="v in a.tahun",
                    total="", total_loop="t in wilayah.tahun",
                ),
                Col("Anggaran (Rp)", "{{ a.rupiah }}", 28, number=True, total="{{ k.rupiah }}"),
            ],
            rows="a in g.baris",
            bands=[Band("g in k.kegiatan", "{{ g.judul }}", "wilayah.kolom")],
            total=True,
            matrix=True,
        )
    )  # fmt: skip
    book.tag("endif")
    book.tag("if k.bagian")
    book.caption("Tabel", "2", "Giliran {{ k.sebutan }} di {{ k.nama }}")
    book.grid(
        Grid(
            [
                Col("{{ k.sebutan_judul }}", "{{ d.nama }}", 30),
                Col(
                    "{{ t }}", "{{ v }}", 18,
                    head_loop="t in wilayah.tahun", loop="v in d.tahun",
                ),
                Col("Anggaran (Rp)", "{{ d.rupiah }}", 21, number=True),
            ],
            rows="d in k.bagian",
            matrix=True,
        )
    )  # fmt: skip
    book.tag("endif")
    after_table(book, "{{ k.pertanyaan }}", "Isi Tabel")
    book.document.paragraphs[-1].paragraph_format.keep_with_next = True
    evidence_table(book, "k.bukti", "Data dukung yang dipegang {{ k.nama }}")
    after_table(
        book,
        "Tanggapan {{ k.pimpinan }}: disepakati / perlu diubah (coret yang tidak perlu). Tanda "
        "tangan: ________________",
        "Isi Tabel",
    )
    book.tag("endfor")
