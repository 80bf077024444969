"""The RAD KLA in Word: whole, Indonesian, and every number that of the plan."""

import re
from collections import defaultdict
from fractions import Fraction
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocumentType
from docx.oxml.ns import qn
from support import toy_plan
from support.word_reading import angka, captioned, cells, trimmed

from kla_plan.findings import FindingsError
from kla_plan.plan.plan import Plan
from kla_plan.report.word.rad import NAMES, Documents, rad_name, write_rad
from kla_plan.report.word.render import check_template, render
from kla_plan.resources import templates

HEADINGS = (
    "KATA PENGANTAR", "DAFTAR ISI", "DAFTAR TABEL", "DAFTAR GAMBAR", "BAB I PENDAHULUAN",
    "1.1 Latar Belakang", "1.2 Dasar Hukum", "1.3 Maksud dan Tujuan", "1.4 Ruang Lingkup",
    "1.5 Pendekatan Penyusunan", "1.6 Sistematika Penulisan", "BAB II GAMBARAN UMUM",
    "2.3 Capaian Menurut Indikator", "2.6 Kelengkapan Data Dukung",
    "BAB III KONDISI, PERMASALAHAN, DAN ISU STRATEGIS", "3.1 Gambaran Permasalahan",
    "BAB IV TUJUAN, SASARAN, STRATEGI, DAN TARGET", "BAB V RENCANA AKSI",
    "4.5 Sasaran dan Strategi Menurut Klaster", "5.3 Dampak yang Diharapkan",
    "5.4 Kebutuhan Anggaran",
    "BAB VI PENYELARASAN DENGAN KEBIJAKAN NASIONAL DAN DOKUMEN PERENCANAAN DAERAH",
    "6.3 Kebutuhan Program dalam RPJMD", "BAB VII KELEMBAGAAN DAN PERAN PEMANGKU KEPENTINGAN",
    "7.9 Kecamatan dan Kelurahan/Desa", "BAB VIII PENDANAAN DAN RISIKO", "8.4 Risiko Pelaksanaan",
    "BAB IX PEMANTAUAN DAN EVALUASI", "BAB X PENUTUP", "LAMPIRAN I MATRIKS RENCANA AKSI",
    "LAMPIRAN II DAFTAR ASUMSI YANG PERLU DIKONFIRMASI", "LAMPIRAN III CARA RENCANA DIHITUNG",
    "LAMPIRAN IV MATRIKS SINKRONISASI",
)  # fmt: skip
ENGLISH = re.compile(
    r"\b(the|and|with|year|total score|activity|budget|None|nan|True|False|page|gap|table|figure)\b"
)


def everything(document: DocumentType) -> str:
    parts = [document.element.body]
    for section in document.sections:
        parts += [section.header._element, section.footer._element]
    return "\n".join(
        "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        for part in parts
        for paragraph in part.iter(qn("w:p"))
    )


def money(plan: Plan, group: dict[str, str] | None, by_fund: bool = False) -> list[list[str]]:
    """Rows of a budget table without its heading: name, years, sum; then the totals."""
    sums: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for (activity, year, fund), rupiah in plan.spending.items():
        sums[fund if by_fund or group is None else group[activity]][year] += rupiah
    rows = [
        [name, *(angka(years[t]) for t in plan.years), angka(sum(years.values()))]
        for name, years in sums.items()
    ]
    paid = {t: sum(r for (_, y, _), r in plan.spending.items() if y == t) for t in plan.years}
    return [
        *sorted(rows),
        ["Jumlah", *(angka(paid[t]) for t in plan.years), angka(sum(paid.values()))],
    ]


def total(plan: Plan, year: int) -> Fraction:
    instrument = plan.pack.instrument
    return sum(
        (
            min(
                Fraction(indicator.poin_maks),
                sum(
                    (
                        Fraction(q.poin_maks) * plan.fractions[year, q.pertanyaan]
                        for q in instrument.questions_of(code)
                    ),
                    Fraction(0),
                ),
            )
            for code, indicator in instrument.indicators.items()
        ),
        Fraction(0),
    )


def test_every_chapter_and_annex_is_there(case: tuple[Plan, DocumentType]) -> None:
    _, document = case
    found = [
        " ".join(p.text.split())
        for p in document.paragraphs
        if p.style is not None and p.style.name.startswith(("Heading", "Judul"))
    ]
    assert [heading for heading in HEADINGS if heading not in found] == []


def test_no_tag_of_the_template_is_left(case: tuple[Plan, DocumentType]) -> None:
    text = everything(case[1])
    assert re.findall(r"\{\{|\}\}|\{%|%\}|ISI-DAFTAR", text) == []


def test_the_document_is_indonesian_and_names_the_draft(case: tuple[Plan, DocumentType]) -> None:
    plan, document = case
    text = everything(document)
    assert ENGLISH.findall(text) == []
    assert "DRAF" in text
    assert "masih berupa asumsi" in text
    assert plan.pack.profile.full_name in text


