"""BAB IX Pemantauan dan Evaluasi."""

from kla_plan.indonesian import number
from kla_plan.plan.plan import Plan
from kla_plan.report.tables import per_year, score_path

_TASKS = (
    (
        "Setiap triwulan",
        "Laporan kemajuan kegiatan, realisasi anggaran, dan data dukung",
        "Penanggung jawab kegiatan",
    ),
    (
        "Setiap semester",
        "Rapat Gugus Tugas menurut klaster dan tindak lanjut hambatan",
        "Gugus Tugas KLA",
    ),
    (
        "Menjelang penilaian mandiri",
        "Pemeriksaan kelengkapan data dukung setiap pertanyaan",
        "Sekretariat Gugus Tugas dan perangkat daerah",
    ),
    (
        "Setelah penilaian mandiri",
        "Pembandingan target dengan realisasi dan pemutakhiran RAD KLA",
        "Bappeda dan sekretariat Gugus Tugas",
    ),
    (
        "Penyusunan RKPD dan Renja",
        "Pengusulan kegiatan tahun berikutnya beserta pagunya",
        "Bappeda dan perangkat daerah",
    ),
    (
        "Akhir tahun",
        "Laporan tahunan pelaksanaan RAD KLA kepada kepala daerah",
        "Ketua Gugus Tugas KLA",
    ),
)


def bab9(plan: Plan) -> dict[str, object]:
    """Return the values of BAB IX."""
    chair = plan.pack.profile.fact("gugus_tugas_ketua")
    scores = {row["tahun"]: row for row in score_path(plan).to_dict("records")}
    return {
        "ketua": f" yang diketuai {chair}" if chair else "",
        "tahunan": [
            {
                "tahun": row["tahun"],
                "mandiri": number(scores[row["tahun"]]["mandiri"], 2),
                "verifikasi": number(scores[row["tahun"]]["verifikasi"], 2),
                "kegiatan": number(row["kegiatan"]),
                "rupiah": number(row["rupiah"]),
            }
            for row in per_year(plan).to_dict("records")
        ],
        "jadwal": [
            {"waktu": when, "kegiatan": what, "pelaksana": who} for when, what, who in _TASKS
        ],
    }
