"""BAB VIII of the RAD KLA template."""

from kla_plan.report.word.template.parts import Band, Builder, Col, Grid


def chapter_8(book: Builder) -> None:
    """BAB VIII Pendanaan dan Risiko."""
    book.heading(1, "BAB VIII\nPENDANAAN DAN RISIKO", new_page=True)
    _sources(book)
    _ceilings(book)
    _after(book)
    _risks(book)


def _sources(book: Builder) -> None:
    book.heading(2, "8.1 Sumber Pendanaan")
    book.text(
        "Menurut Peraturan Presiden Nomor 25 Tahun 2021, penyelenggaraan KLA didanai dari APBN, "
        "APBD, dan sumber lain yang sah. {{ bab8.sumber }} Kebutuhan setiap "
        "tahun menurut sumber dana dimuat pada BAB V."
    )
    book.tag("if bab8.dana")
    book.caption("Tabel", "8", "Sumber dana dan aksi yang dibiayainya")
    book.grid(
        Grid(
            [
                Col("Sumber dana", "{{ baris.nama }}", 38, total="Jumlah"),
                Col(
                    "Anggaran (Rp)", "{{ baris.rupiah }}", 30, number=True,
                    total="{{ bab8.jumlah }}",
                ),
                Col("Porsi", "{{ baris.porsi }}", 16, number=True),
                Col("Aksi dibiayai", "{{ baris.aksi }}", 18, number=True),
                Col("Hanya dari sumber ini", "{{ baris.hanya }}", 20, number=True),
                Col("Lembaga", "{{ baris.opd }}", 16, number=True),
                Col("Tahun", "{{ baris.tahun }}", 22),
            ],
            rows="baris in bab8.dana",
            total=True,
        )
    )  # fmt: skip
    book.tag("endif")


def _ceilings(book: Builder) -> None:
    book.heading(2, "8.2 Pagu dan Sisa Pagu")
    book.text("{{ bab8.pagu }} {{ bab8.pagu_opd }}")
    book.tag("if bab8.pagu_tahun")
    book.caption("Tabel", "8", "Pagu, pemakaian, dan sisa menurut tahun dan sumber dana (rupiah)")
    book.grid(
        Grid(
            [
                Col("Sumber dana", "{{ baris.nama }}", 48),
                Col("Pagu", "{{ baris.pagu }}", 32, number=True),
                Col("Terpakai", "{{ baris.terpakai }}", 32, number=True),
                Col("Sisa", "{{ baris.sisa }}", 30, number=True),
                Col("Terpakai", "{{ baris.porsi }}", 18, number=True),
            ],
            rows="baris in k.baris",
            bands=[Band("k in bab8.pagu_tahun", "{{ k.nama }}", "5")],
        )
    )
    book.tag("endif")
    book.tag("if bab8.pagu_ketat")
    book.caption("Tabel", "8", "Pagu perangkat daerah yang terpakai 95 % atau lebih (rupiah)")
    book.grid(
        Grid(
            [
                Col("Perangkat daerah", "{{ baris.nama }}", 54),
                Col("Tahun", "{{ baris.tahun }}", 14),
                Col("Sumber dana", "{{ baris.dana }}", 24),
                Col("Pagu", "{{ baris.pagu }}", 24, number=True),
                Col("Sisa", "{{ baris.sisa }}", 24, number=True),
                Col("Terpakai", "{{ baris.porsi }}", 20, number=True),
            ],
            rows="baris in bab8.pagu_ketat",
        )
    )
    book.tag("endif")


def _after(book: Builder) -> None:
    book.heading(2, "8.3 Kewajiban setelah Tahun {{ dokumen.tahun_akhir }}")
    book.text("{{ bab8.sesudah }}")
    book.tag("if bab8.sesudah_tahun")
    book.caption("Tabel", "8", "Kewajiban yang jatuh tempo setelah periode rencana")
    book.grid(
        Grid(
            [
                Col("Tahun", "{{ baris.tahun }}", 30, total="Jumlah"),
                Col(
                    "Kewajiban (Rp)", "{{ baris.rupiah }}", 50, number=True,
                    total="{{ bab8.sesudah_jumlah }}",
                ),
            ],
            rows="baris in bab8.sesudah_tahun",
            total=True,
        )
    )  # fmt: skip
    book.tag("endif")


def _risks(book: Builder) -> None:
    book.heading(2, "8.4 Risiko Pelaksanaan")
    book.text(
        "Risiko berikut diukur dari rencana ini sendiri dan dari data yang dipakainya. Pemilik "
        "risiko melaporkan perkembangannya pada pemantauan triwulanan; ukuran dihitung kembali "
        "setiap kali rencana dimutakhirkan."
    )
    book.tag("if bab8.risiko")
    book.caption("Tabel", "8", "Daftar risiko, ukuran, dan pengendaliannya")
    book.grid(
        Grid(
            [
                Col("No.", "{{ r.nomor }}", 8),
                Col("Risiko", "{{ r.nama }}", 28),
                Col("Ukuran dalam rencana", "{{ r.ukuran }}", 56),
                Col("Pengendalian", "{{ r.mitigasi }}", 43),
                Col("Pemilik", "{{ r.pemilik }}", 25),
            ],
            rows="r in bab8.risiko",
        )
    )
    book.tag("else")
    book.text("Tidak ada risiko yang terukur pada rencana ini.")
    book.tag("endif")
