"""The plan spread over kecamatan, kelurahan and desa: a proposal, one sheet each.

Which activities are spread is data (``tingkat_satuan.csv`` of the catalogue), how volumes are
shared stands in :mod:`kla_plan.papers.regions.turns`, how rupiah follow them in
:mod:`kla_plan.papers.regions.money`.
"""

from kla_plan.papers.paper import Paper, Template
from kla_plan.papers.regions.part_values import PART_NAMES
from kla_plan.papers.regions.template import PART, REGION, part_sheets, region_sheets
from kla_plan.papers.regions.values import NAMES
from kla_plan.papers.regions.write import write

PAPER = Paper(
    name="wilayah",
    title="Lembar kecamatan, kelurahan, dan desa",
    write=write,
    templates=(
        Template(REGION, "Templat lembar wilayah", region_sheets, NAMES),
        Template(PART, "Templat lembar kelurahan dan desa", part_sheets, PART_NAMES),
    ),
    seconds=4,
)
