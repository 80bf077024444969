"""Template of the yearly plan (rencana aksi tahunan)."""

from kla_plan.report.word.template.parts import Band, Builder, Col, Grid
from kla_plan.report.word.template.short import opening, running_head


def yearly(book: Builder) -> None:
    """Write the whole template: one landscape document."""
    running_head(book, "Rencana Aksi Tahunan KLA {{ dokumen.nama }} {{ dokumen.tahun }}")
    opening(
        book,
        ("RENCANA AKSI TAHUNAN", "{{ dokumen.jenis_besar }} LAYAK ANAK"),
        "{{ dokumen.nama }} · Tahun {{ dokumen.tahun }}",
    )
    book.text("Naskah ini masih berupa draf. {{ dokumen.asumsi }}", "Kotak Draf")
    book.heading(2, "1. Target Tahun {{ dokumen.tahun }}")
    book.text("{{ target.kalimat }}")
    book.caption("Tabel", "1", "Target poin penilaian mandiri menurut klaster")
    book.grid(
        Grid(
            [
                Col("Klaster", "{{ baris.nama }}", 82, total="Jumlah"),
                Col(
                    "Akhir {{ dokumen.tahun_lalu }}",
                    "{{ baris.awal }}",
                    26,
                    number=True,
                    total="{{ target.awal }}",
                ),
                Col(
                    "Target {{ dokumen.tahun }}",
                    "{{ baris.akhir }}",
                    26,
                    number=True,
                    total="{{ target.akhir }}",
                ),
                Col("Perubahan", "{{ baris.ubah }}", 26, number=True, total="{{ target.ubah }}"),
            ],
            rows="baris in target.klaster",
            total=True,
        )
    )
    book.heading(2, "2. Kebutuhan Anggaran")
    book.text("{{ anggaran.kalimat }}")
    book.tag("if anggaran.opd")
    book.caption("Tabel", "1", "Kebutuhan anggaran menurut penanggung jawab")
    book.grid(
        Grid(
            [
                Col("Penanggung jawab", "{{ baris.nama }}", 98, total="Jumlah"),
                Col(
                    "Kegiatan",
                    "{{ baris.kegiatan }}",
                    24,
                    number=True,
                    total="{{ anggaran.kegiatan }}",
                ),
                Col(
                    "Pagu (Rp)", "{{ baris.pagu }}", 38, number=True, total="{{ anggaran.jumlah }}"
                ),
            ],
            rows="baris in anggaran.opd",
            total=True,
        )
    )
    book.tag("endif")
    book.section(landscape=True, numbers="decimal")
    book.heading(2, "3. Kegiatan Menurut Penanggung Jawab")
    book.tag("if kegiatan")
    book.caption("Tabel", "1", "Kegiatan tahun {{ dokumen.tahun }}")
    book.grid(
        Grid(
            [
                Col("No.", "{{ a.nomor }}", 9),
                Col("Sub kegiatan", "{{ a.sub_kegiatan }}", 48),
                Col("Aksi", "{{ a.nama }}", 58),
                Col("Indikator kinerja", "{{ a.indikator_kinerja }}", 48),
                Col("Target", "{{ a.target }}", 24),
                Col("Pagu (Rp)", "{{ a.pagu }}", 27, number=True),
                Col("Sumber dana", "{{ a.sumber_dana }}", 23),
                Col("Data dukung", "{{ a.data_dukung }}", 46),
            ],
            rows="a in o.kegiatan",
            bands=[Band("o in kegiatan", "{{ o.nama }}", "8")],
        )
    )
    book.tag("else")
    book.text("Tidak ada kegiatan yang direncanakan atau dibayar pada tahun {{ dokumen.tahun }}.")
    book.tag("endif")
