"""What the evidence paper says in words."""

from collections.abc import Sequence
from fractions import Fraction

from kla_plan.gaps.evidence import NOT_STATED
from kla_plan.indonesian import join, number, percent, tanggal
from kla_plan.papers.evidence.facts import DONE, STATUSES, Facts, YearClaim
from kla_plan.papers.evidence.readiness import Readiness
from kla_plan.report.calendar import calendar
from kla_plan.report.sentences.words import count, listed, points


def claimed(known: Facts) -> str:
    """Say what is claimed now and how much of it is proven."""
    now, codes = known.claimed.now, known.claimed.questions
    total = known.score_without(())
    questions = sum(1 for code in codes if now[code] > 0)
    text = (
        f"Lembar penilaian tahun {known.claimed.year} mengklaim nilai mandiri "
        f"{points(float(total))} dari {number(questions)} pertanyaan yang bernilai."
    )
    if known.count(NOT_STATED) == questions:
        return (
            f"{text} Status kelengkapan bukti belum dicatat untuk satu pun pertanyaan tersebut, "
            "sehingga kesiapan data dukung belum dapat dinilai; pencatatan status pada buku kerja "
            "pelacak menjadi langkah pertama."
        )
    parts = [
        f"{count(known.count(word), 'pertanyaan')} ({points(float(known.points(word)))}) "
        f"{_STANDING[word]}"
        for word in STATUSES
        if known.count(word)
    ]
    return f"{text} Di antaranya {join(parts)}."


_STANDING = {
    "lengkap": "didukung bukti lengkap",
    "sebagian": "baru didukung sebagian bukti",
    "belum": "belum mempunyai bukti",
    NOT_STATED: "belum dicatat status buktinya",
}


def at_risk(known: Facts) -> str:
    """Say what the score is where unproven answers are not accepted; empty where all are alike."""
    if any(known.count(word) == sum(map(known.count, STATUSES)) for word in (DONE, NOT_STATED)):
        return ""
    total, without = known.score_without(()), known.score_without({"belum"})
    proven = known.score_without(set(STATUSES) - {DONE})
    first = (
        f"Apabila seluruh pertanyaan yang belum mempunyai bukti tidak diakui, nilai berkurang "
        f"{points(float(total - without))} menjadi {points(float(without))}."
        if known.count("belum")
        else "Tidak ada pertanyaan yang sama sekali tanpa bukti."
    )
    return (
        f"{first} Nilai yang seluruh buktinya sudah lengkap adalah {points(float(proven))}. Bagian "
        "yang akan diakui dari pertanyaan berstatus sebagian tidak dapat dipastikan sehingga tidak "
        "diperkirakan."
    )


def assumed(known: Facts) -> str:
    """Say how many pieces are proposals."""
    total, guessed = len(known.pieces), len(known.proposals)
    if not total:
        return "Belum ada pertanyaan yang bernilai, sehingga belum ada bukti yang diperlukan."
    if not guessed:
        return f"Seluruh {number(total)} bukti pada pelacak sudah ditetapkan daerah."
    share = "Seluruh" if guessed == total else f"{number(guessed)} dari"
    rest = "" if guessed == total else f" ({percent(Fraction(guessed, total))})"
    return (
        f"{share} {number(total)} bukti pada pelacak{rest} masih berupa usulan yang diturunkan "
        "dari jenis pertanyaan dan dari data dukung kegiatan rencana. Usulan adalah asumsi dan "
        "perlu ditetapkan daerah karena daftar resmi bukti per pertanyaan belum tersedia."
    )


def deadline(known: Facts) -> str:
    """Say until when evidence must be in."""
    own = sum(1 for piece in known.pieces if piece.due)
    special = f"{count(own, 'bukti', start=True)} mempunyai tenggat tersendiri." if own else ""
    if known.usual is None:
        usual = (
            "Tenggat umum penyerahan bukti belum dapat disebutkan karena jadwal penilaian mandiri "
            "berikutnya belum diisikan pada profil daerah, sedangkan bulan pelaksanaan evaluasi "
            "berbeda dari tahun ke tahun."
        )
        return " ".join(filter(None, (usual, _past_evaluations(known), special)))
    usual = (
        f"Bukti untuk nilai yang diklaim sekarang diserahkan paling lambat {tanggal(known.usual)}, "
        "sebelum penilaian mandiri berikutnya."
    )
    return f"{usual} {special}".strip()


