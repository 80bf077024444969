"""Broken inputs: what is damaged, and the code, sheet and cell that must be named.

Each case damages the tiny pack in one place. Unless ``also`` names more, the expected code must
be the only error: one fault must not drown in its consequences.
"""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Case:
    """One damage. ``only`` is ``xlsx`` where CSV cannot hold it, ``csv`` the other way round."""

    name: str
    code: str
    where: str
    edits: dict[str, Any]
    says: str = ""
    also: frozenset[str] = field(default_factory=frozenset)
    only: str = ""


CELLS = [
    Case("wajib kosong", "KLA-K-001", "jawaban!B2", {"jawaban!B2": ""}, "wajib diisi"),
    Case("satuan di sel", "KLA-K-002", "pagu!D2", {"pagu!D2": "1,5 miliar"}),
    Case("ganda", "KLA-K-003", "kegiatan!G5", {"kegiatan!G5": "1.500"}, "Dapat dibaca 1.500"),
    Case("rupiah pecahan", "KLA-K-004", "biaya!D2", {"biaya!D2": "1500000,75"}),
    Case("rupiah pecahan Excel", "KLA-K-004", "biaya!D2", {"biaya!D2": 1500000.75}),
    Case("uang negatif", "KLA-K-005", "biaya!D2", {"biaya!D2": "-5000000"}),
    Case("uang tak masuk akal", "KLA-K-006", "biaya!D2", {"biaya!D2": "900000000000000"}),
    Case("kenaikan persen", "KLA-K-006", "dampak!C2", {"dampak!C2": "50"}),
    Case("tanggal teks", "KLA-K-007", "kegiatan!G2", {"kegiatan!G2": "1/2"}),
    Case("tanggal bulan", "KLA-K-007", "pagu!D2", {"pagu!D2": "05-Jan-24"}),
    Case("tanggal Excel", "KLA-K-007", "kegiatan!G2", {"kegiatan!G2": dt.date(2026, 2, 1)},
         only="xlsx"),
    Case("jam Excel", "KLA-K-007", "kegiatan!G2", {"kegiatan!G2": dt.time(1, 30)}, only="xlsx"),
    Case("kode jadi tanggal", "KLA-K-007", "kegiatan!C2",
         {"kegiatan!C2": dt.datetime.combine(dt.date(2026, 8, 2), dt.time(1))}, only="xlsx"),
    Case("kode jadi bilangan", "KLA-K-008", "kegiatan!C2", {"kegiatan!C2": 2.08}, only="xlsx"),
    Case("kode ilmiah", "KLA-K-008", "kegiatan!C2", {"kegiatan!C2": "2,08E+12"}),
    Case("kode wilayah", "KLA-K-008", "profil!B2", {"profil!B2": 16.1}, only="xlsx"),
    Case("rumus tanpa nilai", "KLA-K-009", "pagu!D2", {"pagu!D2": "=D3+D4"}, only="xlsx"),
    Case("galat Excel", "KLA-K-010", "pagu!D2", {"pagu!D2": "#N/A"}),
    Case("galat di teks", "KLA-K-010", "opd!B2", {"opd!B2": "#REF!"}),
    Case("pilihan", "KLA-K-012", "jawaban!D2", {"jawaban!D2": "lenkap"}, "lengkap"),
    Case("bukan ya", "KLA-K-013", "kegiatan!L2", {"kegiatan!L2": "kadang"}),
    Case("bukan ya di profil", "KLA-K-013", "profil!B10", {"profil!B10": "mungkin"}),
    Case("ya lain", "KLA-K-014", "kegiatan!Q2", {"kegiatan!Q2": "1"}, 'dibaca "ya"'),
    Case("ya Excel", "KLA-K-014", "kegiatan!L2", {"kegiatan!L2": False}, 'dibaca "tidak"',
         only="xlsx"),
    Case("dipakai lain", "KLA-K-014", "kegiatan!X2", {"kegiatan!X2": "true"}, 'dibaca "ya"'),
    Case("dipakai rusak", "KLA-K-013", "kegiatan!X2", {"kegiatan!X2": "entah"}),
    Case("tahun dua angka", "KLA-K-015", "pagu!A2", {"pagu!A2": "26"}),
    Case("tahun profil", "KLA-K-015", "profil!B9", {"profil!B9": "20288"[:3]}),
    Case("skala persen", "KLA-K-016", "pertanyaan!G2", {"pertanyaan!G2": "50%;100%"}),
    Case("bukan tanggal", "KLA-K-020", "bukti!D2",
         {"bukti": [["pertanyaan", "bukti", "uraian", "tenggat"],
                    ["P3.1", "B1", "SK", "akhir Maret"]]}),
    Case("karakter kendali", "KLA-K-017", "opd!B2", {"opd!B2": "Dinas\x07Alfa"}, only="csv"),
    Case("di luar kolom", "KLA-K-018", "pagu!J3", {"pagu!J3": "lihat DPA"}),
    Case("benar/salah", "KLA-K-019", "kegiatan!G2", {"kegiatan!G2": True}, only="xlsx"),
]  # fmt: skip

