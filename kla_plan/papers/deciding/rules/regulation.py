"""Activities that end in a regional regulation, which the council has to pass."""

from collections.abc import Collection, Iterable

from kla_plan.indonesian import rupiah
from kla_plan.papers.deciding.decision import Decision, head, options
from kla_plan.papers.deciding.ground import Ground
from kla_plan.report.sentences.words import points

#: Kind of question that a Perda answers.
_KIND = "perda"


def ask(ground: Ground, clusters: Collection[str]) -> Iterable[Decision]:
    """Ask for a place in the council's programme for each Perda of the plan."""
    pack = ground.plan.pack
    for code in ground.activities(clusters):
        kinds = {pack.instrument.questions[e.pertanyaan].tipe for e in pack.effects_of(code)}
        years = ground.active(code)
        if _KIND not in kinds or not years:
            continue
        activity, lost = pack.activities[code], ground.lost((code,))
        rivals = [
            other.kegiatan
            for other in pack.activities.values()
            if activity.kelompok_eksklusif
            and other.kelompok_eksklusif == activity.kelompok_eksklusif
            and other.kegiatan != code
        ]
        yield Decision(
            rule="perda",
            matter=(
                f"{code} {activity.nama} direncanakan pada {years[0]} ({activity.opd}, "
                f"{rupiah(ground.rupiah((code,)))}, {points(float(lost))})."
            ),
            options=options(
                f"dimuat dalam Propemperda {years[0]}",
                f"diganti {pack.activities[rivals[0]].nama} ({rivals[0]})" if rivals else "",
                "ditunda; poinnya tidak dihitung sampai ditetapkan",
            ),
            due=f"sebelum Propemperda {years[0]} ditetapkan",
            who=f"DPRD bersama {head(ground)}",
            rupiah=ground.rupiah((code,)),
            points=lost,
            codes=(code,),
        )
