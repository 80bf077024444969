"""Questions with missing points that no activity of the pack covers."""

from collections.abc import Collection, Iterable
from fractions import Fraction

from kla_plan.candidates import uncovered
from kla_plan.papers.deciding.decision import Decision, chair, options
from kla_plan.papers.deciding.ground import Ground
from kla_plan.report.sentences.words import count, listed, points


def ask(ground: Ground, clusters: Collection[str]) -> Iterable[Decision]:
    """Ask who proposes activities for the points that no activity reaches."""
    table = uncovered(ground.plan.pack, ground.plan.scenario)
    rows = table[table["klaster"].isin(list(clusters))].to_dict("records")
    if not rows:
        return
    codes = tuple(str(row["pertanyaan"]) for row in rows)
    missing = sum((Fraction(row["sisa"]).limit_denominator(10**6) for row in rows), Fraction(0))
    named = list(dict.fromkeys(opd for row in rows for opd in str(row["opd"]).split(";") if opd))
    yield Decision(
        rule="tanpa kegiatan",
        matter=(
            f"{points(float(missing))} pada {count(len(rows), 'pertanyaan')} ({listed(codes, 4)}) "
            "tidak dijangkau kegiatan mana pun dalam daftar."
        ),
        options=options(
            f"{listed(named, 3)} mengusulkan kegiatan baru" if named else "ditunjuk OPD pengusul",
            "diterima sebagai poin yang tidak dikejar",
        ),
        due="sebelum rencana dihitung ulang",
        who=chair(ground),
        points=missing,
        codes=codes,
    )
