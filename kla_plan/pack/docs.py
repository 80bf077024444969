"""Reference pages written from the code: the data dictionary and the list of findings.

``python -m kla_plan.pack.docs docs`` writes both pages into the folder ``docs``.
"""

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from kla_plan.findings import Severity
from kla_plan.pack.checks import all_rules
from kla_plan.pack.columns import (
    CATALOGUE_FACTS,
    CATALOGUE_TABLES,
    INSTRUMENT_TABLES,
    PACK_TABLES,
    PROFILE_REQUIRED,
)
from kla_plan.pack.dictionary import HEADINGS, dictionary_row
from kla_plan.pack.rules import Rule
from kla_plan.pack.source_codes import Declared, declared
from kla_plan.pack.text import sheet_columns
from kla_plan.schema import Table

_GROUPS: Final = {
    "B": "Berkas, lembar, dan kolom",
    "K": "Isi sel",
    "D": "Kecocokan data",
    "S": "Skenario",
    "M": "Pemeriksaan sebelum rencana dicari",
    "T": "Aturan yang bertentangan",
    "P": "Pemeriksaan ulang rencana",
    "J": "Penjelasan",
    "R": "Perintah, folder, dan rencana tersimpan",
    "N": "Notebook dan templat naskah",
    "U": "Berkas yang diunggah dan formulir yang dikembalikan",
}
_CLASH: Final = "Perubahan terkecil yang menolong disebut pada temuannya."
_SPOKEN: Final = {Severity.ERROR: "galat", Severity.WARNING: "peringatan"}
_FINDINGS_HEAD: Final = """\
# Daftar temuan

Halaman ini dibuat dari kode (`python -m kla_plan.pack.docs docs`); jangan disunting langsung.

Setiap temuan menyebut kode, lembar, sel, nilai, sebab, dan saran. **Galat** menghentikan \
perhitungan; **peringatan** ditampilkan dan disimpan, tetapi tidak menghentikan. Temuan pada \
paket dan skenario (`B`, `K`, `D`, `S`) disebut sekaligus oleh `kla-plan check`; yang lain muncul \
pada perintah yang bersangkutan. Tanda … berarti bagian yang diisi menurut keadaannya.
"""
_DICTIONARY_HEAD: Final = """\
# Kamus data

Halaman ini dibuat dari kode (`python -m kla_plan.pack.docs docs`); jangan disunting langsung.

Satu paket berupa folder berkas CSV (UTF-8) atau satu buku kerja Excel dengan lembar bernama \
sama. Bilangan di CSV ditulis dengan titik desimal; penulisan Indonesia (`1.500.000,00`) juga \
dibaca, kecuali bila bermakna ganda. Judul kolom berada pada baris 1. Kolom dan lembar yang \
namanya diawali `catatan` tidak dibaca.
"""
_PROFILE: Final = (
    "Kunci yang wajib ada: {keys}. Kunci `katalog` (`ya`/`tidak`) menentukan apakah katalog "
    "bersama dipakai; kunci `slug` mengganti nama pendek paket. Kunci lain bebas dan dipakai "
    "dokumen."
)
_CATALOGUE: Final = (
    "Baris katalog bersama ditimpa baris paket dengan kunci yang sama; sel kosong mengikuti "
    "katalog; `dipakai` = `tidak` membuang barisnya."
)


def findings_page() -> str:
    """Return ``docs/temuan.md``, from the register of rules and from the source."""
    parts = [_FINDINGS_HEAD]
    known: dict[str, Rule | Declared] = {**declared(), **{r.code: r for r in all_rules()}}
    codes = sorted(known, key=lambda code: (list(_GROUPS).index(_group(code)), code))
    for group, members in groupby(codes, key=_group):
        parts.append(f"## {_GROUPS[group]} (`KLA-{group}-…`)\n")
        parts.extend(_section(known[code]) for code in members)
    return "\n".join(parts)


def _group(code: str) -> str:
    return code.split("-")[1]


def _section(entry: Rule | Declared) -> str:
    return _finding(entry) if isinstance(entry, Rule) else _declared(entry)


def _declared(entry: Declared) -> str:
    """Write a code that is known by its message alone."""
    remedy = entry.remedy or (_CLASH if _group(entry.code) == "T" else "Disebut pada temuannya.")
    return (
        f"### {entry.code}\n\n"
        f"- Jenis: {_SPOKEN[entry.severity]}\n"
        f"- Pesan: {entry.message.rstrip('.')}.\n"
        f"- Saran: {remedy}\n"
    )


def _finding(rule: Rule) -> str:
    return (
        f"### {rule.code} · {rule.title}\n\n"
        f"- Jenis: {_SPOKEN[rule.severity]}\n"
        f"- Sebab: {rule.reason}\n"
        f"- Saran: {rule.remedy}\n"
        f"- Contoh: {rule.example}\n"
    )


def dictionary_page() -> str:
    """Return ``docs/kamus_data.md``, from the specification of the tables."""
    shared = {spec.name for spec in CATALOGUE_TABLES}
    parts = [_DICTIONARY_HEAD, "## Tabel paket\n"]
    for spec in PACK_TABLES:
        notes = []
        if spec.name == "profil":
            notes.append(_PROFILE.format(keys=", ".join(f"`{k}`" for k in PROFILE_REQUIRED)))
        if spec.name in shared:
            notes.append(_CATALOGUE)
        if spec.name == "jawaban":
            notes.append("Jawaban tahun berikutnya berada pada `jawaban_<tahun>`.")
        parts.extend(_table(spec, notes))
    parts.append("## Instrumen (`data/instrumen/<tahun>/`, atau folder `instrumen/` paket)\n")
    for spec in INSTRUMENT_TABLES:
        parts.extend(_table(spec))
    parts.append("## Keterangan katalog (`data/katalog/`, atau tabel paket sendiri)\n")
    for spec in CATALOGUE_FACTS:
        parts.extend(_table(spec))
    return "\n".join(parts)


def _table(spec: Table, notes: Iterable[str] = ()) -> Iterator[str]:
    yield f"### `{spec.name}`\n"
    yield f"{spec.about}\n"
    for note in notes:
        yield f"{note}\n"
    yield f"| {' | '.join(HEADINGS)} |"
    yield f"|{'---|' * len(HEADINGS)}"
    for column in sheet_columns(spec.name, None).values():
        if column is not None:
            name, *rest = (text.replace("|", "\\|") for text in dictionary_row(column))
            yield f"| `{name}` | {' | '.join(rest)} |"
    yield ""


def write_docs(directory: str | Path) -> None:
    """Write both pages into a folder."""
    folder = Path(directory)
    folder.mkdir(parents=True, exist_ok=True)
    pages = {"temuan.md": findings_page(), "kamus_data.md": dictionary_page()}
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_docs(sys.argv[1] if len(sys.argv) > 1 else "docs")
