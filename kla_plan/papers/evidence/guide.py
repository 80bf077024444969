"""The sheet that explains a tracker."""

from kla_plan.indonesian import tanggal
from kla_plan.papers.evidence.facts import Facts


def guide_rows(known: Facts) -> list[tuple[int, str]]:
    """Return the numbered lines of the guide."""
    return list(enumerate(_lines(known), start=1))


def _lines(known: Facts) -> list[str]:
    usual = (
        f"Tenggat umum adalah {tanggal(known.usual)}. Isikan kolom Tenggat khusus hanya bila satu "
        "bukti memerlukan tanggal lain."
        if known.usual
        else "Tenggat umum belum diketahui karena jadwal penilaian mandiri belum diisikan pada "
        "profil daerah. Tanggal per bukti dapat diisikan pada kolom Tenggat khusus."
    )
    return [
        (
            "Isikan hanya sel berwarna kuning pada lembar pelacak: status, uraian, pemegang yang "
            "ditetapkan, tenggat khusus, dan tautan atau catatan. Sel lain terkunci tanpa sandi."
        ),
        (
            "Status lengkap berarti bukti sudah dapat diunggah apa adanya; sebagian berarti bukti "
            "ada tetapi belum memenuhi seluruh permintaan; belum berarti bukti belum dapat "
            "ditunjukkan. Status kosong berarti belum dicatat."
        ),
        (
            "Pemegang ditetapkan dikosongkan bila semua OPD yang disebut pertanyaan itu memegang "
            "bukti, atau bila bukti dipegang kecamatan."
        ),
        usual,
        (
            "Baris berasal usulan adalah asumsi. Begitu satu baris usulan suatu pertanyaan diisi, "
            "semua baris usulan pertanyaan itu dicatat sebagai daftar bukti daerah; yang statusnya "
            "kosong dicatat belum. Baris usulan yang isinya dikosongkan tidak ikut dicatat. Baris "
            "usulan kegiatan dicatat hanya bila diisi."
        ),
        (
            "Bukti yang belum terdaftar ditulis pada lembar bukti_baru dengan kode pertanyaan dan "
            "kode bukti yang belum dipakai."
        ),
        (
            "Kembalikan buku kerja ini kepada sekretariat gugus tugas. Sekretariat memasukkannya "
            "ke paket dengan perintah kla-plan evidence PAKET PELACAK.xlsx --out PAKET-BARU; paket "
            "lama tidak berubah."
        ),
        (
            "Jangan mengganti nama lembar atau judul kolom, dan jangan menyalin baris ke buku "
            "kerja lain, agar isian dapat dibaca kembali."
        ),
    ]
