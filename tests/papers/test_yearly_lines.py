"""What a year does and pays: every rupiah and volume that of the plan, computed another way."""

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from support import toy_plan
from support.city_sets import simple_plan

from kla_plan.pack.columns import Biaya, Realisasi
from kla_plan.pack.records import Records, Wilayah
from kla_plan.papers.yearly.line import Year, add_funds, fund_text
from kla_plan.papers.yearly.lines import subs, year_lines
from kla_plan.papers.yearly.sums import agency_sums, fund_sums
from kla_plan.plan.plan import Plan

MILLION = toy_plan.MILLION


@pytest.fixture(scope="module", params=["toy", "real"])
def plan(request: pytest.FixtureRequest) -> Plan:
    if request.param == "toy":
        return toy_plan.plan()
    return simple_plan("ogan-ilir")


@pytest.fixture(scope="module")
def years(plan: Plan) -> dict[int, Year]:
    return {year: year_lines(plan, year) for year in plan.years}


def spent(plan: Plan) -> dict[tuple[str, int], int]:
    sums: dict[tuple[str, int], int] = defaultdict(int)
    for (activity, year, _), rupiah in plan.spending.items():
        sums[activity, year] += rupiah
    return sums


def owed(plan: Plan, activity: str, year: int, until: int) -> int:
    """Contract 3.2 once more: what deliveries up to ``until`` cost in ``year``."""
    rows = {row.tahun_ke: row for row in plan.pack.costs if row.kegiatan == activity}
    growth = (1 + Fraction(plan.scenario.inflasi)) ** (year - plan.pack.profile.first_year)

    def price(base: int) -> int:
        return int(Fraction(base) * growth + Fraction(1, 2))

    done = {(r.kegiatan, r.tahun): r.volume for r in plan.pack.realised} | dict(plan.volumes)
    total = Fraction(0)
    for (code, when), volume in done.items():
        if code != activity or when > until or not rows:
            continue
        lag, last = year - when, max(rows)
        row = rows.get(lag) or (rows[last] if lag > last and rows[last].seterusnya else None)
        if row is not None:
            total += Fraction(volume) * price(row.biaya_per_unit) + price(row.biaya_tetap)
    return int(total + Fraction(1, 2))


def test_every_rupiah_of_a_year_stands_in_one_line(plan: Plan, years: dict[int, Year]) -> None:
    sums = spent(plan)
    for year, found in years.items():
        assert {line.activity.kegiatan: line.rupiah for line in found.lines if line.rupiah} == {
            code: rupiah for (code, when), rupiah in sums.items() if when == year
        }
        assert sum(line.rupiah for line in found.lines) == plan.cost(year)
        for agency in found.agencies:
            own = sum(
                rupiah
                for (code, when), rupiah in sums.items()
                if when == year and plan.pack.activities[code].opd == agency.opd
            )
            assert sum(line.rupiah for line in found.of(agency.opd)) == own
            assert sum(rupiah for _, rupiah in add_funds(found.of(agency.opd))) == own


def test_volumes_and_neighbouring_years_are_those_of_the_plan(
    plan: Plan, years: dict[int, Year]
) -> None:
    sums = spent(plan)
    for year, found in years.items():
        active = {line.activity.kegiatan for line in found.lines if not line.pays_only}
        assert active == {code for code, when in plan.volumes if when == year}
        for line in found.lines:
            code = line.activity.kegiatan
            around = tuple(plan.volumes.get((code, year + step)) for step in (-1, 0, 1))
            assert line.volumes == around
            before = sums[code, year - 1] if year - 1 in plan.years else None
            assert line.before == before
            last = year == plan.years[-1]
            assert line.after == (
                owed(plan, code, year + 1, year) if last else sums[code, year + 1]
            )
            assert line.points == plan.score(year).indicators[line.activity.indikator]


def test_bound_money_is_that_of_earlier_deliveries(plan: Plan, years: dict[int, Year]) -> None:
    for year, found in years.items():
        for line in found.lines:
            assert line.carried == owed(plan, line.activity.kegiatan, year, year - 1)
            assert line.carried <= line.rupiah
            assert bool(line.deliveries) == bool(line.carried)
        for when, amounts in found.forward.bound.items():
            for code in plan.pack.activities:
                assert amounts.get(code, 0) == owed(plan, code, when, year)
    last = years[plan.years[-1]].forward
    after = {when: rupiah for when, rupiah in plan.after_horizon.items() if rupiah}
    assert {when: last.bound_total(when) for when in last.bound if last.bound_total(when)} == after


