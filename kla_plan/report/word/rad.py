"""The draft RAD KLA: Word, and PDF where it can be made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from docx.document import Document as DocumentType
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from kla_plan.findings import raise_errors
from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan
from kla_plan.plan.verify import verify_plan
from kla_plan.report.open_point import OpenPoint
from kla_plan.report.pdf import Office, PdfUnavailable, bookmark_pages, office
from kla_plan.report.word.bab1 import bab1
from kla_plan.report.word.bab2 import bab2
from kla_plan.report.word.bab3 import bab3
from kla_plan.report.word.bab4 import bab4
from kla_plan.report.word.bab5 import bab5
from kla_plan.report.word.bab6 import bab6
from kla_plan.report.word.bab7 import bab7
from kla_plan.report.word.bab8 import bab8
from kla_plan.report.word.bab9 import bab9
from kla_plan.report.word.bab10 import bab10
from kla_plan.report.word.common import dokumen
from kla_plan.report.word.contents import UNKNOWN, Contents, page_labels, write_contents
from kla_plan.report.word.kata_pengantar import kata_pengantar
from kla_plan.report.word.lampiran1 import lampiran1
from kla_plan.report.word.lampiran2 import lampiran2
from kla_plan.report.word.lampiran3 import lampiran3
from kla_plan.report.word.lampiran4 import lampiran4
from kla_plan.report.word.layout import close_sections
from kla_plan.report.word.open_points import open_points
from kla_plan.report.word.picture import Picture
from kla_plan.report.word.render import render, save
from kla_plan.report.word.template.books import RAD
from kla_plan.resources import templates

#: Told what is being done: share done so far, and a few Indonesian words.
type Progress = Callable[[float, str], None]
#: Names that a template may use, each with the values of one part.
NAMES = (
    "dokumen", "kata_pengantar", "bab1", "bab2", "bab3", "bab4", "bab5", "bab6", "bab7",
    "bab8", "bab9", "bab10", "lampiran1", "lampiran2", "lampiran3", "lampiran4",
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
    open_points
        What the document leaves to be filled in or checked.
    """

    docx: Path
    pdf: Path | None
    note: str = ""
    open_points: tuple[OpenPoint, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class RadDraft:
    """The RAD KLA whose page numbers are still to be found.

    Attributes
    ----------
    docx
        Where it is written.
    """

    document: DocumentType
    contents: Contents
    docx: Path
    title: str

    @property
    def pdf(self) -> Path:
        """Where its PDF is written."""
        return self.docx.with_suffix(".pdf")

    def paginate(self, program: Office, say: Progress | None = None) -> None:
        """Write Word and PDF, again until the page numbers are those of the PDF: mostly twice.

        Raises
        ------
        PdfUnavailable
            If LibreOffice fails, or the numbers do not settle.
        """
        tell = say or _silent
        _update_on_open(self.document, wanted=False)
        self.contents.set_pages(dict.fromkeys(self.contents.numbers, UNKNOWN))
        written: dict[str, str] = {}
        for turn in range(_ROUNDS):
            tell(0.3 + 0.3 * turn, "Membuat PDF" if turn else "Menghitung nomor halaman")
            save(self.document, self.docx, self.title)
            program.convert(self.docx, self.pdf)
            labels = page_labels(self.contents, bookmark_pages(self.pdf))
            if labels == written:
                return
            self.contents.set_pages(labels)
            written = labels
        message = "Nomor halaman daftar isi belum tetap; periksa jeda halaman pada templat."
        raise PdfUnavailable(message)

    def without_pages(self) -> None:
        """Write Word alone, without page numbers; Word offers to fill them in."""
        self.contents.set_pages({})
        _update_on_open(self.document, wanted=True)
        save(self.document, self.docx, self.title)
        self.pdf.unlink(missing_ok=True)


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
    current: Pack | None = None,
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
    current
        The region's pack as known now, with its planning documents and evidence; default: the
        plan's own.
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
    draft = draft_rad(plan, target, baselines=baselines, current=current, template=template)
    left_open = open_points(plan, current)
    try:
        with office() as program:
            draft.paginate(program, say)
    except PdfUnavailable as reason:
        draft.without_pages()
        return Documents(draft.docx, None, str(reason), left_open)
    say(1.0, "Naskah selesai")
    return Documents(draft.docx, draft.pdf, open_points=left_open)


def draft_rad(
    plan: Plan,
    target: Path,
    *,
    baselines: Mapping[str, Plan] | None = None,
    current: Pack | None = None,
    template: Path | None = None,
) -> RadDraft:
    """Return the RAD KLA before it has page numbers; nothing is written yet.

    Parameters are those of :func:`write_rad`; the plan is not checked again.

    Raises
    ------
    FindingsError
        If the template cannot be filled in.
    """
    document = render(
        template or templates() / RAD,
        lambda picture: values(plan, picture, baselines or {}, current),
    )
    contents = write_contents(document)
    close_sections(document)
    title = f"RAD KLA {plan.pack.profile.full_name} {plan.years[0]}–{plan.years[-1]}"
    return RadDraft(document, contents, target / f"{rad_name(plan)}.docx", title)


def values(
    plan: Plan, picture: Picture, baselines: Mapping[str, Plan], current: Pack | None = None
) -> dict[str, object]:
    """Return every value of the template, by part; ``current`` as for :func:`write_rad`."""
    now = current or plan.pack
    return {
        "dokumen": dokumen(plan),
        "kata_pengantar": kata_pengantar(plan),
        "bab1": bab1(plan),
        "bab2": bab2(plan, picture),
        "bab3": bab3(plan, picture),
        "bab4": bab4(plan, picture),
        "bab5": bab5(plan, picture),
        "bab6": bab6(plan, now),
        "bab7": bab7(plan),
        "bab8": bab8(plan, now),
        "bab9": bab9(plan),
        "bab10": bab10(plan),
        "lampiran1": lampiran1(plan),
        "lampiran2": lampiran2(plan),
        "lampiran3": lampiran3(plan, baselines),
        "lampiran4": lampiran4(plan, now),
    }


def _update_on_open(document: DocumentType, *, wanted: bool) -> None:
    """Have Word fill the contents in when it opens the file, or not."""
    settings = document.settings.element
    update = settings.find(qn("w:updateFields"))
    if wanted and update is None:
        update = OxmlElement("w:updateFields")
        update.set(qn("w:val"), "true")
        settings.append(update)
    elif update is not None and not wanted:
        settings.remove(update)


def _silent(_share: float, _what: str) -> None:
    """Say nothing."""
