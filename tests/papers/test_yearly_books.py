"""The workbooks of a year: sheets that agree with one another and with the plan to the rupiah."""

import re
from collections import defaultdict
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from support import toy_plan
from support.city_sets import simple_plan

from kla_plan.papers.yearly.lines import year_lines
from kla_plan.papers.yearly.route import needs
from kla_plan.papers.yearly.sipd import entries
from kla_plan.papers.yearly.workbooks import write_workbooks
from kla_plan.plan.plan import Plan
from kla_plan.report.alignment import align

type Row = dict[str, object]
LEVELS = ("Urusan", "Bidang urusan", "Program", "Kegiatan", "Sub kegiatan")


def write(plan: Plan, year: int, folder: Path, day: date | None = None) -> tuple[Path, ...]:
    found = year_lines(plan, year)
    return write_workbooks(found, needs(found, align(plan)), day, folder)


@pytest.fixture(scope="module", params=["toy", "real"])
def plan(request: pytest.FixtureRequest) -> Plan:
    if request.param == "toy":
        return toy_plan.plan()
    return simple_plan("ogan-ilir")


@pytest.fixture(scope="module")
def books(
    plan: Plan, tmp_path_factory: pytest.TempPathFactory
) -> dict[int, dict[str, openpyxl.Workbook]]:
    """The workbooks of a year in the middle and of the last one, by their file names."""
    folder = tmp_path_factory.mktemp("tahunan")
    return {
        year: {
            path.stem.removeprefix(f"Rencana_{year}_"): openpyxl.load_workbook(path, data_only=True)
            for path in write(plan, year, folder / str(year))
        }
        for year in (plan.years[1], plan.years[-1])
    }


def rows(sheet: Worksheet) -> list[Row]:
    table = list(sheet.iter_rows(min_row=4, values_only=True))
    return [
        dict(zip(map(str, table[0]), line, strict=True))
        for line in table[1:]
        if line[0] != "Jumlah"
    ]


def total(book: openpyxl.Workbook, sheet: str, head: str) -> int:
    if sheet not in book.sheetnames:
        return 0
    return sum(int(str(row[head] or 0)) for row in rows(book[sheet]))


def paid(plan: Plan, year: int) -> dict[str, int]:
    sums: dict[str, int] = defaultdict(int)
    for (activity, when, _), rupiah in plan.spending.items():
        if when == year:
            sums[plan.pack.activities[activity].opd] += rupiah
    return sums


def test_every_sheet_of_every_agency_adds_up_to_the_plan(plan: Plan, books) -> None:
    for year, made in books.items():
        due, pagu = paid(plan, year), f"Pagu {year} (Rp)"
        files = {re.sub(r"\W+", "_", code).strip("_"): code for code in plan.pack.opds}
        seen = set()
        for name, book in made.items():
            if name == "Semua_OPD":
                continue
            code = files[name]
            seen.add(code)
            inside = plan.pack.opds[code].jenis == "apbd"
            assert total(book, "Rencana aksi", "Pagu (Rp)") == due.get(code, 0)
            uncoded = total(book, "Belum berkode", pagu)
            expected = due.get(code, 0) if inside else 0
            for sheet in ("RKPD", "Renja", "Urutan SIPD"):
                assert total(book, sheet, pagu) + uncoded == expected, (year, code, sheet)
            assert total(book, "Urutan SIPD", "Dana (Rp)") + uncoded == expected
            if inside:
                assert total(book, "Jalur anggaran", "Kebutuhan (Rp)") == expected
        acting = {plan.pack.activities[a].opd for a, when in plan.volumes if when == year}
        assert seen == acting | {code for code, rupiah in due.items() if rupiah}


def test_the_book_of_all_agencies_holds_the_whole_year(plan: Plan, books) -> None:
    for year, made in books.items():
        book, pagu = made["Semua_OPD"], f"Pagu {year} (Rp)"
        assert total(book, "Rencana aksi", "Pagu (Rp)") == plan.cost(year)
        parts = [
            total(book, "RKPD", pagu), total(book, "Belum berkode", pagu),
            total(book, "Di luar RKPD", "Pagu (Rp)"),
        ]  # fmt: skip
        assert sum(parts) == plan.cost(year)
        for sheet in ("Per OPD", "Per sumber dana"):
            for when in (year - 1, year, year + 1):
                if when in plan.years and sheet in book.sheetnames:
                    assert total(book, sheet, f"Pagu {when} (Rp)") == plan.cost(when)
        volumes = {a: v for (a, when), v in plan.volumes.items() if when == year}
        shown = {r["Kode aksi"]: r["Target"] for r in rows(book["Rencana aksi"]) if r["Target"]}
        assert shown.keys() == volumes.keys()
        assert all(
            abs(Fraction(str(shown[a])) - Fraction(v)) < Fraction(1, 10**9)
            for a, v in volumes.items()
        )


def test_every_need_is_split_without_rest(plan: Plan, books) -> None:
    for year, made in books.items():
        if "Jalur anggaran" not in made["Semua_OPD"].sheetnames:
            continue
        for row in rows(made["Semua_OPD"]["Jalur anggaran"]):
            parts = [row[f"{name} (Rp)"] for name in (
                "Di luar APBD", "Sudah dalam RKPD", "Belum dalam RKPD",
            )]  # fmt: skip
            assert sum(int(str(part)) for part in parts) == row["Kebutuhan (Rp)"]
            outside = {"CSR", "Dana Desa"}
            code = str(row["Kode"])
            of = [
                rupiah
                for (a, when, fund), rupiah in plan.spending.items()
                if when == year and fund in outside
                and code in {a, plan.pack.activities[a].sub_kegiatan}
                and plan.pack.opds[plan.pack.activities[a].opd].nama == row["Perangkat daerah"]
            ]  # fmt: skip
            assert row["Di luar APBD (Rp)"] == sum(of)


