import json
import math
import time

import pytest

from benchmarks.family import run
from benchmarks.family.__main__ import main
from benchmarks.family.charts import growth_chart, time_chart
from benchmarks.family.child import Order, measure
from benchmarks.family.opponents import OPPONENTS, Opponent
from benchmarks.family.report import measure_and_report, summed_up
from benchmarks.family.run import NOT_INSTALLED, Wish, key, read
from benchmarks.family.summary import runs, summary
from benchmarks.family.table import family_part
from benchmarks.family.trajectory import Point, Trajectory, at, gap, seconds_to_gap
from kla_plan.report.charts import svg


def record(
    lawan, points, *, benih=1, kegiatan=150, exact=None, broken=0, status="selesai", tahun=7
):
    value = points[-1][1] if exact is None and points else exact
    broken = None if value is None else broken
    return {
        "kegiatan": kegiatan, "pagu": "ketat", "benih": benih, "tahun": tahun, "lawan": lawan,
        "status": status, "lintasan": points, "nilai_tepat": value, "aturan_dilanggar": broken,
        "batas_detik": 60.0, "memori_puncak_mib": 120.0, "detik_menyusun": 0.1,
    }  # fmt: skip


def test_the_gap_is_relative_to_the_plan_found():
    assert gap(200.0, 210.0) == pytest.approx(0.05)
    assert gap(200.0, 199.9999) == 0
    assert gap(None, 210.0) is None
    assert gap(0.0, 210.0) is None


def test_times_and_gaps_are_read_from_the_points_in_time():
    points = [Point(0.5, 90.0, None), Point(1.2, 90.0, 110.0), Point(4.0, 109.5, 110.0)]
    assert seconds_to_gap(points, 0.01) == 4.0
    assert seconds_to_gap(points, 0.001) is None
    assert at(points, 1.0) == points[0]
    assert at(points, 10.0).gap == pytest.approx(0.5 / 109.5)
    assert at(points, 0.1) == Point(0.0, None, None)


def test_a_trajectory_keeps_what_is_better_and_nothing_infinite():
    seen = Trajectory()
    seen.saw(-math.inf, math.inf)
    assert seen.points == []
    seen.saw(5.0, math.inf)
    seen.saw(4.0, 9.0)
    seen.saw(4.5, 12.0)
    assert [(p.value, p.bound) for p in seen.points] == [(5.0, None), (5.0, 9.0)]


def test_a_trajectory_counts_from_its_making():
    seen = Trajectory()
    time.sleep(0.02)
    seen.saw(1.0, None)
    assert 0.02 <= seen.points[0].seconds < 5


def test_medians_count_what_was_not_reached_as_slowest():
    fast, slow = [[1.0, 100.0, 100.5]], [[30.0, 90.0, 110.0]]
    reached = [record("ours", fast, benih=1), record("ours", fast, benih=2)]
    (row,) = summary([*reached, record("ours", slow, benih=3)], 60, 7)["kelas"]
    assert (row["banyak"], row["mencapai_1_persen"], row["ke_1_persen"]) == (3, 2, 1.0)
    (row,) = summary([record("ours", slow, benih=b) for b in (1, 2, 3)], 60, 7)["kelas"]
    assert row["ke_1_persen"] is None


def test_what_is_proven_after_the_limit_is_no_time_within_it():
    late = record("ours", [[59.0, 90.0, 110.0], [60.4, 100.0, 100.5]])
    (row,) = summary([late], 60, 7)["kelas"]
    assert row["ke_1_persen"] is None
    assert row["celah_akhir"] == pytest.approx(0.005)


def test_the_ratio_against_an_unfinished_opponent_is_a_lower_bound_from_the_limit():
    ours = record("ours", [[3.0, 100.0, 100.5]])
    theirs = record("textbook_highs", [[2.0, 90.0, 110.0]])
    found = summary([ours, theirs], 60, 7)
    (duel,) = found["duel"]
    assert (duel["menang"], duel["kalah"], duel["sekurangnya"]) == (1, 0, True)
    assert duel["rasio_median"] == pytest.approx(20)
    assert found["rasio_median_150_300"] == pytest.approx(20)


def test_a_loss_is_named_with_its_instance():
    ours = record("ours", [[5.0, 100.0, 100.5]], benih=4)
    theirs = record("scip", [[2.0, 100.0, 100.5]], benih=4)
    (duel,) = summary([ours, theirs], 60, 7)["duel"]
    assert duel["kalah_pada"] == [[150, "ketat", 4, 7]]
    assert duel["rasio_median"] == pytest.approx(0.4)


