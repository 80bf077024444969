"""The yearly plan in Word: the numbers of that year and no other."""

import re
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from support import toy_plan

from kla_plan.plan.plan import Plan
from kla_plan.report.word.yearly import write_year_docx


def tables(path: Path) -> list[list[list[str]]]:
    document = Document(str(path))
    return [
        [
            [
                "".join(t.text or "" for t in cell.iter(qn("w:t")))
                for cell in row.findall(qn("w:tc"))
            ]
            for row in table._tbl.findall(qn("w:tr"))
        ]
        for table in document.tables
    ]


def test_targets_and_money_of_the_year(toy: Plan, tmp_path: Path) -> None:
    targets, money, activities = tables(write_year_docx(toy, 2025, tmp_path / "t.docx"))
    assert targets[1:] == [
        ["Kelembagaan", "40,00", "40,00", "0,00"],
        ["Klaster I — Hak Sipil dan Kebebasan", "25,00", "35,00", "10,00"],
        ["Jumlah", "65,00", "75,00", "10,00"],
    ]
    assert money[1:] == [[toy_plan.MARKUP, "1", "44.000.000"], ["Jumlah", "1", "44.000.000"]]
    assert activities[2][2:7] == [
        toy_plan.DANGEROUS, "–", "4 angkatan", "44.000.000", "CSR dan DAU",
    ]  # fmt: skip


def test_every_year_of_a_real_plan(real: Plan, tmp_path: Path) -> None:
    for year in (real.years[0], real.years[-1]):
        *_, activities = tables(write_year_docx(real, year, tmp_path / f"{year}.docx"))
        lines = [row for row in activities if len(row) == 8 and row[0].isdigit()]
        paid = sum(r for (_, t, _), r in real.spending.items() if t == year)
        assert sum(int(row[5].replace(".", "")) for row in lines) == paid
        active = [row for row in lines if row[4] != "pembayaran lanjutan"]
        assert len(active) == sum(1 for _, t in real.volumes if t == year)


def test_a_year_without_anything_says_so(tmp_path: Path) -> None:
    path = write_year_docx(toy_plan.empty_plan(), 2024, tmp_path / "t.docx")
    text = "\n".join(p.text for p in Document(str(path)).paragraphs)
    assert "Tidak ada kegiatan yang direncanakan atau dibayar pada tahun 2024." in text
    assert "direncanakan tidak ada kegiatan" not in text
    assert re.findall(r"\{\{|\{%", text) == []


def test_same_year_same_bytes_and_other_years_are_refused(toy: Plan, tmp_path: Path) -> None:
    first, second = (write_year_docx(toy, 2024, tmp_path / name) for name in ("a.docx", "b.docx"))
    assert first.read_bytes() == second.read_bytes()
    with pytest.raises(ValueError, match="2031"):
        write_year_docx(toy, 2031, tmp_path / "c.docx")
