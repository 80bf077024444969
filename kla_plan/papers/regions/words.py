"""Sentences of the region sheets."""

from collections.abc import Sequence

from kla_plan.indonesian import join, number, rupiah
from kla_plan.pack.model import Pack
from kla_plan.pack.records import Wilayah
from kla_plan.papers.regions.acts import Act
from kla_plan.papers.regions.places import Places, full_name
from kla_plan.papers.regions.questions import Asked, pieces
from kla_plan.papers.regions.turns import by_children
from kla_plan.report.sentences.words import count, period


def size(places: Places) -> str:
    """Say how many regions there are: ``16 kecamatan, 14 kelurahan, dan 227 desa``."""
    kinds = ("kecamatan", "kelurahan", "desa")
    counts = [(len(places.of([kind])), kind) for kind in kinds]
    return join([f"{number(many)} {kind}" for many, kind in counts if many])


def basis(places: Places) -> str:
    """Say what new regions of a year are shared by, and who comes first."""
    parts, tops = by_children(places.parts), by_children(places.tops)
    word = places.part_word
    children = (
        f"sebanding dengan jumlah anak di {word} yang belum dilayani; di dalam kecamatan "
        f"didahulukan {word} dengan anak terbanyak"
    )
    even = (
        f"sebanding dengan banyaknya {word} yang belum dilayani, karena jumlah anak menurut "
        f"{word} belum tersedia; di dalam kecamatan didahulukan {word} yang paling sedikit "
        "menerima giliran dalam usulan ini, lalu menurut urutan kode wilayah"
    )
    most = "kecamatan dengan anak terbanyak didahulukan"
    fewest = "kecamatan yang paling sedikit menerima giliran didahulukan"
    first = children if parts else even
    return f"{first}. Untuk kegiatan tingkat kecamatan, {most if tops else fewest}"


def planned_here(row: Wilayah, years: Sequence[int], members: Sequence[Act]) -> str:
    """Say how much is proposed for a region."""
    if not members:
        return f"Rencana tidak memuat kegiatan yang disebar ke {full_name(row)}."
    cost = sum(act.cost for act in members)
    money = f"dengan anggaran {rupiah(cost)}" if cost else "tanpa anggaran daerah"
    return (
        f"Untuk {full_name(row)} diusulkan {count(len(members), 'kegiatan')} pada tahun "
        f"{period(years)} {money}."
    )


def children(row: Wilayah) -> str:
    """State the number of children, or that it is not known."""
    known = row.jumlah_anak
    return "belum tersedia" if known is None else f"{number(known)} jiwa"


def depends(pack: Pack, row: Wilayah, questions: Sequence[Asked], members: Sequence[Act]) -> str:
    """Say which questions depend on a region, with and without an activity of the plan there.

    The evidence named is that of the activities that serve this region.
    """
    here = {act.activity for act in members}
    scored = [one for one in questions if one.maximum]
    served = [one.code for one in scored if here.intersection(one.activities)]
    others = [one.code for one in scored if one.code not in served]
    name = full_name(row)
    if not served:
        return (
            f"{name} turut menentukan jawaban {join(others)}. Tidak ada kegiatan rencana yang "
            "melayaninya di sini, sehingga capaian yang sudah ada perlu dibuktikan."
        )
    serving = {a for one in scored for a in one.activities}
    owed = pieces(pack, [act.activity for act in members if act.activity in serving])
    text = f"Kegiatan di atas mendukung jawaban {join(served)}."
    if owed:
        text += f" Data dukung yang disiapkan: {'; '.join(owed)}."
    if others:
        text += (
            f" {name} juga turut menentukan jawaban {join(others)}: tanpa kegiatan baru di sini, "
            "capaian yang sudah ada tetap perlu dibuktikan."
        )
    return text
