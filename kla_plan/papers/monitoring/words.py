"""Sentences of the report and the notebook."""

from typing import Final

from kla_plan.gaps import evidence_status
from kla_plan.indonesian import join, number, percent, rupiah, tanggal
from kla_plan.instrument import Pertanyaan
from kla_plan.pack.model import Pack
from kla_plan.papers.monitoring.facts import Monitoring
from kla_plan.papers.monitoring.line import FAR_BEHIND, ON_SCHEDULE, Status
from kla_plan.papers.monitoring.reported import QUARTER_NAMES, QUARTERS
from kla_plan.report.sentences.words import count

#: What a label of a question about the monitoring of the RAD says.
_ABOUT: Final = (("pemantauan", "monitoring"), ("rad kla", "evaluasi kla"))


def state(found: Monitoring) -> str:
    """Name what the report is about: ``sampai dengan Triwulan II Tahun 2027``."""
    if not found.quarter:
        return f"Keadaan Awal Tahun {found.year}"
    if found.year in found.known.closed:
        return f"Tahun {found.year}"
    return f"sampai dengan Triwulan {QUARTER_NAMES[found.quarter]} Tahun {found.year}"


def summary(found: Monitoring) -> list[str]:
    """Say what is reported, what is done and spent, and how it stands."""
    year, whole = found.year, found.whole(found.year)
    target = (
        f"Untuk tahun {year} RAD KLA merencanakan {count(len(whole.planned), 'kegiatan')} dengan "
        f"anggaran {rupiah(whole.pagu)}."
    )
    if not found.quarter:
        nothing = (
            f"{target} Realisasi belum dilaporkan: lembar realisasi_triwulan dan realisasi pada "
            f"paket belum memuat tahun {found.years[0]}–{found.years[-1]}. Laporan ini menjadi "
            "dasar pemantauan: target setiap kegiatan dimuat, dan kolom realisasi dikosongkan "
            "untuk diisi."
        )
        return [nothing]
    spent = f"Belanja yang dilaporkan {rupiah(whole.rupiah)}"
    if whole.money_share is not None:
        spent += f" atau {percent(whole.money_share)} dari anggaran setahun"
    if whole.progress is not None:
        spent += f"; capaian volume rata-rata {percent(whole.progress)}"
    return [f"{target} {spent}.", standing(found), *_extra(found)]


def standing(found: Monitoring) -> str:
    """Say how many activities stand how."""
    known = found.whole(found.year).statuses
    parts = [f"{number(known[s])} {s.value}" for s in Status if known[s] and s in _PLANNED]
    over = max((line.elapsed for line in found.of(found.year)), default=0)
    until = f"Dengan {over} dari 4 triwulan yang sudah lewat" if over else "Sejauh ini"
    return f"{until}, keadaan kegiatan yang direncanakan adalah: {join(parts)}."


_PLANNED: Final = frozenset(Status) - {Status.UNPLANNED}


def _extra(found: Monitoring) -> list[str]:
    whole, said = found.whole(found.year), []
    outside = [line for line in whole.lines if not line.planned]
    if outside:
        said.append(
            f"{count(len(outside), 'kegiatan', start=True)} dilaporkan meskipun tidak direncanakan "
            f"untuk tahun {found.year}, dengan belanja {rupiah(whole.unplanned)}."
        )
    if whole.missing:
        said.append(
            f"Dari {number(whole.awaited)} laporan triwulan kegiatan yang seharusnya sudah masuk, "
            f"{number(whole.missing)} belum diterima."
        )
    over = [line for line in whole.planned if line.overspent]
    if over:
        said.append(
            f"{count(len(over), 'kegiatan', start=True)} membelanjakan lebih dari anggaran RAD "
            f"KLA, seluruhnya {rupiah(sum(line.overspent for line in over))} di atas anggarannya."
        )
    return said


def late(found: Monitoring) -> str:
    """Say which quarters are over by the day without any report; empty without a day."""
    if found.day is None:
        return ""
    silent = []
    for year in found.years:
        if year in found.known.closed:
            continue
        over = max((line.elapsed for line in found.of(year)), default=0)
        told = {quarter for _, when, quarter in found.known.rows if when == year}
        gone = [QUARTER_NAMES[q] for q in QUARTERS[:over] if q not in told]
        if gone:
            silent.append(f"triwulan {join(gone)} tahun {year}")
    if not silent:
        return (
            f"Per {tanggal(found.day)} setiap triwulan yang sudah lewat mempunyai laporan, "
            "sekurangnya dari satu kegiatan."
        )
    return f"Per {tanggal(found.day)} belum ada laporan sama sekali untuk {'; '.join(silent)}."