def test_no_table_is_empty_and_all_fit_the_page(case: tuple[Plan, DocumentType]) -> None:
    for caption, table in captioned(case[1]):
        rows = cells(table)
        assert len(rows) > 1, caption
        assert any(text for text in rows[1]), caption
        widths = [int(c.get(qn("w:w"))) for c in table._tbl.tblGrid.findall(qn("w:gridCol"))]
        assert len(widths) == max(len(row) for row in rows), caption
        assert sum(widths) <= 15_500, caption
        first = table._tbl.findall(qn("w:tr"))[0]
        assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None, caption


def test_captions_are_numbered_in_order_and_references_exist(
    case: tuple[Plan, DocumentType],
) -> None:
    text = everything(case[1])
    captions = [
        p.text.split(" ")[:2]
        for p in case[1].paragraphs
        if p.style is not None and p.style.name.startswith("Caption")
    ]
    labels = [" ".join(parts) for parts in captions]
    assert len(set(labels)) == len(labels)
    for kind in ("Tabel", "Gambar"):
        per_chapter: dict[str, list[int]] = defaultdict(list)
        for label in labels:
            if label.startswith(kind):
                chapter, number = label.split(" ")[1].split(".")
                per_chapter[chapter].append(int(number))
        assert all(seen == list(range(1, len(seen) + 1)) for seen in per_chapter.values())
    mentioned = set(re.findall(r"(?:Tabel|Gambar) [\dL]\.\d+", text))
    assert mentioned <= set(labels)


def test_matrix_cell_by_cell(case: tuple[Plan, DocumentType]) -> None:
    plan, document = case
    pack = plan.pack
    table = next(t for c, t in captioned(document) if c.startswith("Tabel L.1 "))
    rows = cells(table)
    found = {row[1].split("\n")[0]: row for row in rows if row[0].isdigit()}
    assert len(found) == len(plan.activities)
    spent: dict[tuple[str, int], int] = defaultdict(int)
    for (activity, year, _), rupiah in plan.spending.items():
        spent[activity, year] += rupiah
    for code in plan.activities:
        activity = pack.activities[code]
        row = found[activity.nama]
        expected = []
        for year in plan.years:
            volume = plan.volumes.get((code, year))
            target = "–" if volume is None else trimmed(Fraction(volume))
            expected.append(f"{target}\n{angka(spent[code, year]) if spent[code, year] else '–'}")
        done = [
            r.volume
            for r in pack.realised
            if r.kegiatan == code and r.tahun <= pack.profile.base_year
        ]
        assert row[2] == (activity.indikator_kinerja or "–")
        assert row[3] == activity.satuan
        assert row[4] == (trimmed(Fraction(sum(done))) if done else "–")
        assert row[5 : 5 + len(plan.years)] == expected
        assert row[-4] == angka(sum(spent[code, year] for year in plan.years))
        funds = {f for (a, _, f) in plan.spending if a == code}
        assert set(row[-3].split("; ")) == (funds or {"–"})
        assert row[-2] == activity.opd
        assert row[-1] == ("; ".join(activity.opd_pendukung) or "–")
        if activity.sub_kegiatan:
            assert activity.sub_kegiatan in row[1]
    paid = [sum(r for (_, y, _), r in plan.spending.items() if y == t) for t in plan.years]
    assert rows[-1][5:-3] == [*(angka(p) for p in paid), angka(sum(paid))]


def test_budget_tables(case: tuple[Plan, DocumentType]) -> None:
    plan, document = case
    pack = plan.pack
    clusters = {
        code: pack.instrument.clusters[pack.instrument.cluster_of(a.indikator)].nama
        for code, a in pack.activities.items()
    }
    agencies = {code: pack.opds[a.opd].nama for code, a in pack.activities.items()}
    tables = {re.sub(r"^Tabel \S+ ", "", c): cells(t) for c, t in captioned(document)}
    for title, expected in (
        ("klaster", money(plan, clusters)),
        ("perangkat daerah", money(plan, agencies)),
        ("sumber dana", money(plan, None, by_fund=True)),
    ):
        rows = tables[f"Kebutuhan anggaran per tahun menurut {title} (rupiah)"][1:]
        assert sorted(rows[:-1]) == expected[:-1]
        assert rows[-1] == expected[-1]


