"""Template of the chapters I–V: terms, purpose, standing, targets, and who does what."""

from kla_plan.papers.regulation.articles import Ayat, article, chapter, definitions
from kla_plan.report.word.template.parts import Builder

_LAW = "Peraturan {{ peraturan.jabatan }} ini"
#: From the general to the particular, related terms together, as the drafting form asks.
DEFINITIONS = (
    "Daerah adalah {{ dokumen.nama }}.",
    (
        "Pemerintah Daerah adalah {{ peraturan.jabatan }} sebagai unsur penyelenggara pemerintahan "
        "daerah yang memimpin pelaksanaan urusan pemerintahan yang menjadi kewenangan daerah "
        "otonom."
    ),
    "{{ peraturan.jabatan }} adalah {{ peraturan.kepala }}.",
    (
        "Perangkat Daerah adalah unsur pembantu {{ peraturan.jabatan }} dan dewan perwakilan "
        "rakyat daerah dalam penyelenggaraan urusan pemerintahan yang menjadi kewenangan Daerah."
    ),
    (
        "Instansi Vertikal adalah perangkat kementerian, lembaga pemerintah nonkementerian, atau "
        "lembaga negara lain yang melaksanakan tugasnya di Daerah."
    ),
    (
        "Anak adalah seseorang yang belum berusia 18 (delapan belas) tahun, termasuk anak yang "
        "masih dalam kandungan."
    ),
    (
        "Hak Anak adalah bagian dari hak asasi manusia yang wajib dijamin, dilindungi, dan "
        "dipenuhi oleh orang tua, keluarga, masyarakat, negara, pemerintah, dan pemerintah daerah."
    ),
    (
        "{{ peraturan.layak }} yang selanjutnya disingkat KLA adalah {{ peraturan.jenis }} dengan "
        "sistem pembangunan yang menjamin pemenuhan Hak Anak dan perlindungan khusus Anak yang "
        "dilakukan secara terencana, menyeluruh, dan berkelanjutan."
    ),
    (
        "Rencana Aksi Daerah {{ peraturan.layak }} Tahun {{ dokumen.periode }} yang selanjutnya "
        "disebut RAD KLA adalah dokumen yang memuat kegiatan, penanggung jawab, target, dan "
        "kebutuhan pendanaan penyelenggaraan KLA di Daerah."
    ),
    (
        "Gugus Tugas KLA adalah lembaga koordinatif yang dibentuk oleh {{ peraturan.jabatan }} "
        "untuk mengoordinasikan penyelenggaraan KLA di Daerah."
    ),
    (
        "Klaster adalah pengelompokan indikator KLA yang meliputi kelembagaan, 5 (lima) kelompok "
        "Hak Anak, serta penyelenggaraan KLA di kecamatan dan desa/kelurahan."
    ),
    (
        "Penilaian Mandiri adalah penilaian penyelenggaraan KLA oleh Pemerintah Daerah dengan "
        "instrumen evaluasi nasional sebelum diverifikasi."
    ),
    "Predikat adalah peringkat KLA yang ditetapkan melalui evaluasi nasional.",
    (
        "Forum Anak adalah wadah partisipasi Anak yang dibina oleh Pemerintah Daerah untuk "
        "menyalurkan pendapat, aspirasi, dan kebutuhan Anak."
    ),
    (
        "Rencana Pembangunan Jangka Menengah Daerah yang selanjutnya disingkat RPJMD adalah "
        "dokumen perencanaan Daerah untuk periode 5 (lima) tahun."
    ),
    (
        "Rencana Kerja Pemerintah Daerah yang selanjutnya disingkat RKPD adalah dokumen "
        "perencanaan Daerah untuk periode 1 (satu) tahun."
    ),
    (
        "Anggaran Pendapatan dan Belanja Daerah yang selanjutnya disingkat APBD adalah rencana "
        "keuangan tahunan Daerah yang ditetapkan dengan peraturan daerah."
    ),
)


def general(book: Builder) -> None:
    """BAB I Ketentuan Umum."""
    chapter(book, "I", "KETENTUAN UMUM")
    article(book, 1, Ayat(f"Dalam {_LAW} yang dimaksud dengan:"))
    definitions(book, DEFINITIONS)


