"""What the yearly plans leave to be filled in or checked."""

from collections.abc import Iterable, Iterator, Sequence

from kla_plan.indonesian import join
from kla_plan.papers.paper import OpenPoint
from kla_plan.papers.yearly.line import Line, Year, add_funds
from kla_plan.papers.yearly.route import OUTSIDE_FUNDS, Need
from kla_plan.report.alignment import Status
from kla_plan.report.calendar import GROUPS, calendar
from kla_plan.report.nomenclature import levels
from kla_plan.report.sentences.words import period, series

_PLANNER = "Bappeda"
_BUDGET = "Bappeda dan TAPD"
#: Who sets the dates of a group of steps.
_ASKED = {"Penganggaran": _BUDGET, "Perubahan": _BUDGET, "Evaluasi KLA": "Gugus Tugas KLA"}


def open_points(year: Year, needs: Sequence[Need]) -> tuple[OpenPoint, ...]:
    """Return the open points of one year; those of several years are the same objects.

    Their words name no year unless the point is about one, so that a point that returns every
    year is listed once.
    """
    inside = [line for line in year.lines if not line.outside]
    return tuple(
        dict.fromkeys(
            point
            for source in (_codes(inside), _names(year, inside), _upkeep(inside), _details(inside),
                           _funds(inside), _documents(year, needs), _pagu(year, needs), _dates())
            for point in source
        )
    )  # fmt: skip


def _codes(lines: Iterable[Line]) -> Iterator[OpenPoint]:
    for line in lines:
        if line.why_open:
            yield OpenPoint(
                f"Aksi {line.activity.kegiatan}",
                f"Kode sub kegiatan resmi untuk “{line.activity.nama}” ({line.why_open}); tanpa "
                "kode, aksi ini tidak dapat dimasukkan ke SIPD.",
                f"{_PLANNER} bersama {line.agency.nama}",
            )


def _names(year: Year, lines: Iterable[Line]) -> Iterator[OpenPoint]:
    for line in lines:
        for level in levels(year.plan.pack, line.code) if line.code else ():
            if not level.title:
                yield OpenPoint(
                    f"Kode {level.code}",
                    f"Nama resmi {level.name.lower()} menurut nomenklatur yang berlaku.",
                    _PLANNER,
                )


def _upkeep(lines: Iterable[Line]) -> Iterator[OpenPoint]:
    for line in lines:
        if line.pays_only and line.rupiah:
            yield OpenPoint(
                f"Aksi {line.activity.kegiatan}",
                f"Target keluaran pada tahun yang hanya membayar pemeliharaan atau kelanjutan "
                f"“{line.activity.nama}”.",
                line.agency.nama,
            )


def _details(lines: Iterable[Line]) -> Iterator[OpenPoint]:
    if any(line.code and line.rupiah for line in lines):
        yield OpenPoint(
            "Lembar Urutan SIPD setiap OPD",
            "Lokasi rinci, waktu pelaksanaan, indikator capaian program, dan rincian belanja "
            "(kode rekening, koefisien, harga satuan) setiap sub kegiatan.",
            "OPD penanggung jawab masing-masing",
        )


def _funds(lines: Sequence[Line]) -> Iterator[OpenPoint]:
    for fund, _ in add_funds(lines):
        if fund.casefold() in OUTSIDE_FUNDS:
            yield OpenPoint(
                f"Sumber dana {fund}",
                "Pastikan cara penganggarannya: naskah ini menganggap dana tersebut tidak masuk "
                "RKA perangkat daerah.",
                _BUDGET,
            )


def _documents(year: Year, needs: Iterable[Need]) -> Iterator[OpenPoint]:
    rows = [need for need in needs if need.coded and need.needed]
    for name, kind in (("RKPD", "rkpd"), ("Renja", "renja")):
        unknown = [need for need in rows if getattr(need, kind) is Status.UNKNOWN]
        end = f"sebelum dicatat, kebutuhannya dianggap belum termuat dalam {name}."
        if unknown and len(unknown) == len(rows):
            span = period(year.plan.pack.planned_years)
            what = f"Isi {name} {span} yang sudah ditetapkan; {end}"
            yield OpenPoint("Tabel dokumen_rencana", what, _PLANNER)
            continue
        for agency in dict.fromkeys(need.agency.nama for need in unknown):
            what = f"Isi {name} {year.year} {agency} yang sudah ditetapkan; {end}"
            yield OpenPoint("Tabel dokumen_rencana", what, f"{_PLANNER} bersama {agency}")


def _pagu(year: Year, needs: Iterable[Need]) -> Iterator[OpenPoint]:
    for need in needs:
        if need.needed and need.rkpd is Status.ALIGNED and need.pagu is None:
            codes = join([line.activity.kegiatan for line in need.lines])
            yield OpenPoint(
                f"RKPD {year.year}, {need.code}",
                f"Pagu sub kegiatan ini tidak tercatat; pastikan cukup untuk aksi {codes}.",
                _PLANNER,
            )


def _dates() -> Iterator[OpenPoint]:
    for group in GROUPS:
        names = [step.name for step in calendar(0) if step.group == group and step.estimated]
        if names:
            yield OpenPoint(
                f"Kalender, {group}",
                f"Waktu masih perkiraan dan perlu disesuaikan dengan agenda yang ditetapkan: "
                f"{series(names)}.",
                _ASKED.get(group, _PLANNER),
            )
