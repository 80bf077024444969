"""BAB IV: targets of every indicator, and strategies that follow from the chosen activities."""

from collections import defaultdict
from fractions import Fraction

from docx.document import Document as DocumentType
from support import toy_plan
from support.word_reading import angka, sections, tables, trimmed

from kla_plan.indonesian import rupiah_short
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences import direction, strategy
from kla_plan.report.sentences.kinds import WORDS
from kla_plan.report.tables import cluster_path
from kla_plan.report.tables.progress import indicator_path, rises
from kla_plan.report.tables.strategies import activity_kinds, strategies


def indicator_points(plan: Plan, year: int, indicator: str) -> Fraction:
    """Points of an indicator at the end of a year, recomputed from the answers."""
    pack = plan.pack
    total = Fraction(0)
    for question in pack.instrument.questions_of(indicator):
        base = year == pack.profile.base_year
        points = Fraction(pack.answers[question.pertanyaan].poin)
        if not base:
            points = Fraction(question.poin_maks) * plan.fractions[year, question.pertanyaan]
        total += points
    return min(Fraction(pack.instrument.indicators[indicator].poin_maks), total)


def cluster_points(plan: Plan, year: int, cluster: str) -> Fraction:
    indicators = plan.pack.instrument.indicators.values()
    return sum(
        (indicator_points(plan, year, i.indikator) for i in indicators if i.klaster == cluster),
        Fraction(0),
    )


def gains(plan: Plan) -> dict[str, Fraction]:
    """Points gained by question until the last year, before the caps."""
    last = plan.years[-1]
    found = {}
    for code, question in plan.pack.instrument.questions.items():
        most = Fraction(question.poin_maks)
        gain = most * plan.fractions[last, code] - Fraction(plan.pack.answers[code].poin)
        if gain > 0:
            found[code] = gain
    return found


def test_targets_of_every_indicator_and_year(case: tuple[Plan, DocumentType]) -> None:
    plan, document = case
    years = [plan.pack.profile.base_year, *plan.years]
    rows = tables(document)["Sasaran poin penilaian mandiri menurut indikator"][1:]
    found = [row for row in rows if len(row) > 1]
    expected = [
        [
            code.removeprefix("I"), indicator.nama, trimmed(Fraction(indicator.poin_maks)),
            *(angka(indicator_points(plan, year, code), 2) for year in years),
        ]
        for code, indicator in plan.pack.instrument.indicators.items()
    ]  # fmt: skip
    assert found == expected
    bands = [row[0] for row in rows if len(row) == 1]
    assert bands == [row.nama for row in plan.pack.instrument.clusters.values()]


def test_strategies_hold_every_activity_and_every_gain_once(
    case: tuple[Plan, DocumentType],
) -> None:
    plan, document = case
    rows = tables(document)["Strategi, kegiatan, dan tambahan poin seluruh klaster"][1:]
    raised = gains(plan)
    by_kind: dict[str, list[Fraction]] = defaultdict(list)
    for code, gain in raised.items():
        kind = plan.pack.instrument.questions[code].tipe
        by_kind[WORDS[kind].strategy].append(gain)
    for name, _, _, questions, points in rows[:-1]:
        assert questions == str(len(by_kind[name]))
        assert points == angka(sum(by_kind[name], Fraction(0)), 2)
    assert {row[0] for row in rows[:-1]} >= set(by_kind)
    assert sum(int(row[1]) for row in rows[:-1]) == len(plan.activities)
    assert sum(int(row[2].replace(".", "")) for row in rows[:-1]) == plan.cost()
    assert rows[-1][1:] == [
        str(len(plan.activities)), angka(plan.cost()), str(len(raised)),
        angka(sum(raised.values(), Fraction(0)), 2),
    ]  # fmt: skip


