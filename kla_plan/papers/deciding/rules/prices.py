"""Prices that are assumptions, by the rupiah that rest on them."""

from collections.abc import Collection, Iterable

from kla_plan.indonesian import rupiah
from kla_plan.papers.deciding.decision import Decision, before_budget, leader, options
from kla_plan.papers.deciding.ground import Ground
from kla_plan.report.sentences.words import count


def ask(ground: Ground, clusters: Collection[str]) -> Iterable[Decision]:
    """Ask for prices from the region's price standard, the most expensive activity named."""
    pack = ground.plan.pack
    own = ground.activities(clusters)
    codes = tuple(
        code
        for code in own
        if ground.rupiah((code,)) and any(row.asumsi for row in pack.costs_of(code))
    )
    if not codes:
        return
    amount, whole = ground.rupiah(codes), ground.rupiah(own)
    most = max(codes, key=lambda code: (ground.rupiah((code,)), code))
    activity = pack.activities[most]
    yield Decision(
        rule="harga",
        matter=(
            f"Harga {count(len(codes), 'kegiatan')} masih asumsi: {rupiah(amount)} dari "
            f"{rupiah(whole)}. Terbesar {most} {activity.nama} ({rupiah(ground.rupiah((most,)))})."
        ),
        options=options(
            "OPD menyerahkan harga satuan menurut standar harga daerah, lalu rencana dihitung "
            "ulang",
            "angka sementara dipakai dan ditandai asumsi",
        ),
        due=before_budget(ground),
        who=f"{leader(ground, activity.opd)} dan TAPD",
        rupiah=amount,
        codes=codes,
    )
