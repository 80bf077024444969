"""The action matrix, whole and by year."""

from collections.abc import Mapping
from decimal import Decimal

import pandas as pd

from kla_plan.indonesian import join
from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan
from kla_plan.plan.spent import spent_by_year
from kla_plan.report.tables.kinds import REALISED_FUND


def target_column(year: int) -> str:
    """Name of the volume column of a year in :func:`matrix`."""
    return f"target_{year}"


def pagu_column(year: int) -> str:
    """Name of the rupiah column of a year in :func:`matrix`."""
    return f"pagu_{year}"


def matrix(plan: Plan) -> pd.DataFrame:
    """Return the action matrix, in the instrument's order.

    One row per activity that is done or paid in some year.

    Returns
    -------
    pandas.DataFrame
        ``klaster, klaster_nama, indikator, indikator_nama, program_kode, program, giat_kode,
        giat, sub_kegiatan_kode, sub_kegiatan, program_rpjmd, kegiatan`` (code), ``nama,
        indikator_kinerja, satuan``; ``baseline`` (volume realised up to the base year, ``None``
        where the pack records none); per year ``target_<tahun>`` (volume, ``None`` where not
        active) and ``pagu_<tahun>`` (rupiah); ``pagu_total``; ``sumber_dana, opd, opd_nama,
        opd_pendukung`` (joined by ``; ``), ``data_dukung, asumsi``.
    """
    spent = spent_by_year(plan)
    rows = [
        _matrix_row(plan, code, {year: spent[code, year] for year in plan.years})
        for code in plan.active_or_paid
    ]
    indicators = list(plan.pack.instrument.indicators)
    rows.sort(key=lambda row: indicators.index(str(row["indikator"])))
    return pd.DataFrame(rows, dtype=object)


def _matrix_row(plan: Plan, code: str, yearly: Mapping[int, int]) -> dict[str, object]:
    pack = plan.pack
    activity = pack.activities[code]
    indicator = pack.instrument.indicators[activity.indikator]
    row: dict[str, object] = {
        "klaster": indicator.klaster,
        "klaster_nama": pack.instrument.clusters[indicator.klaster].nama,
        "indikator": activity.indikator,
        "indikator_nama": indicator.nama,
        **_nomenclature(pack, activity.sub_kegiatan),
        "program_rpjmd": activity.program_rpjmd,
        "kegiatan": code,
        "nama": activity.nama,
        "indikator_kinerja": activity.indikator_kinerja,
        "satuan": activity.satuan,
        "baseline": _baseline(pack, code),
    }
    row |= {target_column(year): plan.volumes.get((code, year)) for year in plan.years}
    row |= {pagu_column(year): rupiah for year, rupiah in yearly.items()}
    row |= {
        "pagu_total": sum(yearly.values()),
        "sumber_dana": "; ".join(_funds(plan, code)),
        "opd": activity.opd,
        "opd_nama": pack.opds[activity.opd].nama,
        "opd_pendukung": "; ".join(activity.opd_pendukung),
        "data_dukung": activity.data_dukung,
        "asumsi": activity.asumsi,
    }
    return row


def _nomenclature(pack: Pack, code: str) -> dict[str, str]:
    parts = code.split(".")
    codes = {
        "program": ".".join(parts[:3]) if len(parts) >= 3 else "",
        "giat": ".".join(parts[:5]) if len(parts) >= 5 else "",
        "sub_kegiatan": code,
    }
    found: dict[str, str] = {}
    for level, key in codes.items():
        record = pack.nomenclature.get(key)
        found[f"{level}_kode"] = key
        found[level] = record.nama if record else ""
    return found


def _baseline(pack: Pack, code: str) -> Decimal | None:
    done = [
        row.volume
        for row in pack.realised
        if row.kegiatan == code and row.tahun <= pack.profile.base_year
    ]
    return sum(done, Decimal(0)) if done else None


def _funds(plan: Plan, code: str) -> list[str]:
    used = {fund for (a, _, fund) in plan.spending if a == code}
    named = [fund for fund in plan.pack.funds if fund in used]
    return [*named, *([REALISED_FUND] if "" in used else [])]


def year_activities(plan: Plan, year: int) -> pd.DataFrame:
    """Return what is done or paid in one year, ordered by agency.

    Returns
    -------
    pandas.DataFrame
        ``opd, opd_nama, kegiatan, nama, sub_kegiatan_kode, sub_kegiatan, klaster_nama,
        indikator_nama, indikator_kinerja, satuan, volume`` (``None`` where the year only pays for
        earlier work), ``sumber_dana`` (with amounts where there are several), ``rupiah,
        opd_pendukung, data_dukung``.
    """
    table = matrix(plan)
    if table.empty:
        return pd.DataFrame(columns=[*_YEAR_COLUMNS])
    table = table.assign(volume=table[target_column(year)], rupiah=table[pagu_column(year)])
    table = table[table["volume"].notna() | (table["rupiah"] > 0)]
    funds = [_year_funds(plan, code, year) for code in table["kegiatan"]]
    table = table.assign(sumber_dana=funds)
    order = {code: place for place, code in enumerate(plan.pack.opds)}
    table = table.sort_values("opd", key=lambda codes: codes.map(order), kind="stable")
    return table[_YEAR_COLUMNS].reset_index(drop=True)


_YEAR_COLUMNS = [
    "opd", "opd_nama", "kegiatan", "nama", "sub_kegiatan_kode", "sub_kegiatan", "klaster_nama",
    "indikator_nama", "indikator_kinerja", "satuan", "volume", "sumber_dana", "rupiah",
    "opd_pendukung", "data_dukung",
]  # fmt: skip


def _year_funds(plan: Plan, code: str, year: int) -> str:
    funds = [f or REALISED_FUND for (a, t, f) in plan.spending if a == code and t == year]
    return join(sorted(funds))
