"""The mathematics as text: a rule cannot change unnoticed."""

from collections.abc import Callable
from pathlib import Path

from support.every_rule import every_rule
from support.lp_text import lp_text

from kla_plan.plan.make import make_plan
from kla_plan.plan.verify import verify_plan
from kla_plan.problem.build import build
from kla_plan.problem.case import Case
from kla_plan.problem.rules import RULES

GOLDEN = Path(__file__).parent / "golden" / "tiny.lp"


def test_the_problem_is_the_stored_one(golden: Callable[[Path, str], None]) -> None:
    golden(GOLDEN, lp_text(build(Case(*every_rule())).problem))


def test_every_rule_stands_in_it() -> None:
    text = GOLDEN.read_text(encoding="utf-8")
    codes = {code for rule in RULES for key, code in vars(rule).items() if key.startswith("RULE")}
    named = {code for code in codes if isinstance(code, str)}
    assert {code for code in named if f"\\ {code}[" not in text} == set()
    plumbing = ("volume", "mulai_atas", "mulai_bawah", "mulai_tetap", "aktif_atas", "aktif_bawah",
                "dana", "kemajuan", "jenjang", "paket", "batas_indikator", "jendela_awal",
                "jendela_akhir")  # fmt: skip
    assert [row for row in plumbing if f"  {row}[" not in text] == []
    assert text.index("Maximize [skor") < text.index("Minimize [biaya")


def test_it_has_a_plan_that_holds() -> None:
    pack, scenario = every_rule()
    plan = make_plan(pack, scenario)
    assert verify_plan(plan) == ()
