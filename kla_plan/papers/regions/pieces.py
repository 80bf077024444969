"""Rows that both Word files of the region sheets show."""

from collections.abc import Iterable

from kla_plan.indonesian import number, tanggal
from kla_plan.pack.records import Bukti
from kla_plan.papers.regions.acts import Act
from kla_plan.papers.regions.questions import Asked
from kla_plan.papers.regions.sheet import Sheet

NOTHING = "–"


def act_row(sheet: Sheet, act: Act) -> dict[str, object]:
    """Return one activity of a kecamatan with its volume by year."""
    record = sheet.plan.pack.activities[act.activity]
    volumes = [act.volumes.get(year) for year in sheet.years]
    return {
        "kode": act.activity,
        "nama": record.nama,
        "tahun": [NOTHING if volume is None else number(volume) for volume in volumes],
        "rupiah": number(act.cost) if act.cost else NOTHING,
    }


def question_rows(questions: Iterable[Asked]) -> list[dict[str, str]]:
    """Return the questions that count regions; those without points ask for nothing."""
    return [
        {
            "kode": one.code,
            "label": one.label,
            "maks": number(one.maximum, 2),
            "awal": number(one.start, 2),
            "akhir": number(one.end, 2),
            "masing": number(one.each, 3),
            "kegiatan": ", ".join(one.activities) or NOTHING,
            "bukti": "; ".join(one.evidence) or "bukti capaian yang sudah ada",
        }
        for one in questions
        if one.maximum
    ]


def question_text(sheet: Sheet, indicator: str) -> str:
    """Return the title of the table of one indicator's questions."""
    record = sheet.plan.pack.instrument.indicators[indicator]
    return f"Indikator {record.nomor}: {record.nama}"


def evidence_rows(rows: Iterable[Bukti]) -> list[dict[str, str]]:
    """Return the evidence that a region holds."""
    return [
        {
            "pertanyaan": row.pertanyaan,
            "uraian": row.uraian,
            "status": row.status,
            "tenggat": tanggal(row.tenggat) if row.tenggat else "mengikuti kalender evaluasi",
        }
        for row in rows
    ]
