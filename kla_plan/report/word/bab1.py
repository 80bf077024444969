"""BAB I Pendahuluan."""

from kla_plan.indonesian import number
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences import score
from kla_plan.report.sentences.approach import approach
from kla_plan.report.sentences.words import count, period
from kla_plan.report.word.facts import last_predicate
from kla_plan.report.word.legal import legal_basis


def bab1(plan: Plan) -> dict[str, object]:
    """Return the values of BAB I."""
    profile = plan.pack.profile
    background = [profile.fact("latar_belakang"), " ".join(_standing(plan))]
    return {
        "latar_belakang": [text for text in background if text],
        "dasar_hukum": legal_basis(profile),
        "ruang_lingkup": _scope(plan),
        "pendekatan": approach(plan),
    }


def _standing(plan: Plan) -> list[str]:
    last = last_predicate(plan.pack.profile)
    return [text for text in (last, score.start(plan)) if text]


def _scope(plan: Plan) -> str:
    instrument = plan.pack.instrument
    return (
        f"RAD KLA ini berlaku untuk tahun {period(plan.years)} di wilayah "
        f"{plan.pack.profile.full_name} dan mencakup seluruh bagian instrumen evaluasi KLA "
        f"{instrument.year}, yaitu {count(len(instrument.clusters), 'bagian')} yang terdiri atas "
        f"{number(len(instrument.indicators))} baris indikator dan "
        f"{number(len(instrument.questions))} pertanyaan: kelembagaan, lima klaster hak anak, "
        "serta penyelenggaraan KLA di kecamatan dan desa/kelurahan. Pelaksananya meliputi "
        "perangkat daerah, instansi vertikal, dan mitra sesuai dengan kewenangan masing-masing."
    )
