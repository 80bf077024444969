"""Codes ``KLA-B-…``: files, sheets and columns."""

from typing import Final

from kla_plan.pack.rules import rule, warning

NOT_FOUND: Final = rule(
    "KLA-B-001",
    "Paket tidak ditemukan",
    reason="Nama folder atau berkas salah ketik, atau berada di folder lain.",
    remedy="Periksa nama dan letaknya; paket berupa folder CSV atau satu berkas .xlsx.",
    example="kla-plan check data/daerah/ogan-illir",
)
NO_WORKBOOK: Final = rule(
    "KLA-B-002",
    "Berkas bukan buku kerja Excel",
    reason="Berkas rusak, bentuk lain yang diberi nama .xlsx, atau bentuk lama .xls.",
    remedy='Buka di Excel lalu simpan ulang sebagai "Excel Workbook (*.xlsx)".',
    example="paket.xlsx yang sebenarnya berkas PDF",
)
PASSWORD: Final = rule(
    "KLA-B-003",
    "Buku kerja berkata sandi",
    reason="Berkas dienkripsi sehingga isinya tidak dapat dibaca.",
    remedy="Buka di Excel, hapus kata sandi (File, Info, Protect Workbook), lalu simpan.",
    example="paket.xlsx yang meminta kata sandi saat dibuka",
)
BOMB: Final = rule(
    "KLA-B-004",
    "Isi buku kerja terlalu besar setelah dimekarkan",
    reason="Berkas kecil yang mekar menjadi sangat besar dapat menghabiskan memori komputer.",
    remedy="Salin baris yang berisi data ke buku kerja baru, lalu simpan.",
    example="berkas 1 MB yang mekar menjadi beberapa GB",
)
BAD_CSV: Final = rule(
    "KLA-B-005",
    "Berkas CSV tidak terbaca",
    reason="Berkas tidak disimpan sebagai UTF-8, atau tanda kutipnya tidak berpasangan.",
    remedy='Simpan ulang dari Excel sebagai "CSV UTF-8 (Comma delimited)".',
    example="pagu.csv yang disimpan sebagai ANSI dengan huruf é",
)
EMPTY_PACK: Final = rule(
    "KLA-B-006",
    "Paket kosong",
    reason="Tidak ada satu pun lembar atau berkas CSV yang dikenal.",
    remedy='Buat paket baru dengan "kla-plan new FOLDER", lalu isi lembarnya.',
    example="folder tanpa profil.csv",
)
MISSING_SHEET: Final = rule(
    "KLA-B-007",
    "Lembar wajib tidak ada",
    reason="Lembar belum dibuat atau namanya salah ketik.",
    remedy="Tambahkan lembar (atau berkas CSV) dengan nama itu.",
    example="paket tanpa lembar pagu",
)
MISSING_COLUMN: Final = rule(
    "KLA-B-008",
    "Kolom wajib tidak ada",
    reason="Kolom terhapus atau judulnya salah ketik.",
    remedy="Tambahkan kolom dengan judul persis seperti itu pada baris 1.",
    example="lembar jawaban tanpa kolom poin",
)
UNKNOWN_COLUMN: Final = rule(
    "KLA-B-009",
    "Kolom tidak dikenal",
    reason="Judul kolom salah ketik; isinya tidak akan dipakai.",
    remedy='Perbaiki judulnya, hapus kolomnya, atau awali judulnya dengan "catatan".',
    example="kolom biaya_perunit pada lembar biaya",
)
UNKNOWN_SHEET: Final = warning(
    "KLA-B-010",
    "Lembar tidak dikenal",
    reason="Nama lembar salah ketik, atau lembar itu catatan sendiri.",
    remedy='Perbaiki namanya, atau awali namanya dengan "catatan"; isinya tidak dipakai.',
    example="lembar jawabn",
)
DOUBLE_COLUMN: Final = rule(
    "KLA-B-011",
    "Judul kolom muncul dua kali",
    reason="Kolom tersalin dua kali; tidak jelas yang mana yang berlaku.",
    remedy="Hapus salah satu kolom.",
    example="dua kolom poin pada lembar jawaban",
)
DOUBLE_SHEET: Final = rule(
    "KLA-B-012",
    "Lembar muncul dua kali",
    reason="Dua lembar bernama sama bila huruf besar dan spasi diabaikan.",
    remedy="Hapus atau ganti nama salah satunya.",
    example='lembar "pagu" dan "Pagu "',
)
NO_HEADINGS: Final = rule(
    "KLA-B-013",
    "Baris judul tidak ada",
    reason="Baris 1 kosong, misalnya karena judul laporan atau baris kosong disisipkan.",
    remedy="Letakkan judul kolom pada baris 1 dan data mulai baris 2.",
    example="judul kolom baru mulai pada baris 3",
)
NO_SCORES: Final = rule(
    "KLA-B-014",
    "Tidak ada jawaban maupun skor",
    reason="Keadaan awal daerah tidak diketahui tanpa salah satu lembar itu.",
    remedy="Isi lembar jawaban (poin setiap pertanyaan) atau lembar skor (poin agregat).",
    example="paket tanpa jawaban.csv dan tanpa skor.csv",
)
TARGET_EXISTS: Final = rule(
    "KLA-B-015",
    "Tujuan sudah ada isinya",
    reason="Berkas yang sudah ada tidak ditimpa agar isian Anda tidak hilang.",
    remedy="Pilih nama lain, atau pindahkan dahulu yang lama.",
    example="kla-plan new pada folder yang sudah berisi",
)
UNREADABLE: Final = rule(
    "KLA-B-016",
    "Berkas tidak dapat dibuka",
    reason="Berkas sedang dikunci program lain, atau Anda tidak berhak membacanya.",
    remedy="Tutup berkas di Excel dan periksa hak aksesnya.",
    example="paket.xlsx yang sedang terbuka di Excel",
)
TOO_LONG: Final = rule(
    "KLA-B-017",
    "Isi tidak muat dalam buku kerja Excel",
    reason="Sel Excel memuat paling banyak 32.767 karakter dan nama lembar 31 karakter.",
    remedy="Persingkat isinya sebelum membuat buku kerja.",
    example="uraian 40.000 karakter pada satu sel",
)
