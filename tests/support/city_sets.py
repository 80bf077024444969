"""The plan of a shipped city by a simple rule, and the whole set of its papers, each made once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from kla_plan.pack.read import load_pack
from kla_plan.papers.paper import Brief, Made
from kla_plan.papers.registry import papers
from kla_plan.plan.baselines import even_split, greedy
from kla_plan.plan.plan import Plan
from kla_plan.resources import regions
from kla_plan.runs.beside import EVEN, GREEDY
from kla_plan.runs.papers import write_papers
from kla_plan.scenario import Scenario, load_scenario
from support.once import once
from support.pages import Sheet, sheets

#: Names of the shipped cities.
SLUGS = sorted(path.parent.name for path in regions().glob("*/profil.csv"))


@dataclass(frozen=True, slots=True)
class CitySet:
    """A plan and its papers: what each of them wrote, by its name, and what could not be made."""

    slug: str
    plan: Plan
    made: Mapping[str, Made]
    notes: tuple[str, ...]

    @property
    def pdfs(self) -> dict[str, tuple[Path, ...]]:
        """The PDFs of every paper."""
        return {
            name: tuple(sorted(path for path in one.files if path.suffix == ".pdf"))
            for name, one in self.made.items()
        }


@cache
def simple_plan(slug: str) -> Plan:
    """Return the plan that a simple rule makes with the usual settings, made once a process."""
    return greedy(load_pack(slug), Scenario())


def city_set(factory: pytest.TempPathFactory, slug: str) -> CitySet:
    """Return the papers of a city's shipped scenario, written once in the whole run."""
    return once(factory, f"set-{slug}", lambda folder: _written(slug, folder))


def city_sheets(factory: pytest.TempPathFactory, slug: str) -> dict[Path, tuple[Sheet, ...]]:
    """Return what stands on the pages of every PDF of a city, read once in the whole run."""
    pdfs = [pdf for some in city_set(factory, slug).pdfs.values() for pdf in some]
    return once(factory, f"sheets-{slug}", lambda _: {pdf: sheets(pdf) for pdf in pdfs})


def _written(slug: str, folder: Path) -> CitySet:
    pack, scenario = load_pack(slug), load_scenario(regions() / slug / "skenario" / "dasar.yaml")
    plan = greedy(pack, scenario)
    # The papers say how long the search took, which is another time on every run.
    plan = replace(plan, proof=replace(plan.proof, seconds={"menyusun": 1.0}))
    others = {GREEDY: plan, EVEN: even_split(pack, scenario)}
    made = write_papers(Brief(plan, pack, others=others), papers(), folder)
    # What is done later was done; another process could not be told of it.
    done = {name: replace(one, later=None) for name, one in made.made.items()}
    return CitySet(slug, plan, done, made.notes)
