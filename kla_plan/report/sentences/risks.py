"""The register of risks: each with its number from the plan, what is done about it, and by whom."""

from collections.abc import Callable
from dataclasses import dataclass

from kla_plan.indonesian import join, number, percent, rupiah, rupiah_short
from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan
from kla_plan.report import risks
from kla_plan.report.alignment import Alignment, Status
from kla_plan.report.assumptions import totals
from kla_plan.report.sentences.activities import name_in_text
from kla_plan.report.sentences.words import count, period, points, series

SECRETARIAT = "Sekretariat Gugus Tugas KLA"
PLANNING = "Bappeda"
FINANCE = "Tim anggaran pemerintah daerah"


@dataclass(frozen=True, slots=True)
class Risk:
    """One line of the register, in Indonesian."""

    name: str
    measure: str
    answer: str
    owner: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What risks are read from: the plan, the pack as known now, the planning documents."""

    plan: Plan
    current: Pack
    alignment: Alignment

    def agency(self, code: str) -> str:
        """Return the name of an agency."""
        return self.plan.pack.opds[code].nama

    def activity(self, code: str) -> str:
        """Return the name of an activity."""
        return self.plan.pack.activities[code].nama


def register(ground: Ground) -> tuple[Risk, ...]:
    """Return the risks that the plan has; one that does not arise is left out."""
    return tuple(risk for one in _RISKS if (risk := one(ground)) is not None)


def _verification(ground: Ground) -> Risk | None:
    found = risks.verification(ground.plan)
    if found.lost <= 0:
        return None
    lower = found.predicate != found.predicate_after
    change = f", dari {found.predicate} menjadi {found.predicate_after}" if lower else ""
    margin = (
        f" Jarak ke batas bawah predikat setelah verifikasi {points(float(found.margin))}."
        if found.margin is not None
        else ""
    )
    return Risk(
        "Nilai turun pada verifikasi",
        f"Penilaian mandiri {number(found.claimed, 2)} poin pada {found.year} diperkirakan menjadi "
        f"{number(found.verified, 2)} poin, turun {number(found.lost, 2)} poin{change}.{margin}",
        "Tetapkan target menurut nilai setelah verifikasi dan uji data dukung sebelum penilaian "
        "mandiri dikirim.",
        SECRETARIAT,
    )


def _evidence(ground: Ground) -> Risk | None:
    found = risks.evidence(ground.current)
    if not found.questions:
        return None
    unrecorded = (
        f"; {number(found.unrecorded)} di antaranya belum dicatat statusnya"
        if found.unrecorded
        else ""
    )
    return Risk(
        "Poin yang diklaim belum didukung bukti lengkap",
        f"{number(found.questions)} pertanyaan dengan {number(found.points, 2)} poin belum "
        f"berstatus bukti lengkap{unrecorded}.",
        "Catat pemegang, status, dan tenggat setiap bukti; lengkapi yang poinnya terbesar lebih "
        "dahulu.",
        "Perangkat daerah pemegang bukti",
    )


def _ceilings(ground: Ground) -> Risk | None:
    found = risks.ceilings(ground.plan)
    if not found.tight:
        return None
    full = sum(use.left <= 0 for use in found.tight)
    return Risk(
        "Pagu tidak menyisakan ruang",
        f"{number(len(found.tight))} dari {number(len(found.all))} pagu terpakai 95 % atau lebih, "
        f"{number(full)} di antaranya habis.",
        "Usulkan tambahan pagu pada perubahan APBD atau sepakati aksi yang ditunda lebih dahulu "
        "bila harga naik.",
        FINANCE,
    )


def _assumptions(ground: Ground) -> Risk | None:
    used, assumed = totals(ground.plan)
    if not assumed:
        return None
    return Risk(
        "Data masukan masih berupa asumsi",
        f"{number(assumed)} dari {number(used)} data masukan ({percent(assumed / used)}).",
        "Konfirmasi asumsi menurut Lampiran II, dimulai dari harga dan pagu, lalu hitung kembali "
        "rencana.",
        PLANNING,
    )


def _concentration(ground: Ground) -> Risk | None:
    found = risks.concentration(ground.plan)
    agencies = {ground.plan.pack.activities[a].opd for a in ground.plan.activities}
    if found is None or len(agencies) < 2:
        return None
    return Risk(
        "Beban terpusat pada satu perangkat daerah",
        f"{ground.agency(found.role.opd)} memegang {count(len(found.role.led), 'aksi')} dari "
        f"{number(len(ground.plan.activities))}, dengan {percent(found.points)} kenaikan poin dan "
        f"{percent(found.rupiah)} anggaran.",
        "Bagi pelaksanaan dengan perangkat daerah pendukung dan tetapkan penanggung jawab "
        "pengganti.",
        found.role.opd,
    )


def _outside(ground: Ground) -> Risk | None:
    found = risks.outside(ground.plan)
    if not found.activities:
        return None
    names = [ground.agency(code) for code in found.opds]
    return Risk(
        "Aksi di luar kendali anggaran daerah",
        f"{count(len(found.activities), 'aksi', start=True)} dengan {number(found.points, 2)} "
        f"kenaikan poin menjadi tanggung jawab {series(names)}.",
        "Tuangkan pembagian tugas dalam nota kesepahaman dan masukkan ke rencana kerja instansi "
        "tersebut.",
        SECRETARIAT,
    )


def _late(ground: Ground) -> Risk | None:
    found = risks.late_start(ground.plan)
    if found.whole <= 0 or (found.gained <= 0 and not found.starting):
        return None
    starting = (
        f"; {count(len(found.starting), 'aksi')} baru dimulai pada tahun itu"
        if found.starting
        else ""
    )
    return Risk(
        "Hasil datang pada akhir periode",
        f"{number(found.gained, 2)} dari {number(found.whole, 2)} kenaikan poin baru diraih pada "
        f"{found.year}{starting}.",
        "Siapkan dokumen pengadaan dan bukti pada tahun sebelumnya agar keterlambatan tidak "
        "melewati akhir periode.",
        "Penanggung jawab aksi",
    )


def _chains(ground: Ground) -> Risk | None:
    found = risks.chains(ground.plan)
    if not found.pairs:
        return None
    text = (
        f"{number(found.pairs)} pasangan prasyarat; rantai terpanjang "
        f"{count(len(found.longest), 'aksi')}. {count(len(found.waiting), 'aksi', start=True)} "
        f"menunggu {name_in_text(ground.activity(found.key))}."
    )
    return Risk(
        "Keterlambatan menjalar melalui prasyarat",
        text,
        "Dahulukan aksi yang ditunggu dan laporkan keterlambatannya pada triwulan berjalan.",
        ground.plan.pack.activities[found.key].opd,
    )


def _documents(ground: Ground) -> Risk | None:
    seen = [action.status() for action in ground.alignment.actions.values()]
    parts = [
        f"{number(seen.count(status))} aksi {status.value}"
        for status in (Status.MISSING, Status.OVER, Status.UNKNOWN)
        if status in seen
    ]
    if not parts:
        return None
    return Risk(
        "Aksi tidak masuk dokumen perencanaan",
        f"Dari {number(len(seen))} aksi yang masih direncanakan: {join(parts)}.",
        "Cocokkan Lampiran IV dengan RPJMD, Renstra, RKPD, dan Renja sebelum jadwal penyusunan "
        "atau perubahannya berakhir.",
        f"{PLANNING} dan perangkat daerah",
    )


def _after(ground: Ground) -> Risk | None:
    due = {year: r for year, r in sorted(ground.plan.after_horizon.items()) if r}
    if not due:
        return None
    return Risk(
        "Biaya berlanjut setelah periode rencana",
        f"{rupiah(sum(due.values()))} jatuh tempo pada {period(list(due))}, terbesar "
        f"{rupiah_short(max(due.values()))} setahun.",
        "Cadangkan pada RPJMD dan RKPD periode berikutnya.",
        FINANCE,
    )


_RISKS: tuple[Callable[[Ground], Risk | None], ...] = (
    _verification,
    _evidence,
    _ceilings,
    _assumptions,
    _documents,
    _concentration,
    _outside,
    _late,
    _chains,
    _after,
)
