"""Annexes of the RAD KLA template: matrix, assumptions, how the plan was computed."""

from kla_plan.report.word.template.parts import Band, Builder, Col, Grid


def annex_1(book: Builder) -> None:
    """Lampiran I: the full action matrix, landscape."""
    book.section(landscape=True, numbers="decimal")
    book.heading(1, "LAMPIRAN I\nMATRIKS RENCANA AKSI")
    book.text(
        "Pada kolom tahun, baris pertama memuat target volume dan baris kedua pagu dalam rupiah. "
        "Tanda – berarti tidak ada; kolom baseline berisi – apabila realisasi sampai dengan tahun "
        "dasar belum dicatat. Lima bagian pertama kode sub kegiatan adalah kode kegiatannya.",
        "Catatan",
    )
    book.tag("if lampiran1.klaster")
    book.caption("Tabel", "L", "Matriks rencana aksi {{ dokumen.nama }} {{ dokumen.periode }}")
    book.grid(
        Grid(
            [
                Col("No.", "{{ a.nomor }}", 7),
                Col(
                    "Aksi; program dan sub kegiatan",
                    "{{ a.nama }}\n{{ a.program }}\n{{ a.sub_kegiatan }}",
                    64.5,
                    strong=True,
                ),
                Col("Indikator kinerja", "{{ a.indikator_kinerja }}", 27),
                Col("Satuan", "{{ a.satuan }}", 13.5),
                Col("Baseline", "{{ a.baseline }}", 11, number=True),
                Col(
                    "{{ t }}", "{{ s.target }}\n{{ s.pagu }}", 16.2, number=True,
                    head_loop="t in dokumen.tahun", loop="s in a.tahun",
                    total="{{ r }}", total_loop="r in lampiran1.tahun",
                ),
                Col(
                    "Jumlah pagu", "{{ a.pagu }}", 17.5, number=True,
                    total="{{ lampiran1.jumlah }}",
                ),
                Col("Sumber dana", "{{ a.sumber_dana }}", 14),
                Col("OPD penanggung jawab", "{{ a.opd }}", 15.5),
                Col("OPD pendukung", "{{ a.pendukung }}", 19),
            ],
            rows="a in i.kegiatan",
            bands=[
                Band("k in lampiran1.klaster", "{{ k.nama }}", "lampiran1.kolom"),
                Band("i in k.indikator", "{{ i.nama }}", "lampiran1.kolom"),
            ],
            total=True,
            matrix=True,
        )
    )  # fmt: skip
    book.tag("else")
    book.text("Rencana aksi ini tidak memuat kegiatan.")
    book.tag("endif")


def annex_2(book: Builder) -> None:
    """Lampiran II: what is assumed and what must be checked before printing."""
    book.section(numbers="decimal")
    book.heading(1, "LAMPIRAN II\nDAFTAR ASUMSI YANG PERLU DIKONFIRMASI")
    book.heading(2, "A. Jumlah Asumsi")
    book.text("{{ dokumen.asumsi }} {{ lampiran2.penjelasan }}")
    book.caption("Tabel", "L", "Data masukan dan asumsi menurut kelompok")
    book.grid(
        Grid(
            [
                Col("Kelompok data", "{{ baris.kelompok }}", 80, total="Jumlah"),
                Col(
                    "Data yang dipakai",
                    "{{ baris.angka }}",
                    38,
                    number=True,
                    total="{{ lampiran2.angka }}",
                ),
                Col(
                    "Berupa asumsi",
                    "{{ baris.asumsi }}",
                    38,
                    number=True,
                    total="{{ lampiran2.asumsi }}",
                ),
            ],
            rows="baris in lampiran2.kelompok",
            total=True,
        )
    )
    book.heading(2, "B. Rincian Asumsi")
    book.caption("Tabel", "L", "Asumsi yang perlu dikonfirmasi")
    book.grid(
        Grid(
            [
                Col("Asumsi", "{{ baris.asumsi }}", 88),
                Col("Jumlah data", "{{ baris.jumlah }}", 18, number=True),
                Col("Berlaku untuk", "{{ baris.rincian }}", 54),
            ],
            rows="baris in k.baris",
            bands=[Band("k in lampiran2.rincian", "{{ k.kelompok }}", "3")],
        )
    )
    book.heading(2, "C. Hal Lain yang Perlu Diperiksa sebelum Dicetak")
    book.each("hal in lampiran2.periksa", "–\t{{ hal }}", "Butir")


def annex_3(book: Builder) -> None:
    """Lampiran III: how the plan was computed and how good it is."""
    book.heading(1, "LAMPIRAN III\nCARA RENCANA DIHITUNG", new_page=True)
    book.heading(2, "A. Tujuan Perhitungan")
    book.text("{{ lampiran3.tujuan }}")
    book.each("hal in lampiran3.pengaturan", "–\t{{ hal }}", "Butir")
    book.heading(2, "B. Aturan yang Dipatuhi")
    book.text(
        "Setiap rencana mematuhi batas volume kegiatan, pagu menurut tahun, sumber dana, dan "
        "perangkat daerah, kapasitas pelaksana, urutan prasyarat, pilihan yang saling meniadakan, "
        "kegiatan wajib, serta biaya pemeliharaan tahun-tahun berikutnya. Realisasi tahun yang "
        "telah lewat diperlakukan sebagai fakta."
    )
    book.heading(2, "C. Mutu Hasil")
    book.text("{{ lampiran3.mutu }} {{ lampiran3.batas }} {{ lampiran3.pemecah }}")
    book.tag("if lampiran3.tahap")
    book.caption("Tabel", "L", "Tahap perhitungan")
    book.grid(
        Grid(
            [
                Col("Tahap", "{{ baris.nama }}", 52),
                Col("Status", "{{ baris.status }}", 42),
                Col("Nilai tujuan", "{{ baris.nilai }}", 34, number=True),
                Col("Celah terbukti", "{{ baris.celah }}", 28, number=True),
            ],
            rows="baris in lampiran3.tahap",
        )
    )
    book.tag("endif")
    book.heading(2, "D. Pemeriksaan Ulang")
    book.text("{{ lampiran3.pemeriksaan }}")
    book.tag("if lampiran3.pembanding")
    book.heading(2, "E. Perbandingan dengan Cara Lain")
    book.caption("Tabel", "L", "Rencana ini dan cara pemilihan lain")
    book.grid(
        Grid(
            [
                Col("Cara", "{{ baris.nama }}", 56),
                Col("Kegiatan", "{{ baris.kegiatan }}", 20, number=True),
                Col("Nilai {{ dokumen.tahun_akhir }} (poin)", "{{ baris.nilai }}", 28, number=True),
                Col("Predikat", "{{ baris.predikat }}", 24),
                Col("Biaya (Rp)", "{{ baris.biaya }}", 32, number=True),
            ],
            rows="baris in lampiran3.pembanding",
        )
    )
    book.text("{{ lampiran3.perbandingan | join(' ') }}", "Catatan")
    book.tag("endif")
