"""Activities without an official code cannot be keyed into SIPD."""

from collections.abc import Collection, Iterable

from kla_plan.indonesian import rupiah
from kla_plan.papers.deciding.decision import Decision, before_budget, options
from kla_plan.papers.deciding.ground import Ground
from kla_plan.report.sentences.words import count, listed


def ask(ground: Ground, clusters: Collection[str]) -> Iterable[Decision]:
    """Ask for the codes of all activities of regional agencies that lack one."""
    pack = ground.plan.pack
    codes = tuple(
        code
        for code in ground.activities(clusters)
        if not pack.activities[code].sub_kegiatan
        and pack.opds[pack.activities[code].opd].jenis == "apbd"
    )
    if not codes:
        return
    amount = ground.rupiah(codes)
    agencies = list(dict.fromkeys(pack.activities[code].opd for code in codes))
    yield Decision(
        rule="kode",
        matter=(
            f"{count(len(codes), 'kegiatan', start=True)} senilai {rupiah(amount)} pada "
            f"{listed(agencies, 3)} belum memiliki kode sub kegiatan ({listed(codes, 4)})."
        ),
        options=options(
            "OPD mengusulkan kode, Bappeda memeriksanya dalam SIPD",
            "digabungkan ke sub kegiatan OPD yang sudah ada",
            "ditunda sampai berkode",
        ),
        due=before_budget(ground),
        who="Kepala Bappeda",
        rupiah=amount,
        points=ground.lost(codes),
        codes=codes,
    )
