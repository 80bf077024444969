"""Activities that several other agencies must support, without a recorded agreement."""

from collections.abc import Collection, Iterable

from kla_plan.indonesian import number, rupiah
from kla_plan.papers.deciding.decision import Decision, options
from kla_plan.papers.deciding.ground import Ground
from kla_plan.papers.deciding.leaning import support
from kla_plan.report.sentences.words import count, listed

#: Supporting agencies from which roles have to be agreed upon in writing.
SEVERAL = 2


def ask(ground: Ground, clusters: Collection[str]) -> Iterable[Decision]:
    """Ask for agreed roles; no table of the pack records agreements, so none is known."""
    pack = ground.plan.pack
    codes = tuple(
        code
        for code in ground.activities(clusters)
        if len(pack.activities[code].opd_pendukung) >= SEVERAL
    )
    if not codes:
        return
    named = [f"{agency} ({number(times)})" for agency, times in support(ground, clusters)[:3]]
    yield Decision(
        rule="dukungan",
        matter=(
            f"{count(len(codes), 'kegiatan', start=True)} ({rupiah(ground.rupiah(codes))}) "
            "memerlukan dua OPD pendukung atau lebih; kesepakatan tertulis belum tercatat. "
            f"Paling sering: {listed(named)}."
        ),
        options=options(
            "pembagian peran dituangkan dalam berita acara rapat",
            "penanggung jawab melaksanakan sendiri; dukungan dihapus dari RAD",
        ),
        due="dalam rapat ini",
        who="Sekretaris Daerah",
        rupiah=ground.rupiah(codes),
        points=ground.lost(codes),
        codes=codes,
    )
