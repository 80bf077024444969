"""A tiny pack whose every number can be worked out by hand, as an object and as a folder.

Two clusters, three indicators, five questions (22 points, 20 after the cap of I3), three years,
two funds. Start: P1.1 0.5 of 4, P1.2 0 of 4, P2.1 1 of 5, P3.1 3 of 6, P3.2 3 of 3.
"""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from kla_plan.pack.read import load_pack
from kla_plan.plan.files import save_plan
from kla_plan.plan.make import make_plan
from kla_plan.scenario import Scenario

type Row = Mapping[str, object]

PROFIL = {
    "kode_wilayah": "99.99",
    "nama": "Contoh",
    "jenis": "kota",
    "provinsi": "Provinsi Contoh",
    "instrumen": "2099",
    "tahun_dasar": "2025",
    "tahun_awal": "2026",
    "tahun_akhir": "2028",
    "katalog": "tidak",
}

TABLES: dict[str, list[Row]] = {
    "instrumen/klaster": [
        {"klaster": "KA", "nama": "Klaster A", "poin_maks": 13},
        {"klaster": "KB", "nama": "Klaster B", "poin_maks": 7},
    ],
    "instrumen/indikator": [
        {"indikator": "I1", "nomor": "1", "klaster": "KA", "nama": "Kebijakan", "poin_maks": 8},
        {"indikator": "I2", "nomor": "2", "klaster": "KA", "nama": "Layanan", "poin_maks": 5},
        {"indikator": "I3", "nomor": "3", "klaster": "KB", "nama": "Cakupan", "poin_maks": 7},
    ],
    "instrumen/pertanyaan": [
        {"pertanyaan": "P1.1", "indikator": "I1", "poin_maks": 4, "tipe": "kebijakan",
         "label": "Kebijakan tersedia", "opd": "Dinas A;Dinas B", "skala": "0.5;1"},
        {"pertanyaan": "P1.2", "indikator": "I1", "poin_maks": 4, "tipe": "anggaran",
         "label": "Anggaran tersedia", "opd": "Dinas A", "skala": "1"},
        {"pertanyaan": "P2.1", "indikator": "I2", "poin_maks": 5, "tipe": "lembaga_sarana",
         "label": "Lembaga terstandar", "opd": "Dinas B", "skala": "0.2;0.4;0.6;0.8;1"},
        {"pertanyaan": "P3.1", "indikator": "I3", "poin_maks": 6, "tipe": "cakupan_wilayah",
         "label": "Cakupan kelurahan", "opd": "", "skala": "0.25;0.5;0.75;1"},
        {"pertanyaan": "P3.2", "indikator": "I3", "poin_maks": 3, "tipe": "mekanisme_lain",
         "label": "Mekanisme tersedia", "opd": "Dinas B", "skala": "1"},
    ],
    "instrumen/predikat": [
        {"predikat": "Cukup", "batas_bawah": 8, "dasar": ">="},
        {"predikat": "Baik", "batas_bawah": 14, "dasar": ">"},
    ],
    "jawaban": [
        {"pertanyaan": "P1.1", "poin": 2, "status_bukti": "lengkap"},
        {"pertanyaan": "P1.2", "poin": 0},
        {"pertanyaan": "P2.1", "poin": 1, "status_bukti": "belum"},
        {"pertanyaan": "P3.1", "poin": 3, "status_bukti": "sebagian"},
        {"pertanyaan": "P3.2", "poin": 3, "asumsi": "Perkiraan"},
    ],
    "opd": [
        {"opd": "Dinas A", "nama": "Dinas Alfa", "jenis": "apbd"},
        {"opd": "Dinas B", "nama": "Dinas Beta", "jenis": "apbd"},
        {"opd": "Polres", "nama": "Kepolisian Resor Contoh", "jenis": "vertikal"},
    ],
    "kegiatan": [
        {"kegiatan": "A1", "nama": "Penyusunan peraturan wali kota", "opd": "Dinas A",
         "indikator": "I1", "satuan": "dokumen", "volume_maks": 1,
         "data_dukung": "Salinan Perwali"},
        {"kegiatan": "A2", "nama": "Penganggaran layanan anak", "opd": "Dinas A",
         "indikator": "I1", "satuan": "tahun", "volume_maks": 1, "berulang": "ya"},
        {"kegiatan": "A3", "nama": "Pelatihan petugas layanan", "opd": "Dinas B",
         "indikator": "I2", "satuan": "angkatan", "volume_maks": 4, "volume_maks_per_tahun": 2,
         "opd_pendukung": "Dinas A", "data_dukung": "Sertifikat"},
        {"kegiatan": "A4", "nama": "Pendampingan kelurahan", "opd": "Dinas B",
         "indikator": "I3", "satuan": "kelurahan", "volume_maks": 10},
        {"kegiatan": "A5", "nama": "Koordinasi penanganan kasus", "opd": "Polres",
         "indikator": "I1", "satuan": "kegiatan", "volume_maks": 1},
    ],
    "biaya": [
        {"kegiatan": "A1", "tahun_ke": 0, "biaya_tetap": 100_000_000},
        {"kegiatan": "A2", "tahun_ke": 0, "biaya_tetap": 20_000_000},
        {"kegiatan": "A3", "tahun_ke": 0, "biaya_per_unit": 30_000_000, "biaya_tetap": 5_000_000},
        {"kegiatan": "A3", "tahun_ke": 1, "biaya_per_unit": 2_000_000, "seterusnya": "ya"},
        {"kegiatan": "A4", "tahun_ke": 0, "biaya_per_unit": 10_000_000},
    ],
    "dampak": [
        {"kegiatan": "A1", "pertanyaan": "P1.1", "kenaikan": "0.5", "per": "aktif"},
        {"kegiatan": "A2", "pertanyaan": "P1.2", "kenaikan": 1, "per": "aktif"},
        {"kegiatan": "A3", "pertanyaan": "P2.1", "kenaikan": "0.2", "per": "unit"},
        {"kegiatan": "A4", "pertanyaan": "P3.1", "kenaikan": "0.05", "per": "unit"},
        {"kegiatan": "A5", "pertanyaan": "P1.1", "kenaikan": "0.25", "per": "aktif"},
    ],
    "prasyarat": [{"kegiatan": "A3", "butuh": "A1", "jeda": 0}],
    "pagu": [
        {"tahun": 2026, "sumber_dana": "DAU", "batas_atas": 150_000_000},
        {"tahun": 2026, "sumber_dana": "DAK", "batas_atas": 50_000_000},
        {"tahun": 2027, "sumber_dana": "DAU", "batas_atas": 150_000_000},
        {"tahun": 2027, "sumber_dana": "DAK", "batas_atas": 50_000_000},
        {"tahun": 2028, "sumber_dana": "DAU", "batas_atas": 150_000_000},
        {"tahun": 2028, "sumber_dana": "DAK", "batas_atas": 50_000_000},
    ],
}  # fmt: skip


def with_rows(table: str, rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Return the tiny tables with the rows of one of them replaced."""
    return {**TABLES, table: list(rows)}


def write_tiny(
    directory: Path, tables: Mapping[str, list[Row]] = TABLES, profil: Mapping[str, str] = PROFIL
) -> Path:
    """Write a pack folder and return it; every row may leave optional columns out."""
    facts: list[Row] = [{"kunci": key, "nilai": value} for key, value in profil.items()]
    for name, rows in {"profil": facts, **tables}.items():
        path = directory / f"{name}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        columns = list(dict.fromkeys(column for row in rows for column in row))
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, columns, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return directory


def save_tiny_plan(directory: Path, scenario: Scenario | None = None) -> Path:
    """Write the tiny pack and its best plan; return the plan's folder."""
    pack = load_pack(write_tiny(directory / "contoh"))
    save_plan(make_plan(pack, scenario or Scenario()), directory / "rencana")
    return directory / "rencana"
