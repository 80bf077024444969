"""Tables that both region templates use."""

from dataclasses import replace

from docx.document import Document as DocumentType
from docx.shared import Pt

from kla_plan.report.word.template.parts import Builder, Col, Grid
from kla_plan.report.word.template.styles import LOOKS, apply_look

#: Letters of the dense tables, in points: sheets are read on paper, not only on a screen.
_DENSE = 7.0


def larger_matrix(document: DocumentType) -> None:
    """Give the dense tables of these sheets larger letters than the matrix of the RAD has."""
    for look in LOOKS:
        if look.name.endswith("Matriks"):
            apply_look(document, replace(look, size=_DENSE))


def after_table(book: Builder, text: str, style: str = "Body Text") -> None:
    """Write a paragraph with room between it and the table above."""
    book.text(text, style).paragraph_format.space_before = Pt(7)


def question_table(book: Builder, rows: str, *, points: bool) -> None:
    """Write the table of the questions that count regions; ``points``: with those of the plan."""
    columns = [
        Col("Poin maks.", "{{ q.maks }}", 13, number=True),
        Col("Awal", "{{ q.awal }}", 12, number=True),
        Col("Akhir", "{{ q.akhir }}", 12, number=True),
    ]
    book.grid(
        Grid(
            [
                Col("Kode", "{{ q.kode }}", 14),
                Col("Yang dihitung", "{{ q.label }}", 56),
                *(columns if points else []),
                Col("Poin per wilayah", "{{ q.masing }}", 16, number=True),
                Col("Kegiatan", "{{ q.kegiatan }}", 20),
                Col("Data dukung dari wilayah", "{{ q.bukti }}", 44),
            ],
            rows=rows,
            matrix=True,
        )
    )


def evidence_table(book: Builder, name: str, title: str) -> None:
    """Write the table of the evidence recorded for a region, where there is any."""
    book.tag(f"if {name}")
    book.caption("Tabel", "3", title)
    book.grid(
        Grid(
            [
                Col("Pertanyaan", "{{ b.pertanyaan }}", 20),
                Col("Data dukung", "{{ b.uraian }}", 80),
                Col("Status", "{{ b.status }}", 20),
                Col("Tenggat", "{{ b.tenggat }}", 40),
            ],
            rows=f"b in {name}",
        )
    )
    book.tag("endif")
