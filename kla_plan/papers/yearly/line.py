"""What one year of a plan consists of: its actions as lines, and its sub kegiatan."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kla_plan.indonesian import join, number
from kla_plan.pack.columns import Kegiatan, Opd
from kla_plan.papers.yearly.forward import Forward
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences.words import spans


@dataclass(frozen=True, slots=True)
class Line:
    """One action in one year; rupiah are whole, volumes those of the plan.

    Attributes
    ----------
    agency
        Who answers for it, and in whose budget it stands.
    why_open
        Why its code cannot be entered into SIPD; empty where the code is official.
    volumes
        Volume of the year before, of the year and of the year after; ``None`` where not active.
    funds
        Rupiah of the year by fund, in the pack's order.
    before, after
        Rupiah of the neighbouring years; ``None`` for a year before the plan. After the last year
        it is what this plan's own deliveries still cost then.
    carried
        Rupiah of the year that earlier years' deliveries cost (upkeep, later instalments);
        ``None`` for a realised year, whose spending is not split.
    deliveries
        Earlier years whose deliveries cost something in this year.
    points, points_max
        Points of the action's indicator at the end of the year, and its maximum.
    """

    activity: Kegiatan
    agency: Opd
    why_open: str
    volumes: tuple[Decimal | None, Decimal | None, Decimal | None]
    funds: tuple[tuple[str, int], ...]
    rupiah: int
    before: int | None
    after: int
    carried: int | None
    deliveries: tuple[int, ...]
    indicator: str
    points: Fraction
    points_max: Decimal
    place: str

    @property
    def code(self) -> str:
        """Official code of the sub kegiatan; empty where there is none."""
        return "" if self.why_open else self.activity.sub_kegiatan

    @property
    def outside(self) -> bool:
        """Whether the agency is none of the region's budget, so that RKPD cannot hold it."""
        return self.agency.jenis != "apbd"

    @property
    def pays_only(self) -> bool:
        """Whether the year delivers nothing and only pays for earlier work."""
        return self.volumes[1] is None

    @property
    def output(self) -> str:
        """Output indicator as entered; the name of the action where none is."""
        return self.activity.indikator_kinerja or f"Terlaksananya {self.activity.nama}"

    def target(self, which: int = 1) -> str:
        """Volume with unit of the year before (0), of the year (1) or after (2), or empty."""
        volume = self.volumes[which]
        return "" if volume is None else f"{number(volume)} {self.activity.satuan}"

    @property
    def note(self) -> str:
        """Say what the year only pays for; empty where it only delivers."""
        if not self.deliveries:
            return ""
        word = "Hanya pembayaran" if self.pays_only else "Termasuk pembayaran"
        return f"{word} lanjutan atau pemeliharaan hasil tahun {spans(self.deliveries)}"


@dataclass(frozen=True, slots=True)
class Sub:
    """The actions of one agency under one official sub-kegiatan code in one year.

    ``before`` and ``after`` are those of the whole sub kegiatan, also of actions that run only
    then: that is what SIPD shows beside the pagu.
    """

    code: str
    agency: Opd
    lines: tuple[Line, ...]
    before: int | None
    after: int

    @property
    def rupiah(self) -> int:
        """Rupiah of the year."""
        return sum(line.rupiah for line in self.lines)

    @property
    def funds(self) -> tuple[tuple[str, int], ...]:
        """Rupiah of the year by fund."""
        return add_funds(self.lines)


@dataclass(frozen=True, slots=True)
class Year:
    """All lines of a year, with the sums of the neighbouring years."""

    plan: Plan
    year: int
    lines: tuple[Line, ...]
    forward: Forward

    def of(self, agency: str) -> tuple[Line, ...]:
        """Return the lines of one agency."""
        return tuple(line for line in self.lines if line.agency.opd == agency)

    @property
    def agencies(self) -> tuple[Opd, ...]:
        """Agencies that act or pay, in the pack's order."""
        used = {line.agency.opd for line in self.lines}
        return tuple(one for code, one in self.plan.pack.opds.items() if code in used)


def add_funds(lines: Sequence[Line]) -> tuple[tuple[str, int], ...]:
    """Add up the rupiah of lines by fund, in the order in which the funds first appear."""
    sums: dict[str, int] = {}
    for line in lines:
        for fund, rupiah in line.funds:
            sums[fund] = sums.get(fund, 0) + rupiah
    return tuple(sums.items())


def fund_text(funds: Sequence[tuple[str, int]], *, amounts: bool = False) -> str:
    """Name the funds; with their rupiah where there are several and ``amounts`` is asked."""
    if amounts and len(funds) > 1:
        return "; ".join(f"{fund} {number(rupiah)}" for fund, rupiah in funds)
    return join([fund for fund, _ in funds])
