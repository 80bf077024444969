"""BAB I and II of the RAD KLA template."""

from kla_plan.report.word.template.parts import Builder, Col, Grid


def chapter_1(book: Builder) -> None:
    """BAB I Pendahuluan."""
    book.heading(1, "BAB I\nPENDAHULUAN")
    book.heading(2, "1.1 Latar Belakang")
    book.text(
        "Setiap anak berhak atas kelangsungan hidup, tumbuh dan berkembang, serta berhak atas "
        "perlindungan dari kekerasan dan diskriminasi. Pasal 21 Undang-Undang Nomor 35 Tahun 2014 "
        "memberi tugas kepada pemerintah daerah untuk melaksanakan dan mendukung kebijakan "
        "nasional dalam penyelenggaraan perlindungan anak di daerah."
    )
    book.text(
        "Peraturan Presiden Nomor 25 Tahun 2021 tentang Kebijakan Kabupaten/Kota Layak Anak "
        "menata penyelenggaraan KLA melalui tahap perencanaan, pra-KLA, pelaksanaan, evaluasi, "
        "dan penetapan peringkat. Rencana aksi daerah menjadi wadah yang menghimpun program kerja "
        "seluruh perangkat daerah pada kelembagaan dan lima klaster hak anak, sehingga kegiatan, "
        "penanggung jawab, waktu, dan anggarannya menjadi jelas."
    )
    book.each("paragraf in bab1.latar_belakang", "{{ paragraf }}")
    book.text(
        "Berdasarkan keadaan tersebut, RAD KLA {{ dokumen.nama }} Tahun {{ dokumen.periode }} "
        "disusun dari hasil evaluasi, mulai dari butir pertanyaan yang nilainya belum penuh "
        "hingga kegiatan yang menutup kesenjangan itu dalam batas pagu indikatif."
    )
    book.heading(2, "1.2 Dasar Hukum")
    book.text("RAD KLA ini disusun dengan berpedoman pada peraturan perundang-undangan berikut.")
    book.each("dasar in bab1.dasar_hukum", "{{ dasar }}", "Butir")
    book.text(
        "Peraturan lain yang berkaitan, tetapi judul lengkapnya masih harus diperiksa, dimuat pada "
        "Lampiran II."
    )
    book.heading(2, "1.3 Maksud dan Tujuan")
    book.text(
        "RAD KLA dimaksudkan sebagai pedoman bersama dalam merencanakan, menganggarkan, "
        "melaksanakan, memantau, dan mengevaluasi penyelenggaraan KLA di {{ dokumen.nama }}. "
        "Tujuannya adalah:"
    )
    for text in (
        "a.\tmenutup kesenjangan nilai KLA pada setiap klaster secara bertahap;",
        (
            "b.\tmemadukan kegiatan perangkat daerah, instansi vertikal, dan mitra agar saling "
            "melengkapi;"
        ),
        (
            "c.\tmemastikan setiap kegiatan memiliki penanggung jawab, target tahunan, dan sumber "
            "dana; dan"
        ),
        "d.\tmenyediakan ukuran keberhasilan yang dapat dipantau setiap tahun.",
    ):
        book.text(text, "Butir")
    book.heading(2, "1.4 Ruang Lingkup")
    book.text("{{ bab1.ruang_lingkup }}")
    book.heading(2, "1.5 Pendekatan Penyusunan")
    book.each("paragraf in bab1.pendekatan", "{{ paragraf }}")
    book.heading(2, "1.6 Sistematika Penulisan")
    book.text("Naskah ini disusun dengan sistematika sebagai berikut.")
    for text in (
        (
            "BAB I\tPendahuluan: latar belakang, dasar hukum, maksud dan tujuan, ruang lingkup, "
            "pendekatan, serta sistematika penulisan."
        ),
        "BAB II\tGambaran Umum: profil daerah dan hasil evaluasi KLA.",
        (
            "BAB III\tKondisi, Permasalahan, dan Isu Strategis: keadaan setiap klaster, penyebab "
            "poin belum diraih, dan rumusan isu."
        ),
        "BAB IV\tTujuan, Sasaran, Strategi, dan Target: arah yang hendak dicapai setiap tahun.",
        (
            "BAB V\tRencana Aksi: kegiatan menurut klaster, dampak yang diharapkan, serta "
            "kebutuhan anggarannya."
        ),
        "BAB VI\tPenyelarasan: hubungan rencana aksi dengan kebijakan dan dokumen perencanaan.",
        "BAB VII\tKelembagaan dan Peran: pembagian peran para pelaku.",
        "BAB VIII\tPendanaan dan Risiko: sumber dana serta hal yang dapat menghambat.",
        "BAB IX\tPemantauan dan Evaluasi: mekanisme, indikator, jadwal, dan pelaporan.",
        "BAB X\tPenutup.",
        (
            "Lampiran\tMatriks rencana aksi, daftar asumsi, cara rencana dihitung, dan matriks "
            "sinkronisasi."
        ),
    ):
        paragraph = book.text(text, "Butir")
        paragraph.paragraph_format.left_indent = 900_000
        paragraph.paragraph_format.first_line_indent = -900_000


