"""Lampiran IV of the RAD KLA template."""

from kla_plan.report.word.template.parts import Band, Builder, Col, Grid


def annex_4(book: Builder) -> None:
    """Lampiran IV: the synchronisation matrix, landscape."""
    book.section(landscape=True, numbers="decimal")
    book.heading(1, "LAMPIRAN IV\nMATRIKS SINKRONISASI")
    book.text(
        "S = selaras; L = tercantum tetapi kebutuhan melebihi pagu dokumen; B = belum tercantum; "
        "? = tidak dapat diperiksa karena isi dokumen belum dimasukkan atau kode belum ada; – = "
        "di luar dokumen daerah. Pada kolom tahun, huruf pertama untuk RKPD dan huruf kedua untuk "
        "Renja; kolom kosong berarti aksi tidak dilaksanakan atau dibiayai pada tahun itu.",
        "Catatan",
    )
    book.tag("if not lampiran4.ada_dokumen")
    book.text(
        "Isi dokumen perencanaan belum dimasukkan ke dalam data rencana, sehingga matriks ini "
        "menjadi lembar kerja pemeriksaan bagi Bappeda dan perangkat daerah.",
        "Catatan",
    )
    book.tag("endif")
    book.tag("if lampiran4.klaster")
    book.caption("Tabel", "L", "Matriks sinkronisasi aksi dengan kebijakan dan dokumen perencanaan")
    book.grid(
        Grid(
            [
                Col("No.", "{{ a.nomor }}", 6),
                Col("Aksi", "{{ a.nama }}", 84),
                Col("Sub kegiatan", "{{ a.sub_kegiatan }}", 25),
                Col("Program", "{{ a.program }}", 54),
                Col("OPD", "{{ a.opd }}", 17),
                Col("Perpres 25/2021 Lampiran II", "{{ a.perpres }}", 18),
                Col("RPJMD", "{{ a.rpjmd }}", 13),
                Col("Renstra", "{{ a.renstra }}", 11),
                Col(
                    "{{ t }}", "{{ s }}", 8.5, head_loop="t in lampiran4.tahun", loop="s in a.tahun"
                ),
                Col("Status; tindak lanjut", "{{ a.status }}", 40),
            ],
            rows="a in k.aksi",
            bands=[Band("k in lampiran4.klaster", "{{ k.nama }}", "lampiran4.kolom")],
            matrix=True,
        )
    )  # fmt: skip
    book.tag("else")
    book.text("Tidak ada aksi yang masih direncanakan.")
    book.tag("endif")
