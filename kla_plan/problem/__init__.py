"""The optimisation problem: contract section 3 as arrays and names, without any solver."""
