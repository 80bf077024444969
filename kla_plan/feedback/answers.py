"""The rows of all forms, gathered by activity: what the owner says and what the supporters say."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kla_plan.feedback.form import OWNER, PROPOSALS, REFUSE, YES, Usulan
from kla_plan.feedback.look import proposals
from kla_plan.feedback.read import Returned
from kla_plan.feedback.result import Side
from kla_plan.feedback.words import exact
from kla_plan.indonesian import rupiah
from kla_plan.pack.draft import Entry
from kla_plan.pack.text import text_of
from kla_plan.report.sentences.words import spans


@dataclass(frozen=True, slots=True)
class Wish:
    """One cell that an agency would like to be otherwise.

    ``column`` is that of the form; ``year`` counts for a volume only and is 0 elsewhere; ``text``
    is the proposal in canonical form.
    """

    column: str
    year: int
    text: str
    entry: Entry[Usulan]

    @property
    def cell(self) -> tuple[str, int]:
        """What identifies the cell among those of its activity."""
        return self.column, self.year


@dataclass(frozen=True, slots=True)
class Answer:
    """What one agency says about one activity; its rows in the order of the years."""

    opd: str
    activity: str
    owner: bool
    rows: tuple[Entry[Usulan], ...]

    @property
    def refused(self) -> tuple[int, ...]:
        """Years that it refuses."""
        return tuple(e.record.tahun for e in self.rows if e.record.setuju == REFUSE)

    @property
    def refuses_all(self) -> bool:
        """Whether it refuses every year of the plan."""
        return len(self.refused) == len(self.rows)

    @property
    def wishes(self) -> dict[tuple[str, int], Wish]:
        """Proposals that differ from what the plan was made with."""
        found: dict[tuple[str, int], Wish] = {}
        for entry in self.rows:
            for name in proposals(entry):
                year = entry.record.tahun if name == "usulan_volume" else 0
                wish = Wish(name, year, text_of(getattr(entry.record, name)), entry)
                if wish.text != current(entry.record, name):
                    found.setdefault(wish.cell, wish)
        return found

    @property
    def planned(self) -> dict[int, Decimal]:
        """Volume of the plan by year."""
        return {e.record.tahun: e.record.volume_rencana for e in self.rows}

    def refusal(self) -> Side:
        """Return what it says in refusing."""
        first = next(e for e in self.rows if e.record.setuju == REFUSE)
        return Side(self.opd, f"menolak tahun {spans(self.refused)}", self.why, first.at("setuju"))

    @property
    def why(self) -> str:
        """Its reasons, each once."""
        return "; ".join(dict.fromkeys(e.record.alasan for e in self.rows if e.record.alasan))

    def agrees(self, cell: tuple[str, int]) -> bool:
        """Whether it says yes to a cell as it stands: that year's row, or every row."""
        rows = [e for e in self.rows if not cell[1] or e.record.tahun == cell[1]]
        return bool(rows) and all(e.record.setuju == YES for e in rows)


def current(row: Usulan, column: str) -> str:
    """Return in canonical form what a proposal of this column would replace."""
    if column == "usulan_volume":
        return text_of(row.volume_rencana)
    return text_of(getattr(row, PROPOSALS[column][1]))


def gather(forms: Iterable[Returned]) -> dict[str, tuple[Answer, ...]]:
    """Return the answers by activity, that of the responsible agency first."""
    found: dict[str, list[Answer]] = {}
    for form in forms:
        for code, rows in _by_activity(form.changes).items():
            owner = rows[0].record.peran == OWNER
            found.setdefault(code, []).append(Answer(form.opd, code, owner, tuple(rows)))
    return {
        code: tuple(sorted(answers, key=lambda one: (not one.owner, one.opd)))
        for code, answers in sorted(found.items())
    }


def _by_activity(entries: Sequence[Entry[Usulan]]) -> dict[str, list[Entry[Usulan]]]:
    found: dict[str, list[Entry[Usulan]]] = {}
    for entry in sorted(entries, key=lambda one: one.record.tahun):
        found.setdefault(entry.record.kegiatan, []).append(entry)
    return found


def side(answer: Answer, wish: Wish) -> Side:
    """Return what an agency says with a proposal."""
    reason = wish.entry.record.alasan
    return Side(answer.opd, f"mengusulkan {shown(wish)}", reason, wish.entry.at(wish.column))


def shown(wish: Wish) -> str:
    """Write a proposal as a reader sees it: rupiah and volumes with points."""
    record = wish.entry.record
    if wish.column == "usulan_volume":
        return f"{exact(Decimal(wish.text))} {record.satuan}"
    if wish.column in {"usulan_biaya_per_unit", "usulan_biaya_tetap"}:
        return rupiah(int(wish.text))
    return wish.text.replace(";", "; ")
