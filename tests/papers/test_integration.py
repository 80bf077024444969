"""Cross-programme integration: matches by hand, and sums that are those of the plan."""

import re
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from support.city_sets import simple_plan

from kla_plan.pack.model import Pack
from kla_plan.pack.read import load_pack
from kla_plan.pack.records import ProgramBerjalan
from kla_plan.papers.integration import PAPER
from kla_plan.papers.integration.facts import integration
from kla_plan.papers.integration.match import Ground, matches
from kla_plan.papers.paper import Brief
from kla_plan.plan.plan import Plan

YEAR = 2026


@pytest.fixture(scope="module")
def plan() -> Plan:
    return simple_plan("ogan-ilir")


@pytest.fixture(scope="module")
def paid(plan: Plan) -> tuple[str, str]:
    """Two activities that the plan pays in the year, with codes that no other activity has."""
    codes = [row.sub_kegiatan for row in plan.pack.activities.values()]
    found = [
        a
        for a, t, _ in plan.spending
        if t == YEAR and codes.count(plan.pack.activities[a].sub_kegiatan) == 1
    ]
    one, other = list(dict.fromkeys(found))[:2]
    return one, other


def running(pack: Pack, *rows: dict[str, object]) -> Pack:
    made = [
        ProgramBerjalan(**{"program": f"P{n}", "tahun": YEAR, "opd": "Dinsos", **row})
        for n, row in enumerate(rows, start=1)
    ]
    return replace(pack, records=replace(pack.records, running=tuple(made)))


def in_year(plan: Plan, activity: str) -> int:
    return sum(r for (a, t, _), r in plan.spending.items() if (a, t) == (activity, YEAR))


def test_each_ground_is_found_by_the_surest_that_applies(plan: Plan, paid: tuple[str, str]) -> None:
    pack = plan.pack
    one, _ = paid
    listed = next(
        code
        for code, row in pack.nomenclature.items()
        if row.indikator_kla_usulan == "16"
        and all(code != a.sub_kegiatan for a in pack.activities.values())
    )
    current = running(
        pack,
        {"nama": "Bantuan sepatu", "kegiatan": one, "sub_kegiatan": listed},
        {"nama": "Bantuan tas", "indikator": ("I18",)},
        {"nama": "Lain", "sub_kegiatan": pack.activities[one].sub_kegiatan},
        {"nama": "Sanitasi", "sub_kegiatan": listed},
        {"nama": f"Pelaksanaan {pack.activities[one].nama}"},
        {"nama": "Pemeliharaan kendaraan dinas"},
    )
    found = matches(current)
    assert [m.ground for m in found] == [
        Ground.STATED, Ground.STATED, Ground.CODE, Ground.LIST, Ground.NAME, Ground.NONE,
    ]  # fmt: skip
    assert [m.sure for m in found] == [True, True, True, False, False, False]
    raised = {
        pack.instrument.questions[e.pertanyaan].indikator for e in pack.effects if e.kegiatan == one
    }
    assert set(found[0].indicators) == set(found[2].indicators) == raised
    assert found[1].indicators == ("I18",)
    assert found[3].indicators == ("I16",)
    assert found[4].activities == (one,)
    assert found[5].indicators == ()


def test_money_is_tagged_once_and_adds_up(plan: Plan, paid: tuple[str, str]) -> None:
    one, _ = paid
    current = running(
        plan.pack,
        {"nama": "A", "kegiatan": one, "pagu": 7},
        {"nama": f"Pelaksanaan {plan.pack.activities[one].nama}", "pagu": 11},
        {"nama": "Kendaraan dinas", "pagu": 13},
        {"nama": "A", "kegiatan": one, "pagu": 17, "tahun": YEAR + 1},
    )
    facts = integration(plan, current)
    found = [(t.year, t.serving, t.presumed, t.other, t.whole) for t in facts.tagged]
    assert found == [(YEAR, 7, 11, 13, 31), (YEAR + 1, 17, 0, 0, 17)]


def test_what_runs_already_covers_no_more_than_is_planned(
    plan: Plan, paid: tuple[str, str]
) -> None:
    one, other = paid
    much, little = in_year(plan, one) * 3, in_year(plan, other) - 1
    current = running(
        plan.pack,
        {"nama": "A", "kegiatan": one, "pagu": much},
        {"nama": "B", "kegiatan": other, "pagu": little - 5},
        {"nama": "C", "kegiatan": other, "pagu": 5},
        {"nama": "D", "kegiatan": other, "pagu": 9, "tahun": YEAR - 30},
    )
    facts = integration(plan, current)
    covered = {row.activity: row.covered for row in facts.overlaps}
    assert covered == {one: in_year(plan, one), other: little}


