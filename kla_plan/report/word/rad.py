"""The draft RAD KLA: Word, and PDF where it can be made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from docx.document import Document as DocumentType
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from kla_plan.findings import raise_errors
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify import verify_plan
from kla_plan.report.pdf import Office, PdfUnavailable, bookmark_pages, office
from kla_plan.report.word.bab1 import bab1
from kla_plan.report.word.bab2 import bab2
from kla_plan.report.word.bab3 import bab3
from kla_plan.report.word.bab4 import bab4
from kla_plan.report.word.bab5 import bab5
from kla_plan.report.word.bab6 import bab6
from kla_plan.report.word.bab7 import bab7
from kla_plan.report.word.common import dokumen
from kla_plan.report.word.contents import Contents, page_labels, write_contents
from kla_plan.report.word.kata_pengantar import kata_pengantar
from kla_plan.report.word.lampiran1 import lampiran1
from kla_plan.report.word.lampiran2 import lampiran2
from kla_plan.report.word.lampiran3 import lampiran3
from kla_plan.report.word.layout import close_sections
from kla_plan.report.word.picture import Picture
from kla_plan.report.word.render import render, save
from kla_plan.report.word.template.books import RAD
from kla_plan.resources import templates

#: Told what is being done: share done so far, and a few Indonesian words.
type Progress = Callable[[float, str], None]
#: Names that a template may use, each with the values of one part.
NAMES = (
    "dokumen", "kata_pengantar", "bab1", "bab2", "bab3", "bab4", "bab5", "bab6", "bab7",
    "lampiran1", "lampiran2", "lampiran3",
)  # fmt: skip
#: Conversions before the page numbers must have settled.
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Documents:
    """What was written.

    Attributes
    ----------
    docx, pdf
        Paths; ``pdf`` is ``None`` where none could be made.
    note
        Why there is no PDF and what to do, in Indonesian; empty otherwise.
    """

    docx: Path
    pdf: Path | None
    note: str = ""


def rad_name(plan: Plan) -> str:
    """Return the file name without ending: ``RAD_KLA_Ogan_Ilir_2024-2030``."""
    name = "_".join(plan.pack.profile.name.split())
    safe = "".join(letter for letter in name if letter.isalnum() or letter in "_-")
    return f"RAD_KLA_{safe}_{plan.years[0]}-{plan.years[-1]}"


def write_rad(
    plan: Plan,
    target: Path,
    *,
    baselines: Mapping[str, Plan] | None = None,
    template: Path | None = None,
    progress: Progress | None = None,
) -> Documents:
    """Write the draft RAD KLA of a plan into the folder ``target``, as Word and PDF.

    Page numbers of the contents come from the PDF. Where no PDF can be made the Word file is
    written without them, and Word offers to fill them in when it opens the file.

    Parameters
    ----------
    baselines
        Other plans to compare with, by the name of the way they were chosen.
    template
        A template edited by an analyst; default: the shipped ``rad_kla.docx``.

    Raises
    ------
    FindingsError
        If the plan does not hold (a plan that fails the check is never shown as a plan), or the
        template cannot be filled in.
    """
    say = progress or _silent
    say(0.0, "Memeriksa ulang rencana")
    raise_errors(verify_plan(plan))
    say(0.1, "Menyusun naskah dan grafik")
    document = render(
        template or templates() / RAD, lambda picture: values(plan, picture, baselines or {})
    )
    contents = write_contents(document)
    close_sections(document)
    docx, pdf = target / f"{rad_name(plan)}.docx", target / f"{rad_name(plan)}.pdf"
    title = f"RAD KLA {plan.pack.profile.full_name} {plan.years[0]}–{plan.years[-1]}"
    try:
        with office() as program:
            _paginate(document, contents, (docx, pdf, title), program, say)
    except PdfUnavailable as reason:
        contents.set_pages({})
        _update_on_open(document)
        save(document, docx, title)
        pdf.unlink(missing_ok=True)
        return Documents(docx, None, str(reason))
    say(1.0, "Naskah selesai")
    return Documents(docx, pdf)


def values(plan: Plan, picture: Picture, baselines: Mapping[str, Plan]) -> dict[str, object]:
    """Return every value of the template, by part."""
    return {
        "dokumen": dokumen(plan),
        "kata_pengantar": kata_pengantar(plan),
        "bab1": bab1(plan),
        "bab2": bab2(plan, picture),
        "bab3": bab3(plan),
        "bab4": bab4(plan, picture),
        "bab5": bab5(plan, picture),
        "bab6": bab6(plan),
        "bab7": bab7(plan),
        "lampiran1": lampiran1(plan),
        "lampiran2": lampiran2(plan),
        "lampiran3": lampiran3(plan, baselines),
    }


def _paginate(
    document: DocumentType,
    contents: Contents,
    files: tuple[Path, Path, str],
    program: Office,
    say: Progress,
) -> None:
    """Convert until the page numbers written are those of the PDF: twice, rarely thrice."""
    docx, pdf, title = files
    written: dict[str, str] = {}
    for turn in range(_ROUNDS):
        say(0.3 + 0.3 * turn, "Membuat PDF" if turn else "Menghitung nomor halaman")
        save(document, docx, title)
        program.convert(docx, pdf)
        labels = page_labels(contents, bookmark_pages(pdf))
        if labels == written:
            return
        contents.set_pages(labels)
        written = labels
    message = "Nomor halaman daftar isi belum tetap; periksa jeda halaman pada templat."
    raise PdfUnavailable(message)


def _update_on_open(document: DocumentType) -> None:
    """Ask Word to fill the contents in when it opens the file."""
    settings = document.settings.element
    if settings.find(qn("w:updateFields")) is None:
        update = OxmlElement("w:updateFields")
        update.set(qn("w:val"), "true")
        settings.append(update)


def _silent(_share: float, _what: str) -> None:
    """Say nothing."""
