"""Monitoring: a toy worked out by hand, and a real plan against independent sums."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from support import toy_plan
from support.city_sets import simple_plan

import kla_plan
from kla_plan.pack.columns import Jawaban, Realisasi
from kla_plan.pack.model import Pack
from kla_plan.pack.records import Bukti, RealisasiTriwulan
from kla_plan.papers.monitoring.facts import Monitoring, monitor
from kla_plan.papers.monitoring.illustration import as_if_reported
from kla_plan.papers.monitoring.line import Line, Status
from kla_plan.papers.monitoring.open_points import open_points
from kla_plan.papers.monitoring.reported import Amount, elapsed, reports
from kla_plan.papers.monitoring.sums import FundSum, by_fund
from kla_plan.papers.monitoring.words import late, scored, scored_words
from kla_plan.plan.plan import Plan

MILLION = 1_000_000
YEAR = 2025


def quarter(year: int, number: int, code: str, volume: int, money: int, note: str = ""):
    return RealisasiTriwulan(
        tahun=year, triwulan=number, kegiatan=code, volume=Decimal(volume), rupiah=money,
        keterangan=note,
    )  # fmt: skip


def with_quarters(pack: Pack, *rows: RealisasiTriwulan) -> Pack:
    return replace(pack, records=replace(pack.records, quarters=rows))


ROWS = (
    quarter(2024, 1, "A3", 1, 6 * MILLION),
    quarter(2024, 2, "A1", 0, 40 * MILLION, "Menunggu harmonisasi"),
    quarter(2024, 2, "A4", 1, 3 * MILLION),
    quarter(2024, 3, "A3", 0, 0),
)


@pytest.fixture(scope="module")
def toy() -> Monitoring:
    plan = toy_plan.plan()
    return monitor(plan, with_quarters(plan.pack, *ROWS))


def line_of(found: Monitoring, code: str, year: int) -> Line:
    (line,) = [one for one in found.lines if (one.code, one.year) == (code, year)]
    return line


def test_an_empty_row_of_a_form_is_no_report(toy: Monitoring) -> None:
    assert (toy.year, toy.quarter) == (2024, 2)
    assert toy.known.quarter("A3", 2024, 3) is None
    assert line_of(toy, "A3", 2024).quarters == (Amount(Decimal(1), 6 * MILLION), None, None, None)


def test_the_toy_adds_up_as_by_hand(toy: Monitoring) -> None:
    whole = toy.whole(2024)
    assert [line.code for line in toy.of(2024)] == ["A1", "A3", "A4"]
    assert [line.planned for line in toy.of(2024)] == [True, True, False]
    assert (whole.pagu, whole.rupiah, whole.unplanned) == (120 * MILLION, 49 * MILLION, 3 * MILLION)
    assert whole.money_share == Fraction(49, 120)
    # A1 has delivered nothing of 1, A3 one of 2; A4 is outside the plan.
    assert whole.progress == Fraction(1, 4)
    assert [(q.reports, q.rupiah, q.so_far) for q in toy.quarters(2024)] == [
        (1, 6 * MILLION, 6 * MILLION),
        (1, 43 * MILLION, 49 * MILLION),
        (0, 0, 49 * MILLION),
        (0, 0, 49 * MILLION),
    ]
    assert toy.unsplit(2024) == 0
    # Two quarters are over; A1 said nothing about the first, A3 nothing about the second.
    assert (whole.awaited, whole.missing) == (4, 2)
    assert line_of(toy, "A1", 2024).missing == (1,)
    assert line_of(toy, "A3", 2024).missing == (2,)
    assert line_of(toy, "A1", 2024).notes == ("Triwulan II: Menunggu harmonisasi",)
    assert by_fund(toy.plan, 2024, toy.of(2024)) == (
        (
            FundSum("DAU", 100 * MILLION, 40 * MILLION),
            FundSum("CSR", 20 * MILLION, 6 * MILLION),
        ),
        3 * MILLION,
    )


def test_money_of_two_funds_belongs_to_none_of_them(toy: Monitoring) -> None:
    pack = with_quarters(toy.plan.pack, quarter(2025, 1, "A3", 1, 7))
    funds, unknown = by_fund(toy.plan, 2025, monitor(toy.plan, pack).of(2025))
    assert [(one.pagu, one.rupiah) for one in funds] == [(30 * MILLION, 0), (14 * MILLION, 0)]
    assert unknown == 7


def test_statuses_of_the_toy(toy: Monitoring) -> None:
    # Half of one whole document is none yet: nothing is due of A1; one of two of A3 is due.
    assert {line.code: line.status for line in toy.of(2024)} == {
        "A1": Status.ON_SCHEDULE, "A3": Status.ON_SCHEDULE, "A4": Status.UNPLANNED,
    }  # fmt: skip
    assert {line.status for line in toy.of(2025)} == {Status.NOT_DUE}


@pytest.mark.parametrize(
    ("volume", "over", "status"),
    [
        (0, 2, Status.NOTHING),
        (1, 2, Status.FAR_BEHIND),
        (2, 2, Status.BEHIND),
        (3, 2, Status.BEHIND),
        (4, 2, Status.ON_SCHEDULE),
        (7, 2, Status.ON_SCHEDULE),
        (8, 2, Status.DONE),
        (7, 4, Status.BEHIND),
        (0, 0, Status.ON_SCHEDULE),
    ],
)
def test_an_activity_is_judged_by_what_is_due(volume: int, over: int, status: Status) -> None:
    plan = toy_plan.plan()
    line = Line(
        activity=plan.pack.activities["A3"], year=2024, cluster="K1", target=Decimal(8), pagu=100,
        planned=True, quarters=(Amount(Decimal(volume)), None, None, None),
        done=Amount(Decimal(volume)), closed=False, elapsed=over,
    )  # fmt: skip
    assert line.status is status
    silent = replace(line, quarters=(None,) * 4, done=Amount())
    assert silent.status is (Status.SILENT if over else Status.NOT_DUE)


def test_what_is_only_paid_for_is_judged_by_its_money() -> None:
    line = Line(
        activity=toy_plan.plan().pack.activities["A3"], year=2024, cluster="K1", target=Decimal(0),
        pagu=101, planned=True, quarters=(Amount(rupiah=45), None, None, None),
        done=Amount(rupiah=45), closed=False, elapsed=2,
    )  # fmt: skip
    assert line.due == Fraction(101, 2)
    assert line.status is Status.BEHIND  # 45 < 0.9 · 50.5 = 45.45
    assert replace(line, done=Amount(rupiah=46)).status is Status.ON_SCHEDULE
    assert replace(line, done=Amount(rupiah=120)).overspent == 19


@pytest.mark.parametrize(
    ("day", "over"),
    [
        (date(2024, 3, 30), 0), (date(2024, 3, 31), 1), (date(2024, 9, 29), 2),
        (date(2024, 12, 31), 4), (date(2025, 6, 1), 4), (date(2023, 12, 31), 0), (None, 2),
    ],
)  # fmt: skip
def test_a_quarter_is_over_on_its_last_day(toy: Monitoring, day: date | None, over: int) -> None:
    assert elapsed(2024, toy.known, day) == over
    assert elapsed(2025, toy.known, None) == 0


def test_the_day_names_the_quarters_that_nobody_reported(toy: Monitoring) -> None:
    found = monitor(toy.plan, toy.current, date(2025, 4, 2))
    assert late(found) == (
        "Per 2 April 2025 belum ada laporan sama sekali untuk triwulan III dan IV tahun 2024; "
        "triwulan I tahun 2025."
    )
    assert {line.status for line in found.of(2025)} == {Status.SILENT}
    assert late(toy) == ""


def test_a_closed_year_counts_what_its_yearly_table_says(toy: Monitoring) -> None:
    row = Realisasi(tahun=2024, kegiatan="A3", volume=Decimal(2), rupiah=21 * MILLION)
    pack = replace(toy.current, realised=(*toy.current.realised, row))
    found = monitor(toy.plan, pack)
    assert line_of(found, "A3", 2024).status is Status.DONE
    assert line_of(found, "A3", 2024).overspent == MILLION
    assert line_of(found, "A1", 2024).status is Status.NOTHING
    assert line_of(found, "A4", 2024).done == Amount()
    assert found.whole(2024).rupiah == 21 * MILLION
    assert found.unsplit(2024) == 21 * MILLION - 49 * MILLION
    assert (found.quarter, found.input_year, found.whole(2024).awaited) == (4, 2025, 0)
    places = {point.place for point in open_points(found)}
    assert "lembar realisasi, A3 (2024)" in places
    assert "lembar jawaban_2024" in places


def test_points_of_the_toy(toy: Monitoring) -> None:
    # P1.1 stays at 20, P1.2 is earned by A4 (20), one unit of A3 reaches no step (5), P3.1 15.
    first, second, _ = toy.points
    assert first.expected is not None
    assert first.expected.total == 60
    assert (first.planned.total, first.reached, second.expected) == (65, None, None)
    sheet = tuple(
        Jawaban(pertanyaan=code, poin=Decimal(points), poin_verifikasi=Decimal(points) - 1)
        for code, points in (("P1.1", 40), ("P1.2", 20), ("P2.1", 10))
    )
    pack = replace(toy.current, later_answers={2024: sheet})
    reached = monitor(toy.plan, pack).points[0].reached
    assert reached is not None
    assert (reached.score.total, reached.unanswered, reached.verified) == (85, ("P3.1",), None)
    last = Jawaban(pertanyaan="P3.1", poin=Decimal(0), poin_verifikasi=Decimal(0))
    pack = replace(toy.current, later_answers={2024: (*sheet, last)})
    reached = monitor(toy.plan, pack).points[0].reached
    assert reached is not None
    assert (reached.score.total, reached.verified) == (70, 67)


def test_nothing_reported_is_a_baseline() -> None:
    plan = toy_plan.plan()
    found = kla_plan.monitor(plan)
    assert (found.year, found.quarter, found.input_year) == (2024, 0, 2024)
    assert {line.status for line in found.lines} == {Status.NOT_DUE}
    assert len(open_points(found)) == 1
    assert monitor(plan, day=date(2025, 5, 1)).year == 2025
    assert monitor(plan, day=date(2031, 5, 1)).year == 2026


@pytest.fixture(scope="module")
def plan() -> Plan:
    return simple_plan("ogan-ilir")


def uneven(plan: Plan) -> list[RealisasiTriwulan]:
    """Return made-up quarters of the year, different for every activity; some are silent."""
    rows = []
    codes = list(plan.pack.activities)
    for place, code in enumerate(codes):
        in_plan = (code, YEAR) in plan.volumes
        if (in_plan and place % 5) or place % 37 == 0:
            rows += [
                quarter(YEAR, number, code, place % 3, 1_000_003 * place + number)
                for number in range(1, 1 + place % 4)
            ]
    return rows


def test_sums_of_a_real_plan_are_those_of_the_tables(plan: Plan) -> None:
    rows = uneven(plan)
    found = monitor(plan, with_quarters(plan.pack, *rows))
    pack, whole = plan.pack, found.whole(YEAR)
    assert whole.pagu == plan.cost(YEAR)
    assert whole.rupiah == sum(row.rupiah for row in rows)
    planned = {a for a, t in plan.volumes if t == YEAR}
    planned |= {a for (a, t, _), money in plan.spending.items() if t == YEAR and money}
    assert {line.code for line in whole.planned} == planned
    assert whole.unplanned == sum(row.rupiah for row in rows if row.kegiatan not in planned)
    assert whole.unplanned > 0
    by_opd: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    by_cluster: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for place, pairs in enumerate(
        (
            [(a, money) for (a, t, _), money in plan.spending.items() if t == YEAR],
            [(row.kegiatan, row.rupiah) for row in rows],
        )
    ):
        for code, money in pairs:
            activity = pack.activities[code]
            by_opd[activity.opd][place] += money
            by_cluster[pack.instrument.indicators[activity.indikator].klaster][place] += money
    for groups, sums in ((found.agencies(YEAR), by_opd), (found.clusters(YEAR), by_cluster)):
        got = {group.code: [group.pagu, group.rupiah] for group in groups}
        assert {k: v for k, v in got.items() if any(v)} == {k: v for k, v in sums.items() if any(v)}
        assert sum(len(group.lines) for group in groups) == len(whole.lines)
    for one in found.quarters(YEAR):
        mine = [row for row in rows if row.triwulan == one.quarter]
        assert one.rupiah == sum(row.rupiah for row in mine)
        assert one.reports == sum(row.kegiatan in planned for row in mine)
    for line in whole.lines:
        mine = [row for row in rows if row.kegiatan == line.code]
        assert line.done.volume == sum(row.volume for row in mine)
    funds, unknown = by_fund(plan, YEAR, whole.lines)
    assert sum(fund.pagu for fund in funds) == plan.cost(YEAR)
    assert sum(fund.rupiah for fund in funds) + unknown == whole.rupiah
    assert sum(whole.statuses.values()) == len(whole.lines)


def test_what_is_done_exactly_as_planned_earns_what_was_planned(plan: Plan) -> None:
    pack = as_if_reported(plan, YEAR, 4)
    found = monitor(plan, pack)
    assert {line.status for line in found.of(YEAR)} == {Status.DONE}
    for one in found.points:
        if one.year <= YEAR:
            assert one.expected == plan.score(one.year)
        if one.year < YEAR:
            assert one.reached is not None
            assert abs(one.reached.score.total - plan.score(one.year).total) < Fraction(1, 1000)
    assert found.whole(YEAR).rupiah == plan.cost(YEAR)
    assert all("bukan data" in row.keterangan for row in pack.records.quarters)


def test_an_illustration_of_a_part_spends_that_part(plan: Plan) -> None:
    found = monitor(plan, as_if_reported(plan, YEAR, 2, Decimal("0.8")))
    spent, volume = defaultdict(int), {}
    for (code, t, _), money in plan.spending.items():
        if t == YEAR:
            spent[code] += money
    for line in found.of(YEAR):
        assert line.done.rupiah == spent[line.code] * 8 // 20
        volume[line.code] = line.done.volume
        assert line.done.volume <= line.target * Decimal("0.4")
    assert {code for code, amount in volume.items() if amount} != set()


def test_reports_of_years_that_the_plan_did_not_decide_are_left_out(plan: Plan) -> None:
    pack = with_quarters(plan.pack, quarter(2019, 1, next(iter(plan.pack.activities)), 1, 1))
    assert reports(pack, plan.pack.planned_years).last is None


def test_the_questions_about_monitoring_are_those_of_the_instrument(plan: Plan) -> None:
    assert [question.pertanyaan for question in scored(plan.pack)] == ["P1.3d", "P2.5"]
    assert scored(toy_plan.plan().pack) == ()


def test_the_evidence_of_those_questions_is_told(plan: Plan) -> None:
    pieces = tuple(
        Bukti(pertanyaan="P2.5", bukti=code, uraian="Matriks", status=status)
        for code, status in (("B1", "lengkap"), ("B2", "belum"))
    )
    current = replace(plan.pack, records=replace(plan.pack.records, evidence=pieces))
    told = scored_words(monitor(plan, current))
    first = plan.pack.answers["P1.3d"].status_bukti or "belum dicatat"
    assert told.endswith(f"sekarang: P1.3d {first} dan P2.5 sebagian.")
