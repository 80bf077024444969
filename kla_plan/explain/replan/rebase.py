"""A new start: the pack as it stands after a year that has its own score sheet.

``rebase(pack, year)`` takes the answers of ``jawaban_<year>`` as the state at the end of a new
base year (contract 3.8: what was realised up to then is in them and adds nothing more) and lets
the horizon begin the year after. What the old horizon says about its past years is carried over:

* prices: ``biaya`` is in prices of tahun_awal, so it is lifted by the inflation of the years
  between (rounded half up; a later price can differ from the old one by a rupiah);
* a ``wajib`` activity that was realised in the old horizon is done;
* of a ``kelompok_eksklusif`` in which one was realised, the others are out (``volume_maks`` 0);
* ceilings of past years are left out; those of all years together lose what was spent.
"""

from dataclasses import replace
from decimal import Decimal

from kla_plan.pack.columns import Biaya, Jawaban, Kegiatan, Pagu, ProfilRow
from kla_plan.pack.model import Pack, Profil
from kla_plan.prices import price
from kla_plan.scenario import Kunci, Scenario

#: Said of an answer that the new score sheet does not give.
KEPT = "Tidak ada pada lembar jawaban tahun {year}; poin tahun {base} dipakai."


class NoScoreSheetError(ValueError):
    """The pack has no ``jawaban_<year>`` of the year it is to start from."""


def rebase(pack: Pack, year: int, *, inflation: Decimal = Decimal("0.03")) -> Pack:
    """Return the pack with ``year`` as its base year and the horizon starting after it.

    Parameters
    ----------
    inflation
        The scenario's ``inflasi``.

    Raises
    ------
    NoScoreSheetError
        If there is no ``jawaban_<year>``, or no year of the horizon is left after it.
    """
    if year not in pack.later_answers or year >= pack.profile.last_year:
        raise NoScoreSheetError(year)
    return replace(
        pack,
        profile=_profile(pack, year),
        answers=_answers(pack, year),
        activities={c: _activity(pack, row, year) for c, row in pack.activities.items()},
        costs=tuple(_lifted(pack, row, year, inflation) for row in pack.costs),
        ceilings=tuple(
            _ceiling(pack, row, year)
            for row in pack.ceilings
            if row.tahun is None or row.tahun > year
        ),
        later_answers={t: rows for t, rows in pack.later_answers.items() if t > year},
    )


def rebase_scenario(scenario: Scenario, pack: Pack, year: int) -> Scenario:
    """Return the scenario without wishes about years up to ``year``, and without kept ones."""
    done = {row.kegiatan for row in pack.realised if pack.profile.first_year <= row.tahun <= year}
    locks = tuple(
        lock
        for lock in scenario.kunci
        if (lock.tahun > year if isinstance(lock, Kunci) else lock not in done)
    )
    return scenario.model_copy(
        update={
            "target": tuple(t for t in scenario.target if t.tahun > year),
            "bobot_tahun": {t: w for t, w in scenario.bobot_tahun.items() if t > year},
            "kunci": locks,
        }
    )


def _profile(pack: Pack, year: int) -> Profil:
    old = pack.profile
    facts = dict(old.facts)
    for key, value in (("tahun_dasar", year), ("tahun_awal", year + 1)):
        facts[key] = replace(facts.get(key, ProfilRow(kunci=key)), nilai=str(value))
    return replace(old, base_year=year, first_year=year + 1, facts=facts)


def _answers(pack: Pack, year: int) -> dict[str, Jawaban]:
    given = {row.pertanyaan: row for row in pack.later_answers[year]}
    note = KEPT.format(year=year, base=pack.profile.base_year)
    return {
        code: given[code] if code in given else replace(old, asumsi=note)
        for code, old in pack.answers.items()
    }


def _activity(pack: Pack, row: Kegiatan, year: int) -> Kegiatan:
    done = {r.kegiatan for r in pack.realised if pack.profile.first_year <= r.tahun <= year}
    if row.wajib and row.kegiatan in done:
        row = replace(row, wajib=False)
    taken = {
        pack.activities[code].kelompok_eksklusif
        for code in done
        if pack.activities[code].kelompok_eksklusif
    }
    if row.kelompok_eksklusif in taken and row.kegiatan not in done:
        row = replace(row, volume_maks=Decimal(0), volume_min_per_tahun=None)
    return row


def _lifted(pack: Pack, row: Biaya, year: int, inflation: Decimal) -> Biaya:
    passed = year + 1 - pack.profile.first_year
    return replace(
        row,
        biaya_per_unit=price(row.biaya_per_unit, inflation, passed),
        biaya_tetap=price(row.biaya_tetap, inflation, passed),
    )


def _ceiling(pack: Pack, row: Pagu, year: int) -> Pagu:
    """Return an all-years ceiling less what was spent under it; others as they are."""
    if row.tahun is not None or row.sumber_dana:
        return row
    spent = sum(
        r.rupiah
        for r in pack.realised
        if pack.profile.first_year <= r.tahun <= year
        and row.opd in {"", pack.activities[r.kegiatan].opd}
    )
    top, floor = row.batas_atas, row.batas_bawah
    return replace(
        row,
        batas_atas=None if top is None else max(0, top - spent),
        batas_bawah=None if floor is None else max(0, floor - spent),
    )
