"""Planned years that are past without recorded realisation: the plan stands on sand there."""

from collections.abc import Collection, Iterable

from kla_plan.indonesian import rupiah
from kla_plan.papers.deciding.decision import Decision, options
from kla_plan.papers.deciding.ground import Ground
from kla_plan.report.sentences.words import count, spans


def ask(ground: Ground, clusters: Collection[str]) -> Iterable[Decision]:
    """Ask for the realisation of the years that are past."""
    years = ground.missed
    planned = {
        code
        for code, year in ground.plan.volumes
        if year in years and ground.cluster(code) in clusters
    }
    if not planned:
        return
    amount = sum(
        rupiah_
        for (code, year, _), rupiah_ in ground.plan.spending.items()
        if year in years and ground.cluster(code) in clusters
    )
    yield Decision(
        rule="realisasi",
        matter=(
            f"Tenggat persetujuan APBD {spans(years)} sudah lewat, sedangkan realisasi "
            f"{count(len(planned), 'kegiatan')} ({rupiah(amount)}) belum dicatat."
        ),
        options=options(
            "OPD melaporkan realisasi, lalu rencana disusun ulang",
            "rencana tahun berikutnya dipakai apa adanya",
        ),
        due="sebelum rencana dihitung ulang",
        who="Kepala Bappeda dan kepala OPD",
        rupiah=amount,
        codes=tuple(sorted(planned)),
    )