def test_score_tables(case: tuple[Plan, DocumentType]) -> None:
    plan, document = case
    tables = {re.sub(r"^Tabel \S+ ", "", c): cells(t) for c, t in captioned(document)}
    keep = 1 - Fraction(plan.scenario.diskon_verifikasi)
    base = plan.pack.start_score()
    totals = {plan.pack.profile.base_year: base.total} | {y: total(plan, y) for y in plan.years}
    rows = tables["Target nilai dan predikat KLA per tahun"][1:]
    assert [[r[0], r[2], r[4]] for r in rows] == [
        [str(y), angka(v, 2), angka(v * keep, 2)] for y, v in totals.items()
    ]
    predicate = plan.pack.instrument.predicate
    assert [[r[3], r[5]] for r in rows] == [
        [predicate(v), predicate(v * keep)] for v in totals.values()
    ]
    clusters = tables["Sasaran poin penilaian mandiri menurut klaster"]
    assert clusters[-1][2:] == [angka(v, 2) for v in totals.values()]
    for row, (code, cluster) in zip(
        clusters[1:-1], plan.pack.instrument.clusters.items(), strict=True
    ):
        years = [angka(plan.score(y).clusters[code], 2) for y in plan.years]
        assert row == [
            cluster.nama,
            trimmed(Fraction(cluster.poin_maks)),
            angka(base.clusters[code], 2),
            *years,
        ]
    yearly = tables["Ukuran pemantauan tahunan"][1:]
    for row, year in zip(yearly, plan.years, strict=True):
        active = sum(1 for _, t in plan.volumes if t == year)
        paid = sum(r for (_, t, _), r in plan.spending.items() if t == year)
        assert row == [
            str(year), angka(totals[year], 2), angka(totals[year] * keep, 2), angka(active),
            angka(paid),
        ]  # fmt: skip


def test_result_tables_of_the_base_year(case: tuple[Plan, DocumentType]) -> None:
    plan, document = case
    instrument, base = plan.pack.instrument, plan.pack.start_score()
    tables = {re.sub(r"^Tabel \S+ ", "", c): cells(t) for c, t in captioned(document)}
    by_cluster = tables[
        f"Hasil evaluasi KLA menurut klaster, akhir tahun {plan.pack.profile.base_year}"
    ]
    for row, (code, cluster) in zip(by_cluster[1:-1], instrument.clusters.items(), strict=True):
        maximum = Fraction(cluster.poin_maks)
        points = base.clusters[code]
        assert row == [
            cluster.nama, trimmed(maximum), angka(points, 2),
            f"{angka(points / maximum * 100, 1)} %", angka(maximum - points, 2),
        ]  # fmt: skip


def test_assumption_tables_add_up(case: tuple[Plan, DocumentType]) -> None:
    tables = {re.sub(r"^Tabel \S+ ", "", c): cells(t) for c, t in captioned(case[1])}
    counts = tables["Data masukan dan asumsi menurut kelompok"]
    value = [[int(text.replace(".", "")) for text in row[1:]] for row in counts[1:]]
    assert [sum(column) for column in zip(*value[:-1], strict=True)] == value[-1]
    listed = [r for r in tables["Asumsi yang perlu dikonfirmasi"][1:] if len(r) == 3]
    assert sum(int(row[1].replace(".", "")) for row in listed) == value[-1][1]
    share = f"{counts[-1][2]} ("
    assert share in everything(case[1]) or "Seluruh" in everything(case[1])


def test_comparison_with_other_ways(toy: Plan, toy_word: DocumentType) -> None:
    tables = {re.sub(r"^Tabel \S+ ", "", c): cells(t) for c, t in captioned(toy_word)}
    assert tables["Rencana ini dan cara pemilihan lain"][1:] == [
        ["Rencana ini", "3", "95,00", "Utama", "164.000.000"],
        ["Bagi rata", "0", "40,00", "Belum berpredikat", "0"],
    ]
    assert tables["Tahap perhitungan"][1][2:] == ["235", "0,50 %"]


def test_text_of_an_analyst_is_text_not_markup(toy_word: DocumentType) -> None:
    text = everything(toy_word)
    assert toy_plan.MARKUP in text
    assert toy_plan.DANGEROUS in text


def test_every_table_with_numbers_is_covered_by_a_test(case: tuple[Plan, DocumentType]) -> None:
    checked = (
        "Matriks", "Kebutuhan anggaran", "Target nilai", "Sasaran poin", "Ukuran pemantauan",
        "Hasil evaluasi", "Ringkasan", "Data masukan", "Asumsi", "Rencana ini", "Tahap",
        "Perangkat daerah dan", "Profil", "Pembagian tugas", "Kondisi indikator",
        "Pertanyaan dengan", "Kesenjangan setiap klaster", "Strategi, kegiatan",
        "Kenaikan jawaban", "Pertanyaan yang belum", "Pembagian poin", "Keterkaitan",
        "Hasil pencocokan", "Program yang", "Pembagian peran", "Peran ", "Aksi yang", "Sumber dana",
        "Pagu", "Kewajiban", "Daftar risiko",
    )  # fmt: skip
    titles = [re.sub(r"^Tabel \S+ ", "", c) for c, _ in captioned(case[1])]
    assert [title for title in titles if not title.startswith(checked)] == []


