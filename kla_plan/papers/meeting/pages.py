"""Two pages: how many rows of each table fit, and the values of the template."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from kla_plan.papers.columns import head_height, height_of
from kla_plan.papers.deciding.decision import chair
from kla_plan.papers.deciding.ground import Ground
from kla_plan.papers.meeting import phrases
from kla_plan.papers.meeting.columns import TABLES
from kla_plan.papers.meeting.facts import Agenda
from kla_plan.papers.meeting.lines import (
    Line,
    blank_line,
    component_line,
    decision_line,
    evidence_line,
    leaning_line,
    proposal_line,
    shortfall_line,
)
from kla_plan.report.charts.reached import standing_chart
from kla_plan.report.word.common import dokumen
from kla_plan.report.word.fit import Block, paragraph_height, share_rows
from kla_plan.report.word.picture import Picture
from kla_plan.report.word.template.compact import (
    HEIGHT,
    NOTE_SIZE,
    TEXT_SIZE,
    TITLE_SIZE,
    WIDTH,
)

#: Millimetres: the title but for the meeting's own line, with the line of date and place; a
#: heading; the space below a text; a note; what is left free on each page for programs that set
#: type a little wider.
_TITLE, _HEADING, _BELOW, _NOTE, _SPARE = 19.0, 7.2, 1.1, 3.9, 5.0
#: Share of the chart's own height at which it is set.
_SHRUNK = 0.975
#: Bold letters are so much wider.
_WIDER = 1.1
#: Lines for the minutes: at least and at most.
_WRITE = (3, 9)


@dataclass(frozen=True, slots=True)
class Section:
    """One table of a page: its opening, printed rows, what the rest is called, and its claim."""

    name: str
    text: str
    rows: Sequence[Line]
    noun: str = ""
    sheet: str = ""
    least: int = 1
    weight: float = 1.0

    @property
    def block(self) -> Block:
        """Heights of the rows."""
        heights = [height_of(TABLES[self.name], row) for row in self.rows]
        return Block(heights, self.least, self.weight)

    @property
    def frame(self) -> float:
        """Height of all but the rows: heading, opening, table head."""
        table = head_height(TABLES[self.name]) if self.rows else 0.0
        text = paragraph_height(self.text, WIDTH, TEXT_SIZE, 1.05) + _BELOW if self.text else 0.0
        return _HEADING + text + table

    def note(self, shown: int) -> float:
        """Height of the note on the rest."""
        return _NOTE if self.noun and shown < len(self.rows) else 0.0

    def values(self, shown: int) -> dict[str, object]:
        """Return the values of the template with so many rows."""
        left = self.rows[shown:]
        return {
            "teks": self.text,
            "baris": list(self.rows[:shown]),
            "sisa": phrases.rest(left, self.noun, self.sheet) if self.noun else "",
        }


def values(ground: Ground, agenda: Agenda, picture: Picture) -> dict[str, object]:
    """Return every value of the template."""
    figure = _chart(ground, agenda)
    opening = phrases.standing(ground, agenda)
    used = _TITLE + paragraph_height(agenda.meeting.title, WIDTH, TITLE_SIZE * _WIDER)
    used += _HEADING + paragraph_height(opening, WIDTH, TEXT_SIZE, 1.05) + _BELOW
    used += figure.get_figheight() * 25.4 * _SHRUNK + 1.0
    note = phrases.note(ground)
    below = paragraph_height(note, WIDTH, NOTE_SIZE) + 1.0
    first = _fill(HEIGHT - _SPARE - used, _first_page(ground, agenda))
    second = _fill(HEIGHT - _SPARE - below, _second_page(ground, agenda))
    common = dokumen(ground.plan)
    return {
        "dokumen": {"nama": common.nama, "periode": common.periode},
        "rapat": {
            "judul": agenda.meeting.title,
            "keterangan": (
                f"{common.nama} · rencana {common.periode} · keadaan akhir tahun "
                f"{common.tahun_dasar}"
            ),
            "pimpinan": chair(ground),
        },
        "kedudukan": {"teks": opening, "gambar": picture(figure)},
        **first,
        **second,
        "catatan": note,
    }


def _fill(room: float, sections: Sequence[Section]) -> dict[str, object]:
    blocks = [section.block for section in sections]
    free = room - sum(section.frame for section in sections)
    counts = share_rows(free - _NOTE * len(sections), blocks)
    # Tables that show all their rows need no note: others may use its room.
    notes = sum(s.note(shown) for s, shown in zip(sections, counts, strict=True))
    counts = share_rows(free - notes, blocks)
    pairs = zip(sections, counts, strict=True)
    return {section.name: section.values(shown) for section, shown in pairs}


def _first_page(ground: Ground, agenda: Agenda) -> tuple[Section, ...]:
    return (
        Section(
            "kesenjangan",
            phrases.shortfall(agenda),
            [shortfall_line(row, ground.last) for row in agenda.shortfalls],
            "pertanyaan",
            "Kesenjangan",
            3,
            3.0,
        ),
        Section(
            "bukti",
            phrases.evidence(agenda),
            [evidence_line(row) for row in agenda.unproven],
            "pertanyaan",
            "Data dukung",
            2,
            2.0,
        ),
        Section(
            "unsur",
            "",
            [component_line(row) for row in agenda.components],
            least=len(agenda.components),
        ),
    )


def _second_page(ground: Ground, agenda: Agenda) -> tuple[Section, ...]:
    return (
        Section(
            "usulan",
            phrases.proposals(ground, agenda),
            [proposal_line(row) for row in agenda.proposals],
            "kegiatan",
            "Usulan kegiatan",
            3,
            3.0,
        ),
        Section(
            "ketergantungan",
            phrases.leaning(agenda),
            [leaning_line(ground, row) for row in agenda.leanings],
            "ikatan",
            "Ketergantungan",
            1,
            1.2,
        ),
        Section(
            "keputusan",
            "",
            [decision_line(place, row) for place, row in enumerate(agenda.decisions, start=1)],
            "keputusan",
            "Keputusan",
            4,
            5.0,
        ),
        Section("notulen", "", [blank_line(n + 1) for n in range(_WRITE[1])], least=_WRITE[0]),
    )


def _chart(ground: Ground, agenda: Agenda) -> Figure:
    plan = ground.plan
    bars = [(bar.name, bar.now, bar.after, bar.maximum) for bar in agenda.standing.bars]
    what = "klaster" if agenda.meeting.plenary else "indikator"
    return standing_chart(
        bars,
        f"Capaian dan rencana per {what}",
        (plan.pack.profile.base_year, plan.years[-1]),
        width=WIDTH / 10,
    )
