"""Template of the monitoring report: a short portrait report and the landscape matrix."""

from typing import Final

from kla_plan.papers.monitoring.template_matrix import matrix_pages
from kla_plan.report.word.template.parts import Builder, Col, Grid
from kla_plan.report.word.template.short import draft_notice, opening, running_head

FILE: Final = "laporan_pemantauan.docx"


def build(book: Builder) -> None:
    """Write the whole template."""
    running_head(book, "Laporan Pemantauan RAD KLA {{ dokumen.nama }}")
    opening(
        book,
        ("LAPORAN PEMANTAUAN RENCANA AKSI DAERAH", "{{ dokumen.jenis_besar }} LAYAK ANAK"),
        "{{ dokumen.nama }} · {{ dokumen.keadaan }}",
    )
    book.tag("if dokumen.hari")
    book.text("{{ dokumen.hari }}", "Subtitle")
    book.tag("endif")
    draft_notice(book)
    _summary(book)
    _quarters(book)
    _agencies(book)
    _clusters(book)
    _trouble(book)
    _points(book)
    _rules(book)
    matrix_pages(book)


def _summary(book: Builder) -> None:
    book.heading(2, "1. Ringkasan")
    book.each("kalimat in ringkasan", "{{ kalimat }}")
    book.caption("Tabel", "1", "Rencana dan realisasi menurut tahun")
    book.grid(
        Grid(
            [
                Col("Tahun", "{{ b.tahun }}", 13),
                Col("Kegiatan", "{{ b.kegiatan }}", 19, number=True),
                Col("Anggaran (Rp)", "{{ b.pagu }}", 27, number=True),
                Col("Realisasi (Rp)", "{{ b.realisasi }}", 27, number=True),
                Col("Belanja", "{{ b.belanja }}", 16, number=True),
                Col("Volume", "{{ b.volume }}", 16, number=True),
                Col("Poin rencana", "{{ b.rencana }}", 17, number=True),
                Col("Lembar skor", "{{ b.skor }}", 17, number=True),
                Col("Perkiraan poin", "{{ b.perkiraan }}", 18, number=True),
            ],
            rows="b in tahunan",
        )
    )
    book.text(
        "Belanja: bagian anggaran setahun yang terealisasi. Volume: rata-rata capaian volume "
        "kegiatan, masing-masing paling tinggi 100 %. Tanda – berarti belum dilaporkan.",
        "Catatan",
    )


def _quarters(book: Builder) -> None:
    book.heading(2, "2. Realisasi Belanja menurut Triwulan")
    book.text("{{ triwulan.kalimat }}")
    book.tag("if triwulan.baris")
    book.caption("Tabel", "1", "Realisasi belanja menurut triwulan tahun {{ dokumen.tahun }}")
    book.grid(
        Grid(
            [
                Col("Triwulan", "{{ b.nama }}", 34),
                Col("Kegiatan yang melapor", "{{ b.laporan }}", 34, number=True),
                Col("Realisasi (Rp)", "{{ b.rupiah }}", 34, number=True),
                Col("Sampai triwulan itu (Rp)", "{{ b.kumulatif }}", 34, number=True),
                Col("Terhadap anggaran", "{{ b.belanja }}", 26, number=True),
            ],
            rows="b in triwulan.baris",
        )
    )
    book.tag("if triwulan.sisa")
    book.text(
        "Realisasi tahunan dikurangi jumlah triwulan: {{ triwulan.sisa }}.",
        "Catatan",
    )
    book.tag("endif")
    book.tag("endif")
    book.tag("if triwulan.grafik")
    book.picture("triwulan.grafik")
    book.caption("Gambar", "1", "Realisasi belanja dan bagian rata anggaran setahun")
    book.tag("endif")


def _sums(rows: str, head: str) -> Grid:
    total = rows.partition(".")[0]
    numbers = (
        ("Kegiatan", "kegiatan", 19), ("Anggaran (Rp)", "pagu", 26),
        ("Realisasi (Rp)", "realisasi", 26), ("Belanja", "belanja", 16),
        ("Volume", "volume", 16), ("Perlu perhatian", "perhatian", 20),
        ("Laporan masuk", "laporan", 24),
    )  # fmt: skip
    cells = [
        Col(title, f"{{{{ b.{name} }}}}", width, number=True,
            total=f"{{{{ {total}.jumlah.{name} }}}}")
        for title, name, width in numbers
    ]  # fmt: skip
    return Grid(
        [Col(head, "{{ b.nama }}", 43, total="Jumlah"), *cells], rows=f"b in {rows}", total=True
    )


