"""Template of the meeting pack: two pages, the second one begun by its first heading."""

from kla_plan.papers.columns import columns_of
from kla_plan.papers.meeting.columns import TABLES
from kla_plan.report.word.template.compact import compact
from kla_plan.report.word.template.parts import Builder, Grid
from kla_plan.report.word.template.short import running_head

FILE = "bahan_rakor.docx"
NAMES = (
    "dokumen",
    "rapat",
    "kedudukan",
    "kesenjangan",
    "bukti",
    "unsur",
    "usulan",
    "ketergantungan",
    "keputusan",
    "notulen",
    "catatan",
)


def build(book: Builder) -> None:
    """Write the whole template."""
    compact(book)
    running_head(book, "Bahan rapat koordinasi Gugus Tugas KLA {{ dokumen.nama }}")
    book.text("BAHAN RAPAT KOORDINASI GUGUS TUGAS KLA", "Title")
    book.text("{{ rapat.judul }}", "Title")
    book.text("{{ rapat.keterangan }}", "Subtitle")
    book.text(
        "Hari, tanggal: ……………………  Tempat: ………………………  Pimpinan: {{ rapat.pimpinan }}",
        "Isian",
    )
    book.heading(2, "1. Kedudukan")
    book.text("{{ kedudukan.teks }}")
    book.picture("kedudukan.gambar")
    _table(book, "2. Kesenjangan terbesar", "kesenjangan")
    _table(book, "3. Data dukung yang perlu dibawa ke rapat", "bukti")
    _table(book, "4. Unsur yang diundang", "unsur")
    _table(book, "5. Usulan kegiatan", "usulan", new_page=True)
    _table(book, "6. Ketergantungan antarpelaksana", "ketergantungan")
    _table(book, "7. Keputusan yang diperlukan", "keputusan")
    book.heading(2, "8. Notulen")
    book.grid(_grid("notulen"))
    book.text("{{ catatan }}", "Catatan")


def _table(book: Builder, title: str, name: str, *, new_page: bool = False) -> None:
    book.heading(2, title, new_page=new_page)
    book.tag(f"if {name}.teks")
    book.text(f"{{{{ {name}.teks }}}}")
    book.tag("endif")
    book.tag(f"if {name}.baris")
    book.grid(_grid(name))
    book.tag("endif")
    book.tag(f"if {name}.sisa")
    book.text(f"{{{{ {name}.sisa }}}}", "Catatan")
    book.tag("endif")


def _grid(name: str) -> Grid:
    return Grid(columns_of(TABLES[name]), rows=f"baris in {name}.baris")
