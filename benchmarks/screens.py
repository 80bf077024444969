"""Pictures of the workbench for README and guide, made by the browser tests and nothing else.

``pytest tests/browser`` leaves a picture of every step in ``hasil/layar``;
``python -m benchmarks.screens`` makes a few of them small and puts them into ``docs/gambar``.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from benchmarks.pictures import TARGET, small

SOURCE = Path(__file__).resolve().parents[1] / "hasil" / "layar"
#: Most pixels of a page that are shown, from its top.
HEIGHT = 960
#: Picture in the docs → picture of the tests.
CHOSEN: Mapping[str, str] = {
    "meja_kesenjangan": "voila-2-kesenjangan",
    "meja_skenario": "voila-3-skenario",
    "meja_hitung": "voila-4-pencarian",
    "meja_rencana": "voila-5-nilai",
    "meja_bandingkan": "voila-6-bandingkan",
    "meja_jupyterlab": "lab-1-data",
}


def main() -> int:
    """Write the pictures; return the exit code."""
    missing = [name for name in CHOSEN.values() if not (SOURCE / f"{name}.png").is_file()]
    if missing:
        print(f"run pytest tests/browser first; missing: {', '.join(missing)}", file=sys.stderr)
        return 2
    for name, source in CHOSEN.items():
        picture = Image.open(SOURCE / f"{source}.png").convert("RGB")
        picture = picture.crop((0, 0, picture.width, min(HEIGHT, picture.height)))
        path = TARGET / f"{name}.png"
        path.write_bytes(small(picture))
        print(f"{path.name}: {path.stat().st_size // 1024} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
