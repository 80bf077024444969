"""What an executed notebook shows."""

from pathlib import Path

import nbformat


def shown(path: Path) -> tuple[str, int]:
    """Return what the outputs say, and how many pictures there are."""
    parts, pictures = [], 0
    for cell in nbformat.read(path, as_version=4).cells:
        for output in cell.get("outputs", []):
            assert output.output_type != "error"
            assert output.get("name") != "stderr", output.text
            data = output.get("data", {})
            parts += [data.get("text/html", ""), data.get("text/markdown", "")]
            pictures += "image/png" in data
    return "\n".join(parts), pictures
