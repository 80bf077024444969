"""The yearly plan in Word: that year's numbers and no other, its calendar and its way to money."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocumentType
from docx.oxml.ns import qn
from docx.table import Table
from support import toy_plan
from support.city_sets import simple_plan

from kla_plan.indonesian import number
from kla_plan.papers.paper import Brief
from kla_plan.papers.yearly import PAPER, write, write_year
from kla_plan.plan.plan import Plan

ENGLISH = re.compile(r"\b(the|and|with|year|budget|None|nan|True|False|page|table|figure)\b")


@pytest.fixture(scope="module")
def real() -> Plan:
    return simple_plan("ogan-ilir")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tahunan")


def brief(plan: Plan, day: date | None = None) -> Brief:
    return Brief(plan, plan.pack, day)


def word(plan: Plan, year: int, folder: Path, day: date | None = None) -> DocumentType:
    return Document(str(write_year(brief(plan, day), year, folder).word))


def cells(table: Table) -> list[list[str]]:
    return [
        ["".join(t.text or "" for t in cell.iter(qn("w:t"))) for cell in row.findall(qn("w:tc"))]
        for row in table._tbl.findall(qn("w:tr"))
    ]


def captioned(document: DocumentType) -> Iterator[tuple[str, list[list[str]]]]:
    caption = ""
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield caption, cells(block)
        elif block.style is not None and block.style.name == "Caption":
            caption = re.sub(r"^Tabel [\d.]+ ", "", block.text)


def text(document: DocumentType) -> str:
    return "\n".join("".join(p.itertext(qn("w:t"))) for p in document.element.body.iter(qn("w:p")))


def whole(cell: str) -> int:
    return int(cell.replace(".", ""))


def test_targets_and_money_of_the_year(tmp_path: Path) -> None:
    tables = dict(captioned(word(toy_plan.plan(), 2025, tmp_path)))
    assert tables["Target poin penilaian mandiri menurut klaster"][1:] == [
        ["Kelembagaan", "40,00", "40,00", "0,00"],
        ["Klaster I — Hak Sipil dan Kebebasan", "25,00", "35,00", "10,00"],
        ["Jumlah", "65,00", "75,00", "10,00"],
    ]
    agencies = tables["Kebutuhan anggaran menurut penanggung jawab"]
    assert agencies[0] == [
        "Penanggung jawab", "Kegiatan", "2024 (Rp)", "Pagu 2025 (Rp)", "2026 (Rp)",
    ]  # fmt: skip
    assert agencies[1:] == [
        [toy_plan.MARKUP, "1", "120.000.000", "44.000.000", "0"],
        ["Jumlah", "1", "120.000.000", "44.000.000", "0"],
    ]
    assert tables["Kebutuhan anggaran menurut sumber dana"][1:] == [
        ["DAU", "1", "100.000.000", "30.000.000", "0"],
        ["CSR", "1", "20.000.000", "14.000.000", "0"],
        ["Jumlah", "", "120.000.000", "44.000.000", "0"],
    ]
    line = tables["Kegiatan tahun 2025"][2]
    assert line[1] == "kode belum ditentukan"
    assert line[2:8] == [
        toy_plan.DANGEROUS, "–", "4 angkatan", "44.000.000", "0", "DAU dan CSR",
    ]  # fmt: skip
    assert tables["Kegiatan tanpa kode sub kegiatan resmi"][1] == [
        "A3", toy_plan.DANGEROUS, toy_plan.MARKUP, "kode belum diisi", "44.000.000",
    ]  # fmt: skip


def test_every_planned_year_of_a_real_plan(real: Plan, folder: Path) -> None:
    for year in (real.years[0], real.years[3], real.years[-1]):
        document = word(real, year, folder / str(year))
        tables = dict(captioned(document))
        sums: dict[str, int] = defaultdict(int)
        for (activity, when, _), rupiah in real.spending.items():
            if when == year:
                sums[real.pack.opds[real.pack.activities[activity].opd].nama] += rupiah
        agencies = tables["Kebutuhan anggaran menurut penanggung jawab"][1:]
        assert {row[0]: whole(row[3]) for row in agencies[:-1] if whole(row[3])} == {
            name: rupiah for name, rupiah in sums.items() if rupiah
        }
        for column, when in ((2, year - 1), (3, year), (4, year + 1)):
            if when in real.years:
                assert sum(whole(row[column]) for row in agencies[:-1]) == real.cost(when)
                assert whole(agencies[-1][column]) == real.cost(when)
            else:
                assert {row[column] for row in agencies} == {"–"}
        lines = [row for row in tables[f"Kegiatan tahun {year}"] if len(row) == 9]
        assert sum(whole(row[5]) for row in lines[1:]) == real.cost(year)
        active = [row for row in lines[1:] if row[4] != "pembayaran lanjutan"]
        assert len(active) == sum(1 for _, when in real.volumes if when == year)
        route = tables[f"Kebutuhan menurut keadaannya dalam RKPD {year}"]
        assert whole(route[-1][1]) == sum(whole(row[1]) for row in route[1:-1])
        assert whole(route[-1][1]) == sum(whole(route[-1][n]) for n in (2, 3, 4))
        everything = text(document)
        assert re.findall(r"\{\{|\{%|\}\}", everything) == []
        assert ENGLISH.findall(everything) == []


def test_bound_money_is_told_year_by_year(real: Plan, folder: Path) -> None:
    last = real.years[-1]
    everything = text(word(real, last, folder / "akhir"))
    (told,) = re.findall(r"mengikat anggaran tahun berikutnya sebesar (.*), apa pun", everything)
    amounts = [whole(amount) for amount in re.findall(r"Rp([\d.]+)", told)]
    due = [rupiah for _, rupiah in sorted(real.after_horizon.items())]
    assert len(due) == 5
    assert all(due)
    assert amounts == [*due[:3], sum(due[3:])]
    assert f"{last + 4}–{last + 5}" in told


def test_the_calendar_is_drawn_and_listed_with_its_estimates_marked(folder: Path) -> None:
    document = word(toy_plan.plan(), 2025, folder / "kalender")
    steps = dict(captioned(document))["Tahap, waktu, dan tugas"]
    assert len(document.inline_shapes) == 1
    status = {row[1]: row[3] for row in steps[1:]}
    assert status["Rancangan KUA-PPAS kepada DPRD"] == "bersumber"
    assert status["Penilaian mandiri"] == "perkiraan"
    when = {row[1]: row[2] for row in steps[1:]}
    assert when["Rancangan KUA-PPAS kepada DPRD"] == "Juli 2024"
    assert when["Penilaian mandiri"] == "Februari–Mei 2026"


def test_the_day_decides_the_way(tmp_path: Path) -> None:
    plan = toy_plan.plan()
    without = text(word(plan, 2025, tmp_path / "a"))
    change = text(word(plan, 2025, tmp_path / "b", date(2025, 1, 15)))
    assert "dua kolom terakhir pada tabel adalah pilihan" in without
    assert "Per 15 Januari 2025, APBD 2025 sudah melewati batas persetujuan" in change
    assert "dua kolom terakhir" not in change


def test_a_year_without_anything_says_so(tmp_path: Path) -> None:
    document = word(toy_plan.empty_plan(), 2024, tmp_path)
    everything = text(document)
    assert "Tidak ada kegiatan yang direncanakan atau dibayar pada tahun 2024." in everything
    assert "direncanakan tidak ada kegiatan" not in everything
    assert "Jalur ke KUA-PPAS" not in everything
    assert re.findall(r"\{\{|\{%", everything) == []


def test_a_realised_year_proposes_nothing(tmp_path: Path) -> None:
    from kla_plan.pack.columns import Realisasi  # noqa: PLC0415 - only this test needs it

    base = toy_plan.plan()
    facts = Realisasi(tahun=2024, kegiatan="A1", volume=1, rupiah=100 * toy_plan.MILLION)
    pack = replace(base.pack, realised=(*base.pack.realised, facts))
    spending = {("A1", 2024, ""): 100 * toy_plan.MILLION, ("A3", 2025, "DAU"): 1}
    everything = text(word(replace(base, pack=pack, spending=spending), 2024, tmp_path))
    assert "Tahun 2024 sudah terealisasi" in everything
    assert "Jalur ke KUA-PPAS" not in everything


def test_same_year_same_bytes_and_other_years_are_refused(tmp_path: Path) -> None:
    plan = toy_plan.plan()
    first, second = (write_year(brief(plan), 2024, tmp_path / name).word for name in "ab")
    assert first.read_bytes() == second.read_bytes()
    with pytest.raises(ValueError, match="Tahun 2031 tidak ada dalam rencana"):
        write_year(brief(plan), 2031, tmp_path / "c")


def test_the_paper_writes_every_year_that_is_still_open(tmp_path: Path) -> None:
    plan = toy_plan.plan()
    made = write(brief(plan), tmp_path)
    assert [path.name for path in made.to_pdf] == [f"rencana_{year}.docx" for year in plan.years]
    assert all(path.is_file() for path in made.files)
    assert len(made.open_points) == len(set(made.open_points)) > 5
    assert PAPER.name == "tahunan"
    assert number(sum(plan.cost(year) for year in plan.years)) == number(plan.cost())
