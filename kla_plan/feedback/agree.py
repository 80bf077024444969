"""Cells of activities: what is proposed by one agency, or by several that agree, and the rest."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from kla_plan.feedback.answers import Answer, Wish, current, gather, shown, side
from kla_plan.feedback.form import PROPOSALS, heading
from kla_plan.feedback.read import Returned
from kla_plan.feedback.result import Change, Conflict, Decided, Note, Side
from kla_plan.feedback.volumes import bounds
from kla_plan.pack.columns import Kegiatan
from kla_plan.pack.model import Pack
from kla_plan.pack.text import text_of
from kla_plan.report.sentences.words import spans

TASK_FORCE: Final = "Ketua Gugus Tugas KLA bersama Bappeda"
_DIFFERENT: Final = "Usulan berbeda antar-OPD"
_ALONE: Final = "Usulan pendukung belum disetujui penanggung jawab"
_WITHIN: Final = (
    "Batas volume pada paket sudah memuat usulan ini; volume setiap tahun dipilih saat rencana "
    "disusun ulang."
)
_ONE_YEAR: Final = (
    "Paket hanya mengenal volume terbesar per tahun dan seluruh masa rencana, bukan volume "
    "setiap tahun."
)
_YEAR_OFF: Final = (
    "Paket mengenal tahun mulai, tetapi tidak dapat melarang satu tahun di tengah atau di akhir."
)


def subject(activity: Kegiatan) -> str:
    """Return how an activity is called in the lists."""
    return f"{activity.kegiatan} {activity.nama}"


def agree(forms: Sequence[Returned], pack: Pack, gone: frozenset[str]) -> Decided:
    """Return the cells of activities that can change, and those on which agencies differ.

    Parameters
    ----------
    gone
        Activities that are taken out; their cells no longer matter.
    """
    changes: list[Change] = []
    conflicts: list[Conflict] = []
    notes: list[Note] = []
    for code, answers in gather(forms).items():
        if code in gone:
            continue
        agreed, open_ = _cells(pack.activities[code], answers)
        conflicts.extend(open_)
        changes.extend(_plain(pack.activities[code], agreed))
        more, said = _volumes(pack, answers, agreed)
        changes.extend(more)
        notes.extend(said)
        start, said = _start(pack, answers, agreed)
        changes.extend(start)
        notes.extend(said)
    return Decided(tuple(changes), tuple(conflicts), tuple(notes))


def _cells(
    activity: Kegiatan, answers: Sequence[Answer]
) -> tuple[dict[tuple[str, int], list[tuple[Answer, Wish]]], list[Conflict]]:
    """Return the agreed cells with everybody who proposed them, and the disputed ones."""
    asked: dict[tuple[str, int], list[tuple[Answer, Wish]]] = {}
    for answer in answers:
        for cell, wish in answer.wishes.items():
            asked.setdefault(cell, []).append((answer, wish))
    agreed: dict[tuple[str, int], list[tuple[Answer, Wish]]] = {}
    conflicts = []
    for cell, wishes in asked.items():
        owner = next((answer for answer in answers if answer.owner), None)
        if len({wish.text for _, wish in wishes}) > 1:
            conflicts.append(_dispute(_DIFFERENT, activity, wishes, owner, cell))
        elif not wishes[0][0].owner:
            conflicts.append(_dispute(_ALONE, activity, wishes, owner, cell))
        else:
            agreed[cell] = wishes
    return agreed, conflicts


def _dispute(
    kind: str,
    activity: Kegiatan,
    wishes: Sequence[tuple[Answer, Wish]],
    owner: Answer | None,
    cell: tuple[str, int],
) -> Conflict:
    sides = [side(answer, wish) for answer, wish in wishes]
    if kind == _ALONE:
        sides.insert(0, _owner_side(activity, owner, cell))
    first = wishes[0][1]
    name = heading(first.column.removeprefix("usulan_")).lower().replace("opd", "OPD")
    year = f" tahun {first.year}" if first.year else ""
    return Conflict(
        kind,
        f"{subject(activity)}: {name}{year}",
        _now(first),
        tuple(sides),
        f"Tetapkan {name}{year}: tetap, atau salah satu usulan.",
        f"{activity.opd} sebagai penanggung jawab; bila tidak sepakat, {TASK_FORCE}",
    )


def _now(wish: Wish) -> str:
    text = current(wish.entry.record, wish.column)
    if not text:
        return "belum diisi"
    return shown(Wish(wish.column, wish.year, text, wish.entry))


def _owner_side(activity: Kegiatan, owner: Answer | None, cell: tuple[str, int]) -> Side:
    if owner is None:
        return Side(activity.opd, "belum mengembalikan formulir")
    if owner.agrees(cell):
        return Side(owner.opd, "setuju dengan rencana", owner.why)
    return Side(owner.opd, "tidak mengusulkan perubahan sel ini", owner.why)


def _plain(
    activity: Kegiatan, agreed: Mapping[tuple[str, int], Sequence[tuple[Answer, Wish]]]
) -> Iterator[Change]:
    """Yield the changes of cells that the pack has as they are."""
    for (column, _), wishes in agreed.items():
        if column == "usulan_volume":
            continue
        table, name = PROPOSALS[column]
        key = (activity.kegiatan, "0") if table == "biaya" else (activity.kegiatan,)
        old = current(wishes[0][1].entry.record, column)
        yield _change(activity, (table, key, name), (old, wishes[0][1].text), wishes)


def _change(
    activity: Kegiatan,
    cell: tuple[str, tuple[str, ...], str],
    values: tuple[str, str],
    wishes: Sequence[tuple[Answer, Wish]],
) -> Change:
    first = wishes[0][1]
    return Change(
        *cell,
        subject=subject(activity),
        old=values[0],
        new=values[1],
        who=", ".join(dict.fromkeys(answer.opd for answer, _ in wishes)),
        why="; ".join(dict.fromkeys(wish.entry.record.alasan for _, wish in wishes)),
        place=first.entry.at(first.column),
    )


def _volumes(
    pack: Pack,
    answers: Sequence[Answer],
    agreed: Mapping[tuple[str, int], Sequence[tuple[Answer, Wish]]],
) -> tuple[list[Change], list[Note]]:
    """Return the bounds that agreed volumes come to, and the wishes that no bound expresses."""
    wishes = [both for (column, _), rows in agreed.items() if column == "usulan_volume"
              for both in rows]  # fmt: skip
    if not wishes:
        return [], []
    activity = pack.activities[answers[0].activity]
    wished = {wish.year: Decimal(wish.text) for _, wish in wishes}
    realised = sum((r.volume for r in pack.realised if r.kegiatan == activity.kegiatan), Decimal(0))
    found = bounds(activity, answers[0].planned, wished, realised)
    changes = []
    for column, value in found.columns.items():
        old = text_of(getattr(activity, column))
        cell = ("kegiatan", (activity.kegiatan,), column)
        changes.append(_change(activity, cell, (old, text_of(value)), wishes))
    by_year = {wish.year: (answer, wish) for answer, wish in wishes}
    if changes:
        notes = [
            Note(_in_year(activity, year), side(*by_year[year]), _ONE_YEAR)
            for year in found.unsaid if year in by_year
        ]  # fmt: skip
    else:
        reason = _ONE_YEAR if found.unsaid else _WITHIN
        notes = [
            Note(_in_year(activity, year), side(*both), reason) for year, both in by_year.items()
        ]
    return changes, notes


def _in_year(activity: Kegiatan, year: int) -> str:
    return f"{subject(activity)}: volume tahun {year}"


def _start(
    pack: Pack,
    answers: Sequence[Answer],
    agreed: Mapping[tuple[str, int], Sequence[tuple[Answer, Wish]]],
) -> tuple[list[Change], list[Note]]:
    """Return the later start that refused first years mean; other refused years are noted."""
    owner = answers[0]
    if not owner.owner or not owner.refused or owner.refuses_all:
        return [], []
    activity = pack.activities[owner.activity]
    accepted = [year for year in owner.planned if year not in owner.refused]
    leading = [year for year in owner.refused if year < accepted[0]]
    changes: list[Change] = []
    if leading and ("usulan_tahun_mulai_paling_awal", 0) not in agreed:
        entry = next(e for e in owner.rows if e.record.tahun == leading[0])
        changes.append(
            Change(
                "kegiatan",
                (activity.kegiatan,),
                "mulai_paling_awal",
                subject=subject(activity),
                old=text_of(activity.mulai_paling_awal),
                new=str(accepted[0]),
                who=owner.opd,
                why=entry.record.alasan,
                place=entry.at("setuju"),
            )
        )
    rest = [year for year in owner.refused if year > accepted[0]]
    if not rest:
        return changes, []
    where = f"{subject(activity)}: tahun {spans(rest)}"
    return changes, [Note(where, owner.refusal(), _YEAR_OFF)]
