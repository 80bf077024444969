"""BAB IX–X of the RAD KLA template."""

from kla_plan.report.word.template.parts import Builder, Col, Grid


def chapter_9(book: Builder) -> None:
    """BAB IX Pemantauan dan Evaluasi."""
    book.heading(1, "BAB IX\nPEMANTAUAN DAN EVALUASI", new_page=True)
    book.heading(2, "9.1 Mekanisme Pemantauan")
    book.text(
        "Pelaksanaan RAD KLA dikoordinasikan oleh Gugus Tugas KLA{{ bab9.ketua }}, dengan "
        "{{ dokumen.dinas }} sebagai sekretariat. Setiap penanggung jawab melaporkan kemajuan "
        "kegiatan, realisasi anggaran, dan data dukung kepada sekretariat Gugus Tugas setiap "
        "triwulan."
    )
    book.heading(2, "9.2 Indikator Pemantauan")
    book.text(
        "Kemajuan diukur pada tiga tingkat: nilai dan predikat KLA, keluaran setiap kegiatan "
        "sebagaimana dimuat pada Lampiran I, serta penyerapan anggaran. Tabel 9.1 memuat ukuran "
        "tahunan."
    )
    book.caption("Tabel", "9", "Ukuran pemantauan tahunan")
    book.grid(
        Grid(
            [
                Col("Tahun", "{{ baris.tahun }}", 16),
                Col("Target penilaian mandiri (poin)", "{{ baris.mandiri }}", 34, number=True),
                Col("Target setelah verifikasi (poin)", "{{ baris.verifikasi }}", 34, number=True),
                Col("Kegiatan dilaksanakan", "{{ baris.kegiatan }}", 28, number=True),
                Col("Anggaran (Rp)", "{{ baris.rupiah }}", 36, number=True),
            ],
            rows="baris in bab9.tahunan",
        )
    )
    book.heading(2, "9.3 Evaluasi dan Pelaporan")
    book.text(
        "Evaluasi dilakukan setiap tahun dengan membandingkan target dan realisasi, menyesuaikan "
        "waktu penilaian mandiri KLA. Pembagian tugasnya adalah sebagai berikut."
    )
    book.caption("Tabel", "9", "Pembagian tugas pemantauan, evaluasi, dan pelaporan")
    book.grid(
        Grid(
            [
                Col("Waktu", "{{ baris.waktu }}", 34),
                Col("Kegiatan", "{{ baris.kegiatan }}", 78),
                Col("Pelaksana", "{{ baris.pelaksana }}", 48),
            ],
            rows="baris in bab9.jadwal",
        )
    )
    book.heading(2, "9.4 Pemutakhiran Rencana")
    book.text(
        "RAD KLA dimutakhirkan apabila instrumen evaluasi, pagu, atau kebijakan nasional berubah. "
        "Realisasi tahun yang telah lewat dicatat lebih dahulu, lalu tahun berikutnya dihitung "
        "kembali. Rancangan perubahan Peraturan Presiden Nomor 25 Tahun 2021 telah dibahas pada "
        "September 2025; apabila ditetapkan, target dan kegiatan perlu ditinjau kembali."
    )


def chapter_10(book: Builder) -> None:
    """BAB X Penutup."""
    book.heading(1, "BAB X\nPENUTUP", new_page=True)
    book.text("{{ bab10.ringkasan }}")
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
