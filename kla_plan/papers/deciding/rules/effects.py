"""Effects that are assumptions, by the points that hang on them."""

from collections.abc import Collection, Iterable

from kla_plan.papers.deciding.decision import Decision, leader, options
from kla_plan.papers.deciding.ground import Ground
from kla_plan.report.sentences.words import count, points


def ask(ground: Ground, clusters: Collection[str]) -> Iterable[Decision]:
    """Ask for a check of assumed effects, the activity with most points named."""
    pack = ground.plan.pack
    codes = tuple(
        code
        for code in ground.activities(clusters)
        if any(row.asumsi for row in pack.effects_of(code))
    )
    if not codes:
        return
    rows = sum(bool(row.asumsi) for code in codes for row in pack.effects_of(code))
    most = max(codes, key=lambda code: (ground.lost((code,)), code))
    activity, lost = pack.activities[most], ground.lost((most,))
    yield Decision(
        rule="dampak",
        matter=(
            f"{count(rows, 'kenaikan nilai', start=True)} dari "
            f"{count(len(codes), 'kegiatan')} masih asumsi. Terbesar {most} {activity.nama}: "
            f"{points(float(lost))} bergantung padanya."
        ),
        options=options(
            "dicocokkan dengan petunjuk teknis penilaian, lalu rencana dihitung ulang",
            "diterima; hasil verifikasi pertama menjadi pembanding",
        ),
        due="sebelum RAD KLA ditetapkan",
        who=leader(ground, activity.opd),
        points=lost,
        codes=codes,
    )
