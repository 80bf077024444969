"""The generated benchmark family: cities of 50 to 1200 activities on the real instrument.

``python -m benchmarks.family`` measures our optimiser beside its opponents on every instance.
"""
