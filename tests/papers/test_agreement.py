"""The papers of one city say the same: rupiah by year and agency, scores, open points.

Every figure is read back from the files and held against the saved plan, never against another
paper's facts, so that two papers cannot agree on a mistake.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from support.city_sets import CitySet, city_set

from kla_plan.indonesian import number
from kla_plan.papers.open_points import write_open_points
from kla_plan.papers.paper import Made
from kla_plan.papers.registry import choose
from kla_plan.plan.plan import Plan

NAMES = (
    "rad", "tahunan", "rakor", "predikat", "peraturan", "data_dukung", "opd", "integrasi",
)  # fmt: skip
#: Papers of which a table or a sentence has the rupiah of the whole plan.
WHOLE = ("rad", "predikat", "peraturan", "integrasi")

type Row = dict[str, str]


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> CitySet:
    return city_set(tmp_path_factory, "ogan-ilir")


@pytest.fixture(scope="module")
def plan(city: CitySet) -> Plan:
    return city.plan


@pytest.fixture(scope="module")
def made(city: CitySet) -> Mapping[str, Made]:
    return {name: city.made[name] for name in NAMES}


def word(one: Made, pattern: str = "") -> Path:
    return next(p for p in one.files if p.suffix == ".docx" and re.search(pattern, p.name))


@cache
def tables(path: Path) -> list[list[list[str]]]:
    """The tables of a Word file, as rows of the texts of their cells."""
    return [
        [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in table.rows]
        for table in Document(str(path)).tables
    ]


def under(path: Path, *heads: str) -> list[Row]:
    """The rows of every table that has these headings, by heading."""
    found = []
    for head, *rows in tables(path):
        if set(heads) <= set(head):
            found += [dict(zip(head, row, strict=True)) for row in rows if len(row) == len(head)]
    assert found, heads
    return found


@cache
def text(path: Path) -> str:
    document = Document(str(path))
    inside = (cell for table in tables(path) for row in table for cell in row)
    return "\n".join([*(p.text.replace("\u00a0", " ") for p in document.paragraphs), *inside])


def sheet(path: Path, name: str) -> list[dict[str, object]]:
    """The rows of a sheet below its heading, without the one that adds them up."""
    book = openpyxl.load_workbook(path, read_only=True)
    _, _, _, head, *rows = book[name].iter_rows(values_only=True)
    book.close()
    return [dict(zip(head, row, strict=True)) for row in rows if row[0] not in (None, "Jumlah")]


def paid_by_agency(plan: Plan) -> Counter[tuple[str, int]]:
    """Rupiah by full name of the agency in charge and year, straight from the spending."""
    pack, paid = plan.pack, Counter[tuple[str, int]]()
    for (activity, year, _), rupiah in plan.spending.items():
        paid[pack.opds[pack.activities[activity].opd].nama, year] += rupiah
    return paid


@pytest.mark.parametrize("name", WHOLE)
def test_the_whole_is_the_same_everywhere(plan: Plan, made: Mapping[str, Made], name: str) -> None:
    assert number(plan.cost()) in text(word(made[name]))


def test_every_year_costs_the_same_everywhere(plan: Plan, made: Mapping[str, Made]) -> None:
    years = {str(year): number(plan.cost(year)) for year in plan.years}
    rad = word(made["rad"])
    sums = [row for row in under(rad, "Uraian", *years) if row["Uraian"] == "Jumlah"]
    assert len(sums) == 3  # by cluster, by agency, by source
    for row in sums:
        assert {year: row[year] for year in years} == years
    watched = under(rad, "Tahun", "Anggaran (Rp)")
    assert {r["Tahun"]: r["Anggaran (Rp)"] for r in watched if r["Tahun"] in years} == years
    law = under(word(made["peraturan"]), "Tahun", "Jumlah (Rp)")
    assert {row["Tahun"]: row["Jumlah (Rp)"] for row in law[:-1]} == years
    (case,) = (
        row
        for row in under(word(made["predikat"]), "Menurut rencana")
        if row["Menurut rencana"].startswith("Anggaran")
    )
    assert {year: case[year] for year in years} == years
    for year, rupiah in years.items():
        yearly = under(word(made["tahunan"], year), f"Pagu {year} (Rp)")
        assert {row[f"Pagu {year} (Rp)"] for row in yearly if "Jumlah" in row.values()} == {rupiah}


def test_every_agency_pays_the_same_everywhere(plan: Plan, made: Mapping[str, Made]) -> None:
    paid = paid_by_agency(plan)
    for name in {name for name, _ in paid}:
        years = {str(year): paid[name, year] for year in plan.years}
        whole = number(sum(years.values()))
        for paper, column in (("rad", "Lembaga"), ("peraturan", "Nama")):
            (row,) = (r for r in under(word(made[paper]), column) if r[column] == name)
            money = next(head for head in row if head.endswith("(Rp)"))
            assert row[money] == whole, (paper, name)
        (row,) = (r for r in under(word(made["rad"]), "Uraian", *years) if r["Uraian"] == name)
        assert {y: row[y] for y in years} == {y: number(amount) for y, amount in years.items()}
        for year, rupiah in years.items():
            rows = under(word(made["tahunan"], year), "Penanggung jawab", f"Pagu {year} (Rp)")
            shown = [r[f"Pagu {year} (Rp)"] for r in rows if r["Penanggung jawab"] == name]
            assert shown in ([number(rupiah)], [] if not rupiah else None), (name, year)


def test_the_books_of_the_agencies_add_up_to_the_plan(plan: Plan, made: Mapping[str, Made]) -> None:
    paid: Counter[int] = Counter()
    for path in made["opd"].files:
        if path.suffix == ".xlsx":
            for row in sheet(path, "Ringkasan"):
                paid[int(str(row["Tahun"]))] += int(str(row["Anggaran (Rp)"]))
    assert paid == {year: plan.cost(year) for year in plan.years}


def test_the_proposals_of_the_meetings_add_up_to_the_plan(
    plan: Plan, made: Mapping[str, Made]
) -> None:
    (annex,) = (path for path in made["rakor"].files if path.suffix == ".xlsx")
    rows = sheet(annex, "Usulan kegiatan")
    assert sum(int(str(row["Anggaran (Rp)"])) for row in rows) == plan.cost()


def test_scores_and_predicates_read_the_same_everywhere(
    plan: Plan, made: Mapping[str, Made]
) -> None:
    way = under(word(made["rad"]), "Tahun", "Keadaan")
    case = {row["Menurut rencana"]: row for row in under(word(made["predikat"]), "Menurut rencana")}
    proof = {r["Tahun"]: r for r in under(word(made["data_dukung"]), "Tahun", "Poin rencana")}
    law = text(word(made["peraturan"]))
    for year in plan.years:
        own, checked = number(plan.score(year).total, 2), number(plan.verified_total(year), 2)
        (row,) = (r for r in way if r["Tahun"] == str(year))
        assert own in row.values()
        assert checked in row.values()
        assert row["Predikat"] == plan.predicate(year, after_verification=True)
        assert case["Nilai mandiri (poin)"][str(year)] == own
        assert case["Perkiraan verifikasi (poin)"][str(year)] == checked
        assert proof[str(year)]["Poin rencana"] == own
        for value, after in ((own, False), (checked, True)):
            named = plan.predicate(year, after_verification=after)
            assert re.search(rf"tahun {year}: {value} \([^)]+\) poin, Predikat {named}", law)
        yearly = text(word(made["tahunan"], str(year)))
        assert (
            f"menjadi {own.removesuffix(',00')} poin (predikat: {plan.predicate(year)})" in yearly
        )
        named = plan.predicate(year, after_verification=True)
        assert f"setelah verifikasi {checked} poin (predikat: {named})" in yearly


def test_the_list_of_open_points_has_those_of_the_papers(
    made: Mapping[str, Made], tmp_path: Path
) -> None:
    titles = {paper.name: paper.title for paper in choose(NAMES)}
    target = write_open_points(made, titles, tmp_path / "hal_terbuka.xlsx", "Kabupaten Ogan Ilir")
    shown = Counter(row["Berkas"] for row in sheet(target, "Hal terbuka"))
    own = {titles[name]: len(set(one.open_points)) for name, one in made.items()}
    assert shown == {title: count for title, count in own.items() if count}
    said = openpyxl.load_workbook(target)["Hal terbuka"]["A2"].value
    assert str(said).startswith(f"{sum(shown.values())} hal ")
