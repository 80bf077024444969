"""The starting point of the Word templates in ``templates/``.

``python -m kla_plan.report.word.template`` writes them anew. An analyst edits a copy of the
written files in Word; making a document reads only the file.
"""

from kla_plan.report.word.template.books import build_rad, build_yearly, write_templates

__all__ = ["build_rad", "build_yearly", "write_templates"]
