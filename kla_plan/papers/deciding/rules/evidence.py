"""Points claimed without complete evidence: bring it, or do not claim them."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction

from kla_plan.gaps.evidence import NOT_STATED
from kla_plan.indonesian import join, number, tanggal
from kla_plan.papers.deciding.decision import Decision, chair, leader, options
from kla_plan.papers.deciding.ground import Ground
from kla_plan.papers.deciding.unproven import Unproven, unproven
from kla_plan.report.sentences.words import count, listed, points


def ask(ground: Ground, clusters: Collection[str]) -> Iterable[Decision]:
    """Ask for the missing evidence of all questions together."""
    rows = unproven(ground.current, clusters)
    if not rows:
        return
    total = sum((row.points for row in rows), Fraction(0))
    holders = Counter(holder for row in rows for holder in row.holders)
    most = [name for name, _ in sorted(holders.items(), key=lambda item: (-item[1], item[0]))][:3]
    yield Decision(
        rule="bukti",
        matter=_matter(rows, total),
        options=options(
            f"bukti diserahkan; terbanyak pada {listed(most)}" if most else "bukti diserahkan",
            "poin tanpa bukti tidak diakui dalam penilaian mandiri",
        ),
        due=_due(ground, rows),
        who=join([leader(ground, most[0]), chair(ground)]) if most else chair(ground),
        points=total,
        codes=tuple(row.question for row in rows),
    )


def _matter(rows: Sequence[Unproven], total: Fraction) -> str:
    unknown = sum(row.status == NOT_STATED for row in rows)
    if unknown == len(rows):
        return (
            f"Status data dukung {count(len(rows), 'pertanyaan')} berpoin belum dicatat, padahal "
            f"{points(float(total))} sudah diakui."
        )
    kinds = Counter(row.status for row in rows)
    parts = [
        f"{number(kinds[word])} {name}"
        for word, name in (
            ("belum", "belum ada"),
            ("sebagian", "sebagian"),
            (NOT_STATED, "belum dicatat"),
        )
        if kinds[word]
    ]
    return (
        f"Data dukung {count(len(rows), 'pertanyaan')} belum lengkap ({join(parts)}), padahal "
        f"{points(float(total))} sudah diakui."
    )


def _due(ground: Ground, rows: Sequence[Unproven]) -> str:
    codes = {row.question for row in rows}
    known = [
        row.tenggat
        for row in ground.current.records.evidence
        if row.pertanyaan in codes and row.tenggat is not None and row.status != "lengkap"
    ]
    return tanggal(min(known)) if known else "sebelum penilaian mandiri berikutnya"
