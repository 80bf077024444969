"""A small region with three agencies, its plan, and the forms that they were sent."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from support.forms import Form, issue
from support.tiny import TABLES, with_rows, write_tiny

from kla_plan.feedback import Outcome, read_feedback
from kla_plan.pack.read import load_pack
from kla_plan.plan.plan import Plan, Proof
from kla_plan.scenario import Scenario

MILLION = 1_000_000
AGENCIES = ("Dinas A", "Dinas B", "Polres")
_CEILINGS = [
    *TABLES["pagu"],
    {"tahun": 2026, "opd": "Dinas A", "batas_atas": 120 * MILLION},
    {"tahun": 2026, "opd": "Dinas B", "batas_atas": 70 * MILLION},
]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The tiny pack, with a ceiling of its own for two agencies (2026: 200 million in all)."""
    return write_tiny(tmp_path / "contoh", with_rows("pagu", _CEILINGS))


@pytest.fixture
def plan(pack: Path) -> Plan:
    """A plan of the pack, its volumes and rupiah written by hand."""
    proof = Proof("optimal", 0.0, 0.0, {}, "tangan", {}, {})
    return Plan(
        pack=load_pack(pack),
        scenario=Scenario(),
        volumes={
            ("A1", 2026): Decimal(1),
            ("A2", 2026): Decimal(1),
            ("A2", 2027): Decimal(1),
            ("A2", 2028): Decimal(1),
            ("A3", 2026): Decimal(2),
            ("A3", 2027): Decimal(2),
            ("A4", 2026): Decimal(1),
            ("A4", 2027): Decimal(4),
            ("A5", 2028): Decimal(1),
        },
        spending={("A1", 2026, "DAK"): 50 * MILLION, ("A1", 2026, "DAU"): 50 * MILLION},
        fractions={},
        after_horizon={},
        proof=proof,
    )


@pytest.fixture
def forms(plan: Plan, tmp_path: Path) -> dict[str, Path]:
    """The form of every agency, untouched."""
    folder = tmp_path / "formulir"
    return {opd: issue(plan, opd, folder / f"{opd}.xlsx") for opd in AGENCIES}


@pytest.fixture
def read(pack: Path, forms: dict[str, Path]) -> Callable[..., Outcome]:
    """Read the forms of some agencies (all of them by default) over the pack."""

    def go(opds: Sequence[str] = AGENCIES, **options: object) -> Outcome:
        return read_feedback(pack, [forms[opd] for opd in opds], **options)

    return go


@pytest.fixture
def fill(forms: dict[str, Path]) -> Callable[[str], Form]:
    """Open the form of an agency to fill it in."""
    return lambda opd: Form(forms[opd])
