"""Values of the Word report: the facts as an Indonesian reader reads them."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from kla_plan.indonesian import number, percent, rupiah, tanggal
from kla_plan.papers.monitoring import words
from kla_plan.papers.monitoring.charts import absorption_chart, agency_chart, points_chart
from kla_plan.papers.monitoring.facts import Monitoring
from kla_plan.papers.monitoring.line import TROUBLED, Line
from kla_plan.papers.monitoring.matrix import matrix
from kla_plan.papers.monitoring.points import YearPoints
from kla_plan.papers.monitoring.reported import QUARTER_NAMES
from kla_plan.papers.monitoring.sums import Group, by_fund
from kla_plan.report.sentences.words import count
from kla_plan.report.word.common import dokumen
from kla_plan.report.word.picture import Picture

NAMES: Final = ("dokumen", "ringkasan", "tahunan", "triwulan", "opd", "klaster", "dana",
                "perhatian", "poin", "matriks", "ukuran")  # fmt: skip
#: Activities that the report lists as needing attention; the workbook has all of them.
_FIRST: Final = 20
NONE: Final = "–"


def values(found: Monitoring, picture: Picture) -> dict[str, object]:
    """Return every value of the template."""
    common = dokumen(found.plan)
    year = found.year
    told = any(group.rupiah or group.progress for group in found.agencies(year))
    return {
        "dokumen": {
            "nama": common.nama,
            "jenis_besar": common.jenis_besar,
            "dinas": common.dinas,
            "periode": common.periode,
            "tahun": year,
            "keadaan": words.state(found),
            "hari": f"Per {tanggal(found.day)}" if found.day else "",
            "asumsi": common.asumsi,
        },
        "ringkasan": [text for text in (*words.summary(found), words.late(found)) if text],
        "tahunan": [_year(found, one) for one in found.points if one.year in found.years],
        "triwulan": _quarters(found, picture),
        "opd": {
            "baris": [_group(group) for group in found.agencies(year)],
            "jumlah": _group(found.whole(year)),
            "grafik": picture(agency_chart(found, year)) if told else "",
        },
        "klaster": {
            "baris": [_group(group) for group in found.clusters(year)],
            "jumlah": _group(found.whole(year)),
        },
        "dana": _funds(found),
        "perhatian": _trouble(found),
        "poin": _points(found, picture),
        "matriks": matrix(found) | {"dinilai": words.scored_words(found)},
        "ukuran": words.rule_words(),
    }


def share(value: Fraction | None) -> str:
    """Write a share; a dash where there is nothing to compare with."""
    return NONE if value is None else percent(value)


def volume(value: Decimal) -> str:
    """Write a volume."""
    return number(value)


def _year(found: Monitoring, one: YearPoints) -> dict[str, object]:
    whole = found.whole(one.year)
    told = any(line.reported for line in whole.lines)
    return {
        "tahun": one.year,
        "kegiatan": number(len(whole.planned)),
        "pagu": number(whole.pagu),
        "realisasi": number(whole.rupiah) if told else NONE,
        "belanja": share(whole.money_share) if told else NONE,
        "volume": share(whole.progress) if told else NONE,
        "rencana": number(one.planned.total, 2),
        "skor": number(one.reached.score.total, 2) if one.reached else NONE,
        "perkiraan": number(one.expected.total, 2) if one.expected else NONE,
    }


def _quarters(found: Monitoring, picture: Picture) -> dict[str, object]:
    year = found.year
    whole, sums = found.whole(year), found.quarters(year)
    told = [one for one in sums if one.reports or one.rupiah]
    last = max((one.quarter for one in told), default=0)
    left = found.unsplit(year)
    return {
        "kalimat": words.quarter_words(found),
        "baris": [
            {
                "nama": f"Triwulan {QUARTER_NAMES[one.quarter]}",
                "laporan": f"{number(one.reports)} dari {number(len(whole.planned))}",
                "rupiah": number(one.rupiah),
                "kumulatif": number(one.so_far),
                "belanja": share(Fraction(one.so_far, whole.pagu) if whole.pagu else None),
            }
            for one in sums[:last]
        ],
        "sisa": rupiah(left) if left and last else "",
        "grafik": picture(absorption_chart(found, year)) if last else "",
    }


def _group(group: Group) -> dict[str, str]:
    told = any(line.reported for line in group.lines)
    troubled = sum(group.statuses[status] for status in TROUBLED)
    return {
        "nama": group.name,
        "kegiatan": number(len(group.planned)),
        "pagu": number(group.pagu),
        "realisasi": number(group.rupiah) if told else NONE,
        "belanja": share(group.money_share) if told else NONE,
        "volume": share(group.progress) if told else NONE,
        "perhatian": number(troubled),
        "laporan": f"{number(group.awaited - group.missing)} dari {number(group.awaited)}"
        if group.awaited
        else NONE,
    }


def _funds(found: Monitoring) -> dict[str, object]:
    year = found.year
    funds, unknown = by_fund(found.plan, year, found.of(year))
    told = any(line.reported for line in found.of(year))
    return {
        "baris": [
            {
                "nama": one.fund,
                "pagu": number(one.pagu),
                "realisasi": number(one.rupiah) if told else NONE,
            }
            for one in funds
        ],
        "pagu": number(sum(one.pagu for one in funds)),
        "terpilah": number(sum(one.rupiah for one in funds)) if told else NONE,
        "lain": number(unknown) if unknown else "",
        "jumlah": number(sum(one.rupiah for one in funds) + unknown) if told else NONE,
    }


def _trouble(found: Monitoring) -> dict[str, object]:
    order = {status: place for place, status in enumerate(TROUBLED)}
    rows = [line for line in found.of(found.year) if line.status in order]
    rows.sort(key=lambda line: (order[line.status], -line.pagu, line.code))
    if not rows:
        text = (
            "Tidak ada kegiatan yang tertinggal, belum dilaporkan, atau di luar rencana."
            if found.quarter
            else "Belum ada yang dapat dinilai, karena realisasi belum dilaporkan."
        )
    else:
        text = f"{count(len(rows), 'kegiatan', start=True)} memerlukan perhatian Gugus Tugas."
        if len(rows) > _FIRST:
            text += (
                f" Tabel berikut memuat {number(_FIRST)} yang pertama menurut status dan anggaran; "
                "selengkapnya ada pada lembar Kegiatan buku kerja pemantauan."
            )
    return {
        "kalimat": text,
        "baris": [
            {
                "kegiatan": f"{line.code} {line.activity.nama}",
                "opd": line.activity.opd,
                "status": line.status.value,
                "capaian": _progress(line),
                "pagu": number(line.pagu) if line.pagu else NONE,
                "realisasi": number(line.done.rupiah) if line.reported else NONE,
                "keterangan": "; ".join(line.notes) or NONE,
            }
            for line in rows[:_FIRST]
        ],
    }


def _progress(line: Line) -> str:
    done = volume(line.done.volume) if line.reported else NONE
    if not line.target:
        return done if line.done.volume else NONE
    return f"{done} dari {volume(line.target)} {line.activity.satuan}"


def _points(found: Monitoring, picture: Picture) -> dict[str, object]:
    known = [one for one in found.points if one.reached or one.expected]
    shown = known[-1] if known else None
    rows = []
    if shown is not None:
        for code, cluster in found.plan.pack.instrument.clusters.items():
            planned = shown.planned.clusters[code]
            reached = shown.reached.score.clusters[code] if shown.reached else None
            expected = shown.expected.clusters[code] if shown.expected else None
            rows.append(
                {
                    "nama": cluster.nama,
                    "rencana": number(planned, 2),
                    "skor": NONE if reached is None else number(reached, 2),
                    "perkiraan": NONE if expected is None else number(expected, 2),
                    "selisih": NONE if reached is None else number(reached - planned, 2),
                }
            )
    return {
        "kalimat": words.points_words(found),
        "tahun": shown.year if shown else "",
        "baris": rows,
        "grafik": picture(points_chart(found)),
    }
