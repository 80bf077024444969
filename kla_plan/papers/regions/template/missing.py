"""The page that stands in place of the sheets where the regions are not known."""

from kla_plan.report.word.template.parts import Builder, Col, Grid


def without_table(book: Builder) -> None:
    """Write what is missing, and the totals by kind of unit."""
    book.heading(2, "Yang belum tersedia")
    book.text(
        "Paket data {{ dokumen.nama }} belum memuat tabel wilayah, sehingga rencana belum dapat "
        "disebar ke kecamatan, kelurahan, dan desa. {{ wilayah.kurang }} Setelah tabel diisi, "
        "lembar setiap kecamatan, kelurahan, dan desa tersusun dari rencana yang sama tanpa "
        "menghitung ulang."
    )
    book.text(
        "Yang perlu diisi: kode resmi, nama, tingkat, dan kecamatan induk setiap wilayah; jumlah "
        "anak bila tersedia, agar volume dapat dibagi menurut anak yang dilayani."
    )
    book.tag("if kosong")
    book.caption("Tabel", "1", "Kegiatan yang menunggu disebar, menurut satuan")
    book.grid(
        Grid(
            [
                Col("Satuan", "{{ s.satuan }}", 32, total="Jumlah"),
                Col("Kegiatan", "{{ s.kegiatan }}", 18, number=True),
                Col(
                    "{{ t }}", "{{ v }}", 12, number=True,
                    head_loop="t in wilayah.tahun", loop="v in s.tahun",
                    total="", total_loop="t in wilayah.tahun",
                ),
                Col(
                    "Anggaran (Rp)", "{{ s.rupiah }}", 32, number=True,
                    total="{{ wilayah.rupiah_menunggu }}",
                ),
            ],
            rows="s in kosong",
            total=True,
        )
    )  # fmt: skip
    book.text(
        "Angka tahun adalah volume: banyaknya pelayanan kepada wilayah pada tahun itu.", "Catatan"
    )
    book.tag("else")
    book.text("Rencana ini tidak memuat kegiatan yang satuannya menghitung wilayah.")
    book.tag("endif")
