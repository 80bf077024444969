"""Sentences about planning documents: what was found, what must change, what is not known."""

from kla_plan.indonesian import join, number, rupiah
from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan
from kla_plan.report.alignment import (
    KINDS,
    YEARLY,
    ActionAlignment,
    Alignment,
    Change,
    MissingDocument,
    Reference,
    Status,
)
from kla_plan.report.sentences.words import capital, count, spans

#: What stands where nothing is known to be done.
NOTHING = "–"
#: How a status is written in the narrow columns of the matrix.
LETTERS = {
    Status.ALIGNED: "S",
    Status.OVER: "L",
    Status.MISSING: "B",
    Status.UNKNOWN: "?",
    Status.OUTSIDE: "–",
}


def document(found: Alignment, kind: str) -> str:
    """Say how many activities one document provides for; empty where none of it is given."""
    if kind not in found.given:
        return ""
    seen = [action.status(kind) for action in found.actions.values()]
    parts = [
        f"{count(seen.count(status), 'aksi')} {text}"
        for status, text in (
            (Status.ALIGNED, "sudah selaras"),
            (Status.OVER, "selaras tetapi melebihi pagu"),
            (Status.MISSING, "belum tercantum"),
            (Status.UNKNOWN, "belum dapat diperiksa"),
        )
        if status in seen
    ]
    return f"Terhadap {KINDS[kind]}, {join(parts)}." if parts else ""


def not_given(found: Alignment) -> str:
    """Say of which documents no row is known; empty where all are."""
    absent = [name for kind, name in KINDS.items() if kind not in found.given]
    if not absent:
        return ""
    return (
        f"Isi {join(absent)} belum dimasukkan ke dalam data rencana ini, sehingga kesesuaian aksi "
        "dengan dokumen tersebut belum dapat dinyatakan; kode program dan sub kegiatan setiap "
        "aksi pada Lampiran IV menjadi bahan pemeriksaannya."
    )


def undated(found: Alignment) -> str:
    """Say how many ceilings could not be compared because they name no year."""
    if not found.undated:
        return ""
    return (
        f"{count(found.undated, 'baris dokumen', start=True)} memuat pagu tanpa tahun, sehingga "
        "pagunya tidak dibandingkan dengan kebutuhan rencana."
    )


def follow_up(plan: Plan, found: Alignment, action: ActionAlignment) -> str:
    """Say what must be done about one activity; ``NOTHING`` where nothing is known to be."""
    if action.status() is Status.OUTSIDE:
        return f"Dituangkan dalam rencana kerja {plan.pack.opds[action.opd].nama}."
    texts = [_code(action), *_proposals(action), *_others(action), *_over(found, action)]
    return " ".join(text for text in texts if text) or NOTHING


def _code(action: ActionAlignment) -> str:
    if not action.coded.code:
        return "Tetapkan kode program dan sub kegiatan."
    return "Tetapkan kode sub kegiatan." if action.coded.by_name else ""


def _proposals(action: ActionAlignment) -> list[str]:
    lacking = {kind: action.years_of(kind, Status.MISSING) for kind in KINDS}
    groups: dict[tuple[int, ...], list[str]] = {}
    for kind, years in lacking.items():
        if years and kind in YEARLY:
            groups.setdefault(years, []).append(KINDS[kind])
    span = [KINDS[kind] for kind, years in lacking.items() if years and kind not in YEARLY]
    texts = [f"Usulkan pada perubahan {join(span)}."] if span else []
    return texts + [f"Masukkan ke {join(names)} {spans(years)}." for years, names in groups.items()]


def _others(action: ActionAlignment) -> list[str]:
    others = dict.fromkeys(other for match in action.matches for other in match.elsewhere)
    if not others:
        return []
    return [f"Kodenya tercantum pada {join(list(others))}; sepakati pelaksananya."]


def _over(found: Alignment, action: ActionAlignment) -> list[str]:
    return [
        f"{KINDS[e.line.dokumen]} {e.year}: pagu{_of(e.line.kode, action)} kurang {rupiah(e.more)}."
        for e in found.excesses
        if action.activity in e.activities
    ]


def _of(code: str, action: ActionAlignment) -> str:
    return "" if code == action.coded.code else f" {code}"


