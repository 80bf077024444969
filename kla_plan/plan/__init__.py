"""The plan: what a solution means in volumes, whole rupiah and points, and its files."""
