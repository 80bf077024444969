"""Columns of the pack's tables: written into the template, and counted on to see what fits."""

from collections.abc import Mapping, Sequence

from kla_plan.papers.columns import Head

#: By table; the widths of each add up to the width of the text.
TABLES: Mapping[str, Sequence[Head]] = {
    "kesenjangan": (
        Head("Kode", "kode", 14),
        Head("Pertanyaan", "uraian", 82),
        Head("Pemegang", "pemegang", 36),
        Head("Kurang (poin)", "poin", 15, number=True),
        Head("Menurut rencana", "rencana", 27),
    ),
    "bukti": (
        Head("Kode", "kode", 14),
        Head("Pertanyaan", "uraian", 60),
        Head("Pemegang", "pemegang", 28),
        Head("Poin", "poin", 12, number=True),
        Head("Status", "status", 20),
        Head("Bukti", "bukti", 40),
    ),
    "unsur": (
        Head("Unsur", "nama", 32),
        Head("Penanggung jawab (kegiatan)", "utama", 80),
        Head("Pendukung (kegiatan)", "pendukung", 62),
    ),
    "usulan": (
        Head("Kode", "kode", 14),
        Head("Kegiatan", "uraian", 72),
        Head("OPD", "opd", 24),
        Head("Tahun", "tahun", 22),
        Head("Anggaran (Rp)", "rupiah", 26, number=True),
        Head("Poin", "poin", 16, number=True),
    ),
    "ketergantungan": (
        Head("Kegiatan yang ditunggu", "ditunggu", 72),
        Head("Yang menunggu", "menunggu", 66),
        Head("Ikatan", "ikatan", 20),
        Head("Poin", "poin", 16, number=True),
    ),
    "keputusan": (
        Head("No.", "nomor", 8),
        Head("Hal yang diputuskan", "hal", 62),
        Head("Pilihan", "pilihan", 58),
        Head("Batas waktu", "batas", 22),
        Head("Pemutus", "pemutus", 24),
    ),
    "notulen": (
        Head("No.", "nomor", 8),
        Head("Keputusan dan arahan", "isi", 96),
        Head("Penanggung jawab", "siapa", 40),
        Head("Tenggat", "kapan", 30),
    ),
}
