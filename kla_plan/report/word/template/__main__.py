"""Write the templates anew into ``templates/``."""

from kla_plan.report.word.template import write_templates
from kla_plan.resources import templates

write_templates(templates())
