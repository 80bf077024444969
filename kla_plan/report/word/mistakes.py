"""What is wrong with a template that somebody edited, in the planner's words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Final

from jinja2 import TemplateError, UndefinedError

from kla_plan.findings import Finding, FindingsError, Place, did_you_mean

_REMEDY: Final = (
    "Bandingkan dengan templat bawaan: buat dengan kla-plan new FOLDER, lalu lihat "
    "FOLDER/templat; salin kembali bagian itu dari sana."
)
_NAMES: Final = (re.compile(r"has no attribute '([^']+)'"), re.compile(r"'([^']+)' is undefined"))
_TAG: Final = re.compile(r"\{[{%#][^{}]*[}%#]?\}?")


def wrong_tag(template: Path, error: TemplateError, values: Mapping[str, object]) -> FindingsError:
    """Return the finding of an error of the template language: a name, or a broken tag."""
    if isinstance(error, UndefinedError):
        message = str(error.message)
        found = next((hit for one in _NAMES if (hit := one.search(message))), None)
        name = found[1] if found else message
        return unknown_names(template, [name], dict.fromkeys(_names(values)))
    lines = "\n".join(getattr(error, "docx_context", ()))
    tag = next(iter(reversed(_TAG.findall(lines))), "").strip()
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


def unknown_names(template: Path, names: Iterable[str], known: Iterable[str]) -> FindingsError:
    """Return a finding for every name that a template uses and nobody knows."""
    near = tuple(known)
    return FindingsError(
        Finding(
            "KLA-N-004",
            f'Templat memakai nama "{name}" yang tidak dikenal.{did_you_mean(name, near)}',
            _REMEDY,
            Place(file=str(template)),
            name,
        )
        for name in names
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


def _names(value: object) -> Iterator[str]:
    """Yield every name below a value: keys of mappings, fields of records, rows of lists."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield str(key)
            yield from _names(inner)
    elif is_dataclass(value):
        for one in fields(value):
            yield one.name
            yield from _names(getattr(value, one.name))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _names(inner)
