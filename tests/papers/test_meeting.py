"""The rakor pack: two pages per meeting, every number the plan's, every row in the annex."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from docx.document import Document as DocumentType
from support import toy_plan
from support.city_sets import simple_plan
from support.leaflets import ENGLISH, TAGS, opened, pages, tables_of, text_of

from kla_plan.gaps import cluster_gaps, question_gaps
from kla_plan.indonesian import number, percent, rupiah
from kla_plan.pack.columns import Opd
from kla_plan.pack.records import Bukti, Records
from kla_plan.papers.deciding.ground import Ground
from kla_plan.papers.meeting import PAPER
from kla_plan.papers.meeting.components import (
    BUSINESS,
    COMMUNITY,
    GOVERNMENT,
    MEDIA,
    PARENTS,
    component_of,
    components,
)
from kla_plan.papers.meeting.facts import agendas
from kla_plan.papers.meeting.rounds import rounds
from kla_plan.papers.paper import Brief, Made
from kla_plan.plan.plan import Plan
from kla_plan.report.pdf import find_office
from kla_plan.report.sentences.words import spans

LATE = date(2026, 11, 23)
#: Headings of the sections with tables.
GAPS, EVIDENCE = "2. Kesenjangan terbesar", "3. Data dukung yang perlu dibawa ke rapat"
needs_office = pytest.mark.skipif(
    find_office() is None, reason="LibreOffice (soffice) tidak terpasang"
)


@pytest.fixture(scope="session")
def city() -> Plan:
    return simple_plan("ogan-ilir")


def make(plan: Plan, folder: Path, day: date | None = None, **changes: object) -> Made:
    folder.mkdir(parents=True, exist_ok=True)
    return PAPER.write(Brief(plan, replace(plan.pack, **changes), day), folder)


@pytest.fixture(scope="session")
def made(city: Plan, tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make(city, tmp_path_factory.mktemp("rakor"))


@pytest.fixture(scope="session")
def late(city: Plan, tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make(city, tmp_path_factory.mktemp("terlambat"), LATE)


@pytest.fixture(scope="session")
def words(made: Made) -> dict[str, DocumentType]:
    return {path.stem.split("_", 3)[-1]: opened(path) for path in made.to_pdf}


@pytest.fixture(scope="session")
def annex(made: Made) -> dict[str, list[dict[str, object]]]:
    (path,) = [path for path in made.files if path.suffix == ".xlsx"]
    book = openpyxl.load_workbook(path)
    found = {}
    for sheet in book.worksheets:
        head, *rows = list(sheet.iter_rows(min_row=4, values_only=True))
        found[sheet.title] = [
            dict(zip(head, row, strict=True)) for row in rows if row[0] not in {None, "Jumlah"}
        ]
    return found


def test_one_meeting_per_cluster_one_for_the_rest_and_the_plenary(city: Plan) -> None:
    found = rounds(city.pack.instrument)
    assert [one.code for one in found] == ["K0-KD", "K1", "K2", "K3", "K4", "K5", "pleno"]
    assert found[0].clusters == ("K0", "KD")
    assert found[-1].clusters == tuple(city.pack.instrument.clusters)


def test_standing_is_that_of_the_gap_analysis_and_the_plan(
    city: Plan, words: dict[str, DocumentType]
) -> None:
    table = cluster_gaps(city.pack, city.scenario.diskon_verifikasi).set_index("klaster")
    end = city.score(2030).clusters
    for agenda in agendas(Ground(city, city.pack, None)):
        codes, here = list(agenda.meeting.clusters), agenda.standing
        assert float(here.now) == pytest.approx(table.loc[codes, "poin"].sum())
        assert float(here.verified) == pytest.approx(table.loc[codes, "poin_verifikasi"].sum())
        assert float(here.maximum) == pytest.approx(table.loc[codes, "poin_maks"].sum())
        assert here.after == sum(end[code] for code in codes)
        assert here.now == sum(bar.now for bar in agenda.standing.bars)
        assert here.after == sum(bar.after for bar in agenda.standing.bars)
        text = text_of(words[agenda.meeting.code])
        for shown in (here.now, here.verified):
            assert number(shown, 2) in text
        assert f"{number(here.after)} poin" in text
        assert percent(here.now / here.maximum) in text


def test_gaps_are_the_heaviest_questions_with_who_holds_them(
    city: Plan, words: dict[str, DocumentType], annex: dict[str, list[dict[str, object]]]
) -> None:
    table = question_gaps(city.pack)
    table = table[table["selisih_efektif"] > 0]
    for one in rounds(city.pack.instrument):
        mine = table[table["klaster"].isin(list(one.clusters))]
        mine = mine.sort_values("selisih_efektif", ascending=False, kind="stable")
        shown = tables_of(words[one.code])[GAPS]
        assert len(shown) >= 3
        for row, known in zip(shown, mine.to_dict("records"), strict=False):
            assert row["Kode"] == known["pertanyaan"]
            assert row["Kurang (poin)"] == number(known["selisih_efektif"], 2)
            for agency in str(known["opd"]).split(";")[:1]:
                assert agency in row["Pemegang"]
        if one.code != "pleno":
            rows = [r for r in annex["Kesenjangan"] if r["Rapat"] == one.title]
            assert [r["Kode"] for r in rows] == list(mine["pertanyaan"])
            total = sum(Decimal(str(r["Kurang"])) for r in rows)
            assert float(total) == pytest.approx(mine["selisih_efektif"].sum())
        left = len(mine) - len(shown)
        assert ("lainnya, lihat lembar Kesenjangan" in text_of(words[one.code])) == (left > 0)


def test_outlook_of_a_question_is_what_the_plan_answers(
    city: Plan, annex: dict[str, list[dict[str, object]]]
) -> None:
    questions = city.pack.instrument.questions
    for row in annex["Kesenjangan"]:
        code = str(row["Kode"])
        answers = {year: city.fractions[year, code] for year in city.years}
        gained = (answers[2030] - city.pack.start(code)) * Fraction(questions[code].poin_maks)
        assert Fraction(str(row["Naik sampai 2030"])).limit_denominator(10**6) == gained
        full = [y for y in city.years if all(answers[t] == 1 for t in city.years if t >= y)]
        said = str(row["Menurut rencana"])
        if full:
            assert said == f"penuh mulai {full[0]}"
        else:
            assert said == (f"naik {number(gained)} sampai 2030" if gained else "tidak naik")


@pytest.mark.parametrize("when", ["made", "late"])
def test_proposals_add_up_to_the_rupiah_of_the_open_years(
    city: Plan, when: str, request: pytest.FixtureRequest
) -> None:
    years = city.years if when == "made" else (2027, 2028, 2029, 2030)
    found: Made = request.getfixturevalue(when)
    whole = 0
    for path, one in zip(found.to_pdf, rounds(city.pack.instrument), strict=True):
        document = opened(path)
        cluster = city.pack.instrument.cluster_of
        amounts = {
            code: sum(r for (a, t, _), r in city.spending.items() if a == code and t in years)
            for code in city.activities
            if cluster(city.pack.activities[code].indikator) in one.clusters
            and (
                any((code, t) in city.volumes for t in years)
                or any(a == code and t in years for a, t, _ in city.spending)
            )
        }
        text = text_of(document)
        assert rupiah(sum(amounts.values())) in text
        for row in tables_of(document)["5. Usulan kegiatan"]:
            code = row["Kode"]
            assert row["Anggaran (Rp)"] == number(amounts[code])
            assert row["OPD"] == city.pack.activities[code].opd
            active = [t for t in years if (code, t) in city.volumes]
            assert row["Tahun"] == (spans(active) if active else "pembayaran lanjutan")
        whole += sum(amounts.values()) if one.code != "pleno" else 0
        assert ("tidak dimuat karena tenggat" in text) == (when == "late")
    assert whole == sum(city.cost(year) for year in years)


def test_annex_holds_every_row_that_the_pages_choose_from(
    city: Plan, annex: dict[str, list[dict[str, object]]]
) -> None:
    found = agendas(Ground(city, city.pack, None))
    clusters = [agenda for agenda in found if not agenda.meeting.plenary]
    assert len(annex["Usulan kegiatan"]) == len(city.activities)
    assert sum(int(str(row["Anggaran (Rp)"])) for row in annex["Usulan kegiatan"]) == city.cost()
    assert len(annex["Data dukung"]) == sum(len(agenda.unproven) for agenda in clusters)
    assert len(annex["Keputusan"]) == sum(len(agenda.decisions) for agenda in found)
    assert len(annex["Ketergantungan"]) == sum(len(agenda.leanings) for agenda in found)
    claimed = sum(Fraction(str(row["Poin"])) for row in annex["Data dukung"])
    assert claimed == sum(row.points for row in found[-1].unproven)
    points = {row.activity: row.points for row in found[-1].proposals}
    for row in annex["Usulan kegiatan"]:
        assert float(str(row["Poin 2030"])) == pytest.approx(float(points[str(row["Kode"])]))


def test_decisions_on_the_page_are_those_of_the_annex(
    words: dict[str, DocumentType], annex: dict[str, list[dict[str, object]]], city: Plan
) -> None:
    for one in rounds(city.pack.instrument):
        shown = tables_of(words[one.code])["7. Keputusan yang diperlukan"]
        known = [row for row in annex["Keputusan"] if row["Rapat"] == one.title]
        assert len(shown) >= 4
        for row, full in zip(shown, known, strict=False):
            matter = row["Hal yang diputuskan"]
            assert str(full["Hal yang diputuskan"]).startswith(matter.removesuffix(" …"))
            assert row["Pilihan"] == full["Pilihan"]
            assert row["Batas waktu"] == full["Batas waktu"]
            assert row["Pemutus"] == full["Pemutus"]


def test_minutes_are_lines_to_be_filled_in(words: dict[str, DocumentType]) -> None:
    for document in words.values():
        rows = tables_of(document)["8. Notulen"]
        assert len(rows) >= 3
        assert all(row["Keputusan dan arahan"].strip() == "" for row in rows)


def test_papers_are_indonesian_without_tags(words: dict[str, DocumentType]) -> None:
    for document in words.values():
        text = text_of(document)
        assert TAGS.findall(text) == []
        assert ENGLISH.findall(text) == []
        assert "DRAF" in text
        for heading, rows in tables_of(document).items():
            assert rows, heading


def test_the_head_of_a_kabupaten_and_of_a_kota(city: Plan, tmp_path: Path) -> None:
    toy = make(toy_plan.plan(), tmp_path)
    everything = "\n".join(text_of(opened(path)) for path in toy.to_pdf)
    assert "Wali Kota Contoh" in everything
    assert "Bupati" not in everything
    asked = agendas(Ground(city, city.pack, None))[-1].decisions
    assert any("Bupati Ogan Ilir" in row.who for row in asked)


def test_five_components_are_told_apart(city: Plan) -> None:
    opds = dict(city.pack.opds) | {
        code: Opd(opd=code, nama=name, jenis="mitra")
        for code, name in (
            ("Pers", "Persatuan wartawan"), ("PKK", "Tim Penggerak PKK"), ("LSM", "Lembaga anak"),
        )
    }  # fmt: skip
    plan = replace(city, pack=replace(city.pack, opds=opds))
    here = Ground(plan, plan.pack, None)
    expected = {
        "Dinkes": GOVERNMENT, "Kemenag": GOVERNMENT, "Dunia Usaha": BUSINESS, "Pers": MEDIA,
        "PKK": PARENTS, "LSM": COMMUNITY, "Forum Anak": COMMUNITY,
    }  # fmt: skip
    assert {code: component_of(here, code) for code in expected} == expected
    plenary = rounds(city.pack.instrument)[-1]
    leads = sum(n for row in components(here, plenary) for _, n in row.leads)
    assert leads == len(city.activities)


def test_what_cannot_be_known_is_left_open(made: Made, late: Made) -> None:
    said = "\n".join(point.what for point in made.open_points)
    for words_ in ("media massa", "orang tua", "Status data dukung", "Hari, tanggal"):
        assert words_ in said
    assert "Realisasi tahun" not in said
    assert any("Realisasi tahun 2024–2026" in point.what for point in late.open_points)


def test_recorded_evidence_changes_the_papers(city: Plan, tmp_path: Path) -> None:
    rows = tuple(
        Bukti(pertanyaan=code, bukti="B1", uraian="Dokumen", status="lengkap")
        for code in city.pack.instrument.questions
    )
    found = make(city, tmp_path, records=Records(evidence=rows))
    text = text_of(opened(found.to_pdf[1]))
    assert "Seluruh poin yang diakui sudah ditopang data dukung lengkap." in text
    assert EVIDENCE not in tables_of(opened(found.to_pdf[1]))
    assert not any("Status data dukung" in point.what for point in found.open_points)


def test_same_brief_same_bytes(city: Plan, late: Made, tmp_path: Path) -> None:
    again = make(city, tmp_path, LATE)
    for one, other in zip(late.files, again.files, strict=True):
        assert one.read_bytes() == other.read_bytes(), one.name


@pytest.mark.libreoffice
@needs_office
def test_every_meeting_has_exactly_two_pages(made: Made, late: Made, tmp_path: Path) -> None:
    """The other cities are counted where their whole sets are looked at."""
    files = [
        *made.to_pdf,
        *late.to_pdf,
        *make(toy_plan.plan(), tmp_path / "kecil").to_pdf,
        *make(toy_plan.empty_plan(), tmp_path / "kosong").to_pdf,
    ]
    found = pages(files, tmp_path)
    assert {path: count for path, count in found.items() if count != 2} == {}
