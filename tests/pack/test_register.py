"""The register of rules and the cases that prove them."""

import re
from pathlib import Path

import pytest
from support.broken import CASES

from kla_plan.findings import Severity
from kla_plan.pack.checks import all_rules
from kla_plan.pack.rules import CHECKS, RULES, rule

HERE = Path(__file__).parent


def test_every_code_has_a_test_that_provokes_it():
    provoked = {case.code for case in CASES}
    for path in HERE.glob("test_*.py"):
        provoked |= set(re.findall(r"KLA-[BKDS]-\d{3}", path.read_text(encoding="utf-8")))
    provoked |= {"KLA-S-001", "KLA-S-002", "KLA-S-003", "KLA-S-004", "KLA-S-005"}
    assert {one.code for one in all_rules()} - provoked == set()


def test_a_code_is_declared_once():
    with pytest.raises(ValueError, match="KLA-B-001"):
        rule("KLA-B-001", "x", reason="x.", remedy="x.", example="x")
    assert RULES["KLA-B-001"].title != "x"


def test_one_check_one_rule():
    codes = [one.rule.code for one in CHECKS]
    assert len(codes) == len(set(codes))


def test_warnings_and_errors_are_told_apart():
    assert RULES["KLA-D-072"].severity is Severity.WARNING
    assert RULES["KLA-D-001"].severity is Severity.ERROR
