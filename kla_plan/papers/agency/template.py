"""Template of the agency page: duties, money, points, evidence, and the commitment to sign."""

from typing import Final

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from kla_plan.report.word.template.parts import Builder, Col, Grid
from kla_plan.report.word.template.short import running_head
from kla_plan.report.word.template.styles import (
    BOTH,
    CENTER,
    RIGHT,
    Look,
    apply_look,
)

AGENCY: Final = "lembar_opd.docx"
_LOOKS: Final = (
    Look("Lembar Judul", 13, CENTER, bold=True, after=1),
    Look("Lembar Anak Judul", 9.5, CENTER, after=5),
    Look("Lembar Bagian", 9.5, bold=True, before=5, after=2, next_stays=True),
    Look("Lembar Isi", 8.5, BOTH, after=3, line=1.05),
    Look("Lembar Butir", 8.5, after=1, indent=0.45, hanging=0.35),
    Look("Lembar Tanda", 8.5, CENTER),
    Look("Isi Matriks", 7),
    Look("Angka Matriks", 7, RIGHT),
    Look("Kepala Matriks", 7, CENTER, bold=True),
)
_YEARS: Final = "t in dokumen.tahun"
_FUNDED: Final = (
    "melaksanakan kegiatan yang menjadi tanggung jawab OPD dan mengusulkan anggaran "
    "{{ o.belanja }} dalam Renja dan RKA menurut tahunnya;"
)
_UNFUNDED: Final = (
    "melaksanakan kegiatan yang menjadi tanggung jawab OPD sesuai kewenangan dan menurut tahunnya;"
)
_EVERYBODY: Final = (
    "menyerahkan data dukung sebelum tenggat, serta melaporkan realisasi volume dan anggaran "
    "setiap triwulan kepada sekretariat Gugus Tugas KLA."
)
#: What an agency commits itself to, each under a condition.
_PROMISES: Final = (
    ("o.beranggaran", _FUNDED),
    ("o.melaksanakan and not o.beranggaran", _UNFUNDED),
    ("o.mendukung", "mendukung kegiatan OPD lain yang tercantum pada buku kerja OPD;"),
    ("o.menjawab", "menyiapkan jawaban pertanyaan KLA yang menjadi tugas OPD;"),
    ("true", _EVERYBODY),
)


def agency(book: Builder) -> None:
    """Write the whole template; every agency begins on a new page."""
    for look in _LOOKS:
        apply_look(book.document, look)
    section = book.document.sections[0]
    section.left_margin = section.right_margin = Mm(16)
    section.top_margin, section.bottom_margin = Mm(19), Mm(16)
    running_head(book, "Lembar OPD RAD KLA {{ dokumen.nama }} {{ dokumen.periode }}")
    book.tag("for o in lembar")
    _title(book)
    _work(book)
    _money(book)
    _points(book)
    _order(book)
    _evidence(book)
    _commitment(book)
    book.tag("endfor")


def _title(book: Builder) -> None:
    title = book.text("{{ o.nama }}", "Lembar Judul")
    title.paragraph_format.page_break_before = True
    book.text(
        "Lembar tugas dan komitmen RAD {{ dokumen.jenis_besar.capitalize() }} Layak Anak · "
        "{{ dokumen.nama }} · {{ dokumen.periode }}",
        "Lembar Anak Judul",
    )
    book.text("{{ o.ringkas }}", "Lembar Isi")


def _part(book: Builder, text: str) -> None:
    book.text(text, "Lembar Bagian")


def _below(book: Builder, text: str) -> None:
    """Add a paragraph below a table, which has no space of its own."""
    book.text(text, "Lembar Isi").paragraph_format.space_before = Pt(3)


def _work(book: Builder) -> None:
    book.tag("if o.melaksanakan")
    _part(book, "Yang dilaksanakan")
    book.grid(
        Grid(
            [
                Col("No.", "{{ a.nomor }}", 8, number=True),
                Col("Kegiatan", "{{ a.nama }}", 66),
                Col("Indikator kinerja", "{{ a.indikator }}", 42),
                Col("Volume per tahun", "{{ a.volume }}", 28),
                Col("Satuan", "{{ a.satuan }}", 16),
                Col("Anggaran (Rp)", "{{ a.rupiah }}", 21, number=True),
            ],
            rows="a in o.kegiatan",
            matrix=True,
        )
    )
    book.tag("if o.kegiatan_lain")
    _below(book, "{{ o.kegiatan_lain.kalimat }}: Rp{{ o.kegiatan_lain.rupiah }}.")
    book.tag("endif")
    book.tag("endif")
    book.tag("if o.dukungan")
    _below(book, "{{ o.dukungan }}")
    book.tag("endif")


