"""The rows of an agency's form, filled from a plan."""

from dataclasses import replace

from kla_plan.feedback.form import CEILINGS, CHANGES, OWNER, SUPPORTER, PaguOpd, Usulan
from kla_plan.feedback.identity import LAYOUT, Identity, Marks, seal
from kla_plan.pack.columns import Biaya, Kegiatan, Pagu
from kla_plan.pack.text import text_of
from kla_plan.plan.plan import Plan
from kla_plan.plan.spent import bounded_years, spent_by_year, spent_under


def change_rows(plan: Plan, opd: str) -> tuple[Usulan, ...]:
    """Return one row per activity and year still to be decided: its own first, then supported.

    Years that only pay for earlier work have no row: there is nothing to agree to.
    """
    pack = plan.pack
    own = [a for a in plan.activities if pack.activities[a].opd == opd]
    helped = [a for a in plan.activities if a not in own and supports(pack.activities[a], opd)]
    return tuple(
        _row(plan, code, year, OWNER if code in own else SUPPORTER)
        for code in (*own, *helped)
        for year in pack.planned_years
        if (code, year) in plan.volumes
    )


def supports(activity: Kegiatan, opd: str) -> bool:
    """Whether an agency supports an activity of another one."""
    return opd in activity.opd_pendukung and activity.opd != opd


def price_of(plan_costs: tuple[Biaya, ...]) -> tuple[int, int]:
    """Return price per unit and fixed cost in the year of delivery."""
    first = next((row for row in plan_costs if row.tahun_ke == 0), None)
    return (first.biaya_per_unit, first.biaya_tetap) if first else (0, 0)


def _row(plan: Plan, code: str, year: int, role: str) -> Usulan:
    activity = plan.pack.activities[code]
    unit, fixed = price_of(plan.pack.costs_of(code))
    row = Usulan(
        kegiatan=code,
        tahun=year,
        peran=role,
        nama=activity.nama,
        satuan=activity.satuan,
        volume_rencana=plan.volumes[code, year],
        rupiah_rencana=spent_by_year(plan)[code, year],
        biaya_per_unit=unit,
        biaya_tetap=fixed,
        mulai_paling_awal=activity.mulai_paling_awal,
        opd_pendukung=text_of(activity.opd_pendukung),
        data_dukung=activity.data_dukung,
    )
    return replace(row, segel=seal(CHANGES.name, row))


def ceiling_rows(plan: Plan, opd: str) -> tuple[PaguOpd, ...]:
    """Return the agency's ceilings, and a row for every year that has none over all funds."""
    known = [row for row in plan.pack.ceilings if row.opd == opd and _ahead(plan, row)]
    covered = {row.tahun for row in known if not row.sumber_dana}
    missing = [
        Pagu(tahun=year, opd=opd) for year in plan.pack.planned_years if not {year, None} & covered
    ]
    rows = sorted([*known, *missing], key=lambda row: (row.tahun or 0, row.sumber_dana))
    return tuple(_ceiling(plan, row) for row in rows)


def _ahead(plan: Plan, row: Pagu) -> bool:
    return row.tahun is None or row.tahun in plan.pack.planned_years


def _ceiling(plan: Plan, row: Pagu) -> PaguOpd:
    asked = PaguOpd(
        tahun=row.tahun,
        sumber_dana=row.sumber_dana,
        belanja_rencana=spent_under(plan, row, bounded_years(plan, row)),
        batas_atas=row.batas_atas,
    )
    return replace(asked, segel=seal(CEILINGS.name, asked))


def identity(plan: Plan, opd: str, marks: Marks, changes: int, ceilings: int) -> Identity:
    """Return the identity of an agency's form with so many locked rows."""
    return Identity(
        bentuk=LAYOUT,
        kode_wilayah=plan.pack.profile.code,
        slug=plan.pack.slug,
        opd=opd,
        rencana=marks.plan,
        paket=marks.pack,
        baris_usulan=str(changes),
        baris_pagu=str(ceilings),
    )
