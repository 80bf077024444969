"""Two questions, one activity for each: a search small enough to wait for, and a desk for it."""

from pathlib import Path

from kla_plan.pack.model import Pack
from kla_plan.scenario import Scenario
from kla_plan.workbench.solving import follow_changes
from kla_plan.workbench.state import State
from kla_plan.workbench.store import Store
from support.packs import tiny_pack
from support.toys import JUTA

TARGET = [{"tahun": 2027, "poin": 20}]


def two_questions(top: int = 4 * JUTA) -> Pack:
    """Two questions, one activity for each; the ceiling allows one of them, or both."""
    return tiny_pack(
        kegiatan=[{"kegiatan": "A"}, {"kegiatan": "B"}],
        pertanyaan=[{"pertanyaan": "P1"}, {"pertanyaan": "P2"}],
        biaya=[("A", 0, 4 * JUTA), ("B", 0, 4 * JUTA)],
        dampak=[("A", "P1", "1"), ("B", "P2", "1")],
        pagu=[{"batas_atas": top}],
    )


def opened(folder: Path, wish: Scenario, top: int = 4 * JUTA) -> Store:
    """Return a desk with that pack opened, which notices when its plan is an old one."""
    pack = two_questions(top)
    store = Store(State(folder=folder, pack=pack, loaded=pack, scenario=wish))
    follow_changes(store)
    return store
