"""Activities that other agencies wait for: somebody must promise a year."""

from collections.abc import Collection, Iterable

from kla_plan.indonesian import rupiah
from kla_plan.papers.deciding.decision import Decision, chair, leader, options
from kla_plan.papers.deciding.ground import Ground
from kla_plan.papers.deciding.leaning import Leaning, leanings
from kla_plan.report.sentences.words import count, listed, points


def ask(ground: Ground, clusters: Collection[str]) -> Iterable[Decision]:
    """Ask for a commitment to each activity that other agencies wait for."""
    seen: set[str] = set()
    for row in leanings(ground, clusters):
        if row.needed not in seen:
            seen.add(row.needed)
            yield _commitment(ground, row)


def _commitment(ground: Ground, row: Leaning) -> Decision:
    pack = ground.plan.pack
    agencies = list(dict.fromkeys(pack.activities[code].opd for code in row.waiting))
    gone = ground.waiting((row.needed,))
    return Decision(
        rule="rangkaian",
        matter=(
            f"{row.needed} {pack.activities[row.needed].nama} ({row.agency}, {row.year}) ditunggu "
            f"{listed(agencies, 3)}; {points(float(row.points))} bergantung padanya."
        ),
        options=options(
            f"{leader(ground, row.agency)} menyanggupi selesai {row.year}",
            f"{count(len(gone), 'kegiatan')} ({rupiah(ground.rupiah(gone))}) dijadwalkan ulang "
            "bersama",
        ),
        due=f"akhir {row.year}",
        who=chair(ground),
        rupiah=ground.rupiah(gone),
        points=row.points,
        codes=(row.needed, *row.waiting),
    )
