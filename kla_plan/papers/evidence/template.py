"""Template of the report on evidence (laporan data dukung)."""

from typing import Final

from kla_plan.report.word.template.parts import Builder, Col, Grid
from kla_plan.report.word.template.short import opening, running_head

EVIDENCE: Final = "data_dukung.docx"
_STATUS: Final = (
    ("Lengkap", "lengkap"), ("Sebagian", "sebagian"), ("Belum", "belum"), ("Belum dicatat", "tanpa")
)  # fmt: skip


def evidence(book: Builder) -> None:
    """Write the whole template: a short portrait report."""
    running_head(book, "Laporan Data Dukung KLA {{ dokumen.nama }}")
    opening(
        book,
        ("LAPORAN DATA DUKUNG", "{{ dokumen.jenis_besar }} LAYAK ANAK"),
        "{{ dokumen.nama }} · Nilai Tahun {{ dokumen.tahun }}",
    )
    book.tag("if dokumen.hari")
    book.text("{{ dokumen.hari }}", "Subtitle")
    book.tag("endif")
    book.text("Naskah ini masih berupa draf. {{ dokumen.usulan }}", "Kotak Draf")
    _summary(book)
    _holders(book)
    _kecamatan(book)
    _ranking(book)
    _later(book)
    _steps(book)


def _summary(book: Builder) -> None:
    book.heading(2, "1. Keadaan Data Dukung")
    book.each("kalimat in ringkasan", "{{ kalimat }}")
    book.caption("Tabel", "1", "Poin yang diklaim menurut klaster dan status bukti")
    columns = [Col("Klaster", "{{ b.nama }}", 62, total="Jumlah")]
    columns += [
        Col(head, f"{{{{ b.{name} }}}}", 20, number=True, total=f"{{{{ klaster.{name} }}}}")
        for head, name in (*_STATUS, ("Jumlah", "jumlah"))
    ]
    book.grid(Grid(columns, rows="b in klaster.baris", total=True))
    book.text(
        "Status suatu pertanyaan adalah lengkap bila semua buktinya lengkap, belum bila semua "
        "buktinya belum ada, dan sebagian bila keadaan buktinya berbeda-beda. Bila bukti belum "
        "didaftar, yang dipakai ialah status pada lembar jawaban. Jumlah pada tabel tidak "
        "memperhitungkan batas poin indikator.",
        "Catatan",
    )


def _holders(book: Builder) -> None:
    book.heading(2, "2. Kesiapan Perangkat Daerah dan Lembaga")
    book.text("{{ pemegang.kalimat }}")
    book.tag("if pemegang.baris")
    book.caption("Tabel", "1", "Bukti untuk nilai yang diklaim sekarang menurut pemegang")
    columns = [Col("Pemegang", "{{ b.nama }}", 58), Col("Bukti", "{{ b.bukti }}", 14, number=True)]
    columns += [Col(head, f"{{{{ b.{name} }}}}", 19, number=True) for head, name in _STATUS]
    columns.append(Col("Poin diklaim", "{{ b.poin }}", 18, number=True))
    columns.append(Col("Poin belum lengkap", "{{ b.terbuka }}", 18, number=True))
    book.grid(Grid(columns, rows="b in pemegang.baris"))
    book.text(
        "Satu bukti yang dipegang beberapa lembaga dihitung pada setiap lembaga. Poin setiap "
        "pertanyaan dibagi rata atas semua pemegang buktinya, termasuk kecamatan, sehingga jumlah "
        "seluruh pemegang sama dengan poin daerah.",
        "Catatan",
    )
    book.tag("endif")
    book.tag("if pemegang.grafik")
    book.picture("pemegang.grafik")
    book.caption("Gambar", "1", "Poin yang data dukungnya belum lengkap menurut pemegang")
    book.tag("endif")


