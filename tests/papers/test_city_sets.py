"""The whole set of papers of every shipped city: its pages are sound and its text is locked.

The plans are those of a simple rule, which need no solver and are the same everywhere. After a
change that is meant to change the papers, run pytest with ``--update-golden`` and look at what
git shows.
"""

import re
import textwrap
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from pypdf import PdfReader
from support.cells import broken_words
from support.city_sets import SLUGS, CitySet, city_set, city_sheets
from support.lost import lost
from support.pages import Sheet, faults, headings

from kla_plan.papers.agency.facts import dossiers
from kla_plan.papers.paper import Brief
from kla_plan.papers.registry import papers
from kla_plan.report.pdf import find_office

LOCKED = Path(__file__).parents[1] / "locked" / "berkas"
#: Pages of a RAD KLA that a task force can work with.
FEWEST_PAGES, MOST_PAGES = 40, 80

#: Pages of each file of the papers that are handed out in a meeting.
PAGES = {"rakor": 2, "predikat": 1}

type Read = Mapping[Path, Sequence[Sheet]]

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(find_office() is None, reason="LibreOffice belum terpasang"),
]


@pytest.fixture(scope="module", params=SLUGS)
def city(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> CitySet:
    """Every paper of a city."""
    found = city_set(tmp_path_factory, request.param)
    assert found.notes == ()
    return found


@pytest.fixture(scope="module")
def read(city: CitySet, tmp_path_factory: pytest.TempPathFactory) -> Read:
    """What stands on the pages of its PDFs."""
    return city_sheets(tmp_path_factory, city.slug)


def test_the_text_is_what_is_stored(
    city: CitySet, read: Read, golden: Callable[[Path, str], None]
) -> None:
    for name, pdfs in city.pdfs.items():
        text = "\n".join(f"=== {pdf.stem}\n{flowing(read[pdf])}" for pdf in pdfs)
        golden(LOCKED / city.slug / f"{name}.txt", text)


def test_every_page_is_sound(city: CitySet, read: Read) -> None:
    found = {pdf.name: faults(pdf, read[pdf]) for pdfs in city.pdfs.values() for pdf in pdfs}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_no_row_is_lost_by_the_layout(city: CitySet, read: Read) -> None:
    found = {pdf.name: lost(pdf, read[pdf]) for pdfs in city.pdfs.values() for pdf in pdfs}
    assert {name: gone for name, gone in found.items() if gone} == {}


def test_no_word_is_broken_by_its_cell(city: CitySet) -> None:
    words = [pdf.with_suffix(".docx") for pdfs in city.pdfs.values() for pdf in pdfs]
    found = {docx.name: broken_words(docx) for docx in words}
    assert {name: broken for name, broken in found.items() if broken} == {}


def test_the_action_plan_has_the_size_of_one(city: CitySet) -> None:
    """Chapters and what stands before them; the matrices come on top."""
    (pdf,) = city.pdfs["rad"]
    first_annex = next(h for h in headings(PdfReader(pdf)) if h.title.startswith("LAMPIRAN I "))
    assert FEWEST_PAGES <= first_annex.page <= MOST_PAGES


@pytest.mark.parametrize(("name", "count"), PAGES.items())
def test_a_short_paper_is_short_in_every_city(city: CitySet, name: str, count: int) -> None:
    found = {pdf.name: len(PdfReader(pdf).pages) for pdf in city.pdfs[name]}
    assert found == dict.fromkeys(found, count)
    assert found


def test_no_agency_has_more_than_two_pages(city: CitySet, read: Read) -> None:
    known = dossiers(Brief(city.plan, city.plan.pack))
    names = {one.agency.nama for one in known}
    pages: Counter[str] = Counter()
    current = ""
    (pdf,) = city.pdfs["opd"]
    for sheet in read[pdf]:
        lines = [" ".join(line.split()) for line in sheet.text.split("\n")]
        # A long name takes two lines.
        heads = (*lines[1:3], " ".join(lines[1:3]), " ".join(lines[2:4]))
        current = next((head for head in heads if head in names), current)
        pages[current] += 1
    assert set(pages) == names
    assert max(pages.values()) <= 2


def test_nothing_is_stored_for_papers_that_are_gone() -> None:
    names = {paper.name for paper in papers()}
    stored = {path.relative_to(LOCKED) for path in LOCKED.rglob("*.txt")}
    assert {path.parts[0] for path in stored} <= set(SLUGS)
    assert {path.stem for path in stored} <= names


def flowing(read: Sequence[Sheet]) -> str:
    """Return the text of a PDF without what depends on where its pages end."""
    pages = []
    for sheet in read:
        lines = [line.strip() for line in sheet.text.splitlines()]
        pages += [line for line in lines if line and not _furniture(line)]
    text = re.sub(r"(\.\s?){4,}\s*[ivxlc\d]+", " … ", " ".join(pages))
    return textwrap.fill(" ".join(text.split()), 100, break_long_words=False) + "\n"


def _furniture(line: str) -> bool:
    """Whether a line is the running head or a page number."""
    return line.startswith("DRAF ·") or bool(re.fullmatch(r"[ivxlc]+|-?\s*\d{1,3}\s*-?", line))
