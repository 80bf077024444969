"""The tables the gap panel shows, computed together outside the main loop."""

from dataclasses import dataclass

import pandas as pd

from kla_plan.candidates import candidates
from kla_plan.gaps import indicator_gaps, question_gaps
from kla_plan.indonesian import number
from kla_plan.pack.model import Pack
from kla_plan.scenario import Scenario
from kla_plan.workbench.state import State


@dataclass(frozen=True, slots=True)
class GapTables:
    """Gaps and candidates of a pack under a scenario, as the verbs of those names return them."""

    pack: Pack
    scenario: Scenario
    indicators: pd.DataFrame
    questions: pd.DataFrame
    candidates: pd.DataFrame


def asked_of_gaps(state: State) -> tuple[object, ...]:
    """Return what gaps and candidates depend on; the rest of a scenario does not change them."""
    wish = state.scenario
    if wish is None:
        return (state.pack,)
    return (state.pack, wish.diskon_verifikasi, wish.larang, wish.skala, wish.inflasi)


def gap_tables(pack: Pack, scenario: Scenario) -> GapTables:
    """Return the tables."""
    discount = scenario.diskon_verifikasi
    return GapTables(
        pack,
        scenario,
        indicator_gaps(pack, discount),
        question_gaps(pack, discount),
        candidates(pack, scenario),
    )


def heat_cells(found: GapTables, *, verified: bool) -> list[dict[str, object]]:
    """Return one cell per indicator: the darker, the larger the share of its points missing."""
    points, missing = ("poin_verifikasi", "selisih_verifikasi") if verified else ("poin", "selisih")
    cells = []
    for line in found.indicators.to_dict("records"):
        maximum, code = line["poin_maks"], str(line["indikator"])
        text = f"{number(line[points], 1)} / {number(maximum)}"
        cells.append(
            {
                "key": code,
                "label": f"{code} {line['nama']}",
                "value": line[missing] / maximum if maximum else 0.0,
                "text": text,
                "group": found.pack.instrument.clusters[str(line["klaster"])].nama,
                "hint": f"{code} {line['nama']}, kurang {number(line[missing], 2)} poin",
            }
        )
    return cells
