"""Codes ``KLA-K-…``: what a single cell may hold."""

from typing import Final

from kla_plan.pack.rules import rule, warning

REQUIRED: Final = rule(
    "KLA-K-001",
    "Sel wajib kosong",
    reason="Kolom ini harus terisi pada setiap baris.",
    remedy="Isi sel itu, atau hapus seluruh barisnya bila tidak dipakai.",
    example="kolom poin kosong pada lembar jawaban",
)
NOT_A_NUMBER: Final = rule(
    "KLA-K-002",
    "Bukan bilangan",
    reason="Ada huruf, satuan, atau tanda baca di dalam sel bilangan.",
    remedy="Tulis bilangannya saja, misalnya 1500000 atau 1.500.000 atau 12,5.",
    example='"1,5 miliar" pada kolom batas_atas',
)
AMBIGUOUS: Final = rule(
    "KLA-K-003",
    "Bilangan bermakna ganda",
    reason="Satu titik atau koma diikuti tiga angka dapat berarti ribuan atau pecahan.",
    remedy="Tulis tanpa pemisah ribuan, atau dengan jumlah desimal lain.",
    example='"1.500" sebagai volume: 1500 atau 1,5',
)
NOT_WHOLE: Final = rule(
    "KLA-K-004",
    "Harus bilangan bulat",
    reason="Rupiah, tahun, dan jeda dihitung bulat.",
    remedy="Bulatkan nilainya.",
    example='"1500000,75" pada kolom biaya_per_unit',
)
TOO_SMALL: Final = rule(
    "KLA-K-005",
    "Di bawah batas terkecil",
    reason="Nilai negatif atau terlalu kecil tidak masuk akal di kolom ini.",
    remedy="Periksa tanda minus dan satuannya.",
    example='"-5000000" pada kolom biaya_tetap',
)
TOO_LARGE: Final = rule(
    "KLA-K-006",
    "Di atas batas terbesar",
    reason="Nilai tidak masuk akal; mungkin kelebihan nol atau salah satuan.",
    remedy="Periksa jumlah nol dan satuannya.",
    example="harga satuan 900 triliun rupiah",
)
A_DATE: Final = rule(
    "KLA-K-007",
    "Isian berubah menjadi tanggal",
    reason="Excel mengubah isian seperti 1/2 atau 3-4 menjadi tanggal dengan sendirinya.",
    remedy="Ubah format sel menjadi Text (untuk kode) atau Number, lalu ketik ulang.",
    example='volume "1/2" menjadi 1 Februari',
)
CODE_AS_NUMBER: Final = rule(
    "KLA-K-008",
    "Kode berubah menjadi bilangan",
    reason="Excel membuang nol atau titik bila kode dibaca sebagai bilangan.",
    remedy="Ubah format kolom menjadi Text, lalu ketik ulang kodenya secara lengkap.",
    example="kode 2.08 tersimpan sebagai bilangan; kode wilayah 16.10 menjadi 16,1",
)
NO_VALUE: Final = rule(
    "KLA-K-009",
    "Rumus tanpa nilai tersimpan",
    reason="Berkas dibuat oleh program yang tidak menghitung rumusnya.",
    remedy="Buka dan simpan sekali di Excel, atau ganti rumus dengan nilainya.",
    example="=B2*C2 yang belum pernah dihitung",
)
ERROR_CELL: Final = rule(
    "KLA-K-010",
    "Sel berisi galat Excel",
    reason="Rumus gagal dihitung, misalnya acuannya terhapus.",
    remedy="Perbaiki rumusnya, atau ganti dengan nilainya.",
    example="#N/A, #REF!, #DIV/0!",
)
MERGED: Final = rule(
    "KLA-K-011",
    "Sel digabung",
    reason="Hanya sel pertama yang menyimpan nilai; sel lainnya terbaca kosong.",
    remedy="Batalkan penggabungan (Unmerge Cells), lalu isi setiap baris.",
    example="satu nama OPD digabung untuk tiga baris pagu",
)
NO_CHOICE: Final = rule(
    "KLA-K-012",
    "Pilihan tidak dikenal",
    reason="Kolom ini hanya menerima beberapa kata.",
    remedy="Pilih salah satu dari daftar.",
    example='status_bukti "komplet"',
)
NO_FLAG: Final = rule(
    "KLA-K-013",
    "Bukan ya atau tidak",
    reason="Kolom ini hanya menerima ya atau tidak.",
    remedy="Tulis ya atau tidak.",
    example='berulang "kadang"',
)
OTHER_FLAG: Final = warning(
    "KLA-K-014",
    "Ya/tidak ditulis dengan cara lain",
    reason="Isian seperti 1, TRUE, atau y dipahami, tetapi mudah keliru.",
    remedy="Tulis ya atau tidak.",
    example='wajib "TRUE" dibaca ya',
)
NO_YEAR: Final = rule(
    "KLA-K-015",
    "Bukan tahun",
    reason="Tahun ditulis dengan empat angka antara 1945 dan 2200.",
    remedy="Tulis tahun seperti 2026.",
    example='tahun "26"',
)
NO_SCALE: Final = rule(
    "KLA-K-016",
    "Daftar pecahan tidak terbaca",
    reason="Skala berisi pecahan dengan titik desimal, dipisah titik koma.",
    remedy="Tulis misalnya 0.25;0.5;0.75;1.",
    example='skala "25%;50%;100%"',
)
INVISIBLE: Final = rule(
    "KLA-K-017",
    "Karakter kendali di dalam sel",
    reason="Teks yang disalin dari PDF atau aplikasi lain membawa karakter tak terlihat.",
    remedy="Hapus isi sel, lalu ketik ulang.",
    example="nama kegiatan yang disalin dari PDF",
)
STRAY: Final = rule(
    "KLA-K-018",
    "Isian di luar kolom",
    reason="Sel berisi sesuatu padahal kolomnya tidak berjudul.",
    remedy="Beri judul kolom pada baris 1, atau hapus isian itu.",
    example="catatan di sebelah kanan tabel",
)
WRONG_KIND: Final = rule(
    "KLA-K-019",
    "Jenis isian salah",
    reason="Sel berisi TRUE/FALSE, padahal kolom ini meminta jenis lain.",
    remedy="Ketik ulang isi sel sesuai keterangan kolomnya.",
    example="TRUE pada kolom volume_maks",
)
NO_DATE: Final = rule(
    "KLA-K-020",
    "Bukan tanggal",
    reason="Kolom ini berisi hari, bulan, dan tahun.",
    remedy="Tulis misalnya 2026-03-31 atau 31 Maret 2026.",
    example='tenggat "akhir Maret"',
)
