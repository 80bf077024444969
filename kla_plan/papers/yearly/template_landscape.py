"""Landscape pages of the yearly plan's template: the calendar, the way into the budget, actions."""

from docx.shared import Pt

from kla_plan.report.word.template.parts import Band, Builder, Col, Grid


def landscape_pages(book: Builder) -> None:
    """Write the pages of the wide tables."""
    book.section(landscape=True, numbers="decimal")
    _calendar(book)
    _steps(book)
    _route(book)
    _actions(book)
    _open(book)


def _lead(book: Builder, text: str) -> None:
    """Write a paragraph that stays with the caption after it."""
    paragraph = book.text(text).paragraph_format
    paragraph.keep_with_next = True
    paragraph.space_before = Pt(6)


def _calendar(book: Builder) -> None:
    book.heading(2, "4. Kalender Perencanaan dan Evaluasi")
    book.text(
        "Kalender ini memuat tahap perencanaan, penganggaran, pelaksanaan, dan perubahan anggaran "
        "tahun {{ dokumen.tahun }} serta evaluasi KLA atas hasilnya. Tahap berstatus perkiraan "
        "disusun dari urutan tahap dan jadwal tahun atau daerah lain; tanggalnya ditetapkan oleh "
        "agenda perencanaan daerah dan jadwal evaluasi kementerian."
    )
    book.picture("kalender.gambar")
    book.caption("Gambar", "1", "Kalender tahun anggaran {{ dokumen.tahun }}")


def _steps(book: Builder) -> None:
    book.caption("Tabel", "1", "Tahap, waktu, dan tugas")
    book.grid(
        Grid(
            [
                Col("Kelompok", "{{ baris.kelompok }}", 26),
                Col("Tahap", "{{ baris.tahap }}", 54),
                Col("Waktu", "{{ baris.waktu }}", 42),
                Col("Status", "{{ baris.status }}", 20),
                Col("Ketentuan yang diketahui", "{{ baris.ketentuan }}", 66),
                Col("Yang dilakukan", "{{ baris.tugas }}", 65),
            ],
            rows="baris in kalender.baris",
        )
    )


def _route(book: Builder) -> None:
    book.tag("if jalur.opd")
    book.heading(2, "5. Jalur ke KUA-PPAS dan Perubahan APBD")
    book.text("{{ jalur.aturan }}")
    _lead(book, "{{ jalur.kalimat }}")
    book.caption("Tabel", "1", "Kebutuhan menurut keadaannya dalam RKPD {{ dokumen.tahun }}")

    def money(head: str, name: str) -> Col:
        total = f"{{{{ jalur.jumlah.{name} }}}}"
        return Col(f"{head} (Rp)", f"{{{{ baris.{name} }}}}", 32, number=True, total=total)

    book.grid(
        Grid(
            [
                Col("Perangkat daerah", "{{ baris.nama }}", 81, total="Jumlah"),
                money("Kebutuhan", "butuh"),
                money("Di luar APBD", "luar"),
                money("Sudah dalam RKPD", "ada"),
                money("Belum dalam RKPD", "belum"),
                money("Masuk KUA-PPAS", "kua"),
                money("Hanya perubahan APBD", "perubahan"),
            ],
            rows="baris in jalur.opd",
            total=True,
        )
    )
    book.text(
        "Di luar APBD: Dana Desa dan CSR, yang tidak masuk RKA perangkat daerah dan perlu "
        "dipastikan. Sudah dalam RKPD: paling banyak sebesar pagu sub kegiatan yang sama; kegiatan "
        "lain perangkat daerah pada sub kegiatan itu tidak diketahui. Rincian per sub kegiatan "
        "ada pada lembar Jalur anggaran.",
        "Catatan",
    )
    book.tag("endif")


def _actions(book: Builder) -> None:
    book.heading(2, "6. Kegiatan Menurut Penanggung Jawab")
    book.tag("if kegiatan")
    book.caption("Tabel", "1", "Kegiatan tahun {{ dokumen.tahun }}")
    book.grid(
        Grid(
            [
                Col("No.", "{{ a.nomor }}", 9),
                Col("Sub kegiatan", "{{ a.sub_kegiatan }}", 44),
                Col("Aksi", "{{ a.nama }}", 48),
                Col("Indikator kinerja", "{{ a.indikator_kinerja }}", 40),
                Col("Target", "{{ a.target }}", 26),
                Col("Pagu (Rp)", "{{ a.pagu }}", 25, number=True),
                Col("{{ dokumen.tahun_depan }} (Rp)", "{{ a.depan }}", 25, number=True),
                Col("Sumber dana", "{{ a.sumber_dana }}", 22),
                Col("Data dukung", "{{ a.data_dukung }}", 38),
            ],
            rows="a in o.kegiatan",
            bands=[Band("o in kegiatan", "{{ o.nama }}", "9")],
        )
    )
    book.text(
        "Nama urusan sampai sub kegiatan, lokasi, dan urutan pengisian SIPD ada pada buku kerja "
        "setiap perangkat daerah.",
        "Catatan",
    )
    book.tag("else")
    book.text("Tidak ada kegiatan yang direncanakan atau dibayar pada tahun {{ dokumen.tahun }}.")
    book.tag("endif")


def _open(book: Builder) -> None:
    book.tag("if terbuka")
    book.heading(2, "7. Kegiatan yang Belum Berkode")
    _lead(
        book,
        "Kegiatan berikut belum dapat dimasukkan ke SIPD karena kode sub kegiatannya belum "
        "ditetapkan. Bappeda dan perangkat daerah menetapkan kodenya sebelum RKPD disusun.",
    )
    book.caption("Tabel", "1", "Kegiatan tanpa kode sub kegiatan resmi")
    book.grid(
        Grid(
            [
                Col("Kode aksi", "{{ baris.kode }}", 22),
                Col("Aksi", "{{ baris.nama }}", 110),
                Col("Penanggung jawab", "{{ baris.opd }}", 62),
                Col("Sebab", "{{ baris.sebab }}", 48),
                Col("Pagu (Rp)", "{{ baris.pagu }}", 31, number=True),
            ],
            rows="baris in terbuka",
        )
    )
    book.tag("endif")
