"""Rows of planning documents: codes and years with which a plan can be compared."""

import re
from collections.abc import Iterator
from typing import Final

from kla_plan.findings import Finding, did_you_mean
from kla_plan.pack.columns import Kegiatan
from kla_plan.pack.draft import Draft
from kla_plan.pack.records import DokumenRencana
from kla_plan.pack.rules import check, rule, warning

#: Programme, kegiatan or sub-kegiatan; older sub-kegiatan codes end with two digits.
_CODE: Final = re.compile(r"\d\.\d{2}\.\d{2}(\.\d\.\d{2}(\.\d{2}(\d{2})?)?)?")
#: Documents that are made anew each year.
_YEARLY: Final = ("rkpd", "renja")

NOT_A_CODE: Final = rule(
    "KLA-D-130",
    "Kode dokumen bukan program, kegiatan, atau sub kegiatan",
    reason="Kode urusan atau kode yang terpotong tidak dapat dicocokkan dengan aksi.",
    remedy="Isi kode lengkap: program 2.08.06, kegiatan 2.08.06.2.01, atau sub kegiatan "
    "2.08.06.2.01.0001.",
    example='kode "2.08" pada baris RPJMD',
)
UNKNOWN_CODE: Final = warning(
    "KLA-D-131",
    "Kode dokumen tidak ada di nomenklatur",
    reason="Kode salah ketik atau berasal dari daftar yang lebih lama, sehingga aksi pada program "
    "yang sama dinyatakan belum selaras.",
    remedy="Sesuaikan dengan kode yang berlaku di SIPD.",
    example="2.08.06.2.01.01 (dua angka di belakang), padahal daftar memakai 2.08.06.2.01.0001",
)
NO_YEAR: Final = warning(
    "KLA-D-132",
    "RKPD atau Renja tanpa tahun",
    reason="Kedua dokumen itu tahunan; tanpa tahun, barisnya dianggap berlaku setiap tahun.",
    remedy="Isi kolom tahun.",
    example="baris renja dengan tahun kosong",
)
UNDATED_PAGU: Final = warning(
    "KLA-D-133",
    "Pagu dokumen tanpa tahun",
    reason="Masa dokumen tidak tercatat, sehingga pagunya tidak dibandingkan dengan rencana.",
    remedy="Isi satu baris per tahun beserta pagunya.",
    example="baris rpjmd 2.08.06 tanpa tahun dengan pagu 4 miliar",
)


@check(NOT_A_CODE)
def not_a_code(draft: Draft) -> Iterator[Finding]:
    """Check that a row names something that an activity can belong to."""
    for entry in draft.rows(DokumenRencana):
        code = entry.record.kode
        if not _CODE.fullmatch(code):
            reason = f'"{code}" bukan kode program, kegiatan, atau sub kegiatan.'
            yield NOT_A_CODE.at(entry.at("kode"), code, reason)


@check(UNKNOWN_CODE, whole=("nomenklatur", "kegiatan"))
def unknown_code(draft: Draft) -> Iterator[Finding]:
    """Check codes against the official list, within the programmes that activities belong to.

    The list at hand is no whole one; other programmes of the region are no concern of the plan.
    """
    known = draft.codes("nomenklatur")
    wanted = {_programme(entry.record.sub_kegiatan) for entry in draft.rows(Kegiatan)} - {""}
    for entry in draft.rows(DokumenRencana):
        code = entry.record.kode
        if _CODE.fullmatch(code) and code not in known and known and _programme(code) in wanted:
            reason = f"Kode {code} tidak ada di nomenklatur.{did_you_mean(code, known)}"
            yield UNKNOWN_CODE.at(entry.at("kode"), code, reason)


@check(NO_YEAR)
def no_year(draft: Draft) -> Iterator[Finding]:
    """Check that a row of a yearly document names its year."""
    for entry in draft.rows(DokumenRencana):
        if entry.record.dokumen in _YEARLY and entry.record.tahun is None:
            reason = f"Baris {entry.record.dokumen} {entry.record.kode} tidak menyebut tahun."
            yield NO_YEAR.at(entry.at("tahun"), "", reason)


@check(UNDATED_PAGU)
def undated_pagu(draft: Draft) -> Iterator[Finding]:
    """Check that a pagu of a document of several years names the year it is for."""
    for entry in draft.rows(DokumenRencana):
        row = entry.record
        if row.pagu is not None and row.tahun is None and row.dokumen not in _YEARLY:
            reason = f"Pagu {row.dokumen} {row.kode} tidak menyebut tahun."
            yield UNDATED_PAGU.at(entry.at("tahun"), "", reason)


def _programme(code: str) -> str:
    return ".".join(code.split(".")[:3])
