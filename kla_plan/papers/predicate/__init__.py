"""The predicate case: one page for the head of region."""

from functools import partial
from pathlib import Path

from kla_plan.papers.deciding.ground import ground_of
from kla_plan.papers.paper import Brief, Made, OpenPoint, Paper, Template
from kla_plan.papers.predicate.chances import chances
from kla_plan.papers.predicate.facts import cheapest
from kla_plan.papers.predicate.template import FILE, NAMES, build
from kla_plan.papers.predicate.values import values
from kla_plan.report.word.render import render, save

_PLACE = "2. Jalur dan biaya"
_WHO = "Bappeda"


def write(brief: Brief, folder: Path) -> Made:
    """Write the page."""
    plan = brief.plan
    document = render(
        brief.template(FILE), partial(values, ground_of(brief), chances(plan), brief.others)
    )
    title = f"Telaah predikat KLA {plan.pack.profile.full_name}"
    docx = save(document, folder / FILE, title)
    return Made((docx,), to_pdf=(docx,), open_points=_open(brief))


def _open(brief: Brief) -> tuple[OpenPoint, ...]:
    points = [
        OpenPoint(
            _PLACE,
            "Harga satu poin di atas rencana; dihitung dengan perintah kla-plan explain FOLDER "
            "--what uang",
            _WHO,
        )
    ]
    if cheapest(brief.plan, brief.others) is None:
        points.append(
            OpenPoint(
                _PLACE,
                "Jalur termurah ke setiap predikat; dihitung dengan perintah kla-plan explain "
                "FOLDER --what predikat",
                _WHO,
            )
        )
    points.append(
        OpenPoint(
            "3. Ketidakpastian dan mutu rencana",
            "Nilai mandiri dan nilai verifikasi daerah ini dari tahun-tahun evaluasi sebelumnya, "
            "untuk memperbaiki potongan verifikasi",
            "Sekretariat Gugus Tugas KLA",
        )
    )
    return tuple(points)


PAPER = Paper(
    name="predikat",
    title="Telaah predikat",
    write=write,
    templates=(Template(FILE, "Templat telaah predikat KLA", build, NAMES),),
    seconds=2,
)
