"""BAB V of the RAD KLA template."""

from docx.shared import Pt

from kla_plan.report.word.template.parts import Band, Builder, Col, Grid

_YEAR_WIDTH = 27


def chapter_5(book: Builder) -> None:
    """BAB V Rencana Aksi; the budget tables stand in a landscape section."""
    book.heading(1, "BAB V\nRENCANA AKSI", new_page=True)
    book.heading(2, "5.1 Gambaran Rencana Aksi")
    book.text("{{ bab5.gambaran }}")
    book.tag("if bab5.ada_kegiatan")
    book.picture("bab5.gambar_jadwal")
    book.caption("Gambar", "5", "{{ bab5.judul_jadwal }}")
    book.tag("endif")
    book.heading(2, "5.2 Rencana Aksi Menurut Klaster")
    book.text(
        "Uraian berikut memuat kegiatan setiap klaster: apa, siapa, kapan, berapa banyak, dan "
        "dengan dana dari mana; apa yang dinaikkannya; serta apa yang belum terjangkau. Kode "
        "kegiatan menghubungkan tabel kegiatan dengan tabel kenaikan jawaban. Target dan pagu "
        "setiap tahun dimuat pada Lampiran I."
    )
    book.tag("for k in bab5.klaster")
    _cluster(book)
    book.tag("endfor")
    _effects(book)
    _budget(book)


def _cluster(book: Builder) -> None:
    book.heading(3, "{{ k.judul }}")
    book.text("{{ k.teks }}")
    book.tag("if k.kegiatan")
    book.caption("Tabel", "5", "Ringkasan rencana aksi: {{ k.sebutan }}")
    book.grid(
        Grid(
            [
                Col("Kode", "{{ a.kode }}", 13),
                Col("Kegiatan", "{{ a.nama }}", 68, total="Jumlah"),
                Col("Penanggung jawab; sumber dana", "{{ a.opd }}\n{{ a.dana }}", 26),
                Col("Tahun; volume", "{{ a.tahun }}\n{{ a.volume }}", 29),
                Col("Pagu (Rp)", "{{ a.pagu }}", 24, number=True, total="{{ k.pagu }}"),
            ],
            rows="a in k.kegiatan",
            total=True,
        )
    )
    book.tag("endif")
    _after_table(book, "{{ k.dampak }}")
    book.tag("if k.naik")
    book.caption("Tabel", "5", "Kenaikan jawaban pertanyaan: {{ k.sebutan }}")
    book.grid(
        Grid(
            [
                Col("Kode", "{{ p.kode }}", 17),
                Col("Pertanyaan", "{{ p.bunyi }}", 61, total="Jumlah"),
                Col("Dari", "{{ p.dari }}", 13, number=True),
                Col("Menjadi", "{{ p.menjadi }}", 15, number=True),
                Col("Tahun naik", "{{ p.tahun }}", 19),
                Col("Kegiatan", "{{ p.kegiatan }}", 22),
                Col("Poin", "{{ p.poin }}", 15, number=True, total="{{ k.tambahan }}"),
            ],
            rows="p in k.naik",
            total=True,
        )
    )
    book.tag("endif")
    _after_table(book, "{{ k.sisa }}")


def _after_table(book: Builder, text: str) -> None:
    book.text(text).paragraph_format.space_before = Pt(8)