FILES = [
    Case("lembar hilang", "KLA-B-007", "pagu!", {"pagu": None}, 'Lembar "pagu"'),
    Case("lembar salah nama", "KLA-B-007", "opd!",
         {"opd": None, "opdd": [["opd", "nama"], ["Dinas A", "x"]]}, 'maksud Anda "opdd"'),
    Case("instrumen terpotong", "KLA-B-007", "predikat!", {"predikat": None}),
    Case("profil hilang", "KLA-B-007", "profil!", {"profil": None}),
    Case("kolom hilang", "KLA-B-008", "jawaban!1:1", {"jawaban!B1": "catatan"}, '"poin"'),
    Case("kolom mirip", "KLA-B-008", "jawaban!1:1", {"jawaban!B1": "poinn"}, 'mirip: "poinn"',
         also=frozenset({"KLA-B-009"})),
    Case("kolom asing", "KLA-B-009", "pagu!H1", {"pagu!H1": "batas_ats"}, '"batas_atas"'),
    Case("lembar asing", "KLA-B-010", "jawabn!", {"jawabn": [["a"], ["b"]]}, '"jawaban"'),
    Case("kolom kembar", "KLA-B-011", "pagu!H1", {"pagu!H1": "Batas_Atas"}),
    Case("tanpa judul", "KLA-B-013", "opd!A1", {"opd": [[""], ["opd", "nama"], ["A", "B"]]}),
    Case("tanpa nilai awal", "KLA-B-014", "!", {"jawaban": None, "skor": None}),
]  # fmt: skip

PROFILE = [
    Case("fakta hilang", "KLA-D-020", "profil!", {"profil!A9": "tahun_akir"}, "tahun_akir"),
    Case("fakta kosong", "KLA-D-020", "profil!B3", {"profil!B3": ""}, "Isi kolom nilai."),
    Case("jenis salah", "KLA-K-012", "profil!B4", {"profil!B4": "kotamadya"}),
    Case("tahun terbalik", "KLA-D-021", "profil!B9", {"profil!B9": "2020"}),
    Case("tahun dasar", "KLA-D-022", "profil!B7", {"profil!B7": "2026"}),
    Case("cakrawala panjang", "KLA-D-023", "profil!B9", {"profil!B9": "2128"}),
    Case("instrumen asing", "KLA-D-024", "profil!B6",
         {"profil!B6": "2O24", "klaster": None, "indikator": None, "pertanyaan": None,
          "predikat": None}, '"2024"'),
]  # fmt: skip

