"""Money left under every ceiling while activities are booked one by one."""

from collections import defaultdict
from collections.abc import Mapping

from kla_plan.pack.columns import Pagu
from kla_plan.problem.case import Case

type Payment = dict[tuple[int, str], int]


class Purse:
    """What has been spent by (tahun, sumber_dana, opd), and what each ceiling still leaves."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._tops = [
            (row, int(case.scenario.ceiling(row.batas_atas)))
            for row in case.pack.ceilings
            if row.batas_atas is not None
        ]
        self._users = {
            fund: sum(fund in a.sumber_dana or not a.sumber_dana for a in case.activities)
            for fund in case.pack.funds
        }
        self.spent: dict[tuple[int, str, str], int] = defaultdict(int)
        for (activity, year), rupiah in case.realised_rupiah.items():
            if year in case.years:
                self.spent[year, "", case.pack.activities[activity].opd] += rupiah

    def left(self, year: int, fund: str, opd: str, extra: Mapping[tuple[int, str], int]) -> int:
        """Return the most that may still be spent; ``extra`` counts as spent by ``opd``."""
        rooms = [
            top - self._under(row, opd, extra)
            for row, top in self._tops
            if row.tahun in {None, year} and row.sumber_dana in {"", fund} and row.opd in {"", opd}
        ]
        return max(0, min(rooms, default=10**15))

    def year_left(self, year: int) -> int:
        """Return how much the funds of a year hold, whoever spends it."""
        return sum(self.left(year, fund, "", {}) for fund in self._case.pack.funds)

    def overdrawn(self) -> bool:
        """Whether a ceiling of planned years, whatever its fund, is overrun already."""
        return any(
            self._under(row, "", {}) > top
            for row, top in self._tops
            if row.tahun is None or row.tahun in self._case.planned
        )

    def place(self, activity: str, due: Mapping[int, int]) -> Payment | None:
        """Find funds for a bill by year, earmarked ones first; ``None`` if they do not suffice."""
        opd = self._case.pack.activities[activity].opd
        payment: Payment = {}
        for year, rupiah in due.items():
            for fund in sorted(self._case.pack.eligible_funds(activity), key=self._reach):
                share = min(rupiah, self.left(year, fund, opd, payment))
                if share:
                    payment[year, fund] = share
                    rupiah -= share  # noqa: PLW2901 - what is still to be paid
            if rupiah:
                return None
        return payment

    def pay(self, activity: str, payment: Payment) -> None:
        """Book a payment that :meth:`place` found."""
        opd = self._case.pack.activities[activity].opd
        for (year, fund), rupiah in payment.items():
            self.spent[year, fund, opd] += rupiah

    def _reach(self, fund: str) -> tuple[int, str]:
        """Funds that few activities may use come first."""
        return self._users[fund], fund

    def _under(self, row: Pagu, opd: str, extra: Mapping[tuple[int, str], int]) -> int:
        spent = sum(
            rupiah
            for (year, fund, who), rupiah in self.spent.items()
            if row.tahun in {None, year} and row.sumber_dana in {"", fund} and row.opd in {"", who}
        )
        return spent + sum(
            rupiah
            for (year, fund), rupiah in extra.items()
            if row.tahun in {None, year} and row.sumber_dana in {"", fund} and row.opd in {"", opd}
        )