def chapter_2(book: Builder) -> None:
    """BAB II Gambaran Umum."""
    book.heading(1, "BAB II\nGAMBARAN UMUM", new_page=True)
    book.heading(2, "2.1 Profil Daerah")
    book.text("{{ bab2.pengantar_profil }}")
    book.caption("Tabel", "2", "Profil {{ dokumen.nama }}")
    book.grid(
        Grid(
            [
                Col("Uraian", "{{ fakta.uraian }}", 60),
                Col("Keterangan", "{{ fakta.nilai }}", 62),
                Col("Status data", "{{ fakta.status }}", 38),
            ],
            rows="fakta in bab2.profil",
        )
    )
    book.text(
        "Data berstatus asumsi belum disertai sumber yang dapat dirujuk dan didaftar pada "
        "Lampiran II.",
        "Catatan",
    )
    book.heading(2, "2.2 Hasil Evaluasi KLA")
    book.text("{{ bab2.hasil }}")
    book.text("{{ bab2.dasar_nilai }}")
    book.caption(
        "Tabel", "2", "Hasil evaluasi KLA menurut klaster, akhir tahun {{ dokumen.tahun_dasar }}"
    )
    book.grid(
        Grid(
            [
                Col("Klaster", "{{ baris.nama }}", 70, total="Jumlah"),
                Col(
                    "Poin maksimum",
                    "{{ baris.maks }}",
                    22,
                    number=True,
                    total="{{ bab2.jumlah.maks }}",
                ),
                Col(
                    "Penilaian mandiri",
                    "{{ baris.poin }}",
                    22,
                    number=True,
                    total="{{ bab2.jumlah.poin }}",
                ),
                Col(
                    "Capaian",
                    "{{ baris.capaian }}",
                    20,
                    number=True,
                    total="{{ bab2.jumlah.capaian }}",
                ),
                Col(
                    "Kesenjangan",
                    "{{ baris.selisih }}",
                    24,
                    number=True,
                    total="{{ bab2.jumlah.selisih }}",
                ),
            ],
            rows="baris in bab2.klaster",
            total=True,
        )
    )
    book.heading(2, "2.3 Capaian Menurut Indikator")
    book.text("{{ bab2.indikator }}")
    book.picture("bab2.gambar_kesenjangan")
    book.caption("Gambar", "2", "Capaian dan kesenjangan menurut indikator KLA")
    book.heading(2, "2.4 Kesenjangan Menurut Perangkat Daerah")
    book.text("{{ bab2.opd }}")
    book.tag("if bab2.opd_terbesar")
    book.caption("Tabel", "2", "Perangkat daerah dan lembaga dengan kesenjangan terbesar")
    book.grid(
        Grid(
            [
                Col("Perangkat daerah/lembaga", "{{ baris.nama }}", 78),
                Col("Jenis", "{{ baris.jenis }}", 30),
                Col("Pertanyaan belum penuh", "{{ baris.pertanyaan }}", 26, number=True),
                Col("Kesenjangan (poin)", "{{ baris.selisih }}", 24, number=True),
            ],
            rows="baris in bab2.opd_terbesar",
        )
    )
    book.tag("endif")
    book.heading(2, "2.5 Jarak Menuju Predikat Berikutnya")
    book.each("kalimat in bab2.jarak", "{{ kalimat }}")
    book.heading(2, "2.6 Kelengkapan Data Dukung")
    book.text("{{ bab2.bukti }}")
