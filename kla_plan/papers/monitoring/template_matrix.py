"""Landscape pages of the monitoring report's template: the matrix of all activities of a year."""

from kla_plan.report.word.template.parts import Band, Builder, Col, Grid


def matrix_pages(book: Builder) -> None:
    """Write the matrix: one line per activity, cluster by cluster."""
    book.section(landscape=True)
    book.heading(2, "8. Matriks Pemantauan RAD KLA Tahun {{ dokumen.tahun }}")
    book.text(
        "{{ matriks.dinilai }} Pada kolom triwulan dan realisasi, baris pertama memuat volume dan "
        "baris kedua belanja dalam rupiah; sel kosong belum dilaporkan.",
        "Catatan",
    )
    book.tag("if matriks.klaster")
    book.caption("Tabel", "1", "Matriks pemantauan tahun {{ dokumen.tahun }}")
    columns = [
        Col("No.", "{{ a.nomor }}", 8),
        Col("Kegiatan", "{{ a.nama }} ({{ a.kode }})", 58, total="Jumlah"),
        Col("OPD", "{{ a.opd }}", 22),
        Col("Satuan", "{{ a.satuan }}", 17),
        Col("Target", "{{ a.target }}", 11, number=True),
        Col("Anggaran (Rp)", "{{ a.pagu }}", 20, number=True, total="{{ matriks.pagu }}"),
        *(
            Col(f"Triwulan {name}", f"{{{{ a.v{q} }}}}\n{{{{ a.r{q} }}}}", 18, number=True,
                total=f"{{{{ matriks.tw{q} }}}}")
            for q, name in enumerate(("I", "II", "III", "IV"), start=1)
        ),
        Col("Realisasi", "{{ a.volume }}\n{{ a.rupiah }}", 20, number=True,
            total="{{ matriks.realisasi }}"),
        Col("Volume, belanja", "{{ a.persen_volume }}\n{{ a.persen_belanja }}", 14, number=True,
            total="{{ matriks.persen }}"),
        Col("Status", "{{ a.status }}", 18),
        Col("Hambatan dan tindak lanjut", "{{ a.keterangan }}", 31),
    ]  # fmt: skip
    book.grid(
        Grid(
            columns,
            rows="a in k.kegiatan",
            bands=[Band("k in matriks.klaster", "{{ k.nama }}", str(len(columns)))],
            total=True,
            matrix=True,
        )
    )
    book.tag("else")
    book.text("Rencana ini tidak memuat kegiatan pada tahun {{ dokumen.tahun }}.")
    book.tag("endif")
