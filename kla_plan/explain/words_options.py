"""The optional rules (``keadilan``, ``ketahanan``) in the planner's words."""

import math
from collections.abc import Callable

from kla_plan.indonesian import number, percent, rupiah
from kla_plan.problem.case import Case
from kla_plan.problem.linear import Clause
from kla_plan.problem.rules import (
    cluster_points,
    cluster_share,
    opd_share,
    protection,
    robust_answers,
    robust_costs,
    spread,
)

#: Writes "the smallest change": takes what a change of so many model units is called.
type Sentence = Callable[[Callable[[float], str]], str]
#: Code, sheet, title, what is asked, and the change that would help.
type Parts = tuple[str, str, str, str, str]

_HERE = "skenario"


def _up(case: Case, amount: float) -> str:
    return rupiah(math.ceil(amount * case.unit))


def _hundredths(amount: float) -> str:
    return number(math.ceil(amount * 100) / 100)


def _cluster_points(case: Case, clause: Clause, say: Sentence) -> Parts:
    cluster = str(clause.key[0])
    floor = case.scenario.keadilan.min_poin_klaster[cluster]
    return (
        "011",
        _HERE,
        f"Poin minimum klaster {cluster}",
        f"sekurangnya {number(floor)} poin pada tahun {case.years[-1]}.",
        say(lambda s: f"turunkan batasnya sebesar {_hundredths(s)} poin"),
    )


def _cluster_share(case: Case, clause: Clause, say: Sentence) -> Parts:
    cluster = str(clause.key[0])
    share = case.scenario.keadilan.min_porsi_klaster[cluster]
    return (
        "012",
        _HERE,
        f"Porsi minimum klaster {cluster}",
        f"sekurangnya {percent(share)} dari seluruh belanja.",
        say(lambda s: f"turunkan porsinya; kurangnya setara {_up(case, s)}"),
    )


def _opd_share(case: Case, clause: Clause, say: Sentence) -> Parts:
    return (
        "013",
        _HERE,
        f"Porsi maksimum OPD {clause.key[0]}",
        f"paling banyak {percent(case.scenario.keadilan.maks_porsi_opd)} dari seluruh belanja.",
        say(lambda s: f"naikkan porsinya; lebihnya setara {_up(case, s)}"),
    )


def _spread(case: Case, clause: Clause, say: Sentence) -> Parts:
    activity = case.pack.activities[str(clause.key[0])]
    share = case.scenario.keadilan.sebaran_kecamatan.min_porsi
    return (
        "014",
        _HERE,
        f"Sebaran {activity.kegiatan} ({activity.nama})",
        (
            f"bila dilaksanakan, menjangkau sekurangnya {percent(share)} dari "
            f"{number(activity.volume_maks)} {activity.satuan}."
        ),
        say(lambda s: f"turunkan jangkauannya sebesar {_hundredths(s)} {activity.satuan}"),
    )


def _protection(case: Case, clause: Clause, say: Sentence) -> Parts:
    wish = case.scenario.keadilan.minimal_perlindungan_khusus
    asked = (
        rupiah(wish.rupiah_per_tahun)
        if clause.key[1] == "rupiah"
        else f"{percent(wish.porsi)} dari belanja tahun itu"
    )
    return (
        "015",
        _HERE,
        f"Perlindungan khusus (klaster {wish.klaster}) tahun {clause.key[0]}",
        f"sekurangnya {asked}.",
        say(lambda s: f"turunkan batasnya; kurangnya setara {_up(case, s)}"),
    )


def _costs(case: Case, clause: Clause, say: Sentence) -> Parts:
    wish, (year, fund, opd) = case.scenario.ketahanan, clause.key
    parts = [
        f"tahun {year}" if year else "semua tahun",
        f"sumber dana {fund}" if fund else "",
        f"OPD {opd}" if opd else "",
    ]
    return (
        "016",
        _HERE,
        f"Ketahanan pagu {', '.join(part for part in parts if part)}",
        (
            f"harus cukup walaupun biaya {wish.biaya_terburuk} kegiatan naik "
            f"{percent(wish.lonjakan_biaya)}."
        ),
        say(lambda s: f"tambah pagu itu sebesar {_up(case, s)}, atau kurangi lonjakan_biaya"),
    )


def _answers(case: Case, clause: Clause, say: Sentence) -> Parts:
    target = case.scenario.target[int(clause.key[0]) - 1]
    return (
        "017",
        _HERE,
        f"Ketahanan target ke-{clause.key[0]} (tahun {target.tahun})",
        f"harus tercapai walaupun {case.scenario.ketahanan.jawaban_gagal} jawaban tidak naik.",
        say(lambda s: f"turunkan target sebesar {_hundredths(s)} poin, atau jawaban_gagal"),
    )


WRITERS: dict[str, Callable[[Case, Clause, Sentence], Parts]] = {
    cluster_points.RULE: _cluster_points,
    cluster_share.RULE: _cluster_share,
    opd_share.RULE: _opd_share,
    spread.RULE: _spread,
    protection.RULE: _protection,
    robust_costs.RULE: _costs,
    robust_answers.RULE: _answers,
}
