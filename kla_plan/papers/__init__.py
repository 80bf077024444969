"""The papers of a KLA task force: all from one saved plan, so that they agree to the rupiah.

One module or folder per paper, each with a ``PAPER``; :mod:`kla_plan.papers.registry` lists them,
:mod:`kla_plan.runs.papers` writes them. A paper computes no number that the plan holds; what is
derived (a share of a volume, a deadline) is derived in a ``facts`` module and tested.
"""
