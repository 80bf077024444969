"""One tiny pack in which every rule of contract section 3 stands once."""

from typing import Any

from kla_plan.pack.model import Pack
from kla_plan.scenario import Scenario, make_scenario
from support.packs import tiny_pack

TABLES: dict[str, Any] = {
    "pertanyaan": [
        {"pertanyaan": "P1", "poin_maks": 8, "skala": "1/4;1/2;3/4;1"},
        {"pertanyaan": "P2", "poin_maks": 4, "skala": "1/2;1"},
        {"pertanyaan": "P3", "poin_maks": 6, "indikator": "I2"},
    ],
    "jawaban": {"P1": 2, "P2": 1},
    "indikator_maks": {"I1": 10},
    "opd": [{"opd": "DP3A", "kapasitas_per_tahun": 3}, {"opd": "DINKES"}],
    "kegiatan": [
        {"kegiatan": "A", "volume_maks": 3, "volume_maks_per_tahun": 2, "wajib": True,
         "kapasitas_per_unit": "1.5"},
        {"kegiatan": "B", "volume_maks": 2, "berulang": True, "opd": "DINKES",
         "sumber_dana": "DAK"},
        {"kegiatan": "C", "mulai_paling_awal": 2027, "kelompok_eksklusif": "G"},
        {"kegiatan": "D", "mulai_paling_akhir": 2026, "kelompok_eksklusif": "G",
         "opd": "DINKES"},
        {"kegiatan": "E", "volume_maks": 5, "bulat": False},
        {"kegiatan": "F", "volume_min_per_tahun": 0, "volume_maks": 2, "opd": "DINKES"},
        {"kegiatan": "Z", "volume_maks": 2},
    ],
    "biaya": [
        ("A", 0, 4_000_000, 1_000_000),
        ("A", 1, 500_000, 0, True),
        ("B", 0, 2_000_000),
        ("C", 0, 3_000_000),
        ("D", 0, 2_500_000),
        ("D", 1, 0, 250_000),
        ("E", 0, 800_000),
        ("F", 0, 0, 600_000),
        ("Z", 1, 100_000),
    ],
    "dampak": [
        {"kegiatan": "A", "pertanyaan": "P1", "kenaikan": "0.25"},
        {"kegiatan": "E", "pertanyaan": "P1", "kenaikan": "0.1", "jeda": 1},
        {"kegiatan": "B", "pertanyaan": "P2", "kenaikan": "0.5", "per": "aktif"},
        {"kegiatan": "F", "pertanyaan": "P2", "kenaikan": "0.25", "per": "aktif",
         "bertahan": False},
        {"kegiatan": "C", "pertanyaan": "P3", "kenaikan": "1", "paket": "SK"},
        {"kegiatan": "Z", "pertanyaan": "P3", "kenaikan": "1", "paket": "SK",
         "volume_perlu": 1},
        {"kegiatan": "D", "pertanyaan": "P3", "kenaikan": "0.5"},
    ],
    "prasyarat": [("B", "A", 1)],
    "realisasi": [(2024, "Z", 1, 5_000_000), (2025, "F", 1, 600_000)],
    "pagu": [
        {"tahun": 2026, "sumber_dana": "PAD", "batas_atas": 9_000_000},
        {"tahun": 2027, "sumber_dana": "PAD", "batas_atas": 9_000_000,
         "batas_bawah": 1_000_000},
        {"sumber_dana": "DAK", "batas_atas": 6_000_000},
        {"sumber_dana": "DAK", "opd": "DINKES", "batas_atas": 5_000_000},
        {"opd": "DP3A", "batas_atas": 15_000_000},
        {"batas_atas": 24_000_000},
    ],
}  # fmt: skip

SETTINGS: dict[str, Any] = {
    "bobot_tahun": {2027: 3},
    "target": [
        {"tahun": 2027, "predikat": "Pratama", "dasar": "verifikasi"},
        {"tahun": 2026, "poin": 5},
    ],
    "pagu_faktor": "0.9",
    "inflasi": "0.1",
    "diskon_verifikasi": "0.1",
    "kunci": ["E", {"kegiatan": "A", "tahun": 2027}],
    "larang": ["D"],
    "pemecah": {"celah": 0, "batas_detik": 30},
}


def every_rule(**changes: Any) -> tuple[Pack, Scenario]:
    """Return the pack and its scenario; ``changes`` replace whole tables."""
    return tiny_pack(**(TABLES | changes)), make_scenario(SETTINGS)
