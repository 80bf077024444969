"""Charts as pictures of a Word document."""

from collections.abc import Callable
from io import BytesIO

from docx.shared import Inches
from docxtpl import DocxTemplate, InlineImage
from matplotlib.figure import Figure

from kla_plan.report.charts import png

#: A picture exactly as wide as the text is pushed over the margin by some programs.
_FIT = 0.975

#: Turns a chart into a picture of the document being made.
type Picture = Callable[[Figure], object]


def pictures(template: DocxTemplate) -> Picture:
    """Return a maker of pictures for a template; a chart nearly keeps its own size on paper."""

    def picture(figure: Figure) -> object:
        width = Inches(float(figure.get_figwidth()) * _FIT)
        return InlineImage(template, BytesIO(png(figure)), width=width)

    return picture
