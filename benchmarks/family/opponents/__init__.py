"""The opponents: one file each, all asked the same question about the same instance.

An opponent is a module with ``run(pack, scenario, ask, seen) -> Outcome``. It builds its model,
solves it on ``ask.threads`` threads until the gap asked for is proven or the time is over (model
building counts), and reports to ``seen`` whenever it knows something better. What must not be on
the clock (starting a process) it does in ``prepare()``, if it has one.
"""

import importlib
import importlib.metadata
import importlib.util
from collections.abc import Mapping
from dataclasses import dataclass
from types import ModuleType


@dataclass(frozen=True, slots=True)
class Opponent:
    """Name, label of tables and charts, and the packages that make the difference.

    Attributes
    ----------
    packages
        Distribution by the module it brings; without them the opponent cannot run.
    sources
        Files and folders that it runs on, from the project's root, beside its own file.
    exact
        Whether its bound holds for the model of the contract itself, and not only for one with
        volumes in steps.
    proves
        Whether it proves a bound at all.
    """

    name: str
    label: str
    packages: Mapping[str, str]
    sources: tuple[str, ...]
    exact: bool = True
    proves: bool = True

    @property
    def missing(self) -> tuple[str, ...]:
        """Packages that are not installed."""
        return tuple(
            package
            for module, package in self.packages.items()
            if importlib.util.find_spec(module) is None
        )

    @property
    def versions(self) -> Mapping[str, str]:
        """Versions of its packages."""
        return {package: importlib.metadata.version(package) for package in self.packages.values()}

    def load(self) -> ModuleType:
        """Import the opponent."""
        return importlib.import_module(f"{__name__}.{self.name}")


_HIGHS = {"pulp": "PuLP", "highspy": "highspy"}
_CBC = {"pulp": "PuLP", "cbcbox": "cbcbox"}
_CPSAT = {"pulp": "PuLP", "ortools": "ortools"}
_SCIP = {"pulp": "PuLP", "pyscipopt": "pyscipopt"}
_BOOK = ("benchmarks/textbook.py",)
_BOOK_IN_INTEGERS = (
    *_BOOK,
    "benchmarks/family/integers.py",
    "benchmarks/family/cpsat_worker.py",
)
_OURS = ("kla_plan/problem", "kla_plan/solve")
_HANDWORK = ("kla_plan/plan",)
OPPONENTS: Mapping[str, Opponent] = {
    opponent.name: opponent
    for opponent in (
        Opponent("ours", "kla-plan", _HIGHS, _OURS),
        Opponent("textbook_highs", "Buku teks, HiGHS", _HIGHS, _BOOK),
        Opponent("textbook_cbc", "Buku teks, CBC", _CBC, _BOOK),
        Opponent("cpsat", "OR-Tools CP-SAT", _CPSAT, _BOOK_IN_INTEGERS, exact=False),
        Opponent("scip", "SCIP", _SCIP, _BOOK),
        Opponent("greedy", "Rakus", {}, _HANDWORK, exact=False, proves=False),
    )
}
#: The opponent that all others are compared with.
REFERENCE = "textbook_highs"
OURS = "ours"
