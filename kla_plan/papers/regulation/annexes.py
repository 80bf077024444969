"""Template of the annexes, and of the checklist that goes with the draft."""

from docx.shared import Cm

from kla_plan.papers.regulation.looks import folio, space_before
from kla_plan.papers.regulation.opening import ABOUT, NAME, NUMBER, signature
from kla_plan.report.word.template.parts import Band, Builder, Col, Grid


def annexes(book: Builder) -> None:
    """Write the four annexes."""
    _head(book, "I", "SISTEMATIKA RENCANA AKSI DAERAH {{ peraturan.layak_besar }}")
    book.tag("for bab in lampiran.sistematika")
    book.text("{{ bab.judul }}", "Isi Pasal")
    book.document.paragraphs[-1].paragraph_format.keep_with_next = True
    book.each("sub in bab.sub", "{{ sub }}", "Huruf")
    book.tag("endfor")
    signature(book, place=False)
    _head(book, "II", "RENCANA AKSI MENURUT KLASTER")
    _actions(book)
    _hold_total(book)
    signature(book, place=False)
    _head(book, "III", "PEMBAGIAN PERAN")
    _roles(book)
    _hold_total(book)
    signature(book, place=False)
    _head(book, "IV", "KEBUTUHAN PENDANAAN MENURUT TAHUN DAN SUMBER DANA", landscape=True)
    _funds(book)
    _hold_total(book)
    signature(book, place=False)


def checklist(book: Builder) -> None:
    """Write the sheet that lists what is still open; it is no part of the regulation."""
    folio(book.section(numbers="decimal"))
    book.text("LEMBAR PEMERIKSAAN RANCANGAN", "Judul Peraturan")
    book.text(
        "Lembar ini bukan bagian dari peraturan dan dilepas sebelum rancangan diajukan. "
        "{{ dokumen.asumsi }}",
        "Kotak Draf",
    )
    book.grid(
        Grid(
            [
                Col("No.", "{{ baris.nomor }}", 9),
                Col("Tempat", "{{ baris.tempat }}", 33),
                Col("Yang perlu dilengkapi atau diperiksa", "{{ baris.uraian }}", 76),
                Col("Oleh", "{{ baris.oleh }}", 38),
                Col("Paraf", "", 14),
            ],
            rows="baris in periksa",
        )
    )


def _head(book: Builder, number: str, title: str, *, landscape: bool = False) -> None:
    section = folio(book.section(landscape=landscape, numbers="decimal"), landscape=landscape)
    section.different_first_page_header_footer = False
    for line in (f"LAMPIRAN {number}", NAME, NUMBER, "TENTANG", ABOUT):
        book.text(line, "Kepala Lampiran")
    book.text(title, "Bab Peraturan")
    space_before(book, 18)
    book.document.paragraphs[-1].paragraph_format.space_after = Cm(0.4)


def _hold_total(book: Builder) -> None:
    """Keep the total of the last table with the signature, which must not stand alone."""
    for cell in book.document.tables[-1].rows[-1].cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def _actions(book: Builder) -> None:
    book.tag("if lampiran.klaster")
    book.grid(
        Grid(
            [
                Col("No.", "{{ a.nomor }}", 9),
                Col("Kegiatan", "{{ a.nama }}", 68, total="Jumlah"),
                Col("Penanggung jawab", "{{ a.opd }}", 43),
                Col("Tahun", "{{ a.tahun }}", 18),
                Col(
                    "Kebutuhan (Rp)", "{{ a.pagu }}", 26, number=True,
                    total="{{ lampiran.jumlah }}",
                ),
            ],
            rows="a in k.kegiatan",
            bands=[Band("k in lampiran.klaster", "{{ k.nama }}", "lampiran.kolom")],
            total=True,
        )
    )  # fmt: skip
    book.tag("else")
    book.text("RAD KLA tidak memuat kegiatan.", "Isi Pasal")
    book.tag("endif")


def _roles(book: Builder) -> None:
    book.tag("if lampiran.peran")
    book.grid(
        Grid(
            [
                Col("No.", "{{ o.nomor }}", 9),
                Col("Nama", "{{ o.nama }}", 60, total="Jumlah"),
                Col("Kedudukan", "{{ o.jenis }}", 32),
                Col(
                    "Kegiatan sebagai penanggung jawab", "{{ o.penanggung }}", 24, number=True,
                    total="{{ lampiran.kegiatan }}",
                ),
                Col("Kegiatan sebagai pendukung", "{{ o.pendukung }}", 24, number=True),
                Col(
                    "Kebutuhan (Rp)", "{{ o.pagu }}", 26, number=True,
                    total="{{ lampiran.jumlah }}",
                ),
            ],
            rows="o in lampiran.peran",
            total=True,
        )
    )  # fmt: skip
    book.tag("else")
    book.text("RAD KLA tidak memuat pembagian peran.", "Isi Pasal")
    book.tag("endif")


def _funds(book: Builder) -> None:
    book.tag("if dana.ada")
    book.grid(
        Grid(
            [
                Col("Tahun", "{{ baris.tahun }}", 13, total="Jumlah"),
                Col(
                    "{{ nama }} (Rp)", "{{ nilai }}", 20, number=True,
                    head_loop="nama in dana.nama", loop="nilai in baris.sumber",
                    total="{{ nilai }}", total_loop="nilai in dana.jumlah_sumber",
                ),
                Col("Jumlah (Rp)", "{{ baris.jumlah }}", 21, number=True, total="{{ dana.angka }}"),
            ],
            rows="baris in dana.rincian",
            total=True,
        )
    )  # fmt: skip
    book.tag("else")
    book.text("RAD KLA tidak memerlukan pendanaan tambahan.", "Isi Pasal")
    book.tag("endif")
