"""``docs/templat.md``: every name that a Word template may use, for those who edit one.

``python -m kla_plan.papers.template_docs docs`` writes the page into the folder ``docs``. The names
are read from the values that a sample plan gives, so that a new paper is described without being
entered anywhere.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from kla_plan.papers.paper import Brief, Paper, Template
from kla_plan.papers.registry import papers
from kla_plan.papers.sample import sample_brief
from kla_plan.report.word.common import ABOUT
from kla_plan.report.word.fields import Field, Kind, field_of, paths
from kla_plan.report.word.render import watching

PAGE: Final = "templat.md"
_HEAD: Final = """\
# Nama isian pada templat Word

Halaman ini dibuat dari kode (`python -m kla_plan.papers.template_docs docs`); jangan disunting \
langsung.

Salin templat dari folder `templates/` (atau dari folder `templat` yang dibuat `kla-plan new`) ke \
folder `templat` pada paket, dengan nama berkas yang sama, lalu sunting di Word. Kalimat tetap, \
gaya huruf, kop, dan urutan bagian boleh diubah; isian hanya boleh memakai nama di bawah ini.

- `{{ dokumen.nama }}` diganti dengan isinya.
- Nama dengan `[]` adalah unsur sebuah daftar. `bab2.profil[].nilai` dipakai di dalam \
pengulangan: `{%tr for baris in bab2.profil %}` pada baris tabel tersendiri, `{{ baris.nilai }}` \
pada baris berikutnya, lalu `{%tr endfor %}`.
- Untuk mengulang paragraf dipakai `{%p for … %}` dan `{%p endfor %}`, untuk mengulang kolom \
`{%tc for … %}` dan `{%tc endfor %}`; masing-masing menempati paragraf, baris, atau sel sendiri.
- Bagian yang hanya muncul bila ada isinya diapit `{%p if nama %}` dan `{%p endif %}`.
- Teks yang kosong, angka 0 berupa bilangan, dan daftar tanpa unsur dianggap tidak ada isinya.

Nama yang tidak dikenal, tag yang rusak, dan berkas yang bukan dokumen Word menghentikan \
penyusunan berkas dengan temuan KLA-N-004 sampai KLA-N-007; tidak ada berkas yang ditulis.
"""
_TABLE: Final = "| Nama | Isi | Contoh |\n|---|---|---|"
_MAYBE: Final = "tidak selalu ada"


def seen_values(brief: Brief, chosen: Sequence[Paper]) -> dict[str, list[Mapping[str, object]]]:
    """Return the values with which each template is filled, by its file name."""
    seen: dict[str, list[Mapping[str, object]]] = defaultdict(list)
    for paper in chosen:
        for template in paper.templates:
            if template.sample is not None:
                seen[template.file].append(template.sample(brief))
        if any(template.sample is None for template in paper.templates):
            _write(paper, brief, seen)
    return seen


def _write(paper: Paper, brief: Brief, seen: Mapping[str, list[Mapping[str, object]]]) -> None:
    with (
        TemporaryDirectory(prefix="kla-templat-") as folder,
        watching(lambda template, values: seen[template.name].append(values)),
    ):
        paper.write(brief, Path(folder))


def known_fields(brief: Brief, chosen: Sequence[Paper]) -> dict[str, Field]:
    """Return the fields that each template may use, by its file name."""
    return {file: field_of(values) for file, values in seen_values(brief, chosen).items()}


def template_page(chosen: Sequence[Paper], known: Mapping[str, Field]) -> str:
    """Return the page."""
    parts = [_HEAD]
    for paper in chosen:
        for template in paper.templates:
            parts += [
                f"## {template.title} (`{template.file}`)\n",
                f"Dipakai untuk berkas `{paper.name}` ({paper.title}).\n",
                "\n".join((_TABLE, *_rows(template, known[template.file]))),
                "",
            ]
    return "\n".join(parts)


def _rows(template: Template, root: Field) -> Iterator[str]:
    meanings = {**ABOUT, **template.about}
    for path, one in paths(root):
        if one.kind is Kind.GROUP and path not in meanings:
            continue
        remarks = [meanings.get(path, ""), str(one.kind), "" if one.always else _MAYBE]
        example = "" if one.kind is Kind.LIST else one.example
        cells = (f"`{path}`", "; ".join(text for text in remarks if text), example)
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def write_template_docs(directory: str | Path) -> Path:
    """Write the page into a folder and return its path."""
    path = Path(directory) / PAGE
    path.parent.mkdir(parents=True, exist_ok=True)
    chosen = papers()
    text = template_page(chosen, known_fields(sample_brief(), chosen))
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


if __name__ == "__main__":
    write_template_docs(sys.argv[1] if len(sys.argv) > 1 else "docs")
