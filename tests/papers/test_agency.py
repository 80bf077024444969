"""The OPD pack: every number of the workbooks and pages against the plan, computed anew."""

import re
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from docx.oxml.ns import qn
from support import toy_plan
from support.city_sets import simple_plan

from kla_plan.feedback import read_feedback
from kla_plan.indonesian import number, rupiah
from kla_plan.pack.columns import Prasyarat
from kla_plan.pack.records import Bukti, Records
from kla_plan.papers.agency import PAPER
from kla_plan.papers.agency.dossier import Dossier
from kla_plan.papers.agency.facts import dossiers
from kla_plan.papers.agency.paper import EVERYBODY
from kla_plan.papers.agency.values import TWO_PAGES
from kla_plan.papers.agency.words import volumes_text
from kla_plan.papers.paper import Brief, Made
from kla_plan.plan.evaluate import answers
from kla_plan.plan.plan import Plan
from kla_plan.problem.case import Case

type Table = list[dict[str, Any]]


@pytest.fixture(scope="session")
def city() -> Plan:
    return simple_plan("ogan-ilir")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("opd")


@pytest.fixture(scope="session")
def made(city: Plan, folder: Path) -> Made:
    return PAPER.write(Brief(city, city.pack), folder)


@pytest.fixture(scope="session")
def known(city: Plan) -> dict[str, Dossier]:
    return {one.agency.opd: one for one in dossiers(Brief(city, city.pack))}


@pytest.fixture(scope="session")
def books(made: Made, known: dict[str, Dossier]) -> dict[str, dict[str, Table]]:
    """Every sheet of every workbook with a heading in row 4, without its totals."""
    paths = [path for path in made.files if path.suffix == ".xlsx"]
    return {opd: tables(path) for opd, path in zip(known, paths, strict=True)}


def tables(path: Path) -> dict[str, Table]:
    book = openpyxl.load_workbook(path, data_only=True, read_only=True)
    found = {}
    for name in ("Ringkasan", "Kegiatan", "Anggaran", "Poin", "Data dukung"):
        heads, *lines = list(book[name].iter_rows(min_row=4, values_only=True))
        rows = [dict(zip(heads, line, strict=True)) for line in lines]
        found[name] = [row for row in rows if row[heads[0]] != "Jumlah"]
    book.close()
    return found


def test_all_workbooks_together_hold_the_plans_rupiah(
    city: Plan, books: dict[str, dict[str, Table]]
) -> None:
    paid: Counter[tuple[str, int, str]] = Counter()
    whole = 0
    for opd, sheets in books.items():
        for row in sheets["Anggaran"]:
            assert city.pack.activities[row["Kode aksi"]].opd == opd
            whole += row["Jumlah"]
            for year in city.years:
                key = (row["Kode aksi"], year, row["Sumber dana"])
                paid[key] += row[str(year)] or 0
    assert {key: amount for key, amount in paid.items() if amount} == dict(city.spending)
    assert whole == city.cost()


def test_the_sums_of_every_sheet_agree(
    city: Plan, books: dict[str, dict[str, Table]], made: Made
) -> None:
    total: Counter[int] = Counter()
    for sheets in books.values():
        for row in sheets["Ringkasan"]:
            year = row["Tahun"]
            total[year] += row["Anggaran (Rp)"]
            assert row["Anggaran (Rp)"] == sum(r[str(year)] or 0 for r in sheets["Anggaran"])
            column = f"Anggaran {year} (Rp)"
            assert row["Anggaran (Rp)"] == sum(r[column] or 0 for r in sheets["Kegiatan"])
    assert total == {year: city.cost(year) for year in city.years}
    path = next(path for path in made.files if path.suffix == ".xlsx")
    last = list(openpyxl.load_workbook(path)["Anggaran"].iter_rows(values_only=True))[-1]
    assert last[0] == "Jumlah"
    assert str(last[3]).startswith("=SUM(")


