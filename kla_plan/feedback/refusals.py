"""Activities that are refused: which can be taken out of the pack, and what stands against it."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from kla_plan.feedback.agree import TASK_FORCE, subject
from kla_plan.feedback.answers import Answer, gather
from kla_plan.feedback.read import Returned
from kla_plan.feedback.result import Change, Conflict, Decided, Side
from kla_plan.pack.columns import Kegiatan
from kla_plan.pack.model import Pack
from kla_plan.report.sentences.words import listed

_NEEDED: Final = "Kegiatan yang ditolak dibutuhkan kegiatan lain"
_BOUND: Final = "Kegiatan yang ditolak tidak dapat dilepas"
_SUPPORT: Final = "OPD pendukung menolak"


def refusals(forms: Sequence[Returned], pack: Pack, locked: Mapping[str, str]) -> Decided:
    """Return the activities that are taken out, and the refusals that need a decision.

    Parameters
    ----------
    locked
        Name of a scenario that demands an activity, by activity.
    """
    answers = gather(forms)
    refused = {
        code: all_[0] for code, all_ in answers.items()
        if all_[0].owner and all_[0].refuses_all
    }  # fmt: skip
    conflicts = [
        _fixed(pack.activities[code], answer, reason)
        for code, answer in refused.items()
        if (reason := obstacle(pack, code, locked))
    ]
    gone = {code for code in refused if not obstacle(pack, code, locked)}
    needed = _still_needed(pack, gone)
    conflicts += [_needed(pack, refused[code], needed[code], answers) for code in sorted(needed)]
    gone -= set(needed)
    conflicts += [
        _support(pack.activities[code], all_)
        for code, all_ in answers.items()
        if code not in gone and _supporter_refuses(all_)
    ]
    dropped = tuple(_drop(pack.activities[code], refused[code]) for code in sorted(gone))
    return Decided(conflicts=tuple(conflicts), dropped=dropped)


def obstacle(pack: Pack, code: str, locked: Mapping[str, str]) -> str:
    """Say what keeps an activity in the pack whatever its agency says; empty: nothing does."""
    if pack.activities[code].wajib:
        return "kegiatan ini wajib menurut paket"
    if any(row.kegiatan == code and row.volume > Decimal(0) for row in pack.realised):
        return "kegiatan ini sudah ada realisasinya"
    if code in locked:
        return f"kegiatan ini dikunci skenario {locked[code]}"
    bundles = [row.paket for row in pack.effects_of(code) if row.paket]
    shared = {row.paket for row in pack.effects if row.paket in bundles and row.kegiatan != code}
    if shared:
        return f"kegiatan ini bagian paket bukti {listed(sorted(shared))}"
    return ""


def _still_needed(pack: Pack, gone: set[str]) -> dict[str, list[str]]:
    """Return the activities that cannot go because ones that stay need them, with those."""
    needed: dict[str, list[str]] = {}
    while True:
        left = gone - set(needed)
        more = {
            code: users for code in left
            if (users := [p.kegiatan for p in pack.prerequisites
                          if p.butuh == code and p.kegiatan not in left])
        }  # fmt: skip
        if not more:
            return needed
        needed |= more


def _fixed(activity: Kegiatan, answer: Answer, reason: str) -> Conflict:
    return Conflict(
        _BOUND,
        subject(activity),
        reason,
        (answer.refusal(), Side("Paket", reason)),
        "Cari pelaksana lain, ubah volume atau waktunya, atau cabut ketentuan itu lebih dahulu.",
        TASK_FORCE,
    )


def _needed(
    pack: Pack,
    answer: Answer,
    users: Sequence[str],
    answers: Mapping[str, tuple[Answer, ...]],
) -> Conflict:
    activity = pack.activities[answer.activity]
    sides = [answer.refusal(), *_users(pack, users, answers)]
    return Conflict(
        _NEEDED,
        subject(activity),
        f"prasyarat {listed(list(users))}",
        tuple(sides),
        "Pertahankan kegiatan ini dengan pelaksana yang sanggup, atau lepaskan juga kegiatan yang "
        "membutuhkannya.",
        TASK_FORCE,
    )


def _users(
    pack: Pack, users: Sequence[str], answers: Mapping[str, tuple[Answer, ...]]
) -> Iterator[Side]:
    for code in users:
        user = pack.activities[code]
        known = next((one for one in answers.get(code, ()) if one.owner), None)
        stand = (
            "tidak ditolak" if known is not None else "tidak ada pada formulir yang dikembalikan"
        )
        yield Side(user.opd, f"membutuhkannya untuk {subject(user)} ({stand})")


def _supporter_refuses(answers: Sequence[Answer]) -> bool:
    return any(not one.owner and one.refused and not _released(one, answers) for one in answers)


def _released(supporter: Answer, answers: Sequence[Answer]) -> bool:
    """Whether the responsible agency itself proposes to go on without this supporter."""
    owner = answers[0]
    wish = owner.wishes.get(("usulan_opd_pendukung", 0)) if owner.owner else None
    return wish is not None and supporter.opd not in wish.text.split(";")


def _support(activity: Kegiatan, answers: Sequence[Answer]) -> Conflict:
    refusing = [one for one in answers if not one.owner and one.refused]
    owner = answers[0] if answers[0].owner else None
    stand = "belum mengembalikan formulir"
    if owner is not None:
        stand = "menolak sebagian tahun" if owner.refused else "tidak menolak"
    sides = [Side(activity.opd, stand, owner.why if owner else "")]
    sides += [one.refusal() for one in refusing]
    return Conflict(
        _SUPPORT,
        subject(activity),
        f"pendukung: {'; '.join(activity.opd_pendukung)}",
        tuple(sides),
        "Tetapkan pendukung pengganti, lanjutkan tanpa pendukung itu, atau lepaskan kegiatannya.",
        f"{activity.opd} sebagai penanggung jawab; bila tidak sepakat, {TASK_FORCE}",
    )


def _drop(activity: Kegiatan, answer: Answer) -> Change:
    side = answer.refusal()
    return Change(
        "kegiatan",
        (activity.kegiatan,),
        "dipakai",
        subject=subject(activity),
        old="ya",
        new="tidak",
        who=side.who,
        why=side.why,
        place=side.place,
    )
