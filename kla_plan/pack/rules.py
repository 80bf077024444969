"""The register of finding codes of a pack: what each means, why it arises, what to do.

A :class:`Rule` is one code. Readers and parsers raise findings from rules directly; a check over
the whole pack is one function bound to one rule by :func:`check`. The reference page
``docs/temuan.md`` is written from this register.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kla_plan.findings import Finding, Place, Severity

if TYPE_CHECKING:
    from kla_plan.pack.draft import Draft


@dataclass(frozen=True, slots=True)
class Rule:
    """One finding code.

    Attributes
    ----------
    code
        Stable code: ``KLA-B-…`` files, ``KLA-K-…`` cells, ``KLA-D-…`` data, ``KLA-S-…`` scenario.
    title, reason, remedy, example
        Indonesian: what is found, why probably, what to do, and how it looks in a file.
    severity
        Whether it stops a run.
    """

    code: str
    title: str
    reason: str
    remedy: str
    example: str
    severity: Severity = Severity.ERROR

    def at(self, place: Place, value: str, message: str, remedy: str = "") -> Finding:
        """Return a finding of this rule; ``remedy`` defaults to the rule's own."""
        return Finding(self.code, message, remedy or self.remedy, place, value, self.severity)


#: Every rule by code, in the order of declaration.
RULES: Final[dict[str, Rule]] = {}


def rule(code: str, title: str, *, reason: str, remedy: str, example: str) -> Rule:
    """Declare an error."""
    return _register(Rule(code, title, reason, remedy, example))


def warning(code: str, title: str, *, reason: str, remedy: str, example: str) -> Rule:
    """Declare a warning."""
    return _register(Rule(code, title, reason, remedy, example, Severity.WARNING))


def _register(new: Rule) -> Rule:
    if new.code in RULES:
        message = f"Kode {new.code} dipakai dua kali."
        raise ValueError(message)
    RULES[new.code] = new
    return new


type CheckFunction = Callable[["Draft"], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its rule, its function, and the tables that must be free of errors to run it."""

    rule: Rule
    run: CheckFunction
    whole: tuple[str, ...]


#: Every check over a draft pack, in the order of declaration.
CHECKS: Final[list[Check]] = []


def check(bound: Rule, *, whole: tuple[str, ...] = ()) -> Callable[[CheckFunction], CheckFunction]:
    """Register a function as the check of a rule.

    Parameters
    ----------
    bound
        The rule; one rule has one check.
    whole
        Tables whose every row is needed. If one of them has broken rows the check is skipped:
        what is missing in a half-read table would only give misleading findings.
    """

    def attach(function: CheckFunction) -> CheckFunction:
        CHECKS.append(Check(bound, function, whole))
        return function

    return attach
