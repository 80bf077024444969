"""The draft regulation: every number that of the plan, and the drafting form kept."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocumentType
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table
from support import toy_plan
from support.city_sets import simple_plan

from kla_plan.indonesian import terbilang
from kla_plan.papers.paper import Brief, Made, OpenPoint
from kla_plan.papers.regulation import PAPER
from kla_plan.papers.regulation.basis import has_regulation, legal_basis
from kla_plan.papers.regulation.chapters import DEFINITIONS
from kla_plan.papers.regulation.facts import lowest, roles
from kla_plan.papers.regulation.systematics import rad_chapters
from kla_plan.papers.regulation.words import items, letters, money, percent_spelled, spelled
from kla_plan.plan.plan import Plan
from kla_plan.report.word.legal import NATIONAL
from kla_plan.resources import templates
from kla_plan.scenario import make_scenario

ENGLISH = re.compile(r"\b(the|and|with|year|activity|budget|None|nan|True|False|page|table)\b")
CASES = ("toy", "ogan-ilir", "kota-metro")


@pytest.fixture(scope="session")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Plan, DocumentType, Made]]:
    plans = {"toy": toy_plan.plan()}
    plans |= {name: simple_plan(name) for name in CASES[1:]}
    return {name: draft(plan, tmp_path_factory.mktemp(name)) for name, plan in plans.items()}


@pytest.fixture(params=CASES)
def case(
    request: pytest.FixtureRequest, drafts: dict[str, tuple[Plan, DocumentType, Made]]
) -> tuple[Plan, DocumentType, Made]:
    return drafts[request.param]


def draft(plan: Plan, folder: Path, day: date | None = None) -> tuple[Plan, DocumentType, Made]:
    made = PAPER.write(Brief(plan, plan.pack, day), folder)
    return plan, Document(str(made.files[0])), made


def lines(document: DocumentType) -> list[tuple[str, str]]:
    """Return style and text of the paragraphs outside of tables, with plain spaces."""
    return [
        (p.style.name if p.style is not None else "", p.text.replace("\u00a0", " "))
        for p in document.paragraphs
        if p.text.strip()
    ]


def text(document: DocumentType) -> str:
    return "\n".join(line for _, line in lines(document))


def cells(table: Table) -> list[list[str]]:
    return [
        [
            "".join(t.text or "" for t in cell.iter(qn("w:t"))).replace("\u00a0", " ")
            for cell in row.findall(qn("w:tc"))
        ]
        for row in table._tbl.findall(qn("w:tr"))
    ]


def articles(document: DocumentType) -> dict[int, list[str]]:
    """Return the lines of each article by its number."""
    found: dict[int, list[str]] = {}
    for style, line in lines(document):
        if style == "Pasal":
            found[int(line.removeprefix("Pasal "))] = []
        elif style == "Bab Peraturan" and found and not line.startswith("BAB"):
            break
        elif found and style in {"Ayat", "Huruf", "Isi Pasal"}:
            found[max(found)].append(line)
    return found


def rupiah(line: str) -> int:
    figures, words = re.search(r"Rp([\d.]+) \((.+?) rupiah\)", line).groups()
    amount = int(figures.replace(".", ""))
    assert words == terbilang(amount)
    return amount


def spent(plan: Plan) -> Iterator[tuple[str, int, str, int]]:
    for (code, year, fund), amount in plan.spending.items():
        yield code, year, fund, amount


def test_title_block_and_closing_lines_follow_the_form(
    case: tuple[Plan, DocumentType, Made],
) -> None:
    plan, document, _ = case
    profile = plan.pack.profile
    head = f"{'Bupati' if profile.kind == 'kabupaten' else 'Wali Kota'} {profile.name}".upper()
    period = f"{plan.years[0]}–{plan.years[-1]}"
    about = f"RENCANA AKSI DAERAH {profile.kind.upper()} LAYAK ANAK TAHUN {period}"
    texts = [line for _, line in lines(document)]
    assert texts[:10] == [
        "RANCANGAN", head, f"PROVINSI {profile.province.upper()}", f"PERATURAN {head}",
        "NOMOR … TAHUN …", "TENTANG", about, "DENGAN RAHMAT TUHAN YANG MAHA ESA", f"{head},",
        texts[9],
    ]  # fmt: skip
    assert texts[9].startswith("Menimbang\t:\ta.\tbahwa ")
    whole = "\n".join(texts)
    office, name = head.removesuffix(f" {profile.name.upper()}"), profile.full_name.upper()
    place = profile.fact("ibu_kota")
    for line in (
        "MEMUTUSKAN:",
        f"Menetapkan\t:\tPERATURAN {office} TENTANG {about}.",
        f"Ditetapkan di {place}\npada tanggal …\n{head},\n…",
        f"Diundangkan di {place}\npada tanggal …\nSEKRETARIS DAERAH {name},\n…",
        f"BERITA DAERAH {name} TAHUN … NOMOR …",
    ):
        assert line in whole
    for number in ("I", "II", "III", "IV"):
        assert f"LAMPIRAN {number}\nPERATURAN {head}\nNOMOR … TAHUN …\nTENTANG\n{about}" in whole


def test_the_considerations_end_as_the_form_asks(case: tuple[Plan, DocumentType, Made]) -> None:
    plan, document, _ = case
    reasons = re.findall(
        r"^(?:Menimbang\t:\t)?([a-d])\.\t(bahwa .*)$", text(document), re.MULTILINE
    )
    assert [letter for letter, _ in reasons] == list("abcd")
    assert all(reason.endswith(";") for _, reason in reasons)
    start = plan.pack.start_score()
    standing = reasons[1][1]
    assert f"tahun {plan.pack.profile.base_year} mencapai" in standing
    points = re.search(r"mencapai ([\d.,]+) dari ([\d.]+) poin", standing)
    shown = Decimal(points[1].replace(".", "").replace(",", "."))
    assert abs(Fraction(shown) - start.total) <= Fraction(1, 200)
    assert int(points[2].replace(".", "")) == sum(
        c.poin_maks for c in plan.pack.instrument.clusters.values()
    )


def test_only_clusters_that_clearly_trail_are_named(
    drafts: dict[str, tuple[Plan, DocumentType, Made]],
) -> None:
    plan, document, _ = drafts["ogan-ilir"]
    start, clusters = plan.pack.start_score(), plan.pack.instrument.clusters
    share = {code: start.clusters[code] / Fraction(c.poin_maks) for code, c in clusters.items()}
    two = sorted(share, key=share.__getitem__)[:2]
    assert [one.name for one in lowest(plan)] == [clusters[code].nama for code in two]
    assert [one.share for one in lowest(plan)] == [share[code] for code in two]
    assert "capaian terendah pada Klaster II (" in text(document)
    # A known total that was spread evenly says nothing about a single cluster.
    assert lowest(drafts["kota-metro"][0]) == ()
    assert "capaian terendah" not in text(drafts["kota-metro"][1])


def test_the_legal_basis_holds_verified_titles_or_dots(
    case: tuple[Plan, DocumentType, Made],
) -> None:
    plan, document, _ = case
    found = re.findall(r"^(?:Mengingat\t:\t)?(\d+)\.\t(.+);$", text(document), re.MULTILINE)
    rules = legal_basis(plan.pack.profile)
    assert found == [(str(place), rule) for place, rule in enumerate(rules, start=1)]
    assert [rule for rule in rules if "…" not in rule] == list(NATIONAL)
    assert rules[0].startswith("Pasal 18 ayat (6)")
    ranks = ["Undang-Undang", "Peraturan Pemerintah", "Peraturan Presiden", "Peraturan Daerah"]
    order = [next(i for i, r in enumerate(ranks) if rule.startswith(r)) for rule in rules[1:]]
    assert order == sorted(order)
    regional = [rule for rule in rules if rule.startswith("Peraturan Daerah")]
    assert len(regional) == 1 + has_regulation(plan.pack.profile)


def test_chapters_articles_and_paragraphs_are_numbered_without_gaps(
    case: tuple[Plan, DocumentType, Made],
) -> None:
    _, document, _ = case
    chapters = [x.split("\n")[0] for s, x in lines(document) if s == "Bab Peraturan"]
    roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
    assert chapters[:10] == [f"BAB {number}" for number in roman]
    assert list(articles(document)) == list(range(1, 19))
    for number, body in articles(document).items():
        ayat = [int(m[1]) for line in body if (m := re.match(r"\((\d+)\)\t", line))]
        assert ayat == list(range(1, len(ayat) + 1)), number
        assert body, number
        for line in body:
            for wanted in re.findall(r"ayat \((\d+)\)", line):
                assert int(wanted) in ayat, (number, line)
            for wanted in re.findall(r"Pasal (\d+)", line):
                assert int(wanted) in articles(document)
            assert line[-1] in ".;:" or line.endswith("; dan"), line


def test_lists_have_letters_in_order_and_closing_marks(
    case: tuple[Plan, DocumentType, Made],
) -> None:
    _, document, _ = case
    seen = 0
    for body in articles(document).values():
        groups: list[list[str]] = []
        for line in body:
            if re.match(r"a\.\t", line):
                groups.append([])
            if re.match(r"[a-z]\.\t", line):
                groups[-1].append(line)
        for group in groups:
            seen += 1
            assert [x[0] for x in group] == list("abcdefghijklmnopqrstuvwxyz"[: len(group)])
            assert group[-1].endswith(".")
            assert all(x.endswith("; dan") for x in group[-2:-1])
            assert all(x.endswith(";") for x in group[:-2])
    assert seen >= 8


def test_every_defined_term_is_used_later(case: tuple[Plan, DocumentType, Made]) -> None:
    _, document, _ = case
    found = articles(document)
    assert len(found[1]) == 1 + len(DEFINITIONS)
    later = "\n".join(line for number, body in found.items() if number > 1 for line in body)
    for line in found[1][1:]:
        head = line.split("\t")[1].split(" adalah ")[0]
        short = re.search(r"yang selanjutnya (?:disingkat|disebut) (.+)$", head)
        assert re.search(rf"\b{short[1] if short else head}\b", later), head


def test_targets_of_every_year(case: tuple[Plan, DocumentType, Made]) -> None:
    plan, document, _ = case
    body = articles(document)[6]
    rows = [line for line in body if re.match(r"[a-z]\.\ttahun", line)]
    keep = 1 - Fraction(plan.scenario.diskon_verifikasi)
    totals = [plan.score(year).total for year in plan.years]
    expected = [*totals, *(total * keep for total in totals)]
    assert len(rows) == len(expected) == 2 * len(plan.years)
    for row, year, total in zip(rows, plan.years * 2, expected, strict=True):
        figures = re.search(r"tahun (\d+): ([\d.,]+) \(.+\) poin, (.+?)(?:;|\.$)", row)
        assert int(figures[1]) == year
        shown = Decimal(figures[2].replace(".", "").replace(",", "."))
        assert abs(Fraction(shown) - total) <= Fraction(1, 200)
        predicate = plan.pack.instrument.predicate(total)
        ranked = any(p.predikat == predicate for p in plan.pack.instrument.predicates)
        assert figures[3] == (f"Predikat {predicate}" if ranked else "belum berpredikat")


def test_money_of_every_year_and_fund_in_figures_and_words(
    case: tuple[Plan, DocumentType, Made],
) -> None:
    plan, document, _ = case
    body = articles(document)[11]
    by_year: Counter[int] = Counter()
    by_fund: Counter[str] = Counter()
    for _, year, fund, amount in spent(plan):
        by_year[year] += amount
        by_fund[fund] += amount
    assert rupiah(body[0]) == sum(by_year.values())
    years = {
        int(m[1]): rupiah(line) if "Rp" in line else 0
        for line in body
        if (m := re.match(r"[a-z]\.\ttahun (\d+)", line))
    }
    assert years == {year: by_year[year] for year in plan.years}
    funds = {
        m[1]: rupiah(line)
        for line in body
        if (m := re.match(r"[a-z]\.\t((?!tahun).+) sebesar Rp", line))
    }
    assert funds == dict(by_fund)


def test_annex_of_actions(case: tuple[Plan, DocumentType, Made]) -> None:
    plan, document, _ = case
    pack = plan.pack
    rows = cells(document.tables[0])
    found = {row[1]: row for row in rows if row[0].isdigit()}
    sums: dict[str, int] = defaultdict(int)
    for code, _, _, amount in spent(plan):
        sums[code] += amount
    assert len(found) == len(plan.activities)
    for code in plan.activities:
        activity = pack.activities[code]
        row = found[activity.nama]
        years = [year for year in plan.years if (code, year) in plan.volumes]
        shown = [
            year for part in row[3].split(", ") for year in range(int(part[:4]), int(part[-4:]) + 1)
        ]
        assert (row[2], shown) == (pack.opds[activity.opd].nama, years)
        assert int(row[4].replace(".", "")) == sums[code]
    assert int(rows[-1][4].replace(".", "")) == sum(sums.values())
    bands = [row[0] for row in rows if len(row) == 1]
    used = {pack.instrument.cluster_of(pack.activities[code].indikator) for code in plan.activities}
    assert bands == [c.nama for code, c in pack.instrument.clusters.items() if code in used]


def test_annex_of_roles(case: tuple[Plan, DocumentType, Made]) -> None:
    plan, document, _ = case
    pack = plan.pack
    rows = cells(document.tables[1])
    leads = Counter(pack.activities[code].opd for code in plan.activities)
    supports = Counter(o for code in plan.activities for o in pack.activities[code].opd_pendukung)
    sums: Counter[str] = Counter()
    for code, _, _, amount in spent(plan):
        sums[pack.activities[code].opd] += amount
    kinds = {"apbd": "Perangkat Daerah", "vertikal": "Instansi Vertikal", "mitra": "Mitra"}
    expected = {
        opd.nama: [
            kinds[opd.jenis], str(leads[code]), str(supports[code]), f"{sums[code]:,}"
        ]
        for code, opd in pack.opds.items()
        if leads[code] or supports[code]
    }  # fmt: skip
    assert {r[1]: [*r[2:5], r[5].replace(".", ",")] for r in rows[1:-1]} == expected
    assert rows[-1][3] == str(len(plan.activities))
    assert int(rows[-1][5].replace(".", "")) == sum(sums.values())
    assert [role.kind for role in roles(plan)] == sorted(
        (role.kind for role in roles(plan)),
        key=["Perangkat Daerah", "Instansi Vertikal", "mitra"].index,
    )


def test_annex_of_money_adds_up_both_ways(case: tuple[Plan, DocumentType, Made]) -> None:
    plan, document, _ = case
    head, *rows, total = cells(document.tables[2])
    grid = [[int(cell.replace(".", "")) for cell in row[1:]] for row in rows]
    for row, year in zip(rows, plan.years, strict=True):
        for name, cell in zip(head[1:-1], row[1:-1], strict=True):
            fund = name.removesuffix(" (Rp)")
            paid = sum(r for _, t, f, r in spent(plan) if t == year and f == fund)
            assert int(cell.replace(".", "")) == paid
    assert [int(cell.replace(".", "")) for cell in total[1:]] == [
        sum(column) for column in zip(*grid, strict=True)
    ]
    assert all(sum(row[:-1]) == row[-1] for row in grid)


def test_annex_of_parts_is_that_of_the_rad_template(
    case: tuple[Plan, DocumentType, Made],
) -> None:
    parts = rad_chapters(templates() / "rad_kla.docx")
    assert [part.title.split(" ")[1] for part in parts][:3] == ["I", "II", "III"]
    assert any(part.sections for part in parts)
    whole = text(case[1])
    for part in parts:
        assert part.title in whole
        assert all(section in whole for section in part.sections)


def test_every_blank_is_an_open_point_and_the_checklist_shows_them_all(
    case: tuple[Plan, DocumentType, Made],
) -> None:
    plan, document, made = case
    rows = cells(document.tables[3])[1:]
    assert [row[1:4] for row in rows] == [[p.place, p.what, p.who] for p in made.open_points]
    places = {point.place for point in made.open_points}
    assert {"Judul", "Mengingat", "Penandatanganan", "Pengundangan"} <= places
    assert all(
        isinstance(p, OpenPoint) and p.who and p.what.endswith(".") for p in made.open_points
    )
    assert len(set(made.open_points)) == len(made.open_points)
    assumed = sum(1 for answer in plan.pack.answers.values() if answer.asumsi)
    counted = next(p.what for p in made.open_points if p.place == "Menimbang huruf b")
    assert f" {assumed} dari {len(plan.pack.answers)} jawaban" in counted


def test_indonesian_without_tags_on_f4(case: tuple[Plan, DocumentType, Made]) -> None:
    _, document, _ = case
    whole = text(document) + "\n".join(c for t in document.tables for r in cells(t) for c in r)
    assert re.findall(r"\{\{|\}\}|\{%|%\}", whole) == []
    assert ENGLISH.findall(whole) == []
    for section in document.sections:
        sides = {section.page_width, section.page_height}
        assert {round(side / Mm(1)) for side in sides} == {215, 330}


def test_a_plan_without_activities_or_money_is_a_whole_regulation(tmp_path: Path) -> None:
    _, document, _ = draft(toy_plan.empty_plan(), tmp_path)
    assert "tidak memerlukan pendanaan tambahan" in "\n".join(articles(document)[11])
    assert list(articles(document)) == list(range(1, 19))
    whole = text(document)
    assert "RAD KLA tidak memuat kegiatan." in whole
    assert "RAD KLA tidak memuat pembagian peran." in whole
    assert len(document.tables) == 1


def test_wishes_of_the_scenario_are_the_aim(tmp_path: Path) -> None:
    from dataclasses import replace  # noqa: PLC0415 - only this test builds a variant

    wish = make_scenario({"target": [{"tahun": 2026, "predikat": "Utama", "dasar": "mandiri"}]})
    _, document, _ = draft(replace(toy_plan.plan(), scenario=wish), tmp_path)
    first = articles(document)[6][0]
    assert "mencapai predikat Utama menurut penilaian mandiri pada tahun 2026" in first


def test_a_day_after_the_first_year_is_pointed_out(tmp_path: Path) -> None:
    plan = toy_plan.plan()
    late = [
        {p.what for p in draft(plan, tmp_path, day)[2].open_points if p.place == "Pasal 18"}
        for day in (None, date(2024, 5, 1), date(2026, 11, 23))
    ]
    assert late[0] == late[1] < late[2]
    assert any("dimulai tahun 2024" in what and "tahun 2026" in what for what in late[2])


def test_the_same_plan_makes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    first, second = (draft(toy_plan.plan(), tmp_path / n)[2].files[0] for n in ("a", "b"))
    assert first.read_bytes() == second.read_bytes()


def test_numbers_with_words() -> None:
    assert spelled(Decimal("832.54")) == "832,54 (delapan ratus tiga puluh dua koma lima empat)"
    assert spelled(820.5) == "820,5 (delapan ratus dua puluh koma lima)"
    assert spelled(1000) == "1.000 (seribu)"
    assert spelled(Fraction(1, 200)) == "0,01 (nol koma nol satu)"
    assert money(1_500) == "Rp1.500 (seribu lima ratus rupiah)"
    assert percent_spelled(Decimal("0.15")) == "15 % (lima belas persen)"
    assert percent_spelled(Decimal("0.125")) == "12,5 % (dua belas koma lima persen)"


def test_lists_of_every_length() -> None:
    assert items([]) == []
    assert [one["teks"] for one in items(["x"])] == ["x."]
    assert [one["teks"] for one in items(["x", "y"])] == ["x; dan", "y."]
    assert [one["teks"] for one in items(["x", "y", "z"])] == ["x;", "y; dan", "z."]
    marks = letters()
    assert [next(marks) for _ in range(28)][-3:] == ["z", "aa", "ab"]