def _held(book: Builder, grid: Grid) -> None:
    """Add a small table that stays on one page, together with what follows it."""
    book.grid(grid)
    for row in book.document.tables[-1].rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def _money(book: Builder) -> None:
    book.tag("if o.dana")
    _part(book, "Anggaran menurut sumber dana (rupiah)")
    _held(
        book,
        Grid(
            [
                Col("Sumber dana", "{{ d.nama }}", 24, total="Jumlah"),
                Col(
                    "{{ t }}",
                    "{{ b }}",
                    19,
                    number=True,
                    head_loop=_YEARS,
                    loop="b in d.tahun",
                    total="{{ b }}",
                    total_loop="b in o.belanja_tahun",
                ),
                Col("Jumlah", "{{ d.jumlah }}", 21, number=True, total="{{ o.jumlah }}"),
            ],
            rows="d in o.dana",
            total=True,
            matrix=True,
        ),
    )
    book.tag("endif")


def _points(book: Builder) -> None:
    book.tag("if o.poin")
    _part(book, "Poin yang bergantung pada OPD ini")
    _held(
        book,
        Grid(
            [
                Col("Poin", "{{ p.nama }}", 60),
                Col("{{ t }}", "{{ b }}", 15, number=True, head_loop=_YEARS, loop="b in p.tahun"),
            ],
            rows="p in o.poin",
            matrix=True,
        ),
    )
    book.tag("endif")
    book.tag("if o.pertanyaan")
    _below(book, "{{ o.pertanyaan }}")
    book.tag("endif")


def _order(book: Builder) -> None:
    book.tag("if o.menunggu or o.ditunggu")
    _part(book, "Saling menunggu dengan OPD lain")
    book.each("baris in o.menunggu", "–\u00a0{{ baris }}", "Lembar Butir")
    book.each("baris in o.ditunggu", "–\u00a0{{ baris }}", "Lembar Butir")
    book.tag("endif")


def _evidence(book: Builder) -> None:
    _part(book, "Data dukung")
    book.text("{{ o.bukti }}", "Lembar Isi")
    book.each("baris in o.bukti_utama", "–\u00a0{{ baris }}", "Lembar Butir")


def _commitment(book: Builder) -> None:
    _part(book, "Lembar komitmen {{ o.nama }}")
    intro = book.text("Kami yang bertanda tangan di bawah ini menyatakan sanggup:", "Lembar Isi")
    intro.paragraph_format.keep_with_next = True
    for condition, text in _PROMISES:
        book.tag(f"if {condition}")
        line = book.text(f"–\u00a0{text}", "Lembar Butir")
        line.paragraph_format.keep_with_next = True
        book.tag("endif")
    book.tag("if o.komitmen")
    _held(
        book,
        Grid(
            [
                Col("Per tahun", "{{ k.nama }}", 45),
                Col("{{ t }}", "{{ b }}", 19, number=True, head_loop=_YEARS, loop="b in k.tahun"),
            ],
            rows="k in o.komitmen",
            matrix=True,
        ),
    )
    book.tag("endif")
    _signatures(book)


def _signatures(book: Builder) -> None:
    table = book.document.add_table(1, 2)
    table.autofit = False
    sides = (
        ("Mengetahui,", "Ketua Gugus Tugas KLA", "{{ dokumen.nama }}"),
        ("{{ dokumen.tempat }}, ……………………", "Pimpinan", "{{ o.nama }}"),
    )
    for cell, lines in zip(table.rows[0].cells, sides, strict=True):
        cell.width = Mm(89)
        first, *rest = (*lines, "", "", "", "………………………………", "NIP ……………………………")
        cell.paragraphs[0].style = "Lembar Tanda"
        cell.paragraphs[0].add_run(first)
        cell.paragraphs[0].paragraph_format.space_before = Pt(6)
        for text in rest:
            cell.add_paragraph(text, "Lembar Tanda")
        for paragraph in cell.paragraphs[:-1]:
            paragraph.paragraph_format.keep_with_next = True
        for paragraph in cell.paragraphs:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
