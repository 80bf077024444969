"""Facts of the region: formatted, marked, and said only where they are known."""

from dataclasses import replace
from decimal import Decimal

from support import toy_plan

from kla_plan.pack.columns import ProfilRow
from kla_plan.pack.model import Profil
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences import budget, gaps
from kla_plan.report.word.facts import head_of_region, last_predicate, profile_facts
from kla_plan.report.word.legal import NATIONAL, legal_basis


def with_facts(**facts: str) -> Profil:
    profile = toy_plan.pack().profile
    added = {key: ProfilRow(kunci=key, nilai=value) for key, value in facts.items()}
    return replace(profile, facts={**profile.facts, **added})


def test_last_predicate_is_said_only_where_it_is_known() -> None:
    assert last_predicate(with_facts()) == ""
    assert last_predicate(with_facts(predikat_terakhir="Nindya")) == (
        "Kota Contoh terakhir meraih predikat KLA Nindya."
    )
    held = with_facts(predikat_terakhir="Nindya", tahun_predikat_terakhir="2022")
    assert last_predicate(held).endswith("Nindya pada tahun 2022.")
    none = with_facts(predikat_terakhir="Belum berpredikat", tahun_predikat_terakhir="2023")
    assert last_predicate(none) == (
        "Sampai dengan evaluasi tahun 2023, Kota Contoh belum meraih predikat KLA."
    )
    assert last_predicate(with_facts(predikat_terakhir="Belum berpredikat")) == (
        "Kota Contoh belum meraih predikat KLA."
    )


def test_head_of_region_follows_the_kind() -> None:
    assert head_of_region(with_facts()) == "Wali Kota Contoh"
    assert head_of_region(replace(with_facts(), kind="kabupaten")) == "Bupati Contoh"


def test_facts_are_formatted_and_unknown_counts_are_kept() -> None:
    facts = {
        fact.uraian: fact.nilai
        for fact in profile_facts(
            with_facts(jumlah_penduduk="168676", jumlah_taman="12", jumlah_slb="tiga")
        )
    }
    assert facts["Jumlah penduduk"] == "168.676 jiwa"
    assert facts["Jumlah taman"] == "12"
    assert facts["Jumlah SLB"] == "tiga"


def test_legal_basis_ends_as_a_list_does() -> None:
    items = legal_basis(with_facts(kebijakan_lokal="Perwali 2/2009."))
    assert len(items) == len(NATIONAL) + 2
    assert items[-2].endswith("Perwali 2/2009; dan")
    assert items[-1].endswith("RPJMD 2021–2026.")
    assert all(item.endswith(";") for item in items[:-2])


def test_realised_years_are_said_to_be_facts(toy: Plan) -> None:
    done = replace(
        toy.pack,
        realised=tuple(replace(row, tahun=2024, rupiah=120_000_000) for row in toy.pack.realised),
    )
    assert budget.realised(replace(toy, pack=done)) == (
        "Dari jumlah tersebut, Rp120.000.000 merupakan realisasi tahun 2024; sumber dana realisasi "
        "tidak dirinci."
    )
    assert budget.realised(toy) == ""


def test_evidence_counts_each_status(toy: Plan) -> None:
    assert gaps.evidence(toy.pack).startswith(
        "Status kelengkapan data dukung belum dicatat untuk 4"
    )
    answers = dict(toy.pack.answers)
    answers["P1.1"] = replace(answers["P1.1"], status_bukti="lengkap")
    answers["P1.2"] = replace(answers["P1.2"], status_bukti="belum")
    assert gaps.evidence(replace(toy.pack, answers=answers)) == (
        "Dari 4 pertanyaan instrumen terdapat satu pertanyaan dengan data dukung lengkap, satu "
        "pertanyaan tanpa data dukung, dan dua pertanyaan yang statusnya belum dicatat."
    )


def test_activities_without_money_are_explained(toy: Plan) -> None:
    routine = replace(toy, spending={}, volumes={("A1", 2024): Decimal(1)})
    assert budget.unfunded(routine) == (
        "Satu kegiatan tidak memerlukan belanja karena dilaksanakan sebagai tugas rutin perangkat "
        "daerah."
    )
    mixed = replace(routine, volumes={("A1", 2024): Decimal(1), ("A2", 2024): Decimal(1)})
    assert budget.unfunded(mixed).startswith(
        "Dua kegiatan tidak memerlukan belanja; satu kegiatan di antaranya"
    )
