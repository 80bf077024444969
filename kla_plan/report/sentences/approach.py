"""Sentences about how a plan was drawn up: from which gaps, candidates and ceilings."""

from kla_plan.candidates import coverage
from kla_plan.candidates.delivery import available
from kla_plan.indonesian import number, percent, rupiah_short
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences import score
from kla_plan.report.sentences.assumed import share
from kla_plan.report.sentences.words import amount, count, period, points


def approach(plan: Plan) -> list[str]:
    """Say in two paragraphs what the plan was chosen from and what its data are worth."""
    return [" ".join((_from(plan), _chosen(plan))), share(plan)]


def _from(plan: Plan) -> str:
    pack = plan.pack
    gaps = coverage(pack, plan.scenario)
    usable = available(pack, plan.scenario)
    text = (
        f"Penyusunan dimulai dari {number(len(pack.instrument.questions))} pertanyaan instrumen, "
        f"{amount(len(gaps))} di antaranya masih dapat menambah nilai. Untuk menutupnya "
        f"dihimpun {count(len(usable), 'kegiatan calon')}"
    )
    none = int((gaps["kandidat"] == 0).sum()) if len(gaps) else 0
    if none:
        return f"{text}; {count(none, 'pertanyaan')} belum memiliki kegiatan calon."
    return f"{text}, sehingga setiap pertanyaan itu memiliki sekurang-kurangnya satu kegiatan."


def _chosen(plan: Plan) -> str:
    usable = available(plan.pack, plan.scenario)
    years = period(plan.years)
    wishes = score.targets(plan.scenario)
    purpose = (
        "agar target predikat tercapai dengan biaya terendah"
        if plan.scenario.tujuan == "min_biaya"
        else "agar nilai sepanjang rencana setinggi mungkin"
    )
    if wishes and plan.scenario.tujuan != "min_biaya":
        purpose += " dan target predikat tercapai"
    part = len(plan.activities) / len(usable) if usable else 0.0
    gain = float(plan.score(plan.years[-1]).total - plan.pack.start_score().total)
    return (
        f"Dari kegiatan calon itu dipilih {count(len(plan.activities), 'kegiatan')} "
        f"({percent(part)}) beserta volume dan tahunnya, {purpose} dalam batas pagu, kapasitas, "
        f"dan urutan prasyarat. Rencana {years} yang dihasilkan membutuhkan "
        f"{rupiah_short(plan.cost())} dan menambah {points(gain)}. Cara perhitungan dan mutu "
        "hasilnya dijelaskan pada Lampiran III."
    )