def test_volumes_and_roles(city: Plan, books: dict[str, dict[str, Table]]) -> None:
    own: dict[tuple[str, int], Decimal] = {}
    supported: dict[str, set[str]] = defaultdict(set)
    for opd, sheets in books.items():
        for row in sheets["Kegiatan"]:
            code = row["Kode aksi"]
            if row["Peran OPD"] == "pendukung":
                supported[code].add(opd)
                assert row["Anggaran seluruhnya (Rp)"] is None
                continue
            for year in city.years:
                if row[f"Volume {year}"] is not None:
                    own[code, year] = Decimal(str(row[f"Volume {year}"]))
    assert own == dict(city.volumes)
    pack = city.pack
    assert supported == {
        code: helpers for code in city.activities
        if (helpers := set(pack.activities[code].opd_pendukung) - {pack.activities[code].opd})
    }  # fmt: skip


def test_everybody_concerned_has_a_workbook_and_a_page(city: Plan, made: Made) -> None:
    pack = city.pack
    concerned = {opd for q in pack.instrument.questions.values() for opd in q.opd}
    for code in city.activities:
        concerned |= {pack.activities[code].opd, *pack.activities[code].opd_pendukung}
    kinds = Counter(path.suffix for path in made.files)
    assert kinds == {".xlsx": len(concerned), ".docx": len(concerned) + 1}
    assert [path.name for path in made.to_pdf] == [EVERYBODY]


def test_points_of_every_question(city: Plan, books: dict[str, dict[str, Table]]) -> None:
    pack = city.pack
    start = pack.start_score().questions
    scores = {year: city.score(year).questions for year in city.years}
    for opd, sheets in books.items():
        raised: dict[str, set[str]] = defaultdict(set)
        for effect in pack.effects:
            if effect.kegiatan in city.activities and pack.activities[effect.kegiatan].opd == opd:
                raised[effect.pertanyaan].add(effect.kegiatan)
        named = {code for code, q in pack.instrument.questions.items() if opd in q.opd}
        assert {row["Pertanyaan"] for row in sheets["Poin"]} == named | set(raised)
        for row in sheets["Poin"]:
            code = row["Pertanyaan"]
            assert row["Dijawab OPD ini"] == ("ya" if code in named else "tidak")
            assert set(filter(None, (row["Dinaikkan kegiatan"] or "").split("; "))) == raised.get(
                code, set()
            )
            assert row["Poin awal"] == pytest.approx(float(start[code]))
            for year in city.years:
                gain = scores[year][code] - start[code]
                assert row[f"Poin {year}"] == pytest.approx(float(scores[year][code]))
                assert row[f"Tambahan {year}"] == pytest.approx(float(gain))
        for row in sheets["Ringkasan"]:
            gain = sum((scores[row["Tahun"]][q] - start[q] for q in raised), Fraction(0))
            held = sum((scores[row["Tahun"]][q] for q in named), Fraction(0))
            assert row["Tambahan poin pertanyaan yang dinaikkan"] == pytest.approx(float(gain))
            assert row["Poin pertanyaan yang dijawab OPD ini"] == pytest.approx(float(held))


def test_points_lost_without_an_agency(city: Plan, known: dict[str, Dossier]) -> None:
    """All questions are answered anew with the agency's volumes left out."""
    case = Case(city.pack, city.scenario)
    for opd in ("Dinas PPPA", "Dinkes", "Kemenag", "JDIH"):
        left = {k: v for k, v in city.volumes.items() if city.pack.activities[k[0]].opd != opd}
        fractions = answers(case, {**case.realised, **left})
        for year in city.years:
            without = city.pack.instrument.score(
                {q: fractions[year, q] for q in city.pack.instrument.questions}
            )
            assert known[opd].lost[year] == city.score(year).total - without.total
    assert known["Dinas PPPA"].lost[city.years[-1]] > 0
    assert set(known["JDIH"].lost.values()) == {0}


def test_who_waits_for_whom(city: Plan, known: dict[str, Dossier]) -> None:
    first = {code: min(t for a, t in city.volumes if a == code) for code in city.activities}
    waits = {
        (duty.code, link.code, link.start, link.latest)
        for one in known.values() for duty in one.own for link in duty.waits
    }  # fmt: skip
    awaited = {
        (link.code, duty.code, first[duty.code], link.latest)
        for one in known.values() for duty in one.own for link in duty.awaited
    }  # fmt: skip
    expected = {
        (row.kegiatan, row.butuh, first[row.butuh], first[row.kegiatan] - row.jeda)
        for row in city.pack.prerequisites if row.kegiatan in first
    }  # fmt: skip
    assert expected
    assert waits == awaited == expected
    assert all(start <= latest for _, _, start, latest in expected)


