"""The rules in the planner's words: what is there, and the smallest change that would help."""

from kla_plan.explain.words.entry import Entry
from kla_plan.explain.words.give import Words, change_in_words, in_words
from kla_plan.explain.words.table import ENTRIES

__all__ = ["ENTRIES", "Entry", "Words", "change_in_words", "in_words"]
