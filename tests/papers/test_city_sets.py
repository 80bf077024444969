"""The whole set of papers of every shipped city: its pages are sound and its text is locked.

The plans are those of a simple rule, which need no solver and are the same everywhere. After a
change that is meant to change the papers, run pytest with ``--update-golden`` and look at what
git shows.
"""

import re
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from support.cells import broken_words
from support.lost import lost
from support.pages import faults, headings

from kla_plan.pack.read import load_pack
from kla_plan.papers.paper import Brief
from kla_plan.papers.registry import papers
from kla_plan.plan.baselines import even_split, greedy
from kla_plan.report.pdf import find_office
from kla_plan.resources import regions
from kla_plan.runs.draft import EVEN, GREEDY
from kla_plan.runs.papers import write_papers
from kla_plan.scenario import load_scenario

LOCKED = Path(__file__).parents[1] / "locked" / "berkas"
SLUGS = sorted(path.parent.name for path in regions().glob("*/profil.csv"))
#: Pages of a RAD KLA that a task force can work with.
FEWEST_PAGES, MOST_PAGES = 40, 80

type Papers = Mapping[str, tuple[Path, ...]]

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(find_office() is None, reason="LibreOffice belum terpasang"),
]


@pytest.fixture(scope="module", params=SLUGS)
def city(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Papers]:
    """The PDFs of every paper of a city, by paper."""
    slug = request.param
    pack, scenario = load_pack(slug), load_scenario(regions() / slug / "skenario" / "dasar.yaml")
    plan = greedy(pack, scenario)
    # The papers say how long the search took, which is another time on every run.
    plan = replace(plan, proof=replace(plan.proof, seconds={"menyusun": 1.0}))
    others = {GREEDY: plan, EVEN: even_split(pack, scenario)}
    made = write_papers(Brief(plan, pack, others=others), papers(), tmp_path_factory.mktemp(slug))
    assert made.notes == ()
    return slug, {
        name: tuple(sorted(path for path in one.files if path.suffix == ".pdf"))
        for name, one in made.made.items()
    }


def test_the_text_is_what_is_stored(
    city: tuple[str, Papers], golden: Callable[[Path, str], None]
) -> None:
    slug, written = city
    for name, pdfs in written.items():
        text = "\n".join(f"=== {pdf.stem}\n{flowing(pdf)}" for pdf in pdfs)
        golden(LOCKED / slug / f"{name}.txt", text)


def test_every_page_is_sound(city: tuple[str, Papers]) -> None:
    _, written = city
    found = {pdf.name: faults(pdf) for pdfs in written.values() for pdf in pdfs}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_no_row_is_lost_by_the_layout(city: tuple[str, Papers]) -> None:
    _, written = city
    found = {pdf.name: lost(pdf) for pdfs in written.values() for pdf in pdfs}
    assert {name: gone for name, gone in found.items() if gone} == {}


def test_no_word_is_broken_by_its_cell(city: tuple[str, Papers]) -> None:
    _, written = city
    words = [pdf.with_suffix(".docx") for pdfs in written.values() for pdf in pdfs]
    found = {docx.name: broken_words(docx) for docx in words}
    assert {name: broken for name, broken in found.items() if broken} == {}


def test_the_action_plan_has_the_size_of_one(city: tuple[str, Papers]) -> None:
    """Chapters and what stands before them; the matrices come on top."""
    (pdf,) = city[1]["rad"]
    first_annex = next(h for h in headings(PdfReader(pdf)) if h.title.startswith("LAMPIRAN I "))
    assert FEWEST_PAGES <= first_annex.page <= MOST_PAGES


def test_nothing_is_stored_for_papers_that_are_gone() -> None:
    names = {paper.name for paper in papers()}
    stored = {path.relative_to(LOCKED) for path in LOCKED.rglob("*.txt")}
    assert {path.parts[0] for path in stored} <= set(SLUGS)
    assert {path.stem for path in stored} <= names


def flowing(pdf: Path) -> str:
    """Return the text of a PDF without what depends on where its pages end."""
    pages = []
    for page in PdfReader(pdf).pages:
        lines = [line.strip() for line in page.extract_text().splitlines()]
        pages += [line for line in lines if line and not _furniture(line)]
    text = re.sub(r"(\.\s?){4,}\s*[ivxlc\d]+", " … ", " ".join(pages))
    return textwrap.fill(" ".join(text.split()), 100, break_long_words=False) + "\n"


def _furniture(line: str) -> bool:
    """Whether a line is the running head or a page number."""
    return line.startswith("DRAF ·") or bool(re.fullmatch(r"[ivxlc]+|-?\s*\d{1,3}\s*-?", line))
