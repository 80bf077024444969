"""Template of the yearly plan (rencana aksi tahunan)."""

from docx.shared import Pt

from kla_plan.report.word.template.parts import Band, Builder, Col, Grid
from kla_plan.report.word.template.short import opening, running_head


def yearly(book: Builder) -> None:
    """Write the whole template."""
    running_head(book, "Rencana Aksi Tahunan KLA {{ dokumen.nama }} {{ dokumen.tahun }}")
    opening(
        book,
        ("RENCANA AKSI TAHUNAN", "{{ dokumen.jenis_besar }} LAYAK ANAK"),
        "{{ dokumen.nama }} · Tahun {{ dokumen.tahun }}",
    )
    book.text("Naskah ini masih berupa draf. {{ dokumen.asumsi }}", "Kotak Draf")
    _target(book)
    _money(book)
    _bound(book)
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
