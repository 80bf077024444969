"""How sure is it, what if money moves, what now, is it fair: on saved plans."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure
from rich.table import Table

from kla_plan.commands.outcome import Exit
from kla_plan.commands.screen import out, say, tell
from kla_plan.explain.fairness import price_of_fairness
from kla_plan.explain.replan import replan
from kla_plan.explain.risk import TooRiskyError, chance_plan, robust_plan, simulate
from kla_plan.explain.stable import NotStableError, stable
from kla_plan.findings import Finding, FindingsError, Place
from kla_plan.indonesian import number, percent
from kla_plan.pack.read import load_pack
from kla_plan.plan.files import write_plan
from kla_plan.plan.plan import Plan
from kla_plan.report.charts.change import replan_chart, stable_chart
from kla_plan.report.charts.fairness import fairness_chart
from kla_plan.report.charts.risk import causes_chart, predicate_chart, spread_chart
from kla_plan.report.charts.save import save_chart
from kla_plan.runs.plans import open_plan
from kla_plan.runs.staging import refuse_foreign, staged, staged_files
from kla_plan.scenario import Ketahanan, Scenario, Target, make_scenario, with_settings

OVERRUNS, PREDICATES, SCORES = "pagu_peluang.csv", "predikat_peluang.csv", "nilai_sebaran.csv"


def run_risk(folder: Path, target: Path | None, draws: int, seed: int) -> None:
    """Simulate a saved plan: print the probabilities, and write tables and charts if asked."""
    plan = open_plan(folder)
    result = simulate(plan, draws=draws, seed=seed)
    table = result.predicates()
    names = [row.predikat for row in plan.pack.instrument.predicates]
    screen = Table(title="Peluang sekurangnya predikat ini, setelah verifikasi")
    screen.add_column("Tahun")
    for name in names:
        screen.add_column(name, justify="right")
    for year in plan.years:
        mine = table[table["tahun"] == year].set_index("predikat")["sekurangnya"]
        screen.add_row(str(year), *(percent(float(mine[name])) for name in names))
    out().print(screen)
    for sentence in (*result.sentences(), *result.uncertainty.sentences()):
        say(sentence)
    if target is not None:
        with staged_files(target) as work:
            for name, rows in (
                (PREDICATES, table), (SCORES, result.scores()), (OVERRUNS, result.overruns),
            ):  # fmt: skip
                _write(rows, work / name)
            save_chart(predicate_chart(result), work / "predikat_peluang.png")
            save_chart(spread_chart(result), work / "nilai_sebaran.png")
        say(f"Tabel dan grafik tersimpan di {target}")


def run_sure(
    folder: Path, asked: tuple[str, int], level: float, target: Path, *, cheapest: bool
) -> int:
    """Make and save a plan that meets a predicate or points with a probability."""
    plan, (goal, year) = open_plan(folder), asked
    refuse_foreign(target)
    wanted = _goal(plan, goal, year)
    try:
        found = chance_plan(plan, wanted, level=level, cheapest=cheapest)
    except TooRiskyError as error:
        best = max((a.probability for a in error.attempts), default=None)
        known = "" if best is None else f" Peluang tertinggi yang ditemukan {percent(best)}."
        tell(
            f"Tidak ditemukan rencana yang mencapai {goal} pada {year} dengan peluang "
            f"{percent(level, 0)}; nilai mandiri yang diperlukan {number(error.asked)} poin.{known}"
        )
        return Exit.INFEASIBLE
    _save(found.plan, target, found.sentences())
    return Exit.DONE


def run_robust(folder: Path, asked: tuple[int, str, int], target: Path) -> None:
    """Make and save a plan that survives the worst case: costs, their jump, answers."""
    costs, jump, answers = asked
    raw = {"biaya_terburuk": costs, "lonjakan_biaya": jump, "jawaban_gagal": answers}
    wish: Ketahanan = make_scenario({"ketahanan": raw}, Place(sheet="--set")).ketahanan
    if not wish.biaya_terburuk and not wish.jawaban_gagal:
        raise FindingsError(
            [
                Finding(
                    "KLA-R-020",
                    "Tidak ada yang harus ditahan.",
                    "Isi --biaya atau --jawaban dengan bilangan di atas 0.",
                    Place(sheet="perintah", cell="--biaya"),
                )
            ]
        )
    plan = open_plan(folder)
    refuse_foreign(target)
    found = robust_plan(plan, wish)
    _save(found.plan, target, found.sentences())


def run_stable(folder: Path, factor: str, loss: float, target: Path) -> int:
    """Make and save the plan for another budget that keeps the saved one."""
    plan = open_plan(folder)
    refuse_foreign(target)
    scenario = with_settings(plan.scenario, [f"pagu_faktor={factor}"])
    try:
        found = stable(plan, scenario=scenario, loss=loss)
    except NotStableError:
        tell("Belum ditemukan rencana yang cukup dekat dengan rencana lama dalam batas waktu.")
        return Exit.NO_PLAN
    _save(
        found.plan,
        target,
        found.sentences(),
        {"tambahan.csv": found.added(), "pengurangan.csv": found.table()},
        {"rencana_lama_dan_baru.png": stable_chart(found)},
    )
    return Exit.DONE


def run_replan(
    folder: Path,
    pack: str,
    settings: Sequence[str],
    limits: tuple[int | None, float | None],
    target: Path,
) -> None:
    """Make and save a new plan from a pack with ``realisasi``; print what changed and why."""
    old, given = open_plan(folder), load_pack(pack)
    refuse_foreign(target)
    if given.last_realised_year < given.profile.first_year:
        raise FindingsError(
            [
                Finding(
                    "KLA-R-021",
                    "Paket ini belum memuat realisasi.",
                    "Isi lembar realisasi untuk tahun yang sudah berjalan.",
                    Place(sheet="perintah", cell="realisasi"),
                )
            ]
        )
    if None not in limits:
        raise FindingsError(
            [
                Finding(
                    "KLA-R-022",
                    "Dua batas perubahan sekaligus.",
                    "Pakai --max-changes atau --loss, jangan keduanya.",
                    Place(sheet="perintah", cell="--max-changes"),
                )
            ]
        )
    scenario = with_settings(old.scenario, settings) if settings else old.scenario
    found = replan(old, given, scenario, max_changes=limits[0], loss=limits[1])
    changes, causes = found.changes(), found.causes()
    screen = Table(title="Dari rencana lama ke rencana baru")
    for heading in ("Sebab", "Poin tahun terakhir", "Beda", "Belanja, beda (Rp)"):
        screen.add_column(heading, justify="left" if heading == "Sebab" else "right")
    for row in causes.to_dict("records"):
        screen.add_row(
            str(row["sebab"]),
            number(row["poin_akhir"], 2),
            number(row["beda_poin_akhir"], 2),
            number(int(row["beda_rupiah"])),
        )
    out().print(screen)
    _save(
        found.plan,
        target,
        found.sentences(),
        {"perubahan.csv": changes, "sebab_perubahan.csv": causes},
        {
            "rencana_lama_dan_baru.png": replan_chart(found),
            "sebab_perubahan.png": causes_chart(causes),
        },
    )


def run_fair(folder: Path, settings: Sequence[str], target: Path | None) -> None:
    """Print the price of each rule of fairness against a saved plan."""
    plan = open_plan(folder)
    wish = None
    if settings:
        wish = with_settings(make_scenario({}), [f"keadilan.{s}" for s in settings]).keadilan
    result = price_of_fairness(plan, wish)
    for sentence in result.sentences():
        say(sentence)
    if target is not None:
        with staged_files(target) as work:
            _write(result.table(), work / "harga_keadilan.csv")
            save_chart(fairness_chart(result), work / "harga_keadilan.png")
        say(f"Tabel dan grafik tersimpan di {target}")


def _goal(plan: Plan, goal: str, year: int) -> Target:
    names = {row.predikat.casefold(): row.predikat for row in plan.pack.instrument.predicates}
    raw: dict[str, object] = {"tahun": year, "dasar": "verifikasi"}
    if goal.casefold() in names:
        raw["predikat"] = names[goal.casefold()]
    else:
        raw["poin"] = goal
    if year not in plan.pack.planned_years:
        raise FindingsError(
            [
                Finding(
                    "KLA-R-023",
                    "Tahun ini tidak dapat direncanakan.",
                    f"Pilih salah satu: {', '.join(map(str, plan.pack.planned_years))}.",
                    Place(sheet="perintah", cell="--year"),
                )
            ]
        )
    scenario: Scenario = make_scenario({"target": [raw]}, Place(sheet="--set"))
    return scenario.target[0]


def _save(
    plan: Plan,
    target: Path,
    sentences: Sequence[str],
    tables: Mapping[str, pd.DataFrame] | None = None,
    charts: Mapping[str, Figure] | None = None,
) -> None:
    with staged(target) as work:
        write_plan(plan, work)
        for name, table in (tables or {}).items():
            _write(table, work / name)
        for name, figure in (charts or {}).items():
            save_chart(figure, work / name)
    for sentence in sentences:
        say(sentence)
    say(f"Rencana tersimpan di {target}")


def _write(table: pd.DataFrame, path: Path) -> None:
    table.to_csv(path, index=False, lineterminator="\n")
