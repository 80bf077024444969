"""Golden sentences: they must stay grammatical at the edges of the data."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from support import toy_plan

from kla_plan.gaps import cluster_gaps, indicator_gaps, opd_gaps
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences import activities, assumed, budget, gaps, proof, score, wishes
from kla_plan.report.sentences.words import change, count, from_to, listed, period, series
from kla_plan.report.tables import matrix
from kla_plan.scenario import Scenario, Target


def test_change_is_judged_at_the_decimals_that_are_shown() -> None:
    assert [change(1, 2), change(2, 1), change(1, 1), change(1, 1.004)] == [
        "naik", "turun", "tetap", "tetap",
    ]  # fmt: skip


def test_from_to_reads_in_all_three_directions() -> None:
    assert from_to(80, 95.5) == "naik dari 80 poin menjadi 95,5 poin"
    assert from_to(95.5, 80) == "turun dari 95,5 poin menjadi 80 poin"
    assert from_to(80, 80) == "tetap 80 poin"


@pytest.mark.parametrize(
    ("how_many", "inside", "opening"),
    [
        (0, "tidak ada kegiatan", "Tidak ada kegiatan"),
        (1, "satu kegiatan", "Satu kegiatan"),
        (10, "sepuluh kegiatan", "Sepuluh kegiatan"),
        (11, "11 kegiatan", "Sebanyak 11 kegiatan"),
        (1200, "1.200 kegiatan", "Sebanyak 1.200 kegiatan"),
    ],
)
def test_counts_none_one_many(how_many: int, inside: str, opening: str) -> None:
    assert count(how_many, "kegiatan") == inside
    assert count(how_many, "kegiatan", start=True) == opening


def test_lists_count_the_rest_and_keep_phrases_apart() -> None:
    assert listed(list("abcde"), 3) == "a, b, c, dan dua lainnya"
    assert listed(list("abcd"), 3) == "a, b, c, dan d"
    assert series(["a", "b"]) == "a dan b"
    assert series(["satu, dua", "tiga"]) == "satu, dua; dan tiga"
    assert period((2024,)) == "2024"
    assert period((2024, 2025, 2026)) == "2024–2026"


def test_score_of_a_region_without_a_predicate(toy: Plan) -> None:
    assert score.start(toy) == (
        "Pada akhir tahun 2023 nilai penilaian mandiri KLA Kota Contoh mencapai 40 dari 100 poin, "
        "sehingga belum meraih predikat. Dengan perkiraan pengurangan 15,0 % pada saat verifikasi, "
        "nilainya menjadi 34 poin, sehingga belum meraih predikat."
    )
    assert score.distance(toy)[0] == (
        "Menurut penilaian mandiri, predikat Pratama mensyaratkan sekurang-kurangnya 50 poin, "
        "sehingga masih kurang 10 poin."
    )


def test_score_path_names_predicates_and_the_years_they_are_reached(toy: Plan) -> None:
    assert score.path(toy) == (
        "Selama 2024–2026 nilai penilaian mandiri direncanakan naik dari 40 poin menjadi 95 poin, "
        "dari belum berpredikat menjadi predikat Utama. Perkiraan nilai setelah verifikasi naik "
        "dari 34 poin menjadi 80,75 poin, dari belum berpredikat menjadi predikat Madya."
    )
    assert score.milestones(toy) == [
        (
            "Menurut penilaian mandiri, predikat Pratama pertama kali dicapai pada tahun 2024, "
            "predikat Madya pada tahun 2025, dan predikat Utama pada tahun 2026."
        ),
        (
            "Menurut perkiraan nilai setelah verifikasi, predikat Pratama pertama kali dicapai "
            "pada tahun 2024 dan predikat Madya pada tahun 2026."
        ),
    ]
    assert score.falls(toy) == ""


def test_highest_predicate_is_to_be_kept(toy: Plan) -> None:
    best = replace(toy, pack=toy_plan.pack((40, 20, 25, 15)), scenario=Scenario())
    assert score.distance(best)[0] == (
        "Menurut penilaian mandiri, predikat Utama merupakan predikat tertinggi, sehingga upaya "
        "diarahkan untuk mempertahankannya."
    )


def test_bound_that_is_met_exactly_but_not_enough(toy: Plan) -> None:
    exact = replace(toy, pack=toy_plan.pack((40, 0, 15, 15)))
    assert "tepat berada pada batas 70 poin" in score.distance(exact)[0]
    assert "menghasilkan predikat Madya" in score.distance(exact)[0]


def test_falling_score_names_the_year_and_the_reason(toy: Plan) -> None:
    rows = {
        2024: (1, 1, Fraction(2, 5), 1),
        2025: (1, 0, Fraction(2, 5), 1),
        2026: (1, 0, Fraction(2, 5), 1),
    }
    falling = replace(toy, fractions=toy_plan.fractions(rows))
    assert score.falls(falling).startswith("Nilai turun pada tahun 2025 karena")
    assert "naik dari 40 poin menjadi 65 poin" in score.path(falling)


def test_score_that_never_moves_stays_in_words() -> None:
    still = toy_plan.empty_plan()
    assert score.path(still) == (
        "Selama 2024–2026 nilai penilaian mandiri direncanakan tetap 40 poin, dan belum meraih "
        "predikat. Perkiraan nilai setelah verifikasi tetap 34 poin, dan belum meraih predikat."
    )
    assert score.milestones(still) == []


def test_cluster_with_gaps_and_one_full_indicator(toy: Plan) -> None:
    cluster = cluster_gaps(toy.pack).to_dict("records")[1]
    inside = indicator_gaps(toy.pack).query("klaster == 'K1'")
    assert gaps.cluster_result(cluster, inside) == (
        "Klaster I (Hak Sipil dan Kebebasan) meraih 20 dari 40 poin atau 50,0 %, dengan "
        "kesenjangan 20 poin. Seluruh kesenjangan berada pada indikator Akta Kelahiran, Kartu "
        "Identitas, dan Data (20 poin). Nilai maksimum telah dicapai pada indikator Informasi "
        "Layak Anak."
    )


def test_no_gap_at_all() -> None:
    full = toy_plan.pack((40, 20, 25, 15))
    indicators = indicator_gaps(full)
    cluster = cluster_gaps(full).to_dict("records")[0]
    assert "Seluruh indikator telah mencapai nilai maksimum" in gaps.cluster_result(
        cluster, indicators.query("klaster == 'K0'")
    )
    assert gaps.kinds(full) == ""
    assert gaps.agencies(opd_gaps(full)) == (
        "Tidak ada perangkat daerah yang masih memegang kesenjangan poin."
    )
    assert gaps.indicators_most(indicators) == (
        "Seluruh indikator telah mencapai nilai maksimum; tidak ada kesenjangan poin."
    )


def test_money_in_figures_and_words(toy: Plan) -> None:
    assert budget.total(toy) == (
        "Kebutuhan anggaran rencana aksi 2024–2026 seluruhnya Rp164.000.000 (seratus enam puluh "
        "empat juta rupiah)."
    )
    assert budget.by_year(toy) == (
        "Kebutuhan terbesar jatuh pada tahun 2024, yaitu Rp120 juta, dan terkecil pada tahun 2025, "
        "yaitu Rp44 juta. Pada tahun 2026 tidak ada belanja yang direncanakan."
    )
    assert budget.by_group(toy, "sumber_dana") == (
        "Anggaran tersebar pada dua sumber dana. Porsi terbesar berada pada DAU (Rp130 juta atau "
        "79,3 %), disusul CSR (Rp34 juta atau 20,7 %)."
    )
    assert budget.by_group(toy, "opd").startswith("Seluruh anggaran yang direncanakan berada pada")
    assert budget.unfunded(toy) == (
        "Satu kegiatan tidak memerlukan belanja APBD karena dilaksanakan oleh instansi vertikal "
        "atau mitra."
    )


def test_money_without_any_spending() -> None:
    none = toy_plan.empty_plan()
    assert budget.total(none) == "Rencana aksi 2024–2026 tidak memerlukan belanja tambahan."
    assert budget.by_year(none) == "Tidak ada belanja yang direncanakan pada tahun mana pun."
    assert budget.by_group(none, "opd") == ""
    assert activities.overview(none) == "Rencana aksi 2024–2026 tidak memuat kegiatan."


def test_money_due_after_the_horizon(toy: Plan) -> None:
    assert budget.after(toy) == ""
    later = replace(toy, after_horizon={2027: 5_000_000, 2028: 0})
    assert budget.after(later) == (
        "Setelah tahun 2026 masih terdapat kewajiban pemeliharaan dan pembayaran lanjutan sebesar "
        "Rp5.000.000 pada tahun 2027, yang perlu dicadangkan dalam dokumen perencanaan berikutnya."
    )
    many = replace(toy, after_horizon=dict.fromkeys(range(2027, 2032), 1_000_000))
    assert "Rp5.000.000 selama 2027–2031" in budget.after(many)


def test_one_activity_reads_as_one(toy: Plan) -> None:
    volumes = {("A1", 2024): Decimal(1)}
    single = replace(toy, volumes=volumes, spending={("A1", 2024, "DAU"): 100_000_000})
    assert activities.overview(single) == (
        "Rencana aksi 2024–2026 memuat satu kegiatan yang menjadi tanggung jawab satu perangkat "
        "daerah."
    )
    assert activities.first_year(single) == "Satu kegiatan dimulai pada tahun 2024."
    assert budget.by_year(single).startswith("Seluruh belanja direncanakan pada tahun 2024.")
    rows = matrix(single)
    assert activities.cluster_plan(single, "K0", rows)[0] == (
        "Untuk Kelembagaan direncanakan satu kegiatan dengan kebutuhan anggaran Rp100.000.000 "
        "selama 2024–2026. Poin penilaian mandirinya direncanakan naik dari 20 poin menjadi 60 "
        "poin pada tahun 2026."
    )


def test_cluster_without_activities(toy: Plan) -> None:
    rows = matrix(toy)
    (text,) = activities.cluster_plan(toy, "K1", rows[rows["klaster"] == "tidak ada"])
    assert text.startswith("Tidak ada kegiatan tambahan yang direncanakan untuk Klaster I")


def test_quality_is_never_claimed_beyond_the_proof(toy: Plan) -> None:
    assert "paling jauh berbeda 0,50 % dari rencana ini" in proof.quality(toy)
    best = replace(toy, proof=replace(toy.proof, status="optimal"))
    assert proof.quality(best).startswith(
        "Rencana ini terbukti terbaik: tidak ada rencana lain yang nilai tertimbangnya lebih "
        "tinggi."
    )
    unproven = replace(toy, proof=replace(toy.proof, bound=None))
    assert "tanpa pembuktian" in proof.quality(unproven)
    late = replace(toy, proof=replace(toy.proof, status="time_limit"))
    assert proof.quality(late).startswith("Pencarian berhenti karena batas waktu")


def test_the_cost_of_equally_good_plans_is_proven_or_not(toy: Plan) -> None:
    def said(bound: float | None) -> str:
        stages = () if bound is None else ({"nama": "biaya", "bound": bound},)
        return proof.cheapness(replace(toy, proof=replace(toy.proof, stages=stages)))

    cost = float(toy.cost())
    assert said(None) == " Biaya terendah untuk nilai itu belum sempat dicari sampai terbukti."
    assert said(cost) == " Untuk nilai itu, biayanya terbukti terendah."
    assert "paling banyak 25,00 % di atas biaya terendah" in said(cost / 1.25)


def test_settings_that_change_the_result_are_listed(toy: Plan) -> None:
    scenario = Scenario(
        tujuan="min_biaya",
        target=(Target(tahun=2026, predikat="Madya", dasar="verifikasi"),),
        pagu_faktor=Decimal("0.8"),
        bobot_tahun={2026: Decimal(3)},
        larang=("A4",),
        kunci=("A1",),
    )
    text = " ".join(proof.settings(replace(toy, scenario=scenario)))
    assert "Seluruh batas atas pagu dikalikan 0,8." in text
    assert "Sasaran tahun 2026: predikat Madya menurut perkiraan nilai setelah verifikasi." in text
    assert "Bobot" not in text
    weighted = proof.settings(replace(toy, scenario=Scenario(bobot_tahun={2026: Decimal(3)})))
    assert "Bobot nilai tahun 2026 adalah 3" in weighted[-1]
    assert "diwajibkan perencana: 1." in text
    assert "dikecualikan perencana: 1." in text


def test_comparison_says_better_worse_and_equal(toy: Plan) -> None:
    other = toy_plan.empty_plan()
    assert proof.against(toy, {"bagi rata": other}) == [
        (
            "Dibandingkan cara bagi rata, nilai tahun 2026 55 poin lebih tinggi, sedangkan "
            "biayanya Rp164.000.000 lebih mahal."
        )
    ]
    assert "55 poin lebih rendah" in proof.against(other, {"x": toy})[0]
    assert "nilai tahun 2026 sama, sedangkan biayanya sama" in proof.against(toy, {"x": toy})[0]


def test_share_of_assumptions(toy: Plan) -> None:
    assert assumed.share(toy) == (
        "Dari 28 data masukan yang dipakai naskah ini, 8 (28,6 %) masih berupa asumsi dan perlu "
        "dikonfirmasi."
    )


def test_targets_of_several_years_are_said_once() -> None:
    wished = [Target(tahun=year, predikat="Madya") for year in (2026, 2027, 2029)]
    scenario = Scenario(target=(*wished, Target(tahun=2029, poin=Decimal(700), dasar="verifikasi")))
    assert score.targets(scenario) == [
        ("2026–2027, 2029", "predikat Madya menurut penilaian mandiri"),
        ("2029", "sekurang-kurangnya 700 poin menurut perkiraan nilai setelah verifikasi"),
    ]


def test_bound_of_the_cheapest_plan_speaks_of_cost(toy: Plan) -> None:
    cheapest = replace(
        toy,
        scenario=Scenario(tujuan="min_biaya"),
        proof=replace(toy.proof, objective=164e6, bound=160e6),
    )
    assert proof.bound(cheapest) == (
        "Biaya rencana ini Rp164.000.000; terbukti tidak ada rencana yang biayanya kurang dari "
        "Rp160.000.000."
    )
    assert "nilainya lebih dari 236,18 poin tertimbang" in proof.bound(toy)


def test_rules_of_fairness_and_robustness_are_named_only_where_they_ask(toy: Plan) -> None:
    assert wishes.fairness(toy) == wishes.robustness(toy) == []
    asked = Scenario.model_validate(
        {
            "keadilan": {
                "min_poin_klaster": {"K1": 30},
                "min_porsi_klaster": {"K0": "0.1"},
                "maks_porsi_opd": "0.4",
                "sebaran_kecamatan": {"min_porsi": "0.5"},
                "minimal_perlindungan_khusus": {
                    "klaster": "K1", "rupiah_per_tahun": 5_000_000, "porsi": "0.05",
                },
            },
            "ketahanan": {"biaya_terburuk": 2, "jawaban_gagal": 1},
        }
    )  # fmt: skip
    strict = replace(toy, scenario=asked)
    assert wishes.fairness(strict) == [
        "Klaster I (Hak Sipil dan Kebebasan) meraih sekurang-kurangnya 30 poin pada tahun 2026.",
        "Kelembagaan memperoleh sekurang-kurangnya 10,0 % dari seluruh anggaran.",
        "Satu perangkat daerah memegang paling banyak 40,0 % dari seluruh anggaran.",
        (
            "Kegiatan dengan satuan kecamatan dan desa/kelurahan menjangkau sekurang-kurangnya "
            "50,0 % dari volume terbesarnya."
        ),
        (
            "Klaster I (Hak Sipil dan Kebebasan) memperoleh sekurang-kurangnya Rp5.000.000 dan "
            "5,0 % dari anggaran tahun itu setiap tahun."
        ),
    ]
    assert wishes.robustness(strict) == [
        (
            "Pagu tetap cukup apabila dua kegiatan termahal pada setiap pagu menjadi 20,0 % lebih "
            "mahal."
        ),
        "Sasaran tetap tercapai apabila satu pertanyaan bernilai terbesar gagal dinaikkan.",
    ]
    assert set(wishes.fairness(strict)) < set(proof.settings(strict))
