"""The plan over kecamatan and kelurahan: sums are the plan's, nothing is made up."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from support import toy_plan

from kla_plan.indonesian import number
from kla_plan.pack.columns import Biaya, Kegiatan, Realisasi
from kla_plan.pack.read import load_pack
from kla_plan.pack.records import Bukti, Records, Wilayah
from kla_plan.papers.paper import Brief
from kla_plan.papers.regions import PAPER
from kla_plan.papers.regions.levels import level_of, levels
from kla_plan.papers.regions.places import arrange
from kla_plan.papers.regions.points import open_points
from kla_plan.papers.regions.sheet import sheet_of
from kla_plan.papers.regions.spread import spread_plan
from kla_plan.plan.baselines import greedy
from kla_plan.prices import price
from kla_plan.scenario import Scenario

MILLION = toy_plan.MILLION


def toy_regions(children: int | None = None) -> tuple[Wilayah, ...]:
    """Two kecamatan, with three and two kelurahan."""
    rows = []
    for top, many in ((1, 3), (2, 2)):
        code = f"18.99.{top:02}"
        rows.append(
            Wilayah(wilayah=code, nama=f"Kec {top}", tingkat="kecamatan", jumlah_anak=children)
        )
        rows += [
            Wilayah(
                wilayah=f"{code}.100{part}", nama=f"Kel {top}{part}", tingkat="kelurahan",
                induk=code, jumlah_anak=children,
            )
            for part in range(1, many + 1)
        ]  # fmt: skip
    return tuple(rows)


def toy(**changes):
    """The toy plan with an activity per kelurahan: 2, 3 and 0 units; upkeep, and a fixed cost.

    Prices grow by 10 per cent a year. 2024: 2 x 1 000 001 + 500 000. 2025: 3 x 1 100 001
    (rounded half up) + 550 000 fixed + upkeep 2 x 110 000. 2026: upkeep 5 x 121 000.
    """
    plan = toy_plan.plan()
    record = Kegiatan(
        kegiatan="W1", nama="Forum Anak kelurahan", opd="D1", indikator="I2",
        satuan="desa/kelurahan", volume_maks=Decimal(5), bulat=True,
        data_dukung="SK; foto",
    )  # fmt: skip
    pack = replace(
        plan.pack,
        activities={**plan.pack.activities, "W1": record},
        costs=(
            *plan.pack.costs,
            Biaya(kegiatan="W1", tahun_ke=0, biaya_per_unit=1_000_001, biaya_tetap=500_000),
            Biaya(kegiatan="W1", tahun_ke=1, biaya_per_unit=100_000, seterusnya=True),
        ),
        records=Records(regions=toy_regions()),
        **changes,
    )
    unit = price(1_000_001, Decimal("0.1"), 1)
    spending = {
        ("W1", 2024, "DAU"): 2 * 1_000_001 + 500_000,
        ("W1", 2025, "DAU"): 3 * unit + 550_000 + 2 * 110_000,
        ("W1", 2026, "DAU"): 5 * 121_000,
    }
    volumes = {("W1", 2024): Decimal(2), ("W1", 2025): Decimal(3)}
    return replace(
        plan,
        pack=pack,
        volumes={**plan.volumes, **volumes},
        spending={**plan.spending, **spending},
    )


@pytest.fixture(scope="session")
def real():
    pack = load_pack("ogan-ilir")
    return greedy(pack, Scenario())


@pytest.fixture(scope="session")
def metro(tmp_path_factory):
    """Kota Metro, 22 kelurahan: a page each."""
    pack = load_pack("kota-metro")
    brief = Brief(plan=greedy(pack, Scenario()), current=pack, day=date(2026, 11, 23))
    folder = tmp_path_factory.mktemp("metro")
    return brief, PAPER.write(brief, folder), folder


def test_every_unit_and_every_rupiah_lands_once(real):
    spread = spread_plan(real, arrange(real.pack.records.regions))
    assert spread.activities
    for (code, year), volume in real.volumes.items():
        given = [v for (a, t, _), v in spread.volumes.items() if (a, t) == (code, year)]
        wanted = volume if code in spread.activities else 0
        assert sum(given) == wanted, (code, year)
        assert all(v > 0 for v in given)
    for code in real.pack.activities:
        for year in real.years:
            spent = sum(r for (a, t, _), r in real.spending.items() if (a, t) == (code, year))
            parts = sum(r for (a, t, _), r in spread.rupiah.items() if (a, t) == (code, year))
            assert parts + spread.city.get((code, year), 0) == spent, (code, year)


def test_only_units_that_are_regions_are_spread(real):
    spread = spread_plan(real, arrange(real.pack.records.regions))
    units = {real.pack.activities[code].satuan for code in spread.activities}
    assert units <= {"kecamatan", "desa/kelurahan"}
    kept = {real.pack.activities[code].satuan for code in spread.stays}
    assert not kept & {"kecamatan", "desa/kelurahan"}
    assert set(spread.activities) | set(spread.stays) == set(real.activities)
    kinds = {row.wilayah: row.tingkat for row in real.pack.records.regions}
    for code, _, region in spread.volumes:
        level = level_of(real.pack.activities[code].satuan)
        assert kinds[region] in level.kinds


def test_a_lasting_activity_serves_nobody_twice_before_all_are_served(real):
    spread = spread_plan(real, arrange(real.pack.records.regions))
    for code in spread.activities:
        if real.pack.activities[code].berulang:
            continue
        turns = Counter(region for (a, _, region) in spread.volumes if a == code)
        assert max(turns.values()) == 1
        assert sum(turns.values()) == sum(v for (a, _), v in real.volumes.items() if a == code)


def test_a_yearly_activity_keeps_its_regions_while_it_does_not_shrink(real):
    spread = spread_plan(real, arrange(real.pack.records.regions))
    for code in spread.activities:
        if not real.pack.activities[code].berulang:
            continue
        years = sorted(t for (a, t) in real.volumes if a == code)
        served = {
            t: {r for (a, year, r) in spread.volumes if (a, year) == (code, t)} for t in years
        }
        for before, after in pairwise(years):
            small, large = sorted((served[before], served[after]), key=len)
            assert small <= large, (code, before, after)


def test_kecamatan_get_their_quota_rounded_up_or_down(real):
    """First year of every lasting activity: the quota is the share of the desa, cut or plus one."""
    places = arrange(real.pack.records.regions)
    spread = spread_plan(real, places)
    first: dict[str, int] = {}
    for code, year, region in spread.volumes:
        if len(region.split(".")) == 4:
            first[code] = min(first.get(code, year), year)
    assert first
    for code, year in first.items():
        volume = real.volumes[code, year]
        for top in places.tops:
            quota = Fraction(volume) * len(places.within(top.wilayah)) / len(places.parts)
            inside = {row.wilayah for row in places.within(top.wilayah)}
            given = sum(
                v
                for (a, t, r), v in spread.volumes.items()
                if (a, t) == (code, year) and r in inside
            )
            assert abs(Fraction(given) - quota) < 1


def test_the_money_of_a_kelurahan_by_hand():
    plan = toy()
    spread = spread_plan(plan, arrange(toy_regions()))
    unit = price(1_000_001, Decimal("0.1"), 1)
    early = {r for (_, t, r) in spread.volumes if t == 2024}
    late = {r for (_, t, r) in spread.volumes if t == 2025}
    assert (len(early), len(late), len(early & late)) == (2, 3, 0)
    for code in early:
        assert [spread.money([code], t) for t in plan.years] == [1_000_001, 110_000, 121_000]
    for code in late:
        assert [spread.money([code], t) for t in plan.years] == [0, unit, 121_000]
    assert [spread.city["W1", t] for t in (2024, 2025)] == [500_000, 550_000]
    assert ("W1", 2026) not in spread.city


def test_realised_years_are_not_given_to_a_region():
    """What was delivered in 2024 is a fact without a place: its upkeep stays with the whole."""
    done = Realisasi(tahun=2024, kegiatan="W1", volume=Decimal(2), rupiah=2_500_002)
    plan = toy(realised=(*toy_plan.pack().realised, done))
    plan = replace(
        plan, spending={k: v for k, v in plan.spending.items() if k[:2] != ("W1", 2024)}
        | {("W1", 2024, ""): 2_500_002},
    )  # fmt: skip
    spread = spread_plan(plan, arrange(toy_regions()))
    assert {t for (_, t, _) in spread.volumes} == {2025}
    assert spread.city["W1", 2024] == 2_500_002
    assert spread.city["W1", 2025] == 550_000 + 2 * 110_000
    assert spread.city["W1", 2026] == 2 * 121_000
    what = [p.what for p in _points(plan)]
    assert any("W1" in text and "2024" in text for text in what)


def _points(plan):
    return open_points(sheet_of(Brief(plan=plan, current=plan.pack)))


def test_points_of_the_questions_are_the_plans(real):
    sheet = sheet_of(Brief(plan=real, current=real.pack))
    assert set(sheet.questions) == {"I25", "I26"}
    for indicator, rows in sheet.questions.items():
        assert (
            sum(one.maximum for one in rows) == real.pack.instrument.indicators[indicator].poin_maks
        )
        last = real.score(real.years[-1])
        assert sum(one.end for one in rows) == last.indicators[indicator]
        assert {one.regions for one in rows} == {16 if indicator == "I25" else 241}
        for one in rows:
            assert one.each * one.regions == one.maximum


def test_the_units_of_the_catalogue_are_known():
    """Every unit that names a region is listed, and the levels are those of the table."""
    for unit, level in levels().items():
        assert set(level.kinds) <= {"kecamatan", "kelurahan", "desa"}
        assert bool(level.kinds) == bool(level.indicator) == (not level.reason), unit
    assert level_of("dokumen").kinds == ()


# --- files -------------------------------------------------------------------------------------


def _texts(path: Path) -> str:
    document = Document(str(path))
    lines = [p.text for p in document.paragraphs]
    lines += [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "\n".join(lines)


def test_the_files_of_a_city(metro):
    brief, made, folder = metro
    names = sorted(str(path.relative_to(folder)) for path in made.files)
    assert "lembar_kecamatan.docx" in names
    assert "Wilayah_Kota_Metro.xlsx" in names
    assert sum(name.startswith("kelurahan_desa/") for name in names) == 5
    assert len(made.to_pdf) == 6
    assert all(path.is_file() for path in made.files)
    assert len([p for p in made.open_points if p.place.startswith("Kecamatan ")]) == 5
    regions = brief.plan.pack.records.regions
    whole = _texts(folder / "lembar_kecamatan.docx")
    for row in regions:
        assert row.nama in whole
    for path in made.to_pdf:
        text = _texts(path)
        assert "{{" not in text
        assert "{%" not in text
        assert not re.search(r"\b(the|and|None|nan|True|False)\b", text), path


def test_one_page_each_for_the_kelurahan_of_a_city(metro):
    brief, _, folder = metro
    for row in brief.plan.pack.records.regions:
        if row.tingkat == "kecamatan":
            document = Document(str(next((folder / "kelurahan_desa").glob(f"{row.wilayah}_*"))))
            heads = [p for p in document.paragraphs if p.style.name == "Heading 1"]
            inside = [r for r in brief.plan.pack.records.regions if r.induk == row.wilayah]
            assert [p.text for p in heads] == [
                f"KELURAHAN {r.nama.upper()}" for r in sorted(inside, key=lambda r: r.wilayah)
            ]
            assert all(p.paragraph_format.page_break_before for p in heads)


def test_the_workbook_adds_up_to_the_plan(metro):
    brief, _, folder = metro
    plan = brief.plan
    book = openpyxl.load_workbook(folder / "Wilayah_Kota_Metro.xlsx", data_only=True)
    check = book["Pemeriksaan"]
    for line, year in enumerate(plan.years, start=5):
        row = [check.cell(line, place).value for place in range(1, 7)]
        assert row[0] == year
        assert row[4] == plan.cost(year) == row[1] + row[2] + row[3]
        assert row[5] == 0
    detail = book["Rincian"]
    heads = [cell.value for cell in detail[4]]
    volume, money = heads.index("Volume"), heads.index("Rupiah")
    year_at, code_at = heads.index("Tahun"), heads.index("Kode aksi")
    rows = [r for r in detail.iter_rows(min_row=5, values_only=True) if r[year_at]]
    for (code, year), wanted in plan.volumes.items():
        if level_of(plan.pack.activities[code].satuan).kinds:
            found = sum(r[volume] or 0 for r in rows if (r[code_at], r[year_at]) == (code, year))
            assert found == wanted
    spread = spread_plan(plan, arrange(plan.pack.records.regions))
    assert sum(r[money] for r in rows) == sum(spread.rupiah.values())
    kept = book["Tingkat daerah"]
    last = [r for r in kept.iter_rows(min_row=5, values_only=True) if r[0] != "Jumlah"]
    assert sum(r[-1] for r in last) + sum(r[money] for r in rows) == plan.cost()


def test_the_sheet_of_a_kecamatan_says_its_money(metro):
    brief, _, folder = metro
    spread = spread_plan(brief.plan, arrange(brief.plan.pack.records.regions))
    text = _texts(folder / "lembar_kecamatan.docx")
    for top in spread.places.tops:
        codes = [top.wilayah, *(row.wilayah for row in spread.places.within(top.wilayah))]
        assert number(spread.money(codes)) in text


def test_many_desa_have_blocks_and_no_pdf_of_their_own(real, tmp_path):
    made = PAPER.write(Brief(plan=real, current=real.pack), tmp_path)
    assert [path.name for path in made.to_pdf] == ["lembar_kecamatan.docx"]
    parts = sorted((tmp_path / "kelurahan_desa").iterdir())
    assert len(parts) == 16
    document = Document(str(parts[0]))
    blocks = [p.text for p in document.paragraphs if p.style.name == "Heading 3"]
    inside = [r for r in real.pack.records.regions if r.induk == "16.10.01"]
    assert len(blocks) == len(inside) == 14
    assert blocks[0] == "Kelurahan Muara Kuang (16.10.01.1011)"


def test_without_the_table_one_page_says_what_is_missing(tmp_path):
    plan = toy()
    bare = replace(plan.pack, records=Records())
    made = PAPER.write(Brief(plan=replace(plan, pack=bare), current=bare), tmp_path)
    assert [path.name for path in made.files] == ["lembar_kecamatan.docx"]
    assert [point.place for point in made.open_points] == ["Tabel wilayah"]
    text = _texts(made.files[0])
    assert "Yang belum tersedia" in text
    amount = sum(r for (a, _, _), r in plan.spending.items() if a == "W1")
    assert number(amount) in text
    assert "Profil mencatat 5 kecamatan" in text


def test_the_table_of_today_serves_an_older_plan(tmp_path):
    plan = toy()
    old = replace(plan, pack=replace(plan.pack, records=Records()))
    made = PAPER.write(Brief(plan=old, current=plan.pack), tmp_path)
    assert len(made.files) == 4


def test_a_plan_without_activities_for_regions(tmp_path):
    plan = toy_plan.plan()
    pack = replace(plan.pack, records=Records(regions=toy_regions()))
    made = PAPER.write(Brief(plan=replace(plan, pack=pack), current=pack), tmp_path)
    text = _texts(made.files[0])
    assert "tidak memuat kegiatan yang satuannya menghitung wilayah" in text
    assert not [p for p in made.open_points if p.place.startswith("Kecamatan ")]


def test_evidence_of_a_region_is_shown_where_it_is_recorded(tmp_path):
    plan = toy()
    piece = Bukti(
        pertanyaan="P2.1", bukti="B1", uraian="SK Forum Anak Kel 11", wilayah="18.99.01.1001",
        status="sebagian", tenggat=date(2024, 12, 5),
    )  # fmt: skip
    pack = replace(plan.pack, records=replace(plan.pack.records, evidence=(piece,)))
    PAPER.write(Brief(plan=plan, current=pack), tmp_path)
    text = _texts(tmp_path / "kelurahan_desa" / "18.99.01_Kec_1.docx")
    assert "SK Forum Anak Kel 11" in text
    assert "5 Desember 2024" in text


def test_children_known_everywhere_leave_no_open_point_for_them():
    plan = toy()
    pack = replace(plan.pack, records=Records(regions=toy_regions(children=10)))
    places = {p.what for p in _points(replace(plan, pack=pack))}
    assert not any("jumlah_anak" in what for what in places)
    assert any("jumlah_anak" in p.what for p in _points(plan))


def test_the_same_plan_gives_the_same_bytes(tmp_path):
    plan = toy()
    brief = Brief(plan=plan, current=plan.pack)
    files = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        made = PAPER.write(brief, tmp_path / name)
        files.append({p.relative_to(tmp_path / name): p.read_bytes() for p in made.files})
    assert files[0] == files[1]


@pytest.mark.parametrize(
    ("slug", "tops", "parts"),
    [
        ("kota-metro", 5, 22),
        ("kota-metro-2025", 5, 22),
        ("palembang", 18, 107),
        ("kota-kupang", 6, 51),
        ("kota-baubau", 8, 43),
        ("ogan-ilir", 16, 241),
    ],
)
def test_the_shipped_tables_are_whole(slug, tops, parts):
    pack = load_pack(slug)
    found = arrange(pack.records.regions)
    assert (len(found.tops), len(found.parts)) == (tops, parts)
    assert all(row.sumber for row in (*found.tops, *found.parts))
    assert not [f for f in pack.warnings if f.code.startswith("KLA-D-11")]
