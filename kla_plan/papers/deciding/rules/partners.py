"""Activities of bodies that the region does not command: they have to be asked."""

from collections.abc import Collection, Iterable

from kla_plan.papers.deciding.decision import Decision, head, options
from kla_plan.papers.deciding.ground import Ground
from kla_plan.report.sentences.words import count, listed, points


def ask(ground: Ground, clusters: Collection[str]) -> Iterable[Decision]:
    """Ask for letters to vertical bodies and partners that hold activities of the plan."""
    pack = ground.plan.pack
    codes = tuple(
        code
        for code in ground.activities(clusters)
        if pack.opds[pack.activities[code].opd].jenis != "apbd"
    )
    if not codes:
        return
    bodies = list(dict.fromkeys(pack.activities[code].opd for code in codes))
    supported = [c for c in codes if pack.activities[c].opd_pendukung]
    lost = ground.lost(codes)
    yield Decision(
        rule="mitra",
        matter=(
            f"{count(len(codes), 'kegiatan', start=True)} dipegang {listed(bodies, 4)}, di luar "
            f"perangkat daerah; {points(float(lost))} bergantung padanya."
        ),
        options=options(
            f"{head(ground)} meminta kesanggupan tertulis",
            f"{count(len(supported), 'kegiatan')} dialihkan ke OPD pendukung" if supported else "",
            "poinnya tidak dihitung sampai disanggupi",
        ),
        due=f"sebelum pelaksanaan {min(ground.active(c)[0] for c in codes if ground.active(c))}"
        if any(ground.active(c) for c in codes)
        else "dalam rapat ini",
        who=head(ground),
        rupiah=ground.rupiah(codes),
        points=lost,
        codes=codes,
    )
