"""What is wrong with a returned form beyond its single cells: origin, locked cells, answers."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kla_plan.feedback.codes import finding
from kla_plan.feedback.form import (
    CEILINGS,
    CHANGE,
    CHANGES,
    PROPOSALS,
    REFUSE,
    SHEETS,
    YES,
    KegiatanBaru,
    PaguOpd,
    Usulan,
)
from kla_plan.feedback.identity import pack_mark, seal
from kla_plan.feedback.read import Returned
from kla_plan.findings import Finding, Place, did_you_mean
from kla_plan.pack.checks.references import DANGLING
from kla_plan.pack.draft import Entry
from kla_plan.pack.model import Pack
from kla_plan.schema import Table


def belongs(form: Returned, pack: Pack, plan: str) -> list[Finding]:
    """Return why a form does not belong to a pack, or to the plan of this fingerprint.

    Parameters
    ----------
    plan
        Fingerprint of the plan that all forms must come from; empty: not known.
    """
    place, facts = Place(file=str(form.path)), form.identity
    if facts.kode_wilayah != pack.profile.code:
        detail = f"Formulir {facts.slug} ({facts.kode_wilayah}), paket {pack.slug}."
        return [finding("KLA-U-102", place, form.path.name, detail)]
    found = []
    if facts.opd not in pack.opds:
        hint = did_you_mean(facts.opd, pack.opds).strip()
        found.append(finding("KLA-U-105", place, facts.opd, hint))
    if facts.paket != pack_mark(pack):
        found.append(finding("KLA-U-103", place, form.path.name))
    elif plan and facts.rencana != plan:
        found.append(finding("KLA-U-104", place, form.path.name))
    return found


def twice(forms: Sequence[Returned]) -> Iterator[Finding]:
    """Yield a finding for every further form of the same agency."""
    first: dict[str, Returned] = {}
    for form in forms:
        other = first.setdefault(form.opd, form)
        if other is not form:
            detail = f"{other.path.name} dan {form.path.name} sama-sama dari {form.opd}."
            yield finding("KLA-U-106", Place(file=str(form.path)), form.opd, detail)


def sealed(form: Returned) -> Iterator[Finding]:
    """Yield findings for locked cells that were changed and rows that were taken out or added."""
    for spec, entries, count in (
        (CHANGES, form.changes, form.identity.baris_usulan),
        (CEILINGS, form.ceilings, form.identity.baris_pagu),
    ):
        for entry in entries:
            if not _intact(spec, entry):
                first = entry.at(spec.keys[0].name)
                yield finding("KLA-U-108", first, entry.text(spec.keys[0].name))
        there = form.counts.get(spec.name, 0)
        if count.isdigit() and there < int(count):
            place = Place(f"{SHEETS[spec.name]} ({form.path.name})", "", str(form.path))
            detail = f"Ada {there} dari {count} baris."
            yield finding("KLA-U-109", place, "", detail)


def _intact(spec: Table, entry: Entry[Any]) -> bool:
    return bool(entry.record.segel == seal(spec.name, entry.record))


def answered(form: Returned, pack: Pack) -> Iterator[Finding]:
    """Yield findings for answers that do not fit together, and for codes nobody knows."""
    for entry in form.changes:
        yield from _answer(entry)
        yield from _values(entry, pack)
    yield from _uniform(form.changes)
    for ceiling in form.ceilings:
        yield from _ceiling(ceiling)
    for addition in form.additions:
        yield from _addition(addition, pack)


def proposals(entry: Entry[Usulan]) -> list[str]:
    """Return the columns of a row in which something is proposed."""
    return [name for name in ("usulan_volume", *PROPOSALS) if not entry.row.cell(name).empty]


def _answer(entry: Entry[Usulan]) -> Iterator[Finding]:
    row, given = entry.record, proposals(entry)
    if row.setuju in {YES, REFUSE} and given:
        yield finding("KLA-U-110", entry.at("setuju"), row.setuju)
    elif row.setuju == CHANGE and not given:
        yield finding("KLA-U-111", entry.at("setuju"), row.setuju)
    elif not row.setuju and given:
        yield finding("KLA-U-112", entry.at("setuju"))
    if row.setuju in {CHANGE, REFUSE} and not row.alasan:
        yield finding("KLA-U-113", entry.at("alasan"))


def _values(entry: Entry[Usulan], pack: Pack) -> Iterator[Finding]:
    row = entry.record
    activity = pack.activities.get(row.kegiatan)
    if row.usulan_volume is not None:
        place, text = entry.at("usulan_volume"), entry.text("usulan_volume")
        whole = row.usulan_volume == row.usulan_volume.to_integral_value()
        if row.usulan_volume == 0:
            yield finding("KLA-U-115", place, text)
        elif activity is not None and activity.bulat and not whole:
            yield finding("KLA-U-116", place, text)
    yield from _year(entry, "usulan_tahun_mulai_paling_awal", pack)
    yield from _known(entry, "usulan_opd_pendukung", "opd", pack.opds)


def _year(entry: Entry[Any], column: str, pack: Pack) -> Iterator[Finding]:
    year = getattr(entry.record, column)
    if year is not None and year not in pack.planned_years:
        first, last = pack.planned_years[0], pack.planned_years[-1]
        detail = f"Masa rencana yang tersisa {first}–{last}."
        yield finding("KLA-U-117", entry.at(column), str(year), detail)


def _known(entry: Entry[Any], column: str, sheet: str, codes: Iterable[str]) -> Iterator[Finding]:
    known = list(codes)
    given = getattr(entry.record, column)
    for code in given if isinstance(given, tuple) else (given,):
        if code and code not in known:
            reason = f'Kode "{code}" tidak ada di daftar {sheet}.{did_you_mean(code, known)}'
            yield DANGLING.at(entry.at(column), code, reason)


def _uniform(entries: Sequence[Entry[Usulan]]) -> Iterator[Finding]:
    """Yield findings where rows of one activity propose different values for one cell."""
    first: dict[tuple[str, str], Entry[Usulan]] = {}
    for entry in entries:
        for name in proposals(entry):
            if name not in PROPOSALS:
                continue
            other = first.setdefault((entry.record.kegiatan, name), entry)
            if getattr(other.record, name) != getattr(entry.record, name):
                detail = f"Sel {other.at(name).cell} berisi {other.text(name)}."
                yield finding("KLA-U-114", entry.at(name), entry.text(name), detail)


def _ceiling(entry: Entry[PaguOpd]) -> Iterator[Finding]:
    if entry.record.usulan_batas_atas is not None and not entry.record.alasan:
        yield finding("KLA-U-113", entry.at("alasan"))


def _addition(entry: Entry[KegiatanBaru], pack: Pack) -> Iterator[Finding]:
    row, instrument = entry.record, pack.instrument
    yield from _known(entry, "indikator", "indikator", instrument.indicators)
    yield from _known(entry, "pertanyaan", "pertanyaan", instrument.questions)
    yield from _known(entry, "opd_pendukung", "opd", pack.opds)
    yield from _known(entry, "sumber_dana", "sumber dana", pack.funds)
    yield from _year(entry, "mulai_paling_awal", pack)
    if bool(row.pertanyaan) != bool(row.kenaikan):
        place = entry.at("kenaikan" if row.pertanyaan else "pertanyaan")
        yield finding("KLA-U-118", place, entry.text("kenaikan"))