def quarter_words(found: Monitoring) -> str:
    """Say what the quarters of the report's year add up to."""
    year = found.year
    sums = found.quarters(year)
    if not sums[-1].reports and not sums[-1].so_far:
        if year in found.known.closed:
            return f"Realisasi tahun {year} hanya dilaporkan untuk setahun, tidak menurut triwulan."
        return "Belum ada triwulan yang dilaporkan."
    text = (
        f"Laporan triwulan tahun {year} berjumlah {rupiah(sums[-1].so_far)}. Triwulan tidak "
        "kumulatif: setiap triwulan memuat yang terjadi pada triwulan itu saja."
    )
    left = found.unsplit(year)
    if left:
        text += (
            f" Realisasi tahunan {rupiah(found.whole(year).rupiah)} berbeda {rupiah(abs(left))} "
            "dari jumlah itu dan perlu dicocokkan; yang dipakai pada laporan ini ialah realisasi "
            "tahunan."
        )
    return text


def points_words(found: Monitoring) -> str:
    """Say what the points are compared with."""
    sheets = [one.year for one in found.points if one.reached]
    said = (
        f"Lembar skor tersedia untuk tahun {join([str(year) for year in sheets])}."
        if sheets
        else "Lembar skor tahun rencana (jawaban_<tahun>) belum ada, sehingga capaian poin yang "
        "sebenarnya belum diketahui."
    )
    if any(one.expected for one in found.points):
        said += (
            " Kolom perkiraan menghitung poin yang seharusnya timbul dari volume yang dilaporkan "
            "menurut asumsi dampak rencana; kolom itu bukan hasil penilaian, dan untuk tahun "
            "berjalan memuat volume sampai dengan triwulan terakhir saja."
        )
    gaps = [(one.year, len(one.reached.unanswered)) for one in found.points if one.reached]
    for year, lacking in gaps:
        if lacking:
            said += (
                f" Lembar {year} tidak menjawab {number(lacking)} pertanyaan; untuk itu dipakai "
                "poin keadaan awal."
            )
    return said


def scored(pack: Pack) -> tuple[Pertanyaan, ...]:
    """Return the questions of the instrument about monitoring the RAD, by their labels."""
    return tuple(
        question
        for question in pack.instrument.questions.values()
        if all(any(word in question.label.casefold() for word in words) for words in _ABOUT)
    )


def scored_words(found: Monitoring) -> str:
    """Name those questions, their points, and how complete their evidence is known to be."""
    pack = found.plan.pack
    questions = scored(pack)
    if not questions:
        return (
            "Instrumen yang dipakai tidak memuat pertanyaan yang labelnya menyebut pemantauan RAD "
            "KLA."
        )
    parts = [f"{q.pertanyaan} “{q.label}” ({number(q.poin_maks)} poin)" for q in questions]
    status = evidence_status(found.current)
    told = [f"{q.pertanyaan} {status.get(q.pertanyaan) or 'belum dicatat'}" for q in questions]
    return (
        f"Matriks ini menjadi data dukung pertanyaan {join(parts)} pada instrumen "
        f"{pack.instrument.year}. Status data dukungnya sekarang: {join(told)}."
    )


def rule_words() -> list[str]:
    """Say how an activity is judged, with the thresholds of this paper."""
    high, low = percent(ON_SCHEDULE, 0), percent(FAR_BEHIND, 0)
    return [
        (
            "Yang seharusnya tercapai adalah target setahun dikalikan bagian triwulan yang sudah "
            "lewat, dibulatkan ke bawah bila volumenya hanya dapat utuh. Kegiatan tanpa target "
            "volume pada tahun itu, yaitu yang hanya dibayar lanjutannya, dinilai dari belanjanya."
        ),
        (
            f"Selesai: target setahun tercapai. Sesuai jadwal: sekurangnya {high} dari yang "
            f"seharusnya tercapai. Tertinggal: di bawah {high}. Jauh tertinggal: di bawah {low}. "
            "Belum terlaksana: dilaporkan, tetapi capaiannya nihil."
        ),
        (
            "Belum dilaporkan: tidak ada satu pun laporan tahun itu, padahal sekurangnya satu "
            "triwulan sudah lewat. Baris tanpa volume, rupiah, dan keterangan dianggap belum "
            "diisi; yang nihil ditulis “nihil” pada kolom keterangan."
        ),
        f"Batas {high} dan {low} adalah ketentuan kerja laporan ini, bukan ketentuan instrumen.",
    ]
