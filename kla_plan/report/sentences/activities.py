"""Sentences about the activities of a plan: the whole, and cluster by cluster."""

from collections import Counter

import pandas as pd

from kla_plan.indonesian import join, rupiah, rupiah_short
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences.words import (
    cluster_in_text,
    count,
    from_to,
    listed,
    period,
    series,
)


def overview(plan: Plan) -> str:
    """Say how many activities the plan has and who carries them."""
    how_many = len(plan.activities)
    span = period(plan.years)
    if not how_many:
        return f"Rencana aksi {span} tidak memuat kegiatan."
    agencies = {plan.pack.activities[code].opd for code in plan.activities}
    kinds = Counter(plan.pack.opds[code].jenis for code in agencies)
    who = [
        count(kinds[kind], name)
        for kind, name in (
            ("apbd", "perangkat daerah"),
            ("vertikal", "instansi vertikal"),
            ("mitra", "mitra"),
        )
        if kinds[kind]
    ]
    return (
        f"Rencana aksi {span} memuat {count(how_many, 'kegiatan')} yang menjadi tanggung jawab "
        f"{join(who)}."
    )


def cluster_plan(plan: Plan, cluster: str, rows: pd.DataFrame) -> list[str]:
    """Describe the action plan of a cluster in short paragraphs.

    Parameters
    ----------
    rows
        The rows of :func:`kla_plan.report.tables.matrix` of this cluster.
    """
    name = cluster_in_text(plan.pack.instrument.clusters[cluster].nama)
    before = float(plan.pack.start_score().clusters[cluster])
    after = float(plan.score(plan.years[-1]).clusters[cluster])
    move = f"direncanakan {from_to(before, after)} pada tahun {plan.years[-1]}."
    if rows.empty:
        return [
            (
                f"Tidak ada kegiatan tambahan yang direncanakan untuk {name}; capaian "
                "dipertahankan melalui tugas rutin perangkat daerah. Poin penilaian mandirinya "
                f"{move}"
            )
        ]
    opening = f"{_size(plan, name, rows)} Poin penilaian mandirinya {move}"
    return [text for text in (opening, _largest(rows), _who(rows)) if text]


def _size(plan: Plan, name: str, rows: pd.DataFrame) -> str:
    spent = int(rows["pagu_total"].sum())
    money = f"dengan kebutuhan anggaran {rupiah(spent)}" if spent else "tanpa kebutuhan anggaran"
    return (
        f"Untuk {name} direncanakan {count(len(rows), 'kegiatan')} {money} selama "
        f"{period(plan.years)}."
    )


def _largest(rows: pd.DataFrame) -> str:
    paid = rows[rows["pagu_total"] > 0].sort_values("pagu_total", ascending=False, kind="stable")
    named = [
        f"{name_in_text(str(row['nama']))} ({rupiah_short(row['pagu_total'])})"
        for row in paid.head(3).to_dict("records")
    ]
    if len(rows) <= 1 or not named:
        return ""
    if len(named) == 1:
        return f"Anggaran hanya diperlukan untuk {named[0]}."
    return f"Anggaran terbesar diperlukan untuk {series(named)}."


def _who(rows: pd.DataFrame) -> str:
    held = Counter(str(name) for name in rows["opd_nama"])
    if len(held) == 1:
        return f"Penanggung jawabnya adalah {next(iter(held))}."
    named = [f"{name} ({count(n, 'kegiatan')})" for name, n in held.most_common()]
    return f"Penanggung jawabnya adalah {listed(named, 4)}."


def name_in_text(name: str) -> str:
    """Write an activity's name inside a sentence: proper names and abbreviations stay large."""
    first, _, rest = name.partition(" ")
    if first.isupper() and len(first) > 1:
        return name
    verbal = first.endswith(("an", "si", "al", "e"))
    return name if rest[:1].isupper() and not verbal else name[:1].lower() + name[1:]


def first_year(plan: Plan) -> str:
    """Say how many activities begin in the first year that is still to be decided."""
    years = plan.pack.planned_years
    if not years:
        return "Seluruh tahun rencana sudah terealisasi."
    opening = years[0]
    starts = {code: min(t for a, t in plan.volumes if a == code) for code in plan.activities}
    begin = sum(1 for year in starts.values() if year == opening)
    later = sum(1 for year in starts.values() if year > opening)
    if not begin:
        return f"Belum ada kegiatan yang dimulai pada tahun {opening}."
    text = f"{count(begin, 'kegiatan', start=True)} dimulai pada tahun {opening}"
    return f"{text} dan {count(later, 'kegiatan')} pada tahun berikutnya." if later else f"{text}."
