"""BAB III of the RAD KLA template: condition, problems and issues, cluster by cluster."""

from kla_plan.report.word.template.parts import Builder, Col, Grid


def chapter_3(book: Builder) -> None:
    """BAB III Kondisi, Permasalahan, dan Isu Strategis."""
    book.heading(1, "BAB III\nKONDISI, PERMASALAHAN, DAN ISU STRATEGIS", new_page=True)
    book.heading(2, "3.1 Gambaran Permasalahan")
    book.text(
        "Bab ini membaca lembar penilaian setiap klaster: berapa poin yang sudah diraih, "
        "pertanyaan jenis apa yang belum bernilai penuh, perangkat daerah mana yang memegangnya, "
        "dan sejauh mana kegiatan calon dapat menutupnya. Jawaban bernilai nol dibaca sebagai "
        "belum ada atau belum dapat dibuktikan, sedangkan jawaban bernilai sebagian dibaca sebagai "
        "sudah ada tetapi belum memenuhi jawaban tertinggi."
    )
    book.tag("if bab3.sebaran")
    book.text("{{ bab3.sebaran }}")
    book.tag("endif")
    book.tag("if bab3.ada_kesenjangan")
    book.text("{{ bab3.jenis }}")
    book.picture("bab3.gambar_sebab")
    book.caption("Gambar", "3", "Poin yang belum diraih menurut jenis pertanyaan dan klaster")
    book.tag("endif")
    book.tag("for k in bab3.klaster")
    book.heading(2, "{{ k.judul }}")
    book.heading(3, "Kondisi")
    book.each("paragraf in k.kondisi", "{{ paragraf }}")
    book.caption("Tabel", "3", "Kondisi indikator {{ dokumen.tahun_dasar }}: {{ k.sebutan }}")
    book.grid(_indicators())
    book.tag("if k.masalah")
    book.heading(3, "Permasalahan dan Penyebab")
    book.each("paragraf in k.masalah", "{{ paragraf }}")
    book.caption("Tabel", "3", "Pertanyaan dengan kesenjangan terbesar: {{ k.sebutan }}")
    book.grid(_questions())
    book.tag("if k.catatan")
    book.text("{{ k.catatan }}", "Catatan")
    book.tag("endif")
    book.tag("endif")
    book.tag("if k.isu")
    book.heading(3, "Isu Strategis")
    book.each("isu in k.isu", "–\t{{ isu }}", "Butir")
    book.tag("endif")
    book.tag("endfor")
    _summary(book)


def _indicators() -> Grid:
    return Grid(
        [
            Col("No.", "{{ baris.nomor }}", 11),
            Col("Indikator", "{{ baris.nama }}", 69, total="Jumlah"),
            Col("Poin maks.", "{{ baris.maks }}", 14, number=True, total="{{ k.jumlah.maks }}"),
            Col("Diraih", "{{ baris.poin }}", 15, number=True, total="{{ k.jumlah.poin }}"),
            Col(
                "Belum diraih", "{{ baris.selisih }}", 15, number=True,
                total="{{ k.jumlah.selisih }}",
            ),
            Col("Capaian", "{{ baris.capaian }}", 16, number=True, total="{{ k.jumlah.capaian }}"),
            Col(
                "Belum penuh", "{{ baris.pertanyaan }}", 20, number=True,
                total="{{ k.jumlah.pertanyaan }}",
            ),
        ],
        rows="baris in k.indikator",
        total=True,
    )  # fmt: skip


def _questions() -> Grid:
    return Grid(
        [
            Col("Kode", "{{ baris.kode }}", 15),
            Col("Pertanyaan", "{{ baris.bunyi }}", 70),
            Col("Jenis", "{{ baris.jenis }}", 25),
            Col("Jawaban", "{{ baris.jawaban }}", 16, number=True),
            Col("Belum diraih", "{{ baris.selisih }}", 16, number=True),
            Col("Kegiatan calon", "{{ baris.kandidat }}", 18, number=True),
        ],
        rows="baris in k.berat",
    )


def _summary(book: Builder) -> None:
    book.heading(2, "{{ bab3.nomor_ringkasan }} Ringkasan Isu Strategis")
    book.text("{{ bab3.ringkasan }}")
    book.caption("Tabel", "3", "Kesenjangan setiap klaster dan jangkauan kegiatan calon (poin)")
    book.grid(
        Grid(
            [
                Col("Klaster", "{{ baris.nama }}", 58, total="Jumlah"),
                Col(
                    "Belum diraih", "{{ baris.selisih }}", 18, number=True,
                    total="{{ bab3.jumlah.selisih }}",
                ),
                Col(
                    "Bagian", "{{ baris.bagian }}", 17, number=True,
                    total="{{ bab3.jumlah.bagian }}",
                ),
                Col("Jenis pertanyaan terbesar", "{{ baris.jenis }}", 29),
                Col(
                    "Terjangkau", "{{ baris.terjangkau }}", 20, number=True,
                    total="{{ bab3.jumlah.terjangkau }}",
                ),
                Col(
                    "Di luar jangkauan", "{{ baris.di_luar }}", 18, number=True,
                    total="{{ bab3.jumlah.di_luar }}",
                ),
            ],
            rows="baris in bab3.ringkasan_klaster",
            total=True,
        )
    )  # fmt: skip
    book.text(
        "Terjangkau: poin yang dapat diraih oleh seluruh kegiatan calon bersama-sama apabila pagu "
        "dan aturan tidak membatasi; kegiatan yang akhirnya terpilih dimuat pada Bab V.",
        "Catatan",
    )
    book.tag("if bab3.tak_terjangkau")
    book.heading(2, "{{ bab3.nomor_luar }} Pertanyaan di Luar Jangkauan Belanja")
    book.text("Nilai pertanyaan berikut tidak dinaikkan oleh kegiatan mana pun dalam rencana ini.")
    book.each("butir in bab3.tak_terjangkau", "–\t{{ butir }}", "Butir")
    book.tag("endif")
