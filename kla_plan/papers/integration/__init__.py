"""Cross-programme integration: what the agencies run already, and what is new in the plan.

``match`` says why a programme serves an indicator; ``facts`` derives money, doubles and groups of
beneficiaries from it; ``values`` and ``sheets`` write them.
"""

from pathlib import Path

from kla_plan.papers.integration.facts import Integration, integration
from kla_plan.papers.integration.sheets import write_book
from kla_plan.papers.integration.template import FILE, NAMES, build
from kla_plan.papers.integration.values import values
from kla_plan.papers.paper import Brief, Made, OpenPoint, Paper, Template
from kla_plan.report.word.render import render, save

_TABLE = "lembar program_berjalan"


def write(brief: Brief, folder: Path) -> Made:
    """Write the report and the workbook."""
    plan, current = brief.plan, brief.current
    facts = integration(plan, current)
    document = render(brief.template(FILE), lambda _: values(plan, current, facts))
    title = f"Integrasi program KLA {plan.pack.profile.full_name}"
    docx = save(document, folder / FILE, title)
    book = write_book(plan, current, facts, folder)
    return Made((docx, book), to_pdf=(docx,), open_points=_open(facts))


def _open(facts: Integration) -> tuple[OpenPoint, ...]:
    if not facts.matches:
        what = "Program yang sudah berjalan pada setiap OPD: nama, kode, anggaran, dan sasaran"
        return (OpenPoint(_TABLE, what, "Seluruh OPD, dihimpun Bappeda"),)
    unsure = [match for match in facts.matches if not match.sure]
    doubles = [f"{pair.one.program} dan {pair.other.program}" for pair in facts.doubles]
    return (
        *(
            OpenPoint(
                f"{_TABLE}, {match.programme.program} ({match.programme.tahun})",
                f"Keterkaitan “{match.programme.nama}” dengan indikator KLA: {match.ground}",
                match.programme.opd,
            )
            for match in unsure
        ),
        *(OpenPoint(_TABLE, f"Kemungkinan pekerjaan ganda: {pair}", "Bappeda") for pair in doubles),
    )


PAPER = Paper(
    name="integrasi",
    title="Integrasi program",
    write=write,
    templates=(Template(FILE, "Templat integrasi program KLA", build, NAMES),),
    seconds=1,
)
