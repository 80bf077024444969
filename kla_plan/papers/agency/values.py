"""Values of the agency page: one entry of ``lembar`` per agency."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from kla_plan.indonesian import number, rupiah
from kla_plan.papers.agency.dossier import Dossier, Duty, Link
from kla_plan.papers.agency.words import due_text, fund_name, funds_of, volumes_text
from kla_plan.plan.plan import Plan
from kla_plan.report.sentences.words import capital, count, listed, period
from kla_plan.report.word.common import dokumen

#: Names that the template may use.
NAMES: Final = ("dokumen", "lembar")
#: Activities that fit on two pages; an agency with more of them shows the costliest.
TWO_PAGES = 22
#: Links, pieces of evidence and questions on the page; the workbook has all of them.
MOST_LINKS, MOST_PIECES, MOST_QUESTIONS = 3, 4, 8


def values(plan: Plan, dossiers: Sequence[Dossier]) -> dict[str, object]:
    """Return the values of the template for these agencies."""
    common = dokumen(plan)
    return {
        "dokumen": {
            "nama": common.nama,
            "jenis_besar": common.jenis_besar,
            "periode": common.periode,
            "tahun": plan.years,
            "asumsi": common.asumsi,
            "tempat": plan.pack.profile.fact("ibu_kota", "………………"),
        },
        "lembar": [_page(plan, dossier) for dossier in dossiers],
    }


def _page(plan: Plan, dossier: Dossier) -> dict[str, object]:
    agency = dossier.agency
    shown = _shown(dossier)
    return {
        "nama": agency.nama,
        "ringkas": _summary(dossier),
        "melaksanakan": bool(dossier.own),
        "beranggaran": agency.jenis == "apbd" and dossier.rupiah > 0,
        "menjawab": bool(dossier.answered),
        "mendukung": bool(dossier.supported),
        "kegiatan": [_activity(place, duty) for place, duty in enumerate(shown, start=1)],
        "kegiatan_lain": _rest(dossier, shown),
        "belanja": rupiah(dossier.rupiah),
        "jumlah": number(dossier.rupiah),
        "dana": _funds(plan, dossier),
        "belanja_tahun": [number(dossier.paid(year)) for year in dossier.years],
        "poin": _points(dossier),
        "komitmen": _commitment(dossier),
        "pertanyaan": _questions(dossier),
        "dukungan": _support(dossier),
        "menunggu": _links(dossier, "waits"),
        "ditunggu": _links(dossier, "awaited"),
        "bukti": _evidence(dossier),
        "bukti_utama": _pieces(dossier),
    }


def _summary(dossier: Dossier) -> str:
    name, parts = dossier.agency.nama, []
    if dossier.own:
        parts.append(f"bertanggung jawab atas {count(len(dossier.own), 'kegiatan')}")
    if dossier.supported:
        parts.append(f"mendukung {count(len(dossier.supported), 'kegiatan')} OPD lain")
    if dossier.answered:
        most = sum((stake.maximum for stake in dossier.answered), Fraction(0))
        held = count(len(dossier.answered), "pertanyaan")
        parts.append(f"menyiapkan jawaban {held} bernilai paling banyak {number(most, 2)} poin")
    text = ", ".join(parts[:-1]) + (" serta " if len(parts) > 1 else "") + parts[-1]
    years = period(dossier.years)
    money = f" Kebutuhan anggarannya {rupiah(dossier.rupiah)}." if dossier.rupiah else ""
    if dossier.own and not dossier.rupiah:
        money = " Kegiatan itu tidak memerlukan anggaran daerah menurut rencana."
    return f"Dalam RAD KLA {years}, {name} {text}.{money}"


def _shown(dossier: Dossier) -> list[Duty]:
    """Return the activities on the page: all, or the costliest, in the plan's order."""
    if len(dossier.own) <= TWO_PAGES:
        return list(dossier.own)
    by_cost = sorted(dossier.own, key=lambda duty: (-duty.rupiah, duty.code))
    chosen = {duty.code for duty in by_cost[: TWO_PAGES - 1]}
    return [duty for duty in dossier.own if duty.code in chosen]


def _activity(place: int, duty: Duty) -> dict[str, str]:
    row = duty.activity
    return {
        "nomor": number(place),
        "nama": f"{duty.code} {row.nama}",
        "indikator": row.indikator_kinerja or "–",
        "volume": volumes_text(duty.volumes) or "pembayaran lanjutan",
        "satuan": row.satuan,
        "rupiah": number(duty.rupiah),
    }


def _rest(dossier: Dossier, shown: Sequence[Duty]) -> dict[str, str]:
    """Return the row of the activities that are not shown; empty where all are."""
    rest = [duty for duty in dossier.own if duty not in shown]
    if not rest:
        return {}
    return {
        "kalimat": f"{capital(count(len(rest), 'kegiatan'))} lainnya, lihat lembar Kegiatan "
        "pada buku kerja OPD",
        "rupiah": number(sum(duty.rupiah for duty in rest)),
    }


