"""A scenario with some values changed: validated, and checked against the pack."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from kla_plan.findings import Finding, FindingsError, errors
from kla_plan.indonesian import number
from kla_plan.pack.checks.scenario import check_scenario
from kla_plan.pack.model import Pack
from kla_plan.scenario import Scenario, make_scenario


def reshaped(pack: Pack, scenario: Scenario, changes: Mapping[str, Any]) -> Scenario:
    """Return a new scenario with plain values put in; ``pemecah.celah`` reaches inside.

    Raises
    ------
    FindingsError
        If a value is wrong, or clashes with the pack in a way in which the old one did not: a
        scenario that was opened with a fault can be mended step by step.
    """
    raw = scenario.as_written()
    for path, value in changes.items():
        part, _, inner = path.partition(".")
        raw[part] = {**raw[part], inner: value} if inner else value
    made = make_scenario(raw)
    known = errors(check_scenario(pack, scenario))
    new = tuple(f for f in errors(check_scenario(pack, made)) if f not in known)
    if new:
        raise FindingsError(new)
    return made


def findings_at(findings: tuple[Finding, ...], key: str) -> tuple[Finding, ...]:
    """Return the findings about one key of the scenario, or about what is inside it."""
    return tuple(f for f in findings if f.place.cell == key or f.place.cell.startswith(f"{key}."))


def in_words(findings: tuple[Finding, ...]) -> str:
    """Return findings as one text for the control that they are about."""
    return " ".join(f"{finding.message} {finding.remedy}".strip() for finding in findings)


def percentage(share: Decimal | float) -> str:
    """Return a share as a percentage without its sign, as it is typed: ``0.03`` → ``3``."""
    exact = share if isinstance(share, Decimal) else Decimal(repr(share))
    return number(exact * 100).replace(".", "")
