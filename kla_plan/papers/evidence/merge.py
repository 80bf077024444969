"""What a returned tracker changes in the table ``bukti``: only the cells that were changed.

Every cell is compared with the tracker as it was handed out. A cell that nobody touched changes
nothing, so that the trackers of several holders can come back one after the other; a cell that
was changed here and in the pack to different values is a finding, not a choice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from kla_plan.findings import Finding, Severity
from kla_plan.pack.draft import Entry
from kla_plan.pack.model import Pack
from kla_plan.pack.records import Bukti
from kla_plan.pack.text import text_of
from kla_plan.papers.evidence.claims import latest
from kla_plan.papers.evidence.kinds import proposed_rows
from kla_plan.papers.evidence.layout import ENTRIES
from kla_plan.papers.evidence.pieces import Origin
from kla_plan.papers.evidence.returned import Returned

type Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Merged:
    """The changes of a tracker.

    Attributes
    ----------
    changed
        Rows of the pack's table with their new values, by key.
    new
        Rows to be added, by key, in the instrument's order.
    """

    changed: Mapping[Key, Bukti]
    new: Mapping[Key, Bukti]


def merge(pack: Pack, given: Returned) -> tuple[Merged, tuple[Finding, ...]]:
    """Compare a returned tracker with the pack.

    A changed proposal becomes a row of the table, and with it every other proposal from the kind
    of its question (an empty status counts as ``belum``), since a question that lists pieces of
    its own has no proposals any more; those whose wording was emptied are left out.
    """
    existing = {(row.pertanyaan, row.bukti): row for row in pack.records.evidence}
    changed: dict[Key, Bukti] = {}
    new: dict[Key, Bukti] = {}
    found: list[Finding] = []
    settled = {key[0] for key in given.dropped if given.origins[key] is Origin.KIND}
    for entry in given.pieces:
        key = (entry.record.pertanyaan, entry.record.bukti)
        original = given.originals.get(key)
        if original is None:
            found.append(_stranger(entry))
            continue
        fields = _touched(entry, original)
        if not fields:
            continue
        if key in existing:
            found += _conflicts(entry, original.record, existing[key], fields)
            values: dict[str, Any] = {name: getattr(entry.record, name) for name in fields}
            row = replace(existing[key], **values)
            if row != existing[key]:
                changed[key] = row
        elif given.origins[key] is Origin.LISTED:
            found.append(_gone(entry))
        else:
            new[key] = entry.record
            settled |= {key[0]} if given.origins[key] is Origin.KIND else set()
    for entry in given.added:
        key = (entry.record.pertanyaan, entry.record.bukti)
        if key in existing or key in given.originals:
            found.append(_taken(entry))
        new[key] = entry.record
        settled.add(key[0])
    settled -= {question for question, _ in existing}
    _settle(pack, settled, set(given.dropped), new)
    found += _left_out(given, existing)
    return Merged(changed, _in_order(pack, new)), tuple(found)


def _touched(entry: Entry[Bukti], original: Entry[Bukti]) -> list[str]:
    """Return the columns that were changed; a status chosen where none was stated is a change."""
    return [
        name
        for name in ENTRIES
        if getattr(entry.record, name) != getattr(original.record, name)
        or (name == "status" and bool(entry.text(name)) != bool(original.text(name)))
    ]


def _settle(pack: Pack, questions: set[str], dropped: set[Key], new: dict[Key, Bukti]) -> None:
    """Add the proposals of questions that get pieces of their own."""
    answers = latest(pack)[0].answers
    for question in questions:
        for row in proposed_rows(pack, question):
            key = (row.pertanyaan, row.bukti)
            if key not in dropped and key not in new:
                new[key] = replace(row, status=answers[question].status_bukti or row.status)


def _in_order(pack: Pack, rows: Mapping[Key, Bukti]) -> dict[Key, Bukti]:
    order = {code: place for place, code in enumerate(pack.instrument.questions)}
    return {key: rows[key] for key in sorted(rows, key=lambda k: (order.get(k[0], -1), k[1]))}


def _conflicts(
    entry: Entry[Bukti], original: Bukti, now: Bukti, fields: list[str]
) -> list[Finding]:
    return [
        Finding(
            "KLA-U-155",
            f'Isian ini "{text_of(getattr(entry.record, name))}", padahal sejak pelacak dibuat '
            f'paket sudah berubah dari "{text_of(getattr(original, name))}" menjadi '
            f'"{text_of(getattr(now, name))}".',
            "Sepakati satu nilai dengan pemegang lain, lalu samakan pada lembar bukti paket atau "
            "pada pelacak.",
            entry.at(name),
            entry.text(name),
        )
        for name in fields
        if getattr(now, name) not in {getattr(original, name), getattr(entry.record, name)}
    ]


def _stranger(entry: Entry[Bukti]) -> Finding:
    return Finding(
        "KLA-U-153",
        "Baris ini tidak ada ketika pelacak dibuat.",
        "Tulis bukti baru pada lembar bukti_baru, dan jangan mengubah kode pada lembar pelacak.",
        entry.at("bukti"),
        f"{entry.record.pertanyaan} {entry.record.bukti}",
    )


def _taken(entry: Entry[Bukti]) -> Finding:
    return Finding(
        "KLA-U-154",
        "Kode bukti ini sudah dipakai pada pertanyaan itu.",
        "Pakai kode lain, atau ubah barisnya pada lembar pelacak.",
        entry.at("bukti"),
        f"{entry.record.pertanyaan} {entry.record.bukti}",
    )


def _gone(entry: Entry[Bukti]) -> Finding:
    return Finding(
        "KLA-U-156",
        "Bukti ini sudah tidak ada pada lembar bukti paket.",
        "Susun ulang pelacak dari paket terkini, lalu pindahkan isian ini.",
        entry.at("bukti"),
        f"{entry.record.pertanyaan} {entry.record.bukti}",
    )


def _left_out(given: Returned, existing: Mapping[Key, Bukti]) -> list[Finding]:
    present = {(entry.record.pertanyaan, entry.record.bukti) for entry in given.pieces}
    return [
        Finding(
            "KLA-U-157",
            "Baris bukti ini sudah tidak ada pada lembar pelacak; isinya pada paket dipertahankan.",
            "Hapus pada lembar bukti paket bila memang tidak diperlukan lagi.",
            given.missing,
            " ".join(key),
            Severity.WARNING,
        )
        for key in given.originals
        if key in existing and key not in present
    ]
