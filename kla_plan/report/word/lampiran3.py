"""Lampiran III: how the plan was computed, how good it is, how it was checked."""

from collections.abc import Mapping

from kla_plan.indonesian import number, percent
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences import proof
from kla_plan.report.sentences.words import capital

_STATUS = {
    "optimal": "terbukti terbaik",
    "gap_limit": "batas ketelitian tercapai",
    "time_limit": "batas waktu tercapai",
    "interrupted": "dihentikan perencana",
}
#: Names of the solver's stages in words.
_STAGES = {"skor": "Nilai tertimbang tertinggi (poin)", "biaya": "Biaya terendah (rupiah)"}
_OWN = "Rencana ini"


def lampiran3(plan: Plan, baselines: Mapping[str, Plan]) -> dict[str, object]:
    """Return the values of Lampiran III."""
    return {
        "tujuan": proof.goal(plan),
        "pengaturan": proof.settings(plan),
        "mutu": proof.quality(plan),
        "batas": proof.bound(plan),
        "pemecah": proof.solver(plan),
        "tahap": [_stage(stage) for stage in plan.proof.stages],
        "pembanding": [_compared(name, other) for name, other in {_OWN: plan, **baselines}.items()]
        if baselines
        else [],
        "perbandingan": proof.against(plan, baselines),
        "pemeriksaan": (
            "Sebelum ditulis, rencana diperiksa ulang dengan hitungan bilangan bulat yang "
            "terpisah dari program pemecah: volume, prasyarat, biaya, pagu, sumber dana, dan "
            "nilai setiap pertanyaan dihitung kembali dari data masukan. Rencana ini lolos dari "
            "seluruh pemeriksaan tersebut; rencana yang tidak lolos tidak dituangkan menjadi "
            "naskah."
        ),
    }


def _stage(stage: Mapping[str, object]) -> dict[str, str]:
    gap = stage.get("gap")
    value = stage.get("objective")
    return {
        "nama": _STAGES.get(
            str(stage.get("nama")), capital(str(stage.get("nama")).replace("_", " "))
        ),
        "status": _STATUS.get(str(stage.get("status")), str(stage.get("status"))),
        "nilai": number(float(str(value))) if value is not None else "–",
        "celah": percent(float(str(gap)), 2) if gap is not None else "–",
    }


def _compared(name: str, plan: Plan) -> dict[str, object]:
    last = plan.years[-1]
    return {
        "nama": capital(name),
        "kegiatan": number(len(plan.activities)),
        "nilai": number(plan.score(last).total, 2),
        "predikat": plan.predicate(last),
        "biaya": number(plan.cost()),
    }
