"""Sentences about the score: where the region stands, where the plan leads."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from kla_plan.gaps import predicate_gaps
from kla_plan.indonesian import join, number, percent
from kla_plan.instrument import NO_PREDICATE
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences.words import change, from_to, period, points, spans
from kla_plan.report.tables import score_path
from kla_plan.scenario import Scenario

#: The two scores in words.
BASES = {"mandiri": "penilaian mandiri", "verifikasi": "perkiraan nilai setelah verifikasi"}


def start(plan: Plan) -> str:
    """Say both scores and predicates at the end of the base year."""
    own, checked = predicate_gaps(plan.pack, plan.scenario).to_dict("records")
    profile = plan.pack.profile
    maximum = number(float(plan.pack.instrument.maximum))
    first = (
        f"Pada akhir tahun {profile.base_year} nilai penilaian mandiri KLA {profile.full_name} "
        f"mencapai {number(own['total'])} dari {maximum} poin, {_standing(own['predikat'])}."
    )
    if checked["cara"] == "hasil verifikasi":
        second = f"Nilai setelah verifikasi tercatat {points(checked['total'])}"
    else:
        discount = percent(plan.scenario.diskon_verifikasi)
        second = (
            f"Dengan perkiraan pengurangan {discount} pada saat verifikasi, nilainya menjadi "
            f"{points(checked['total'])}"
        )
    return f"{first} {second}, {_standing(checked['predikat'])}."


def _standing(predicate: str) -> str:
    if predicate == NO_PREDICATE:
        return "sehingga belum meraih predikat"
    return f"setara dengan predikat {predicate}"


def distance(plan: Plan) -> list[str]:
    """Say for each score how far the next predicate is."""
    table = predicate_gaps(plan.pack, plan.scenario)
    return [_distance(row) for row in table.to_dict("records")]


def _distance(row: Mapping[Hashable, Any]) -> str:
    basis = BASES[str(row["dasar"])]
    if not row["predikat_berikut"]:
        return (
            f"Menurut {basis}, predikat {row['predikat']} merupakan predikat tertinggi, sehingga "
            "upaya diarahkan untuk mempertahankannya."
        )
    bound = number(float(str(row["batas"])))
    missing = float(str(row["kurang"]))
    if missing <= 0:
        return (
            f"Menurut {basis}, nilai tepat berada pada batas {bound} poin; tambahan sekecil apa "
            f"pun menghasilkan predikat {row['predikat_berikut']}."
        )
    more = "sekurang-kurangnya" if row["termasuk"] else "lebih dari"
    return (
        f"Menurut {basis}, predikat {row['predikat_berikut']} mensyaratkan {more} {bound} poin, "
        f"sehingga masih kurang {points(missing)}."
    )


def targets(scenario: Scenario) -> list[tuple[str, str]]:
    """Return what is to be reached and when: years (runs joined), and the wish in words."""
    years: dict[str, list[int]] = {}
    for target in scenario.target:
        wanted = (
            f"predikat {target.predikat}"
            if target.predikat
            else f"sekurang-kurangnya {points(float(target.poin or 0))}"
        )
        years.setdefault(f"{wanted} menurut {BASES[target.dasar]}", []).append(target.tahun)
    return [(spans(found), wish) for wish, found in years.items()]


def path(plan: Plan) -> str:
    """Say how both scores move over the whole plan."""
    table = score_path(plan)
    first, last = table.iloc[0], table.iloc[-1]
    own = (
        f"Selama {period(plan.years)} nilai penilaian mandiri direncanakan "
        f"{from_to(first['mandiri'], last['mandiri'])}, "
        f"{_predicates(first['predikat_mandiri'], last['predikat_mandiri'])}."
    )
    checked = (
        f"Perkiraan nilai setelah verifikasi {from_to(first['verifikasi'], last['verifikasi'])}, "
        f"{_predicates(first['predikat_verifikasi'], last['predikat_verifikasi'])}."
    )
    return f"{own} {checked}"


def _predicates(before: str, after: str) -> str:
    if before != after:
        return f"dari {rank(before)} menjadi {rank(after)}"
    if after == NO_PREDICATE:
        return "dan belum meraih predikat"
    return f"dengan predikat yang sama, yaitu {after}"


def rank(predicate: str) -> str:
    """Name a predicate in running text, or say that there is none."""
    return "belum berpredikat" if predicate == NO_PREDICATE else f"predikat {predicate}"


def milestones(plan: Plan) -> list[str]:
    """Say in which year each new predicate is first reached, by either score."""
    table = score_path(plan)
    return [
        text
        for basis, name in BASES.items()
        for text in _milestones(table, f"predikat_{basis}", name)
    ]


def _milestones(table: pd.DataFrame, column: str, basis: str) -> list[str]:
    held = {str(table.iloc[0][column])}
    reached: list[tuple[str, int]] = []
    for row in table.iloc[1:].to_dict("records"):
        predicate = str(row[column])
        if predicate not in held and predicate != NO_PREDICATE:
            reached.append((predicate, int(row["tahun"])))
        held.add(predicate)
    if not reached:
        return []
    first, *later = reached
    text = f"Menurut {basis}, predikat {first[0]} pertama kali dicapai pada tahun {first[1]}"
    steps = [f"predikat {name} pada tahun {year}" for name, year in later]
    return [f"{join([text, *steps])}."]


def falls(plan: Plan) -> str:
    """Name the years in which the self-assessed score falls; empty if there are none."""
    table = score_path(plan)
    values = list(table["mandiri"])
    years = [
        str(year)
        for year, before, after in zip(table["tahun"][1:], values, values[1:], strict=False)
        if change(before, after) == "turun"
    ]
    if not years:
        return ""
    return (
        f"Nilai turun pada tahun {join(years)} karena sebagian kegiatan hanya berpengaruh pada "
        "tahun pelaksanaannya; bila capaian hendak dipertahankan, kegiatan tersebut perlu "
        "dilanjutkan."
    )
