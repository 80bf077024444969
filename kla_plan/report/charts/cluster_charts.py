"""Charts about where points are missing and how a plan fills them, cluster by cluster."""

from matplotlib.figure import Figure
from matplotlib.patches import Patch

from kla_plan.indonesian import number, percent
from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan
from kla_plan.report.charts.bars import name_rows
from kla_plan.report.charts.shaded_grid import ShadedGrid, shaded_grid
from kla_plan.report.charts.style import (
    EMPTY,
    INK,
    PALETTE,
    PORTRAIT,
    REST,
    SMALL,
    cluster_short,
    indonesian_axis,
    new_chart,
    short,
    wrap,
)
from kla_plan.report.sentences.kinds import kind_words
from kla_plan.report.tables import cluster_path
from kla_plan.report.tables.causes import cluster_kinds
from kla_plan.report.tables.progress import indicator_gains
from kla_plan.report.tables.rest import cluster_outlook

#: Points below this are nothing to a reader.
_NOTHING = 0.005
#: Long names without a short form break into lines of this many letters.
_NAME = 34
#: A name longer than this does not fit the head of a narrow column.
_HEAD = 12
#: A part of a bar shorter than this per cent has no room for its figure.
_READABLE = 4.0


def causes_chart(pack: Pack) -> Figure:
    """Draw the missing points by kind of question and cluster, with sums on the edges."""
    table = cluster_kinds(pack)
    wide = table.pivot_table(index="tipe", columns="klaster", values="selisih", aggfunc="sum")
    wide = wide.reindex(columns=list(pack.instrument.clusters)).fillna(0.0)
    wide = wide.loc[wide.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    wide = wide[wide.sum(axis=1) >= _NOTHING]
    inner = [[float(value) for value in row] for row in wide.to_numpy()]
    values = [[*row, sum(row)] for row in inner]
    values.append([sum(column) for column in zip(*values, strict=True)])
    most = max((value for row in inner for value in row), default=1.0)
    clusters = pack.instrument.clusters
    heads = {code: _head(code, cluster.nama) for code, cluster in clusters.items()}
    codes = [f"{code}: {clusters[code].nama}" for code, head in heads.items() if head == code]
    return shaded_grid(
        ShadedGrid(
            rows=[*(kind_words(str(kind)).short for kind in wide.index), "Jumlah"],
            columns=[*heads.values(), "Jumlah"],
            shades=[*([*(v / most for v in row), None] for row in inner), [None] * len(values[-1])],
            labels=[[number(v) if v >= _NOTHING else "" for v in row] for row in values],
            height=0.56,
        ),
        f"Poin yang belum diraih menurut jenis pertanyaan, {pack.profile.full_name}",
        f"Poin di bawah nilai maksimum pertanyaan pada akhir tahun {pack.profile.base_year}; "
        + "; ".join(["angka Romawi: klaster", *codes]),
    )


def _head(code: str, name: str) -> str:
    """Return a heading that fits a narrow column: a cluster's numeral, a short name, or a code."""
    if " — " in name:
        return cluster_short(name).removeprefix("Klaster ")
    return name if len(name) <= _HEAD else code


def share_chart(plan: Plan) -> Figure:
    """Draw each cluster's share of its maximum, year by year."""
    table = cluster_path(plan)
    years = [plan.pack.profile.base_year, *plan.years]
    rows = table.to_dict("records")
    whole = float(table["poin_maks"].sum())
    values = [[float(row[y]) / float(row["poin_maks"]) for y in years] for row in rows]
    values.append([float(table[year].sum()) / whole for year in years])
    floor = max(0.0, min(value for row in values for value in row) - 0.1)
    names = [wrap(cluster_short(str(row["nama"])), _NAME) for row in rows]
    return shaded_grid(
        ShadedGrid(
            rows=[*names, "Seluruh instrumen"],
            columns=[str(year) for year in years],
            shades=[[(value - floor) / (1 - floor) for value in row] for row in values],
            labels=[[percent(value) for value in row] for row in values],
            height=0.6,
        ),
        f"Capaian setiap klaster dari poin maksimumnya, {plan.pack.profile.full_name}",
        f"Persen pada akhir tahun; {years[0]} adalah keadaan awal; makin gelap makin tinggi",
    )


def gains_chart(plan: Plan) -> Figure:
    """Draw what each year adds to each indicator; indicators that never change are left out."""
    table = indicator_gains(plan)
    moved = table[(table[list(plan.years)].abs() >= _NOTHING).any(axis=1)]
    columns: list[int | str] = [*plan.years, "jumlah"]
    records = moved.to_dict("records")
    values = [[float(row[column]) for column in columns] for row in records]
    sums = [float(moved[column].sum()) for column in columns]
    most = max((value for row in values for value in row[:-1]), default=1.0)
    still = len(table) - len(moved)
    note = f"; {number(still)} indikator tanpa perubahan tidak digambar" if still else ""
    names = [f"{short(str(row['nama']), 44)}  {row['indikator']}" for row in records]
    return shaded_grid(
        ShadedGrid(
            rows=[*names, "Seluruh instrumen"],
            columns=[*(str(year) for year in plan.years), "Jumlah"],
            shades=[*([*(v / most for v in row[:-1]), None] for row in values), [None] * len(sums)],
            labels=[[_signed(value) for value in row] for row in [*values, sums]],
            height=0.47,
        ),
        f"Tambahan poin setiap indikator per tahun, {plan.pack.profile.full_name}",
        f"Poin penilaian mandiri dibandingkan tahun sebelumnya{note}",
    )


def _signed(value: float) -> str:
    if abs(value) < _NOTHING:
        return ""
    return f"+{number(value)}" if value > 0 else f"−{number(-value)}"


def outlook_chart(plan: Plan) -> Figure:
    """Draw how each cluster's maximum splits up: reached, gained by the plan, left."""
    table = cluster_outlook(plan)
    base, last = plan.pack.profile.base_year, plan.years[-1]
    figure, axes = new_chart(
        PORTRAIT,
        1.4 + 0.78 * len(table),
        f"Poin setiap klaster pada akhir tahun {last}, {plan.pack.profile.full_name}",
        "Persen dari poin maksimum klaster; angka dalam batang: poin",
    )
    parts = (
        ("awal", f"sudah diraih {base}", REST),
        ("tambahan", f"ditambahkan sampai {last}", PALETTE[0]),
        ("sisa_terjangkau", "tersisa, terjangkau kegiatan calon", PALETTE[1]),
        ("sisa_di_luar", "tersisa, di luar jangkauan", EMPTY),
    )
    rows = table.to_dict("records")
    for place, row in enumerate(rows):
        begin = 0.0
        for key, _, colour in parts:
            points = max(float(row[key]), 0.0)
            share = 100 * points / float(row["poin_maks"])
            axes.barh(place, share, left=begin, color=colour, height=0.64)
            if share >= _READABLE:
                axes.text(
                    begin + share / 2, place, number(points), ha="center", va="center",
                    fontsize=6.4, color="white" if colour == PALETTE[0] else INK,
                )  # fmt: skip
            begin += share
    name_rows(axes, [wrap(cluster_short(str(row["nama"])), _NAME) for row in rows])
    axes.set_xlim(0, 100)
    indonesian_axis(axes, "x")
    used = [part for part in parts if float(table[part[0]].sum()) >= _NOTHING]
    handles = [Patch(color=colour, label=label) for _, label, colour in used]
    figure.legend(
        handles=handles, loc="outside lower center", ncols=2, fontsize=SMALL, frameon=False
    )
    return figure
