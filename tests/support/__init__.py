"""Builders and oracles shared by the tests."""
