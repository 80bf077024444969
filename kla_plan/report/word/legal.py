"""Legal basis: full titles as printed in regulations that were read, and what is still to check."""

from kla_plan.pack.model import Profil

_GAZETTE = "Lembaran Negara Republik Indonesia"


def _printed(year: int, number: int, supplement: int | None = None) -> str:
    extra = f", Tambahan {_GAZETTE} Nomor {supplement}" if supplement else ""
    return f"({_GAZETTE} Tahun {year} Nomor {number}{extra})"


#: Regulations whose titles were read in the considerans of local regulations.
NATIONAL = (
    "Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945",
    f"Undang-Undang Nomor 4 Tahun 1979 tentang Kesejahteraan Anak {_printed(1979, 32, 3143)}",
    f"Undang-Undang Nomor 39 Tahun 1999 tentang Hak Asasi Manusia {_printed(1999, 165, 3886)}",
    (
        f"Undang-Undang Nomor 23 Tahun 2002 tentang Perlindungan Anak {_printed(2002, 109, 4235)} "
        "sebagaimana telah diubah beberapa kali, antara lain dengan Undang-Undang Nomor 35 Tahun "
        f"2014 {_printed(2014, 297, 5606)}"
    ),
    (
        "Undang-Undang Nomor 25 Tahun 2004 tentang Sistem Perencanaan Pembangunan Nasional "
        f"{_printed(2004, 104, 4421)}"
    ),
    (
        "Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-undangan "
        f"{_printed(2011, 82, 5234)} sebagaimana telah diubah dengan Undang-Undang Nomor 15 Tahun "
        f"2019 {_printed(2019, 183, 6398)}"
    ),
    (
        "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah "
        f"{_printed(2014, 244, 5587)} sebagaimana telah diubah beberapa kali"
    ),
    "Peraturan Pemerintah Nomor 78 Tahun 2021 tentang Perlindungan Khusus bagi Anak",
    (
        "Peraturan Presiden Nomor 25 Tahun 2021 tentang Kebijakan Kabupaten/Kota Layak Anak "
        f"{_printed(2021, 96)}"
    ),
)

#: What must be looked up before the document is printed.
TO_CHECK = (
    (
        "Judul lengkap dan nomor Lembaran Negara perubahan kedua Undang-Undang tentang "
        "Perlindungan Anak (Undang-Undang Nomor 17 Tahun 2016) dan perubahan terakhir "
        "Undang-Undang tentang Pemerintahan Daerah (Undang-Undang Nomor 6 Tahun 2023)."
    ),
    (
        "Judul lengkap ratifikasi Konvensi Hak Anak (Keputusan Presiden Nomor 36 Tahun 1990) serta "
        "konvensi ILO (Undang-Undang Nomor 20 Tahun 1999 dan Undang-Undang Nomor 1 Tahun 2000)."
    ),
    "Judul lengkap Peraturan Presiden Nomor 60 Tahun 2013 tentang PAUD-HI.",
    "Judul lengkap Peraturan Menteri PPPA Nomor 12 Tahun 2022 sebagai dasar evaluasi KLA.",
    (
        "Judul lengkap Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017 dan Nomor 90 Tahun 2019 "
        "beserta pemutakhiran kode dan nomenklaturnya."
    ),
    (
        "Keberlakuan dan judul Undang-Undang Nomor 12 Tahun 2022 (tindak pidana kekerasan "
        "seksual), Peraturan Presiden Nomor 101 Tahun 2022 (penghapusan kekerasan terhadap anak), "
        "Peraturan Presiden Nomor 55 Tahun 2024 (UPTD PPA), dan Peraturan Menteri PPPA Nomor 1 "
        "Tahun 2022 (Forum Anak)."
    ),
    (
        "Penetapan perubahan Peraturan Presiden Nomor 25 Tahun 2021 dan instrumen evaluasi tahun "
        "berikutnya."
    ),
)


def legal_basis(profile: Profil) -> list[str]:
    """Return the numbered list: national rules, then those of the region that the pack names."""
    local = [profile.fact("kebijakan_lokal"), profile.fact("dokumen_perencanaan")]
    items = [*NATIONAL, *(text for text in local if text)]
    ends = [";"] * (len(items) - 2) + ["; dan", "."]
    return [
        f"{place}.\t{text.rstrip('.')}{end}"
        for place, (text, end) in enumerate(zip(items, ends, strict=True), start=1)
    ]
