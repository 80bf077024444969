"""BAB IV–VII of the RAD KLA template."""

from kla_plan.report.word.template.parts import Builder, Col, Grid

_YEAR_WIDTH = 27


def chapter_4(book: Builder) -> None:
    """BAB IV Tujuan, Sasaran, Strategi, dan Target."""
    book.heading(1, "BAB IV\nTUJUAN, SASARAN, STRATEGI, DAN TARGET", new_page=True)
    book.heading(2, "4.1 Tujuan")
    book.text(
        "Tujuan penyelenggaraan KLA di {{ dokumen.nama }} adalah terpenuhinya hak anak dan "
        "terlindunginya anak secara terencana, menyeluruh, dan berkelanjutan, yang diukur dengan "
        "nilai dan predikat KLA."
    )
    book.text("{{ bab4.tujuan }}")
    book.heading(2, "4.2 Sasaran")
    book.text(
        "Sasaran ditetapkan menurut klaster, yaitu poin penilaian mandiri yang diraih pada akhir "
        "setiap tahun, sebagaimana disajikan pada Tabel 4.1."
    )
    book.caption("Tabel", "4", "Sasaran poin penilaian mandiri menurut klaster")
    book.grid(
        Grid(
            [
                Col("Klaster", "{{ baris.nama }}", 46, total="Jumlah"),
                Col(
                    "Poin maks.", "{{ baris.maks }}", 13, number=True,
                    total="{{ bab4.jumlah_maks }}",
                ),
                Col(
                    "{{ t }}", "{{ p }}", 13.5, number=True, head_loop="t in bab4.tahun",
                    loop="p in baris.poin", total="{{ p }}", total_loop="p in bab4.jumlah",
                ),
            ],
            rows="baris in bab4.klaster",
            total=True,
        )
    )  # fmt: skip
    book.heading(2, "4.3 Strategi")
    book.text("Sasaran tersebut dicapai melalui strategi berikut.")
    for text in (
        (
            "a.\tPenguatan kelembagaan: peraturan, Gugus Tugas, dan koordinasi lintas perangkat "
            "daerah dilengkapi lebih dahulu karena menjadi prasyarat bagi layanan."
        ),
        (
            "b.\tPemaduan perencanaan dan penganggaran: setiap kegiatan dikaitkan dengan sub "
            "kegiatan, perangkat daerah penanggung jawab, dan sumber dana, sehingga dapat "
            "dimasukkan ke dalam Renja dan RKPD."
        ),
        (
            "c.\tPeningkatan kapasitas: petugas layanan dilatih tentang Konvensi Hak Anak sebelum "
            "layanan distandardisasi."
        ),
        (
            "d.\tPemenuhan data dukung: bukti pelaksanaan disiapkan sejak kegiatan direncanakan "
            "agar nilai penilaian mandiri bertahan pada saat verifikasi."
        ),
        (
            "e.\tKemitraan: instansi vertikal, dunia usaha, media massa, lembaga masyarakat, dan "
            "Forum Anak dilibatkan sesuai perannya."
        ),
        (
            "f.\tPerluasan ke wilayah: capaian kecamatan dan desa/kelurahan ditingkatkan secara "
            "bertahap."
        ),
    ):
        book.text(text, "Butir")
    book.heading(2, "4.4 Target Nilai dan Predikat")
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
        "Uraian berikut memuat kegiatan pokok setiap klaster. Target dan pagu setiap tahun, "
        "indikator kinerja, sumber dana, dan pendukung setiap kegiatan dimuat pada Lampiran I."
    )
    book.tag("for k in bab5.klaster")
    book.heading(3, "{{ k.judul }}")
    book.each("kalimat in k.teks", "{{ kalimat }}")
    book.tag("if k.kegiatan")
    book.caption("Tabel", "5", "Ringkasan rencana aksi: {{ k.nama }}")
    book.grid(
        Grid(
            [
                Col("No.", "{{ a.nomor }}", 9),
                Col("Kegiatan", "{{ a.nama }}", 71, total="Jumlah"),
                Col("Penanggung jawab", "{{ a.opd }}", 28),
                Col("Tahun pelaksanaan", "{{ a.tahun }}", 24),
                Col("Pagu (Rp)", "{{ a.pagu }}", 28, number=True, total="{{ k.pagu }}"),
            ],
            rows="a in k.kegiatan",
            total=True,
        )
    )
    book.tag("endif")
    book.tag("endfor")
    book.section(landscape=True, numbers="decimal")
    book.heading(2, "5.3 Kebutuhan Anggaran")
    book.text("{{ bab5.anggaran }}")
    for place, (title, key) in enumerate(
        (
            ("Menurut Klaster", "klaster"),
            ("Menurut Perangkat Daerah", "opd"),
            ("Menurut Sumber Dana", "dana"),
        ),
        start=1,
    ):
        book.tag(f"if bab5.{key}_anggaran.baris")
        book.heading(3, f"5.3.{place} {title}")
        book.text(f"{{{{ bab5.{key}_anggaran.teks }}}}")
        book.caption("Tabel", "5", f"Kebutuhan anggaran per tahun {title.lower()} (rupiah)")
        book.grid(_money(f"bab5.{key}_anggaran"))
        book.picture(f"bab5.{key}_anggaran.gambar")
        book.caption("Gambar", "5", f"Kebutuhan anggaran per tahun {title.lower()}")
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