def test_gap_tables_come_from_the_gaps(real: Plan, real_word: DocumentType) -> None:
    tables = {re.sub(r"^Tabel \S+ ", "", c): cells(t) for c, t in captioned(real_word)}
    base, instrument = real.pack.start_score(), real.pack.instrument
    held: dict[str, Fraction] = defaultdict(Fraction)
    for code, question in instrument.questions.items():
        for opd in question.opd:
            gap = Fraction(question.poin_maks) - base.questions[code]
            held[real.pack.opds[opd].nama if opd in real.pack.opds else opd] += gap / len(
                question.opd
            )
    rows = tables["Perangkat daerah dan lembaga dengan kesenjangan terbesar"][1:]
    assert [row[3] for row in rows] == [angka(held[row[0]], 2) for row in rows]


def test_profile_table_marks_assumptions(toy_word: DocumentType) -> None:
    rows = next(cells(t) for c, t in captioned(toy_word) if "Profil Kota Contoh" in c)
    assert ["Jumlah kecamatan", "5", "asumsi"] in rows
    assert ["Belanja APBD tahun 2025", "Rp1.097.523.847.863", "data daerah"] in rows


def test_same_plan_gives_the_same_file(toy: Plan, toy_documents: Documents, tmp_path: Path) -> None:
    again = write_rad(toy, tmp_path, baselines={"bagi rata": toy_plan.empty_plan()})
    assert again.docx.read_bytes() == toy_documents.docx.read_bytes()
    assert again.docx.name == "RAD_KLA_Contoh_2024-2026.docx"


@pytest.mark.usefixtures("no_office")
def test_a_plan_without_activities_still_makes_a_document(tmp_path: Path) -> None:
    made = write_rad(toy_plan.empty_plan(), tmp_path)
    document = Document(str(made.docx))
    assert "Rencana aksi ini tidak memuat kegiatan." in everything(document)
    assert all(len(cells(table)) > 1 for _, table in captioned(document))


@pytest.mark.usefixtures("no_office")
def test_a_plan_that_does_not_hold_is_never_written(toy: Plan, tmp_path: Path) -> None:
    from dataclasses import replace  # noqa: PLC0415 - only this test builds a variant

    wrong = replace(toy, spending={**toy.spending, ("A1", 2024, "DAU"): 1})
    with pytest.raises(FindingsError):
        write_rad(wrong, tmp_path)
    assert list(tmp_path.iterdir()) == []


def template(tmp_path: Path, text: str) -> Path:
    document = Document()
    document.add_paragraph(text)
    path = tmp_path / "templat.docx"
    document.save(str(path))
    return path


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("{{ bab9.ada }}", "KLA-N-004", '"bab9" yang tidak dikenal. Apakah maksud Anda "bab1"?'),
        ("{{ bab1.namaa }}", "KLA-N-004", '"namaa" yang tidak dikenal. Apakah maksud Anda "nama"?'),
        ("{{ bab1.nama", "KLA-N-005", "{{ bab1.nama"),
        ("{{ bab1.nama | ribuan }}", "KLA-N-005", "{{ bab1.nama | ribuan }}"),
        ("{% for a in bab1 %}", "KLA-N-005", "{% endfor %}"),
    ],
)
def test_a_mistake_in_a_template_is_named(tmp_path: Path, text: str, code: str, said: str) -> None:
    path = template(tmp_path, text)
    with pytest.raises(FindingsError) as caught:
        render(path, lambda _: {"bab1": {"nama": "x"}})
    (finding,) = caught.value.findings
    assert (finding.code, finding.place.file) == (code, str(path))
    assert said in finding.message
    assert "templat bawaan" in finding.remedy


def test_a_template_is_looked_through_before_there_are_values(tmp_path: Path) -> None:
    check_template(templates() / "rad_kla.docx", NAMES)
    with pytest.raises(FindingsError, match='Apakah maksud Anda "bab1"'):
        check_template(template(tmp_path, "{{ bap1.nama }}"), NAMES)
    with pytest.raises(FindingsError, match="KLA-N-005"):
        check_template(template(tmp_path, "{{ bab1.nama"), NAMES)


@pytest.mark.parametrize("content", [b"halo", b""])
def test_a_template_that_is_no_word_file_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "templat.docx"
    path.write_bytes(content)
    with pytest.raises(FindingsError, match="KLA-N-006"):
        render(path, lambda _: {})


def test_file_name_is_safe(toy: Plan) -> None:
    from dataclasses import replace  # noqa: PLC0415 - only this test builds a variant

    odd = replace(toy.pack, profile=replace(toy.pack.profile, name="Ogan/Ilir  Baru"))
    assert rad_name(replace(toy, pack=odd)) == "RAD_KLA_OganIlir_Baru_2024-2026"
