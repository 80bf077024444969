"""What is wrong with a template that somebody edited, in the planner's words."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from jinja2 import TemplateError

from kla_plan.findings import Finding, FindingsError, Place, did_you_mean
from kla_plan.report.word.used_fields import Unknown

_REMEDY: Final = (
    "Bandingkan dengan templat bawaan: buat dengan kla-plan new FOLDER, lalu lihat "
    "FOLDER/templat; salin kembali bagian itu dari sana. Nama yang tersedia didaftar pada "
    "docs/templat.md."
)
_MARKUP: Final = re.compile(r"<[^>]+>")
_TAG: Final = re.compile(r"\{[{%#][^{}]*[}%#]?\}?")


def wrong_tag(template: Path, error: TemplateError, lines: Sequence[str] = ()) -> FindingsError:
    """Return the finding of a tag that the template language cannot read.

    Parameters
    ----------
    lines
        Text of the template up to the tag; without it what the error itself carries is shown.
    """
    text = _MARKUP.sub("", "\n".join(lines or getattr(error, "docx_context", ())))
    tag = next(iter(reversed(_TAG.findall(text))), "").strip()
    return FindingsError(
        [
            Finding(
                "KLA-N-005",
                f"Tag pada templat tidak dapat dibaca{f': {tag}' if tag else ''}. Kurung, "
                "kata, atau pasangannya ({% for %} dan {% endfor %}, {% if %} dan {% endif %}) "
                f"tidak lengkap (pesan Jinja: {error.message}).",
                _REMEDY,
                Place(file=str(template)),
                tag,
            )
        ]
    )


def misplaced_tag(template: Path, error: Exception) -> FindingsError:
    """Return the finding of tags that can be read but not carried out."""
    return FindingsError(
        [
            Finding(
                "KLA-N-007",
                "Tag pada templat tidak dapat dijalankan: sebuah tag mengulang nilai yang bukan "
                "daftar, menghitung dengan teks, atau pasangannya berada pada paragraf, baris, "
                f"atau sel yang berlainan (pesan: {error}).",
                _REMEDY,
                Place(file=str(template)),
            )
        ]
    )


def unknown_names(template: Path, unknown: Iterable[Unknown]) -> FindingsError:
    """Return a finding for every name that a template uses and nobody knows."""
    return FindingsError(_unknown(template, one) for one in unknown)


def _unknown(template: Path, one: Unknown) -> Finding:
    name = one.path.rpartition(".")[2]
    where = f" Tertulis pada {one.path}." if name != one.path else ""
    return Finding(
        "KLA-N-004",
        f'Templat memakai nama "{name}" yang tidak dikenal.{did_you_mean(name, one.known)}{where}',
        _REMEDY,
        Place(file=str(template)),
        one.path,
    )


def no_document(template: Path) -> FindingsError:
    """Return the finding of a file that Word could not open either."""
    return FindingsError(
        [
            Finding(
                "KLA-N-006",
                f'"{template.name}" bukan dokumen Word (.docx), atau berkasnya rusak.',
                'Buka di Word lalu simpan ulang sebagai "Word Document (*.docx)", atau pakai '
                "kembali templat bawaan dari kla-plan new FOLDER.",
                Place(file=str(template)),
                template.name,
            )
        ]
    )