def _agencies(book: Builder) -> None:
    book.heading(2, "3. Realisasi menurut Perangkat Daerah dan Lembaga")
    book.text(
        "Kegiatan dicatat pada OPD penanggung jawabnya. Perlu perhatian adalah kegiatan yang "
        "tertinggal, belum terlaksana, belum dilaporkan, atau di luar rencana."
    )
    book.caption("Tabel", "1", "Realisasi tahun {{ dokumen.tahun }} menurut OPD")
    book.grid(_sums("opd.baris", "Perangkat daerah atau lembaga"))
    book.tag("if opd.grafik")
    book.picture("opd.grafik")
    book.caption("Gambar", "1", "Capaian volume dan belanja menurut OPD")
    book.tag("endif")


def _clusters(book: Builder) -> None:
    book.heading(2, "4. Realisasi menurut Klaster dan Sumber Dana")
    book.text("Kegiatan dicatat pada klaster indikator utamanya.")
    book.caption("Tabel", "1", "Realisasi tahun {{ dokumen.tahun }} menurut klaster")
    book.grid(_sums("klaster.baris", "Klaster"))
    book.caption("Tabel", "1", "Anggaran dan realisasi tahun {{ dokumen.tahun }} menurut dana")
    book.grid(
        Grid(
            [
                Col("Sumber dana", "{{ b.nama }}", 78, total="Jumlah"),
                Col("Anggaran (Rp)", "{{ b.pagu }}", 42, number=True, total="{{ dana.pagu }}"),
                Col("Realisasi yang terpilah (Rp)", "{{ b.realisasi }}", 42, number=True,
                    total="{{ dana.terpilah }}"),
            ],
            rows="b in dana.baris",
            total=True,
        )
    )  # fmt: skip
    book.text(
        "Laporan realisasi tidak menyebut sumber dana; realisasi dicatat pada suatu dana hanya "
        "bila kegiatan itu pada tahun tersebut dibiayai satu sumber menurut rencana."
        "{% if dana.lain %} Realisasi Rp{{ dana.lain }} belum dapat dipilah; seluruhnya "
        "Rp{{ dana.jumlah }}.{% endif %}",
        "Catatan",
    )


def _trouble(book: Builder) -> None:
    book.heading(2, "5. Kegiatan yang Memerlukan Perhatian")
    book.text("{{ perhatian.kalimat }}")
    book.tag("if perhatian.baris")
    book.caption("Tabel", "1", "Kegiatan yang memerlukan perhatian")
    book.grid(
        Grid(
            [
                Col("Kegiatan", "{{ b.kegiatan }}", 46),
                Col("OPD", "{{ b.opd }}", 22),
                Col("Status", "{{ b.status }}", 21),
                Col("Volume", "{{ b.capaian }}", 32),
                Col("Anggaran (Rp)", "{{ b.pagu }}", 24, number=True),
                Col("Realisasi (Rp)", "{{ b.realisasi }}", 24, number=True),
                Col("Hambatan dan tindak lanjut", "{{ b.keterangan }}", 38),
            ],
            rows="b in perhatian.baris",
        )
    )
    book.tag("endif")


def _points(book: Builder) -> None:
    book.heading(2, "6. Capaian Poin")
    book.text("{{ poin.kalimat }}")
    book.tag("if poin.baris")
    book.caption("Tabel", "1", "Poin menurut klaster, tahun {{ poin.tahun }}")
    book.grid(
        Grid(
            [
                Col("Klaster", "{{ b.nama }}", 74),
                Col("Rencana", "{{ b.rencana }}", 22, number=True),
                Col("Lembar skor", "{{ b.skor }}", 22, number=True),
                Col("Selisih lembar skor", "{{ b.selisih }}", 24, number=True),
                Col("Perkiraan", "{{ b.perkiraan }}", 22, number=True),
            ],
            rows="b in poin.baris",
        )
    )
    book.tag("endif")
    book.picture("poin.grafik")
    book.caption("Gambar", "1", "Nilai menurut rencana dan capaiannya")


def _rules(book: Builder) -> None:
    book.heading(2, "7. Cara Menilai dan Melapor")
    book.each("kalimat in ukuran", "{{ kalimat }}")
    book.text(
        "OPD melaporkan realisasi setiap triwulan kepada {{ dokumen.dinas }} selaku sekretariat "
        "Gugus Tugas dengan formulir per OPD yang menyertai laporan ini. Setelah tahun berakhir, "
        "jumlah keempat triwulan dicocokkan dengan realisasi setahun."
    )
