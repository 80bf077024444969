"""Order and exclusion: cycles of prerequisites, clashing obligations."""

from collections.abc import Iterator, Mapping
from typing import Final

from kla_plan.findings import Finding
from kla_plan.indonesian import join
from kla_plan.pack.columns import Kegiatan, Prasyarat
from kla_plan.pack.draft import Draft, Entry
from kla_plan.pack.rules import check, rule

CYCLE: Final = rule(
    "KLA-D-080",
    "Prasyarat melingkar",
    reason="Kegiatan saling menunggu sehingga tidak satu pun dapat dimulai.",
    remedy="Hapus salah satu baris prasyarat dalam lingkaran itu.",
    example="A butuh B, B butuh C, C butuh A",
)
TWO_MANDATORY: Final = rule(
    "KLA-D-081",
    "Dua kegiatan wajib dalam satu kelompok eksklusif",
    reason="Dari satu kelompok paling banyak satu kegiatan yang boleh dilaksanakan.",
    remedy="Jadikan hanya satu yang wajib, atau pisahkan kelompoknya.",
    example="Perda baru dan perubahan Perda sama-sama wajib",
)
EXCLUDED_PREREQUISITE: Final = rule(
    "KLA-D-082",
    "Prasyarat berada dalam kelompok eksklusif yang sama",
    reason="Kegiatan dan yang dibutuhkannya tidak boleh dilaksanakan bersama.",
    remedy="Hapus prasyarat itu, atau pisahkan kelompoknya.",
    example="A butuh B, keduanya dalam kelompok X-PERDA",
)


@check(CYCLE)
def cycle(draft: Draft) -> Iterator[Finding]:
    """Check that no activity waits for itself, be it by way of others; one finding per cycle."""
    rows: dict[tuple[str, str], Entry[Prasyarat]] = {
        (e.record.kegiatan, e.record.butuh): e for e in draft.rows(Prasyarat)
    }
    needs: dict[str, list[str]] = {}
    for activity, needed in rows:
        needs.setdefault(activity, []).append(needed)
    for circle in _cycles(needs):
        entry = rows[circle[-1], circle[0]]
        path = " → ".join([*circle, circle[0]])
        yield CYCLE.at(entry.at("butuh"), path, "Kegiatan ini saling membutuhkan.")


def _cycles(needs: Mapping[str, list[str]]) -> Iterator[tuple[str, ...]]:
    """Yield one cycle per group of activities that wait for each other (depth first)."""
    done: set[str] = set()
    for start in needs:
        path: list[str] = []
        stack = [(start, iter(needs.get(start, ())))]
        if start in done:
            continue
        path.append(start)
        while stack:
            node, rest = stack[-1]
            following = next(rest, None)
            if following is None:
                stack.pop()
                path.pop()
                done.add(node)
            elif following in path:
                yield tuple(path[path.index(following) :])
            elif following not in done:
                path.append(following)
                stack.append((following, iter(needs.get(following, ()))))


@check(TWO_MANDATORY)
def two_mandatory(draft: Draft) -> Iterator[Finding]:
    """Check that at most one activity of an exclusive group is mandatory."""
    groups: dict[str, list[Entry[Kegiatan]]] = {}
    for entry in draft.rows(Kegiatan):
        if entry.record.wajib and entry.record.kelompok_eksklusif:
            groups.setdefault(entry.record.kelompok_eksklusif, []).append(entry)
    for group, entries in groups.items():
        if len(entries) > 1:
            codes = join([entry.record.kegiatan for entry in entries])
            reason = f"Kelompok {group}: {codes} sama-sama wajib."
            yield TWO_MANDATORY.at(entries[-1].at("wajib"), group, reason)


@check(EXCLUDED_PREREQUISITE)
def excluded_prerequisite(draft: Draft) -> Iterator[Finding]:
    """Check that a prerequisite does not exclude what needs it."""
    group = {e.record.kegiatan: e.record.kelompok_eksklusif for e in draft.rows(Kegiatan)}
    for entry in draft.rows(Prasyarat):
        row = entry.record
        mine = group.get(row.kegiatan, "")
        if mine and row.kegiatan != row.butuh and group.get(row.butuh) == mine:
            reason = f"{row.kegiatan} dan {row.butuh} sama-sama dalam kelompok {mine}."
            yield EXCLUDED_PREREQUISITE.at(entry.at("butuh"), row.butuh, reason)
