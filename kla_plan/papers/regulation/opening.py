"""Template of the regulation from its title to MEMUTUSKAN, and its closing lines."""

from kla_plan.papers.regulation.looks import space_before
from kla_plan.papers.regulation.words import DOTS
from kla_plan.report.word.template.parts import Builder, add_field

NAME = "PERATURAN {{ peraturan.kepala_besar }}"
NUMBER = f"NOMOR {DOTS} TAHUN {DOTS}"
ABOUT = "RENCANA AKSI DAERAH {{ peraturan.layak_besar }} TAHUN {{ dokumen.periode }}"
#: The title as running text has it.
TITLE = "Rencana Aksi Daerah {{ peraturan.layak }} Tahun {{ dokumen.periode }}"


def title(book: Builder) -> None:
    """Write the title block."""
    book.text("RANCANGAN", "Tanda Rancangan")
    for line in ("{{ peraturan.kepala_besar }}", "PROVINSI {{ peraturan.provinsi_besar }}"):
        book.text(line, "Judul Peraturan")
    for place, line in enumerate((NAME, NUMBER, "TENTANG", ABOUT)):
        book.text(line, "Judul Peraturan")
        if place != 1:
            space_before(book, 10)
    book.text("DENGAN RAHMAT TUHAN YANG MAHA ESA", "Judul Peraturan")
    space_before(book, 14)
    book.text("{{ peraturan.kepala_besar }},", "Judul Peraturan")
    space_before(book, 10)


def considerations(book: Builder) -> None:
    """Write Menimbang and Mengingat."""
    for place, text in enumerate(_REASONS):
        letter = "abcd"[place]
        if place:
            book.text(f"{letter}.\t{text}", "Butir Menimbang")
        else:
            book.text(f"Menimbang\t:\t{letter}.\t{text}", "Menimbang")
            space_before(book, 14)
    book.text("Mengingat\t:\t1.\t{{ mengingat.pertama }};", "Menimbang")
    space_before(book, 10)
    book.each(
        "dasar in mengingat.berikutnya",
        "{{ dasar.nomor }}.\t{{ dasar.teks }};",
        "Butir Menimbang",
    )
    book.text("MEMUTUSKAN:", "Judul Peraturan")
    book.document.paragraphs[-1].paragraph_format.keep_with_next = True
    space_before(book, 12)
    decided = "PERATURAN {{ peraturan.jabatan_besar }} TENTANG " + ABOUT
    book.text(f"Menetapkan\t:\t{decided}.", "Menetapkan")
    space_before(book, 8)


def closing(book: Builder) -> None:
    """Write the order to promulgate, the signatures, and the gazette's entry."""
    book.text(
        "Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan "
        "{{ peraturan.jabatan }} ini dengan penempatannya dalam Berita Daerah {{ dokumen.nama }}.",
        "Isi Pasal",
    )
    space_before(book, 6)
    for paragraph in book.document.paragraphs[-2:]:
        paragraph.paragraph_format.keep_with_next = True
    signature(book)
    # Neither signature may stand on a page without text.
    book.document.paragraphs[-1].paragraph_format.keep_with_next = True
    for line in (
        "Diundangkan di {{ peraturan.tempat }}",
        f"pada tanggal {DOTS}",
        "SEKRETARIS DAERAH {{ dokumen.nama_besar }},",
        DOTS,
        f"BERITA DAERAH {{{{ dokumen.nama_besar }}}} TAHUN {DOTS} NOMOR {DOTS}",
    ):
        book.text(line, "Pengundangan")
        if line == DOTS:
            space_before(book, 44)
        elif line.startswith(("Diundangkan", "BERITA")):
            space_before(book, 18)
    book.document.paragraphs[-1].paragraph_format.keep_with_next = False


def signature(book: Builder, *, place: bool = True) -> None:
    """Write the signature of the head of the region; an annex repeats it without the place."""
    opening = ("Ditetapkan di {{ peraturan.tempat }}", f"pada tanggal {DOTS}") if place else ()
    for number, line in enumerate((*opening, "{{ peraturan.kepala_besar }},", DOTS)):
        book.text(line, "Pengesahan")
        space_before(book, 44 if line == DOTS else 0 if number else 18)
    book.document.paragraphs[-1].paragraph_format.keep_with_next = False


def page_numbers(book: Builder) -> None:
    """Write page numbers at the top, from the second page on, as ``- 2 -``."""
    section = book.document.sections[0]
    section.different_first_page_header_footer = True
    head = section.header.paragraphs[0]
    head.style = "Judul Peraturan"
    head.add_run("- ")
    add_field(head, "PAGE", "2")
    head.add_run(" -")


_REASONS = (
    (
        "bahwa setiap anak adalah amanah dan karunia Tuhan Yang Maha Esa yang berhak atas "
        "kelangsungan hidup, tumbuh, dan berkembang serta berhak atas perlindungan dari kekerasan "
        "dan diskriminasi, sehingga {{ dokumen.nama }} perlu menjadi daerah yang menjamin "
        "terpenuhinya hak tersebut;"
    ),
    "bahwa {{ menimbang.keadaan }} melalui aksi yang terencana, terpadu, dan berkelanjutan;",
    (
        "bahwa Pasal 21 Undang-Undang Nomor 23 Tahun 2002 tentang Perlindungan Anak sebagaimana "
        "telah diubah dengan Undang-Undang Nomor 35 Tahun 2014 memberi tugas kepada pemerintah "
        "daerah untuk melaksanakan dan mendukung kebijakan nasional dalam penyelenggaraan "
        "perlindungan anak, dan Peraturan Presiden Nomor 25 Tahun 2021 tentang Kebijakan "
        "Kabupaten/Kota Layak Anak menghendaki penyusunan rencana aksi daerah;"
    ),
    (
        "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, huruf b, dan huruf c, "
        "perlu menetapkan Peraturan {{ peraturan.jabatan }} tentang " + TITLE + ";"
    ),
)