ROWS = [
    Case("rujukan", "KLA-D-001", "kegiatan!D2", {"kegiatan!D2": "Dinas AA"}, '"Dinas A"'),
    Case("rujukan daftar", "KLA-D-001", "kegiatan!H4", {"kegiatan!H4": "Dinas A;Dinas C"}),
    Case("rujukan instrumen", "KLA-D-001", "dampak!B2", {"dampak!B2": "P1.9"}, "instrumen"),
    Case("rujukan kosong", "KLA-D-001", "prasyarat!B2", {"prasyarat!B2": "A9"}),
    Case("indikator lepas", "KLA-D-001", "pertanyaan!B2", {"pertanyaan!B2": "I9"}),
    Case("klaster lepas", "KLA-D-001", "indikator!C2", {"indikator!C2": "KZ"}),
    Case("realisasi asing", "KLA-D-001", "realisasi!B2",
         {"realisasi!A2": "2026", "realisasi!B2": "A9", "realisasi!C2": "1",
          "realisasi!D2": "5000000"}),
    Case("kunci ganda", "KLA-D-002", "jawaban!A6", {"jawaban!A6": "P1.1"}, "sel A2"),
    Case("kunci ganda katalog", "KLA-D-002", "biaya!A3", {"biaya!A3": "A1"}),
    Case("poin lebih", "KLA-D-030", "jawaban!B2", {"jawaban!B2": "5"}, "maksimum P1.1"),
    Case("verifikasi lebih", "KLA-D-031", "jawaban!C2", {"jawaban!C2": "3"}),
    Case("skor tanpa kode", "KLA-D-032", "skor!B2",
         {"jawaban!A6": "", "jawaban!B6": "", "jawaban!F6": "",
          "skor": [["tingkat", "kode", "poin"], ["klaster", "I1", "3"]]}, "bukan kode klaster"),
    Case("total berkode", "KLA-D-032", "skor!B2",
         {"skor": [["tingkat", "kode", "poin"], ["total", "KA", "9"]]}),
    Case("skor lebih", "KLA-D-033", "skor!C2",
         {"jawaban!A4": "", "jawaban!B4": "", "jawaban!D4": "",
          "skor": [["tingkat", "kode", "poin"], ["indikator", "I2", "6"]]},
         also=frozenset({"KLA-D-034"})),
    Case("skor kurang", "KLA-D-034", "skor!C2",
         {"jawaban!A4": "", "jawaban!B4": "", "jawaban!D4": "",
          "skor": [["tingkat", "kode", "poin"], ["klaster", "KA", "1"]]}, "sudah berjumlah 2"),
    Case("skor tak terpakai", "KLA-D-035", "skor!C2",
         {"skor": [["tingkat", "kode", "poin"], ["total", "", "8"]]}, "berjumlah 9"),
    Case("jawaban terlalu awal", "KLA-D-036", "jawaban_2024!",
         {"jawaban_2024": [["pertanyaan", "poin"], ["P1.1", "1"]]}),
    Case("paket kosong", "KLA-D-040", "profil!",
         {"kegiatan": [["kegiatan", "nama", "opd", "indikator", "satuan", "volume_maks"]],
          "biaya": [["kegiatan", "tahun_ke"]], "dampak": [["kegiatan", "pertanyaan", "kenaikan"]],
          "prasyarat": None}),
    Case("minimum lebih", "KLA-D-041", "kegiatan!J4", {"kegiatan!J4": "3"}),
    Case("bulat tak mungkin", "KLA-D-041", "kegiatan!G2", {"kegiatan!G2": "0.5"}),
    Case("jendela terbalik", "KLA-D-042", "kegiatan!N2",
         {"kegiatan!M2": "2028", "kegiatan!N2": "2026"}),
    Case("jendela di depan", "KLA-D-043", "kegiatan!M2", {"kegiatan!M2": "2031"}),
    Case("jendela di belakang", "KLA-D-043", "kegiatan!N2", {"kegiatan!N2": "2025"}),
    Case("kode terpotong", "KLA-D-044", "kegiatan!C2", {"kegiatan!C2": "2.08"}),
    Case("kode asing", "KLA-D-045", "kegiatan!C2",
         {"kegiatan!C2": "2.08.06.2.01.9999",
          "nomenklatur": [["kode", "level", "nama"],
                          ["2.08.06.2.01.0001", "sub_kegiatan", "Advokasi"]]}),
    Case("batas pecahan", "KLA-D-046", "kegiatan!G5", {"kegiatan!G5": "10.5"}),
    Case("kenaikan nol", "KLA-D-050", "dampak!C2", {"dampak!C2": "0"}),
    Case("paket beda", "KLA-D-051", "dampak!C6",
         {"dampak!G2": "SK", "dampak!G6": "SK"}, "0,5000 pada"),
    Case("paket tak sampai", "KLA-D-052", "dampak!H4",
         {"dampak!G4": "SK", "dampak!H4": "5"}, "paling banyak 4"),
    Case("tak terjangkau", "KLA-D-053", "profil!",
         {"dampak!A4": "A1", "dampak!B4": "P1.2"}, "P2.1"),
    Case("terjangkau", "KLA-D-054", "tidak_terjangkau!A2", {"tidak_terjangkau!A2": "P1.1"}),
    Case("tanpa dampak", "KLA-D-055", "kegiatan!A6", {"dampak!A6": "A2"}),
    Case("seterusnya", "KLA-D-060", "biaya!E4", {"biaya!E4": "ya"}),
    Case("vertikal berbiaya", "KLA-D-061", "kegiatan!D5", {"kegiatan!D5": "Polres"}),
    Case("tanpa dana", "KLA-D-062", "kegiatan!O2", {"kegiatan!O2": "PAD;CSR"}, "PAD dan CSR"),
    Case("dana asing", "KLA-D-063", "kegiatan!O2", {"kegiatan!O2": "DAU;DAUU"}, '"DAU"'),
    Case("harga kecil", "KLA-D-064", "biaya!D2", {"biaya!D2": "50"}),
    Case("pagu kecil", "KLA-D-064", "pagu!D2", {"pagu!D2": "150"}),
    Case("tanpa biaya", "KLA-D-065", "kegiatan!A5", {"biaya!A6": "A5"}),
    Case("pagu tanpa batas", "KLA-D-070", "pagu!D8",
         {"pagu!A8": "2026", "pagu!B8": "DAU", "pagu!C8": "Dinas A"}),
    Case("lantai di atas", "KLA-D-071", "pagu!E2", {"pagu!E2": "160000000"}),
    Case("lantai sempit", "KLA-D-071", "pagu!E8",
         {"pagu!A8": "2026", "pagu!B8": "DAU", "pagu!C8": "Dinas A", "pagu!E8": "160000000"},
         "sel D2"),
    Case("tanpa atap", "KLA-D-072", "pagu!", {"pagu!D7": "", "pagu!E7": "1000000"}, "2028"),
    Case("pagu lampau", "KLA-D-073", "pagu!A8",
         {"pagu!A8": "2025", "pagu!B8": "DAU", "pagu!D8": "100000000"}),
    Case("melingkar", "KLA-D-080", "prasyarat!B3",
         {"prasyarat!A3": "A1", "prasyarat!B3": "A3"}, "membutuhkan"),
    Case("butuh diri", "KLA-D-080", "prasyarat!B2", {"prasyarat!A2": "A1"}),
    Case("dua wajib", "KLA-D-081", "kegiatan!Q3",
         {"kegiatan!Q2": "ya", "kegiatan!R2": "X", "kegiatan!Q3": "ya", "kegiatan!R3": "X"}),
    Case("prasyarat eksklusif", "KLA-D-082", "prasyarat!B2",
         {"kegiatan!R2": "X", "kegiatan!R4": "X"}),
    Case("realisasi lewat", "KLA-D-090", "realisasi!A2",
         {"realisasi!A2": "2032", "realisasi!B2": "A1", "realisasi!C2": "1",
          "realisasi!D2": "5000000"}),
    Case("tak ada sisa", "KLA-D-091", "realisasi!A2",
         {"realisasi!A2": "2028", "realisasi!B2": "A1", "realisasi!C2": "1",
          "realisasi!D2": "5000000"}),
    Case("realisasi lebih", "KLA-D-092", "realisasi!C3",
         {"realisasi!A2": "2024", "realisasi!B2": "A1", "realisasi!C2": "1",
          "realisasi!D2": "5000000", "realisasi!A3": "2026", "realisasi!B3": "A1",
          "realisasi!C3": "1", "realisasi!D3": "5000000"}, "sampai 2"),
    Case("skala turun", "KLA-D-100", "pertanyaan!G2", {"pertanyaan!G2": "0.75;0.5;1"}),
    Case("skala tak penuh", "KLA-D-100", "pertanyaan!G2", {"pertanyaan!G2": "0.5;0.75"}),
    Case("indikator pendek", "KLA-D-101", "indikator!E2",
         {"indikator!E2": "9", "klaster!C2": "14"}),
    Case("klaster beda", "KLA-D-102", "klaster!C2", {"klaster!C2": "12"}),
    Case("predikat tinggi", "KLA-D-103", "predikat!B3", {"predikat!B3": "900"}),
    Case("wajib dibuang", "KLA-D-012", "kegiatan!Q6",
         {"kegiatan!Q6": "ya", "kegiatan!X6": "tidak", "dampak!A6": "A2"}),
    Case("baris kegiatan dibuang", "KLA-D-013", "dampak!A6", {"kegiatan!X6": "tidak"}),
    Case("butuh yang dibuang", "KLA-D-011", "prasyarat!B2",
         {"kegiatan!X2": "tidak", "biaya!A2": "A2", "biaya!B2": "9", "dampak!A2": "A3"}),
    Case("baris dampak dibuang", "KLA-D-014", "dampak!A6",
         {"dampak!C6": "0.5", "dampak!G2": "SK", "dampak!G6": "SK", "dampak!K6": "tidak"}),
]  # fmt: skip

