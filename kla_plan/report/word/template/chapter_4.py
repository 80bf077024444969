"""BAB IV of the RAD KLA template: goals, targets and strategies."""

from kla_plan.report.word.template.parts import Band, Builder, Col, Grid


def chapter_4(book: Builder) -> None:
    """BAB IV Tujuan, Sasaran, Strategi, dan Target."""
    book.heading(1, "BAB IV\nTUJUAN, SASARAN, STRATEGI, DAN TARGET", new_page=True)
    book.heading(2, "4.1 Tujuan")
    book.text(
        "Tujuan penyelenggaraan KLA di {{ dokumen.nama }} adalah terpenuhinya hak anak dan "
        "terlindunginya anak secara terencana, menyeluruh, dan berkelanjutan, yang diukur dengan "
        "nilai dan predikat KLA. {{ bab4.tujuan }}"
    )
    book.heading(2, "4.2 Sasaran")
    book.text(
        "Sasaran ditetapkan menurut klaster, yaitu poin penilaian mandiri yang diraih pada akhir "
        "setiap tahun, sebagaimana disajikan pada Tabel 4.1. {{ bab4.laju }}"
    )
    book.caption("Tabel", "4", "Sasaran poin penilaian mandiri menurut klaster")
    book.grid(_clusters())
    book.picture("bab4.gambar_capaian")
    book.caption("Gambar", "4", "Sasaran capaian setiap klaster dari poin maksimumnya")
    book.caption("Tabel", "4", "Sasaran poin penilaian mandiri menurut indikator")
    book.grid(_indicators())
    book.heading(2, "4.3 Target Nilai dan Predikat")
    book.text("{{ bab4.jalur }}")
    book.each("kalimat in bab4.tonggak", "{{ kalimat }}")
    book.caption("Tabel", "4", "Target nilai dan predikat KLA per tahun")
    book.grid(
        Grid(
            [
                Col("Tahun", "{{ baris.tahun }}", 16),
                Col("Keadaan", "{{ baris.jenis }}", 24),
                Col("Penilaian mandiri (poin)", "{{ baris.mandiri }}", 27, number=True),
                Col("Predikat", "{{ baris.predikat_mandiri }}", 32),
                Col("Setelah verifikasi (poin)", "{{ baris.verifikasi }}", 27, number=True),
                Col("Predikat", "{{ baris.predikat_verifikasi }}", 32),
            ],
            rows="baris in bab4.target",
        )
    )
    book.text("{{ bab4.catatan_verifikasi }}", "Catatan")
    book.picture("bab4.gambar_nilai")
    book.caption("Gambar", "4", "Jalur nilai KLA dan batas predikat")
    _strategies(book)
    _by_cluster(book)


def _clusters() -> Grid:
    return Grid(
        [
            Col("Klaster", "{{ baris.nama }}", 46, total="Jumlah"),
            Col("Poin maks.", "{{ baris.maks }}", 13, number=True, total="{{ bab4.jumlah_maks }}"),
            Col(
                "{{ t }}", "{{ p }}", 13.5, number=True, head_loop="t in bab4.tahun",
                loop="p in baris.poin", total="{{ p }}", total_loop="p in bab4.jumlah",
            ),
        ],
        rows="baris in bab4.klaster",
        total=True,
    )  # fmt: skip


def _strategies(book: Builder) -> None:
    book.heading(2, "4.4 Arah Strategi")
    book.each("paragraf in bab4.arah_strategi", "{{ paragraf }}")
    book.tag("if bab4.strategi")
    book.caption("Tabel", "4", "Strategi, kegiatan, dan tambahan poin seluruh klaster")
    book.grid(
        Grid(
            [
                Col("Strategi", "{{ baris.nama }}", 66, total="Jumlah"),
                Col(
                    "Kegiatan", "{{ baris.kegiatan }}", 18, number=True,
                    total="{{ bab4.jumlah_strategi.kegiatan }}",
                ),
                Col(
                    "Anggaran (Rp)", "{{ baris.rupiah }}", 30, number=True,
                    total="{{ bab4.jumlah_strategi.rupiah }}",
                ),
                Col(
                    "Pertanyaan naik", "{{ baris.pertanyaan }}", 22, number=True,
                    total="{{ bab4.jumlah_strategi.pertanyaan }}",
                ),
                Col(
                    "Tambahan poin", "{{ baris.poin }}", 24, number=True,
                    total="{{ bab4.jumlah_strategi.poin }}",
                ),
            ],
            rows="baris in bab4.strategi",
            total=True,
        )
    )  # fmt: skip
    book.text(
        "Kegiatan dan anggaran dihitung pada strategi yang paling banyak dilayaninya; pertanyaan "
        "dan tambahan poin dihitung menurut jenis pertanyaan, sebelum batas maksimum indikator.",
        "Catatan",
    )
    book.tag("endif")


def _by_cluster(book: Builder) -> None:
    book.heading(2, "4.5 Sasaran dan Strategi Menurut Klaster")
    book.tag("for k in bab4.uraian")
    book.heading(3, "{{ k.judul }}")
    book.text("{{ k.sasaran }}")
    book.tag("for s in k.strategi")
    paragraph = book.text("–\t", "Butir")
    paragraph.add_run("{{ s.nama }}.").bold = True
    paragraph.add_run(" {{ s.uraian }}")
    book.tag("endfor")
    book.tag("endfor")


def _indicators() -> Grid:
    return Grid(
        [
            Col("No.", "{{ baris.nomor }}", 10),
            Col("Indikator", "{{ baris.nama }}", 51),
            Col("Poin maks.", "{{ baris.maks }}", 11, number=True),
            Col(
                "{{ t }}", "{{ p }}", 11, number=True, head_loop="t in bab4.tahun",
                loop="p in baris.poin",
            ),
        ],
        rows="baris in k.indikator",
        bands=[Band("k in bab4.uraian", "{{ k.nama }}", "bab4.kolom_indikator")],
    )  # fmt: skip
