"""Front matter of the RAD KLA: title page, kata pengantar, contents and lists."""

from docx.shared import Cm, Pt

from kla_plan.report.word.template.parts import Builder
from kla_plan.report.word.template.short import DRAFT, draft_notice, mark_pages
from kla_plan.report.word.template.styles import CENTER, RIGHT

#: What a contents field holds until the document is made.
CONTENTS, TABLES, FIGURES = "ISI-DAFTAR-ISI", "ISI-DAFTAR-TABEL", "ISI-DAFTAR-GAMBAR"


def title_page(book: Builder) -> None:
    """Write the title page."""
    mark = book.text("DRAF", "Subtitle")
    mark.alignment = RIGHT
    mark.runs[0].bold, mark.runs[0].font.size, mark.runs[0].font.color.rgb = True, Pt(20), DRAFT
    first = book.text("RENCANA AKSI DAERAH", "Title")
    first.paragraph_format.space_before = Cm(4.2)
    book.text("{{ dokumen.jenis_besar }} LAYAK ANAK", "Title")
    book.text("(RAD KLA)", "Subtitle")
    place = book.text("{{ dokumen.nama_besar }}", "Title")
    place.paragraph_format.space_before = Cm(1.2)
    book.text("TAHUN {{ dokumen.periode }}", "Title")
    book.text("Provinsi {{ dokumen.provinsi }}", "Subtitle")
    box = draft_notice(book)
    box.paragraph_format.space_before = Cm(3.2)
    office = book.text("PEMERINTAH {{ dokumen.nama_besar }}", "Subtitle")
    office.paragraph_format.space_before = Cm(2.4)
    office.runs[0].bold = True


def front_matter(book: Builder) -> None:
    """Write kata pengantar and the three lists, numbered i, ii, iii."""
    section = book.section(numbers="lowerRoman", restart=True)
    header, footer = section.header, section.footer
    header.is_linked_to_previous = footer.is_linked_to_previous = False
    mark_pages(section, "RAD KLA {{ dokumen.nama }} {{ dokumen.periode }}")
    footer.paragraphs[0].alignment = CENTER
    _foreword(book)
    for place, (title, instruction, marker) in enumerate(
        (
            ("DAFTAR ISI", 'TOC \\o "1-2" \\h \\z \\t "Judul Depan;1"', CONTENTS),
            ("DAFTAR TABEL", 'TOC \\h \\z \\t "Caption;1"', TABLES),
            ("DAFTAR GAMBAR", 'TOC \\h \\z \\t "Caption Gambar;1"', FIGURES),
        )
    ):
        heading = book.text(title, "Judul Depan")
        heading.paragraph_format.page_break_before = place < 2
        heading.paragraph_format.space_before = Pt(0 if place < 2 else 28)
        book.contents(instruction, marker)


def _foreword(book: Builder) -> None:
    book.text("KATA PENGANTAR", "Judul Depan")
    for text in (
        (
            "Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa atas tersusunnya naskah "
            "Rencana Aksi Daerah {{ dokumen.jenis_judul }} Layak Anak (RAD KLA) "
            "{{ dokumen.nama }} Tahun {{ dokumen.periode }}."
        ),
        (
            "RAD KLA menjadi pedoman bagi perangkat daerah, instansi vertikal, lembaga "
            "masyarakat, dunia usaha, media massa, dan Forum Anak dalam memenuhi hak anak dan "
            "memberikan perlindungan khusus bagi anak. Naskah ini memuat hasil evaluasi, isu "
            "strategis, target nilai dan predikat, serta kegiatan tahunan beserta kebutuhan "
            "anggarannya, agar dapat diselaraskan dengan RPJMD, RKPD, Renstra, dan Renja "
            "perangkat daerah."
        ),
        "{{ kata_pengantar.capaian }}",
        "{{ kata_pengantar.anggaran }}",
        (
            "Naskah ini masih berupa draf. {{ dokumen.asumsi }} Daftarnya dimuat pada Lampiran II. "
            "Masukan perangkat daerah dan para pemangku kepentingan sangat diharapkan untuk "
            "menyempurnakannya sebelum ditetapkan."
        ),
        (
            "Kepada Gugus Tugas KLA dan semua pihak yang telah menyumbangkan data serta pemikiran, "
            "kami menyampaikan terima kasih."
        ),
    ):
        book.text(text)
    sign = book.text("{{ dokumen.tempat }}", "Tanda Tangan")
    sign.paragraph_format.space_before = Pt(24)
    for style_text in (
        "{{ dokumen.kepala_daerah }},",
        "(nama dan tanda tangan dibubuhkan pada saat penetapan)",
    ):
        book.text(style_text, "Tanda Tangan")
    for paragraph in book.document.paragraphs[-3:]:
        paragraph.paragraph_format.left_indent = Cm(8)
        paragraph.alignment = CENTER
    book.document.paragraphs[-1].paragraph_format.space_before = Pt(48)
    book.document.paragraphs[-2].runs[0].bold = True