def test_against_greedy_the_question_is_who_first_has_a_plan_as_good():
    ours = record("ours", [[0.2, 80.0, 120.0], [0.9, 96.0, 120.0]])
    simple = record("greedy", [[1.8, 95.0, None]])
    (duel,) = summary([ours, simple], 60, 7)["duel"]
    assert (duel["ukuran"], duel["menang"]) == ("ke_nilai_rakus", 1)
    assert duel["rasio_median"] == pytest.approx(2)


def test_a_claim_that_a_plan_disproves_has_no_times():
    wrong = record("scip", [[0.1, 0.0, 0.0]], exact=0.0)
    infeasible = record("textbook_cbc", [], exact=None, status="mustahil")
    right = record("ours", [[3.0, 100.0, 100.5]])
    found = {run.opponent: run for run in runs([wrong, infeasible, right])}
    assert found["scip"].status == found["textbook_cbc"].status == "keliru"
    assert found["scip"].measures["ke_1_persen"] is None
    assert found["ours"].measures["celah_ke_batas_terbaik"] == pytest.approx(0.005)


def test_a_plan_that_breaks_a_rule_disproves_nothing():
    honest = record("scip", [[1.0, 90.0, 99.0]])
    broken = record("ours", [[3.0, 100.0, 100.5]], broken=1)
    found = {run.opponent: run for run in runs([honest, broken])}
    assert found["scip"].status == "selesai"


def test_a_crash_takes_no_part_in_medians_and_comparisons():
    right = record("ours", [[3.0, 100.0, 100.5]])
    crash = record("scip", [], exact=None, status="gagal")
    found = summary([right, crash], 60, 7)
    assert found["duel"] == []
    row = next(row for row in found["kelas"] if row["lawan"] == "scip")
    assert (row["banyak"], row["gagal"], row["ke_1_persen"]) == (0, 1, None)


def test_a_measurement_says_how_much_memory_and_time_it_took():
    found = measure(Order(9, "ketat", 1, 3, "ours", 0.0049, 20.0))
    assert found["status"] == "selesai"
    assert found["aturan_dilanggar"] == 0
    assert 0 < found["detik_menyusun"] <= found["detik"]
    assert 0 < found["memori_awal_mib"] <= found["memori_puncak_mib"]
    assert found["lintasan"][-1][1] == pytest.approx(found["nilai_tepat"], rel=1e-6)


def test_what_is_measured_is_not_measured_again(tmp_path, monkeypatch):
    wish = Wish((9,), ("ketat",), (1,), ("ours", "greedy"), limit=10, growth=False)
    measure_and_report(wish, tmp_path)
    first = (tmp_path / "keluarga.jsonl").read_bytes()
    assert {r["lawan"] for r in read(tmp_path / "keluarga.jsonl")} == {"ours", "greedy"}

    def refuse(*_, **__):
        raise AssertionError

    monkeypatch.setattr(run.subprocess, "run", refuse)
    measure_and_report(wish, tmp_path)
    assert (tmp_path / "keluarga.jsonl").read_bytes() == first
    result = json.loads((tmp_path / "keluarga.json").read_text("utf-8"))
    assert result["belum_diukur"] == 0
    assert result["mesin"]["versi"]["highspy"]
    assert {path.name for path in tmp_path.glob("*.svg")} == {
        "waktu_keluarga.svg",
        "pertumbuhan.svg",
    }


def test_an_opponent_that_is_not_installed_is_said_and_the_others_are_measured(
    tmp_path, monkeypatch, capsys
):
    absent = Opponent("scip", "SCIP", {"no_such_module": "tidak-ada"}, ())
    monkeypatch.setitem(OPPONENTS, "scip", absent)
    code = main(
        ["--sizes", "9", "--seeds", "1", "--tightness", "ketat", "--opponents", "greedy,scip",
         "--limit", "5", "--no-growth", "--out", str(tmp_path)]
    )  # fmt: skip
    shown = capsys.readouterr()
    assert code == 0
    assert NOT_INSTALLED in shown.out
    assert "SCIP: tidak terpasang (tidak-ada)" in shown.err
    result = json.loads((tmp_path / "keluarga.json").read_text("utf-8"))
    assert (result["tidak_terpasang"], result["belum_diukur"]) == (["scip"], 1)
    assert [row["lawan"] for row in result["kelas"]] == ["greedy"]
    assert "Not installed and not measured: SCIP." in family_part(result)


