"""The kinds of rules by name, in the order in which planners meet them."""

from collections.abc import Mapping

#: Names of the kinds of rules, in the order in which planners meet them.
KINDS: Mapping[str, str] = {
    "pagu_atas": "Pagu",
    "pagu_bawah": "Belanja minimum",
    "kapasitas": "Kapasitas OPD",
    "wajib": "Kegiatan wajib",
    "prasyarat": "Prasyarat",
    "jendela": "Jendela waktu",
    "eksklusif": "Kelompok eksklusif",
    "kunci": "Kunci",
    "larang": "Larangan",
    "target": "Target",
    "min_poin_klaster": "Keadilan: poin minimum klaster",
    "min_porsi_klaster": "Keadilan: porsi minimum klaster",
    "maks_porsi_opd": "Keadilan: porsi maksimum OPD",
    "sebaran_kecamatan": "Keadilan: sebaran wilayah",
    "perlindungan_khusus": "Keadilan: perlindungan khusus anak",
    "tahan_biaya": "Ketahanan biaya",
    "tahan_jawaban": "Ketahanan jawaban",
}