def test_what_is_bound_ends_as_the_plan_says(plan: Plan, books) -> None:
    last = plan.years[-1]
    book = books[last]["Semua_OPD"]
    for year, rupiah in plan.after_horizon.items():
        assert total(book, "Kewajiban lanjutan", f"{year} (Rp)") == rupiah


def test_the_order_for_sipd_opens_every_level_before_what_lies_beneath(plan: Plan) -> None:
    for year in plan.years:
        found = year_lines(plan, year)
        for agency in found.agencies:
            keyed = entries(found, found.of(agency.opd))
            opened: list[str] = []
            for entry in keyed:
                if entry.kind in LEVELS:
                    parts = entry.code.split(".")
                    above = [".".join(parts[:n]) for n in (1, 2, 3, 5) if n < len(parts)]
                    assert set(above) <= set(opened)
                    assert entry.text
                    opened.append(entry.code)
            codes = [entry.code for entry in keyed if entry.kind == "Sub kegiatan"]
            assert codes == sorted(set(codes))
            sums = [entry.check for entry in keyed if entry.kind == "Urusan"]
            assert sum(s or 0 for s in sums) == sum(e.rupiah or 0 for e in keyed)
            outputs = {entry.code for entry in keyed if entry.kind == "Keluaran"}
            assert outputs == {
                line.activity.kegiatan
                for line in found.of(agency.opd)
                if line.code and not line.outside
            }


def test_codes_and_names_stand_beside_each_other(plan: Plan, books) -> None:
    for made in books.values():
        for book in made.values():
            for row in rows(book["RKPD"]) if "RKPD" in book.sheetnames else []:
                code = str(row["Kode sub kegiatan"])
                parts = code.split(".")
                assert row["Kode urusan"] == parts[0]
                assert row["Kode bidang urusan"] == ".".join(parts[:2])
                assert row["Kode program"] == ".".join(parts[:3])
                assert row["Kode kegiatan"] == ".".join(parts[:5])
                assert row["Sub kegiatan"] == plan.pack.nomenclature[code].nama
                assert all(row[name] for name in LEVELS)


def test_no_sheet_is_empty_and_totals_are_stored(books) -> None:
    for made in books.values():
        for name, book in made.items():
            for sheet in book:
                assert rows(sheet), (name, sheet.title)
                assert sheet.freeze_panes is not None


def test_a_day_closes_a_way(tmp_path: Path) -> None:
    plan = toy_plan.plan()
    for day, kua, change in (
        (None, 100, 100),
        (date(2023, 7, 1), 100, 0),
        (date(2024, 2, 1), 0, 100),
        (date(2025, 1, 1), 0, 0),
    ):
        (everything, *_) = write(plan, 2024, tmp_path / str(day), day)
        (heads, *found) = openpyxl.load_workbook(everything, data_only=True)[
            "Jalur anggaran"
        ].iter_rows(min_row=4, values_only=True)
        assert str(heads[-2]).startswith("Masuk KUA-PPAS 2024")
        assert str(heads[-1]).startswith("Hanya melalui perubahan APBD 2024")
        assert sum(int(line[-2] or 0) for line in found[:-1]) == kua * toy_plan.MILLION
        assert sum(int(line[-1] or 0) for line in found[:-1]) == change * toy_plan.MILLION


def test_a_year_without_anything_gives_readable_books(tmp_path: Path) -> None:
    (everything,) = write(toy_plan.empty_plan(), 2024, tmp_path)
    book = openpyxl.load_workbook(everything)
    assert book.sheetnames == ["Rencana aksi", "Kalender"]
    assert "Tidak ada aksi" in str(book["Rencana aksi"]["A2"].value)


def test_text_is_never_run_and_bytes_are_the_same(tmp_path: Path) -> None:
    plan = toy_plan.plan()
    first, second = write(plan, 2024, tmp_path / "a"), write(plan, 2024, tmp_path / "b")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    cells = [
        cell
        for path in first
        for sheet in openpyxl.load_workbook(path)
        for line in sheet.iter_rows()
        for cell in line
    ]
    dangerous = [cell for cell in cells if cell.value == toy_plan.DANGEROUS]
    assert dangerous
    assert {cell.data_type for cell in dangerous} == {"s"}
    assert all(str(c.value).startswith("=SUM(") for c in cells if c.data_type == "f")


def test_two_agencies_of_like_names_keep_their_own_files(tmp_path: Path) -> None:
    base = toy_plan.pack()
    opds = {"D/1": replace(base.opds["D1"], opd="D/1"), "D 1": replace(base.opds["D2"], opd="D 1")}
    activities = {
        "A1": replace(base.activities["A1"], opd="D/1", opd_pendukung=()),
        "A3": replace(base.activities["A3"], opd="D 1"),
    }
    plan = replace(
        toy_plan.plan(),
        pack=replace(base, opds=opds, activities=activities),
        volumes={key: v for key, v in toy_plan.plan().volumes.items() if key[0] != "A2"},
    )
    names = [path.name for path in write(plan, 2024, tmp_path)]
    assert names == [
        "Rencana_2024_Semua_OPD.xlsx",
        "Rencana_2024_D_1.xlsx",
        "Rencana_2024_D_1_2.xlsx",
    ]