def _past_evaluations(known: Facts) -> str:
    """Quote what the calendar knows about earlier self-assessments."""
    steps = calendar(known.claimed.year)
    return next((step.rule for step in steps if step.name == "Penilaian mandiri"), "")


def lateness(known: Facts) -> str:
    """Say how many deadlines have passed; empty where no day or no deadline is known."""
    dated = [p for p in known.pieces if known.days_left(p) is not None and p.status != DONE]
    if known.day is None or not dated:
        return ""
    late = sum(known.overdue(piece) for piece in dated)
    opening = f"Pada {tanggal(known.day)} terdapat {count(len(dated), 'bukti bertenggat')}"
    if not late:
        return f"{opening} yang belum lengkap; tidak ada yang melewati tenggat."
    return f"{opening} yang belum lengkap, {count(late, 'di antaranya')} sudah melewati tenggat."


def agencies(ready: Sequence[Readiness]) -> str:
    """Say who holds the most points that are not proven."""
    first = [one for one in ready if one.open > 0][:3]
    if not first:
        return "Seluruh bukti yang dipegang OPD sudah lengkap."
    names = [f"{one.holder.name} ({points(float(one.open))})" for one in first]
    late = sorted((one for one in ready if one.overdue), key=lambda one: -(one.overdue or 0))[:3]
    text = (
        f"Bukti dipegang {number(len(ready))} OPD dan lembaga. Poin yang data dukungnya belum "
        f"lengkap terutama berada pada {join(names)}."
    )
    if not late:
        return text
    words = [f"{one.holder.name} ({number(one.overdue or 0)} bukti)" for one in late]
    return f"{text} Bukti yang melewati tenggat terbanyak dipegang {join(words)}."


def kecamatan(known: Facts, ready: Sequence[Readiness]) -> str:
    """Say how ready the kecamatan are, or why that is not known."""
    if not ready:
        return (
            "Daftar kecamatan belum diisikan pada lembar wilayah, sehingga kesiapan menurut "
            "kecamatan belum dapat disajikan."
            if not known.pack.records.regions
            else "Belum ada bukti yang dipegang kecamatan untuk nilai yang diklaim sekarang."
        )
    total, done = sum(one.total for one in ready), sum(one.pieces[DONE] for one in ready)
    ready_ones = f"{number(done)} di antaranya lengkap" if done else "belum ada yang lengkap"
    full = [one.holder.name for one in ready if one.total and one.pieces[DONE] == one.total]
    text = (
        f"{count(len(ready), 'kecamatan', start=True)} memegang {number(total)} bukti untuk nilai "
        f"yang diklaim sekarang; {ready_ones}."
    )
    return f"{text} Kecamatan yang seluruh buktinya lengkap: {listed(full)}." if full else text


def later(years: Sequence[YearClaim], known: Facts) -> str:
    """Say what the plan adds that will need new evidence."""
    if not years:
        return (
            "Lembar penilaian terakhir mencakup tahun akhir rencana, sehingga tidak ada nilai "
            "rencana yang masih memerlukan bukti baru."
        )
    last = years[-1]
    pieces = sum(
        1 for piece in known.pieces if piece.since is not None and piece.since > known.claimed.year
    )
    return (
        f"Sampai {last.year} pertanyaan yang dinaikkan rencana bernilai {points(float(last.new))} "
        "di atas yang diklaim sekarang, sebelum batas poin indikator. Tambahan itu baru dapat "
        f"diklaim setelah {number(pieces)} bukti baru dihasilkan, terutama oleh "
        "kegiatan yang direncanakan."
    )
