"""Measurements of the optimiser: `make bench` writes benchmarks/results/ and its charts."""