def _kecamatan(book: Builder) -> None:
    book.heading(2, "3. Kesiapan Kecamatan")
    book.text("{{ kecamatan.kalimat }}")
    book.tag("if kecamatan.grafik")
    book.picture("kecamatan.grafik")
    book.caption("Gambar", "1", "Bukti menurut kecamatan dan status")
    book.tag("endif")


def _ranking(book: Builder) -> None:
    book.heading(2, "4. Bukti yang Didahulukan")
    book.tag("if prioritas")
    book.text(
        "Bukti diurutkan menurut poin yang bertumpu padanya. Poin setiap pertanyaan dibagi rata "
        "atas bukti yang belum lengkap; satu dokumen yang melayani beberapa pertanyaan menghimpun "
        "bagian dari semuanya. Urutan selengkapnya terdapat pada lembar Prioritas buku kerja "
        "pelacak."
    )
    book.caption("Tabel", "1", "Bukti yang didahulukan")
    book.grid(
        Grid(
            [
                Col("No.", "{{ b.nomor }}", 9, number=True),
                Col("Bukti", "{{ b.bukti }}", 52),
                Col("Pertanyaan", "{{ b.butir }}", 56),
                Col("Pemegang", "{{ b.pemegang }}", 36),
                Col("Poin per bukti", "{{ b.poin }}", 15, number=True),
            ],
            rows="b in prioritas",
        )
    )
    book.tag("else")
    book.text("Semua bukti untuk nilai yang diklaim sekarang sudah lengkap.")
    book.tag("endif")


def _later(book: Builder) -> None:
    book.heading(2, "5. Bukti untuk Nilai Rencana")
    book.text("{{ rencana.kalimat }}")
    book.tag("if rencana.baris")
    book.caption("Tabel", "1", "Poin rencana menurut keadaan buktinya")
    book.grid(
        Grid(
            [
                Col("Tahun", "{{ b.tahun }}", 18),
                Col("Poin rencana", "{{ b.poin }}", 26, number=True),
                Col("Sudah diklaim, bukti lengkap", "{{ b.lengkap }}", 30, number=True),
                Col("Sudah diklaim, bukti belum lengkap", "{{ b.terbuka }}", 34, number=True),
                Col("Tambahan yang memerlukan bukti baru", "{{ b.baru }}", 34, number=True),
                Col("Bukti baru mulai tahun itu", "{{ b.bukti }}", 26, number=True),
            ],
            rows="b in rencana.baris",
        )
    )
    book.text(
        "Poin rencana memperhitungkan batas poin indikator; tiga kolom sesudahnya belum.",
        "Catatan",
    )
    book.tag("endif")


def _steps(book: Builder) -> None:
    book.heading(2, "6. Tenggat dan Tindak Lanjut")
    book.tag("if tenggat")
    book.caption("Tabel", "1", "Tenggat bukti yang belum lengkap")
    book.grid(
        Grid(
            [
                Col("Tenggat", "{{ b.tanggal }}", 60),
                Col("Sisa waktu", "{{ b.sisa }}", 50),
                Col("Bukti belum lengkap", "{{ b.bukti }}", 50, number=True),
            ],
            rows="b in tenggat",
        )
    )
    book.tag("endif")
    for step in _STEPS:
        book.text(step, "Butir")


_STEPS: Final = (
    (
        "1.\tSekretariat gugus tugas, dalam hal ini {{ dokumen.dinas }}, membagikan buku kerja "
        "kepada setiap OPD, lembaga, dan kecamatan."
    ),
    (
        "2.\tPemegang bukti memeriksa usulan, mengisi status setiap bukti, dan mencantumkan "
        "tautan berkasnya."
    ),
    (
        "3.\tBukti yang didahulukan pada Bagian 4 diselesaikan lebih dahulu; bukti yang belum "
        "dapat diperoleh dilaporkan dalam rapat koordinasi."
    ),
    (
        "4.\tSekretariat memasukkan buku kerja yang kembali ke paket data dan menyusun ulang "
        "laporan ini sebelum penilaian mandiri diisi."
    ),
)
