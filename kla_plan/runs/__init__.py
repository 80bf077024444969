"""Whole jobs: notebooks, the draft, yearly plans, sweeps, comparisons, each with its files."""
