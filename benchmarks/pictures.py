"""Pictures for README and guide, made from the folder of a run and nothing else.

``python -m benchmarks.pictures hasil/ogan-ilir`` writes ``docs/gambar/*.png``: the charts of the
plan as ``kla-plan draft`` draws them, and pages of its PDF. The same run gives the same files.
Pages of the PDF need ``pdftoppm`` (package ``poppler-utils``).
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image
from pypdf import PdfReader

from kla_plan.plan.files import load_plan
from kla_plan.plan.plan import Plan
from kla_plan.report.charts import budget_chart, png, score_chart, timeline_chart

TARGET = Path(__file__).resolve().parents[1] / "docs" / "gambar"
#: Width of a chart, height of a row of pages, and the gap between two pages, in pixels.
WIDTH, HEIGHT, GAP = 1000, 560, 16
#: Colours kept in a picture: charts and pages have few, and files stay small.
COLOURS = 64
#: Heading of the annex with the full action matrix.
MATRIX = "MATRIKS RENCANA AKSI"


def main(arguments: list[str]) -> int:
    """Write the pictures of a run folder; return the exit code."""
    if len(arguments) != 1:
        print("python -m benchmarks.pictures RUN_FOLDER", file=sys.stderr)
        return 2
    run = Path(arguments[0])
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, picture in pictures(run):
        path = TARGET / f"{name}.png"
        path.write_bytes(small(picture))
        print(f"{path.name}: {path.stat().st_size // 1024} kB")
    return 0


def pictures(run: Path) -> Iterator[tuple[str, Image.Image]]:
    """Yield every picture of a run with its name."""
    plan = load_plan(run)
    for name, chart in charts(plan):
        yield name, _narrowed(Image.open(BytesIO(chart)).convert("RGB"))
    (pdf,) = run.glob("RAD_KLA_*.pdf")
    yield "naskah", side_by_side(pages(pdf))


def charts(plan: Plan) -> Iterator[tuple[str, bytes]]:
    """Yield the charts of a plan as PNG files, by name."""
    yield "nilai", png(score_chart(plan))
    yield "anggaran", png(budget_chart(plan, "sumber_dana"))
    yield "jadwal", png(timeline_chart(plan))


def pages(pdf: Path) -> list[Image.Image]:
    """Return the title page and the first page of the full action matrix."""
    texts = [page.extract_text() for page in PdfReader(pdf).pages]
    matrix = max(number for number, text in enumerate(texts) if _is_heading(text))
    return [_drawn(pdf, number) for number in (0, matrix)]


def side_by_side(images: list[Image.Image]) -> Image.Image:
    """Return pages in a row on grey, all of the same height."""
    scaled = [i.resize((i.width * HEIGHT // i.height, HEIGHT), Image.Resampling.LANCZOS)
              for i in images]  # fmt: skip
    width = sum(image.width for image in scaled) + GAP * (len(scaled) + 1)
    row = Image.new("RGB", (width, HEIGHT + 2 * GAP), "#D5DAE0")
    left = GAP
    for image in scaled:
        row.paste(image, (left, GAP))
        left += image.width + GAP
    return row


def small(picture: Image.Image) -> bytes:
    """Return a picture as a PNG file with few colours."""
    buffer = BytesIO()
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _is_heading(text: str) -> bool:
    """Whether a page begins with the matrix: the table of contents names it further down."""
    return MATRIX in " ".join(text.split())[:200].upper()


def _narrowed(chart: Image.Image) -> Image.Image:
    height = chart.height * WIDTH // chart.width
    return chart.resize((WIDTH, height), Image.Resampling.LANCZOS)


def _drawn(pdf: Path, number: int) -> Image.Image:
    """Draw one page of a PDF, counted from 0."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "halaman"
        page = str(number + 1)
        subprocess.run(
            ["pdftoppm", "-r", "110", "-png", "-singlefile", "-f", page, "-l", page,
             str(pdf), str(target)],
            check=True,
        )  # fmt: skip
        return Image.open(target.with_suffix(".png")).convert("RGB")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
