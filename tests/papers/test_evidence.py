"""The evidence paper: every number against the plan, the report, the workbooks."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from support import toy_plan
from support.city_sets import simple_plan

from kla_plan.gaps import evidence_gaps, question_gaps
from kla_plan.gaps.evidence import NOT_STATED
from kla_plan.indonesian import number
from kla_plan.pack.columns import Jawaban, ProfilRow
from kla_plan.pack.model import Pack
from kla_plan.pack.records import Bukti, Records, Wilayah
from kla_plan.papers.evidence import PAPER
from kla_plan.papers.evidence.charts import MOST, agency_chart
from kla_plan.papers.evidence.facts import STATUSES, Facts, facts, year_claims
from kla_plan.papers.evidence.holders import NOBODY, Level
from kla_plan.papers.evidence.pieces import Origin
from kla_plan.papers.evidence.points import open_points
from kla_plan.papers.evidence.ranking import errands
from kla_plan.papers.evidence.readiness import of_level, readiness
from kla_plan.papers.paper import Brief, Made
from kla_plan.plan.plan import Plan

DAY = date(2024, 3, 1)
PIECES = (
    Bukti(pertanyaan="P1.1", bukti="B1", uraian="Salinan Perda", status="lengkap"),
    Bukti(pertanyaan="P1.1", bukti="B2", uraian="Berita acara", status="belum", pemegang="D2",
          tenggat=date(2024, 2, 1)),
    Bukti(pertanyaan="P2.1", bukti="B1", uraian="Laporan & foto", status="belum",
          wilayah="18.99.01.1001", tenggat=date(2024, 3, 31)),
)  # fmt: skip
REGIONS = (
    Wilayah(wilayah="18.99.01", nama="Utara", tingkat="kecamatan"),
    Wilayah(wilayah="18.99.01.1001", nama="Sukamaju", tingkat="kelurahan", induk="18.99.01"),
)


@pytest.fixture(scope="session")
def real() -> Plan:
    return simple_plan("ogan-ilir")


def with_records(pack: Pack, **tables: tuple[object, ...]) -> Pack:
    return replace(pack, records=Records(**tables))  # type: ignore[arg-type]


def with_fact(pack: Pack, key: str, value: str) -> Pack:
    more = {**pack.profile.facts, key: ProfilRow(kunci=key, nilai=value)}
    return replace(pack, profile=replace(pack.profile, facts=more))


def listed() -> Facts:
    """The toy region with pieces of two of its three questions that claim points."""
    plan = toy_plan.plan()
    return facts(Brief(plan, with_records(plan.pack, evidence=PIECES, regions=REGIONS), day=DAY))


def test_claims_are_those_of_the_latest_score_sheet() -> None:
    plan = toy_plan.plan()
    later = {2024: (Jawaban(pertanyaan="P1.2", poin=Decimal(20), status_bukti="lengkap"),)}
    known = facts(Brief(plan, replace(plan.pack, later_answers=later)))

    assert known.claimed.year == 2024
    assert known.claimed.now == {"P1.1": 20, "P1.2": 20, "P2.1": 5, "P3.1": 15}
    assert known.status["P1.2"] == "lengkap"
    assert [claim.year for claim in year_claims(known)] == [2025, 2026]


def test_a_question_has_the_status_of_its_pieces() -> None:
    known = listed()

    assert known.status == {
        "P1.1": "sebagian", "P1.2": NOT_STATED, "P2.1": "belum", "P3.1": NOT_STATED
    }  # fmt: skip
    assert [known.points(word) for word in STATUSES] == [0, 20, 5, 15]
    assert [known.count(word) for word in STATUSES] == [0, 1, 1, 1]
    assert known.score_without(()) == 40
    assert known.score_without({"belum"}) == 35
    assert known.score_without(set(STATUSES)) == 0


def test_gap_tables_show_the_same_status() -> None:
    plan = toy_plan.plan()
    pack = with_records(plan.pack, evidence=PIECES, regions=REGIONS)
    table = evidence_gaps(pack).set_index("pertanyaan")

    assert dict(table["status_bukti"]) == {
        "P1.1": "sebagian", "P2.1": "belum", "P3.1": NOT_STATED
    }  # fmt: skip
    assert table.loc["P1.1", "data_dukung"] == "Salinan Perda; Berita acara"
    status = question_gaps(pack).set_index("pertanyaan")["status_bukti"]
    assert dict(status) == {"P1.1": "sebagian", "P1.2": "", "P2.1": "belum", "P3.1": ""}


def test_the_heat_map_joins_the_smallest_holders_in_one_row(real: Plan) -> None:
    known = facts(Brief(real, with_records(real.pack)))
    ready = readiness(known)
    figure = agency_chart(known, ready)
    rows = [label.get_text() for label in figure.axes[0].get_yticklabels()]

    assert len(rows) == MOST
    assert rows[-1] == f"{len([one for one in ready if one.open]) - MOST + 1} pemegang lainnya"
    shown = [text.get_text() for text in figure.axes[0].texts]
    largest = max(value for one in ready for value in one.open_by_cluster.values())
    assert number(largest, 1) in shown


def test_the_score_at_risk_respects_the_caps_of_indicators() -> None:
    plan = toy_plan.plan()
    instrument = plan.pack.instrument
    capped = replace(instrument.indicators["I1"], poin_maks=Decimal(15))
    tight = replace(instrument, indicators={**instrument.indicators, "I1": capped})
    narrow = replace(plan.pack, instrument=tight)
    known = facts(Brief(plan, with_records(narrow, evidence=PIECES, regions=REGIONS)))

    assert known.score_without(()) == 35
    assert known.points("sebagian") == 20


def test_proposals_stand_in_where_nothing_is_listed() -> None:
    known = listed()
    mine = {piece.key: piece for piece in known.pieces}

    assert {key for key in mine if key[0] == "P1.1"} == {("P1.1", "B1"), ("P1.1", "B2")}
    assert mine["P3.1", "U1"].origin is Origin.KIND
    assert mine["P3.1", "U1"].status == ""
    assert {p.key for p in known.proposals} == {key for key in mine if not key[1].startswith("B")}


def test_nothing_is_proposed_for_a_question_that_never_claims_points() -> None:
    plan = toy_plan.empty_plan()
    known = facts(Brief(plan, plan.pack))

    assert {piece.question for piece in known.pieces} == {"P1.1", "P2.1", "P3.1"}
    assert all(piece.since == 2023 for piece in known.pieces)


def test_what_planned_activities_produce_is_needed_from_their_first_year() -> None:
    plan = toy_plan.plan()
    known = facts(Brief(plan, plan.pack))
    produced = [piece for piece in known.pieces if piece.origin is Origin.ACTIVITY]

    assert [(p.key, p.since, p.activity) for p in produced] == [(("P2.1", "A3-1"), 2024, "A3")]
    assert produced[0].row.uraian == "Laporan & foto"
    # P1.2 claims nothing now and points from 2026 on.
    assert {p.since for p in known.pieces if p.question == "P1.2"} == {2026}
    # The listed piece of the same wording takes its place.
    assert not [p for p in listed().pieces if p.origin is Origin.ACTIVITY]


def test_holders_are_named_else_those_of_the_instrument() -> None:
    mine = {piece.key: piece.holders for piece in listed().pieces}

    assert [holder.code for holder in mine["P1.1", "B1"]] == ["D1"]
    assert [holder.code for holder in mine["P1.1", "B2"]] == ["D2"]
    (kecamatan,) = mine["P2.1", "B1"]
    assert (kecamatan.code, kecamatan.name) == ("18.99.01", "Kecamatan Utara")


def test_deadlines_are_own_else_those_of_the_profile_else_unknown() -> None:
    plan = toy_plan.plan()
    known = listed()
    late = next(piece for piece in known.pieces if piece.key == ("P1.1", "B2"))
    assert (known.due(late), known.days_left(late), known.overdue(late)) == (
        date(2024, 2, 1), -29, True
    )  # fmt: skip
    assert known.usual is None

    fixed = facts(Brief(plan, with_fact(plan.pack, "tenggat_data_dukung", "31 Maret 2024")))
    assert fixed.usual == date(2024, 3, 31)
    opening = facts(Brief(plan, with_fact(plan.pack, "penilaian_mandiri_mulai", "2024-04-01")))
    assert opening.usual == date(2024, 3, 31)
    assert all(
        opening.due(piece) == (date(2024, 3, 31) if piece.since == 2023 else None)
        for piece in opening.pieces
    )
    assert opening.days_left(opening.pieces[0]) is None


def test_ready_holders_add_up_to_the_region() -> None:
    known = listed()
    ready = {one.holder.code: one for one in readiness(known)}

    # P1.1 (20 points) is held by D1 and D2; P2.1 (5) by the kecamatan; P3.1 (15) by D1.
    assert {code: one.claimed for code, one in ready.items()} == {
        "D1": 25, "D2": 10, "18.99.01": 5
    }  # fmt: skip
    assert ready["D1"].pieces == {"lengkap": 1, "sebagian": 0, "belum": 0, NOT_STATED: 2}
    assert ready["D2"].overdue == 1
    assert ready["18.99.01"].overdue == 0
    assert ready["D1"].open_by_cluster == {"K0": 10, "K1": 15}


def test_the_ranking_divides_points_among_what_is_missing() -> None:
    ranked = errands(listed())

    assert [(one.questions, one.points) for one in ranked] == [
        (("P1.1",), 20), (("P3.1",), Fraction(15, 2)), (("P3.1",), Fraction(15, 2)), (("P2.1",), 5)
    ]  # fmt: skip
    assert ranked[0].text == "Berita acara"
    assert ranked[0].due == date(2024, 2, 1)


def test_real_numbers_agree_with_the_plan(real: Plan) -> None:
    known = facts(Brief(real, real.pack))
    ready, ranked = readiness(known), errands(known)
    points = {code: Fraction(row.poin) for code, row in real.pack.answers.items()}

    assert sum(known.points(word) for word in STATUSES) == sum(points.values())
    assert known.score_without(()) == real.pack.start_score().total
    assert sum(one.claimed for one in ready) == sum(points.values())
    assert sum(one.points for one in ranked) == sum(points.values())
    for claim in year_claims(known):
        questions = real.score(claim.year).questions
        assert claim.total == sum(questions.values())
        assert claim.new == sum(max(Fraction(0), questions[q] - points[q]) for q in questions)


def test_one_document_answers_every_budget_question_of_its_holders(real: Plan) -> None:
    ranked = errands(facts(Brief(real, real.pack)))
    budgets = [one for one in ranked if one.text.startswith("Dokumen APBD")]
    served = [code for one in budgets for code in one.questions]
    asked = [
        code
        for code, row in real.pack.instrument.questions.items()
        if row.tipe == "anggaran" and real.pack.answers[code].poin > 0
    ]

    assert sorted(served) == sorted(asked)
    assert len(budgets) < len(asked)


def test_each_kecamatan_holds_one_piece_per_question_about_regions(real: Plan) -> None:
    regions = tuple(
        Wilayah(wilayah=f"16.10.{n:02}", nama=f"Contoh {n}", tingkat="kecamatan") for n in (1, 2)
    )
    known = facts(Brief(real, with_records(real.pack, regions=regions)))
    ready = of_level(readiness(known), Level.KECAMATAN)
    asked = [
        code
        for code, row in real.pack.instrument.questions.items()
        if row.tipe == "cakupan_wilayah" and real.pack.answers[code].poin > 0
    ]

    assert [one.total for one in ready] == [len(asked)] * 2
    assert sum(one.claimed for one in readiness(known)) == known.score_without(())


def test_open_points_ask_for_what_is_not_known(real: Plan) -> None:
    known = facts(Brief(real, with_records(real.pack)))
    asked = " ".join(point.what for point in open_points(known))

    assert "tenggat_data_dukung" in asked
    assert "lembar wilayah" in asked
    assert any(NOBODY in piece.holders for piece in known.pieces)
    assert f"{number(len(known.proposals))} usulan" in asked

    plan = toy_plan.empty_plan()
    every = tuple(
        Bukti(pertanyaan=code, bukti="B1", uraian="SK") for code in plan.pack.instrument.questions
    )
    ready = with_fact(with_records(plan.pack, evidence=every), "tenggat_data_dukung", "2024-03-31")
    assert open_points(facts(Brief(plan, ready))) == ()


@pytest.fixture(scope="session")
def made(real: Plan, tmp_path_factory: pytest.TempPathFactory) -> Made:
    return PAPER.write(Brief(real, with_records(real.pack)), tmp_path_factory.mktemp("bukti"))


@pytest.fixture(scope="session")
def toy_made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    plan = toy_plan.plan()
    pack = with_records(plan.pack, evidence=PIECES, regions=REGIONS)
    return PAPER.write(Brief(plan, pack, day=DAY), tmp_path_factory.mktemp("bukti"))


def words(made: Made) -> str:
    document = Document(str(made.to_pdf[0]))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.mark.parametrize("which", ["made", "toy_made"])
def test_the_report_is_finished_and_indonesian(which: str, request: pytest.FixtureRequest) -> None:
    text = words(request.getfixturevalue(which))

    assert not re.search(r"[{}]|%p|%tr|None|\bnan\b|Fraction|Decimal", text)
    assert not re.search(r"\b(the|and|with|not|evidence|status of)\b", text)
    headings = [p for p in Document(str(request.getfixturevalue(which).to_pdf[0])).paragraphs
                if p.style.name.startswith("Heading")]  # fmt: skip
    assert len(headings) == 6


def test_the_reports_numbers_are_those_of_the_plan(made: Made, real: Plan) -> None:
    text = words(made)
    total = real.pack.start_score().total
    last = real.score(real.years[-1])

    assert number(total) in text
    assert number(last.total, 2) in text
    assert number(sum(last.questions.values()), 2) not in text
    assert "belum dicatat untuk satu pun pertanyaan" in text
    assert "jadwal penilaian mandiri" in text


def test_the_toy_report_tells_risk_and_lateness(toy_made: Made) -> None:
    text = words(toy_made)

    assert "nilai berkurang 5 poin menjadi 35 poin" in text
    assert "Pada 1 Maret 2024 terdapat dua bukti bertenggat yang belum lengkap" in text
    assert "lewat 29 hari" in text
    assert "30 hari lagi" in text
    assert "Satu kecamatan memegang 1 bukti" in text


def test_the_tracker_can_be_filled_in(toy_made: Made) -> None:
    book = openpyxl.load_workbook(toy_made.files[0])
    sheet = book["pelacak"]
    heads = {cell.value: cell.column_letter for cell in sheet[1]}
    lists = {str(rule.sqref).split(":")[0]: rule.formula1 for rule in
             sheet.data_validations.dataValidation}  # fmt: skip

    assert lists[f"{heads['Status']}2"] == '"lengkap,sebagian,belum"'
    assert not sheet[f"{heads['Status']}2"].protection.locked
    assert sheet[f"{heads['Kode bukti']}2"].protection.locked
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    table = [dict(zip(heads, row, strict=True)) for row in rows]
    late = next(row for row in table if (row["Pertanyaan"], row["Kode bukti"]) == ("P1.1", "B2"))
    assert (late["Status"], late["Tenggat"], late["Sisa hari"]) == ("belum", "1 Februari 2024", -29)
    assert (late["Poin sekarang"], late["Poin rencana 2026"]) == (20, 40)
    assert book["asal"].sheet_state == "hidden"


def test_sheets_of_the_tracker_add_up(made: Made, real: Plan) -> None:
    book = openpyxl.load_workbook(made.files[0], data_only=True)
    sheet = book["Pertanyaan"]
    heads = [cell.value for cell in sheet[4]]
    last = [cell.value for cell in sheet[sheet.max_row]]
    sums = dict(zip(heads, last, strict=True))

    points = sum((row.poin for row in real.pack.answers.values()), Decimal(0))
    assert sums[f"Poin {real.pack.profile.base_year}"] == pytest.approx(float(points))
    year = real.years[-1]
    total = sum(real.score(year).questions.values())
    assert sums[f"Poin rencana {year}"] == pytest.approx(float(total))
    kesiapan = book["Kesiapan"]
    heads = [cell.value for cell in kesiapan[4]]
    last = [cell.value for cell in kesiapan[kesiapan.max_row]]
    shares = [value for head, value in zip(heads, last, strict=True) if head.startswith("Poin ")]
    assert sum(shares) == pytest.approx(float(points))


def test_every_holder_gets_its_own_workbook(toy_made: Made) -> None:
    names = {path.name: path for path in toy_made.files}
    assert {"data_dukung_D1.xlsx", "data_dukung_D2.xlsx",
            "data_dukung_Kecamatan_Utara.xlsx"} <= names.keys()  # fmt: skip
    mine = openpyxl.load_workbook(names["data_dukung_D2.xlsx"])["pelacak"]
    assert [(row[0].value, row[1].value) for row in mine.iter_rows(min_row=2)] == [("P1.1", "B2")]


def test_the_same_input_makes_the_same_files(toy_made: Made, tmp_path: Path) -> None:
    plan = toy_plan.plan()
    pack = with_records(plan.pack, evidence=PIECES, regions=REGIONS)
    again = PAPER.write(Brief(plan, pack, day=DAY), tmp_path)

    assert [p.read_bytes() for p in again.files] == [p.read_bytes() for p in toy_made.files]


def test_a_region_without_any_points_gets_a_good_paper_too(tmp_path: Path) -> None:
    plan = toy_plan.empty_plan()
    nothing = {code: replace(row, poin=Decimal(0)) for code, row in plan.pack.answers.items()}
    zero = dict.fromkeys(plan.fractions, Fraction(0))
    bare = replace(plan, pack=replace(plan.pack, answers=nothing), fractions=zero)
    made = PAPER.write(Brief(bare, bare.pack), tmp_path)

    assert "belum ada bukti yang diperlukan" in words(made)
    assert len(made.files) == 2