def test_a_crash_is_recorded_with_its_error_and_tried_again(tmp_path, monkeypatch):
    # The process that is started does not know this opponent and ends with an error.
    monkeypatch.setitem(OPPONENTS, "hantu", Opponent("hantu", "Hantu", {}, ()))
    monkeypatch.setattr(run, "code", lambda _: "sama")
    wish = Wish((9,), ("ketat",), (1,), ("hantu",), limit=5, growth=False)
    store = tmp_path / "keluarga.jsonl"
    run.measure(wish, store)
    (failed,) = read(store)
    assert (failed["status"], failed["galat"]) == ("gagal", "KeyError: 'hantu'")
    run.measure(wish, store)
    assert len(read(store)) == 2
    assert summed_up(wish, store)["kelas"][0]["gagal"] == 1


def test_a_run_is_known_by_its_order_its_pack_and_the_source_it_runs_on(monkeypatch):
    first, second = (Order(9, "ketat", seed, 3, "greedy", 0.0049, 20.0) for seed in (1, 2))
    assert key(first) == key(first)
    assert key(first) != key(second)
    before = key(first)
    monkeypatch.setattr(run, "code", lambda _: "lain")
    assert key(first) != before


def test_growth_is_measured_over_years_with_the_two_main_opponents():
    orders = list(Wish((150,), ("ketat",), (1,), ("ours", "textbook_highs", "scip")).orders())
    assert [o.lawan for o in orders if o.tahun == 7] == ["ours", "textbook_highs", "scip"]
    assert {(o.tahun, o.lawan) for o in orders if o.tahun != 7} == {
        (years, name) for years in run.GROWTH_YEARS for name in ("ours", "textbook_highs")
    }


def test_numbers_and_names_that_are_wrong_are_refused(capsys):
    with pytest.raises(SystemExit):
        main(["--opponents", "gurobi"])
    assert "gurobi" in capsys.readouterr().err


@pytest.fixture
def result():
    records = [
        record(name, [[base * size / 50, 100.0, 100.4]], kegiatan=size, benih=seed)
        for size in (50, 150)
        for seed in (1, 2)
        for name, base in (("ours", 0.5), ("textbook_highs", 5.0))
    ]
    records += [
        record(name, [[base * years, 100.0, 100.4]], tahun=years)
        for years in (3, 10)
        for name, base in (("ours", 0.1), ("textbook_highs", 1.0))
    ]
    records += [record("greedy", [[0.1, 95.0, None]], kegiatan=50)]
    return {
        "mesin": {"prosesor": "uji", "inti": 2, "python": "3.13.0", "versi": {"pulp": "4.2.0"}},
        "setelan": {"batas_detik": 60.0, "utas": 1, "tahun": 7, "celah_diminta": 0.0049},
        "lawan": {name: OPPONENTS[name].label for name in ("ours", "textbook_highs", "greedy")},
        "tidak_terpasang": [],
        "belum_diukur": 0,
        **summary(records, 60.0, 7),
    }


def test_the_time_chart_has_a_logarithmic_panel_per_kind_and_a_line_per_solver(result):
    figure = time_chart(result)
    (axes,) = figure.axes
    assert axes.get_yscale() == "log"
    assert [tick.get_text() for tick in axes.get_xticklabels()] == ["50", "150"]
    labels = [text.get_text() for text in figure.legends[0].get_texts()]
    assert labels == ["kla-plan", "Buku teks, HiGHS"]
    medians = {line.get_label(): list(line.get_ydata()) for line in axes.lines}
    assert medians["kla-plan"] == pytest.approx([0.5, 1.5])
    assert svg(figure) == svg(time_chart(result))


def test_the_growth_chart_shows_time_and_memory_against_activities_and_years(result):
    figure = growth_chart(result)
    titles = [axes.get_title(loc="left") for axes in figure.axes]
    assert titles == ["Detik ke celah 1 %", "Memori puncak (MiB)"] * 2
    assert [axes.get_xlabel() for axes in figure.axes] == ["kegiatan", "kegiatan", "tahun", "tahun"]
    years = [tick.get_text() for tick in figure.axes[2].get_xticklabels()]
    assert years == ["3", "7", "10"]


def test_the_table_of_readme_shows_medians_ratio_and_wins(result):
    text = family_part(result)
    assert "| 150 | tight | 1.5 | 15.0 | 10.0× | 2 – 0 |" in text
    assert "Measured on uji, 2 cores" in text
