"""The values of the Word template of one year."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from kla_plan.indonesian import number, rupiah, terbilang
from kla_plan.instrument import verified
from kla_plan.papers.yearly.bound import bound
from kla_plan.papers.yearly.line import Line, Year, fund_text
from kla_plan.papers.yearly.route import Need, Stage, by_agency, stage, totals, ways
from kla_plan.papers.yearly.route_words import rule, verdict
from kla_plan.papers.yearly.sums import Sums, agency_sums, fund_sums
from kla_plan.plan.plan import Plan
from kla_plan.report.calendar import calendar
from kla_plan.report.charts.calendar import calendar_chart
from kla_plan.report.sentences.words import count, from_to
from kla_plan.report.word.common import dokumen
from kla_plan.report.word.picture import Picture

#: Names of the values, as the template uses them.
NAMES = (
    "dokumen", "target", "anggaran", "dana", "kalender", "jalur", "lanjutan", "kegiatan", "terbuka",
)  # fmt: skip
_ONLY_PAYMENT = "pembayaran lanjutan"
_NONE = "–"


def values(
    year: Year, needs: Sequence[Need], day: date | None, picture: Picture
) -> dict[str, object]:
    """Return every value of the yearly template."""
    plan, when = year.plan, year.year
    common = dokumen(plan)
    return {
        "dokumen": {
            "nama": common.nama,
            "jenis_besar": common.jenis_besar,
            "asumsi": common.asumsi,
            "tahun": when,
            "tahun_lalu": when - 1,
            "tahun_depan": when + 1,
        },
        "target": _target(plan, when),
        "anggaran": {"kalimat": _needs(year), "opd": _sums(agency_sums(year)), **_whole(year)},
        "dana": _sums(fund_sums(year)),
        "kalender": _calendar(when, day, picture),
        "jalur": _route(year, needs, day),
        "lanjutan": bound(year),
        "kegiatan": _agencies(year),
        "terbuka": [_open(line) for line in year.lines if line.why_open and not line.outside],
    }


def _target(plan: Plan, year: int) -> dict[str, object]:
    before = plan.score(year - 1) if year - 1 in plan.years else plan.pack.start_score()
    after = plan.score(year)
    checked = verified(after.total, plan.scenario.diskon_verifikasi)
    named = plan.pack.instrument.predicate
    return {
        "kalimat": (
            f"Nilai penilaian mandiri KLA {plan.pack.profile.full_name} pada tahun {year} "
            f"ditargetkan {from_to(float(before.total), float(after.total))} (predikat: "
            f"{named(after.total)}). Perkiraan nilai setelah verifikasi {number(checked, 2)} poin "
            f"(predikat: {named(checked)})."
        ),
        "klaster": [
            {"nama": cluster.nama, **_move(before.clusters[code], after.clusters[code])}
            for code, cluster in plan.pack.instrument.clusters.items()
        ],
        **_move(before.total, after.total),
    }


def _move(before: Fraction, after: Fraction) -> dict[str, str]:
    return {
        "awal": number(before, 2),
        "akhir": number(after, 2),
        "ubah": number(after - before, 2),
    }


def _needs(year: Year) -> str:
    amount = sum(line.rupiah for line in year.lines)
    if not year.lines:
        return (
            f"Pada tahun {year.year} tidak ada kegiatan dan kebutuhan anggaran yang direncanakan."
        )
    opening = f"Pada tahun {year.year} direncanakan {count(len(year.lines), 'kegiatan')}"
    if not amount:
        return f"{opening} tanpa kebutuhan anggaran."
    return f"{opening} dengan kebutuhan anggaran {rupiah(amount)} ({terbilang(amount)} rupiah)."


def _sums(rows: Sequence[Sums]) -> list[dict[str, str]]:
    return [
        {
            "nama": row.name,
            "kegiatan": number(row.actions),
            "lalu": _money(row.before),
            "pagu": number(row.rupiah),
            "depan": _money(row.after),
        }
        for row in rows
    ]


def _whole(year: Year) -> dict[str, str]:
    def cost(when: int) -> str:
        return number(year.plan.cost(when)) if when in year.plan.years else _NONE

    return {
        "kegiatan": number(len(year.lines)),
        "lalu": cost(year.year - 1),
        "jumlah": number(sum(line.rupiah for line in year.lines)),
        "depan": cost(year.year + 1),
    }


def _money(amount: int | None) -> str:
    return _NONE if amount is None else number(amount)


def _calendar(year: int, day: date | None, picture: Picture) -> dict[str, object]:
    steps = calendar(year)
    return {
        "gambar": picture(calendar_chart(year, steps, day)),
        "baris": [
            {
                "kelompok": step.group,
                "tahap": step.name,
                "waktu": step.months,
                "status": step.status,
                "ketentuan": step.rule,
                "tugas": step.task,
            }
            for step in steps
        ],
    }


def _route(year: Year, needs: Sequence[Need], day: date | None) -> dict[str, object]:
    where, sums = stage(year.year, day), totals(needs)
    rows = [
        _way(group[0].agency.nama, group, where)
        for group in by_agency(needs).values()
        if totals(group).needed
    ]
    if year.year not in year.plan.pack.planned_years or not rows:
        return {"kalimat": "", "aturan": "", "opd": [], "jumlah": {}}
    return {
        "aturan": rule(year.year),
        "kalimat": verdict(year.year, where, day, sums),
        "opd": rows,
        "jumlah": _way("Jumlah", needs, where),
    }


def _way(name: str, rows: Sequence[Need], where: Stage) -> dict[str, str]:
    sums = totals(rows)
    regular, change = ways(where, sums.lacking)
    return {
        "nama": name,
        "butuh": number(sums.needed),
        "luar": number(sums.outside),
        "ada": number(sums.listed),
        "belum": number(sums.lacking),
        "kua": _money(regular),
        "perubahan": _money(change),
    }


def _agencies(year: Year) -> list[dict[str, object]]:
    return [
        {
            "nama": agency.nama,
            "kegiatan": [
                _line(year.plan, place, row) for place, row in enumerate(year.of(agency.opd), 1)
            ],
        }
        for agency in year.agencies
    ]


def _line(plan: Plan, place: int, line: Line) -> dict[str, str]:
    code = line.activity.sub_kegiatan
    title = plan.pack.nomenclature.get(code)
    missing = _NONE if line.outside else "kode belum ditentukan"
    return {
        "nomor": number(place),
        "sub_kegiatan": f"{code} {title.nama if title else ''}".strip() or missing,
        "nama": line.activity.nama,
        "indikator_kinerja": line.activity.indikator_kinerja or _NONE,
        "target": _ONLY_PAYMENT if line.pays_only else line.target(),
        "pagu": number(line.rupiah),
        "depan": number(line.after),
        "sumber_dana": fund_text(line.funds) or _NONE,
        "data_dukung": line.activity.data_dukung or _NONE,
    }


def _open(line: Line) -> dict[str, str]:
    return {
        "kode": line.activity.kegiatan,
        "nama": line.activity.nama,
        "opd": line.agency.nama,
        "sebab": line.why_open,
        "pagu": number(line.rupiah),
    }
