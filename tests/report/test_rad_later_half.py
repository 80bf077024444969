"""BAB VI–VIII and Lampiran IV of the RAD KLA: every number is the plan's own."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocumentType
from support import toy_plan
from support.toy_plan import MILLION
from support.word_reading import angka, tables

from kla_plan.pack.model import Pack
from kla_plan.pack.records import DokumenRencana, Records
from kla_plan.plan.plan import Plan
from kla_plan.report import pdf
from kla_plan.report.word.open_points import open_points
from kla_plan.report.word.rad import Documents, write_rad

CODE = "2.08.06.2.01.0001"
MATRIX = "Matriks sinkronisasi aksi dengan kebijakan dan dokumen perencanaan"


@pytest.fixture(scope="module")
def current() -> Pack:
    """The toy's region after its documents were typed in: A1 is in all, its RKPD pagu too low."""
    lines = [("rpjmd", "2.08.06", None, "", None), ("renstra", CODE, 2024, "D1", None)]
    lines += [("rkpd", CODE, 2024, "", 90 * MILLION), ("renja", "2.08.07", 2024, "D1", None)]
    documents = tuple(
        DokumenRencana(dokumen=kind, kode=code, tahun=year, opd=opd, pagu=pagu)
        for kind, code, year, opd, pagu in lines
    )
    return replace(toy_plan.pack(), records=Records(documents=documents))


@pytest.fixture(scope="module")
def informed(current: Pack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Documents]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf, "find_office", lambda: None)
        yield write_rad(toy_plan.plan(), tmp_path_factory.mktemp("tahu"), current=current)


@pytest.fixture(scope="module")
def informed_word(informed: Documents) -> DocumentType:
    return Document(str(informed.docx))


def whole(text: str) -> int:
    return int(text.replace(".", ""))


def spent(plan: Plan, codes: list[str]) -> int:
    return sum(rupiah for (a, _, _), rupiah in plan.spending.items() if a in codes)


def test_indicators_beside_the_national_policy(case: tuple[Plan, DocumentType]) -> None:
    plan, document = case
    rows = tables(document)["Keterkaitan aksi dengan Peraturan Presiden Nomor 25 Tahun 2021"]
    inside: dict[str, list[str]] = defaultdict(list)
    for code in plan.activities:
        inside[plan.pack.activities[code].indikator].append(code)
    expected = [
        [
            f"{code.removeprefix('I')} {indicator.nama}",
            str(len(inside[code])),
            angka(spent(plan, inside[code])),
            "belum dirujuk",
            "belum dirujuk",
        ]
        for code, indicator in plan.pack.instrument.indicators.items()
        if code in inside
    ]
    assert [row for row in rows[1:-1] if len(row) == 5] == expected
    assert rows[-1][1:3] == [str(len(plan.activities)), angka(plan.cost())]


def test_agencies_points_and_money(case: tuple[Plan, DocumentType]) -> None:
    plan, document = case
    records, opds = plan.pack.activities, plan.pack.opds
    rows = tables(document)["Pembagian peran, poin, dan anggaran menurut lembaga"]
    lines = {row[0]: row for row in rows[1:-1] if len(row) == 5}
    gain: dict[str, Fraction] = defaultdict(Fraction)
    before, after = plan.pack.start_score(), plan.score(plan.years[-1])
    for question in plan.pack.instrument.questions:
        rise = after.questions[question] - before.questions[question]
        who = {records[e.kegiatan].opd for e in plan.pack.effects
               if e.pertanyaan == question and e.kegiatan in plan.activities}  # fmt: skip
        for opd in who if rise > 0 else ():
            gain[opd] += rise / len(who)
    for code, opd in opds.items():
        led = [a for a in plan.activities if records[a].opd == code]
        supported = sum(code in records[a].opd_pendukung for a in plan.activities)
        if led or supported:
            assert lines.pop(opd.nama)[1:] == [
                str(len(led)), str(supported), angka(gain[code], 2), angka(spent(plan, led)),
            ]  # fmt: skip
    assert lines == {}
    assert rows[-1][3:] == [angka(sum(gain.values()), 2), angka(plan.cost())]


def test_roles_name_activities_of_the_plan(case: tuple[Plan, DocumentType]) -> None:
    plan, document = case
    names = {plan.pack.activities[a].nama: a for a in plan.activities}
    for title, rows in tables(document).items():
        if title.startswith(("Peran ", "Aksi yang ")):
            for name, place, lead, years in rows[1:]:
                code = names[name]
                assert plan.pack.activities[code].opd == lead
                assert place in {"pelaksana", "pendukung", "mitra"}
                active = [str(year) for a, year in plan.volumes if a == code]
                assert {min(active), max(active)} <= set(re.findall(r"\d{4}", years))


def test_funds_and_what_they_pay(case: tuple[Plan, DocumentType]) -> None:
    plan, document = case
    rows = tables(document)["Sumber dana dan aksi yang dibiayainya"]
    payers: dict[str, set[str]] = defaultdict(set)
    for activity, _, fund in plan.spending:
        payers[activity].add(fund)
    for name, rupiah, share, paid, alone, _, _ in rows[1:-1]:
        total = sum(r for (_, _, f), r in plan.spending.items() if f == name)
        assert whole(rupiah) == total
        assert share == f"{angka(Fraction(total, plan.cost()) * 100, 1)} %"
        assert int(paid) == sum(name in funds for funds in payers.values())
        assert int(alone) == sum(funds == {name} for funds in payers.values())
    assert whole(rows[-1][1]) == plan.cost() == sum(whole(row[1]) for row in rows[1:-1])


