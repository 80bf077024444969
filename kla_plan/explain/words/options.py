"""The optional rules (``keadilan``, ``ketahanan``) in words."""

from collections.abc import Mapping
from typing import Final

from kla_plan.explain.words.entry import Entry, hundredths_up, place, rupiah_up
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

_HERE = "skenario"


def _points(case: Case, clause: Clause) -> str:
    floor = case.scenario.keadilan.min_poin_klaster[str(clause.key[0])]
    return f"sekurangnya {number(floor)} poin pada tahun {case.years[-1]}"


def _share(case: Case, clause: Clause) -> str:
    share = case.scenario.keadilan.min_porsi_klaster[str(clause.key[0])]
    return f"sekurangnya {percent(share)} dari seluruh belanja"


def _reach(case: Case, clause: Clause) -> str:
    record = case.pack.activities[str(clause.key[0])]
    share = case.scenario.keadilan.sebaran_kecamatan.min_porsi
    return (
        f"bila dilaksanakan, menjangkau sekurangnya {percent(share)} dari "
        f"{number(record.volume_maks)} {record.satuan}"
    )


def _protection(case: Case, clause: Clause) -> str:
    wish = case.scenario.keadilan.minimal_perlindungan_khusus
    if clause.key[1] == "rupiah":
        return f"sekurangnya {rupiah(wish.rupiah_per_tahun)}"
    return f"sekurangnya {percent(wish.porsi)} dari belanja tahun itu"


def _costs(case: Case, _: Clause) -> str:
    wish = case.scenario.ketahanan
    return (
        f"harus cukup walaupun biaya {wish.biaya_terburuk} kegiatan naik "
        f"{percent(wish.lonjakan_biaya)}"
    )


def _aimed(case: Case, clause: Clause) -> str:
    year = case.scenario.target[int(clause.key[0]) - 1].tahun
    return f"Ketahanan target ke-{clause.key[0]} (tahun {year})"


OPTIONS: Final[Mapping[str, Entry]] = {
    cluster_points.RULE: Entry(
        "KLA-T-011",
        _HERE,
        "Keadilan: poin minimum suatu klaster",
        lambda _, clause: f"Poin minimum klaster {clause.key[0]}",
        _points,
        lambda _, __, amount: f"turunkan batasnya sebesar {hundredths_up(amount)} poin",
    ),
    cluster_share.RULE: Entry(
        "KLA-T-012",
        _HERE,
        "Keadilan: porsi minimum suatu klaster",
        lambda _, clause: f"Porsi minimum klaster {clause.key[0]}",
        _share,
        lambda case, _, amount: (
            f"turunkan porsinya; kurangnya setara {rupiah(rupiah_up(case, amount))}"
        ),
    ),
    opd_share.RULE: Entry(
        "KLA-T-013",
        _HERE,
        "Keadilan: porsi maksimum suatu OPD",
        lambda _, clause: f"Porsi maksimum OPD {clause.key[0]}",
        lambda case, _: (
            f"paling banyak {percent(case.scenario.keadilan.maks_porsi_opd)} dari seluruh belanja"
        ),
        lambda case, _, amount: (
            f"naikkan porsinya; lebihnya setara {rupiah(rupiah_up(case, amount))}"
        ),
    ),
    spread.RULE: Entry(
        "KLA-T-014",
        _HERE,
        "Keadilan: sebaran wilayah suatu kegiatan",
        lambda case, clause: (
            f"Sebaran {clause.key[0]} ({case.pack.activities[str(clause.key[0])].nama})"
        ),
        _reach,
        lambda case, clause, amount: (
            f"turunkan jangkauannya sebesar {hundredths_up(amount)} "
            f"{case.pack.activities[str(clause.key[0])].satuan}"
        ),
    ),
    protection.RULE: Entry(
        "KLA-T-015",
        _HERE,
        "Keadilan: belanja perlindungan khusus",
        lambda case, clause: (
            "Perlindungan khusus (klaster "
            f"{case.scenario.keadilan.minimal_perlindungan_khusus.klaster}) tahun {clause.key[0]}"
        ),
        _protection,
        lambda case, _, amount: (
            f"turunkan batasnya; kurangnya setara {rupiah(rupiah_up(case, amount))}"
        ),
    ),
    robust_costs.RULE: Entry(
        "KLA-T-016",
        _HERE,
        "Ketahanan suatu pagu terhadap lonjakan biaya",
        lambda _, clause: f"Ketahanan pagu {place(*clause.key, everything=False)}",
        _costs,
        lambda case, _, amount: (
            f"tambah pagu itu sebesar {rupiah(rupiah_up(case, amount))}, atau kurangi "
            "lonjakan_biaya"
        ),
    ),
    robust_answers.RULE: Entry(
        "KLA-T-017",
        _HERE,
        "Ketahanan suatu target terhadap jawaban yang gagal",
        _aimed,
        lambda case, _: (
            f"harus tercapai walaupun {case.scenario.ketahanan.jawaban_gagal} jawaban tidak naik"
        ),
        lambda _, __, amount: (
            f"turunkan target sebesar {hundredths_up(amount)} poin, atau jawaban_gagal"
        ),
    ),
}