_REGION_HEAD = ["wilayah", "nama", "tingkat", "induk", "jumlah_anak"]
_REGIONS = [
    ["99.99.01", "Utara", "kecamatan", "", "300"],
    ["99.99.01.1001", "Sukamaju", "kelurahan", "99.99.01", "100"],
    ["99.99.01.1002", "Sukajadi", "kelurahan", "99.99.01", "200"],
]


def _regions(row: int, column: int, value: str, *more: list[str]) -> dict[str, Any]:
    """Return the regions with one cell changed and further rows below."""
    rows = [_REGION_HEAD, *(list(line) for line in _REGIONS), *more]
    rows[row - 1][column] = value
    return {"wilayah": rows}


REGIONS = [
    Case("kecamatan berinduk", "KLA-D-110", "wilayah!D2", _regions(2, 3, "99.99.01.1001")),
    Case("kelurahan tanpa induk", "KLA-D-111", "wilayah!D3", _regions(3, 3, "")),
    Case("induk bukan kecamatan", "KLA-D-112", "wilayah!D4", _regions(4, 3, "99.99.01.1001")),
    Case("induk tak dikenal", "KLA-D-001", "wilayah!D4", _regions(4, 3, "99.99.02")),
    Case("kecamatan kosong", "KLA-D-113", "wilayah!A5",
         _regions(5, 1, "Selatan", ["99.99.02", "", "kecamatan", "", "0"])),
    Case("kode lain", "KLA-D-114", "wilayah!A3", _regions(3, 0, "99.98.01.1001"), "99.99.01"),
    Case("kecamatan kurang", "KLA-D-115", "wilayah!C2",
         {"profil!A11": "jumlah_kecamatan", "profil!B11": "2"} | _regions(2, 1, "Utara"),
         "memuat 1"),
    Case("kelurahan kurang", "KLA-D-116", "wilayah!C2",
         {"profil!A11": "jumlah_desa_kelurahan", "profil!B11": "5"} | _regions(2, 1, "Utara"),
         "memuat 2"),
    Case("anak sebagian", "KLA-D-117", "wilayah!E4", _regions(4, 4, ""), "1 dari 2"),
    Case("anak berbeda", "KLA-D-118", "wilayah!E2", _regions(2, 4, "310"), "310"),
    Case("nama kembar", "KLA-D-119", "wilayah!B4", _regions(4, 1, "sukamaju"), "99.99.01.1001"),
]  # fmt: skip

