"""Template of the sheets of all kecamatan: overview, rules, questions, one sheet each."""

from kla_plan.papers.regions.template.missing import without_table
from kla_plan.papers.regions.template.pieces import larger_matrix, question_table
from kla_plan.papers.regions.template.sheet import kecamatan_sheets
from kla_plan.report.word.template.parts import Builder, Col, Grid
from kla_plan.report.word.template.short import draft_notice, opening, running_head

#: File name of the template.
REGION = "lembar_wilayah.docx"


def region_sheets(book: Builder) -> None:
    """Write the whole template."""
    larger_matrix(book.document)
    running_head(book, "Lembar wilayah RAD KLA {{ dokumen.nama }} {{ dokumen.periode }}")
    opening(
        book,
        ("RENCANA AKSI DAERAH", "MENURUT KECAMATAN DAN {{ wilayah.sebutan_besar }}"),
        "{{ dokumen.nama }} · Tahun {{ dokumen.periode }}",
    )
    draft_notice(book)
    book.tag("if wilayah.ada")
    _overview(book)
    _rules(book)
    _reach(book)
    _questions(book)
    _whole(book)
    kecamatan_sheets(book)
    book.tag("else")
    without_table(book)
    book.tag("endif")


def _overview(book: Builder) -> None:
    book.heading(2, "1. Ringkasan")
    book.text(
        "Berkas ini menyebar kegiatan RAD KLA ke {{ wilayah.banyak }}. Sebarannya adalah usulan "
        "untuk dibahas dan disepakati bersama camat, lurah, dan kepala desa; selama belum "
        "disepakati, yang mengikat tetap volume dan pagu rencana induk. {{ wilayah.kalimat }}"
    )
    book.caption("Tabel", "1", "Anggaran menurut kecamatan dan tahun (juta rupiah)")
    book.grid(
        Grid(
            [
                Col("Kecamatan", "{{ k.nama }}", 38, total="Seluruh rencana"),
                Col("{{ wilayah.sebutan_judul }}", "{{ k.bagian }}", 25, number=True),
                Col(
                    "{{ t }}", "{% cellbg s.warna %}{{ s.teks }}", 13, number=True,
                    head_loop="t in wilayah.tahun", loop="s in k.tahun",
                    total="{{ s }}", total_loop="s in wilayah.jumlah",
                ),
                Col("Jumlah", "{{ k.jumlah }}", 18, number=True, total="{{ wilayah.seluruh }}"),
            ],
            rows="k in panas",
            total=True,
        )
    )  # fmt: skip
    book.text(
        "Warna lebih gelap berarti anggaran lebih besar. Angka dibulatkan ke juta rupiah; "
        "rupiah penuh terdapat pada buku kerja.",
        "Catatan",
    )


def _rules(book: Builder) -> None:
    book.heading(2, "2. Cara Menyebar")
    book.text(
        "a.\tKegiatan disebar bila satuannya menghitung wilayah: satu satuan volume melayani "
        "satu kecamatan, kelurahan, atau desa. Kegiatan lain tetap di tingkat "
        "{{ dokumen.jenis_judul | lower }}.",
        "Butir",
    )
    book.text(
        "b.\tKegiatan yang hasilnya bertahan melayani setiap wilayah satu kali lebih dahulu; "
        "wilayah yang sudah dilayani tetap terhitung. Kegiatan yang berulang setiap tahun "
        "melayani wilayah yang sama dan menambah wilayah baru bila volumenya naik.",
        "Butir",
    )
    book.text(
        "c.\tWilayah baru setiap tahun dibagi antarkecamatan dengan sisa pembagian terbesar, "
        "{{ wilayah.dasar }}.",
        "Butir",
    )
    book.text(
        "d.\tRupiah mengikuti volume, termasuk pemeliharaan hasil tahun sebelumnya. Biaya tetap "
        "kegiatan tinggal di tingkat {{ dokumen.jenis_judul | lower }}. Volume dan rupiah semua "
        "wilayah ditambah yang tinggal sama persis dengan rencana induk.",
        "Butir",
    )


def _reach(book: Builder) -> None:
    book.heading(2, "3. Jangkauan Kegiatan")
    book.tag("if cakupan")
    book.caption("Tabel", "1", "Banyaknya wilayah yang dilayani menurut kegiatan dan tahun")
    book.grid(
        Grid(
            [
                Col("Kode", "{{ a.kode }}", 14),
                Col("Kegiatan", "{{ a.nama }}", 62),
                Col("Wilayah", "{{ a.wilayah }}", 16, number=True),
                Col(
                    "{{ t }}", "{% cellbg s.warna %}{{ s.teks }}", 12, number=True,
                    head_loop="t in wilayah.tahun", loop="s in a.tahun",
                ),
            ],
            rows="a in cakupan",
        )
    )  # fmt: skip
    book.text(
        "Untuk kegiatan yang hasilnya bertahan: wilayah yang sudah dilayani sampai tahun itu. "
        "Untuk kegiatan yang berulang: wilayah yang dilayani pada tahun itu. Warna lebih gelap "
        "berarti bagian yang lebih besar dari seluruh wilayah.",
        "Catatan",
    )
    book.tag("else")
    book.text("Rencana tidak memuat kegiatan yang satuannya menghitung wilayah.")
    book.tag("endif")


def _questions(book: Builder) -> None:
    book.heading(2, "4. Pertanyaan yang Bergantung pada Wilayah")
    book.tag("if pertanyaan")
    book.text("{{ wilayah.poin }}")
    book.tag("for i in pertanyaan")
    book.caption("Tabel", "1", "{{ i.judul }}")
    question_table(book, "q in i.baris", points=True)
    book.tag("endfor")
    book.text(
        "Poin per wilayah adalah poin maksimum dibagi banyaknya wilayah: ukuran besarnya peran "
        "satu wilayah, bukan poin resmi, karena jawaban dinilai menurut anak tangga cakupan.",
        "Catatan",
    )
    book.tag("else")
    book.text("Instrumen ini tidak memuat indikator kecamatan dan desa/kelurahan.")
    book.tag("endif")


def _whole(book: Builder) -> None:
    book.heading(2, "5. Yang Tetap di Tingkat {{ dokumen.jenis_judul }}")
    book.text("{{ wilayah.tinggal }}")
    book.tag("if tinggal")
    book.caption("Tabel", "1", "Kegiatan dan biaya yang tidak disebar")
    book.grid(
        Grid(
            [
                Col("Satuan", "{{ s.satuan }}", 30, total="Jumlah"),
                Col("Kegiatan", "{{ s.kegiatan }}", 18, number=True),
                Col("Sebab tidak disebar", "{{ s.sebab }}", 78),
                Col(
                    "Anggaran (Rp)", "{{ s.rupiah }}", 34, number=True,
                    total="{{ wilayah.rupiah_tinggal }}",
                ),
            ],
            rows="s in tinggal",
            total=True,
        )
    )  # fmt: skip
    book.tag("endif")
