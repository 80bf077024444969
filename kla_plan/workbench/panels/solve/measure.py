"""What a search has reported, in the planner's units: mean points of a year, or rupiah."""

from dataclasses import dataclass

from kla_plan.indonesian import number, percent, rupiah_short
from kla_plan.pack.model import Pack
from kla_plan.problem.case import Case
from kla_plan.scenario import Scenario
from kla_plan.solve.door import Progress

_STAGES = {
    "skor": "Mencari nilai tertinggi",
    "biaya": "Mencari biaya terendah",
    "": "Menyiapkan pencarian",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """How the numbers of a search are read.

    Attributes
    ----------
    weight
        Sum of the yearly weights: weighted points divided by it are points of a mean year.
    unit
        Rupiah of one money unit of the model.
    """

    weight: float
    unit: int

    @classmethod
    def of(cls, pack: Pack, scenario: Scenario) -> "Measure":
        """Return the measure of a pack under a scenario."""
        weight = sum(float(scenario.weight(year)) for year in pack.years)
        return cls(weight or 1.0, Case(pack, scenario).unit)

    def scaled(self, stage: str, value: float) -> float:
        """Return a value of a stage as points of a mean year, or in rupiah."""
        return value * self.unit if stage == "biaya" else value / self.weight

    def written(self, stage: str, value: float | None) -> str:
        """Write a value of a stage; a dash where there is none."""
        if value is None:
            return "–"
        scaled = self.scaled(stage, value)
        return rupiah_short(scaled) if stage == "biaya" else f"{number(scaled, 1)} poin"


def stage_name(stage: str) -> str:
    """Say what a stage of the search does."""
    return _STAGES.get(stage, stage)


def gap_of(seen: Progress) -> str:
    """Write the distance to the bound; a solver that was only given a plan reports none yet."""
    return "–" if not seen.gap or seen.objective is None else percent(min(seen.gap, 1.0), 2)
