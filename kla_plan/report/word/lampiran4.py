"""Lampiran IV: every activity beside Perpres 25/2021 and the planning documents."""

from kla_plan.indonesian import number
from kla_plan.pack.model import Pack
from kla_plan.plan.plan import Plan
from kla_plan.report.alignment import (
    ActionAlignment,
    Alignment,
    align,
    programme_name,
    references,
)
from kla_plan.report.sentences import alignment
from kla_plan.report.sentences.alignment import LETTERS
from kla_plan.report.sentences.words import capital
from kla_plan.report.word.bab6 import NO_REFERENCE

NONE = "–"
#: Columns beside the years.
_OTHERS = 9


def lampiran4(plan: Plan, current: Pack) -> dict[str, object]:
    """Return the values of Lampiran IV; ``current`` holds the planning documents."""
    found = align(plan, current)
    instrument = plan.pack.instrument
    rows = references(plan, current)
    cited = {row.indicator: row.action_plan for row in rows}
    order = {code: place for place, code in enumerate(instrument.indicators)}
    indicator = {code: plan.pack.activities[code].indikator for code in found.actions}
    ordered = sorted(found.actions, key=lambda code: order[indicator[code]])
    clusters: dict[str, list[dict[str, object]]] = {}
    for place, code in enumerate(ordered, start=1):
        line = _line(plan, found, found.actions[code])
        line |= {"nomor": number(place), "perpres": cited[indicator[code]] or NO_REFERENCE}
        clusters.setdefault(instrument.cluster_of(indicator[code]), []).append(line)
    return {
        "tahun": list(plan.pack.planned_years),
        "kolom": _OTHERS + len(plan.pack.planned_years),
        "klaster": [
            {"nama": instrument.clusters[code].nama.upper(), "aksi": lines}
            for code, lines in clusters.items()
        ],
        "ada_dokumen": bool(found.given),
    }


def _line(plan: Plan, found: Alignment, action: ActionAlignment) -> dict[str, object]:
    pack = plan.pack
    record = pack.activities[action.activity]
    programme = programme_name(pack, action.coded.programme, record.program_rpjmd)
    status, what = action.status().value, alignment.follow_up(plan, found, action)
    return {
        "nama": record.nama,
        "sub_kegiatan": _sub(plan, action),
        "program": f"{action.coded.programme} {capital(programme)}".strip() or NONE,
        "opd": record.opd,
        "rpjmd": LETTERS[action.status("rpjmd")],
        "renstra": LETTERS[action.status("renstra")],
        "tahun": [_year(action, year) for year in pack.planned_years],
        "status": status if what == alignment.NOTHING else f"{status}. {what}",
    }


def _sub(plan: Plan, action: ActionAlignment) -> str:
    return plan.pack.activities[action.activity].sub_kegiatan or "belum ditentukan"


def _year(action: ActionAlignment, year: int) -> str:
    """Write both yearly documents of a year: ``S/B``; empty where the activity does not act."""
    letters = [
        LETTERS[match.status]
        for kind in ("rkpd", "renja")
        for match in action.of(kind)
        if match.year == year
    ]
    return "/".join(letters)
