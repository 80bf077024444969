"""The predicate case: one page, every number the plan's or the simulation's, three decisions."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from docx.document import Document as DocumentType
from support import toy_plan
from support.city_sets import simple_plan
from support.leaflets import ENGLISH, TAGS, opened, pages, tables_of, text_of

from kla_plan.explain.risk import fit_discount, simulate
from kla_plan.gaps import predicate_gaps
from kla_plan.indonesian import number, percent, rupiah
from kla_plan.papers.deciding.ground import Ground
from kla_plan.papers.paper import Brief, Made
from kla_plan.papers.predicate import PAPER
from kla_plan.papers.predicate.chances import chances
from kla_plan.papers.predicate.decisions import three
from kla_plan.papers.predicate.facts import Year, cheapest, least, steps, within_reach, years
from kla_plan.papers.predicate.values import yearly
from kla_plan.plan.plan import Plan
from kla_plan.report.pdf import find_office
from kla_plan.report.sentences import proof
from kla_plan.scenario import Scenario

LATE = date(2026, 11, 23)
WAY, YEARLY = "1. Kedudukan dan jarak ke predikat berikutnya", "2. Jalur dan biaya"
needs_office = pytest.mark.skipif(
    find_office() is None, reason="LibreOffice (soffice) tidak terpasang"
)


@pytest.fixture(scope="session")
def city() -> Plan:
    return simple_plan("ogan-ilir")


def make(
    plan: Plan, folder: Path, day: date | None = None, others: dict[str, Plan] | None = None
) -> Made:
    folder.mkdir(parents=True, exist_ok=True)
    return PAPER.write(Brief(plan, plan.pack, day, others=others or {}), folder)


@pytest.fixture(scope="session")
def made(city: Plan, tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make(city, tmp_path_factory.mktemp("predikat"))


@pytest.fixture(scope="session")
def page(made: Made) -> DocumentType:
    return opened(made.to_pdf[0])


def test_where_we_stand(city: Plan, page: DocumentType) -> None:
    text = text_of(page)
    own, checked = predicate_gaps(city.pack, city.scenario).to_dict("records")
    discount = fit_discount()
    low, high = discount.interval()
    for row in (own, checked):
        assert f"{number(row['total'])}" in text
        assert f"kurang {number(row['kurang'])} poin" in text
    assert "empat pasangan nilai daerah lain" in text
    assert len(discount.pairs) == 4
    assert percent(discount.typical) in text
    total = float(city.pack.start_score().total)
    assert f"antara {number(total * (1 - high), 0)} dan {number(total * (1 - low), 0)}" in text
    # More than 700 verified points need more than 700 / 0.85 self-assessed ones.
    assert f"lebih dari {number(Fraction(70_000, 85))} poin" in text


def test_the_way_to_each_predicate(city: Plan, page: DocumentType) -> None:
    rows = {row["Predikat"]: row for row in tables_of(page)[WAY]}
    now = city.pack.start_score().total * Fraction(85, 100)
    run = simulate(city)
    chance = run.predicates().set_index(["tahun", "predikat"])["sekurangnya"]
    bounds = {"Nindya": 700, "Utama": 800, "KLA": 900}
    assert set(rows) == set(bounds)
    for name, bound in bounds.items():
        row = rows[name]
        own = [2023] if city.pack.start_score().total > bound else []
        own += [t for t in city.years if city.score(t).total > bound]
        checked = [t for t in city.years if city.verified_total(t) > bound]
        assert row["Batas (poin)"] == f"> {number(bound)}"
        assert row["Kurang sekarang (poin)"] == number(bound - now, 2)
        assert row["Mandiri mulai"] == (str(own[0]) if own else "belum")
        assert row["Verifikasi mulai"] == (str(checked[0]) if checked else "belum")
        spent = sum(city.cost(t) for t in city.years if checked and t <= checked[0])
        expected = number(spent) if checked else "–"
        assert row["Anggaran sampai tahun itu (Rp)"] == expected
        year = checked[0] if checked else 2030
        assert row["Peluang"] == f"{percent(float(chance.loc[year, name]), 0)} ({year})"


def test_years_points_and_rupiah(city: Plan, page: DocumentType) -> None:
    table = {row["Menurut rencana"]: row for row in tables_of(page)[YEARLY]}
    run = simulate(city).predicates().set_index(["tahun", "predikat"])["sekurangnya"]
    before = city.pack.start_score().total
    for year in city.years:
        column, own = str(year), city.score(year).total
        assert table["Nilai mandiri (poin)"][column] == number(own, 2)
        assert table["Perkiraan verifikasi (poin)"][column] == number(city.verified_total(year), 2)
        assert table["Anggaran (Rp)"][column] == number(city.cost(year))
        gained = own - before
        price = number(city.cost(year) / gained, 0) if gained > 0 else "–"
        assert table["Per poin tambahan (Rp)"][column] == price
        for name in ("Nindya", "Utama"):
            shown = table[f"Peluang sekurangnya {name}"][column]
            assert shown == percent(float(run.loc[year, name]), 0)
        before = own


def test_money_and_proof(city: Plan, page: DocumentType) -> None:
    text = text_of(page)
    assert f"seluruhnya {rupiah(city.cost())}" in text
    gained = city.score(2030).total - city.pack.start_score().total
    assert f"rata-rata {rupiah(city.cost() / gained)}" in text
    assert proof.quality(city) in text


def test_the_toy_by_hand() -> None:
    """40 points now, 34 verified; 65, 75 and 95 planned: Pratama at 50, Madya and Utama above."""
    plan = toy_plan.plan()
    way = steps(plan, chances(plan))
    seen = [(s.record.predikat, s.missing, s.own, s.checked, s.cost) for s in way]
    million = toy_plan.MILLION
    assert seen == [
        ("Pratama", 16, 2024, 2024, 120 * million),
        ("Madya", 36, 2025, 2026, 164 * million),
        ("Utama", 56, 2026, None, None),
    ]
    assert [row.gained for row in years(plan)] == [25, 10, 20]
    assert [row.price for row in years(plan)] == [4_800_000, 4_400_000, 0]
    # A1: 100 million for 20 points; A3: 64 million for 15.
    fewest = least(Ground(plan, plan.pack, None))
    assert fewest is not None
    assert (fewest.activity, fewest.rupiah, fewest.points) == ("A1", 100 * million, 20)
    assert within_reach(way) == way


def test_many_years_are_written_in_millions_so_that_they_fit() -> None:
    rows = [
        Year(2024 + n, Fraction(500 + n), Fraction(400), 1_234_567_890 + n, Fraction(n % 2))
        for n in range(12)
    ]
    plan = toy_plan.plan()
    table = {row["nama"]: row["isi"] for row in yearly(rows, (), chances(plan))}
    assert table["Anggaran (juta rupiah)"] == ["1.234,6"] * 12
    assert table["Per poin tambahan (juta rupiah)"] == ["–", "1.234,6"] * 6
    few = {row["nama"]: row["isi"] for row in yearly(rows[:2], (), chances(plan))}
    assert few["Anggaran (Rp)"] == ["1.234.567.890", "1.234.567.891"]


def test_three_decisions_with_their_amounts(city: Plan, page: DocumentType) -> None:
    rows = tables_of(page)["4. Tiga keputusan Bupati Ogan Ilir"]
    assert [row["No."] for row in rows] == ["1", "2", "3"]
    reached = next(t for t in city.years if city.verified_total(t) > 700)
    spent = sum(city.cost(t) for t in city.years if t <= reached)
    assert f"Nindya dicapai setelah verifikasi mulai {reached}" in rows[0]["Hal yang diputuskan"]
    assert rupiah(spent) in rows[0]["Hal yang diputuskan"]
    assert f"Pagu tahun 2024 sebesar {rupiah(city.cost(2024))}" in rows[1]["Hal yang diputuskan"]
    assert "771,81 poin" in rows[2]["Hal yang diputuskan"]


def test_a_target_is_never_set_for_a_year_whose_budget_is_past(city: Plan) -> None:
    ground = Ground(city, city.pack, LATE)
    odds = chances(city)
    first, second, third = three(ground, steps(city, odds), odds)
    assert f"Nindya pada 2027 (peluang {percent(odds.at_least('Nindya', 2027), 0)})" in " ".join(
        first.options
    )
    assert second.rupiah == city.cost(2027)
    assert third.rule == "realisasi"


@pytest.mark.parametrize("plan", [toy_plan.plan(), toy_plan.empty_plan()])
def test_there_are_always_three_decisions(plan: Plan) -> None:
    odds = chances(plan)
    for day in (None, LATE, date(2040, 1, 1)):
        found = three(Ground(plan, plan.pack, day), steps(plan, odds), odds)
        assert len(found) == 3
        assert len({row.rule for row in found}) == 3


def test_at_the_highest_predicate_it_is_kept() -> None:
    pack = toy_plan.pack((40, 20, 25, 15))
    plan = replace(
        toy_plan.empty_plan(),
        pack=pack,
        fractions=dict.fromkeys(toy_plan.plan().fractions, Fraction(1)),
        scenario=Scenario(diskon_verifikasi=Decimal("0.05")),
    )
    odds = chances(plan)
    assert steps(plan, odds) == ()
    first, *_ = three(Ground(plan, pack, None), (), odds)
    assert "Utama adalah predikat tertinggi" in first.matter


def test_the_cheapest_way_is_shown_only_where_one_is_given(
    city: Plan, made: Made, page: DocumentType, tmp_path: Path
) -> None:
    assert cheapest(city, {}) is None
    assert "jalur termurah ke setiap predikat belum dihitung" in text_of(page)
    assert any("--what predikat" in point.what for point in made.open_points)
    toy = toy_plan.plan()
    lowest = replace(toy, scenario=toy.scenario.model_copy(update={"tujuan": "min_biaya"}))
    found = make(toy, tmp_path, others={"termurah": lowest})
    assert cheapest(toy, {"termurah": lowest}) is lowest
    assert f"Jalur termurah yang tersedia berbiaya {rupiah(lowest.cost())}" in text_of(
        opened(found.to_pdf[0])
    )
    assert not any("--what predikat" in point.what for point in found.open_points)
    unproven = replace(lowest, proof=replace(lowest.proof, bound=None))
    assert cheapest(toy, {"termurah": unproven}) is None


def test_page_is_indonesian_without_tags(page: DocumentType, tmp_path: Path) -> None:
    kota = opened(make(toy_plan.plan(), tmp_path).to_pdf[0])
    for document, head in ((page, "Bupati Ogan Ilir"), (kota, "Wali Kota Contoh")):
        text = text_of(document)
        assert TAGS.findall(text) == []
        assert ENGLISH.findall(text) == []
        assert f"Tiga keputusan {head}" in text
        assert all(tables_of(document).values())


def test_same_brief_same_bytes(city: Plan, made: Made, tmp_path: Path) -> None:
    again = make(city, tmp_path)
    assert [p.read_bytes() for p in again.files] == [p.read_bytes() for p in made.files]


@pytest.mark.libreoffice
@needs_office
def test_it_is_one_page(made: Made, city: Plan, tmp_path: Path) -> None:
    """The other cities are counted where their whole sets are looked at."""
    files = [*made.to_pdf, *make(city, tmp_path / "terlambat", LATE).to_pdf]
    files += make(toy_plan.plan(), tmp_path / "kecil").to_pdf
    files += make(toy_plan.empty_plan(), tmp_path / "kosong").to_pdf
    assert {path: count for path, count in pages(files, tmp_path).items() if count != 1} == {}