_EVIDENCE_HEAD = ["pertanyaan", "bukti", "uraian", "status", "tenggat"]


def _evidence(status: str, deadline: str = "") -> dict[str, Any]:
    """Return one piece of evidence of a question whose answer says that all is there."""
    return {"bukti": [_EVIDENCE_HEAD, ["P1.1", "B1", "Salinan peraturan", status, deadline]]}


EVIDENCE = [
    Case("bukti kurang", "KLA-D-104", "bukti!D2", _evidence("belum"), '"lengkap"'),
    Case("bukti lengkap", "KLA-D-104", "bukti!D2",
         {"jawaban!D2": "sebagian"} | _evidence("lengkap"), '"sebagian"'),
    Case("kalender", "KLA-D-105", "profil!B11",
         {"profil!A11": "tenggat_data_dukung", "profil!B11": "akhir Maret"}),
    Case("tenggat lampau", "KLA-D-106", "bukti!E2", _evidence("lengkap", "2006-03-31")),
]  # fmt: skip

_DOCUMENT_HEAD = ["dokumen", "kode", "opd", "tahun", "pagu"]


def _documents(*row: str) -> dict[str, Any]:
    """Return one row of a planning document."""
    return {"dokumen_rencana": [_DOCUMENT_HEAD, list(row)]}