def test_doubles_are_of_different_agencies_in_one_year(plan: Plan, paid: tuple[str, str]) -> None:
    one, _ = paid
    current = running(
        plan.pack,
        {"nama": "Sepatu", "kegiatan": one, "opd": "Dinsos"},
        {"nama": "Tas", "kegiatan": one, "opd": "Dinkes"},
        {"nama": "Buku", "kegiatan": one, "opd": "Dinsos"},
        {"nama": "Topi", "kegiatan": one, "opd": "Dinkes", "tahun": YEAR + 1},
        {"nama": "Beasiswa anak yatim miskin", "opd": "Dinsos"},
        {"nama": "Beasiswa anak yatim kurang mampu miskin", "opd": "Disdikbud"},
    )
    pairs = {(d.one.program, d.other.program, d.why) for d in integration(plan, current).doubles}
    assert pairs == {
        ("P1", "P2", "kegiatan RAD KLA yang sama"),
        ("P2", "P3", "kegiatan RAD KLA yang sama"),
        ("P5", "P6", "nama mirip"),
    }


def test_beneficiaries_are_joined_but_never_added_up(plan: Plan) -> None:
    current = running(
        plan.pack,
        {"nama": "Sepatu", "sasaran": "Siswa SD", "jumlah_sasaran": 40, "pagu": 3, "opd": "Dinsos"},
        {"nama": "Tas", "sasaran": "siswa  SD", "jumlah_sasaran": 90, "pagu": 4, "opd": "Dinkes"},
        {"nama": "Buku", "sasaran": "Balita"},
    )
    found = integration(plan, current).groups
    groups = {g.name: (g.largest, g.rupiah, g.agencies) for g in found}
    assert groups["Siswa SD"] == (90, 7, ("Dinsos", "Dinkes"))
    assert groups["Balita"] == (None, 0, ("Dinsos",))


def test_indicators_without_a_programme_are_named(plan: Plan) -> None:
    score = plan.pack.start_score()
    missing = {
        code
        for code, row in plan.pack.instrument.indicators.items()
        if score.indicators[code] < row.poin_maks
    }
    assert set(integration(plan, plan.pack).unserved) == missing
    some = min(missing)
    current = running(plan.pack, {"nama": "A", "indikator": (some,)})
    assert set(integration(plan, current).unserved) == missing - {some}


def text_of(path: Path) -> str:
    document = Document(str(path))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


@pytest.mark.parametrize("filled", [True, False])
def test_the_papers_agree_with_the_plan(
    plan: Plan, paid: tuple[str, str], tmp_path: Path, filled: bool
) -> None:
    one, _ = paid
    rows = [{"nama": "A", "kegiatan": one, "pagu": 1_000_000}] if filled else []
    made = PAPER.write(Brief(plan, running(plan.pack, *rows)), tmp_path)
    text = text_of(made.to_pdf[0])
    assert re.findall(r"\{\{|\{%", text) == []
    whole = f"{plan.cost():,}".replace(",", ".")
    assert f"seluruhnya Rp{whole}." in text
    assert ("program_berjalan pada paket masih kosong" in text) is not filled
    assert bool(made.open_points) is not filled
    sheet = load_workbook(made.files[1], data_only=False)["Belanja baru"]
    by_activity: dict[str, int] = defaultdict(int)
    covered = 0
    for row in sheet.iter_rows(min_row=5, values_only=True):
        if isinstance(row[3], int):
            by_activity[str(row[0])] += int(row[4])
            covered += int(row[5] or 0)
            assert int(row[4]) == int(row[5] or 0) + int(row[6])
    assert sum(by_activity.values()) == plan.cost()
    assert covered == (min(1_000_000, in_year(plan, one)) if filled else 0)


def test_the_same_input_gives_the_same_bytes(plan: Plan, tmp_path: Path) -> None:
    for name in ("satu", "dua"):
        (tmp_path / name).mkdir()
        PAPER.write(Brief(plan, plan.pack), tmp_path / name)
    for path in (tmp_path / "satu").iterdir():
        assert path.read_bytes() == (tmp_path / "dua" / path.name).read_bytes()


def test_the_card_of_kota_metro_is_in_its_pack() -> None:
    rows = load_pack("kota-metro").records.running
    assert {row.sasaran for row in rows} == {"Pemegang Kartu Metro Ceria"}
    assert all(row.sumber and row.asumsi for row in rows)
