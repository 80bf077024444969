"""What a rendered document gets so that its pages break where a reader expects it."""

from docx import Document
from docx.document import Document as DocumentType

from kla_plan.report.word.layout import keep_rows
from kla_plan.report.word.template.parts import Builder, Col, Grid


def rendered(rows: int, after: str = "") -> DocumentType:
    """A table with a heading and so many rows, and a paragraph after it."""
    book = Builder()
    book.grid(Grid([Col("Kepala", "{{ x }}", 80), Col("Nilai", "{{ y }}", 80)], rows="x in y"))
    table = book.document.tables[0]
    for row in list(table.rows)[1:]:
        table._tbl.remove(row._tr)
    for _ in range(rows):
        table.add_row()
    if after:
        book.text(after)
    return book.document


def kept(document: DocumentType) -> list[bool]:
    """Row by row, whether every paragraph stays with the next row."""
    return [
        all(p.paragraph_format.keep_with_next is True for c in row.cells for p in c.paragraphs)
        for row in document.tables[0].rows
    ]


def test_the_heading_stays_with_a_row_and_so_does_the_last_row() -> None:
    document = rendered(6)
    keep_rows(document)
    assert kept(document) == [True, False, False, False, False, True, False]


def test_a_short_table_stays_whole() -> None:
    for rows in range(3):
        document = rendered(rows)
        keep_rows(document)
        assert kept(document) == [*([True] * rows), False]


def test_running_text_stands_apart_from_the_table_above() -> None:
    document = rendered(2, after="Penjelasan.")
    keep_rows(document)
    assert document.paragraphs[-1].paragraph_format.space_before.pt == 6


def test_a_document_without_tables_is_left_alone() -> None:
    document = Document()
    before = document.element.xml
    keep_rows(document)
    assert document.element.xml == before