def test_the_forms_of_all_agencies_come_back_unchanged(city: Plan, made: Made) -> None:
    forms = [path for path in made.files if path.suffix == ".xlsx"]
    outcome = read_feedback("ogan-ilir", forms, plan=city)
    assert (outcome.changes, outcome.conflicts, outcome.notes) == ((), (), ())
    assert sum(one.silent for one in outcome.tallies) > len(city.volumes)


def test_only_the_cells_to_fill_in_are_open(made: Made) -> None:
    book = openpyxl.load_workbook(made.files[0])
    for name in ("Usulan perubahan", "Kegiatan baru", "Pagu OPD", "Daftar kode", "Identitas"):
        assert book[name].protection.sheet
        assert not book[name].protection.password
    assert book["Identitas"].sheet_state == "hidden"
    page = book["Usulan perubahan"]
    open_ = {c.value for c in page[1] if not page.cell(2, c.column).protection.locked}
    assert open_ == {
        "Setuju", "Usulan volume", "Usulan biaya per unit", "Usulan biaya tetap",
        "Usulan tahun mulai paling awal", "Usulan OPD pendukung", "Usulan data dukung", "Alasan",
    }  # fmt: skip
    rules = {str(rule.sqref): rule for rule in page.data_validations.dataValidation}
    column = next(c.column_letter for c in page[1] if c.value == "Setuju")
    (choice,) = [rule for where, rule in rules.items() if where.startswith(column)]
    assert choice.formula1 == '"ya,ubah,tolak"'


def word(path: Path) -> str:
    body = Document(str(path)).element.body
    return "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p")))


def test_the_page_says_the_agencys_numbers(
    city: Plan, made: Made, known: dict[str, Dossier]
) -> None:
    pages = [path for path in made.files if path.suffix == ".docx"]
    for (opd, one), path in zip(known.items(), pages[:-1], strict=True):
        text = word(path)
        money = sum(
            r for (a, _, _), r in city.spending.items() if city.pack.activities[a].opd == opd
        )
        assert one.agency.nama in text
        assert (rupiah(money) in text) == (money > 0)
        shown = [line for line in text.split("\n") if re.match(r"K\w+-\d+ ", line)]
        assert len(shown) == min(len(one.own), TWO_PAGES - 1 if len(one.own) > TWO_PAGES else 99)
        for year in city.years:
            spent = sum(
                r for (a, t, _), r in city.spending.items()
                if t == year and city.pack.activities[a].opd == opd
            )  # fmt: skip
            assert money == 0 or number(spent) in text
            assert not one.own or number(one.gain(year), 2) in text
        assert re.findall(r"\{\{|\{%|\bNone\b|\bnan\b", text) == []
        assert not re.search(r"\b(the|and|year|total of|open|none)\b", text)


def test_rows_left_out_of_the_page_are_summed(known: dict[str, Dossier], made: Made) -> None:
    big = next(one for one in known.values() if len(one.own) > TWO_PAGES)
    by_cost = sorted((duty.rupiah for duty in big.own), reverse=True)
    rest = sum(by_cost[TWO_PAGES - 1 :])
    text = word(next(p for p in made.files if p.name == "OPD_Dinas_PPPA.docx"))
    assert f"{len(big.own) - TWO_PAGES + 1} kegiatan lainnya" in text
    assert rupiah(rest) in text


def test_same_plan_same_bytes(tmp_path: Path) -> None:
    brief = Brief(toy_plan.plan(), toy_plan.pack())
    first, second = (PAPER.write(brief, _made(tmp_path / name)).files for name in ("a", "b"))
    assert [p.name for p in first] == [p.name for p in second]
    assert [p.read_bytes() for p in first] == [p.read_bytes() for p in second]


def _made(path: Path) -> Path:
    path.mkdir()
    return path


