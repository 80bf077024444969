"""BAB VI of the RAD KLA template."""

from docx.shared import Pt

from kla_plan.report.word.template.parts import Band, Builder, Col, Grid

#: Space above a paragraph that follows a table.
_AFTER_TABLE = Pt(8)


def chapter_6(book: Builder) -> None:
    """BAB VI Penyelarasan dengan Kebijakan Nasional dan Dokumen Perencanaan Daerah."""
    book.section(numbers="decimal")
    book.heading(
        1, "BAB VI\nPENYELARASAN DENGAN KEBIJAKAN NASIONAL\nDAN DOKUMEN PERENCANAAN DAERAH"
    )
    _national(book)
    _documents(book)
    _programmes(book)
    _changes(book)
    _steps(book)


def _national(book: Builder) -> None:
    book.heading(2, "6.1 Keselarasan dengan Kebijakan Nasional")
    book.text(
        "Peraturan Presiden Nomor 25 Tahun 2021 tentang Kebijakan Kabupaten/Kota Layak Anak "
        "dilengkapi dua lampiran: Lampiran I memuat dokumen nasional kebijakan KLA dan Lampiran "
        "II memuat rencana aksi nasional penyelenggaraan KLA. Setiap aksi daerah ditautkan dengan "
        "kedua lampiran tersebut melalui klaster dan indikator yang dilayaninya. {{ bab6.cakupan "
        "}} {{ bab6.rujukan }}"
    )
    book.text(
        "Rencana aksi nasional untuk tahun 2021–2024 telah berakhir dan rancangan perubahan "
        "Peraturan Presiden tersebut dibahas pada September 2025. Rujukan dalam bab ini perlu "
        "ditinjau kembali apabila perubahan itu ditetapkan."
    )
    book.tag("if bab6.klaster")
    book.caption("Tabel", "6", "Keterkaitan aksi dengan Peraturan Presiden Nomor 25 Tahun 2021")
    book.grid(
        Grid(
            [
                Col("Indikator KLA", "{{ baris.indikator }}", 80, total="Jumlah"),
                Col("Aksi", "{{ baris.aksi }}", 10, number=True, total="{{ bab6.jumlah_aksi }}"),
                Col(
                    "Anggaran (Rp)", "{{ baris.rupiah }}", 26, number=True,
                    total="{{ bab6.jumlah_rupiah }}",
                ),
                Col("Rujukan Lampiran I", "{{ baris.kebijakan }}", 22),
                Col("Rujukan Lampiran II", "{{ baris.rencana }}", 22),
            ],
            rows="baris in k.baris",
            bands=[Band("k in bab6.klaster", "{{ k.nama }}", "5")],
            total=True,
        )
    )  # fmt: skip
    book.tag("endif")


def _documents(book: Builder) -> None:
    book.heading(2, "6.2 Keselarasan dengan Dokumen Perencanaan Daerah")
    book.text(
        "Aksi hanya dapat dibiayai apabila termuat dalam rangkaian dokumen perencanaan daerah: "
        "program dalam RPJMD, lalu program, kegiatan, dan sub kegiatan dalam Renstra perangkat "
        "daerah, kemudian RKPD dan Renja setiap tahun. Setiap aksi dicocokkan dengan keempat "
        "dokumen itu menurut kode nomenklatur, perangkat daerah penanggung jawab, dan tahun "
        "pelaksanaan. Aksi dinyatakan selaras apabila kodenya tercantum; RPJMD diperiksa sampai "
        "tingkat program. Aksi instansi vertikal dan mitra berada di luar dokumen daerah."
    )
    book.each("kalimat in bab6.hasil", "{{ kalimat }}")
    book.tag("if bab6.dokumen")
    book.caption("Tabel", "6", "Hasil pencocokan aksi dengan dokumen perencanaan daerah")
    book.grid(
        Grid(
            [
                Col("Dokumen", "{{ baris.nama }}", 28),
                Col("Selaras", "{{ baris.selaras }}", 20, number=True),
                Col("Melebihi pagu", "{{ baris.lebih }}", 22, number=True),
                Col("Belum selaras", "{{ baris.belum }}", 22, number=True),
                Col("Tidak dapat diperiksa", "{{ baris.tidak_diketahui }}", 24, number=True),
                Col("Di luar dokumen daerah", "{{ baris.di_luar }}", 24, number=True),
                Col("Jumlah aksi", "{{ baris.jumlah }}", 20, number=True),
            ],
            rows="baris in bab6.dokumen",
        )
    )
    book.text(
        "Satu aksi dihitung sekali pada setiap dokumen, menurut tahun yang paling memerlukan "
        "perhatian. Hasil setiap aksi dimuat pada Lampiran IV.",
        "Catatan",
    )
    book.tag("endif")


