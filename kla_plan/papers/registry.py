"""The papers of a task force, in the order in which they are made."""

import importlib
from collections.abc import Sequence
from functools import cache

from kla_plan.findings import Finding, FindingsError, Place, did_you_mean
from kla_plan.papers.paper import Paper, Template

#: Modules of ``kla_plan.papers``, each with its ``PAPER``.
_MODULES: tuple[str, ...] = (
    "rad",
    "yearly",
    "meeting",
    "predicate",
    "regulation",
    "evidence",
    "regions",
    "agency",
    "integration",
    "monitoring",
)  # fmt: skip


@cache
def papers() -> tuple[Paper, ...]:
    """Return every paper; their modules are loaded on the first call."""
    return tuple(_paper(name) for name in _MODULES)


def _paper(module: str) -> Paper:
    paper = importlib.import_module(f"kla_plan.papers.{module}").PAPER
    assert isinstance(paper, Paper)  # noqa: S101 - narrows the type for the checker
    return paper


def choose(names: Sequence[str]) -> tuple[Paper, ...]:
    """Return the papers of these names, in the order of the set; no name means all of them.

    Raises
    ------
    FindingsError
        If there is no paper of a name.
    """
    known = {paper.name: paper for paper in papers()}
    unknown = [name for name in names if name not in known]
    if unknown:
        raise FindingsError(_unknown(name, tuple(known)) for name in unknown)
    return tuple(paper for paper in papers() if not names or paper.name in names)


def _unknown(name: str, known: Sequence[str]) -> Finding:
    return Finding(
        "KLA-R-009",
        f'Berkas "{name}" tidak dikenal.{did_you_mean(name, known)}',
        f"Pilih dari: {', '.join(known)}.",
        Place(sheet="berkas"),
        name,
    )


def word_templates() -> tuple[Template, ...]:
    """Return the Word templates of all papers, each once."""
    found = {template.file: template for paper in papers() for template in paper.templates}
    return tuple(found.values())
