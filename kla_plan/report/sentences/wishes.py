"""Sentences about the optional rules of a scenario: fairness, and what a plan must withstand."""

from kla_plan.indonesian import join, percent, rupiah
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences.words import cluster_in_text, count, points


def fairness(plan: Plan) -> list[str]:
    """List the rules of fairness that ask for something."""
    rules = plan.scenario.keadilan
    rows = [
        f"{_cluster(plan, code)} meraih sekurang-kurangnya {points(float(floor))} pada tahun "
        f"{plan.years[-1]}."
        for code, floor in rules.min_poin_klaster.items()
    ]
    rows += [
        f"{_cluster(plan, code)} memperoleh sekurang-kurangnya {percent(share)} dari seluruh "
        "anggaran."
        for code, share in rules.min_porsi_klaster.items()
        if share
    ]
    if rules.maks_porsi_opd < 1:
        share = percent(rules.maks_porsi_opd)
        rows.append(f"Satu perangkat daerah memegang paling banyak {share} dari seluruh anggaran.")
    reach = rules.sebaran_kecamatan
    if reach.min_porsi:
        rows.append(
            f"Kegiatan dengan satuan {join(reach.satuan)} menjangkau sekurang-kurangnya "
            f"{percent(reach.min_porsi)} dari volume terbesarnya."
        )
    floor = rules.minimal_perlindungan_khusus
    least = [rupiah(floor.rupiah_per_tahun)] if floor.rupiah_per_tahun else []
    least += [f"{percent(floor.porsi)} dari anggaran tahun itu"] if floor.porsi else []
    if least:
        rows.append(
            f"{_cluster(plan, floor.klaster)} memperoleh sekurang-kurangnya {join(least)} setiap "
            "tahun."
        )
    return rows


def robustness(plan: Plan) -> list[str]:
    """List what the plan must withstand."""
    rules = plan.scenario.ketahanan
    rows = []
    if rules.biaya_terburuk:
        rows.append(
            f"Pagu tetap cukup apabila {count(rules.biaya_terburuk, 'kegiatan')} termahal pada "
            f"setiap pagu menjadi {percent(rules.lonjakan_biaya)} lebih mahal."
        )
    if rules.jawaban_gagal:
        rows.append(
            f"Sasaran tetap tercapai apabila {count(rules.jawaban_gagal, 'pertanyaan')} bernilai "
            "terbesar gagal dinaikkan."
        )
    return rows


def _cluster(plan: Plan, code: str) -> str:
    found = plan.pack.instrument.clusters.get(code)
    return cluster_in_text(found.nama) if found else f"Klaster {code}"