def _programmes(book: Builder) -> None:
    book.heading(2, "6.3 Kebutuhan Program dalam RPJMD")
    book.tag("if bab6.program")
    book.text(
        "Tabel berikut menghimpun program yang diperlukan rencana aksi. Program yang belum "
        "tercantum dalam RPJMD tidak dapat diturunkan ke Renstra dan RKPD, sehingga perlu "
        "diusulkan pada perubahan RPJMD atau dialihkan ke program yang sudah tercantum."
    )
    book.caption("Tabel", "6", "Program yang diperlukan rencana aksi dan kedudukannya dalam RPJMD")
    book.grid(
        Grid(
            [
                Col("Kode", "{{ baris.kode }}", 14, total="Jumlah"),
                Col("Program", "{{ baris.nama }}", 73),
                Col("Perangkat daerah", "{{ baris.opd }}", 27),
                Col(
                    "Aksi", "{{ baris.aksi }}", 9, number=True, total="{{ bab6.program_aksi }}"
                ),
                Col(
                    "Anggaran (Rp)", "{{ baris.rupiah }}", 24, number=True,
                    total="{{ bab6.program_rupiah }}",
                ),
                Col("RPJMD", "{{ baris.status }}", 17),
            ],
            rows="baris in bab6.program",
            total=True,
        )
    )  # fmt: skip
    book.text(
        "S = tercantum; L = tercantum tetapi kebutuhan melebihi pagu; B = belum tercantum; ? = "
        "tidak dapat diperiksa.",
        "Catatan",
    )
    book.tag("else")
    book.text("Rencana aksi ini tidak memerlukan program perangkat daerah.")
    book.tag("endif")


def _changes(book: Builder) -> None:
    book.heading(2, "6.4 Penyesuaian yang Diperlukan")
    book.tag("if bab6.usulan")
    book.text(
        "Aksi berikut belum tercantum dalam dokumen yang bersangkutan dan perlu diusulkan pada "
        "penyusunan atau perubahannya."
    )
    book.caption("Tabel", "6", "Usulan penyesuaian dokumen perencanaan daerah")
    book.grid(
        Grid(
            [
                Col("Perangkat daerah", "{{ baris.opd }}", 27),
                Col("Program atau sub kegiatan", "{{ baris.kode }}", 82),
                Col("Tahun", "{{ baris.tahun }}", 18),
                Col("Aksi", "{{ baris.aksi }}", 9, number=True),
                Col("Anggaran RAD (Rp)", "{{ baris.rupiah }}", 24, number=True),
            ],
            rows="baris in k.baris",
            bands=[Band("k in bab6.usulan", "{{ k.nama }}", "5")],
        )
    )
    book.tag("elif bab6.dapat_diperiksa")
    book.text("Tidak ada aksi yang diketahui belum tercantum dalam dokumen yang dapat diperiksa.")
    book.tag("else")
    book.text(
        "Penyesuaian ditetapkan setelah isi dokumen perencanaan dimasukkan ke dalam data rencana. "
        "Sampai saat itu Lampiran IV menjadi lembar kerja pencocokan bagi Bappeda dan perangkat "
        "daerah, dan setiap dokumen yang belum ada dicatat sebagai hal terbuka."
    )
    book.tag("endif")
    book.tag("if bab6.lampau")
    book.text(
        "Pada baris dokumen berikut, kebutuhan rencana aksi sudah melebihi pagunya, belum "
        "termasuk keperluan lain pada program atau sub kegiatan yang sama. Selisihnya ditutup "
        "dengan penambahan pagu, sumber dana lain, atau penjadwalan ulang volume."
    ).paragraph_format.space_before = _AFTER_TABLE
    book.caption("Tabel", "6", "Pagu dokumen yang terlampaui oleh kebutuhan rencana aksi (rupiah)")
    book.grid(
        Grid(
            [
                Col("Perangkat daerah", "{{ baris.opd }}", 25),
                Col("Program atau sub kegiatan", "{{ baris.kode }}", 72),
                Col("Kebutuhan rencana", "{{ baris.rencana }}", 21, number=True),
                Col("Pagu dokumen", "{{ baris.pagu }}", 21, number=True),
                Col("Selisih", "{{ baris.lebih }}", 21, number=True),
            ],
            rows="baris in k.baris",
            bands=[Band("k in bab6.lampau", "{{ k.nama }}", "5")],
        )
    )
    book.tag("endif")
    book.tag("if bab6.belum_ada")
    book.text("{{ bab6.belum_ada }}").paragraph_format.space_before = _AFTER_TABLE
    book.tag("endif")


def _steps(book: Builder) -> None:
    book.heading(2, "6.5 Langkah Penyelarasan")
    book.text("Penyelarasan dijalankan mengikuti siklus perencanaan dan penganggaran tahunan.")
    for text in (
        (
            "a.\tBappeda mencocokkan Lampiran IV dengan RPJMD dan menghimpun program yang perlu "
            "diusulkan pada perubahannya."
        ),
        (
            "b.\tPerangkat daerah menyesuaikan Renstra dan memasukkan sub kegiatan ke rancangan "
            "Renja sebelum Forum Perangkat Daerah."
        ),
        (
            "c.\tUsulan masyarakat, Forum Anak, dan pokok pikiran DPRD yang sejalan dengan rencana "
            "aksi dipertemukan dalam Musrenbang RKPD."
        ),
        (
            "d.\tPagu dan sumber dana disepakati dalam KUA-PPAS; kekurangan tahun berjalan "
            "diusulkan pada perubahan RKPD, perubahan Renja, dan perubahan APBD."
        ),
        (
            "e.\tInstansi vertikal dan mitra menuangkan aksinya ke dalam rencana kerja "
            "masing-masing dan menyampaikannya kepada sekretariat Gugus Tugas."
        ),
    ):
        book.text(text, "Butir")
