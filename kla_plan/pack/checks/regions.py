"""Kecamatan, kelurahan and desa: who belongs to whom, and whether the list is whole."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kla_plan.findings import Finding
from kla_plan.indonesian import NotANumberError, number, parse_number
from kla_plan.pack.draft import Draft, Entry
from kla_plan.pack.records import Wilayah
from kla_plan.pack.rules import Rule, check, rule, warning

#: Level of a region that has no region above it in the table.
TOP: Final = "kecamatan"

PARENT_OF_TOP: Final = rule(
    "KLA-D-110",
    "Kecamatan mempunyai induk",
    reason="Induk kecamatan adalah kabupaten/kota itu sendiri, yang tidak ada dalam tabel ini.",
    remedy="Kosongkan kolom induk, atau perbaiki tingkatnya.",
    example="tingkat kecamatan dengan induk 18.72.01",
)
NO_PARENT: Final = rule(
    "KLA-D-111",
    "Kelurahan atau desa tanpa induk",
    reason="Tanpa kode kecamatan tidak diketahui lembar mana yang memuatnya.",
    remedy="Isi kolom induk dengan kode kecamatannya, misalnya 18.72.01.",
    example="kelurahan 18.72.01.1001 dengan induk kosong",
)
WRONG_PARENT: Final = rule(
    "KLA-D-112",
    "Induk bukan kecamatan",
    reason="Kelurahan dan desa berada langsung di bawah kecamatan.",
    remedy="Ganti kolom induk dengan kode kecamatan.",
    example="kelurahan 18.72.01.1001 dengan induk 18.72.01.1002",
)
EMPTY_TOP: Final = warning(
    "KLA-D-113",
    "Kecamatan tanpa kelurahan atau desa",
    reason="Baris kelurahan atau desanya belum diisi, atau menunjuk induk yang lain.",
    remedy="Tambahkan kelurahan atau desanya.",
    example="kecamatan 18.72.01 tanpa satu pun kelurahan",
)
OTHER_CODE: Final = warning(
    "KLA-D-114",
    "Kode wilayah tidak berawalan kode di atasnya",
    reason="Kode resmi tersusun bertingkat: kabupaten/kota, kecamatan, lalu kelurahan atau desa.",
    remedy="Perbaiki kode atau induknya menurut daftar kode wilayah Kementerian Dalam Negeri.",
    example="kelurahan 18.72.02.1001 dengan induk 18.72.01",
)
COUNT_OF_TOPS: Final = warning(
    "KLA-D-115",
    "Banyaknya kecamatan berbeda dari profil",
    reason="Daftar wilayah belum lengkap, atau jumlah pada profil belum diperbarui.",
    remedy="Lengkapi daftar wilayah, atau perbaiki jumlah_kecamatan pada profil.",
    example="4 kecamatan dalam daftar, jumlah_kecamatan 5 pada profil",
)
COUNT_OF_PARTS: Final = warning(
    "KLA-D-116",
    "Banyaknya kelurahan dan desa berbeda dari profil",
    reason="Daftar wilayah belum lengkap, atau jumlah pada profil belum diperbarui.",
    remedy="Lengkapi daftar wilayah, atau perbaiki jumlah_desa_kelurahan pada profil.",
    example="21 kelurahan dalam daftar, jumlah_desa_kelurahan 22 pada profil",
)
SOME_CHILDREN: Final = warning(
    "KLA-D-117",
    "Jumlah anak baru terisi sebagian",
    reason="Volume hanya dapat dibagi menurut jumlah anak bila semua wilayah setingkat terisi.",
    remedy="Lengkapi jumlah_anak; sebelum lengkap, volume dibagi rata.",
    example="jumlah_anak terisi pada 20 dari 22 kelurahan",
)
CHILDREN_DIFFER: Final = warning(
    "KLA-D-118",
    "Jumlah anak kecamatan bukan jumlah kelurahan dan desanya",
    reason="Kedua angka mungkin berasal dari sumber atau tahun yang berbeda.",
    remedy="Samakan sumbernya, atau kosongkan jumlah_anak pada kecamatan.",
    example="kecamatan 3.000 anak, kelurahannya bersama-sama 2.800 anak",
)
SAME_NAME: Final = warning(
    "KLA-D-119",
    "Nama wilayah sama dalam satu kecamatan",
    reason="Baris mungkin tersalin dengan kode lain.",
    remedy="Hapus salah satunya, atau abaikan bila keduanya memang ada.",
    example="dua kelurahan Sukamaju di kecamatan yang sama",
)


def _levels(draft: Draft) -> dict[str, str]:
    return {entry.record.wilayah: entry.record.tingkat for entry in draft.rows(Wilayah)}


def _parts(draft: Draft) -> Mapping[str, list[Entry[Wilayah]]]:
    """Return the kelurahan and desa by the code of their kecamatan."""
    found: dict[str, list[Entry[Wilayah]]] = defaultdict(list)
    for entry in draft.rows(Wilayah):
        if entry.record.tingkat != TOP and entry.record.induk:
            found[entry.record.induk].append(entry)
    return found


@check(PARENT_OF_TOP)
def parent_of_top(draft: Draft) -> Iterator[Finding]:
    """Check that a kecamatan has no region above it."""
    for entry in draft.rows(Wilayah):
        if entry.record.tingkat == TOP and entry.record.induk:
            reason = f"Kecamatan {entry.record.nama} diberi induk {entry.record.induk}."
            yield PARENT_OF_TOP.at(entry.at("induk"), entry.record.induk, reason)


@check(NO_PARENT)
def no_parent(draft: Draft) -> Iterator[Finding]:
    """Check that a kelurahan or desa names its kecamatan."""
    for entry in draft.rows(Wilayah):
        if entry.record.tingkat != TOP and not entry.record.induk:
            reason = f"{entry.record.tingkat.capitalize()} {entry.record.nama} tanpa kecamatan."
            yield NO_PARENT.at(entry.at("induk"), "", reason)


@check(WRONG_PARENT)
def wrong_parent(draft: Draft) -> Iterator[Finding]:
    """Check that the region above a kelurahan or desa is a kecamatan."""
    levels = _levels(draft)
    for entry in draft.rows(Wilayah):
        # A code that is not there at all is a dangling reference, with a code of its own.
        above = levels.get(entry.record.induk, TOP)
        if TOP not in {entry.record.tingkat, above}:
            reason = f"Wilayah {entry.record.induk} bertingkat {above}."
            yield WRONG_PARENT.at(entry.at("induk"), entry.record.induk, reason)


@check(EMPTY_TOP, whole=("wilayah",))
def empty_top(draft: Draft) -> Iterator[Finding]:
    """Check that every kecamatan has a kelurahan or desa."""
    parts = _parts(draft)
    for entry in draft.rows(Wilayah):
        if entry.record.tingkat == TOP and entry.record.wilayah not in parts:
            reason = f"Kecamatan {entry.record.nama} belum mempunyai kelurahan atau desa."
            yield EMPTY_TOP.at(entry.at("wilayah"), entry.record.wilayah, reason)


@check(OTHER_CODE)
def other_code(draft: Draft) -> Iterator[Finding]:
    """Check that a code continues the code of the region above it."""
    for entry in draft.rows(Wilayah):
        above = entry.record.induk or draft.horizon.code
        if not entry.record.wilayah.startswith(f"{above}."):
            reason = f"Kode {entry.record.wilayah} tidak berawalan {above}."
            yield OTHER_CODE.at(entry.at("wilayah"), entry.record.wilayah, reason)


@check(COUNT_OF_TOPS, whole=("wilayah",))
def count_of_tops(draft: Draft) -> Iterator[Finding]:
    """Check the number of kecamatan against the profile."""
    tops = [e for e in draft.rows(Wilayah) if e.record.tingkat == TOP]
    yield from _counted(draft, COUNT_OF_TOPS, "jumlah_kecamatan", tops)


@check(COUNT_OF_PARTS, whole=("wilayah",))
def count_of_parts(draft: Draft) -> Iterator[Finding]:
    """Check the number of kelurahan and desa against the profile."""
    parts = [e for e in draft.rows(Wilayah) if e.record.tingkat != TOP]
    yield from _counted(draft, COUNT_OF_PARTS, "jumlah_desa_kelurahan", parts)


def _counted(
    draft: Draft, bound: Rule, fact: str, entries: Sequence[Entry[Wilayah]]
) -> Iterator[Finding]:
    rows, told = draft.rows(Wilayah), draft.horizon.fact(fact)
    if not rows or not told:
        return
    try:
        expected = parse_number(told, whole=True)
    except NotANumberError:
        return
    if expected != len(entries):
        reason = f"Daftar memuat {number(len(entries))}, {fact} pada profil {number(expected)}."
        yield bound.at(rows[0].at("tingkat"), str(len(entries)), reason)


@check(SOME_CHILDREN, whole=("wilayah",))
def some_children(draft: Draft) -> Iterator[Finding]:
    """Check that the children of one level are given everywhere or nowhere."""
    rows = draft.rows(Wilayah)
    for name, group in (
        ("kecamatan", [e for e in rows if e.record.tingkat == TOP]),
        ("kelurahan atau desa", [e for e in rows if e.record.tingkat != TOP]),
    ):
        empty = [e for e in group if e.record.jumlah_anak is None]
        if empty and len(empty) < len(group):
            reason = f"{number(len(empty))} dari {number(len(group))} {name} belum terisi."
            yield SOME_CHILDREN.at(empty[0].at("jumlah_anak"), "", reason)


@check(CHILDREN_DIFFER, whole=("wilayah",))
def children_differ(draft: Draft) -> Iterator[Finding]:
    """Check that the children of a kecamatan are those of its kelurahan and desa."""
    parts = _parts(draft)
    for entry in draft.rows(Wilayah):
        counts = [e.record.jumlah_anak for e in parts.get(entry.record.wilayah, ())]
        known = [count for count in counts if count is not None]
        own = entry.record.jumlah_anak
        if own is None or not known or len(known) < len(counts) or sum(known) == own:
            continue
        reason = f"Kecamatan {number(own)} anak, kelurahan dan desanya {number(sum(known))}."
        yield CHILDREN_DIFFER.at(entry.at("jumlah_anak"), entry.text("jumlah_anak"), reason)


@check(SAME_NAME)
def same_name(draft: Draft) -> Iterator[Finding]:
    """Check that no name stands twice on one level under one kecamatan."""
    seen: dict[tuple[str, str, str], str] = {}
    for entry in draft.rows(Wilayah):
        row = entry.record
        first = seen.setdefault((row.induk, row.tingkat, row.nama.casefold()), row.wilayah)
        if first != row.wilayah:
            reason = f"{row.tingkat.capitalize()} {row.nama} sudah ada dengan kode {first}."
            yield SAME_NAME.at(entry.at("nama"), row.nama, reason)
