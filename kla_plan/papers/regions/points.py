"""What the region sheets leave to be agreed or filled in."""

from kla_plan.indonesian import join, number
from kla_plan.papers.paper import OpenPoint
from kla_plan.papers.regions.levels import level_of
from kla_plan.papers.regions.sheet import Sheet
from kla_plan.papers.regions.turns import by_children
from kla_plan.report.word.facts import women_and_children_agency

_PLANNER = "Bappeda"
_REGISTRY = "Dinas Kependudukan dan Pencatatan Sipil"
_GOVERNANCE = "Bagian Tata Pemerintahan"


def open_points(sheet: Sheet) -> tuple[OpenPoint, ...]:
    """Return the open points; without the table of regions the only one is the table."""
    agency = women_and_children_agency(sheet.plan.pack.profile)
    if not sheet.spread.places:
        what = "Isi tabel wilayah: kode resmi, nama, tingkat, dan kecamatan induk setiap wilayah."
        return (OpenPoint("Tabel wilayah", what, _GOVERNANCE),)
    return (
        *_agreement(sheet, agency),
        *_children(sheet),
        *_names(sheet),
        *_counts(sheet),
        *_realised(sheet),
        *_evidence(sheet, agency),
    )


def _agreement(sheet: Sheet, agency: str) -> list[OpenPoint]:
    if not sheet.spread.activities:
        return []
    return [
        OpenPoint(
            f"Kecamatan {top.nama}",
            "Sepakati urutan giliran wilayah dan tahun pelayanannya; sebaran ini masih usulan.",
            f"Camat {top.nama} bersama {_PLANNER} dan {agency}",
        )
        for top in sheet.spread.places.tops
    ]


def _children(sheet: Sheet) -> list[OpenPoint]:
    places = sheet.spread.places
    word = places.part_word
    empty = [
        name
        for name, rows in (("kecamatan", places.tops), (word, places.parts))
        if rows and not by_children(rows)
    ]
    if not empty:
        return []
    what = f"Isi jumlah_anak setiap {' dan setiap '.join(empty)}, agar volume dibagi menurut anak."
    return [OpenPoint("Tabel wilayah", what, _REGISTRY)]


def _names(sheet: Sheet) -> list[OpenPoint]:
    places = sheet.spread.places
    doubtful = [row for row in (*places.tops, *places.parts) if row.asumsi]
    if not doubtful:
        return []
    what = f"Pastikan {number(len(doubtful))} baris yang masih diandaikan, misalnya "
    what += f"{doubtful[0].wilayah}: {doubtful[0].asumsi.rstrip('.')}."
    return [OpenPoint("Tabel wilayah", what, _GOVERNANCE)]


def _counts(sheet: Sheet) -> list[OpenPoint]:
    """Name the activities that count other regions than the table holds."""
    differ = []
    for code in sheet.spread.activities:
        record = sheet.plan.pack.activities[code]
        known = len(sheet.spread.places.of(level_of(record.satuan).kinds))
        if record.volume_maks != known:
            differ.append(f"{code} ({number(record.volume_maks)})")
    if not differ:
        return []
    what = f"Volume terbesar {join(differ)} berbeda dari banyaknya wilayah dalam tabel; cocokkan."
    return [OpenPoint("Kegiatan menurut wilayah", what, _PLANNER)]


def _realised(sheet: Sheet) -> list[OpenPoint]:
    done = {row.kegiatan for row in sheet.plan.pack.realised if row.volume}
    codes = [code for code in sheet.spread.activities if code in done]
    if not codes:
        return []
    what = f"Rinci wilayah yang sudah dilayani {join(codes)} sampai tahun "
    what += f"{sheet.plan.pack.last_realised_year}, lalu sesuaikan giliran berikutnya."
    return [OpenPoint("Realisasi menurut wilayah", what, "OPD pelaksana")]


def _evidence(sheet: Sheet, agency: str) -> list[OpenPoint]:
    if sheet.evidence or not any(sheet.questions.values()):
        return []
    what = "Isi kolom wilayah pada tabel bukti, agar data dukung setiap wilayah dapat dilacak."
    return [OpenPoint("Data dukung wilayah", what, agency)]