def _funds(plan: Plan, dossier: Dossier) -> list[dict[str, object]]:
    return [
        {
            "nama": fund_name(fund),
            "tahun": [number(_paid(dossier, year, fund)) for year in dossier.years],
            "jumlah": number(sum(_paid(dossier, year, fund) for year in dossier.years)),
        }
        for fund in funds_of(dossier.own, plan.pack.funds)
    ]


def _paid(dossier: Dossier, year: int, fund: str) -> int:
    return sum(duty.spending.get((year, fund), 0) for duty in dossier.own)


def _points(dossier: Dossier) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    if dossier.raised:
        gained = [number(dossier.gain(year), 2) for year in dossier.years]
        lost = [number(dossier.lost[year], 2) for year in dossier.years]
        rows.append({"nama": "Tambahan poin pertanyaan yang dinaikkan", "tahun": gained})
        rows.append({"nama": "Poin total yang hilang bila tidak dilaksanakan", "tahun": lost})
    if dossier.answered:
        held = [
            number(sum((stake.points[year] for stake in dossier.answered), Fraction(0)), 2)
            for year in dossier.years
        ]
        rows.append({"nama": "Poin pertanyaan yang dijawab", "tahun": held})
    return rows


def _commitment(dossier: Dossier) -> list[dict[str, object]]:
    """Return the rows of the table that is signed; none where there is nothing to carry out."""
    if not dossier.own:
        return []
    rows = {
        "Kegiatan dilaksanakan": [number(dossier.active(year)) for year in dossier.years],
        "Anggaran (Rp)": [number(dossier.paid(year)) for year in dossier.years],
        "Tambahan poin": [number(dossier.gain(year), 2) for year in dossier.years],
    }
    return [{"nama": name, "tahun": values_} for name, values_ in rows.items()]


def _questions(dossier: Dossier) -> str:
    """Name the questions with the largest gain; empty where nothing is gained."""
    last = dossier.years[-1]
    gained = [stake for stake in dossier.raised if stake.gain(last) > 0]
    if not gained:
        return ""
    best = sorted(gained, key=lambda stake: (-stake.gain(last), stake.code))
    names = [f"{s.code} (+{number(s.gain(last), 2)})" for s in best]
    return (
        f"Pertanyaan yang naik sampai {last}: {listed(names, MOST_QUESTIONS)}. Poin sebuah "
        "pertanyaan tercantum pada setiap OPD yang menaikkannya."
    )


def _support(dossier: Dossier) -> str:
    if not dossier.supported:
        return ""
    by_owner: dict[str, list[str]] = {}
    for duty in dossier.supported:
        by_owner.setdefault(duty.activity.opd, []).append(duty.code)
    names = [
        f"{opd} ({listed(codes, 3)})"
        for opd, codes in sorted(by_owner.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    return f"Kegiatan OPD lain yang didukung: {'; '.join(names[:6])}" + (
        "; dan lainnya pada buku kerja OPD." if len(names) > 6 else "."
    )


def _links(dossier: Dossier, kind: str) -> list[str]:
    """Return the prerequisites with other agencies, one line each; those left out are counted."""
    found = [
        (duty, link)
        for duty in dossier.own
        for link in getattr(duty, kind)
        if link.opd != dossier.agency.opd
    ]
    lines = [_link(duty, link, kind) for duty, link in found[:MOST_LINKS]]
    rest = len(found) - len(lines)
    return [*lines, f"{capital(count(rest, 'lainnya'))} pada lembar Kegiatan."] if rest else lines


def _link(duty: Duty, link: Link, kind: str) -> str:
    verb = "menunggu" if kind == "waits" else "ditunggu"
    return (
        f"{duty.code} {verb} {link.code} {link.name} ({link.opd}), paling lambat terlaksana "
        f"{link.latest}."
    )


def _evidence(dossier: Dossier) -> str:
    if not dossier.owed:
        return "Tidak ada data dukung yang tercatat untuk OPD ini."
    missing = [piece for piece in dossier.owed if piece.open]
    undated = sum(1 for piece in missing if piece.due is None)
    if not missing:
        return f"Seluruh {number(len(dossier.owed))} data dukung OPD ini sudah lengkap."
    text = (
        f"Dari {number(len(dossier.owed))} data dukung, {number(len(missing))} belum lengkap atau "
        "belum dicatat statusnya"
    )
    late = sum(1 for piece in missing if piece.overdue)
    if late:
        text += f"; {number(late)} sudah lewat tenggat"
    if undated:
        text += f"; tenggat {number(undated)} di antaranya belum ditetapkan"
    return f"{text}. Daftarnya ada pada lembar Data dukung buku kerja OPD."


def _pieces(dossier: Dossier) -> list[str]:
    """Return the pieces to hand in first: those with a deadline, then those of the region."""
    missing = [piece for piece in dossier.owed if piece.open]
    missing.sort(key=lambda p: (p.due is None, str(p.due or ""), p.proposed, p.since or 9999))
    return [
        f"{piece.text} ({listed(list(piece.questions), 3)}); tenggat {due_text(piece)}."
        for piece in missing[:MOST_PIECES]
    ]
