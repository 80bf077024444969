"""Sentences about how a plan was computed and how good it is known to be."""

from collections.abc import Mapping

from kla_plan.indonesian import join, number, percent, rupiah
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences import score, wishes
from kla_plan.report.sentences.words import points

_GOALS = {
    "maks_skor": "memaksimumkan jumlah tertimbang nilai KLA setiap tahun, dan di antara rencana "
    "yang sama baiknya memilih yang biayanya terendah",
    "min_biaya": "mencari rencana dengan biaya terendah yang memenuhi seluruh sasaran",
}
_BETTER = {
    "maks_skor": "nilai tertimbangnya lebih tinggi",
    "min_biaya": "biayanya lebih rendah",
}
#: A cost this close to its bound, relatively, counts as the lowest.
_NO_EXCESS = 1e-6
_SCALES = {
    "bertangga": "Nilai sebuah pertanyaan baru naik apabila kemajuannya mencapai tingkat jawaban "
    "berikutnya.",
    "kontinu": "Nilai sebuah pertanyaan dianggap naik sebanding dengan kemajuannya.",
}


def goal(plan: Plan) -> str:
    """Say what the plan was asked to do."""
    scenario = plan.scenario
    return (
        f"Rencana disusun dengan skenario “{scenario.nama}”, yaitu {_GOALS[scenario.tujuan]}. "
        f"{_SCALES[scenario.skala]}"
    )


def settings(plan: Plan) -> list[str]:
    """List the settings of the scenario that change the result."""
    scenario = plan.scenario
    rows = [
        (
            f"Kenaikan harga {percent(scenario.inflasi)} per tahun terhadap harga tahun "
            f"{plan.years[0]}."
        ),
        f"Perkiraan pengurangan nilai pada saat verifikasi {percent(scenario.diskon_verifikasi)}.",
    ]
    if scenario.pagu_faktor != 1:
        rows.append(f"Seluruh batas atas pagu dikalikan {number(scenario.pagu_faktor)}.")
    if scenario.tujuan == "maks_skor":
        rows += [
            f"Bobot nilai tahun {year} adalah {number(weight)}; tahun yang tidak disebut berbobot "
            "1."
            for year, weight in scenario.bobot_tahun.items()
        ]
    rows += [f"Sasaran tahun {years}: {wish}." for years, wish in score.targets(scenario)]
    if scenario.kunci:
        rows.append(f"Kegiatan yang diwajibkan perencana: {number(len(scenario.kunci))}.")
    if scenario.larang:
        rows.append(f"Kegiatan yang dikecualikan perencana: {number(len(scenario.larang))}.")
    return [*rows, *wishes.fairness(plan), *wishes.robustness(plan)]


def quality(plan: Plan) -> str:
    """Say in words how far from the best possible plan this one can be."""
    proof = plan.proof
    if proof.bound is None or proof.gap is None:
        return (
            "Rencana ini disusun tanpa pembuktian: tidak diketahui seberapa jauh jaraknya dari "
            "rencana terbaik."
        )
    subject = "nilai tertimbang" if plan.scenario.tujuan == "maks_skor" else "biaya"
    if proof.status == "optimal":
        better = _BETTER[plan.scenario.tujuan]
        best = f"Rencana ini terbukti terbaik: tidak ada rencana lain yang {better}."
        return best + cheapness(plan)
    distance = percent(proof.gap, 2)
    reason = {
        "gap_limit": "Pencarian berhenti setelah batas ketelitian yang diminta tercapai",
        "time_limit": "Pencarian berhenti karena batas waktu atau dihentikan perencana",
    }.get(proof.status, "Pencarian telah berhenti")
    return (
        f"{reason}. Terbukti bahwa {subject} rencana terbaik paling jauh berbeda {distance} dari "
        f"rencana ini.{cheapness(plan)}"
    )


def cheapness(plan: Plan) -> str:
    """Say how far the cost can be from the lowest one for the same score, after a blank.

    Only the second stage of ``maks_skor`` knows; the text is empty for other plans.
    """
    if plan.scenario.tujuan != "maks_skor" or plan.cost() == 0:
        return ""
    stage = next((s for s in plan.proof.stages if s["nama"] == "biaya"), None)
    bound = stage["bound"] if stage else None
    if not isinstance(bound, float) or bound <= 0:
        return " Biaya terendah untuk nilai itu belum sempat dicari sampai terbukti."
    excess = plan.cost() / bound - 1
    if excess < _NO_EXCESS:
        return " Untuk nilai itu, biayanya terbukti terendah."
    return (
        f" Untuk nilai itu, biayanya paling banyak {percent(excess, 2)} di atas biaya terendah "
        "yang mungkin."
    )


def bound(plan: Plan) -> str:
    """State the objective and its proven bound in figures."""
    proof = plan.proof
    if proof.bound is None:
        return f"Nilai tujuan rencana ini {_measure(plan, proof.objective)}."
    if plan.scenario.tujuan == "min_biaya":
        return (
            f"Biaya rencana ini {rupiah(proof.objective)}; terbukti tidak ada rencana yang "
            f"biayanya kurang dari {rupiah(proof.bound)}."
        )
    return (
        f"Nilai tujuan rencana ini {_measure(plan, proof.objective)}; terbukti tidak ada rencana "
        f"yang nilainya lebih dari {_measure(plan, proof.bound)}."
    )


_SIZES = {
    "kolom": "peubah",
    "kolom_bulat": "di antaranya peubah bulat",
    "baris": "kendala",
    "unsur": "koefisien",
}


def _measure(plan: Plan, value: float) -> str:
    if plan.scenario.tujuan == "min_biaya":
        return rupiah(value)
    return f"{number(value)} poin tertimbang"


def solver(plan: Plan) -> str:
    """Name the solver, the size of the model and the time it took."""
    proof = plan.proof
    seconds = number(sum(proof.seconds.values()), 1)
    sizes = [f"{number(size)} {_SIZES.get(name, name)}" for name, size in proof.size.items()]
    model = f" Model terdiri atas {join(sizes)}." if sizes else ""
    return f"Perhitungan dilakukan dengan {proof.solver} dalam {seconds} detik.{model}"


def against(plan: Plan, baselines: Mapping[str, Plan]) -> list[str]:
    """Compare the last year's score and the cost with other ways of choosing."""
    year = plan.years[-1]
    own = float(plan.score(year).total)
    lines = []
    for name, other in baselines.items():
        theirs = float(other.score(year).total)
        more, cheaper = own - theirs, other.cost() - plan.cost()
        score = (
            f"{points(abs(more))} lebih {'tinggi' if more > 0 else 'rendah'}"
            if abs(more) >= 0.005
            else "sama"
        )
        cost = (
            f"biayanya {rupiah(abs(cheaper))} lebih {'murah' if cheaper > 0 else 'mahal'}"
            if cheaper
            else "biayanya sama"
        )
        lines.append(f"Dibandingkan cara {name}, nilai tahun {year} {score}, sedangkan {cost}.")
    return lines
