"""The rules in the planner's words: what is there, and the smallest change that would help."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from kla_plan.explain import words_options
from kla_plan.indonesian import number, rupiah
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Clause
from kla_plan.problem.rules import (
    capacity,
    ceilings,
    exclusive,
    forbidden,
    locked,
    mandatory,
    prerequisites,
    targets,
    window,
)
from kla_plan.scenario import Target


@dataclass(frozen=True, slots=True)
class Words:
    """One rule in words.

    Attributes
    ----------
    code
        Three digits of the finding's code.
    sheet
        Table or file in which the rule stands.
    title, have, change
        The rule's name, what it says now, and the smallest change that would help.
    """

    code: str
    sheet: str
    title: str
    have: str
    change: str


def in_words(
    case: Case,
    clause: Clause,
    alone: float | None,
    needed: float | None,
    *,
    least: bool = True,
) -> Words:
    """Put a rule that is part of a clash into words.

    Parameters
    ----------
    alone
        How far the rule alone would have to give way, in the model's unit; ``None`` if giving
        way on it alone does not help.
    needed
        The same, with only the clashing rules in force.
    least
        Whether it is proven that ``alone`` cannot be less.
    """
    return _written(case, clause, _Give(alone, needed, least))


def change_in_words(case: Case, clause: Clause, amount: float) -> str:
    """Say by how much a rule gives way, as part of a sentence."""
    return _written(case, clause, _Bare(amount, None)).change


def _written(case: Case, clause: Clause, give: "_Give") -> Words:
    if clause.rule in words_options.WRITERS:
        return Words(*words_options.WRITERS[clause.rule](case, clause, give.sentence))
    return _WRITERS[clause.rule](case, clause, give)


@dataclass(frozen=True, slots=True)
class _Give:
    alone: float | None
    needed: float | None
    least: bool = True

    def sentence(self, change: Callable[[float], str]) -> str:
        """Say the smallest single change, or that it takes more than this one."""
        if self.alone is not None and not self.least:
            return (
                f"Cukup: {change(self.alone)}; perubahan yang lebih kecil mungkin juga cukup, "
                "tetapi belum terbukti."
            )
        if self.alone is not None:
            return f"Perubahan terkecil: {change(self.alone)}."
        if self.needed is not None:
            return (
                f"Sekurangnya {change(self.needed)}; itu belum cukup, karena aturan lain di luar "
                "pertentangan ini ikut menghalangi."
            )
        if not self.least:
            return (
                "Belum diketahui apakah mengubah aturan ini saja cukup; waktu pencarian habis "
                "sebelum terbukti."
            )
        return "Mengubah aturan ini saja tidak cukup; ubah bersama aturan lain yang disebut."


class _Bare(_Give):
    """The change alone, without a sentence around it."""

    def sentence(self, change: Callable[[float], str]) -> str:
        """Return the change."""
        return change(self.alone or 0.0)


def _activity(case: Case, code: object) -> str:
    return f"{code} ({case.pack.activities[str(code)].nama})"


def _ceiling_name(clause: Clause) -> str:
    year, fund, opd = clause.key
    parts = [
        f"tahun {year}" if year else "semua tahun",
        f"sumber dana {fund}" if fund else "semua sumber dana",
        f"OPD {opd}" if opd else "semua OPD",
    ]
    return ", ".join(parts)


def _bounds(case: Case, clause: Clause) -> tuple[int, int]:
    for row in case.pack.ceilings:
        if (row.tahun or 0, row.sumber_dana, row.opd) == clause.key:
            top = int(Fraction(row.batas_atas or 0) * Fraction(case.scenario.pagu_faktor))
            return top, row.batas_bawah or 0
    raise KeyError(clause)


def _factor(case: Case) -> str:
    factor = case.scenario.pagu_faktor
    return "" if factor == 1 else f" (setelah dikalikan pagu_faktor {number(factor)})"


def _rupiah_up(case: Case, amount: float) -> int:
    return math.ceil(amount * case.unit)


def _top(case: Case, clause: Clause, give: _Give) -> Words:
    top, _ = _bounds(case, clause)
    return Words(
        "001",
        "pagu",
        f"Pagu {_ceiling_name(clause)}",
        f"batas atas {rupiah(top)}{_factor(case)}.",
        give.sentence(
            lambda s: (
                f"naikkan batas atas sebesar {rupiah(_rupiah_up(case, s))} "
                f"menjadi {rupiah(top + _rupiah_up(case, s))}"
            )
        ),
    )


def _floor(case: Case, clause: Clause, give: _Give) -> Words:
    _, floor = _bounds(case, clause)
    return Words(
        "002",
        "pagu",
        f"Belanja minimum {_ceiling_name(clause)}",
        f"batas bawah {rupiah(floor)}.",
        give.sentence(
            lambda s: (
                f"turunkan batas bawah sebesar {rupiah(_rupiah_up(case, s))} "
                f"menjadi {rupiah(max(0, floor - _rupiah_up(case, s)))}"
            )
        ),
    )


def _capacity(case: Case, clause: Clause, give: _Give) -> Words:
    opd, year = clause.key
    have = case.pack.opds[str(opd)].kapasitas_per_tahun or 0
    return Words(
        "003",
        "opd",
        f"Kapasitas {opd} tahun {year}",
        f"{number(have)} satuan per tahun.",
        give.sentence(lambda s: f"tambah kapasitas sebesar {number(math.ceil(s * 100) / 100)}"),
    )


def _target_points(case: Case, target: Target) -> str:
    asked = f"predikat {target.predikat}" if target.predikat else f"{number(target.poin or 0)} poin"
    basis = "nilai verifikasi" if target.dasar == "verifikasi" else "nilai mandiri"
    needed = number(targets.needed(case, target))
    return f"{asked} pada {basis} tahun {target.tahun}, setara nilai mandiri {needed}"


def _target(case: Case, clause: Clause, give: _Give) -> Words:
    target = case.scenario.target[int(clause.key[0]) - 1]
    return Words(
        "004",
        "skenario",
        f"Target ke-{clause.key[0]}",
        f"{_target_points(case, target)}.",
        give.sentence(
            lambda s: (
                f"turunkan target sebesar {number(math.ceil(s * 100) / 100)} poin nilai mandiri, "
                "atau mundurkan tahunnya"
            )
        ),
    )


def _mandatory(case: Case, clause: Clause, give: _Give) -> Words:
    return Words(
        "005",
        "kegiatan",
        f"Kegiatan wajib {_activity(case, clause.key[0])}",
        "harus dilaksanakan sekurangnya sekali.",
        give.sentence(lambda _: "kosongkan kolom wajib kegiatan ini"),
    )


def _locked(case: Case, clause: Clause, give: _Give) -> Words:
    when = f"tahun {clause.key[1]}" if len(clause.key) > 1 else "dalam cakrawala rencana"
    return Words(
        "006",
        "skenario",
        f"Kunci {_activity(case, clause.key[0])}",
        f"harus aktif {when}.",
        give.sentence(lambda _: "lepaskan kunci ini"),
    )


def _forbidden(case: Case, clause: Clause, give: _Give) -> Words:
    return Words(
        "007",
        "skenario",
        f"Larangan {_activity(case, clause.key[0])}",
        "tidak boleh dilaksanakan.",
        give.sentence(lambda _: "cabut larangan ini"),
    )


def _exclusive(case: Case, clause: Clause, give: _Give) -> Words:
    members = [a.kegiatan for a in case.activities if a.kelompok_eksklusif == clause.key[0]]
    return Words(
        "008",
        "kegiatan",
        f"Kelompok eksklusif {clause.key[0]}",
        f"paling banyak satu dari {', '.join(members)}.",
        give.sentence(lambda _: "keluarkan salah satu kegiatan dari kelompok ini"),
    )


def _prerequisite(case: Case, clause: Clause, give: _Give) -> Words:
    activity, need = clause.key
    return Words(
        "009",
        "prasyarat",
        f"Prasyarat {_activity(case, activity)}",
        f"membutuhkan {_activity(case, need)} lebih dahulu.",
        give.sentence(lambda _: "hapus prasyarat ini atau pendekkan jedanya"),
    )


def _window(case: Case, clause: Clause, give: _Give) -> Words:
    code, side = clause.key
    activity = case.pack.activities[str(code)]
    first, last = activity.mulai_paling_awal, activity.mulai_paling_akhir
    column = "mulai_paling_awal" if side == "awal" else "mulai_paling_akhir"
    limits = [
        f"paling awal {first}" if first is not None else "",
        f"paling akhir {last}" if last is not None else "",
    ]
    return Words(
        "010",
        "kegiatan",
        f"Jendela waktu {_activity(case, code)}",
        f"mulai {' dan '.join(limit for limit in limits if limit)}.",
        give.sentence(lambda _: f"longgarkan kolom {column}"),
    )


_WRITERS: dict[str, Callable[[Case, Clause, _Give], Words]] = {
    ceilings.RULE_TOP: _top,
    ceilings.RULE_FLOOR: _floor,
    capacity.RULE: _capacity,
    targets.RULE: _target,
    mandatory.RULE: _mandatory,
    locked.RULE: _locked,
    forbidden.RULE: _forbidden,
    exclusive.RULE: _exclusive,
    prerequisites.RULE: _prerequisite,
    window.RULE: _window,
}