DOCUMENTS = [
    Case("dokumen berkode urusan", "KLA-D-130", "dokumen_rencana!B2",
         _documents("rpjmd", "2.08", "", "2026", ""), '"2.08"'),
    Case("kode dokumen lama", "KLA-D-131", "dokumen_rencana!B2",
         {"kegiatan!C2": "2.08.06.2.01.0001",
          "nomenklatur": [["kode", "level", "nama"],
                          ["2.08.06.2.01.0001", "sub_kegiatan", "Advokasi"]]}
         | _documents("rkpd", "2.08.06.2.01.01", "", "2026", ""), "2.08.06.2.01.0001"),
    Case("renja tanpa tahun", "KLA-D-132", "dokumen_rencana!D2",
         _documents("renja", "2.08.06", "", "", "5000000"), "renja 2.08.06"),
    Case("pagu tanpa tahun", "KLA-D-133", "dokumen_rencana!D2",
         _documents("rpjmd", "2.08.06", "", "", "5000000"), "rpjmd 2.08.06"),
]  # fmt: skip

_QUARTER_HEAD = ["tahun", "triwulan", "kegiatan", "volume", "rupiah"]
_YEAR_HEAD = ["tahun", "kegiatan", "volume", "rupiah"]


def _quarters(*rows: list[str], year: list[str] | None = None) -> dict[str, Any]:
    """Return rows of quarters, and one row of a closed year beside them."""
    tables: dict[str, Any] = {"realisasi_triwulan": [_QUARTER_HEAD, *rows]}
    return tables if year is None else tables | {"realisasi": [_YEAR_HEAD, year]}


_TWO = (["2026", "1", "A3", "1", "4000000"], ["2026", "2", "A3", "1", "6000000"])

QUARTERS = [
    Case("triwulan bukan tahun", "KLA-D-140", "realisasi!C2",
         _quarters(*_TWO, year=["2026", "A3", "1", "10000000"]), "berjumlah 2"),
    Case("triwulan bukan rupiah tahun", "KLA-D-140", "realisasi!D2",
         _quarters(*_TWO, year=["2026", "A3", "2", "9000000"]), "Rp10.000.000"),
    Case("triwulan tanpa tahun", "KLA-D-141", "realisasi_triwulan!C2",
         _quarters(*_TWO, year=["2026", "A2", "1", "0"]), "A3"),
    Case("triwulan tahun lain", "KLA-D-142", "realisasi_triwulan!A2",
         _quarters(["2016", "1", "A3", "1", "0"]), "2026 sampai 2028"),
    Case("triwulan kumulatif", "KLA-D-143", "realisasi_triwulan!D4",
         _quarters(["2026", "1", "A3", "1", "0"], ["2026", "2", "A3", "2", "0"],
                   ["2026", "3", "A3", "3", "0"]), "sampai 6"),
    Case("triwulan kelima", "KLA-K-006", "realisasi_triwulan!B2",
         _quarters(["2026", "5", "A3", "1", "0"])),
    Case("triwulan tanpa kegiatan", "KLA-D-001", "realisasi_triwulan!C2",
         _quarters(["2026", "1", "A33", "1", "0"])),
]  # fmt: skip

CASES = [*CELLS, *FILES, *PROFILE, *ROWS, *EVIDENCE, *DOCUMENTS, *REGIONS, *QUARTERS]
