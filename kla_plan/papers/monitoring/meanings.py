"""What the values of the report's template are, in Indonesian."""

from typing import Final

_GROUP: Final = {
    "kegiatan": "banyaknya kegiatan yang direncanakan tahun itu",
    "pagu": "rupiah menurut rencana",
    "realisasi": "rupiah yang dilaporkan; tanda – bila belum ada laporan",
    "belanja": "bagian anggaran setahun yang terealisasi",
    "volume": "rata-rata capaian volume kegiatan, masing-masing paling tinggi 100 %",
}
_MORE: Final = {
    "perhatian": "kegiatan yang tertinggal, belum terlaksana, belum dilaporkan, di luar rencana",
    "laporan": "laporan triwulan yang masuk dari yang seharusnya",
}
#: What each value is, for the reference of templates.
ABOUT: Final = {
    "dokumen.tahun": "tahun laporan: tahun terakhir yang mempunyai realisasi",
    "dokumen.keadaan": "triwulan atau tahun yang dilaporkan",
    "dokumen.hari": "hari penyusunan; kosong bila tidak diberikan",
    **{f"tahunan[].{name}": text for name, text in _GROUP.items()},
    "tahunan[].rencana": "poin menurut rencana",
    "tahunan[].skor": "poin menurut lembar jawaban tahun itu",
    "tahunan[].perkiraan": "poin dari volume yang dilaporkan menurut asumsi dampak",
    "triwulan.baris[].laporan": "kegiatan yang melapor dari yang direncanakan",
    "triwulan.baris[].kumulatif": "rupiah sampai dengan triwulan itu",
    "triwulan.sisa": "realisasi tahunan dikurangi jumlah triwulan; kosong bila sama",
    **{f"opd.baris[].{name}": text for name, text in (_GROUP | _MORE).items()},
    **{f"klaster.baris[].{name}": text for name, text in (_GROUP | _MORE).items()},
    "dana.lain": "rupiah yang sumber dananya belum diketahui; kosong bila tidak ada",
    "perhatian.baris": "kegiatan yang perlu dibahas, yang terburuk lebih dahulu",
    "poin.tahun": "tahun terakhir yang poinnya dapat dibandingkan",
    "matriks.dinilai": "pertanyaan instrumen yang dibuktikan oleh matriks ini",
    "matriks.klaster": "klaster dengan kegiatannya pada tahun laporan",
    "ukuran": "cara menilai kegiatan",
}
