"""Every kind of rule that a planner can write, in words: one entry each."""

from collections.abc import Mapping
from typing import Final

from kla_plan.explain.words.activities import ACTIVITIES
from kla_plan.explain.words.entry import Entry
from kla_plan.explain.words.money import MONEY
from kla_plan.explain.words.options import OPTIONS

ENTRIES: Final[Mapping[str, Entry]] = {**MONEY, **ACTIVITIES, **OPTIONS}
