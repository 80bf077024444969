"""Explanations on the screen, and as tables and charts if asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure

from kla_plan.commands.inputs import scenario_of
from kla_plan.commands.outcome import Exit
from kla_plan.commands.screen import out, say, show_findings, tell
from kla_plan.explain.activity import why_activity
from kla_plan.explain.infeasible import findings, head
from kla_plan.explain.infeasible.report import explain_impossible
from kla_plan.explain.ladder import rule_prices
from kla_plan.explain.money import value_of_money
from kla_plan.explain.paths import frontier
from kla_plan.explain.variety import alternatives
from kla_plan.explain.worth import activity_worth
from kla_plan.findings import Finding, FindingsError, Place
from kla_plan.pack.read import load_pack
from kla_plan.plan.plan import Plan
from kla_plan.report.charts.activity import activity_chart
from kla_plan.report.charts.clash import clash_chart
from kla_plan.report.charts.ladder import rule_price_chart
from kla_plan.report.charts.money import extra_money_chart, money_chart
from kla_plan.report.charts.paths import frontier_chart
from kla_plan.report.charts.save import save_chart
from kla_plan.report.charts.worth import presence_chart, worth_chart
from kla_plan.runs.interrupt import stoppable
from kla_plan.runs.plans import open_plan
from kla_plan.solve.door import Stop


@dataclass(frozen=True, slots=True)
class _Told:
    """What an explanation says: sentences, tables and charts by file name."""

    sentences: Sequence[str]
    tables: Mapping[str, pd.DataFrame]
    charts: Mapping[str, Figure] = field(default_factory=dict)


def run_explain(folder: Path, what: str, activity: str, seconds: float, target: Path | None) -> int:
    """Explain one thing about a saved plan: say it, and write tables and charts if asked."""
    if what == "kegiatan" and not activity:
        raise FindingsError([_no_activity()])
    plan = open_plan(folder)
    with stoppable(tell) as wish:
        if what == "kegiatan":
            told = _activity(plan, activity, seconds, wish)
        else:
            told = _TELLERS[what](plan, seconds, wish)
    for sentence in told.sentences:
        say(f"- {sentence}")
    if target is not None:
        _write(told, target)
    return Exit.DONE


def run_why(
    pack: str, given: str, settings: Sequence[str], seconds: float, target: Path | None = None
) -> int:
    """Explain why a scenario is impossible; 4 if it is, 0 if no clash was found."""
    scenario, loaded = scenario_of(pack, given, settings), load_pack(pack)
    with stoppable(tell) as wish:
        found = explain_impossible(loaded, scenario, seconds=seconds, stop=wish)
    if not found.conflicts:
        say("Tidak ditemukan aturan yang bertentangan.")
        return Exit.DONE
    say(head(found.conflicts))
    show_findings(out(), findings(found.conflicts))
    for sentence in found.sentences():
        say(sentence)
    if target is not None:
        chart = {"pertentangan": clash_chart(found)}
        _write(_Told((), {"pertentangan": found.table()}, chart), target)
    return Exit.INFEASIBLE


def _no_activity() -> Finding:
    return Finding(
        "KLA-R-010",
        "Untuk --what kegiatan kode kegiatannya harus disebut.",
        "Tambahkan --activity dengan kode seperti pada matriks.xlsx.",
        Place(sheet="--activity"),
    )


def _prices(plan: Plan, seconds: float, stop: Stop) -> _Told:
    found = rule_prices(plan, seconds=seconds, stop=stop)
    return _Told(
        found.sentences(),
        {"harga_aturan": found.table(), "harga_jenis_aturan": found.table(kinds=True)},
        {
            "harga_aturan": rule_price_chart(found),
            "harga_jenis_aturan": rule_price_chart(found, kinds=True),
        },
    )


def _money(plan: Plan, seconds: float, stop: Stop) -> _Told:
    found = value_of_money(plan, seconds=seconds, stop=stop)
    charts = {"nilai_pagu": money_chart(found), "tambahan_uang": extra_money_chart(found)}
    return _Told(found.sentences(), {"nilai_uang": found.table()}, charts)


def _worth(plan: Plan, seconds: float, stop: Stop) -> _Told:
    found = activity_worth(plan, seconds=seconds, stop=stop)
    return _Told(
        found.sentences(), {"nilai_kegiatan": found.table()}, {"nilai_kegiatan": worth_chart(found)}
    )


def _alternatives(plan: Plan, seconds: float, stop: Stop) -> _Told:
    found = alternatives(plan, seconds=seconds, stop=stop)
    return _Told(
        found.sentences(),
        {"pilihan": found.table(), "pilihan_kegiatan": found.presence()},
        {"pilihan": presence_chart(found)},
    )


def _frontier(plan: Plan, seconds: float, stop: Stop) -> _Told:
    found = frontier(plan.pack, plan.scenario, plan=plan, seconds=seconds, stop=stop)
    charts = {f"predikat_{b}": frontier_chart(found, b) for b in ("mandiri", "verifikasi")}
    return _Told(found.sentences(), {"predikat": found.table()}, charts)


def _activity(plan: Plan, code: str, seconds: float, stop: Stop) -> _Told:
    page = why_activity(plan, code, seconds=seconds, stop=stop)
    tables = {f"kegiatan_{code}": page.questions(), f"kegiatan_{code}_pagu": page.ceilings()}
    return _Told(page.sentences(), tables, {f"kegiatan_{code}": activity_chart(page)})


_TELLERS: Mapping[str, Callable[[Plan, float, Stop], _Told]] = {
    "aturan": _prices,
    "uang": _money,
    "nilai": _worth,
    "pilihan": _alternatives,
    "predikat": _frontier,
}


def _write(told: _Told, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for name, table in told.tables.items():
        path = target / f"{name}.csv"
        table.to_csv(path, index=False, lineterminator="\n", encoding="utf-8")
        say(f"  {path}")
    for name, figure in told.charts.items():
        say(f"  {save_chart(figure, target / f'{name}.png')}")