def chapter_6(book: Builder) -> None:
    """BAB VI Pemantauan dan Evaluasi."""
    book.section(numbers="decimal")
    book.heading(1, "BAB VI\nPEMANTAUAN DAN EVALUASI")
    book.heading(2, "6.1 Mekanisme Pemantauan")
    book.text(
        "Pelaksanaan RAD KLA dikoordinasikan oleh Gugus Tugas KLA{{ bab6.ketua }}, dengan "
        "{{ dokumen.dinas }} sebagai sekretariat. Setiap penanggung jawab melaporkan kemajuan "
        "kegiatan, realisasi anggaran, dan data dukung kepada sekretariat Gugus Tugas setiap "
        "triwulan."
    )
    book.heading(2, "6.2 Indikator Pemantauan")
    book.text(
        "Kemajuan diukur pada tiga tingkat: nilai dan predikat KLA, keluaran setiap kegiatan "
        "sebagaimana dimuat pada Lampiran I, serta penyerapan anggaran. Tabel 6.1 memuat ukuran "
        "tahunan."
    )
    book.caption("Tabel", "6", "Ukuran pemantauan tahunan")
    book.grid(
        Grid(
            [
                Col("Tahun", "{{ baris.tahun }}", 16),
                Col("Target penilaian mandiri (poin)", "{{ baris.mandiri }}", 34, number=True),
                Col("Target setelah verifikasi (poin)", "{{ baris.verifikasi }}", 34, number=True),
                Col("Kegiatan dilaksanakan", "{{ baris.kegiatan }}", 28, number=True),
                Col("Anggaran (Rp)", "{{ baris.rupiah }}", 36, number=True),
            ],
            rows="baris in bab6.tahunan",
        )
    )
    book.heading(2, "6.3 Evaluasi dan Pelaporan")
    book.text(
        "Evaluasi dilakukan setiap tahun dengan membandingkan target dan realisasi, menyesuaikan "
        "waktu penilaian mandiri KLA. Pembagian tugasnya adalah sebagai berikut."
    )
    book.caption("Tabel", "6", "Pembagian tugas pemantauan, evaluasi, dan pelaporan")
    book.grid(
        Grid(
            [
                Col("Waktu", "{{ baris.waktu }}", 34),
                Col("Kegiatan", "{{ baris.kegiatan }}", 78),
                Col("Pelaksana", "{{ baris.pelaksana }}", 48),
            ],
            rows="baris in bab6.jadwal",
        )
    )
    book.heading(2, "6.4 Pemutakhiran Rencana")
    book.text(
        "RAD KLA dimutakhirkan apabila instrumen evaluasi, pagu, atau kebijakan nasional berubah. "
        "Realisasi tahun yang telah lewat dicatat lebih dahulu, lalu tahun berikutnya dihitung "
        "kembali. Rancangan perubahan Peraturan Presiden Nomor 25 Tahun 2021 telah dibahas pada "
        "September 2025; apabila ditetapkan, target dan kegiatan perlu ditinjau kembali."
    )


def chapter_7(book: Builder) -> None:
    """BAB VII Penutup."""
    book.heading(1, "BAB VII\nPENUTUP", new_page=True)
    book.text("{{ bab7.ringkasan }}")
    book.text(
        "Keberhasilan RAD KLA bergantung pada komitmen pimpinan daerah, kesinambungan anggaran, "
        "dan kerja sama seluruh pemangku kepentingan. Perangkat daerah diharapkan memasukkan "
        "kegiatan yang menjadi tanggung jawabnya ke dalam Renstra dan Renja, sedangkan instansi "
        "vertikal dan mitra menuangkannya ke dalam rencana kerja masing-masing."
    )
    book.text(
        "Hal yang belum diatur atau masih berupa asumsi dalam naskah ini dibahas lebih lanjut "
        "oleh Gugus Tugas KLA sebelum RAD KLA ditetapkan dengan peraturan daerah atau peraturan "
        "kepala daerah."
    )
