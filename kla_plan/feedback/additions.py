"""Activities that agencies propose to add, as rows of the pack."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kla_plan.feedback.agree import TASK_FORCE
from kla_plan.feedback.form import KegiatanBaru
from kla_plan.feedback.read import Returned
from kla_plan.feedback.result import Change, Conflict, Decided, Filled, Side
from kla_plan.pack.draft import Entry
from kla_plan.pack.model import Pack
from kla_plan.pack.source import TABLES
from kla_plan.pack.text import text_of

#: Columns of the form that the table ``kegiatan`` has too.
_SAME: Final = (
    "nama", "sub_kegiatan", "indikator", "satuan", "volume_maks", "berulang", "mulai_paling_awal",
    "sumber_dana", "opd_pendukung", "indikator_kinerja", "data_dukung",
)  # fmt: skip
_TWICE: Final = "Kegiatan baru yang sama"
_KNOWN: Final = "Kegiatan baru sudah ada dalam paket"

type Row = Mapping[str, Filled]
type _Given = tuple[Returned, Entry[KegiatanBaru]]


def additions(forms: Sequence[Returned], pack: Pack) -> Decided:
    """Return the rows of new activities, each marked as an assumption, and the doubtful ones."""
    asked: dict[str, list[_Given]] = {}
    for form in sorted(forms, key=lambda one: one.opd):
        for entry in form.additions:
            asked.setdefault(_plain(entry.record.nama), []).append((form, entry))
    known = {_plain(activity.nama): code for code, activity in pack.activities.items()}
    conflicts: list[Conflict] = []
    rows: dict[str, list[Row]] = {"kegiatan": [], "biaya": [], "dampak": []}
    changes: list[Change] = []
    taken = set(pack.activities)
    for name, given in asked.items():
        if name in known:
            code = known[name]
            conflicts.append(_doubt(_KNOWN, given, f"{code} oleh {pack.activities[code].opd}"))
        elif len({form.opd for form, _ in given}) > 1:
            conflicts.append(_doubt(_TWICE, given, "belum ada dalam paket"))
        else:
            form, entry = given[0]
            code = _free(form.opd, taken)
            taken.add(code)
            for table, row in _rows(form, entry, code):
                rows[table].append(row)
                changes.extend(_changes(form, entry, table, row))
    return Decided(
        tuple(changes), tuple(conflicts), rows={name: tuple(all_) for name, all_ in rows.items()}
    )


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


def _free(opd: str, taken: set[str]) -> str:
    """Return the next code of an agency's new activities: ``DINKES-BARU-1``."""
    head = "-".join(re.findall(r"\w+", opd.upper()))
    number = 1
    while f"{head}-BARU-{number}" in taken:
        number += 1
    return f"{head}-BARU-{number}"


def _doubt(kind: str, given: Sequence[_Given], current: str) -> Conflict:
    sides = tuple(
        Side(form.opd, "mengusulkan kegiatan ini", entry.record.alasan, entry.at("nama"))
        for form, entry in given
    )
    return Conflict(
        kind,
        given[0][1].record.nama,
        current,
        sides,
        "Tetapkan satu penanggung jawab, dan apakah ini kegiatan tersendiri.",
        TASK_FORCE,
    )


def _changes(form: Returned, entry: Entry[KegiatanBaru], table: str, row: Row) -> Iterator[Change]:
    """Yield every filled cell of a new row as a change from nothing."""
    keys = {column.name for column in TABLES[table].keys}
    key = tuple(row[column.name].text for column in TABLES[table].keys)
    for column, cell in row.items():
        if cell.text and column not in keys:
            yield Change(
                table,
                key,
                column,
                subject=f"{key[0]} {entry.record.nama}",
                old="",
                new=cell.text,
                who=form.opd,
                why=entry.record.alasan,
                place=cell.place,
            )


def _rows(
    form: Returned, entry: Entry[KegiatanBaru], code: str
) -> list[tuple[str, dict[str, Filled]]]:
    row = entry.record
    source = {
        "sumber": Filled(f"Usulan {form.opd} ({form.path.name})", entry.at("nama")),
        "asumsi": Filled("Usulan OPD; konfirmasi sebelum dipakai", entry.at("nama")),
    }
    key = {"kegiatan": Filled(code, entry.at("nama"))}
    activity = key | {"opd": Filled(form.opd, entry.at("nama"))}
    activity |= {name: _cell(entry, name) for name in _SAME}
    price = {name: _cell(entry, name) for name in ("biaya_per_unit", "biaya_tetap")}
    first = {"tahun_ke": Filled("0", entry.at("nama"))}
    rows = [("kegiatan", activity | source), ("biaya", key | first | price | source)]
    for question in row.pertanyaan:
        effect = {"pertanyaan": Filled(question, entry.at("pertanyaan"))}
        effect["kenaikan"] = _cell(entry, "kenaikan")
        rows.append(("dampak", key | effect | source))
    return rows


def _cell(entry: Entry[KegiatanBaru], name: str) -> Filled:
    return Filled(text_of(getattr(entry.record, name)), entry.at(name))
