"""Codes of the profile: required facts, years and the instrument it names."""

from typing import Final

from kla_plan.pack.rules import rule

#: Years of the longest plan that is read; RPJPD, the longest regional plan, has 20.
LONGEST_HORIZON: Final = 30

MISSING_KEY: Final = rule(
    "KLA-D-020",
    "Fakta wajib tidak ada di profil",
    reason="Baris terhapus, kuncinya salah ketik, atau nilainya belum diisi.",
    remedy="Tambahkan baris dengan kunci itu pada lembar profil, lalu isi nilainya.",
    example="profil tanpa tahun_akhir",
)
HORIZON_REVERSED: Final = rule(
    "KLA-D-021",
    "Tahun awal setelah tahun akhir",
    reason="Kedua tahun tertukar atau salah ketik.",
    remedy="Perbaiki tahun_awal atau tahun_akhir.",
    example="tahun_awal 2030, tahun_akhir 2024",
)
BASE_YEAR: Final = rule(
    "KLA-D-022",
    "Tahun dasar tidak sebelum tahun awal",
    reason="Jawaban adalah keadaan akhir tahun dasar; rencana dimulai sesudahnya.",
    remedy="Tahun dasar biasanya tahun_awal dikurangi satu.",
    example="tahun_dasar 2024, tahun_awal 2024",
)
HORIZON_LONG: Final = rule(
    "KLA-D-023",
    "Cakrawala terlalu panjang",
    reason="Salah satu tahun mungkin salah ketik.",
    remedy=f"Pilih cakrawala paling lama {LONGEST_HORIZON} tahun.",
    example="tahun_awal 2024, tahun_akhir 2203",
)
UNKNOWN_INSTRUMENT: Final = rule(
    "KLA-D-024",
    "Instrumen tidak dikenal",
    reason="Nama instrumen salah ketik, atau instrumennya belum tersedia.",
    remedy="Pilih instrumen bawaan, atau sertakan folder instrumen/ di dalam paket.",
    example='instrumen "2O24" dengan huruf O',
)
