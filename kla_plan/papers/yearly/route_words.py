"""Sentences about the way into the budget."""

from datetime import date

from kla_plan.indonesian import rupiah, tanggal
from kla_plan.papers.yearly.route import Need, Stage, Totals
from kla_plan.report.alignment import Status
from kla_plan.report.calendar import approval_day, change_day, submission_day

_RKPD = {
    Status.ALIGNED: "termuat dalam RKPD",
    Status.OVER: "termuat, pagu RKPD kurang",
    Status.MISSING: "belum ada dalam RKPD",
    Status.UNKNOWN: "isi RKPD belum diketahui",
    Status.OUTSIDE: "di luar RKPD",
}
_RENJA = {
    Status.ALIGNED: "termuat dalam Renja",
    Status.OVER: "termuat, pagu Renja kurang",
    Status.MISSING: "belum ada dalam Renja",
    Status.UNKNOWN: "isi Renja belum diketahui",
    Status.OUTSIDE: "di luar Renja",
}


def rkpd_words(need: Need) -> str:
    """Say how a need stands to the RKPD."""
    if not need.coded:
        return "belum berkode, tidak dapat dimasukkan"
    words = _RKPD[need.rkpd]
    if need.rkpd is Status.ALIGNED and need.pagu is None:
        return f"{words}; pagunya perlu dipastikan"
    return words


def renja_words(need: Need) -> str:
    """Say how a need stands to the Renja of its agency."""
    return _RENJA[need.renja] if need.coded else "belum berkode"


def rule(year: int) -> str:
    """State the calendar rule in words."""
    return (
        f"Kebutuhan yang belum ada dalam RKPD {year} harus dimasukkan ke rancangan KUA-PPAS {year} "
        f"paling lambat minggu kedua Juli {year - 1} ({tanggal(submission_day(year))}). Sesudahnya "
        "masih dapat diperjuangkan dalam pembahasan KUA-PPAS dan rancangan APBD sampai persetujuan "
        f"bersama, paling lambat {tanggal(approval_day(year))}. Setelah APBD disetujui, kebutuhan "
        f"itu hanya dapat masuk melalui perubahan RKPD dan perubahan APBD {year}, diperkirakan "
        f"sampai akhir September {year}."
    )


def verdict(year: int, where: Stage, day: date | None, sums: Totals) -> str:
    """Say what follows on the given day, or that it depends on the day."""
    if not sums.lacking:
        return f"Seluruh kebutuhan APBD tahun {year} sudah termuat dalam RKPD."
    amount = rupiah(sums.lacking)
    if where is Stage.UNKNOWN or day is None:
        return (
            f"Kebutuhan yang belum terbukti termuat dalam RKPD {year} sebesar {amount}. Jalurnya "
            "bergantung pada hari pengusulan; dua kolom terakhir pada tabel adalah pilihan dan "
            "tidak untuk dijumlahkan."
        )
    head = f"Per {tanggal(day)}"
    wanted = f"kebutuhan yang belum terbukti termuat dalam RKPD sebesar {amount}"
    return {
        Stage.OPEN: f"{head}, {wanted} harus masuk rancangan KUA-PPAS {year}.",
        Stage.DISCUSSED: (
            f"{head}, rancangan KUA-PPAS {year} sudah melewati batas penyampaian; "
            f"{wanted} hanya dapat diperjuangkan dalam pembahasan KUA-PPAS atau rancangan "
            f"APBD sampai {tanggal(approval_day(year))}, selebihnya melalui perubahan APBD {year}."
        ),
        Stage.CHANGE: (
            f"{head}, APBD {year} sudah melewati batas persetujuan; {wanted} "
            f"hanya dapat masuk melalui perubahan RKPD dan perubahan APBD {year}."
        ),
        Stage.CLOSED: (
            f"{head}, batas perubahan APBD {year} ({tanggal(change_day(year))}, perkiraan) sudah "
            f"lewat; {wanted} tidak dapat lagi masuk APBD {year} bila belum dianggarkan, "
            "dan perlu direncanakan ulang pada tahun berikutnya."
        ),
    }[where]
