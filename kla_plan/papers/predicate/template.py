"""Template of the predicate case: one page."""

from collections.abc import Sequence

from docx.shared import Pt

from kla_plan.papers.columns import Head, columns_of
from kla_plan.report.word.template.compact import WIDTH, compact
from kla_plan.report.word.template.parts import Builder, Col, Grid
from kla_plan.report.word.template.short import running_head
from kla_plan.report.word.template.styles import BLUE, CENTER, RIGHT, Look, apply_look

FILE = "telaah_predikat.docx"
NAMES = ("dokumen", "kedudukan", "jalur", "biaya", "ragu", "keputusan", "catatan")
#: Width of the names of the yearly table in millimetres, and its letters in points.
NAME_WIDTH, SMALL = 36.0, 7.2
WAY: Sequence[Head] = (
    Head("Predikat", "predikat", 22),
    Head("Batas (poin)", "batas", 22),
    Head("Kurang sekarang (poin)", "kurang", 28, number=True),
    Head("Mandiri mulai", "mandiri", 22),
    Head("Verifikasi mulai", "verifikasi", 26),
    Head("Anggaran sampai tahun itu (Rp)", "belanja", 32, number=True),
    Head("Peluang", "peluang", 22),
)
DECISIONS: Sequence[Head] = (
    Head("No.", "nomor", 8),
    Head("Hal yang diputuskan", "hal", 66),
    Head("Pilihan", "pilihan", 68),
    Head("Batas waktu", "batas", 32),
)
_LOOKS = (
    Look("Isi Matriks", SMALL),
    Look("Angka Matriks", SMALL, RIGHT),
    Look("Kepala Matriks", SMALL, CENTER, bold=True),
    Look("Heading 2", 10.5, bold=True, before=4, after=1.5, next_stays=True, colour=BLUE),
)


def build(book: Builder) -> None:
    """Write the whole template."""
    compact(book)
    for look in _LOOKS:
        apply_look(book.document, look)
    running_head(book, "Telaah predikat KLA {{ dokumen.nama }}")
    book.text("TELAAH PREDIKAT {{ dokumen.jenis_besar }} LAYAK ANAK", "Title")
    book.text("{{ dokumen.keterangan }}", "Subtitle")
    book.heading(2, "1. Kedudukan dan jarak ke predikat berikutnya")
    book.text("{{ kedudukan.teks }}")
    book.text("{{ kedudukan.jarak }}")
    book.tag("if jalur.predikat")
    book.grid(Grid(columns_of(WAY), rows="baris in jalur.predikat"))
    book.tag("endif")
    book.heading(2, "2. Jalur dan biaya")
    book.picture("jalur.gambar")
    book.grid(_yearly())
    book.text("{{ biaya }}").paragraph_format.space_before = Pt(3)
    book.heading(2, "3. Ketidakpastian dan mutu rencana")
    book.text("{{ ragu }}")
    book.heading(2, "4. Tiga keputusan {{ dokumen.kepala_daerah }}")
    book.grid(Grid(columns_of(DECISIONS), rows="baris in keputusan"))
    book.text("{{ catatan }}", "Catatan")


def _yearly() -> Grid:
    year = Col(
        "{{ t }}", "{{ isi }}", (WIDTH - NAME_WIDTH) / 7, number=True, head_loop="t in jalur.tahun",
        loop="isi in baris.isi",
    )  # fmt: skip
    name = Col("Menurut rencana", "{{ baris.nama }}", NAME_WIDTH)
    return Grid([name, year], rows="baris in jalur.baris", matrix=True)
