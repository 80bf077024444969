"""City packs: specification, reading, checking, writing.

The road through the room, one module a step: ``source`` finds the files, ``read_csv`` and
``read_xlsx`` turn them into raw tables (``cells``), ``catalogue`` lays them over the shared
catalogue, ``tables`` and ``parse`` type every cell, ``checks`` look at the whole (``draft``),
``spread`` and ``build`` make the :class:`Pack`. Everything is driven by the specification in
``columns``; ``workbook``, ``dictionary`` and ``docs`` are written from it too.
"""

from kla_plan.pack.checks import check_scenario
from kla_plan.pack.model import Pack, Profil
from kla_plan.pack.new import new_folder
from kla_plan.pack.read import inspect, load_pack
from kla_plan.pack.workbook import unpack_workbook, write_workbook
from kla_plan.pack.write import write_folder

__all__ = [
    "Pack",
    "Profil",
    "check_scenario",
    "inspect",
    "load_pack",
    "new_folder",
    "unpack_workbook",
    "write_folder",
    "write_workbook",
]