def purpose(book: Builder) -> None:
    """BAB II Maksud, Tujuan, dan Ruang Lingkup."""
    chapter(book, "II", "MAKSUD, TUJUAN, DAN RUANG LINGKUP")
    article(
        book,
        2,
        Ayat(
            f"{_LAW} dimaksudkan sebagai pedoman bagi Pemerintah Daerah dan pihak lain yang "
            "berperan dalam merencanakan, menganggarkan, melaksanakan, memantau, dan mengevaluasi "
            "penyelenggaraan KLA."
        ),
        Ayat(
            f"{_LAW} bertujuan untuk:",
            (
                "menutup kesenjangan nilai KLA pada setiap Klaster secara bertahap",
                "memadukan kegiatan Perangkat Daerah, Instansi Vertikal, dan mitra",
                (
                    "memastikan setiap kegiatan memiliki penanggung jawab, target tahunan, dan "
                    "sumber pendanaan"
                ),
                "menyediakan ukuran keberhasilan yang dapat dipantau setiap tahun",
            ),
        ),
    )
    scope = (
        "kedudukan dan sistematika RAD KLA", "target", "pelaksanaan", "pendanaan",
        "pemantauan, evaluasi, dan pelaporan", "perubahan RAD KLA",
        "peran serta masyarakat, dunia usaha, dan media massa",
    )  # fmt: skip
    article(book, 3, Ayat(f"Ruang lingkup {_LAW} meliputi:", scope))


def standing(book: Builder) -> None:
    """BAB III Kedudukan dan Sistematika."""
    chapter(book, "III", "KEDUDUKAN DAN SISTEMATIKA")
    article(
        book,
        4,
        Ayat(
            "RAD KLA merupakan penjabaran kebijakan nasional KLA di Daerah dan menjadi acuan dalam "
            "penyusunan RPJMD, RKPD, serta rencana strategis dan rencana kerja Perangkat Daerah."
        ),
        Ayat("RAD KLA berlaku untuk tahun {{ dokumen.periode }}."),
    )
    article(
        book,
        5,
        Ayat("RAD KLA disusun dengan sistematika sebagaimana tercantum dalam Lampiran I."),
        Ayat(
            "Kegiatan RAD KLA menurut Klaster beserta penanggung jawab, tahun pelaksanaan, dan "
            "kebutuhan pendanaannya tercantum dalam Lampiran II."
        ),
        Ayat(
            "Lampiran I, Lampiran II, Lampiran III, dan Lampiran IV merupakan bagian yang tidak "
            f"terpisahkan dari {_LAW}."
        ),
    )


def targets(book: Builder) -> None:
    """BAB IV Target."""
    chapter(book, "IV", "TARGET")
    article(
        book,
        6,
        Ayat("Pelaksanaan RAD KLA diarahkan untuk mencapai {{ target.arah }}."),
        Ayat("Target nilai KLA menurut Penilaian Mandiri:", loop="target.mandiri"),
        Ayat(
            "Dengan memperhitungkan pengurangan sebesar {{ target.potongan }} pada saat "
            "verifikasi, nilai KLA sebagaimana dimaksud pada ayat (2) diperkirakan menjadi:",
            loop="target.verifikasi",
        ),
        Ayat("Predikat yang diraih Daerah ditetapkan melalui evaluasi nasional."),
    )


def doing(book: Builder) -> None:
    """BAB V Pelaksanaan."""
    chapter(book, "V", "PELAKSANAAN")
    article(
        book,
        7,
        Ayat(
            "Perangkat Daerah melaksanakan RAD KLA sebagai penanggung jawab atau pendukung "
            "kegiatan sesuai dengan tugas dan fungsinya."
        ),
        Ayat(
            "Instansi Vertikal dan mitra berperan dalam pelaksanaan RAD KLA melalui koordinasi dan "
            "kesepakatan dengan Pemerintah Daerah."
        ),
        Ayat(
            "Pembagian peran sebagaimana dimaksud pada ayat (1) dan ayat (2) tercantum dalam "
            "Lampiran III."
        ),
        Ayat(
            "Penanggung jawab kegiatan menyiapkan data dukung penilaian KLA atas kegiatan yang "
            "dilaksanakannya."
        ),
    )
    article(
        book,
        8,
        Ayat("Pelaksanaan RAD KLA dikoordinasikan oleh Gugus Tugas KLA."),
        Ayat(
            "Gugus Tugas KLA sebagaimana dimaksud pada ayat (1) terdiri atas unsur Perangkat "
            "Daerah, Instansi Vertikal, lembaga masyarakat, dunia usaha, media massa, dan Forum "
            "Anak."
        ),
        Ayat(
            "Sekretariat Gugus Tugas KLA berada pada Perangkat Daerah yang membidangi "
            "pemberdayaan perempuan dan perlindungan Anak."
        ),
        Ayat(
            "Susunan dan tugas Gugus Tugas KLA ditetapkan dengan Keputusan {{ peraturan.jabatan }}."
        ),
    )
    article(
        book,
        9,
        Ayat(
            "Perangkat Daerah memuat kegiatan RAD KLA yang menjadi tanggung jawabnya dalam rencana "
            "strategis, rencana kerja, dan rencana kerja dan anggaran Perangkat Daerah."
        ),
        Ayat(
            "Perangkat Daerah yang membidangi perencanaan pembangunan menyelaraskan kegiatan RAD "
            "KLA dengan RPJMD dan RKPD."
        ),
    )