def _effects(book: Builder) -> None:
    book.heading(2, "5.3 Dampak yang Diharapkan")
    book.text("{{ bab5.dampak }}")
    book.picture("bab5.gambar_dampak")
    book.caption("Gambar", "5", "Poin setiap klaster pada akhir tahun {{ dokumen.tahun_akhir }}")
    book.caption(
        "Tabel", "5", "Pembagian poin setiap klaster pada akhir tahun {{ dokumen.tahun_akhir }}"
    )
    book.grid(
        Grid(
            [
                Col("Klaster", "{{ baris.nama }}", 56, total="Jumlah"),
                Col(
                    "Poin maks.", "{{ baris.maks }}", 16, number=True,
                    total="{{ bab5.jumlah_sisa.maks }}",
                ),
                Col(
                    "Diraih {{ dokumen.tahun_dasar }}", "{{ baris.awal }}", 20, number=True,
                    total="{{ bab5.jumlah_sisa.awal }}",
                ),
                Col(
                    "Tambahan", "{{ baris.tambahan }}", 20, number=True,
                    total="{{ bab5.jumlah_sisa.tambahan }}",
                ),
                Col(
                    "Sisa terjangkau", "{{ baris.sisa_terjangkau }}", 24, number=True,
                    total="{{ bab5.jumlah_sisa.sisa_terjangkau }}",
                ),
                Col(
                    "Sisa di luar jangkauan", "{{ baris.sisa_di_luar }}", 24, number=True,
                    total="{{ bab5.jumlah_sisa.sisa_di_luar }}",
                ),
            ],
            rows="baris in bab5.sisa",
            total=True,
        )
    )  # fmt: skip
    book.tag("if bab5.ada_dampak")
    book.picture("bab5.gambar_tambahan")
    book.caption("Gambar", "5", "Tambahan poin setiap indikator per tahun")
    book.tag("endif")
    book.tag("if bab5.belum")
    book.caption("Tabel", "5", "Pertanyaan yang belum bernilai penuh {{ dokumen.tahun_akhir }}")
    book.grid(
        Grid(
            [
                Col("Kode", "{{ p.kode }}", 17),
                Col("Pertanyaan", "{{ p.bunyi }}", 59),
                Col("Jawaban", "{{ p.jawaban }}", 16, number=True),
                Col("Sisa poin", "{{ p.sisa }}", 14, number=True),
                Col("Sebab", "{{ p.sebab }}", 56),
            ],
            rows="p in k.belum",
            bands=[Band("k in bab5.belum", "{{ k.nama }}", "5")],
        )
    )
    book.tag("if bab5.catatan_belum")
    book.text("{{ bab5.catatan_belum }}", "Catatan")
    book.tag("endif")
    book.tag("endif")


#: Parts of the budget: title, name of the values, whether it is drawn (agencies are too many).
_PARTS = (
    ("Menurut Klaster", "klaster", True),
    ("Menurut Perangkat Daerah", "opd", False),
    ("Menurut Sumber Dana", "dana", True),
)


def _budget(book: Builder) -> None:
    book.heading(2, "5.4 Kebutuhan Anggaran")
    book.text("{{ bab5.anggaran }}")
    for title, key, drawn in _PARTS:
        book.tag(f"if bab5.{key}_anggaran.baris")
        book.text(f"{{{{ bab5.{key}_anggaran.teks }}}}")
        if drawn:
            book.picture(f"bab5.{key}_anggaran.gambar")
            book.caption("Gambar", "5", f"Kebutuhan anggaran per tahun {title.lower()}")
        book.tag("endif")
    book.section(landscape=True, numbers="decimal")
    for title, key, _ in _PARTS:
        book.tag(f"if bab5.{key}_anggaran.baris")
        book.caption("Tabel", "5", f"Kebutuhan anggaran per tahun {title.lower()} (rupiah)")
        book.grid(_money(f"bab5.{key}_anggaran"))
        book.tag("else")
        book.text(f"Tidak ada anggaran {title.lower()} yang perlu dirinci.")
        book.tag("endif")


def _money(source: str) -> Grid:
    return Grid(
        [
            Col("Uraian", "{{ baris.nama }}", 62, total="Jumlah"),
            Col(
                "{{ t }}", "{{ r }}", _YEAR_WIDTH, number=True, head_loop="t in dokumen.tahun",
                loop="r in baris.tahun", total="{{ r }}", total_loop=f"r in {source}.tahun",
            ),
            Col(
                "Jumlah", "{{ baris.jumlah }}", 30, number=True,
                total=f"{{{{ {source}.jumlah }}}}",
            ),
        ],
        rows=f"baris in {source}.baris",
        total=True,
    )  # fmt: skip
