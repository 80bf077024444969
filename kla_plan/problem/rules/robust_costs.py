"""Robustness, costs (``ketahanan.biaya_terburuk``): the worst k overruns fit under the ceilings.

Activity *a* may cost ``d[a] = lonjakan·cost[a]`` more. A ceiling without a fund must hold when
the k activities with the largest *d* under it all do (Bertsimas and Sim, 2004)::

    Σ cost[a] + k·z + Σ_a p[a] <= batas_atas,   z + p[a] >= d[a],   z, p >= 0

because the least ``k·z + Σ p`` is the sum of the k largest *d*.

Funds are moved when costs rise (perubahan APBD), within what each activity may use. Such a split
exists if, for every set *F* of funds, what only *F* can pay fits into *F* (Hall's condition, for
ceilings per year and fund)::

    Σ_{a: dana[a] ⊆ F} (cost[a,t] + overrun) <= Σ_{f in F} batas_atas[t,f]

The sets that matter are unions of eligible sets. They share one ``z`` and one ``p`` per year:
enough for every set, and no more than enough where the k largest are in all of them. Rows that
name a fund together with an OPD, or a fund without a year, are not protected
(:func:`unprotected` names them).
"""

from collections.abc import Iterable, Mapping

from kla_plan.pack.columns import Pagu
from kla_plan.problem.draft import Draft
from kla_plan.problem.fundgroups import fund_groups
from kla_plan.problem.linear import Clause, Linear, total
from kla_plan.problem.rules.ceilings import matching_years, pagu_key

RULE = "tahan_biaya"


def add(draft: Draft) -> None:
    """Protect every ceiling without a fund, and every set of funds of a year."""
    case = draft.case
    if not case.scenario.ketahanan.biaya_terburuk:
        return
    for ceiling in sorted(case.pack.ceilings, key=pagu_key):
        years = matching_years(ceiling, case.planned)
        if ceiling.batas_atas is not None and not ceiling.sumber_dana and years:
            _protect_row(draft, ceiling, years)
    for year in case.planned:
        _protect_funds(draft, year)


def unprotected(ceilings: Iterable[Pagu]) -> tuple[Pagu, ...]:
    """Return the upper bounds that the rule does not protect."""
    return tuple(
        row
        for row in ceilings
        if row.batas_atas is not None and row.sumber_dana and (row.opd or row.tahun is None)
    )


def _protect_row(draft: Draft, ceiling: Pagu, years: tuple[int, ...]) -> None:
    case, key = draft.case, pagu_key(ceiling)
    spending = {
        a.kegiatan: total(draft.spending(a.kegiatan, year) for year in years)
        for a in case.activities
        if ceiling.opd in {"", a.opd}
    }
    past = 0
    if ceiling.tahun is None:
        past = sum(
            rupiah
            for (code, year), rupiah in case.realised_rupiah.items()
            if year in case.years and ceiling.opd in {"", case.pack.activities[code].opd}
        )
    label = ",".join(str(part) for part in key)
    reserve = _reserve(draft, label, spending)
    if reserve is None:
        return
    z, shares = reserve
    spent = total(spending.values()).add(z).add(total(shares.values()))
    top = (case.scenario.ceiling(ceiling.batas_atas or 0) - past) / case.unit
    draft.row(f"tahan[{label}]", spent, None, float(top), Clause(RULE, key))


def _protect_funds(draft: Draft, year: int) -> None:
    case = draft.case
    tops = {
        row.sumber_dana: case.scenario.ceiling(row.batas_atas)
        for row in case.pack.ceilings
        if row.tahun == year and row.sumber_dana and not row.opd and row.batas_atas is not None
    }
    groups = fund_groups(case.pack)
    sets = _unions({frozenset(group.funds) for group in groups})
    sets = [funds for funds in sets if funds <= tops.keys()]
    if not sets:
        return
    spending = {
        code: draft.spending(code, year)
        for group in groups
        if any(funds >= set(group.funds) for funds in sets)
        for code in group.activities
    }
    reserve = _reserve(draft, str(year), spending)
    if reserve is None:
        return
    z, shares = reserve
    for number, funds in enumerate(sets, 1):
        members = [c for g in groups if funds >= set(g.funds) for c in g.activities]
        spent = total(spending[c] for c in members).add(z)
        spent.add(total(shares[c] for c in members if c in shares))
        top = float(sum(tops[f] for f in funds) / case.unit)
        clause = Clause(RULE, (year, "+".join(sorted(funds)), ""))
        draft.row(f"tahan[{year},dana,{number}]", spent, None, top, clause)


def _unions(eligible: set[frozenset[str]]) -> list[frozenset[str]]:
    found: set[frozenset[str]] = set()
    for funds in sorted(eligible, key=sorted):
        found |= {funds | other for other in found} | {funds}
    return sorted(found, key=lambda s: (len(s), sorted(s)))


def _reserve(
    draft: Draft, label: str, spending: Mapping[str, Linear]
) -> tuple[Linear, dict[str, Linear]] | None:
    """Return ``k·z`` and the ``p[a]`` that together hold the k largest overruns."""
    wish = draft.case.scenario.ketahanan
    moving = {code: cost for code, cost in spending.items() if cost.terms or cost.constant}
    if not moving or not wish.lonjakan_biaya:
        return None
    z = draft.column(f"tahan_z[{label}]")
    shares: dict[str, Linear] = {}
    for code, cost in sorted(moving.items()):
        shares[code] = draft.column(f"tahan_p[{label},{code}]")
        overrun = cost * float(wish.lonjakan_biaya)
        draft.at_most(f"tahan_d[{label},{code}]", overrun, z + shares[code])
    return z * float(wish.biaya_terburuk), shares