def test_strategies_of_a_cluster_share_its_money(real: Plan) -> None:
    found = rises(real)
    cluster_of = real.pack.instrument.cluster_of
    for code in real.pack.instrument.clusters:
        made = strategies(real, found, code)
        held = [activity for one in made for activity in one.activities]
        own = [a for a in real.activities if cluster_of(real.pack.activities[a].indikator) == code]
        assert sorted(held) == sorted(own)
        spent = sum(r for (a, _, _), r in real.spending.items() if a in own)
        assert sum(one.rupiah for one in made) == spent


def test_an_activity_belongs_to_the_kind_it_gains_most(real: Plan) -> None:
    kinds, raised = activity_kinds(real, rises(real)), gains(real)
    questions = real.pack.instrument.questions
    for activity in real.activities:
        sums: dict[str, Fraction] = defaultdict(Fraction)
        for code in {row.pertanyaan for row in real.pack.effects_of(activity)}:
            sums[questions[code].tipe] += raised.get(code, Fraction(0))
        if any(sums.values()):
            assert sums[kinds[activity]] == max(sums.values())


def test_aims_state_the_points_of_the_cluster(real: Plan, real_word: DocumentType) -> None:
    said = sections(real_word)
    base, last = real.pack.profile.base_year, real.years[-1]
    for place, (code, cluster) in enumerate(real.pack.instrument.clusters.items(), start=1):
        text = said[f"4.5.{place} {' '.join(cluster.nama.split())}"]
        before, after = cluster_points(real, base, code), cluster_points(real, last, code)
        assert f"naik dari {trimmed(before)} poin pada tahun {base}" in text
        assert f"menjadi {trimmed(after)} poin pada tahun {last}" in text
        for one in strategies(real, rises(real), code):
            if one.rises and one.activities:
                assert f"menambah {trimmed(one.points)} poin" in text
            if one.rupiah:
                assert rupiah_short(one.rupiah) in text


def test_pace_names_the_year_with_half_of_the_gain(real: Plan) -> None:
    clusters = list(real.pack.instrument.clusters)
    totals = {
        year: sum((cluster_points(real, year, code) for code in clusters), Fraction(0))
        for year in (real.pack.profile.base_year, *real.years)
    }
    start = totals[real.pack.profile.base_year]
    whole = totals[real.years[-1]] - start
    half = next(year for year in real.years if totals[year] - start >= whole / 2)
    share = angka((totals[half] - start) / whole * 100, 1)
    text = direction.pace(real, cluster_path(real))
    assert f"Pada akhir tahun {half} sudah terkumpul {share} % dari seluruh tambahan" in text
    assert text.endswith(f"{trimmed(whole)} poin.")


def test_strategies_of_the_toy_plan(toy: Plan) -> None:
    found = rises(toy)
    texts = [strategy.strategy(toy, one, found) for one in strategies(toy, found, "K0")]
    assert texts == [
        (
            f"{toy_plan.MARKUP} melaksanakan penyusunan Peraturan Daerah Kota Layak Anak pada "
            "tahun 2024 dengan anggaran Rp100 juta. P1.1 naik sampai bernilai penuh, menambah 20 "
            "poin."
        ),
        (
            "Kantor Kementerian Agama melaksanakan bimbingan perkawinan pada tahun 2026 tanpa "
            "belanja. P1.2 naik sampai bernilai penuh, menambah 20 poin."
        ),
    ]
    path = indicator_path(toy)
    assert direction.aim(toy, "K1", path[path["klaster"] == "K1"]) == (
        "Klaster I (Hak Sipil dan Kebebasan) direncanakan naik dari 20 poin pada tahun 2023 "
        "menjadi 35 poin pada tahun 2026, atau 87,5 % dari poin maksimumnya."
    )


def test_a_plan_without_activities_has_no_strategies() -> None:
    still = toy_plan.empty_plan()
    assert strategies(still, rises(still)) == ()
    assert direction.pace(still, cluster_path(still)) == ""
    assert direction.order(still) == direction.together(still) == ""
