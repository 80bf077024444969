"""What each rule costs: the score (or the rupiah) that would be won without it.

Every rule is first let go in the relaxation, where an answer takes milliseconds. Those that bind
there are then let go one by one in the whole-number problem, the most promising first, each
search starting from the plan. A price is never a dual value: it is the difference of two optima,
stated as the least and the most it can be.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from kla_plan.explain.band import Band, improvement, measure, unit_of
from kla_plan.explain.fill import filled
from kla_plan.explain.search import GAP, polished, search
from kla_plan.explain.study import Change, Study, study_of
from kla_plan.explain.without import Rule, rules, without
from kla_plan.explain.words import in_words
from kla_plan.indonesian import number
from kla_plan.plan.plan import Plan
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Clause
from kla_plan.solve.door import OnProgress, Stop

#: A rule whose absence lifts the relaxation by less than this share of it does not bind there.
BINDING = 1e-6
#: Seconds below which a search without a rule rarely says more than the relaxation did.
LEAST = 3.0

#: Share of the time for bettering the plan itself, so that no rule is credited with that.
POLISH = 0.1
#: Share of the time for whole kinds of rules; the rest goes to single rules.
KINDS_SHARE = 0.4

#: Names of the kinds of rules, in the order in which planners meet them.
KINDS: Mapping[str, str] = {
    "pagu_atas": "Pagu",
    "pagu_bawah": "Belanja minimum",
    "kapasitas": "Kapasitas OPD",
    "wajib": "Kegiatan wajib",
    "prasyarat": "Prasyarat",
    "jendela": "Jendela waktu",
    "eksklusif": "Kelompok eksklusif",
    "kunci": "Kunci",
    "larang": "Larangan",
    "target": "Target",
    "min_poin_klaster": "Keadilan: poin minimum klaster",
    "min_porsi_klaster": "Keadilan: porsi minimum klaster",
    "maks_porsi_opd": "Keadilan: porsi maksimum OPD",
    "sebaran_kecamatan": "Keadilan: sebaran wilayah",
    "perlindungan_khusus": "Keadilan: perlindungan khusus anak",
    "tahan_biaya": "Ketahanan biaya",
    "tahan_jawaban": "Ketahanan jawaban",
}


@dataclass(frozen=True, slots=True)
class RulePrice:
    """The price of one rule, or of all rules of a kind together.

    Attributes
    ----------
    kind
        Kind of rule, a key of :data:`KINDS`.
    clauses
        The rule, as the problem names it.
    rule
        Name of the rule in words; empty for a whole kind.
    have
        What the rule says now.
    relaxed
        What would be won in the relaxation: a hint where to look first, no proof.
    price
        What would be won without the rule; ``None`` where there was no time to ask.
    plan
        The best plan found without the rule.
    """

    kind: str
    clauses: tuple[Clause, ...]
    rule: str
    have: str
    relaxed: float
    price: Band | None
    plan: Plan | None


@dataclass(frozen=True, slots=True)
class RulePrices:
    """The ladder of prices, the dearest first.

    Attributes
    ----------
    plan
        The plan whose rules are priced.
    kinds
        Prices of whole kinds of rules.
    prices
        Prices of single rules that bind in the relaxation; those without an answer last.
    slack
        Number of rules that do not bind in the relaxation and were not asked about further.
    seconds
        Wall time spent.
    """

    plan: Plan
    kinds: tuple[RulePrice, ...]
    prices: tuple[RulePrice, ...]
    slack: int
    seconds: float

    @property
    def open(self) -> tuple[RulePrice, ...]:
        """Rules that bind in the relaxation but were left out for want of time."""
        return tuple(price for price in self.prices if price.price is None)

    def table(self, *, kinds: bool = False) -> pd.DataFrame:
        """Return the ladder.

        Parameters
        ----------
        kinds
            Whole kinds of rules in place of single rules.

        Returns
        -------
        pandas.DataFrame
            ``jenis_aturan, aturan, isi, terlihat, paling_sedikit, paling_banyak, terbukti,
            petunjuk`` in weighted points (or rupiah, where the plan seeks the least cost).
        """
        rows = [_row(price) for price in (self.kinds if kinds else self.prices)]
        return pd.DataFrame(rows, columns=_COLUMNS)

    def sentences(self) -> list[str]:
        """Say what was asked, what was found and what was left out."""
        return _sentences(self)


_COLUMNS = [
    "jenis_aturan",
    "aturan",
    "isi",
    "terlihat",
    "paling_sedikit",
    "paling_banyak",
    "terbukti",
    "petunjuk",
]


def rule_prices(
    plan: Plan,
    *,
    seconds: float = 60.0,
    kinds: Collection[str] | None = None,
    gap: float = GAP,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> RulePrices:
    """Return what each rule costs, as a ladder.

    Parameters
    ----------
    seconds
        Time for all searches together; what it does not suffice for is listed as open.
    kinds
        Kinds of rules to look at, keys of :data:`KINDS`; all by default.
    gap
        Relative gap at which one search stops.

    Notes
    -----
    The plan stays allowed when a rule is let go, so a price is never negative. Both optima are
    known within their gaps only; from the plan's value *o* and bound *b* and the values *o'* and
    *b'* without the rule, the price lies between ``o' − b`` and ``b' − o``.
    """
    study = study_of(plan, seconds, on_progress=on_progress, stop=stop)
    study.tell("Menyaring aturan dengan relaksasi")
    chosen = [rule for rule in rules(study.rows_of) if kinds is None or rule.kind in kinds]
    together = _together(chosen)
    screened = _screen(study, [*together, *chosen])
    least = max(1.0, abs(plan.proof.objective)) * BINDING
    plan = polished(study, plan, study.clock.left * POLISH)
    ask = _Ask(study, plan, gap, screened)
    whole = [rule for rule in together if screened[rule.clauses] > least]
    binding = [rule for rule in chosen if screened[rule.clauses] > least]
    binding.sort(key=lambda rule: (-screened[rule.clauses], rule.clauses))
    ask.plan_for([*whole, *binding])
    end = study.clock.part(KINDS_SHARE)
    kinds_priced = [ask(rule, whole=True, skip=end.over) for rule in whole]
    prices = [ask(rule, whole=False) for rule in binding]
    return RulePrices(
        plan,
        tuple(sorted(kinds_priced, key=_dearest)),
        tuple(sorted(prices, key=_dearest)),
        len(chosen) - len(binding),
        study.clock.elapsed,
    )


def _together(chosen: Sequence[Rule]) -> list[Rule]:
    """Return one rule per kind that holds all rules of the kind, in the order of the kinds."""
    return [
        Rule(kind, tuple(clause for rule in chosen if rule.kind == kind for clause in rule.clauses))
        for kind in KINDS
        if any(rule.kind == kind for rule in chosen)
    ]


def _screen(study: Study, asked: Sequence[Rule]) -> dict[tuple[Clause, ...], float]:
    base = study.limit(Change())
    found: dict[tuple[Clause, ...], float] = {}
    for rule in asked:
        value = None if study.clock.over else study.limit(study.freed(rule.clauses))
        if value is None or base is None:
            found[rule.clauses] = float("inf")  # not told: ask the problem itself
        else:
            found[rule.clauses] = study.sign * (value - base)
    return found


class _Ask:
    """Searches without one rule after another, as long as there is time."""

    def __init__(
        self,
        study: Study,
        plan: Plan,
        gap: float,
        screened: Mapping[tuple[Clause, ...], float],
    ) -> None:
        self._study, self._plan, self._gap, self._screened = study, plan, gap, screened
        self._known: dict[tuple[Clause, ...], tuple[Band, Plan | None]] = {}
        self._todo: set[tuple[Clause, ...]] = set()
        self._all = 0

    def plan_for(self, rules_to_ask: Iterable[Rule]) -> None:
        """Tell how many different searches there are, so that they share the time."""
        self._todo = {rule.clauses for rule in rules_to_ask}
        self._all = len(self._todo)

    def __call__(self, rule: Rule, *, whole: bool, skip: bool = False) -> RulePrice:
        known = self._known.get(rule.clauses)
        if known is None and not skip and self._study.clock.left >= LEAST:
            known = self._known[rule.clauses] = self._search(rule)
        self._todo.discard(rule.clauses)
        words = in_words(self._study.case, rule.clauses[0], None, None)
        title = words.title if len(rule.clauses) == 1 else _several(self._study, rule)
        band, plan = known or (None, None)
        gain = self._screened[rule.clauses]
        return RulePrice(
            rule.kind,
            rule.clauses,
            "" if whole else title,
            "" if whole else words.have,
            gain,
            band,
            plan,
        )

    def _search(self, rule: Rule) -> tuple[Band, Plan | None]:
        study, plan = self._study, self._plan
        case = Case(*without(plan.pack, plan.scenario, rule.clauses))
        number = self._all - len(self._todo) + 1
        answer = search(
            study,
            study.freed(rule.clauses),
            f"Harga aturan {number} dari {self._all}",
            seconds=max(LEAST, study.clock.share(len(self._todo))),
            case=case,
            start=filled(case, plan),
            gap=self._gap,
            aim="grow",
        )
        return improvement(plan, answer), answer.plan


def _several(study: Study, rule: Rule) -> str:
    """Name a rule of several clauses: the capacity of one OPD in all years."""
    opd = rule.clauses[0].key[0]
    return f"Kapasitas {opd}, {len(rule.clauses)} tahun" if study.case.planned else str(opd)


def _dearest(price: RulePrice) -> tuple[bool, float, float, float]:
    band = price.price
    if band is None:
        return (True, 0.0, 0.0, -price.relaxed)
    return (False, -(band.seen or 0.0), -band.least, -price.relaxed)


def _row(price: RulePrice) -> dict[str, object]:
    band = price.price
    return {
        "jenis_aturan": KINDS[price.kind],
        "aturan": price.rule or f"Semua aturan jenis {KINDS[price.kind]}",
        "isi": price.have,
        "terlihat": None if band is None else band.seen,
        "paling_sedikit": None if band is None else band.least,
        "paling_banyak": None if band is None else band.most,
        "terbukti": None if band is None else band.exact,
        "petunjuk": price.relaxed,
    }


def _sentences(found: RulePrices) -> list[str]:
    asked = [price for price in found.prices if price.price is not None]
    all_rules = len(asked) + len(found.open) + found.slack
    first = (
        f"{number(all_rules)} aturan ditinjau dalam {number(found.seconds, 1)} detik: "
        f"{number(found.slack)} tidak mengikat pada relaksasi, {number(len(asked))} dihitung "
        "ulang tanpa aturan itu."
    )
    lines = [first]
    if found.open:
        lines.append(
            f"Sebanyak {number(len(found.open))} aturan yang mengikat belum dihitung ulang karena "
            "waktunya habis; untuk itu hanya ada petunjuk dari relaksasi, yang bukan bukti."
        )
    unit = unit_of(found.plan)
    for price in asked[:3]:
        assert price.price is not None  # noqa: S101 - chosen so
        seen = measure(price.price.seen or 0.0, unit)
        lines.append(
            f"Tanpa aturan “{price.rule}” rencana yang ditemukan lebih baik {seen}; harga aturan "
            f"ini {price.price.words}."
        )
    if found.slack:
        lines.append(
            "Aturan yang tidak mengikat pada relaksasi masih mungkin mengikat pada bilangan bulat; "
            "harganya tidak dihitung di sini."
        )
    return lines
