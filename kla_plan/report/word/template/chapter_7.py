"""BAB VII of the RAD KLA template."""

from kla_plan.report.word.template.parts import Band, Builder, Col, Grid


def chapter_7(book: Builder) -> None:
    """BAB VII Kelembagaan dan Peran Pemangku Kepentingan."""
    book.heading(1, "BAB VII\nKELEMBAGAAN DAN PERAN PEMANGKU KEPENTINGAN", new_page=True)
    _task_force(book)
    _agencies(book)
    _council(book)
    _law(book)
    _society(book)
    _region(book)


def _task_force(book: Builder) -> None:
    book.heading(2, "7.1 Gugus Tugas KLA")
    book.text(
        "Kepala daerah membentuk Gugus Tugas KLA untuk mengoordinasikan kebijakan, program, dan "
        "kegiatan pemenuhan hak anak dan perlindungan khusus anak. Gugus Tugas KLA "
        "{{ dokumen.nama }}{{ bab7.ketua }} didampingi {{ dokumen.dinas }} sebagai sekretariat. "
        "Tugasnya dalam rencana aksi ini adalah:"
    )
    for text in (
        "a.\tmemadukan rencana kerja seluruh perangkat daerah dan mitra menurut klaster;",
        "b.\tmemastikan aksi dan pagunya masuk ke dokumen perencanaan dan penganggaran;",
        "c.\tmemantau pelaksanaan, realisasi anggaran, dan kelengkapan data dukung;",
        "d.\tmemutuskan tindak lanjut atas hambatan lintas perangkat daerah; dan",
        "e.\tmelaporkan hasil pelaksanaan kepada kepala daerah setiap tahun.",
    ):
        book.text(text, "Butir")
    _group(book, "gugus_tugas", "Aksi yang memperkuat Gugus Tugas KLA")


def _agencies(book: Builder) -> None:
    book.heading(2, "7.2 Perangkat Daerah, Instansi Vertikal, dan Mitra")
    book.text("{{ bab7.perangkat }}")
    book.tag("if bab7.lembaga")
    book.caption("Tabel", "7", "Pembagian peran, poin, dan anggaran menurut lembaga")
    book.grid(
        Grid(
            [
                Col("Lembaga", "{{ baris.nama }}", 84, total="Jumlah"),
                Col(
                    "Dipimpin (aksi)", "{{ baris.utama }}", 17, number=True,
                    total="{{ bab7.jumlah.utama }}",
                ),
                Col(
                    "Didukung (aksi)", "{{ baris.pendukung }}", 17, number=True,
                    total="{{ bab7.jumlah.pendukung }}",
                ),
                Col(
                    "Kenaikan poin", "{{ baris.poin }}", 17, number=True,
                    total="{{ bab7.jumlah.poin }}",
                ),
                Col(
                    "Anggaran (Rp)", "{{ baris.rupiah }}", 26, number=True,
                    total="{{ bab7.jumlah.rupiah }}",
                ),
            ],
            rows="baris in k.baris",
            bands=[Band("k in bab7.lembaga", "{{ k.nama }}", "5")],
            total=True,
        )
    )  # fmt: skip
    book.text(
        "Kenaikan poin dihitung pada setiap pertanyaan dari tahun dasar sampai dengan tahun "
        "{{ dokumen.tahun_akhir }} dan dibagi rata kepada penanggung jawab aksi yang "
        "menaikkannya, sebelum batas poin indikator diterapkan. Anggaran dicatat pada penanggung "
        "jawab.",
        "Catatan",
    )
    book.tag("endif")


def _council(book: Builder) -> None:
    book.heading(2, "7.3 Dewan Perwakilan Rakyat Daerah")
    book.text(
        "DPRD membahas dan menyetujui rancangan peraturan daerah serta APBD yang membiayai "
        "rencana aksi, mengawasi pelaksanaannya, dan menyampaikan pokok pikiran sebelum RKPD "
        "ditetapkan. Pasal 8 Peraturan Presiden Nomor 25 Tahun 2021 menghendaki penyelenggaraan "
        "KLA ditetapkan dengan peraturan daerah yang memuat RAD KLA."
    )
    _group(book, "dprd", "Aksi yang menyangkut peraturan daerah")


def _law(book: Builder) -> None:
    book.heading(2, "7.4 Aparat Penegak Hukum")
    book.text(
        "Aparat penegak hukum melindungi anak korban, anak saksi, dan anak yang berkonflik dengan "
        "hukum, mengutamakan diversi pada setiap tingkat pemeriksaan, serta menyediakan data "
        "penanganan perkara anak bagi penilaian KLA."
    )
    _group(book, "hukum", "Peran aparat penegak hukum dalam rencana aksi")


def _society(book: Builder) -> None:
    book.heading(2, "7.5 Lembaga Masyarakat")
    book.text(
        "Lembaga masyarakat membantu pencegahan, pendampingan, dan pengasuhan, serta memberi "
        "masukan atas layanan yang diterima anak dan keluarga."
    )
    _group(book, "masyarakat", "Peran lembaga masyarakat dalam rencana aksi")
    book.heading(2, "7.6 Dunia Usaha")
    book.text(
        "Dunia usaha turut memenuhi hak anak melalui praktik usaha yang ramah anak dan kemitraan "
        "yang berkelanjutan, bukan sekadar santunan."
    )
    _group(book, "usaha", "Peran dunia usaha dalam rencana aksi")
    book.heading(2, "7.7 Media Massa")
    book.text(
        "Media massa menyebarluaskan informasi layak anak, menjaga identitas anak dalam "
        "pemberitaan, dan mengangkat praktik baik perlindungan anak."
    )
    _group(book, "media", "Peran media massa dalam rencana aksi")
    book.heading(2, "7.8 Forum Anak")
    book.text(
        "Forum Anak menyampaikan pandangan anak dalam Musrenbang dan penyusunan kebijakan, serta "
        "berperan sebagai pelopor dan pelapor di lingkungannya."
    )
    _group(book, "forum_anak", "Peran Forum Anak dalam rencana aksi")


def _region(book: Builder) -> None:
    book.heading(2, "7.9 Kecamatan dan Kelurahan/Desa")
    book.text(
        "Kecamatan dan kelurahan/desa menyelenggarakan layanan yang paling dekat dengan anak dan "
        "keluarga. Camat mengoordinasikan data dan data dukung dari kelurahan/desa, sedangkan "
        "kelurahan/desa memasukkan kebutuhan anak ke dalam musyawarah perencanaannya."
    )
    _group(book, "wilayah", "Peran kecamatan dan kelurahan/desa dalam rencana aksi")


def _group(book: Builder, key: str, title: str) -> None:
    """Add what the plan has a group do."""
    book.text(f"{{{{ bab7.kelompok.{key}.teks }}}}")
    book.tag(f"if bab7.kelompok.{key}.aksi")
    book.caption("Tabel", "7", title)
    book.grid(
        Grid(
            [
                Col("Aksi", "{{ a.nama }}", 101),
                Col("Peran", "{{ a.kedudukan }}", 18),
                Col("Dipimpin", "{{ a.opd }}", 21),
                Col("Tahun", "{{ a.tahun }}", 20),
            ],
            rows=f"a in bab7.kelompok.{key}.aksi",
        )
    )
    book.tag("endif")