def test_names_that_excel_or_word_would_misread(tmp_path: Path) -> None:
    """The toy's agency has markup in its name, one of its activities looks like a formula."""
    files = PAPER.write(Brief(toy_plan.plan(), toy_plan.pack()), tmp_path).files
    d1 = next(p for p in files if p.name == "OPD_D1.xlsx")
    cells = [c.value for row in openpyxl.load_workbook(d1)["Kegiatan"].iter_rows() for c in row]
    assert toy_plan.DANGEROUS in cells
    assert toy_plan.MARKUP in word(d1.with_suffix(".docx"))


def test_an_empty_plan_still_asks_for_answers(tmp_path: Path) -> None:
    plan = toy_plan.empty_plan()
    made = PAPER.write(Brief(plan, plan.pack), tmp_path)
    assert {p.name for p in made.files} == {"OPD_D1.xlsx", "OPD_D1.docx", EVERYBODY}
    text = word(tmp_path / "OPD_D1.docx")
    assert "menyiapkan jawaban" in text
    assert "Yang dilaksanakan" not in text
    assert "Anggaran menurut sumber dana" not in text


def test_evidence_with_deadlines_and_without(tmp_path: Path) -> None:
    plan = toy_plan.plan()
    bare = PAPER.write(Brief(plan, plan.pack), _made(tmp_path / "tanpa"))
    assert any("Tenggat" in point.what for point in bare.open_points)
    rows = (
        Bukti(pertanyaan="P1.1", bukti="B1", uraian="Salinan Perda", status="lengkap"),
        Bukti(pertanyaan="P1.1", bukti="B2", uraian="Berita acara", pemegang="D2",
              tenggat=date(2024, 2, 1)),
    )  # fmt: skip
    current = replace(plan.pack, records=Records(evidence=rows))
    brief = Brief(plan, current, day=date(2024, 3, 1))
    by_opd = {one.agency.opd: one for one in dossiers(brief)}
    (held,) = [piece for piece in by_opd["D2"].owed if not piece.proposed]
    assert (held.text, held.due, held.overdue) == ("Berita acara", date(2024, 2, 1), True)
    assert [p.text for p in by_opd["D1"].owed if not p.proposed] == ["Salinan Perda"]
    PAPER.write(brief, _made(tmp_path / "dengan"))
    text = word(tmp_path / "dengan" / "OPD_D2.docx")
    assert "Berita acara (P1.1); tenggat 1 Februari 2024." in text
    assert "satu sudah lewat tenggat" in text or "1 sudah lewat tenggat" in text
    line = tables(tmp_path / "dengan" / "OPD_D2.xlsx")["Data dukung"][0]
    assert (line["Tenggat"], line["Status"]) == ("1 Februari 2024 (lewat)", "belum")


def test_the_evidence_of_an_activity_is_owed_by_its_agency() -> None:
    plan = toy_plan.plan()
    by_opd = {one.agency.opd: one for one in dossiers(Brief(plan, plan.pack))}
    assert [p.text for p in by_opd["D1"].owed if p.activity == "A3"] == ["Laporan & foto"]
    assert not [p for p in by_opd["V1"].owed if p.activity == "A3"]


def test_a_prerequisite_done_before_the_plan_is_said() -> None:
    plan = toy_plan.plan()
    needs = (Prasyarat(kegiatan="A2", butuh="A3", jeda=1), Prasyarat(kegiatan="A4", butuh="A1"))
    plan = replace(plan, pack=replace(plan.pack, prerequisites=needs))
    by_opd = {one.agency.opd: one for one in dossiers(Brief(plan, plan.pack))}
    (link,) = [link for duty in by_opd["V1"].own for link in duty.waits]
    assert (link.code, link.opd, link.start, link.latest) == ("A3", "D1", 2024, 2025)
    (other,) = [link for duty in by_opd["D1"].own for link in duty.awaited]
    assert (other.code, other.opd, other.latest) == ("A2", "V1", 2025)


def test_volumes_in_words() -> None:
    one, two = Decimal(1), Decimal("2.5")
    text = volumes_text({2024: one, 2025: one, 2026: two, 2028: two})
    assert text == "2024–2025: 1; 2026: 2,5; 2028: 2,5"
