"""The three decisions that are the head of region's own."""

from fractions import Fraction

from kla_plan.indonesian import percent, rupiah
from kla_plan.instrument import NO_PREDICATE
from kla_plan.papers.deciding.decision import Decision, head, options
from kla_plan.papers.deciding.ground import Ground
from kla_plan.papers.deciding.rules import decisions
from kla_plan.papers.predicate.chances import Chances
from kla_plan.papers.predicate.facts import Step, until, verified_now
from kla_plan.report.sentences.words import points

#: Rules whose first decision is laid before the head of region, the most pressing first.
_ORDER = (
    "anggaran", "realisasi", "bukti", "rangkaian", "kode", "perda", "mitra", "harga", "dampak",
    "dukungan", "pagu", "tanpa kegiatan",
)  # fmt: skip
HOW_MANY = 3


def three(ground: Ground, way: tuple[Step, ...], odds: Chances) -> tuple[Decision, ...]:
    """Return the target, the next budget, and what is most pressing besides.

    Where a plan asks for too little, the enactment of the action plan makes up the number.
    """
    asked = decisions(ground, tuple(ground.plan.pack.instrument.clusters))
    first = {row.rule: row for row in reversed(asked)}
    others = [first[rule] for rule in _ORDER if rule in first]
    return (_target(ground, way, odds), *others, _enactment(ground), _monitoring(ground))[:HOW_MANY]


def _target(ground: Ground, way: tuple[Step, ...], odds: Chances) -> Decision:
    plan, last = ground.plan, ground.last
    if not way:
        held = plan.pack.instrument.predicate(verified_now(plan))
        return _keep(ground, held, odds)
    aim = way[0]
    name = aim.record.predikat
    if aim.checked is None:
        lacking = Fraction(aim.record.batas_bawah) - plan.verified_total(last)
        return Decision(
            "sasaran",
            f"Sasaran predikat. Rencana belum mencapai {name} setelah verifikasi sampai {last}: "
            f"masih kurang {points(float(lacking))}.",
            options(
                f"{name} menurut penilaian mandiri mulai {aim.own}" if aim.own else "",
                "pagu atau cakrawala ditambah, lalu rencana dihitung ulang",
                f"sasaran {points(float(plan.verified_total(last)))} tanpa predikat baru",
            ),
            "sebelum RAD KLA ditetapkan",
            head(ground),
            points=lacking,
        )
    year = _goal_year(ground, aim.checked)
    higher = next((step for step in reversed(way[1:]) if step.checked), None)
    return Decision(
        "sasaran",
        f"Sasaran predikat. Menurut rencana, {name} dicapai setelah verifikasi mulai "
        f"{aim.checked}; anggaran sampai {year} {rupiah(until(plan, year))}.",
        options(
            f"{name} pada {year} (peluang {percent(odds.at_least(name, year), 0)})",
            f"{name} pada {last} (peluang {percent(odds.at_least(name, last), 0)})"
            if year != last
            else "",
            _higher(ground, higher, odds),
            "tanpa sasaran predikat",
        ),
        "sebelum RAD KLA ditetapkan",
        head(ground),
        rupiah=until(plan, year),
        points=aim.missing,
    )


def _goal_year(ground: Ground, year: int) -> int:
    """Return the year of a target: not one whose budget is past."""
    return max(year, ground.years[0]) if ground.years else year


def _higher(ground: Ground, step: Step | None, odds: Chances) -> str:
    if step is None or step.checked is None:
        return ""
    year, name = _goal_year(ground, step.checked), step.record.predikat
    return (
        f"{name} pada {year} (peluang {percent(odds.at_least(name, year), 0)}, anggaran "
        f"{rupiah(until(ground.plan, year))})"
    )


def _keep(ground: Ground, held: str, odds: Chances) -> Decision:
    name = held if held != NO_PREDICATE else "predikat"
    chance = odds.at_least(held, ground.last)
    return Decision(
        "sasaran",
        f"Sasaran predikat. {name} adalah predikat tertinggi dan menurut rencana bertahan dengan "
        f"peluang {percent(chance, 0)} pada {ground.last}.",
        options("dipertahankan dengan rencana ini", "sasaran dialihkan ke mutu layanan"),
        "sebelum RAD KLA ditetapkan",
        head(ground),
    )


def _enactment(ground: Ground) -> Decision:
    return Decision(
        "penetapan",
        "Penetapan RAD KLA agar mengikat perangkat daerah.",
        options("dengan peraturan kepala daerah", "sebagai muatan Perda KLA"),
        "setelah dibahas Gugus Tugas KLA",
        head(ground),
    )


def _monitoring(ground: Ground) -> Decision:
    return Decision(
        "pemantauan",
        "Laporan pelaksanaan RAD KLA kepada kepala daerah.",
        options("setiap triwulan", "setiap semester"),
        "dalam keputusan Gugus Tugas KLA",
        head(ground),
    )