def test_the_sums_add_up_in_every_column(plan: Plan, years: dict[int, Year]) -> None:
    for year, found in years.items():
        for rows in (agency_sums(found), fund_sums(found)):
            assert sum(row.rupiah for row in rows) == plan.cost(year)
            for step, name in ((-1, "before"), (1, "after")):
                if year + step in plan.years:
                    assert sum(getattr(row, name) for row in rows) == plan.cost(year + step)
                else:
                    assert {getattr(row, name) for row in rows} <= {None}
        for row in agency_sums(found):
            assert row.coded + row.uncoded + row.outside == row.rupiah


def test_a_sub_kegiatan_holds_all_its_actions_of_the_neighbouring_years(
    plan: Plan, years: dict[int, Year]
) -> None:
    sums = spent(plan)
    for year, found in years.items():
        groups = subs(found, found.lines)
        coded = [line for line in found.lines if line.code and not line.outside]
        assert sum(sub.rupiah for sub in groups) == sum(line.rupiah for line in coded)
        assert len({(sub.agency.opd, sub.code) for sub in groups}) == len(groups)
        if year == plan.years[-1]:
            continue
        for sub in groups:
            assert sub.after == sum(
                rupiah
                for (code, when), rupiah in sums.items()
                if when == year + 1
                and plan.pack.activities[code].opd == sub.agency.opd
                and plan.pack.activities[code].sub_kegiatan == sub.code
            )


def test_upkeep_of_what_was_done_before_the_plan_is_a_line_of_its_own() -> None:
    pack = replace(
        toy_plan.pack(),
        costs=(*toy_plan.pack().costs, Biaya(kegiatan="A4", tahun_ke=1, biaya_tetap=5 * MILLION)),
        realised=(Realisasi(tahun=2023, kegiatan="A4", volume=Decimal(1), rupiah=MILLION),),
    )
    base = toy_plan.plan()
    plan = replace(base, pack=pack, spending={**base.spending, ("A4", 2024, "DAU"): 5 * MILLION})

    lines = {line.activity.kegiatan: line for line in year_lines(plan, 2024).lines}

    assert lines["A4"].pays_only
    assert (lines["A4"].carried, lines["A4"].deliveries) == (5 * MILLION, (2023,))
    assert lines["A4"].note == "Hanya pembayaran lanjutan atau pemeliharaan hasil tahun 2023"
    assert sum(line.rupiah for line in lines.values()) == plan.cost(2024)


def test_a_realised_year_is_not_split_and_its_fund_is_unknown() -> None:
    facts = Realisasi(tahun=2024, kegiatan="A3", volume=Decimal(2), rupiah=20 * MILLION)
    pack = replace(toy_plan.pack(), realised=(*toy_plan.pack().realised, facts))
    base = toy_plan.plan()
    spending = {("A3", 2024, ""): 20 * MILLION, ("A3", 2025, "DAU"): 44 * MILLION}
    year = year_lines(replace(base, pack=pack, spending=spending), 2024)

    line = next(line for line in year.lines if line.activity.kegiatan == "A3")

    assert line.carried is None
    assert line.funds == (("Realisasi (sumber dana tidak dirinci)", 20 * MILLION),)
    assert {row.carried for row in agency_sums(year)} == {None}


def test_places_are_named_only_where_the_unit_is_one() -> None:
    base = toy_plan.pack()
    records = Records(
        regions=tuple(
            Wilayah(wilayah=f"18.99.0{n}", nama=f"K{n}", tingkat="kecamatan") for n in range(1, 5)
        )
    )
    activities = {
        **base.activities, "A3": replace(base.activities["A3"], satuan="kecamatan"),
    }  # fmt: skip
    plan = replace(toy_plan.plan(), pack=replace(base, records=records, activities=activities))

    def place(year: int, code: str) -> str:
        lines = year_lines(plan, year).lines
        return next(line.place for line in lines if line.activity.kegiatan == code)

    assert place(2024, "A3") == "2 kecamatan di Kota Contoh"
    assert place(2025, "A3") == "Seluruh 4 kecamatan di Kota Contoh"
    assert place(2024, "A1") == "Kota Contoh"


def test_funds_are_named_with_their_rupiah_where_there_are_several() -> None:
    assert fund_text((("DAU", 30),), amounts=True) == "DAU"
    assert fund_text((("DAU", 1000), ("CSR", 14)), amounts=True) == "DAU 1.000; CSR 14"
    assert fund_text((("DAU", 1000), ("CSR", 14))) == "DAU dan CSR"
    assert fund_text(()) == ""


def test_another_year_is_refused() -> None:
    with pytest.raises(ValueError, match="Tahun 2031 tidak ada dalam rencana"):
        year_lines(toy_plan.plan(), 2031)