def test_ceilings_used_and_left(case: tuple[Plan, DocumentType]) -> None:
    plan, document = case
    rows = tables(document)["Pagu, pemakaian, dan sisa menurut tahun dan sumber dana (rupiah)"]
    year: int | None = None
    seen = []
    for row in rows[1:]:
        if len(row) == 1:
            year = None if row[0] == "Seluruh tahun" else int(row[0].removeprefix("Tahun "))
            continue
        used = sum(r for (_, t, f), r in plan.spending.items() if f == row[0] and year in {None, t})
        seen.append((year, row[0], whole(row[1])))
        assert [whole(row[2]), whole(row[3])] == [used, whole(row[1]) - used]
    assert seen == [
        (c.tahun, c.sumber_dana, c.batas_atas) for c in plan.pack.ceilings
        if not c.opd and c.batas_atas is not None
    ]  # fmt: skip


def test_what_falls_due_afterwards(
    real: Plan, real_word: DocumentType, toy_word: DocumentType
) -> None:
    title = "Kewajiban yang jatuh tempo setelah periode rencana"
    rows = tables(real_word)[title]
    assert {int(r[0]): whole(r[1]) for r in rows[1:-1]} == dict(real.after_horizon)
    assert whole(rows[-1][1]) == sum(real.after_horizon.values())
    assert title not in tables(toy_word)


def test_without_documents_every_action_waits(case: tuple[Plan, DocumentType]) -> None:
    plan, document = case
    found = tables(document)
    lines = {row[1]: row for row in found[MATRIX] if row[0].isdigit()}
    assert len(lines) == len(plan.activities)
    outside = 0
    for code in plan.activities:
        record = plan.pack.activities[code]
        row = lines[record.nama]
        own = plan.pack.opds[record.opd].jenis == "apbd"
        outside += not own
        assert row[2] == (record.sub_kegiatan or "belum ditentukan")
        assert row[5] == "belum dirujuk"
        letter = "?" if own else "–"
        assert row[6:8] == [letter, letter]
        for year, cell in zip(plan.years, row[8:-1], strict=True):
            busy = (code, year) in plan.volumes or any(
                (a, t) == (code, year) for a, t, _ in plan.spending
            )
            assert cell == (f"{letter}/{letter}" if busy else "")
    for row in found["Hasil pencocokan aksi dengan dokumen perencanaan daerah"][1:]:
        n = len(plan.activities)
        assert row[1:] == ["0", "0", "0", str(n - outside), str(outside), str(n)]


def test_with_documents_each_action_is_judged(informed_word: DocumentType) -> None:
    found = tables(informed_word)
    lines = {row[1]: row for row in found[MATRIX] if row[0].isdigit()}
    law = lines["Penyusunan Peraturan Daerah Kota Layak Anak"]
    assert law[6:-1] == ["S", "S", "L/B", "", ""]
    assert law[-1] == (
        "belum selaras. Masukkan ke Renja 2024. RKPD 2024: pagu kurang Rp10.000.000."
    )
    assert lines["Bimbingan perkawinan"][6:-1] == ["–", "–", "", "", "–/–"]
    assert lines[toy_plan.DANGEROUS][6:-1] == ["?", "?", "?/?", "?/?", ""]
    proposals = found["Usulan penyesuaian dokumen perencanaan daerah"][1:]
    assert proposals[0] == ["Renja: dimasukkan pada penyusunan atau perubahannya"]
    assert proposals[1:] == [["D1", f"{CODE} Advokasi Kebijakan PHA", "2024", "1", "100.000.000"]]
    over = found["Pagu dokumen yang terlampaui oleh kebutuhan rencana aksi (rupiah)"][1:]
    assert over[0] == ["RKPD 2024"]
    assert [row[2:] for row in over[1:]] == [["100.000.000", "90.000.000", "10.000.000"]]
    counts = {r[0]: r[1:] for r in found["Hasil pencocokan aksi dengan dokumen perencanaan daerah"]}
    assert counts["RPJMD"] == ["1", "0", "0", "1", "1", "3"]
    assert counts["RKPD"] == ["0", "1", "0", "1", "1", "3"]
    assert counts["Renja"] == ["0", "0", "1", "1", "1", "3"]


def test_open_points_are_said_once_and_lessen_with_what_is_known(
    informed: Documents, current: Pack, toy_documents: Documents
) -> None:
    plan = toy_plan.plan()
    bare = open_points(plan)
    assert toy_documents.open_points == bare
    assert informed.open_points == open_points(plan, current)
    assert len(set(bare)) == len(bare)
    waiting = [p.what for p in bare if "dokumen_rencana" in p.what]
    assert len(waiting) == 4
    assert not any("dokumen_rencana" in p.what for p in informed.open_points)
    perpres = [p for p in bare if p.what.startswith("Perpres Nomor 25 Tahun 2021")]
    assert len(perpres) == len(plan.pack.instrument.clusters)
    assert all(p.place and p.what.endswith(".") and p.who for p in bare)


@pytest.mark.usefixtures("no_office")
def test_a_plan_without_activities_has_its_chapters_too(tmp_path: Path) -> None:
    made = write_rad(toy_plan.empty_plan(), tmp_path)
    text = "\n".join(p.text for p in Document(str(made.docx)).paragraphs)
    assert "Rencana aksi ini tidak memerlukan program perangkat daerah." in text
    assert "Tidak ada aksi yang masih direncanakan." in text
    assert "belum ada pembagian peran" in text
