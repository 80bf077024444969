"""Every Word template is the one its builder writes, and uses only the names it is given."""

from pathlib import Path

import pytest

from kla_plan.papers.paper import Template
from kla_plan.papers.registry import word_templates
from kla_plan.papers.templates import build, write_templates
from kla_plan.report.word.render import check_template
from kla_plan.resources import templates


@pytest.mark.parametrize("template", word_templates(), ids=lambda one: one.file)
def test_the_shipped_template_is_that_of_the_builder(template: Template) -> None:
    assert (templates() / template.file).read_bytes() == build(template)


@pytest.mark.parametrize("template", word_templates(), ids=lambda one: one.file)
def test_a_template_names_only_what_it_is_given(template: Template) -> None:
    check_template(templates() / template.file, template.names)


def test_every_shipped_word_file_belongs_to_a_paper(tmp_path: Path) -> None:
    written = {path.name for path in write_templates(tmp_path / "templat")}
    assert written == {path.name for path in templates().glob("*.docx")}