def proposal(kind: str) -> str:
    """Say how something comes into a document."""
    if kind in YEARLY:
        return f"{KINDS[kind]}: dimasukkan pada penyusunan atau perubahannya"
    return f"{KINDS[kind]}: diusulkan pada perubahannya"


def change(plan: Plan, one: Change) -> str:
    """Name the code to propose, and under which other OPD the document has it."""
    name = code_name(plan.pack, one.code)
    if not one.elsewhere:
        return name
    return f"{name} (tercantum pada {join(list(one.elsewhere))}; sepakati pelaksananya)"


def missing(plan: Plan, one: MissingDocument) -> str:
    """Say which part of a document is not known and how many activities wait for it."""
    whose = f" {plan.pack.opds[one.opd].nama}" if one.opd else ""
    return (
        f"Isi {KINDS[one.kind]}{whose} untuk tahun {spans(one.years)} belum dimasukkan pada tabel "
        f"dokumen_rencana; {count(len(one.activities), 'aksi')} belum dapat diperiksa."
    )


def all_missing(found: Alignment, rows: tuple[MissingDocument, ...]) -> str:
    """Say what is not known of documents of which something is; the rest says ``not_given``."""
    texts = []
    for kind in KINDS:
        mine = [one for one in rows if one.kind == kind]
        if kind not in found.given or not mine:
            continue
        whose = f" {count(len(mine), 'perangkat daerah')}" if mine[0].opd else ""
        years = {year for one in mine for year in one.years}
        waiting = {activity for one in mine for activity in one.activities}
        texts.append(
            f"Isi {KINDS[kind]}{whose} untuk tahun {spans(sorted(years))} belum dimasukkan, "
            f"sehingga {count(len(waiting), 'aksi')} belum dapat diperiksa seluruhnya."
        )
    return " ".join(texts)


def coverage(plan: Plan, rows: tuple[Reference, ...]) -> str:
    """Say which clusters and indicators the plan serves."""
    instrument = plan.pack.instrument
    clusters = dict.fromkeys(row.cluster for row in rows)
    text = (
        f"Rencana ini memuat aksi pada {number(len(clusters))} dari "
        f"{number(len(instrument.clusters))} bagian penilaian dan {number(len(rows))} dari "
        f"{number(len(instrument.indicators))} indikator."
    )
    served = {row.indicator for row in rows}
    rest = [c.removeprefix("I") for c in instrument.indicators if c not in served]
    if rest:
        text += f" Indikator {join(rest)} tidak dilayani aksi dalam rencana ini"
        text += f"; {_full(plan, served)}."
    return text


def _full(plan: Plan, served: set[str]) -> str:
    """Say how many of the indicators that no activity serves have all their points already."""
    points = plan.pack.start_score().indicators
    maxima = plan.pack.instrument.indicators
    rest = [code for code in maxima if code not in served]
    full = sum(points[code] >= maxima[code].poin_maks for code in rest)
    if full == len(rest):
        return "nilainya sudah penuh pada tahun dasar"
    if not full:
        return "kesenjangan poinnya belum ditangani"
    return f"{count(full, 'indikator')} di antaranya sudah bernilai penuh pada tahun dasar"


def references_open(rows: tuple[Reference, ...]) -> str:
    """Say how many references to Perpres 25/2021 are still to be filled in."""
    policies = {row.cluster: row.policy for row in rows}
    lacking = sum(not text for text in policies.values()) + sum(not r.action_plan for r in rows)
    whole = len(policies) + len(rows)
    if not whole:
        return ""
    if not lacking:
        return f"Seluruh {number(whole)} rujukan telah diisi."
    how_many = (
        f"Seluruh {number(whole)} rujukan ke kedua lampiran"
        if lacking == whole
        else f"Dari {number(whole)} rujukan ke kedua lampiran, {number(lacking)}"
    )
    return (
        f"{how_many} belum diisi karena naskah lampiran belum menjadi bagian data rencana ini; "
        "rujukan tersebut dicatat sebagai hal terbuka."
    )


def code_name(pack: Pack, code: str) -> str:
    """Write a code with its official name, or alone where the nomenclature lacks it."""
    record = pack.nomenclature.get(code)
    return f"{code} {capital(record.nama)}" if record else code
