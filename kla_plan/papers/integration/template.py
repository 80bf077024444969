"""Template of the report on cross-programme integration."""

from kla_plan.report.word.template.parts import Builder, Col, Grid
from kla_plan.report.word.template.short import draft_notice, opening, running_head

FILE = "integrasi_program.docx"
NAMES = ("dokumen", "program", "penandaan", "tumpang", "ganda", "sasaran", "kosong")


def build(book: Builder) -> None:
    """Write the whole template."""
    running_head(book, "Integrasi Program KLA {{ dokumen.nama }} {{ dokumen.periode }}")
    opening(
        book,
        ("INTEGRASI PROGRAM LINTAS OPD", "UNTUK {{ dokumen.jenis_besar }} LAYAK ANAK"),
        "{{ dokumen.nama }} · {{ dokumen.periode }}",
    )
    draft_notice(book)
    book.heading(2, "1. Program yang Sudah Berjalan")
    book.each("kalimat in program.kalimat", "{{ kalimat }}")
    _table(
        book,
        "penandaan",
        "Penandaan anggaran program berjalan (rupiah)",
        ("Tahun", "tahun", 18, False),
        ("Melayani KLA", "melayani", 36, True),
        ("Diduga melayani KLA", "diduga", 36, True),
        ("Belum terkait", "lain", 34, True),
        ("Jumlah", "jumlah", 36, True),
        note="{{ penandaan.catatan }}",
    )
    book.heading(2, "2. Belanja yang Sudah Ada dan Belanja Baru")
    book.each("kalimat in tumpang.kalimat", "{{ kalimat }}")
    _table(
        book,
        "tumpang",
        "Kegiatan RAD KLA yang sudah dijalankan program lain (rupiah)",
        ("Kegiatan", "kegiatan", 66, False),
        ("Tahun", "tahun", 14, False),
        ("Menurut RAD KLA", "rencana", 28, True),
        ("Program berjalan", "berjalan", 28, True),
        ("Paling banyak tertutup", "tertutup", 28, True),
    )
    book.heading(2, "3. Kemungkinan Pekerjaan Ganda")
    book.text("{{ ganda.kalimat }}")
    _table(
        book,
        "ganda",
        "Program yang perlu dibahas bersama",
        ("Tahun", "tahun", 14, False),
        ("Program pertama", "satu", 58, False),
        ("Program kedua", "dua", 58, False),
        ("Alasan", "alasan", 32, False),
    )
    book.heading(2, "4. Penerima Manfaat dan Sumber Dana")
    book.text("{{ sasaran.kalimat }}")
    _table(
        book,
        "sasaran",
        "Program menurut penerima manfaat",
        ("Penerima manfaat", "nama", 46, False),
        ("Tahun", "tahun", 14, False),
        ("OPD", "opd", 40, False),
        ("Terbanyak (orang)", "banyak", 22, True),
        ("Anggaran (Rp)", "rupiah", 28, True),
        ("Sumber dana", "dana", 22, False),
    )
    book.heading(2, "5. Indikator yang Belum Dilayani Program Berjalan")
    book.text("{{ kosong.kalimat }}")
    _table(
        book,
        "kosong",
        "Kekurangan poin dan belanja baru menurut RAD KLA",
        ("Indikator", "nama", 84, False),
        ("Kurang (poin)", "kurang", 22, True),
        ("Kegiatan RAD KLA", "kegiatan", 24, True),
        ("Anggaran (Rp)", "rupiah", 32, True),
    )


def _table(
    book: Builder, part: str, title: str, *columns: tuple[str, str, float, bool], note: str = ""
) -> None:
    """Write the table of a part that has rows: heading, field, millimetres, whether a number."""
    book.tag(f"if {part}.baris")
    book.caption("Tabel", "1", title)
    cells = [Col(head, f"{{{{ baris.{field} }}}}", width, number=number)
             for head, field, width, number in columns]  # fmt: skip
    book.grid(Grid(cells, rows=f"baris in {part}.baris"))
    if note:
        book.text(note, "Catatan")
    book.tag("endif")
